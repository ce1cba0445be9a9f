"""Choosing another ladder for a case that is already assessed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.commands.editing import Edit
from caseboard.model.claim import Claim
from caseboard.model.terms import Ladder
from caseboard.store import cases, evidence
from caseboard.ui.forms.new_case import CaseForm
from support import settled, until

STAY = "3 claims are assessed: their bands stay, and are worded by their rungs on the other ladder."


@pytest.fixture
def form(qtbot, open_case, work, history):
    """The form of a case with claims of these bands."""

    async def form(*bands):
        desk = await open_case()
        clip_id = await work.clip()
        for band in bands:
            claim_id = await work.claim(clip_id, f"Claim of band {band}")
            await history.run(Edit(Claim, claim_id, {"band": band}, "Assess", work.case))
        made = CaseForm(desk, desk.case)
        qtbot.addWidget(made)
        made.desk = desk
        made.show()
        await settled()
        return made

    return form


async def test_another_ladder_says_that_bands_stay_and_how_they_will_read(form):
    shown = await form(5, 5, 4)
    assert not shown.ladder.outcome.isVisible()
    shown.ladder.choice.setFocus()
    QTest.keyClicks(shown.ladder.choice, "PHIA")
    assert shown.ladder.ladder is Ladder.PHIA
    assert shown.ladder.outcome.isVisible()
    assert shown.ladder.outcome.text().splitlines() == [
        STAY,
        "“roughly even chance” (45–55 %) becomes “realistic possibility” (40–<50 %).",
        "“likely” (55–80 %) becomes “likely or probable” (55–75 %).",
        "What is written in words stays as it is; words of another ladder are marked.",
    ]
    QTest.keyClick(shown.ladder.choice, Qt.Key.Key_Up)
    assert shown.ladder.ladder is Ladder.ICD203
    assert not shown.ladder.outcome.isVisible()


async def test_a_case_without_assessments_changes_its_ladder_without_a_word(form):
    shown = await form()
    shown.ladder.choice.choose(Ladder.PHIA)
    assert not shown.ladder.outcome.isVisible()


async def test_the_band_of_a_claim_is_the_same_on_the_other_ladder(form):
    shown = await form(6)
    shown.ladder.choice.choose(Ladder.PHIA)
    shown.keep.click()
    await until(lambda: not shown.isVisible())
    case = await shown.desk.read(cases.by_id, shown.desk.case_id)
    (claim,) = await shown.desk.read(evidence.claims_of, shown.desk.case_id)
    assert (case.ladder, claim.band) == (Ladder.PHIA, 6)
