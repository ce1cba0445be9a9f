"""Sections of the inspector, and facts in two columns."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from caseboard.ui.lib.keyvalue import Fact, KeyValues
from caseboard.ui.lib.section import Section


def test_a_section_has_a_heading_and_an_action(theme, qtbot):
    section = Section(theme, "Suggestions · 3", "Accept all")
    qtbot.addWidget(section)
    section.show()
    acted = QSignalSpy(section.acted)
    qtbot.mouseClick(section.button, Qt.MouseButton.LeftButton)
    assert acted.count() == 1
    assert section.heading.text() == "SUGGESTIONS · 3"
    assert section.accessibleName() == "Suggestions · 3"


def test_a_section_without_an_action_has_no_button(theme, qtbot):
    section = Section(theme, "Локації")
    qtbot.addWidget(section)
    section.show()
    assert not section.button.isVisible()
    assert section.heading.text() == "ЛОКАЦІЇ"
    section.set_action("Verify")
    assert section.button.isVisible()


def shown(facts):
    labels = [label for pair in facts._labels for label in pair]
    return [label.text() for label in labels if label.isVisible()]


def test_facts_are_shown_as_letters_and_can_be_copied(theme, qtbot):
    facts = KeyValues(theme)
    qtbot.addWidget(facts)
    facts.set_facts([Fact("Outlet", "<b>Daily</b>"), Fact("SHA-256", "9f2c", mono=True)])
    facts.show()
    assert shown(facts) == ["Outlet", "<b>Daily</b>", "SHA-256", "9f2c"]
    value = facts._labels[0][1]
    assert value.textFormat() is Qt.TextFormat.PlainText
    assert value.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    assert value.accessibleName() == "Outlet: <b>Daily</b>"


def test_fewer_facts_leave_nothing_of_the_old_ones(theme, qtbot):
    facts = KeyValues(theme)
    qtbot.addWidget(facts)
    facts.show()
    facts.set_facts([Fact("a", "1"), Fact("b", "2")])
    facts.set_facts([Fact("c", "3")])
    assert shown(facts) == ["c", "3"]
    facts.set_facts([Fact("d", "4"), Fact("e", "5"), Fact("f", "6")])
    assert shown(facts) == ["d", "4", "e", "5", "f", "6"]
