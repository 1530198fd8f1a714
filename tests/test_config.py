"""The configuration: what it may hold, and the line of whatever it may not."""

import os

import pytest

from coalition_tui.clipboard import Setting
from coalition_tui.config import Config, ConfigFault, load, titles
from coalition_tui.fields import field
from coalition_tui.model import Coalition, Member
from coalition_tui.store import backups
from coalition_tui.tui.keymap import CHAINS, keymap, shared
from coalition_tui.tui.keys import SCOPES
from coalition_tui.tui.themes import begun


@pytest.fixture
def config(tmp_path):
    """Loads a configuration that holds this text."""

    def read(text):
        path = tmp_path / "config.toml"
        path.write_text(text, encoding="utf-8")
        return load(path)

    return read


def used(config: Config) -> object:
    """What the app takes from a configuration before it opens."""
    return keymap(config), begun(config)


@pytest.fixture
def fault(config, tmp_path):
    """What is said of a configuration with this text, without the file's name."""

    def read(text):
        with pytest.raises(ConfigFault) as error:
            used(config(text))
        message = str(error.value)
        assert message.startswith(f"{tmp_path / 'config.toml'}: ")
        assert "\n" not in message
        return message.removeprefix(f"{tmp_path / 'config.toml'}: ")

    return read


def test_without_a_file_the_defaults_are_those_of_the_model(tmp_path):
    assert load(tmp_path / "none.toml") == Config()
    assert Config().cadence_days == field(Member, "cadence_days").default
    assert Config().review_months == field(Coalition, "review_months").default
    assert Config().backups == backups.KEPT


def test_every_setting_is_taken(config):
    found = config(
        'theme = "light"\nclipboard = "tmux"\ncadence_days = 30\nreview_months = 12\n'
        'backups = 3\n\n[keys]\nbriefs.copy = "Y"\n"app.undo" = "f7, Z"\n'
    )
    assert found.settings == {
        "theme": "light",
        "animations": True,
        "clipboard": Setting.TMUX,
        "cadence_days": 30,
        "review_months": 12,
        "backups": 3,
    }
    assert keymap(found) == {"briefs.copy": "Y", "app.undo": "f7,Z"}


def test_it_knows_the_line_of_each_setting(config):
    found = config(
        '# mine\n\ntheme = "light"\nbackups = 3\r\n\n[keys]\n# copies\nbriefs.copy = "Y"'
    )
    assert found.line("theme") == 3
    assert found.line("backups") == 4
    assert found.line("keys", "briefs.copy") == 8
    assert found.line("clipboard") == 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('\n# x\nthem = "dark"', 'line 3: them: there is no such setting; did you mean "theme"?'),
        ('theme = "dark"\ntheme = "light"', "line 2: Cannot overwrite a value"),
        ("theme = dark", "line 1: Invalid value"),
        (
            'theme = "drakula"',
            'line 1: theme: there is no theme "drakula"; did you mean "dracula"?',
        ),
        ("theme = 3", "line 1: theme: expected the name of a theme, not 3"),
        ('animations = "no"', 'line 1: animations: expected true or false, not "no"'),
        ("backups = 0", "line 1: backups: expected a number from 1 to 1,000, not 0"),
        ('backups = "3"', 'line 1: backups: expected a number from 1 to 1,000, not "3"'),
        ("backups = true", "line 1: backups: expected a number from 1 to 1,000, not true"),
        (
            "cadence_days = 1.5",
            "line 1: cadence_days: expected a whole number from 0 to 100,000, not 1.5",
        ),
        (
            'clipboard = "x"',
            'line 1: clipboard: expected one of auto, native, tmux, osc52, off, not "x"',
        ),
        ("keys = 3", "line 1: keys: expected a table: [keys]"),
        (
            '[keys]\nbriefs.cpy = "Y"',
            'line 2: keys.briefs.cpy: no key has this id; did you mean "briefs.copy"?',
        ),
        (
            '[keys]\n\nbriefs.copy = ""',
            "line 3: keys.briefs.copy: expected a key like y, f7 or ctrl+y",
        ),
        ('[keys]\nbriefs.copy = "ctl+x"', 'line 2: keys.briefs.copy: "ctl+x" is no key'),
        ('[keys]\nbriefs.copy = "y,,z"', 'line 2: keys.briefs.copy: "" is no key'),
        (
            '[keys]\nform.done = "x"',
            'line 2: keys.form.done: "x" is typed there, so it can\'t be this key',
        ),
    ],
)
def test_what_is_wrong_is_told_with_its_line(fault, text, said):
    assert fault(text) == said


