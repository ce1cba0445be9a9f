import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QLineEdit

from caseboard.ui.lib.qt_words import speak


@pytest.fixture
def app(qapp):
    before = QLocale()
    yield qapp
    QLocale.setDefault(before)
    for words in qapp.findChildren(QTranslator):
        qapp.removeTranslator(words)
        words.deleteLater()


def menu_of_a_field(qtbot):
    field = QLineEdit("49.71")
    qtbot.addWidget(field)
    field.selectAll()
    return " ".join(action.text() for action in field.createStandardContextMenu().actions())


def test_the_menu_of_a_field_speaks_ukrainian(app, qtbot):
    assert "&Paste" in menu_of_a_field(qtbot)
    speak(app, "uk")
    assert "&Вставити" in menu_of_a_field(qtbot)


@pytest.mark.parametrize(("language", "size"), [("uk", "127,12 KiB"), ("en", "127.12 KiB")])
def test_sizes_are_written_as_the_language_has_it(app, language, size):
    speak(app, language)
    assert QLocale().formattedDataSize(130_171) == size


def test_a_language_the_program_does_not_know_leaves_english(app, qtbot):
    speak(app, "de")
    assert "&Paste" in menu_of_a_field(qtbot)
    assert QLocale().formattedDataSize(130_171) == "127.12 KiB"
