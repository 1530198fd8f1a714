"""Files of earlier versions, brought to the shape of this one."""

from collections.abc import Callable, Mapping

import msgspec
from msgspec import Raw

from coalition_tui.store.contents import META, SCHEMA, Contents, Document, Meta

Migration = Callable[[Document], Document]
"""Makes the tables of one schema from those of the one before; `meta` is not its business."""

MIGRATIONS: Mapping[int, Migration] = {}
"""Each by the schema that it starts from."""


def migrated(
    contents: Contents,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    schema: int = SCHEMA,
) -> Contents:
    """The contents in today's shape; the same if they have it, or a later one.

    What a migration does not change stays byte for byte. KeyError when a step is missing.
    """
    if contents.meta.schema >= schema:
        return contents
    before = contents.document()
    after = contents.document()
    for step in range(contents.meta.schema, schema):
        after = migrations[step](after)
    others = {name for name in contents.others if after.get(name) == before[name]}
    tables: dict[str, dict[str, Raw]] = {}
    for name, documents in after.items():
        if name == META or name in others:
            continue
        kept = contents.tables.get(name, {})
        tables[name] = {
            key: kept[key]
            if key in kept and before[name][key] == document
            else Raw(msgspec.json.encode(document))
            for key, document in documents.items()
        }
    return Contents(
        Meta(schema, contents.meta.seq), tables, {name: contents.others[name] for name in others}
    )
