"""What is held against a briefing, beside its text as beside its pages."""

from dataclasses import replace
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.commands.briefings import SaveBriefing
from caseboard.model.work import Briefing
from caseboard.ui.views.briefings import BriefingsView
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
SECOND = Finding(
    Rule.LIKELIHOOD, "No word of likelihood.", "Add one.", Where("judgements", 1, 0, 3)
)
WHOLE = Finding(Rule.UNCITED, "Nothing is cited.", "Cite it.", Where("bottom_line"))


class CheckingPress:
    """Prints nothing, and finds what it is told to find."""

    found = (SECOND, WHOLE)

    def __init__(self, _folder):
        self.asked = []

    async def render(self, _briefing, _ceiling=None):
        return None

    async def findings(self, briefing):
        self.asked.append(briefing)
        return self.found

    def close(self):
        pass


@pytest.fixture
def make_press():
    return CheckingPress


@pytest.fixture
def outline(shown, case_desk, work, history, loop):
    """A view of a briefing of two judgements, its text in one column and checked."""

    async def outline():
        await work.open()
        await work.claim(await work.clip())
        begun = Briefing(
            case_id=work.case, title="B", bottom_line="It held.", judgements=["One", "Two fell"]
        )
        work.briefing = await history.run(SaveBriefing(begun))
        view = await shown(BriefingsView, await case_desk(work.case))
        await until(lambda: view.current_id == work.briefing)
        await until(lambda: SectionKind.JUDGEMENTS in view.composer.editors)
        QTest.mouseClick(view.looks._buttons["outline"], LEFT)
        await until(lambda: view.preview.findings)
        return view

    yield outline
    loop.run_until_complete(settled())


def judgement(view, number):
    return view.composer.editors[SectionKind.JUDGEMENTS].judgements.lines[number].text


def marked(text):
    return [each.cursor.selectedText() for each in text.extraSelections()]


async def test_the_text_is_checked_though_no_pages_are_seen(outline):
    view = await outline()
    assert not view.preview.isVisible()
    assert view.preview.tools.findings.text() == "Checks 2"
    assert view.preview.tools.findings.isVisible()
    assert not view.preview.tools.zoom.isVisible()


async def test_a_finding_is_marked_at_the_words_it_is_about(outline):
    view = await outline()
    assert marked(judgement(view, 0)) == []
    assert marked(judgement(view, 1)) == ["Two"]
    bottom_line = view.composer.editors[SectionKind.BOTTOM_LINE].texts["bottom_line"]
    assert marked(bottom_line) == ["It held."]
    assert bottom_line.accessibleDescription() == "Nothing is cited."


async def test_a_mark_moves_with_what_is_typed_before_it(outline):
    view = await outline()
    text = judgement(view, 1)
    text.setFocus()
    QTest.keyClicks(text, "All ")
    assert marked(text) == ["Two"]
    await settled()  # it is checked anew


async def test_a_mark_that_is_pointed_at_says_why(outline):
    view = await outline()
    text = judgement(view, 1)
    place = text.cursorRect().center()
    event = QHelpEvent(QHelpEvent.Type.ToolTip, place, text.mapToGlobal(QPoint()))
    QApplication.sendEvent(text.viewport(), event)
    assert "No word of likelihood." in QToolTip.text()
    QToolTip.hideText()


async def test_each_section_says_how_much_is_found_in_it(outline):
    view = await outline()
    counts = view.composer.outline._counts
    assert counts[SectionKind.JUDGEMENTS].text() == "1 finding"
    assert counts[SectionKind.JUDGEMENTS].isVisible()
    assert not counts[SectionKind.MAP].isVisible()
    QTest.mouseClick(counts[SectionKind.JUDGEMENTS], LEFT)
    assert view.preview.panel.isVisible()
    assert view.preview.tools.findings.isChecked()


async def test_text_does_not_move_when_it_is_found_sound(outline):
    view = await outline()
    text = judgement(view, 1)
    before = text.mapTo(view, QPoint())
    view.composer.show_findings(())
    view.composer.outline.page.inside.layout().activate()
    await settled()
    assert not view.composer.outline._counts[SectionKind.JUDGEMENTS].isVisible()
    assert text.mapTo(view, QPoint()) == before


async def test_a_finding_of_the_list_leads_to_its_words_in_the_column(outline):
    view = await outline()
    view.preview.tools.open_findings()
    view.preview.panel.findings.chosen.emit(SECOND)
    assert view.composer.outline.isVisible()
    assert judgement(view, 1).hasFocus()
    assert judgement(view, 1).textCursor().selectedText() == "Two"


async def test_what_is_typed_in_the_column_is_checked_anew(outline):
    view = await outline()
    view.preview._press.found = (replace(SECOND, where=Where("judgements", 0, 0, 3)),)
    text = judgement(view, 1)
    text.setFocus()
    QTest.keyClicks(text, "Both ")
    await until(lambda: marked(judgement(view, 0)) == ["One"])
    assert view.preview._press.asked[-1].judgements == ["One", "Both Two fell"]
    assert marked(text) == []


async def test_nothing_is_checked_while_the_view_is_hidden_and_all_when_it_is_shown(outline, work):
    view = await outline()
    asked = view.preview._press.asked
    view.hide()
    before = len(asked)
    await work.clip(b"other", "other", title="Other")
    await settled()
    assert len(asked) == before
    view.show()
    await until(lambda: len(asked) == before + 1)


async def test_the_first_briefing_is_checked_where_its_text_is_looked_at(outline):
    view = await outline()
    view._delete()
    await until(view.empty.isVisible)
    view.start_briefing()
    await until(lambda: view.current_id)
    await until(lambda: view.preview._press.asked[-1].id == view.current_id)


async def test_a_version_that_is_opened_is_looked_at_in_pages(outline):
    view = await outline()
    gone = SimpleNamespace(sha256="0" * 64, version=1)  # its file is not there: that is said
    view.preview.panel.versions.opened.emit(gone)
    assert view.preview.isVisible()
    await until(view.preview.notice.isVisible)
    assert view.looks._buttons["preview"].isChecked()
