"""The shells that complete: what each must be told once, and how it is answered.

Each sends the line up to the cursor and takes lines of `kind TAB value TAB help`. Click's own
scripts cut a name at its comma, lose what a quote or a colon begins, and let errors through.
"""

import os
import re
import shlex
from collections.abc import Mapping
from pathlib import Path

from click.shell_completion import CompletionItem, ShellComplete, add_completion_class

from coalition_tui.clean import one_line
from coalition_tui.cli.errors import COMPLETING, NAME

_LINE = "_COALITION_TUI_LINE"
_BREAKS = "_COALITION_TUI_BREAKS"
_CURSOR = "\ue000"
"""Stands where the cursor is, so that an empty word there is one too."""
_OPTION = re.compile("--[a-z-]+=")
_SPECIAL = re.compile(r"[ !\"#$&'()*:;<=>?@\[\\\]^`{|}~]")
_WORD = re.compile(r"(?:\\.|[^\s\\])*\\?\Z")

_BASH = """\
%(function)s() {
    local kind value help
    COMPREPLY=()
    while IFS=$'\\t' read -r kind value help; do
        case $kind in
            plain) COMPREPLY+=("$value") ;;
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
        esac
    done < <(%(line)s="${COMP_LINE:0:COMP_POINT}" %(breaks)s="$COMP_WORDBREAKS" \\
        %(variable)s=bash_complete "$1" 2>/dev/null)
}
complete -o nosort -F %(function)s %(name)s 2>/dev/null || complete -F %(function)s %(name)s
"""

_ZSH = """\
#compdef %(name)s
%(function)s() {
    local kind value help
    local -a named plain
    while IFS=$'\\t' read -r kind value help; do
        case $kind in
            plain) value=${value//\\\\/\\\\\\\\}; named+=("${value//:/\\\\:}${help:+:$help}") ;;
            dir) compset -P '--*='; _path_files -/ ;;
            file) compset -P '--*='; _files ;;
        esac
    done < <(%(line)s="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX" \\
        %(variable)s=zsh_complete %(name)s 2>/dev/null)
    (( $#named )) && _describe -V '' named -U
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(function)s "$@"
else
    (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }
    compdef %(function)s %(name)s
fi
"""

_FISH = """\
function %(function)s
    set -lx %(line)s (commandline -cp | string collect)
    set -lx %(variable)s fish_complete
    for answer in (%(name)s 2>/dev/null)
        set -l part (string split -m 1 \\t -- $answer)
        switch $part[1]
            case plain
                echo $part[2]
            case dir
                __fish_complete_directories (commandline -ct)
            case file
                __fish_complete_path (commandline -ct)
        end
    end
end
complete --no-files --keep-order --command %(name)s --arguments "(%(function)s)"
"""


class _Shell(ShellComplete):
    """A shell that asks with its line, and quotes what it is given."""

    def get_completion_args(self) -> tuple[list[str], str]:
        """The words before the one under the cursor, and that one."""
        words, _ = _read(os.environ.get(_LINE, ""))
        begin = next((at for at, word in enumerate(words) if Path(word).name == NAME), 0)
        return words[begin + 1 : -1], words[-1]

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem]:
        """What click finds; of `--option=value` it finds the value alone."""
        found = super().get_completions(args, incomplete)
        if option := _OPTION.match(incomplete):
            for each in found:
                each.value = f"{option[0]}{each.value}"
        return found

    def format_completion(self, item: CompletionItem) -> str:
        """An answer's line."""
        return f"{item.type}\t{item.value}\t{one_line(item.help or '')}"


class _Bash(_Shell):
    """It puts in what it is given as it is, after the last character that breaks its words."""

    name = "bash"
    source_template = _BASH

    def format_completion(self, item: CompletionItem) -> str:
        """An answer's line, quoted as what is typed."""
        line, value = os.environ.get(_LINE, ""), str(item.value)
        if item.type != "plain":
            return f"{item.type}\t"
        match _read(line)[1]:
            case "'":
                value = value.replace("'", r"'\''")
            case '"':
                value = re.sub(r'["$`\\]', r"\\\g<0>", value)
            case _:
                begun = _unbroken(line)
                there = begun and value[: len(begun)].casefold() == begun.casefold()
                value = _SPECIAL.sub(r"\\\g<0>", value[len(begun) :] if there else value)
        return f"plain\t{value}"


class _Zsh(_Shell):
    name = "zsh"
    source_template = _ZSH


class _Fish(_Shell):
    name = "fish"
    source_template = _FISH


_CLASSES: Mapping[str, type[_Shell]] = {each.name: each for each in (_Bash, _Zsh, _Fish)}
SHELLS = tuple(_CLASSES)


def register() -> None:
    """Have click answer these shells in this way."""
    for each in _CLASSES.values():
        add_completion_class(each)


def script(shell: str) -> str:
    """What a shell must be told, once."""
    words = {"name": NAME, "variable": COMPLETING, "line": _LINE, "breaks": _BREAKS}
    return _CLASSES[shell].source_template % {"function": "_coalition_tui", **words}


def _read(line: str) -> tuple[list[str], str]:
    """The words of a line, the last one up to the cursor; and the quote that is open there."""
    lexer = shlex.shlex(line + _CURSOR, posix=True)
    lexer.whitespace_split = True
    lexer.commenters = ""
    words: list[str] = []
    quote = ""
    try:
        words.extend(lexer)
    except ValueError:  # the quote is still open
        words.append(lexer.token)
        quote = str(lexer.state)  # type: ignore[attr-defined]  # a part that has no type
    return [*words[:-1], words[-1].removesuffix(_CURSOR)], quote


def _unbroken(line: str) -> str:
    """What bash leaves as it is of the word that it completes."""
    breaks = set(os.environ.get(_BREAKS, "")) & set(":=@")
    steps = re.findall(r"\\.|.", _WORD.findall(line)[0])
    last = max((place for place, step in enumerate(steps, 1) if step in breaks), default=0)
    return "".join(step[-1] for step in steps[:last])
