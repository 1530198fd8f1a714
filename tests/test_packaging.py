"""The wheel: what is in it, and that the program opens from it, far from the sources."""

import json
import subprocess
import sys
import sysconfig
import tomllib
import venv
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest

from coalition_tui import __version__
from tests.terminal import Terminal

ROOT = Path(__file__).parents[1]
SAMPLES = sorted((ROOT / "sample_data").glob("*.json"))

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not (find_spec("build") and find_spec("hatchling")),
        reason="needs build and hatchling, which the dev group has",
    ),
]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """The wheel, built by the tools that are here, so without a network."""
    folder: Path = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--no-isolation", "--wheel"]
    run([*build, "--outdir", folder, ROOT], folder)
    return next(iter(folder.glob("*.whl")))


@pytest.fixture(scope="module")
def bin_folder(wheel, tmp_path_factory) -> Path:
    """The programs of a clean environment with the wheel in it.

    What it depends on is found in this environment by a .pth file: but not the package itself
    from its sources, as the .pth files there are not read.
    """
    folder: Path = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=False, symlinks=True)
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(folder)}))
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib") + "\n")
    programs = Path(sysconfig.get_path("scripts", "venv", {"base": str(folder)}))
    pip: list[str | Path] = [sys.executable, "-m", "pip", "--python", programs / "python"]
    run([*pip, "install", "--no-deps", "--no-index", wheel], folder)
    return programs


def run(command: Sequence[str | Path], cwd: Path) -> str:
    """What a command prints that ends well."""
    ended = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, timeout=120, check=False
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_the_wheel_has_all_it_needs_and_nothing_else(wheel):
    with zipfile.ZipFile(wheel) as opened:
        packed = {name for name in opened.namelist() if ".dist-info/" not in name}
    assert packed == {
        str(Path("coalition_tui") / path.relative_to(start))
        for start, pattern in [
            (ROOT / "coalition_tui", "**/*.py"),
            (ROOT / "coalition_tui", "**/py.typed"),
            (ROOT, "styles/*"),
            (ROOT, "sample_data/*.json"),
        ]
        for path in start.glob(pattern)
    }
    kinds = {Path(name).suffix for name in packed}
    assert kinds == {".py", ".typed", ".tcss", ".css", ".html", ".json"}


def test_the_wheel_says_what_it_is(wheel):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    with zipfile.ZipFile(wheel) as opened:
        (metadata,) = (
            opened.read(name).decode()
            for name in opened.namelist()
            if name.endswith(".dist-info/METADATA")
        )
        names = opened.namelist()
    fields = metadata.splitlines()
    assert f"Version: {__version__}" in fields
    needed = [line for line in fields if line.startswith("Requires-Dist: ")]
    extra = [line for line in needed if line.endswith("extra == 'web'")]
    assert len(extra) == len(project["optional-dependencies"]["web"])
    assert len(needed) - len(extra) == len(project["dependencies"])
    assert any(name.endswith("/licenses/LICENSE") for name in names)


def test_the_package_is_that_of_the_wheel_and_finds_its_files(bin_folder, tmp_path):
    code = "import coalition_tui.paths as p; print(p.__file__, p.resource_folder('styles'))"
    for found in run([bin_folder / "python", "-c", code], tmp_path).split():
        assert Path(found).resolve().is_relative_to(bin_folder.parent.resolve())


def test_the_version_is_told(bin_folder, tmp_path):
    with Terminal([bin_folder / "coalition-tui", "--version"], tmp_path) as terminal:
        terminal.wait_for(f"coalition-tui {__version__}")
        assert terminal.wait_exit() == 0


def test_the_app_opens_on_the_samples_and_leaves_nothing(bin_folder, tmp_path):
    home = tmp_path / "home"
    home.mkdir()
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    titles = [
        brief["title"]
        for sample in SAMPLES
        for brief in json.loads(sample.read_text()).get("briefs", [])
    ]
    program = [bin_folder / "coalition-tui", "--demo"]
    with Terminal(program, home, env={"TMPDIR": str(temporary)}) as terminal:
        # A long title may be cut off by its column.
        terminal.wait_until(
            lambda screen: "Briefs" in screen and any(title[:16] in screen for title in titles),
            "the title of a sample",
        )
        terminal.send("q")
        assert terminal.wait_exit() == 0
        assert not terminal.text.strip()
    assert list(temporary.iterdir()) == []
    assert [path for path in home.rglob("*") if path.is_file()] == []
