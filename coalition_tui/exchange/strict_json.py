"""JSON read without leniency: what two programs could understand differently is refused."""

import json
from collections.abc import Iterator
from typing import Any

from coalition_tui.pointer import Path

DIGIT_LIMIT = 18


class Refused(ValueError):  # noqa: N818 - what a person gave is, and no program failed
    """Why a text is not read, and the path to where it goes wrong, as far as one is known."""

    def __init__(self, message: str, path: Path = ()) -> None:
        """Say it in a few words."""
        super().__init__(message)
        self.message = message
        self.path = path


class _Bad:
    """Stands in the decoded values where something must be refused."""

    def __init__(self, message: str, key: str = "") -> None:
        self.message = message
        self.key = key


def loads(text: str) -> Any:
    """A JSON text's value.

    Raises:
        Refused: it is no JSON, too deep, repeats a key in one object, or holds NaN, an infinity
            or a number of more than 18 digits.
    """
    bad: list[_Bad] = []

    def refuse(message: str, key: str = "") -> _Bad:
        bad.append(_Bad(message, key))
        return bad[-1]

    def integer(digits: str) -> int | _Bad:
        if len(digits) > DIGIT_LIMIT:
            return refuse(f"a number of {len(digits):,} digits")
        return int(digits)

    def made(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Bad:
        value = dict(pairs)
        if len(value) < len(pairs):
            seen: set[str] = set()
            key = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # None, after the key is noted
            return refuse("stands twice in one object", key)
        return value

    try:
        value = json.loads(
            text,
            object_pairs_hook=made,
            parse_int=integer,
            parse_constant=lambda name: refuse(f"{name} is no JSON number"),
        )
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        raise Refused(
            f"not valid JSON at {where}: {error.msg[:1].lower()}{error.msg[1:]}"
        ) from None
    except RecursionError:
        raise Refused("lists and objects stand too deep in one another") from None
    if bad:
        raise next(_refusals(value, ()))
    return value


def _refusals(value: Any, path: Path) -> Iterator[Refused]:
    """What was refused inside a value, in its order. What the hooks dropped is not there."""
    match value:
        case _Bad(message=message, key=key):
            yield Refused(message, (*path, key) if key else path)
        case dict():
            for key, inner in value.items():
                yield from _refusals(inner, (*path, key))
        case list():
            for position, inner in enumerate(value):
                yield from _refusals(inner, (*path, position))
