"""What waits to be printed."""

from caseboard.ui.press.slot import Request, Slot


def test_a_newer_request_takes_the_place_of_an_older_one_of_its_kind():
    slot = Slot()
    older, newer = Request(1, "render"), Request(2, "render")
    assert slot.put(older) is None
    assert slot.put(newer) is older
    assert slot.take() is newer
    assert not slot.holds("render")


def test_a_request_that_came_late_is_handed_back():
    slot = Slot()
    older, newer = Request(1, "render"), Request(2, "render")
    slot.put(newer)
    assert slot.put(older) is older
    assert slot.take() is newer


def test_a_request_older_than_one_that_was_taken_is_handed_back():
    slot = Slot()
    older, newer, findings = Request(1, "render"), Request(3, "render"), Request(2, "findings")
    slot.put(newer)
    assert slot.take() is newer
    assert slot.put(older) is older
    assert not slot.holds("render")
    assert slot.put(findings) is None


def test_pages_come_before_what_is_held_against_them():
    slot = Slot()
    findings, pages = Request(1, "findings"), Request(2, "render")
    slot.put(findings)
    slot.put(pages)
    assert [slot.take(), slot.take()] == [pages, findings]
