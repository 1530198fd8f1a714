"""Files brought into the workspace: read, cleaned, checked together, and made one edit."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import UTC, datetime

import msgspec

from coalition_tui import collector
from coalition_tui.clean import clean, count_controls, no_text
from coalition_tui.edits import Change, Edit
from coalition_tui.exchange import json
from coalition_tui.exchange.strict_json import Refused
from coalition_tui.fields import headline, headline_field
from coalition_tui.integrity import ACROSS, Fault, faults, redirected, references, with_ids
from coalition_tui.model import Bundle
from coalition_tui.pointer import Path
from coalition_tui.work import steps
from coalition_tui.workspace import Place, Top, Workspace, table_of

_MOMENTS = ("created_at", "updated_at")


class ImportFault(Exception):  # noqa: N818 - a file is at fault, and no program failed
    """Why a file can't be brought in; one line that names the file and the place in it."""

    def __init__(self, file: str, where: str, message: str, line: int = 0) -> None:
        """Keep the parts.

        Args:
            file: its name.
            where: a path in it (`briefs[2].title`) or a line; empty when it is the whole file.
            message: what is wrong there.
            line: where it is, if that is known.
        """
        super().__init__(": ".join(filter(None, (file, where, message))))
        self.file = file
        self.where = where
        self.message = message
        self.line = line


@dataclass(frozen=True, slots=True)
class Reading:
    """A file as it was understood: its name, its records, how many control characters it held.

    `text` is what it says, if that is Markdown, whose lines a person knows.
    """

    name: str
    bundle: Bundle
    removed: int = 0
    text: str = ""


@collector.paused()
def read_bundle(data: bytes, name: str) -> Reading:
    """What a JSON or Markdown file holds. Its references are checked by `import_edit`.

    Args:
        data: the file.
        name: its name; the ending tells the format, else the first character does.

    Raises:
        ImportFault: it is neither, or holds what no workspace may.
    """
    try:
        text = data.decode("utf-8-sig")
        if not text.strip():
            raise ImportFault(name, "", "there is nothing in it")
        if _is_json(name, text):
            bundle, removed = json.parse(text)
            return Reading(name, bundle, removed)
        removed, text = count_controls(text), clean(text)
        return Reading(name, _parse_markdown(text, name), removed, text)
    except UnicodeDecodeError as error:
        line, said = no_text(error)
        raise ImportFault(name, f"line {line}", said) from None
    except Refused as error:
        raise ImportFault(name, path_text(error.path), error.message) from None
    except RecursionError:
        raise ImportFault(name, "", "lists and objects stand too deep in one another") from None


@collector.paused()
def import_edit(
    workspace: Workspace,
    readings: Sequence[Reading],
    *,
    replace: bool,
    now: datetime,
    new_id: Callable[[], str],
) -> Edit:
    """The edit that brings in every record of these files: all of them or none.

    References may lead to the workspace or to any of the files; from Markdown, also by the name
    of the one person or coalition that has it. Missing ids are made.

    Args:
        workspace: where they are brought in.
        readings: the files.
        replace: a record whose id is there already takes that one's place; else it is refused.
        now: the moment for records that don't say when they were made or changed.
        new_id: makes an id.

    Raises:
        ImportFault: two records have one id, an id is there already, or a reference leads to
            nothing.
    """
    known: Mapping[str, Set[str]] = {
        target: {
            *getattr(workspace, table),
            *(each.id for reading in readings for each in getattr(reading.bundle, table)),
        }
        - {""}
        for target, table in ACROSS.items()
    }
    homes: dict[Place, str] = {}
    changes: list[Change] = []
    for reading in readings:
        bundle = _by_name(reading.bundle, workspace, known) if reading.text else reading.bundle
        for path, record in steps(_tops(bundle)):
            place = Place(table_of(record), record.id)
            before = workspace.table(place.table).get(record.id)
            fault: Fault | None = None
            if place in homes:
                fault = Fault(("id",), f'the id "{record.id}" stands in {homes[place]} too')
            elif before is not None and not replace:
                said = f'"{record.id}" is in the workspace already; replace it, or change the id'
                fault = Fault(("id",), said)
            elif record.id and workspace.fault(place.table, record.id):
                said = f'"{record.id}" is in the workspace already, where it can\'t be read'
                fault = Fault(("id",), f"{said}: change the id, or mend that one")
            else:
                fault = next(_faults(record, known), None)
            if fault:
                raise _fault(reading, (*path, *fault.path), fault.message)
            if record.id:
                homes[place] = reading.name
            after = _complete(record, now, new_id)
            if after != before:
                changes.append(Change(place.table, after.id, before, after))
    return Edit(_label(changes), tuple(changes))


