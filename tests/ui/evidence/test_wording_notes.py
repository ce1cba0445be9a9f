"""Warnings of wording under a field, as one types."""

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from caseboard.analysis.wording import Checker, Saying
from caseboard.model.terms import Ladder
from caseboard.ui.forms.fields import Area
from caseboard.ui.forms.wording_notes import WordingNotes
from support import until

SAYING = Saying("General Staff", "every assault toward Kupiansk had been thrown back")


@pytest.fixture
def field(qtbot, theme):
    """A field and the notes below it, shown."""
    area = Area(theme)
    area.notes = WordingNotes(theme, area)
    area.notes.check_by(Checker(Ladder.ICD203, "", [SAYING]))
    for widget in (area, area.notes):
        qtbot.addWidget(widget)
    area.show()
    return area


def said(field):
    return [label.text() for label in field.notes.findChildren(QLabel) if not label.isHidden()]


def marked(field):
    return [mark.cursor.selectedText() for mark in field.extraSelections()]


async def test_a_warning_comes_as_one_types_and_goes_when_the_words_do(field):
    QTest.keyClicks(field, "It is highly likely to hold.")
    await until(field.notes.isVisible)
    (hint,) = said(field)
    assert hint.startswith("“highly likely” is a word of the PHIA yardstick.")
    assert hint.endswith("This case keeps to ICD 203: “very likely”.")
    assert marked(field) == ["highly likely"]
    assert field.accessibleDescription() == said(field)[0]
    field.setPlainText("It is very likely to hold.")
    await until(lambda: not field.notes.isVisible())
    assert marked(field) == []
    assert field.accessibleDescription() == ""


async def test_words_of_a_claimant_are_quoted_in_the_warning(field):
    field.setPlainText("🙂 Every assault toward Kupiansk had been thrown back.")
    field.notes.check()
    words = "Every assault toward Kupiansk had been thrown back"
    assert said(field) == [
        f"“{words}”: These are words of General Staff. Say whose they are, or quote them."
    ]
    assert marked(field) == [words]


async def test_of_many_warnings_the_first_are_said_and_the_rest_counted(field):
    field.setPlainText("Perhaps. Maybe. Possibly. Presumably. Perhaps again.")
    field.notes.check()
    assert len(said(field)) == 4
    assert said(field)[-1] == "And 2 more."
    assert len(marked(field)) == 5


async def test_other_rules_are_applied_at_once(field):
    field.setPlainText("It is highly likely to hold.")
    field.notes.check()
    assert field.notes.warnings
    field.notes.check_by(Checker(Ladder.PHIA))
    assert not field.notes.warnings
    assert not field.notes.isVisible()
