"""The list of sections: ticked, dragged, moved by keys, added to."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.templates import SECTIONS
from caseboard.model.terms import Template
from caseboard.model.work import Briefing
from caseboard.ui.briefing.section_list import SectionList, of_template

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
THREE = [{"kind": "bottom_line", "on": True}, {"kind": "map", "on": False}, {"kind": "units"}]


@pytest.fixture
def listed(theme, qtbot):
    """A list of sections on the screen."""

    def listed(sections, **more):
        widget = SectionList(theme, None)
        qtbot.addWidget(widget)
        widget.show_sections(Briefing(title="", sections=sections, **more))
        widget.resize(300, 400)
        widget.show()
        widget.told = []
        widget.changed.connect(lambda: widget.told.append(widget.sections()))
        return widget

    return listed


def kinds(widget):
    return [row.kind.value for row in widget.rows]


def test_without_sections_of_its_own_a_briefing_lists_those_of_its_template(listed):
    widget = listed([], template="flash")
    assert tuple(row.kind for row in widget.rows) == SECTIONS[Template.FLASH]
    assert all(row.box.isChecked() for row in widget.rows)
    assert widget.sections() == []


def test_showing_changes_nothing_of_what_is_kept(listed):
    odd = [{"kind": "map", "on": True}, {"kind": "of a newer program", "on": True}]
    widget = listed(odd)
    assert kinds(widget) == ["map"]
    assert widget.sections() == odd
    assert widget.told == []
    widget.rows[0].box.click()
    assert widget.sections() == [{"kind": "map", "on": False}, odd[1]]


def test_a_tick_switches_a_section_and_its_marking_stays(listed):
    widget = listed([{"kind": "map", "on": True, "marking": "TLP:GREEN"}])
    QTest.keyClick(widget.rows[0].box, Qt.Key.Key_Space)
    assert widget.told == [[{"kind": "map", "on": False, "marking": "TLP:GREEN"}]]


def test_a_grip_drags_a_section_past_others(listed):
    widget = listed(THREE)
    row, last = widget.rows[0], widget.rows[2]
    QTest.mousePress(row.grip, LEFT)
    below = row.grip.mapFromGlobal(last.mapToGlobal(QPoint(5, last.height() - 2)))
    QTest.mouseMove(row.grip, below)
    assert kinds(widget) == ["map", "units", "bottom_line"]
    assert widget.told == []
    QTest.mouseRelease(row.grip, LEFT, pos=below)
    assert [each["kind"] for each in widget.told[0]] == ["map", "units", "bottom_line"]


def test_a_grip_that_is_only_pressed_changes_nothing(listed):
    widget = listed(THREE)
    QTest.mouseClick(widget.rows[0].grip, LEFT)
    assert widget.told == []


def test_keys_move_a_section_and_no_further_than_the_ends(listed):
    widget = listed(THREE)
    row = widget.rows[1]
    QTest.keyClick(row.name, Qt.Key.Key_Up, ALT)
    assert kinds(widget) == ["map", "bottom_line", "units"]
    QTest.keyClick(row.box, Qt.Key.Key_Up, ALT)
    assert len(widget.told) == 1


def test_a_section_is_added_where_it_stands_in_a_dossier_and_opened(listed):
    widget = listed(THREE)
    pressed = []
    widget.pressed.connect(pressed.append)
    widget.offered.aboutToShow.emit()
    action = next(each for each in widget.offered.actions() if each.text() == "Timeline")
    action.trigger()
    assert kinds(widget) == ["bottom_line", "map", "timeline", "units"]
    assert pressed == [SectionKind.TIMELINE]


def test_what_is_listed_already_and_what_lists_itself_are_not_offered(listed):
    widget = listed(THREE)
    widget.offered.aboutToShow.emit()
    texts = {each.text() for each in widget.offered.actions()}
    assert "Map" not in texts
    assert "Left out of this copy" not in texts
    assert len(texts) == len(SectionKind) - 4


def test_what_may_only_be_read_can_still_be_opened(listed):
    widget = listed(THREE)
    pressed = []
    widget.pressed.connect(pressed.append)
    widget.set_writable(writable=False)
    row = widget.rows[0]
    QTest.keyClick(row.name, Qt.Key.Key_Down, ALT)
    QTest.keyClick(row.name, Qt.Key.Key_Space)
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    assert (widget.told, pressed) == ([], [SectionKind.BOTTOM_LINE] * 2)
    assert not row.box.isEnabled()
    assert row.grip.isHidden()


def test_the_sections_of_another_template_keep_the_markings_they_had():
    briefing = Briefing(title="", sections=[{"kind": "sources", "on": False, "marking": "TLP:RED"}])
    made = of_template(briefing, SECTIONS[Template.FLASH])
    assert made[-1] == {"kind": "sources", "on": True, "marking": "TLP:RED"}
    assert made[0] == {"kind": "bottom_line", "on": True}
