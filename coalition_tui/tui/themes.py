"""Themes by their names: the program's own, a person's files, and those that come with Textual."""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from typing import Any, get_type_hints

import msgspec
from textual.color import Color, ColorParseError
from textual.css.constants import VALID_STYLE_FLAGS
from textual.theme import BUILTIN_THEMES, Theme

from coalition_tui.config import Config, ConfigFault, Source, Steps, read_toml
from coalition_tui.paths import themes_folder
from coalition_tui.tui.theme import DARK, LIGHT, TERMINAL, THEMES, has_few_colours

SHORT = {"dark": DARK.name, "light": LIGHT.name}
"""Names that are quicker to write."""

VARIABLES = "variables"
_OWN_COLOUR = "is a colour of the terminal's own, which needs ansi = true"
_TYPES = {name: hint for name, hint in get_type_hints(Theme).items() if name != "name"}


def begun(config: Config | None, left: str = "") -> Theme:
    """The theme to open in, where the terminal has colours for it.

    Args:
        config: the person's; the theme that it names is taken.
        left: the name of the one that was used last, taken where none is configured.

    Raises:
        ConfigFault: there is no such theme as is configured, or a mistake in its file.
    """
    if config is None or (config.source and not config.line("theme")):
        theme = _used(left)
    else:
        theme = _configured(config)
    return TERMINAL if has_few_colours() else theme


def _used(name: str) -> Theme:
    """The theme of that name, unless it is gone."""
    try:
        return find(name or DARK.name)
    except (LookupError, ConfigFault):
        return DARK


def _configured(config: Config) -> Theme:
    try:
        return find(config.theme)
    except LookupError as error:
        if config.source is None:
            raise
        raise config.source.fault(("theme",), str(error.args[0])) from None


def find(name: str) -> Theme:
    """A theme by its name; a person's file comes before a theme of that name that is brought.

    Raises:
        LookupError: there is none; it says what is near.
        ConfigFault: there is a mistake in its file.
    """
    file = themes_folder() / f"{name}.toml"
    if file.name == f"{name}.toml" and file.is_file():
        return read(file)
    brought = _brought()
    full = SHORT.get(name, name)
    if full in brought:
        return brought[full]
    known = [*SHORT, *brought, *(each.stem for each in files())]
    close = get_close_matches(name[:60], known, n=1)
    hint = f'did you mean "{close[0]}"?' if close else f"F9 lists them; yours are in {file.parent}"
    raise LookupError(f'there is no theme "{name[:40]}"; {hint}')


def every() -> Iterator[Theme | ConfigFault]:
    """All themes: the program's own, the person's or what is wrong with them, Textual's."""
    yield from THEMES
    mine = list(files())
    for file in mine:
        try:
            yield read(file)
        except ConfigFault as fault:
            yield fault
    named = {*(each.stem for each in mine), *(each.name for each in THEMES)}
    yield from (theme for name, theme in BUILTIN_THEMES.items() if name not in named)


def files() -> list[Path]:
    """The person's own themes."""
    return sorted(themes_folder().glob("*.toml"))


def read(path: Path) -> Theme:
    """A person's theme; it has the name of its file.

    Raises:
        ConfigFault: it can't be read, or holds what is no part of a theme.
    """
    source, values = read_toml(path)
    fields: dict[str, Any] = {}
    for name, value in values.items():
        fields[name] = _field(source, name, value)
    if "primary" not in fields:
        raise ConfigFault(f'{path}: primary is missing: the accent, as primary = "#5fb3a8"')
    theme = Theme(path.stem, **fields)
    for steps, value in _colours(fields):
        _check_colour(source, theme, steps, value)
    for name, style in theme.variables.items():
        _check_variable(source, name, style)
    return theme


def _field(source: Source, name: str, value: Any) -> Any:
    if name not in _TYPES:
        raise source.fault((name,), _unknown("part of a theme", name, _TYPES))
    try:
        return msgspec.convert(value, _TYPES[name])
    except msgspec.ValidationError as error:
        steps = (name, *value) if isinstance(value, dict) else (name,)
        raise source.fault(steps[:2], str(error).partition(" - ")[0].lower()) from None


def _colours(fields: Mapping[str, Any]) -> Iterator[tuple[Steps, str]]:
    for name, value in fields.items():
        if isinstance(value, str):
            yield (name,), value
    for name, value in fields.get(VARIABLES, {}).items():
        if not name.endswith("-style"):
            yield (VARIABLES, name), value


def _check_colour(source: Source, theme: Theme, steps: Steps, value: str) -> None:
    try:
        colour = Color.parse(value)
    except ColorParseError:
        raise source.fault(steps, f'"{value[:40]}" is no colour like #5fb3a8 or teal') from None
    if colour.ansi is not None and not theme.ansi:
        raise source.fault(steps, f'"{value}" {_OWN_COLOUR}')


def _check_variable(source: Source, name: str, value: str) -> None:
    steps = (VARIABLES, name)
    known = DARK.to_color_system().generate()
    if name not in known:
        raise source.fault(steps, _unknown("variable", name, known))
    if name.endswith("-style") and not VALID_STYLE_FLAGS.issuperset(value.split()):
        raise source.fault(steps, f'"{value[:40]}" is no style like bold or reverse')


def _unknown(kind: str, name: str, known: Mapping[str, object]) -> str:
    close = get_close_matches(name[:60], known, n=1)
    hint = f'did you mean "{close[0]}"?' if close else f"there are {', '.join(list(known)[:15])}"
    return f"there is no such {kind}; {hint}"


def _brought() -> Mapping[str, Theme]:
    return {**BUILTIN_THEMES, **{theme.name: theme for theme in THEMES}}
