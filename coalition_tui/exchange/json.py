"""The file that travels, as JSON: lossless, in the order of the model."""

import re
from typing import Any

import msgspec

from coalition_tui.clean import CONTROLS, clean_values
from coalition_tui.exchange import strict_json
from coalition_tui.exchange.expectation import explained, shown
from coalition_tui.exchange.strict_json import Refused
from coalition_tui.model import FORMAT, VERSION, Bundle

# Only a text with one of these can hold a control character, as it is or as an escape.
_SUSPECT = re.compile(rf"{CONTROLS.pattern}|\\[ubfr]")


def render(bundle: Bundle) -> str:
    """The bundle, readable."""
    return msgspec.json.format(msgspec.json.encode(bundle), indent=2).decode() + "\n"


def parse(text: str) -> tuple[Bundle, int]:
    """The bundle that a text holds, and how many control characters were taken out of it.

    References are not looked at. Refused with its path when anything else is wrong.
    """
    value, removed = strict_json.loads(text), 0
    if _SUSPECT.search(text):
        value, removed = clean_values(value)
    if isinstance(value, dict):
        _refuse_others(value)
    try:
        return msgspec.convert(value, Bundle), removed
    except msgspec.ValidationError as error:
        raise explained(error, value) from None


def schema() -> dict[str, Any]:
    """The JSON Schema of the file that travels."""
    (root,), components = msgspec.json.schema_components([Bundle], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "coalition-tui",
        **root,
        "$defs": components,
    }


def _refuse_others(value: dict[str, Any]) -> None:
    """Say of files that are no bundle what they are."""
    name, version = value.get("format", FORMAT), value.get("version", VERSION)
    if "meta" in value and "format" not in value:
        raise Refused("this is a workspace; open it with --db")
    if name != FORMAT:
        raise Refused(f'expected "{FORMAT}", not {shown(name)}', ("format",))
    if type(version) is int and version > VERSION:
        raise Refused(f"version {version} needs a newer coalition-tui", ("version",))
    if type(version) is not int or version != VERSION:
        raise Refused(f"expected {VERSION}, not {shown(version)}", ("version",))
