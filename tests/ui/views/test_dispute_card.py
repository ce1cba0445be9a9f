"""A dispute as a card: both accounts, the words in their clips, and laying it to rest."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from caseboard.commands.claims import AddDispute, AddReport
from caseboard.commands.dispute_status import SetDisputeStatus
from caseboard.commands.disputing import Contradiction, StateDispute
from caseboard.commands.editing import Edit
from caseboard.commands.quantities import QuantityDraft, SetQuantities
from caseboard.model.entities import Source
from caseboard.model.terms import DisputeStatus, QuantityKind, Reliability
from caseboard.store import claim_pages
from caseboard.ui.forms.dispute_status_form import DisputeStatusForm
from caseboard.ui.views.dispute_card import DisputeCard
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
RETURN, CTRL = Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
OPEN, RECONCILED, SETTLED = DisputeStatus


@pytest.fixture
def disputed(work):
    """Two claims in dispute, in a case of their own."""

    async def disputed():
        await work.open()
        work.clip_id = await work.clip()
        work.one = await work.claim(work.clip_id, exact="All assaults on Куп'янськ were stopped")
        work.other = await work.claim(
            work.clip_id, "Two columns got in", exact="Two columns got in"
        )
        work.dispute_id = await work.dispute(work.one, work.other)

    return disputed


@pytest.fixture
def card(qtbot, work):
    """The card of that dispute, as it is now, in a column so wide."""

    async def card(desk, width=366):
        (clash,) = work.read(claim_pages.clashes_of, work.one)
        holder = QWidget()
        qtbot.addWidget(holder)
        made = DisputeCard(desk, clash, holder)
        made.holder = holder  # kept as long as the card
        QVBoxLayout(holder).addWidget(made)
        holder.resize(width, 700)
        holder.show()
        await settled()
        return made

    return card


def texts(widget):
    labels = (each for each in widget.findChildren(QLabel) if each.isVisibleTo(widget))
    return [label.text().replace("\N{NO-BREAK SPACE}", " ") for label in labels]


async def test_it_shows_who_says_what_through_whom_with_two_letters(
    disputed, card, case_desk, work
):
    await disputed()
    shown = texts(await card(await case_desk(work.case)))
    for text in (
        "Differ on entry",
        "The attack was repelled",
        "General Staff F 6",
        "via Ukrinform",
        "“All assaults on Куп'янськ were stopped”",
        "Two columns got in",
    ):
        assert text in shown
    assert shown.count("Open in E001") == 2
    assert "“Two columns got in”" not in shown  # the statement says so already


@pytest.mark.parametrize("width", [366, 600])
async def test_both_sides_fit_beside_each_other_and_show_all_their_words(
    disputed, card, case_desk, work, width
):
    await disputed()
    shown = await card(await case_desk(work.case), width)
    one, other = shown.sides.evidence
    assert one.mapTo(shown, one.rect().topRight()).x() < other.mapTo(shown, other.pos()).x()
    assert shown.window().width() == width
    for label in shown.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width())


@pytest.mark.parametrize("by", ["click", "key"])
async def test_the_words_are_opened_in_their_clip_in_one_step(disputed, card, case_desk, work, by):
    await disputed()
    shown = await card(await case_desk(work.case))
    opened = []
    shown.report_opened.connect(lambda *place: opened.append(place))
    row = shown.sides.evidence[1]
    if by == "click":
        QTest.mouseClick(row, LEFT)
    else:
        QTest.keyClick(row, RETURN)
    assert opened == [(work.clip_id, shown.clash.other.said[0].anchor.id)]
    assert row.accessibleName() == "Open in E001: “Two columns got in”"


async def test_the_best_graded_words_stand_for_a_side_and_all_who_say_it_are_named(
    disputed, card, case_desk, work, history
):
    await disputed()
    better = work.report(work.clip_id, "Border Guard", (), exact="All assaults")
    report_id = await history.run(AddReport(work.case, work.one, better))
    said = next(
        each
        for each in work.read(claim_pages.accounts, [work.one])[0].said
        if each.report.id == report_id
    )
    grade = {"reliability": Reliability.B, "reliability_reason": "Mostly right"}
    await history.run(Edit(Source, said.claimant.id, grade, "Grade"))
    shown = await card(await case_desk(work.case))
    words = texts(shown)
    assert "“All assaults”" in words
    assert words.index("Border Guard B 6") < words.index("General Staff F 6")


async def test_what_contradicts_a_claim_is_no_voice_for_it(
    disputed, card, case_desk, work, history
):
    await disputed()
    shown = await card(await case_desk(work.case))
    said = shown.clash.one.said[0]
    await history.undo(work.case)
    pair = AddDispute(work.case, work.one, work.other)
    await history.run(StateDispute(pair, (Contradiction(said.report.id, work.other),)))
    after = await card(await case_desk(work.case))
    assert len(after.clash.other.said) == 2
    assert texts(after.sides).count("General Staff F 6") == 2  # one for each claim of theirs


async def test_it_is_reconciled_for_a_reason_and_opened_again(
    disputed, card, case_desk, work, qapp
):
    await disputed()
    shown = await card(await case_desk(work.case))
    assert [b.text() for b in shown.deeds.values() if b.isVisible()] == ["Reconcile…", "Settle…"]
    QTest.mouseClick(shown.deeds[RECONCILED], LEFT)
    form = await until(lambda: form_in(qapp))
    QTest.keyClick(form.reason, RETURN, CTRL)
    await until(form.wrong.text)
    assert form.wrong.text().startswith("A dispute is laid to rest for a reason.")
    QTest.keyClicks(form.reason, "They entered and were driven out.")
    QTest.keyClick(form.reason, RETURN, CTRL)
    await settled()
    after = await card(await case_desk(work.case))
    assert after.clash.dispute.status is RECONCILED
    assert [b.text() for b in after.deeds.values() if b.isVisible()] == ["Open again", "Settle…"]
    today, line = (each.text() for each in after.over_time.lines)
    assert today.startswith("open since ")
    assert line.startswith("→ reconciled ")
    assert line.endswith("(tester): They entered and were driven out.")
    QTest.mouseClick(after.deeds[OPEN], LEFT)
    await settled()
    again = await card(await case_desk(work.case))
    assert again.clash.dispute.status is OPEN
    assert again.over_time.lines[-1].text().startswith("→ open again ")


def form_in(qapp):
    forms = (each for each in qapp.topLevelWidgets() if isinstance(each, DisputeStatusForm))
    return next((each for each in forms if each.isVisible()), None)


async def test_numbers_of_both_sides_are_shown_and_where_none_fits_both_it_says_so(
    disputed, card, case_desk, work, history
):
    await disputed()
    for account, low in zip(
        work.read(claim_pages.accounts, [work.one, work.other]), (2, 9), strict=True
    ):
        told = QuantityDraft(QuantityKind.FORMATIONS, low, low, "columns")
        await history.run(SetQuantities(work.case, account.said[0].report.id, (told,)))
    shown = texts(await card(await case_desk(work.case)))
    assert "2 columns per General Staff" in shown
    assert "9 columns per General Staff" in shown
    assert "No number fits both: formations" in shown


async def test_who_may_only_read_changes_nothing(disputed, card, reader_desk, work, history):
    await disputed()
    await history.run(SetDisputeStatus(work.case, work.dispute_id, SETTLED, "The map was right."))
    shown = await card(await reader_desk(work.case))
    buttons = (shown.edit, shown.delete, *shown.deeds.values())
    assert not any(button.isVisible() for button in buttons)
    assert shown.over_time.lines[-1].text().endswith(": The map was right.")
