"""TinyDB's seam, made safe: a file that is replaced whole, and a journal of edits beside it."""

from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from msgspec import Raw
from tinydb.storages import Storage

from coalition_tui.session import StoreError
from coalition_tui.store.contents import META, NOTHING, Document, Put
from coalition_tui.store.keeper import Keeper


class JournalStorage(Keeper, Storage):
    """A workspace for TinyDB's own API: `TinyDB(path, storage=JournalStorage)`.

    It sees file and journal. A write becomes one edit in the journal; where somebody else holds
    the file, it is refused.
    """

    def read(self) -> Document | None:
        """The tables as TinyDB wants them; None when there is nothing yet."""
        if self.writer is None:
            self.open()
        there = any(self.contents.tables.values()) or self.contents.meta.seq
        return self.contents.document() if there else None

    def write(self, data: Mapping[str, Any]) -> None:
        """Keep what differs from what is there as one edit; the table `meta` is left alone."""
        if self.writer is None:
            raise StoreError(f"{self.path}: {self.read_only or 'nothing has been read yet'}")
        puts = tuple(self._differences(data))
        if puts:
            self.writer.append(puts)

    def _differences(self, data: Mapping[str, Any]) -> Iterator[Put]:
        before = self.contents.document()
        for name in {*before, *data} - {META} - {*self.contents.others}:
            old = {str(key): value for key, value in before.get(name, {}).items()}
            new = {str(key): value for key, value in data.get(name, {}).items()}
            for key in old.keys() - new.keys():
                yield Put(name, key, NOTHING)
            for key, value in new.items():
                if key not in old or old[key] != value:
                    yield Put(name, key, Raw(msgspec.json.encode(value)))