def _by_name(bundle: Bundle, workspace: Workspace, known: Mapping[str, Set[str]]) -> Bundle:
    """Briefs whose references to a name that one record of the workspace has lead to that one."""
    from coalition_tui.exchange.markdown.names import slug  # noqa: PLC0415 - as below

    briefs = bundle.briefs
    for target in ("person", "coalition"):
        lost = {found.id for each in briefs for found in references(each, target)} - known[target]
        if not lost:
            continue
        named = [
            (slug(headline(each)), key) for key, each in getattr(workspace, ACROSS[target]).items()
        ]
        times = Counter(name for name, _ in named)
        to = {name: key for name, key in named if name in lost and times[name] == 1}
        briefs = tuple(redirected(each, target, to) for each in briefs)
    return msgspec.structs.replace(bundle, briefs=briefs)


def path_text(path: Path) -> str:
    """A path as a person reads it: `briefs[2].commitments[0].by`."""
    steps = (f"[{step}]" if isinstance(step, int) else f".{step[:60]}" for step in path)
    return "".join(steps).removeprefix(".")


def _fault(reading: Reading, path: Path, message: str) -> ImportFault:
    """What is wrong at a path, where the person finds it: by its line in Markdown."""
    if not reading.text:
        return ImportFault(reading.name, path_text(path), message)
    from coalition_tui.exchange import markdown  # noqa: PLC0415 - as below

    line = markdown.line_of(reading.text, path)
    return ImportFault(reading.name, f"line {line}", message, line)


def _parse_markdown(text: str, name: str) -> Bundle:
    from coalition_tui.exchange import markdown  # noqa: PLC0415 - JSON is read faster without it

    try:
        return Bundle(briefs=markdown.parse(text))
    except markdown.MarkdownFault as error:
        raise ImportFault(name, f"line {error.line}", error.message) from None


def _is_json(name: str, text: str) -> bool:
    ending = name.lower().rpartition(".")[2]
    if ending in ("md", "markdown"):
        return False
    return ending == "json" or text.lstrip()[:1] in ("{", "[")


def _tops(bundle: Bundle) -> list[tuple[Path, Top]]:
    return [
        ((table, position), record)
        for table in ACROSS.values()
        for position, record in enumerate(getattr(bundle, table))
    ]


def _faults(record: Top, known: Mapping[str, Set[str]]) -> Iterator[Fault]:
    for name in _MOMENTS:
        moment = getattr(record, name)
        if moment and not 1 < moment.year < 9999:
            yield Fault((name,), "the year is out of range")
    called = headline_field(type(record))
    if called.required and not headline(record).strip():
        yield Fault((called.name,), f"{called.title.lower()} can't be empty")
    yield from faults(record, known)


def _complete(record: Top, now: datetime, new_id: Callable[[], str]) -> Top:
    """The record with its ids, and with its two moments in UTC."""
    moments = {name: (getattr(record, name) or now).astimezone(UTC) for name in _MOMENTS}
    return msgspec.structs.replace(with_ids(record, new_id), **moments)


def _label(changes: Sequence[Change]) -> str:
    counts = []
    for target, table in ACROSS.items():
        count = sum(each.table == table for each in changes)
        if count:
            counts.append(f"{count} {target if count == 1 else table}")
    return f"Import {', '.join(counts) or 'nothing'}"
