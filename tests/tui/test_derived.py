"""A text field added to a record is one line, and then stands in form, pane, files and schema."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

pytestmark = pytest.mark.slow

BEFORE = "    moves_down: Annotated["
ONE_LINE = (
    '    way_back: Annotated[str, declare.text("Way back", "How is it taken back?")] = ""  # new\n'
)

LOOK = """
import asyncio, json, sys
from pathlib import Path
from coalition_tui.exchange.formats import FORMATS
from coalition_tui.model import Bundle
from tests.tui.desk import BLANK, WIDE, keep, opened, workspace_of

async def look(path):
    keep(path, workspace_of(BLANK))
    async with opened(path, WIDE) as desk:
        seen = {}
        await desk.press("3", "a")
        await desk.fill(statement="Speed over depth")
        await desk.go("way_back")
        seen["form"] = desk.text
        await desk.type("Reopen the old lane")
        await desk.press("escape", "o")
        seen["pane"] = desk.text
        seen["file"] = desk.saved()
        bundle = Bundle(briefs=tuple(desk.app.session.workspace.briefs.values()))
        seen["formats"] = {each.name: each.render(bundle) for each in FORMATS.values()}
    return seen

Path(sys.argv[2]).write_text(json.dumps(asyncio.run(look(Path(sys.argv[1])))))
"""


@pytest.fixture(scope="module")
def grown(tmp_path_factory) -> Path:
    """The program with one more line."""
    folder: Path = tmp_path_factory.mktemp("grown")
    for name in ("coalition_tui", "styles", "sample_data"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "tests").symlink_to(ROOT / "tests")
    parts = folder / "coalition_tui" / "model" / "parts.py"
    text = parts.read_text()
    assert text.count(BEFORE) == 1
    parts.write_text(text.replace(BEFORE, ONE_LINE + BEFORE))
    return folder


def run(grown: Path, *arguments: str | Path) -> str:
    """What the grown program prints."""
    environment = {"PATH": os.environ["PATH"], "HOME": str(grown), "PYTHONPATH": str(grown)}
    ended = subprocess.run(
        [sys.executable, *arguments],
        cwd=grown,
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout


def test_one_line_is_enough_for_form_pane_and_every_file(grown, tmp_path):
    told = tmp_path / "told.json"
    run(grown, "-c", LOOK, tmp_path / "coalition.json", told)
    seen = json.loads(told.read_text())
    assert "Way back" in seen["form"]
    assert "How is it taken back?" in seen["form"]
    assert "Way back" in seen["pane"]
    assert "Reopen the old lane" in seen["pane"]
    assert seen["file"][0]["tradeoffs"][0]["way_back"] == "Reopen the old lane"
    assert '"way_back"' in seen["formats"]["json"]
    assert "Reopen the old lane" in seen["formats"]["markdown"]
    assert "Way back" in seen["formats"]["markdown"]


def test_and_for_the_schema(grown):
    schema = json.loads(run(grown, "-m", "coalition_tui", "schema"))
    field = schema["$defs"]["Tradeoff"]["properties"]["way_back"]
    assert field["title"] == "Way back"
    assert field["description"] == "How is it taken back?"
