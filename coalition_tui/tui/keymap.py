"""The keys of a person's configuration, checked against each other and against all the rest.

Textual takes a key from one binding without a word when another one is given it. So whatever
would make a key mean two things at once is refused before the app opens.
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from textual.binding import Binding
from textual.keys import Keys, _character_to_key

from coalition_tui.config import Config
from coalition_tui.tui.keys import LETTERS, SCOPES

_PLACES = ("briefs", "coalitions", "people")
_PANES = (("list",), ("sections",), ("pane", "view"), ("checks",), ("strength",))
_MODALS = ("choose", "findings", "rehearsal")

_ROWS = ("move", "filter")
"""What every list of rows answers to."""

_BOXES: tuple[tuple[str, ...], ...] = (
    *(("modal", modal, *_ROWS) for modal in _MODALS),
    ("modal", "reading", "move"),
    ("interview", "pane", "view", *_ROWS),
    ("interview", "text"),
    ("review", "text"),
    ("seats", "text"),
    ("purge",),
    ("work",),
    ("log",),
    ("form", "choices"),
    ("form", "picked"),
    ("form", "text"),
    ("import", "choices"),
    ("export", "choices"),
    ("pick",),
)

CHAINS: tuple[tuple[str, ...], ...] = (
    *(("app", "paned", place, *pane, *_ROWS) for place in _PLACES for pane in _PANES),
    ("app", "agenda", *_ROWS),
    ("app", "trash", *_ROWS),
    *(("box", *chain) for chain in _BOXES),
)
"""The scopes whose keys work at the same time, on the way from what has the focus to the app."""

TYPED = frozenset({"form", "log", "purge", "text", "export", "import", "pick"})
"""The scopes in which people type: a letter there is a letter."""

_NAMES = LETTERS | {each.value for each in Keys if not each.value.startswith("<")}
_MODIFIERS = frozenset({"ctrl", "shift", "alt", "super", "hyper", "meta"})


def keymap(config: Config) -> Mapping[str, str]:
    """The configuration's keys as Textual takes them, by the id of their binding.

    Raises:
        ConfigFault: an id that is none, a key that is none, or one that is taken.
    """
    found: dict[str, str] = {}
    for name, keys in config.keys.items():
        if name not in _BINDINGS:
            close = get_close_matches(name[:60], _BINDINGS, n=1)
            hint = f'; did you mean "{close[0]}"?' if close else ""
            raise config.fault(name, f"no key has this id{hint}")
        words = [_named(config, name, each) for each in keys.split(",")]
        found[name] = ",".join(dict.fromkeys(words))
    for name, keys in found.items():
        for key in keys.split(","):
            _refuse_clash(config, name, key, found)
    # Textual forgets both of two bindings that share a key when one of them gets another.
    beside = {other for name in found for other, _ in shared(name)}
    return {**{name: _default(name) for name in beside}, **found}


def shared(name: str) -> set[tuple[str, str]]:
    """The bindings that work at the same time and have the same key, and that key.

    Only one of two such actions is ever possible: a row is edited, or leads somewhere.
    """
    return {
        (other, key)
        for chain in CHAINS
        if name in _ids(chain)
        for other in _ids(chain) - {name}
        for key in set(_default(name).split(",")) & set(_default(other).split(","))
    }


def _named(config: Config, name: str, word: str) -> str:
    *modifiers, last = word.strip().split("+") if len(word.strip()) > 1 else (word.strip(),)
    key = _character_to_key(last) if len(last) == 1 else last
    if not last or key not in _NAMES or not _MODIFIERS.issuperset(modifiers):
        raise config.fault(name, f'"{word.strip()[:40]}" is no key')
    if not modifiers and key in LETTERS and _scopes(name) & TYPED:
        raise config.fault(name, f'"{word.strip()}" is typed there, so it can\'t be this key')
    return "+".join((*modifiers, key))


def _refuse_clash(config: Config, name: str, key: str, changed: Mapping[str, str]) -> None:
    allowed = shared(name)
    others = {other for chain in CHAINS if name in _ids(chain) for other in _ids(chain) - {name}}
    for other in sorted(others):
        taken = changed.get(other, _default(other)).split(",")
        if key in taken and (other, key) not in allowed:
            raise config.fault(name, f'"{key}" is the key of "{other}" already')


def _ids(chain: tuple[str, ...]) -> set[str]:
    return {each.id for scope in chain for each in SCOPES[scope] if each.id}


def _default(name: str) -> str:
    words = (each.strip() for each in _BINDINGS[name].key.split(","))
    return ",".join(_character_to_key(each) if len(each) == 1 else each for each in words)


def _scopes(name: str) -> set[str]:
    return {
        scope for scope, bindings in SCOPES.items() if any(each.id == name for each in bindings)
    }


def _bindings() -> Iterator[tuple[str, Binding]]:
    for bindings in SCOPES.values():
        for each in bindings:
            if each.id:
                yield each.id, each


_BINDINGS = dict(_bindings())
