"""Every key of the list, pressed where it lives, in the installed program in a real terminal."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coalition_tui.exchange.formats import FORMATS
from coalition_tui.model import Brief, Bundle
from coalition_tui.tui.keys import SCOPES
from tests.e2e.walk import AWAY, BYTES, STORIES, sent
from tests.terminal import Terminal
from tests.tui.conftest import sample_workspace
from tests.tui.desk import USUAL, WIDE, keep

pytestmark = pytest.mark.slow

EDITOR = 'sed s/Fleet-wide/Whole-fleet/ "$1" > "$1.new" && mv "$1.new" "$1"'
SLOW = 40.0


def test_the_walk_comes_past_every_key() -> None:
    walked = {(name, key) for story in STORIES.values() for name, key, _ in story}
    every = {
        (each.id, key)
        for bindings in SCOPES.values()
        for each in bindings
        for key in each.key.split(",")
    }
    assert every - walked == set()
    assert {each for each in walked if each[0]} <= every


def is_other(terminal: Terminal) -> Callable[[str], bool]:
    """Whether the screen looks other than now, colours too."""
    look = terminal.look
    return lambda _: terminal.look != look


@pytest.mark.parametrize("story", STORIES)
def test_each_key_does_what_can_be_seen(story: str, home: Path, tmp_path: Path) -> None:
    keep(tmp_path / "coalition.json", sample_workspace())
    (tmp_path / "editor.sh").write_text(EDITOR)
    brief = Brief(id="new", title="A brand new brief")
    (tmp_path / "new.json").write_text(FORMATS["json"].render(Bundle(briefs=(brief,))))
    many = ",".join(['{"title": "x"}'] * (300_000 if story == "long work" else 1))
    (tmp_path / "large.json").write_text(
        f'{{"format": "coalition-tui", "version": 1, "briefs": [{many}]}}'
    )
    env = {"EDITOR": "sh editor.sh", "COALITION_TUI_CLIPBOARD": "off"}
    program: list[str | Path] = [
        Path(sys.executable).parent / "coalition-tui",
        "--db",
        "coalition.json",
    ]
    size = USUAL if story == "narrow" else WIDE
    with Terminal(program, home, env=env, size=size, cwd=tmp_path) as terminal:
        terminal.wait_for("Briefs › Launch", "saved", timeout=SLOW)
        for step in STORIES[story]:
            _, key, seen = step
            if not seen:
                terminal.wait_still()
            elif seen.startswith("-"):
                terminal.wait_for(seen[1:], timeout=SLOW)
            elif seen != AWAY:
                terminal.wait_gone(seen, timeout=SLOW)
            looks_other = is_other(terminal)
            terminal.send(sent(key))
            if seen == AWAY:
                assert terminal.wait_exit(SLOW) == 0
            elif not seen:
                terminal.wait_until(looks_other, f"a change: {step}", SLOW)
            elif seen.startswith("-"):
                terminal.wait_gone(seen[1:], timeout=SLOW)
            else:
                terminal.wait_for(seen, timeout=SLOW)
    assert not terminal.running


def test_every_name_of_a_key_is_known() -> None:
    names = {key for story in STORIES.values() for name, key, _ in story if name and len(key) > 1}
    assert {each for each in names if not each.startswith("ctrl+")} <= BYTES.keys()
