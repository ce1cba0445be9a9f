"""Numbers on their way from the words of a report into the library, and back into its form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.model.terms import QuantityKind
from caseboard.store import clips, evidence
from caseboard.ui.forms.claim_form import ClaimForm
from caseboard.ui.forms.report_form import ReportForm
from caseboard.ui.reader.page import TextSelection
from caseworker import TEXT
from support import settled, until

WORDS = "Two columns got in"


@pytest.fixture
def desk_of(open_case, work):
    """A desk on a case of one clip, and the clip."""

    async def desk_of():
        desk = await open_case()
        return desk, await work.clip()

    return desk_of


async def shown(qtbot, form):
    qtbot.addWidget(form)
    form.show()
    await settled()
    return form


async def keep(form):
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: not form.isVisible())
    await settled()


async def numbers(desk, claim_id):
    (view,) = await desk.read(evidence.reports_of, claim_id)
    return view, [(q.kind, q.low, q.high, q.what) for q in view.quantities]


async def test_a_number_of_the_passage_comes_into_the_claim_by_one_press(qtbot, desk_of):
    desk, clip_id = await desk_of()
    clip = (await desk.read(clips.view, clip_id)).clip
    start = TEXT.index(WORDS)
    selection = TextSelection(start, start + len(WORDS), WORDS)
    form = await shown(qtbot, ClaimForm(desk, clip, selection))
    (chip,) = form.report.quantities.chips
    assert chip.text() == "＋ 2 columns"
    chip.setFocus()
    QTest.keyClick(chip, Qt.Key.Key_Space)
    QTest.keyClicks(form.report.claimant.line, "DeepState")
    await keep(form)
    (claim,) = await desk.read(evidence.claims_of, desk.case_id)
    _view, told = await numbers(desk, claim.id)
    assert told == [(QuantityKind.FORMATIONS, 2, 2, "columns")]


async def test_a_report_is_edited_with_its_numbers(qtbot, desk_of, work):
    desk, clip_id = await desk_of()
    claim_id = await work.claim(clip_id, "Columns got in", WORDS)
    view, told = await numbers(desk, claim_id)
    assert told == []
    form = await shown(qtbot, ReportForm(desk, view))
    form.fields.quantities.chips[0].click()
    await keep(form)
    view, told = await numbers(desk, claim_id)
    assert told == [(QuantityKind.FORMATIONS, 2, 2, "columns")]
    form = await shown(qtbot, ReportForm(desk, view))
    assert not form.fields.quantities.chips
    line = form.fields.quantities.lines[0]
    line.high.selectAll()
    QTest.keyClicks(line.high, "3")
    await keep(form)
    assert (await numbers(desk, claim_id))[1] == [(QuantityKind.FORMATIONS, 2, 3, "columns")]


async def test_a_number_that_is_none_keeps_the_form_open(qtbot, desk_of, work):
    desk, clip_id = await desk_of()
    claim_id = await work.claim(clip_id, "Columns got in", WORDS)
    view, _told = await numbers(desk, claim_id)
    form = await shown(qtbot, ReportForm(desk, view))
    line = form.fields.quantities.add()
    QTest.keyClicks(line.low, "some")
    QTest.keyClick(form, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await settled()
    assert form.isVisible()
    assert "“some” is not a number." in form.wrong.text()
    assert (await numbers(desk, claim_id))[1] == []
