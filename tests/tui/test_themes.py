"""Every theme can be read on every kind of screen, and is found by its name."""

from collections.abc import Iterator

import pytest
from rich.color import ColorSystem
from textual.color import Color
from textual.geometry import Region
from textual.theme import BUILTIN_THEMES, Theme

from coalition_tui.config import ConfigFault
from coalition_tui.tui.legible import CALM, FRAME, MUTED, STATES, TEXT, contrast, legible, of_256
from coalition_tui.tui.theme import DARK, LIGHT, TERMINAL, THEMES
from coalition_tui.tui.themes import begun, find
from tests.tui.desk import Desk

COLOURED = [each for each in (*THEMES, *BUILTIN_THEMES.values()) if not each.ansi]
LINES = frozenset("╭╮╰╯│─━▌▐▁▂▃▄▅▆▇█ ")
BOXES = "#dialog, #picker, #form"
SCREENS = {
    "a brief": ("4", "j"),
    "a form": ("4", "e"),
    "a choice": ("2", "4", "e", "tab", "tab"),
    "the checks": ("c", "j"),
    "help": ("question_mark",),
    "the palette": ("colon",),
    "search": ("f3", "t", "h", "e"),
    "a coalition": ("C", "8"),
    "what is due": ("A", "j"),
}


def variables(theme: Theme) -> dict[str, Color]:
    """The colours that the screens are drawn with in a theme."""
    given = theme.to_color_system().generate()
    found = {**given, **legible(given)}
    under = Color.parse(found["background"])
    names = ("foreground", "accent", "text-muted", "border", "border-blurred", *STATES, *CALM)
    return {"background": under, **{each: under + Color.parse(found[each]) for each in names}}


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_texts_can_be_read_on_all_that_they_stand_on(theme):
    found = variables(theme)
    for ground in ("background", *CALM):
        for name in ("foreground", "accent", *STATES):
            assert contrast(found[name], found[ground]) >= TEXT, (name, ground)
        assert contrast(found["text-muted"], found[ground]) >= MUTED, ground
    assert contrast(found["border"], found["background"]) >= MUTED
    assert contrast(found["border-blurred"], found["background"]) >= FRAME


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_the_cursors_row_and_muted_texts_stand_out_from_what_is_around_them(theme):
    found = variables(theme)
    assert contrast(found["block-cursor-background"], found["background"]) >= 1.15
    assert contrast(found["text-muted"], found["foreground"]) >= 1.35


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_our_own_colours_are_hardly_moved(theme):
    """What is written in the theme is what is seen: nobody has to guess why it is not."""
    found, given = variables(theme), theme.to_color_system().generate()
    for name in ("foreground", "surface", "panel", *STATES):
        assert contrast(found[name], Color.parse(given[name])) < 1.1, name
    assert contrast(found["accent"], Color.parse(given["primary"])) < 1.1


def drawn(desk: Desk) -> Iterator[tuple[str, Color, Color]]:
    """Each text that is seen and not dimmed by a box over it, its colour, what it stands on."""
    boxes = desk.app.screen.query(BOXES)
    seen = boxes.first().region if boxes else Region(0, 0, *desk.app.size)
    rows = desk.strips[seen.y : seen.bottom]
    for text, style, _ in (each for row in rows for each in row.crop(seen.x, seen.right)):
        if set(text) - LINES:
            assert style is not None
            assert style.color is not None
            assert style.bgcolor is not None
            yield text, Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor)


@pytest.mark.parametrize("name", SCREENS)
async def test_no_screen_draws_a_text_that_is_hard_to_read(with_samples, name):
    """Two themes whose own colours are far from what can be read."""
    async with with_samples() as desk:
        await desk.press(*SCREENS[name])
        for theme in ("nord", "textual-light"):
            desk.app.theme = theme
            await desk.settle()
            muted = Color.parse(desk.app.theme_variables["text-muted"])
            poor = {
                (text, contrast(colour, under))
                for text, colour, under in drawn(desk)
                if contrast(colour, under) < (MUTED if colour == muted else TEXT) - 0.02
            }
            assert not poor


async def test_the_picker_shows_a_theme_and_esc_brings_the_other_back(with_samples):
    async with with_samples() as desk:
        await desk.press("f9", "down", "down", "down")
        await desk.wait(lambda: desk.app.theme == "textual-dark")
        await desk.press("escape")
        assert desk.app.theme == "coalition-dark"
        await desk.press("f9", "down")
        await desk.wait(lambda: desk.app.theme == "coalition-light")
        await desk.press("enter")
        assert desk.app.theme == "coalition-light"


async def test_enter_keeps_the_theme_that_was_typed_before_it_was_seen(with_samples):
    async with with_samples() as desk:
        await desk.press("f9")
        await desk.type("gruv")
        await desk.press("enter")
        assert desk.app.theme == "gruvbox"


