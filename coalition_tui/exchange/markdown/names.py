"""References as a person reads them: by name where that is clear, and by id where it isn't.

Legal                a name that only one party has
[Legal](#legal-2)    a name that says too little, with the id
#legal-2             an id alone
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from coalition_tui.clean import one_line
from coalition_tui.exchange.markdown.fault import hint, quoted
from coalition_tui.fields import Problem, headline
from coalition_tui.integrity import INSIDE
from coalition_tui.model import Brief

_LINK = r"\[(?:\\.|[^\]\\]){0,200}\]\(#([a-z0-9-]{0,40})\)|#([a-z0-9-]{0,40})"
_MARKED = re.compile(rf"(?:{_LINK})\Z")
_LISTED = re.compile(rf"[ \t]*((?:{_LINK})(?=[ \t]*(?:,|\Z))|[^,]*)(?:,|\Z)")
_UNPLAIN = re.compile(r"[·→*\[\]<>\\`|#\"]|->|\d{4}-\d\d-\d\d\Z")
_LONGEST = 80


def slug(text: str) -> str:
    """The id that a name or headline stands for; empty when it has no Latin letter or digit."""
    latin = unicodedata.normalize("NFKD", text[:400]).encode("ascii", "ignore").decode().lower()
    words = re.sub("[^a-z0-9]+", "-", latin).strip("-")
    return words if len(words) <= 40 else words[:41].rpartition("-")[0] or words[:40]


class Names:
    """The names and ids that the references of a brief point at.

    `targets` holds name and id of each record inside the brief, in order, by kind; `outside` the
    names of people and coalitions by id. A name of something outside is read as the id that it
    stands for, as nobody here knows the directory.
    """

    def __init__(
        self, targets: Mapping[str, Sequence[tuple[str, str]]], outside: Mapping[str, str]
    ) -> None:
        self._targets = targets
        self._outside = outside
        self._count = {kind: Counter(name for name, _ in items) for kind, items in targets.items()}
        self._name = {kind: {key: name for name, key in items} for kind, items in targets.items()}
        self._place = {kind: _places(items) for kind, items in targets.items()}

    @classmethod
    def of(cls, brief: Brief, outside: Mapping[str, str]) -> "Names":
        """The names inside a brief, and those given for outside."""
        return cls(
            {
                target: [(headline(each), each.id) for each in getattr(brief, name)]
                for target, name in INSIDE.items()
            },
            outside,
        )

    def write(self, target: str, key: str, *, listed: bool = False) -> str:
        """A reference as text; in a list, a name that holds a comma is not clear."""
        if target in self._targets:
            name = self._name[target].get(key, "")
            clear = self._count[target][name] == 1
        else:
            name = self._outside.get(key, key)
            clear = slug(name) == key
        return name if clear and _is_plain(name, listed=listed) else _link(name, key)

    def heading(self, target: str, position: int) -> str:
        """A record of this brief as text; empty when neither name nor id tells it from others."""
        name, key = self._targets[target][position]
        if self._count[target][name] == 1 and _is_plain(name):
            return name
        return _link(name, key) if key else ""

    def read(self, target: str, text: str) -> str:
        """The id that a text refers to. Problem when it refers to nothing."""
        if marked := _MARKED.match(text):
            return marked[1] or marked[2] or ""
        if target in self._targets:
            key = self._targets[target][self.find(target, text)][1]
        else:
            key = slug(text)
        if not key:
            raise Problem(f"{quoted(text)} stands for no id; write it as [name](#id)")
        return key

    def find(self, target: str, text: str) -> int:
        """The position of the record that a text refers to. Problem when there is none."""
        marked = _MARKED.match(text)
        wanted = f"#{marked[1] or marked[2] or ''}" if marked else text
        places = self._place[target]
        position = places.get(wanted, places.get(wanted.casefold(), places.get(f"#{wanted}")))
        if position is None:
            names = [name for name, _ in self._targets[target]]
            what = target.replace("_", " ")
            raise Problem(f"no {what} {quoted(text)}{hint(text, names)}")
        return position

    def read_list(self, target: str, text: str) -> tuple[str, ...]:
        """The ids that a list, parted by commas, refers to. Problem when one is nothing."""
        return tuple(self.read(target, each) for each in split(text))


def split(text: str) -> Iterator[str]:
    """The parts of a list between commas; a comma inside a link's name parts nothing."""
    return (part for match in _LISTED.finditer(text) if (part := match[1].strip()))


def _places(items: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Positions by name, by name in any case, and by id behind `#`; the first one counts."""
    places: dict[str, int] = {}
    for fold in (False, True):
        for position, (name, _) in enumerate(items):
            places.setdefault(name.casefold() if fold else name, position)
    return places | {f"#{key}": position for position, (_, key) in enumerate(items) if key}


def _is_plain(name: str, *, listed: bool = False) -> bool:
    return (
        0 < len(name) <= _LONGEST
        and name == " ".join(name.split())
        and not _UNPLAIN.search(name)
        and not (listed and "," in name)
    )


def _link(name: str, key: str) -> str:
    shown = one_line(name)
    shown = shown if len(shown) <= 40 else f"{shown[:39]}…"
    shown = (
        shown.replace("·", "•")
        .replace("→", "-")
        .replace("->", "-")
        .replace("*", "")
        .replace("<", "‹")
    )
    shown = re.sub(r"[\[\]\\`]", r"\\\g<0>", shown)
    return f"[{shown}](#{key})" if shown and shown != key else f"#{key}"
