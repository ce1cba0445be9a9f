"""The settings and their file."""

import json
from dataclasses import fields

import pytest

from caseboard.errors import CaseError
from caseboard.runtime.settings import VERSION, Settings, SettingsFile


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def test_without_a_file_everything_is_as_shipped(path):
    file = SettingsFile(path)
    assert file.settings == Settings()
    assert file.notice == ""


def test_choices_are_there_after_a_restart(path):
    choices = {
        "theme": "dark",
        "language": "uk",
        "text_scale": 1.25,
        "analyst": "О. Шевченко",
        "last_library": "/somewhere",
        "recent_libraries": ("/somewhere", "/elsewhere"),
        "geometry": {"main": "AAEC"},
        "splitters": {"main": (176, 330, 614, 320)},
        "columns": {"claims": (1, 2)},
        "choices": {"claims.order": "newest"},
        "fetch_pages": False,
        "user_agent": "A reader",
        "proxy": "socks5://127.0.0.1:9050",
        "render_pages": True,
        "fetch_seconds": 180,
        "fetch_megabytes": 200,
        "suggest": False,
        "spacy_model": "en_core_web_sm",
        "map_tiles": True,
        "map_tiles_url": "https://tiles.example/{z}/{x}/{y}.png",
        "last_case": "one",
        "pins": {"one:two": (3, 4)},
    }
    SettingsFile(path).change(**choices)
    assert SettingsFile(path).settings == Settings(**choices)
    assert {field.name for field in fields(Settings)} == set(choices)


def test_a_change_is_told_once(path):
    file, told = SettingsFile(path), []
    file.changed.connect(told.append)
    file.change(theme="dark")
    file.change(theme="dark")
    assert [settings.theme for settings in told] == ["dark"]


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        '"a text"',
        "\ufeff",
        json.dumps({"theme": "dark"}),
        json.dumps({"version": VERSION, "theme": 7}),
        json.dumps({"version": VERSION, "fetch_pages": "no"}),
        json.dumps({"version": VERSION, "proxy": None}),
        json.dumps({"version": VERSION, "fetch_seconds": "long"}),
        json.dumps({"version": VERSION, "splitters": {"main": "wide"}}),
        json.dumps({"version": VERSION, "geometry": ["x"]}),
        json.dumps({"version": VERSION + 1, "theme": "dark"}),
    ],
)
def test_a_file_that_cannot_be_read_is_kept_aside(path, text):
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    file = SettingsFile(path)
    assert file.settings == Settings()
    assert "start afresh" in file.notice
    kept = path.with_name("settings.1.kept")
    assert kept.read_text("utf-8") == text
    assert kept.name in file.notice
    file.change(theme="light")
    assert SettingsFile(path).settings.theme == "light"


def test_bytes_that_are_no_text_are_kept_aside(path):
    path.parent.mkdir()
    path.write_bytes(b"\xff\xfe\x00")
    SettingsFile(path)
    path.write_bytes(b"\xff")
    SettingsFile(path)
    assert path.with_name("settings.1.kept").read_bytes() == b"\xff\xfe\x00"
    assert path.with_name("settings.2.kept").read_bytes() == b"\xff"


def test_a_field_nobody_knows_is_passed_over(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"version": VERSION, "theme": "dark", "smell": 1}), "utf-8")
    assert SettingsFile(path).settings.theme == "dark"


def test_text_is_never_smaller_than_usual_nor_more_than_twice_as_large(path):
    path.parent.mkdir()
    path.write_text(json.dumps({"version": VERSION, "text_scale": 40}), "utf-8")
    assert SettingsFile(path).settings.text_scale == 2.0


def test_a_failed_save_is_said_and_the_choice_holds(path):
    path.parent.mkdir()
    path.with_name("settings.json.new").mkdir()  # where the new file should go
    file = SettingsFile(path)
    with pytest.raises(CaseError, match="could not be saved") as caught:
        file.change(theme="dark")
    assert str(path.parent) in caught.value.hint
    assert file.settings.theme == "dark"


def test_the_old_file_stays_until_the_new_one_is_whole(path, monkeypatch):
    SettingsFile(path).change(theme="dark")

    def power_cut(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", power_cut)
    with pytest.raises(CaseError):
        SettingsFile(path).change(theme="light")
    assert SettingsFile(path).settings.theme == "dark"