@pytest.fixture
def write(tmp_path, monkeypatch):
    """Writes a theme of the person's own."""
    monkeypatch.setenv("COALITION_TUI_CONFIG", str(tmp_path / "config.toml"))
    (tmp_path / "themes").mkdir()

    def written(name, text):
        path = tmp_path / "themes" / f"{name}.toml"
        path.write_text(text)
        return path

    return written


async def test_a_theme_of_ones_own_is_in_the_list_and_a_broken_one_is_told(with_samples, write):
    write("ocean", 'primary = "#3388cc"\nbackground = "#001020"\n')
    broken = write("broken", 'primary = "blu"\n')
    async with with_samples() as desk:
        await desk.press("f9")
        assert any("ocean  yours" in line for line in desk.lines)
        assert not any("broken  " in line for line in desk.lines)
        assert desk.toasts == [
            f'{broken}: line 1: primary: "blu" is no colour like #5fb3a8 or teal'
        ]
        await desk.type("ocean")
        await desk.press("enter")
        assert desk.app.theme == "ocean"


def test_a_theme_is_found_by_its_name(write):
    write("nord", 'primary = "teal"\n\n[variables]\n"link-style" = "bold underline"\n')
    assert find("dark") is DARK
    assert find("light") is LIGHT
    assert find("dracula").name == "dracula"
    assert find("nord").primary == "teal"
    with pytest.raises(LookupError, match='no theme "drakula"; did you mean "dracula"'):
        find("drakula")
    with pytest.raises(LookupError, match="F9 lists them"):
        find("../config")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('primary = "#12345"', 'line 1: primary: "#12345" is no colour like #5fb3a8 or teal'),
        ('\nbackgruond = "red"', "line 2: backgruond: there is no such part of a theme; did you"),
        ('background = "red"', "primary is missing"),
        ('primary = "red"\ndark = "yes"', "line 2: dark: expected `bool`, got `str`"),
        ('primary = "ansi_red"', 'line 1: primary: "ansi_red" is a colour of the terminal\'s own'),
        (
            'primary = "red"\n[variables]\nbordr = "red"',
            "line 3: variables.bordr: there is no such",
        ),
        ('primary = "red"\n[variables]\nborder = "rd"', 'line 3: variables.border: "rd" is no col'),
        ('primary = "red"\n[variables]\nborder = 1', "line 3: variables.border: expected `str`"),
        (
            'primary = "red"\n[variables]\nlink-style = "blod"',
            'line 3: variables.link-style: "blod" is no style like bold or reverse',
        ),
        ("primary = red", "line 1: Invalid value"),
    ],
)
def test_what_is_wrong_with_a_theme_is_told_with_its_line(write, text, said):
    path = write("mine", text)
    with pytest.raises(ConfigFault) as error:
        find("mine")
    assert str(error.value).startswith(f"{path}: {said}")


@pytest.mark.parametrize("theme", [TERMINAL, *COLOURED[:1]], ids=lambda theme: theme.name)
def test_few_colours_are_the_terminals_own(theme, monkeypatch, tmp_path):
    monkeypatch.setenv("COALITION_TUI_CONFIG", str(tmp_path / "config.toml"))
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("COLORTERM", raising=False)
    monkeypatch.setenv("TERM", "linux" if theme is TERMINAL else "xterm-256color")
    assert begun(None) is theme


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
def test_with_256_colours_texts_can_be_read_as_well(theme):
    given = theme.to_color_system().generate()
    found = {name: seen(each) for name, each in legible(given, of_256).items() if "#" in each}
    for name in ("foreground", "accent", *STATES):
        for ground in ("background", *CALM):
            assert contrast(found[name], found[ground]) >= TEXT * 0.93, (name, ground)
    assert contrast(found["block-cursor-background"], found["background"]) >= 1.15


def seen(colour: str) -> Color:
    """What a terminal of 256 colours is sent for a colour."""
    sent = Color.parse(colour).rich_color.downgrade(ColorSystem.EIGHT_BIT)
    return Color(*sent.get_truecolor())


async def test_without_colours_the_cursors_row_is_reversed_and_its_frame_is_heavy(
    monkeypatch, with_samples
):
    monkeypatch.setenv("NO_COLOR", "1")
    async with with_samples() as desk:
        await desk.press("4", "j")
        rows = desk.strips
        lit = [text for row in rows for text, style, _ in row if style and style.reverse]
        assert [text.split("  ")[1] for text in lit if len(text) > 1] == ["Alastair Boyne"]
        assert desk.seen(desk.pane("4"))[0].startswith("┏━ 4 Required parties")
        assert not any("┏" in line or "▌" in line for line in desk.seen("#strength"))
        filters = desk.app.get_line_filters()
        for row in rows:
            for _, style, _ in row.apply_filter(filters[0], Color(0, 0, 0)):
                assert style is None or (style.color.is_default and style.bgcolor.is_default)
        await desk.press("f9")
        assert desk.toasts == ["NO_COLOR is set: there are no colours to choose from."]
