"""The page: well formed, escaped, self-contained, and readable by everyone."""

import re
import shutil
import subprocess
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings

from coalition_tui.clean import CONTROLS, one_line
from coalition_tui.exchange.audience import bundle_of
from coalition_tui.exchange.html import render
from coalition_tui.exchange.html.markup import Element, element, joined
from coalition_tui.fields import Kind, fields, is_content
from coalition_tui.model import Brief, Bundle, Conversation, Interest, Party, Record
from coalition_tui.paths import resource
from coalition_tui.workspace import Workspace
from tests import strategies

VOID = {"meta"}
HOSTILE = "<script>alert(1)</script> \" ' & </style> <!-- javascript:x"


class Page(HTMLParser):
    """A page as a browser reads it: elements with their attributes, and texts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        assert len(dict(attrs)) == len(attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.texts.append(data)

    @property
    def text(self) -> str:
        """Everything a person reads, on one line."""
        return one_line(" ".join(self.texts))

    def all(self, *tags: str) -> list[tuple[str, dict[str, str | None]]]:
        """The elements with these names."""
        return [each for each in self.elements if each[0] in tags]


@pytest.fixture(scope="module")
def launch(samples: Workspace) -> str:
    return render(bundle_of(samples, ["lane-guarantee-launch"]))


def page_of(*briefs: Brief) -> Page:
    return Page(render(Bundle(briefs=briefs)))


def levels(page: Page) -> list[int]:
    return [int(tag[1]) for tag, _ in page.all("h1", "h2", "h3", "h4", "h5", "h6")]


def test_the_page_says_its_language_and_title(launch: str) -> None:
    page = Page(launch)
    assert launch.startswith('<!doctype html>\n<html lang="en">')
    assert page.texts[0] == "Launch Lane Guarantee for pharma shippers"
    assert len(page.all("main")) == len(page.all("h1")) == 1


@pytest.mark.parametrize("count", [1, 2])
def test_headings_come_in_order(samples: Workspace, count: int) -> None:
    page = Page(render(bundle_of(samples, list(samples.briefs)[:count])))
    found = levels(page)
    assert found[0] == 1
    assert found.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(found))


def test_several_briefs_are_articles_with_contents(samples: Workspace) -> None:
    page = Page(render(bundle_of(samples, list(samples.briefs)[:3])))
    assert len(page.all("article")) == 3
    links = [attributes["href"] for _, attributes in page.all("a")]
    assert links == [f"#{attributes['id']}" for _, attributes in page.all("article")]
    assert page.all("nav")[0][1]["aria-label"] == "Briefs"


def test_every_table_has_a_name_and_heads(launch: str) -> None:
    page = Page(launch)
    assert len(page.all("table")) == len(page.all("caption")) > 5
    assert {attributes["scope"] for _, attributes in page.all("th")} == {"col", "row"}


def test_every_picture_says_what_it_shows(launch: str) -> None:
    pictures = Page(launch).all("svg")
    assert len(pictures) > 9
    assert all(each["role"] == "img" and each["aria-label"] for _, each in pictures)
    labels = [each["aria-label"] for _, each in pictures]
    assert "Context: met, 8 of 8" in labels
    assert "Without Legal: loses 1 commitment" in labels


def test_nothing_runs_and_nothing_is_fetched(launch: str) -> None:
    page = Page(launch)
    assert not page.all("script", "link", "img", "iframe", "object", "embed", "form", "base")
    for _, attributes in page.elements:
        assert not any(name.startswith("on") for name in attributes)
        assert all(
            (attributes.get(name) or "#").startswith("#") for name in ("href", "src", "style")
        )
    style = launch.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in style
    assert "@import" not in style
    assert "default-src &#x27;none&#x27;" in launch


def test_what_people_wrote_is_never_markup() -> None:
    record = Interest(id="i", stance="need", text=HOSTILE, integrated=HOSTILE)
    brief = Brief(
        id="b",
        title=HOSTILE,
        outcome=HOSTILE,
        parties=(Party(id="p", name=HOSTILE, interests=(record,)),),
        conversations=(Conversation(id="c", kind="ask", said=HOSTILE, parties=("p",)),),
    )
    for page in (page_of(brief), page_of(brief, brief)):
        assert not page.all("script")
        assert one_line(HOSTILE) in page.text


def test_control_characters_are_left_out() -> None:
    text = render(Bundle(briefs=(Brief(id="b", title="a\x1b[1m\u202eb", outcome="\x00c"),)))
    assert not CONTROLS.search(text)


def test_too_little_data_is_said() -> None:
    page = page_of(Brief(id="b", title="B"))
    assert page.text.count("Not enough data") >= 2


def said(record: Record) -> list[str]:
    """Every text in a record that a person wrote."""
    found = []
    for item in fields(type(record)):
        value = getattr(record, item.name)
        if item.kind in (Kind.LINE, Kind.TEXT) and is_content(item, value):
            found.append(one_line(value))
        elif item.kind is Kind.TEXTS:
            found += [one_line(each) for each in value]
        elif item.kind is Kind.RECORDS:
            found += [text for each in value for text in said(each)]
    return found


@settings(max_examples=30, deadline=None)
@given(strategies.briefs())
def test_no_text_of_any_brief_is_missing(brief: Brief) -> None:
    page = page_of(brief)
    for text in said(brief):
        assert text in page.text


def test_elements_escape_texts_and_attributes() -> None:
    made = element("p", "<b>", element("b", "&"), class_='"x"', aria_label="a", hidden=None)
    assert made == '<p class="&quot;x&quot;" aria-label="a">&lt;b&gt;<b>&amp;</b></p>'
    assert joined("<", Element("<br>")) == "&lt;<br>"
    assert isinstance(made, Element)


def luminance(colour: str) -> float:
    """WCAG 2.2, relative luminance."""
    digits = colour.removeprefix("#")
    digits = digits if len(digits) == 6 else "".join(each * 2 for each in digits)
    parts = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_texts_stand_out_in_light_dark_and_print() -> None:
    """WCAG AA: 4.5 to 1."""
    style = resource("styles", "page.css").read_text(encoding="utf-8")
    roots = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    assert len(roots) == 3
    for root in roots:
        colours = dict(re.findall(r"--(\w+): (#[0-9a-f]+)", root))
        for front in ("ink", "soft", "accent", "warn"):
            for back in ("paper", "panel"):
                bright = sorted((luminance(colours[front]), luminance(colours[back])))
                assert (bright[1] + 0.05) / (bright[0] + 0.05) >= 4.5, (front, back)


CHROMIUM = shutil.which("chromium")
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM, reason="no Chromium here")
def test_a_browser_prints_a_brief_on_two_pages(samples: Workspace, tmp_path: Path) -> None:
    page = tmp_path / "brief.html"
    page.write_text(render(bundle_of(samples, ["per-lane-pricing"])), encoding="utf-8")
    paper = tmp_path / "brief.pdf"
    browser(tmp_path, f"--print-to-pdf={paper}", "--no-pdf-header-footer", page.as_uri())
    assert len(re.findall(rb"/Type\s*/Page\b", paper.read_bytes())) <= 2


@pytest.mark.slow
@pytest.mark.skipif(not CHROMIUM, reason="no Chromium here")
@pytest.mark.parametrize("width", [390, 900])
def test_in_a_browser_nothing_is_wider_than_the_window(
    samples: Workspace, tmp_path: Path, width: int
) -> None:
    page = render(bundle_of(samples, ["lane-guarantee-launch"]))
    inner = tmp_path / "brief.html"
    # Only here, to measure: the page itself runs nothing.
    measure = (
        "<script>const root = document.documentElement; addEventListener('load', () => "
        "parent.postMessage(root.scrollWidth - root.clientWidth, '*'))</script>"
    )
    policy = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
    inner.write_text(policy.sub("", page).replace("</body>", f"{measure}</body>"))
    outer = tmp_path / "outer.html"
    outer.write_text(
        "<script>onmessage = event => document.title = event.data</script>"
        f'<iframe src="brief.html" style="border:0;width:{width}px;height:800px"></iframe>'
    )
    shown = browser(tmp_path, "--dump-dom", "--virtual-time-budget=5000", outer.as_uri())
    assert "<title>0</title>" in shown


def browser(folder: Path, *arguments: str) -> str:
    """Run a headless browser of its own, without a network."""
    assert CHROMIUM is not None
    done = subprocess.run(
        [CHROMIUM, *QUIET, f"--user-data-dir={folder / 'browser'}", *arguments],
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.stdout
