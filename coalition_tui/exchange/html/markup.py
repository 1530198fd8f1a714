"""HTML that is escaped by construction: whatever is no element is a text."""

from html import escape


class Element(str):
    """Markup that is written as it is; only `element` and `joined` make it."""

    __slots__ = ()


_VOID = frozenset({"meta"})


def element(tag: str, *children: str, **attributes: str | int | None) -> Element:
    """An element. Children that are plain texts, and all attributes, are escaped.

    Args:
        tag: its name.
        children: in order; an empty one is left out.
        attributes: `class_` is `class`, `aria_label` is `aria-label`; without None.
    """
    shown = "".join(
        f' {name.rstrip("_").replace("_", "-")}="{escape(str(value))}"'
        for name, value in attributes.items()
        if value is not None
    )
    if tag in _VOID:
        return Element(f"<{tag}{shown}>")
    return Element(f"<{tag}{shown}>{joined(*children)}</{tag}>")


def joined(*children: str) -> Element:
    """Elements and texts one after another."""
    return Element("".join(map(_written, children)))


def _written(child: str) -> str:
    return child if isinstance(child, Element) else escape(child)
