"""What a person has settled in `config.toml`; whatever is wrong in it is refused with its line."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import msgspec
from msgspec import Meta

from coalition_tui.clean import no_text, one_line
from coalition_tui.clipboard import Setting
from coalition_tui.fields import field
from coalition_tui.model import NUMBER_LIMIT, Coalition, Member, Record

KEYS = "keys"
_OTHER = (KEYS, "source")
_NUMBER = Meta(ge=0, le=NUMBER_LIMIT, description=f"a whole number from 0 to {NUMBER_LIMIT:,}")
_KEY = "a key like y, f7 or ctrl+y"

Begins = Mapping[type[Record], Mapping[str, Any]]
"""The values that new records begin with, by field."""

Steps = tuple[str, ...]
"""Where a setting stands in the file: `("theme",)`, `("keys", "briefs.copy")`."""


class ConfigFault(Exception):  # noqa: N818 - the file is at fault, and no program failed
    """Why a configuration can't be used; one line that names the file and the line in it."""


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """The settings; the annotation of each has its title and what it may be.

    `keys` has the keys of bindings by their id, as they stand in the file: see `tui.keymap`.
    """

    theme: Annotated[
        str,
        Meta(min_length=1, title="The colours of the app", description="the name of a theme"),
    ] = "dark"
    animations: Annotated[
        bool, Meta(title="Whether anything moves by itself", description="true or false")
    ] = True
    clipboard: Annotated[
        Setting,
        Meta(title="How a copy reaches the clipboard", description=f"one of {', '.join(Setting)}"),
    ] = Setting.AUTO
    cadence_days: Annotated[int, _NUMBER, Meta(title="Days between contacts, of a new member")] = (
        field(Member, "cadence_days").default
    )
    review_months: Annotated[
        int, _NUMBER, Meta(title="Months to the review, of a new coalition")
    ] = field(Coalition, "review_months").default
    backups: Annotated[
        int,
        Meta(
            ge=1, le=1000, title="How many backups are kept", description="a number from 1 to 1,000"
        ),
    ] = 14
    keys: dict[str, str] = {}
    source: "Source | None" = None

    @property
    def settings(self) -> Mapping[str, Any]:
        """The values by name, without the keys."""
        return {name: getattr(self, name) for name in self.__struct_fields__ if name not in _OTHER}

    @property
    def begins(self) -> Begins:
        """What is settled about new records."""
        return {
            Member: {"cadence_days": self.cadence_days},
            Coalition: {"review_months": self.review_months},
        }

    def line(self, *steps: str) -> int:
        """The line in which a setting stands in the file; 0 when the file does not name it."""
        return self.source.line(steps) if self.source else 0

    def fault(self, name: str, message: str) -> ConfigFault:
        """What is wrong with a key of the file, found when it is used."""
        assert self.source is not None  # noqa: S101 - only a file has keys
        return self.source.fault((KEYS, name), message)


class Source(msgspec.Struct, frozen=True):
    """The file, to say in which of its lines something stands."""

    path: Path
    text: str

    def line(self, steps: Steps) -> int:
        """The line with which a setting begins; 0 when it is not there.

        The parser tells no lines: so the shortest beginning of the file that has it is looked
        for, and where the one before that ends.
        """
        lines = self.text.split("\n")
        begun = 1
        for number in range(1, len(lines) + 1):
            found = _parsed("\n".join(lines[:number]))
            if found is None:
                continue
            if steps in dict(_flat(found)):
                return begun
            begun = number + 1
        return 0

    def fault(self, steps: Steps, message: str) -> ConfigFault:
        """What is wrong with a setting."""
        words = f"line {self.line(steps)}: {'.'.join(steps)}: {message}"
        return ConfigFault(f"{self.path}: {one_line(words)}")


def load(path: Path) -> Config:
    """The configuration in a file; the defaults when there is none.

    Raises:
        ConfigFault: it can't be read, or holds what is no setting.
    """
    if not path.exists():
        return Config()
    source, values = read_toml(path)
    settings: dict[str, Any] = {}
    keys: dict[str, str] = {}
    for steps, value in _flat(values):
        if steps[0] == KEYS:
            keys[_key_id(source, steps, value)] = value
        else:
            settings[steps[0]] = _checked(source, steps, value)
    return Config(**settings, keys=keys, source=source)


def read_toml(path: Path) -> tuple[Source, Mapping[str, Any]]:
    """A file of settings, and what it holds.

    Raises:
        ConfigFault: it can't be read.
    """
    import tomllib  # noqa: PLC0415 - only who has a configuration waits for it

    try:
        text = path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n")
        values = tomllib.loads(text)
    except OSError as error:
        raise ConfigFault(f"{path}: {error.strerror}") from None
    except UnicodeDecodeError as error:
        line, said = no_text(error)
        raise ConfigFault(f"{path}: line {line}: {said}") from None
    except tomllib.TOMLDecodeError as error:
        raise ConfigFault(f"{path}: {_placed(str(error), text)}") from None
    return Source(path, text), values


@cache
def _types() -> Mapping[str, Any]:
    """The settings' types, with what their annotations say."""
    hints = get_type_hints(Config, {"Source": Source}, include_extras=True)
    return {name: hint for name, hint in hints.items() if name not in _OTHER}


def titles() -> Mapping[str, tuple[str, str]]:
    """The title of each setting, and what it may be."""
    found = {}
    for name, hint in _types().items():
        metas = [each for each in hint.__metadata__ if isinstance(each, Meta)]
        title = next(each.title for each in metas if each.title)
        found[name] = (title, next(each.description for each in metas if each.description))
    return found


def _checked(source: Source, steps: Steps, value: Any) -> Any:
    name = steps[0]
    if len(steps) > 1 or name not in _types():
        known = (*_types(), KEYS)
        close = get_close_matches(name[:60], known, n=1)
        hint = f'did you mean "{close[0]}"?' if close else f"there are {', '.join(known)}"
        raise source.fault(steps, f"there is no such setting; {hint}")
    try:
        return msgspec.convert(value, _types()[name])
    except msgspec.ValidationError:
        said = one_line(msgspec.json.encode(value).decode())
        raise source.fault(steps, f"expected {titles()[name][1]}, not {said[:40]}") from None


def _placed(message: str, text: str) -> str:
    """What the parser says, with the line first."""
    match = re.fullmatch(r"(.*) \(at (?:line (\d+), column \d+|end of document)\)", message)
    if match is None:
        return one_line(message)
    line = match[2] or text.rstrip("\n").count("\n") + 1
    return f"line {line}: {one_line(match[1])}"


def _key_id(source: Source, steps: Steps, value: Any) -> str:
    if len(steps) == 1:
        raise source.fault(steps, "expected a table: [keys]")
    if not isinstance(value, str) or not value.strip():
        raise source.fault(steps, f"expected {_KEY}")
    return steps[1]


def _flat(values: Mapping[str, Any]) -> Iterator[tuple[Steps, Any]]:
    """Every setting with where it stands; `briefs.copy` is one key, in quotes or not."""
    for name, value in values.items():
        if name == KEYS and isinstance(value, dict):
            yield from (((name, each), inner) for each, inner in _dotted(value))
        elif isinstance(value, dict):
            yield from (((name, *steps), inner) for steps, inner in _flat(value))
            yield (name,), value
        else:
            yield (name,), value


def _dotted(values: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if isinstance(value, dict):
            yield from ((f"{name}.{each}", inner) for each, inner in _dotted(value))
        else:
            yield name, value


def _parsed(text: str) -> Mapping[str, Any] | None:
    import tomllib  # noqa: PLC0415 - as above

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return None