def test_a_setting_in_an_unknown_table_is_refused(fault):
    assert fault('\n[general]\ntheme = "dark"').startswith(
        "line 3: general.theme: there is no such"
    )


def test_a_key_of_the_same_scope_is_taken(fault):
    said = fault('[keys]\n\nbriefs.copy = "x"')
    assert said == 'line 3: keys.briefs.copy: "x" is the key of "briefs.export" already'


def test_a_key_along_the_way_of_the_focus_is_taken(fault):
    """A pane takes J before the place above it sees it."""
    said = fault('[keys]\nbriefs.copy = "J"')
    assert said == 'line 2: keys.briefs.copy: "J" is the key of "pane.down" already'
    assert fault('[keys]\npane.add = "u"').endswith('"u" is the key of "app.undo" already')


def test_two_new_keys_that_are_the_same_are_refused(fault):
    said = fault('[keys]\nbriefs.copy = "f7"\npane.add = "f7"')
    assert said == 'line 2: keys.briefs.copy: "f7" is the key of "pane.add" already'


def test_keys_can_change_places(config):
    assert keymap(config('[keys]\napp.undo = "r"\napp.redo = "u"')) == {
        "app.undo": "r",
        "app.redo": "u",
    }


def test_keys_that_never_work_at_the_same_time_may_be_the_same(config):
    assert keymap(config('[keys]\nbriefs.copy = "w"'))


def test_a_sign_and_its_name_are_one_key(fault):
    assert fault('[keys]\nbriefs.copy = "?"').endswith(
        '"question_mark" is the key of "app.help" already'
    )


def test_two_keys_are_the_same_only_where_one_of_them_works():
    ids = [str(each.id) for bindings in SCOPES.values() for each in bindings]
    pairs = {tuple(sorted((name, other))) for name in ids for other, _ in shared(name)}
    begun = {pair for pair in pairs if any(name.startswith("filter.") for name in pair)}
    assert pairs - begun == {("pane.edit", "view.go")}
    # While a filter is typed its keys are its own, and only then.
    assert {name for pair in begun for name in pair if name.startswith("filter.")} == {
        "filter.all",
        "filter.keep",
    }


def test_a_binding_that_shared_its_key_keeps_it(config):
    assert keymap(config('[keys]\npane.edit = "e"')) == {
        "pane.edit": "e",
        "view.go": "enter",
        "filter.keep": "enter",
    }


def test_every_scope_stands_in_a_chain():
    """A new scope is added to `keymap.CHAINS`, else clashes with its keys are not found."""
    assert set(SCOPES) == {scope for chain in CHAINS for scope in chain}


def test_other_files_are_no_configuration(tmp_path):
    (tmp_path / "bytes").write_bytes(b"\ntheme = \xff")
    with pytest.raises(ConfigFault, match="line 2: this is no UTF-8 text"):
        load(tmp_path / "bytes")
    with pytest.raises(ConfigFault, match="Is a directory"):
        load(tmp_path)
    if os.geteuid():
        (tmp_path / "bytes").chmod(0)
        with pytest.raises(ConfigFault, match="Permission denied"):
            load(tmp_path / "bytes")


def test_a_message_holds_no_control_characters(fault):
    assert "\x1b" not in fault('theme = "\\u001b[31m"')


def test_every_setting_has_a_title_and_says_what_it_may_be():
    assert set(titles()) == set(Config().settings)
    assert all(title and allowed for title, allowed in titles().values())
