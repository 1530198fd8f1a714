"""The page around briefs: its landmarks, its headings in order, and its style."""

from collections.abc import Iterator

from coalition_tui import paths
from coalition_tui.clean import one_line
from coalition_tui.exchange.html.markup import Element, element, joined
from coalition_tui.exchange.html.pictures import rehearsal_figure, strengths_figure
from coalition_tui.exchange.html.records import facts, listed, matrix, words
from coalition_tui.exchange.outline import Chapter, chapters, front, names_of
from coalition_tui.model import Brief, Bundle
from coalition_tui.wording import Names, plural
from coalition_tui.work import steps

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
"""A browser that reads it fetches nothing and runs nothing, whatever stands in the page."""

_FIRST = ("outcome", "why_now")
"""What a reader needs before any picture makes sense."""


def render(bundle: Bundle) -> str:
    """The page. One brief is the page itself; of several, each is an article of it."""
    briefs = bundle.briefs
    if len(briefs) == 1:
        title = one_line(briefs[0].title) or "A brief"
        body = _brief(briefs[0], bundle, level=1)
    else:
        title = f"{plural(len(briefs), 'coalition brief')}"
        contents = (
            element("li", element("a", one_line(each.title), href=f"#b{place}", dir="auto"))
            for place, each in enumerate(briefs, 1)
        )
        articles = (
            element("article", *_brief(each, bundle, level=2), id=f"b{place}")
            for place, each in enumerate(steps(briefs), 1)
        )
        body = (
            element(
                "header",
                element("h1", title),
                element("nav", element("ol", *contents), aria_label="Briefs"),
            ),
            element("main", *articles),
        )
    head = (
        element("meta", charset="utf-8"),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="color-scheme", content="light dark"),
        element("title", title),
        element("style", Element(_style())),
    )
    page = element("html", element("head", *head), element("body", *body), lang="en")
    return f"<!doctype html>\n{page}\n"


def _style() -> str:
    return paths.resource("styles", "page.css").read_text(encoding="utf-8")


def _brief(brief: Brief, bundle: Bundle, level: int) -> tuple[Element, ...]:
    names = names_of(bundle, brief)
    found = list(chapters(brief, names))
    first = [each for each in found if each.section.name in _FIRST]
    rest = [each for each in found if each not in first]
    heading = words(one_line(brief.title) or "…", f"h{level}")
    header = element("header", heading, element("p", facts(front(brief, names)), class_="front"))
    opening = (_chapter(each, names, level + 1) for each in first)
    content = joined(
        element("div", *opening, class_="pair") if first else "",
        _pictures(brief, level + 1),
        element("div", *(_chapter(each, names, level + 1) for each in rest), class_="sections"),
    )
    return (header, element("main", content) if level == 1 else content)


def _pictures(brief: Brief, level: int) -> Element:
    tag = f"h{level}"
    return element(
        "div",
        element("section", element(tag, "Seven strengths"), strengths_figure(brief)),
        element("section", element(tag, "If one of them drops out"), rehearsal_figure(brief)),
        class_="pair pictures",
    )


def _chapter(chapter: Chapter, names: Names, level: int) -> Element:
    section = chapter.section
    return element(
        "section",
        element(f"h{level}", section.title),
        *_content(chapter, names, level + 1),
        class_=section.name,
    )


def _content(chapter: Chapter, names: Names, level: int) -> Iterator[Element]:
    title = chapter.section.title
    for fact in chapter.texts:
        label = () if fact.title == title else (element("b", fact.label), " ")
        yield element("p", *label, words(fact.value, "span"))
    if chapter.owned:
        yield matrix(chapter.lists, title)
        return
    for heading, entries in chapter.lists:
        if heading != title:
            yield element(f"h{level}", heading)
        yield listed(entries, names, heading)
