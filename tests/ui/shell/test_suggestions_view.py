"""Proposals in the window: gone through, accepted and rejected by real keys and clicks."""

from contextlib import asynccontextmanager
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard.model.terms import Stance
from caseboard.store import clips, evidence
from caseboard.store import proposals as store
from caseboard.tagging.suggestions import Elsewhere
from caseboard.ui.forms.claim_form import ClaimForm
from caseboard.ui.forms.dispute_form import DisputeForm
from caseboard.ui.navigation import Place
from caseboard.ui.shots import at_rest
from proposed_clip import DENIAL, ENTRY, TEXT, dispute, found, propose, span
from support import until

Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
GONE = Elsewhere("What nobody said", "no clip")
NAMES = ["Kupiansk", "Ivan Koval", DENIAL, ENTRY, "Oskil River", "Khartia Brigade", "D-20"]


class View:
    """The reading view on the clip, with hands on it."""

    def __init__(self, session, clip_id):
        self.session = session
        self.clip_id = clip_id
        self.reading = session.case_view.reading
        self.asked = self.reading.suggestions
        self.tags = self.reading.inspector.tags
        self.section = self.tags.suggestions
        self.list = self.section.list
        self.article = self.reading.page.reader.article

    def listed(self):
        return [self.list.rows.row(self.list.rows.index(n, 0)).name for n in range(self.rows)]

    @property
    def rows(self):
        return self.list.rows.rowCount()

    @property
    def current(self):
        return self.asked.queue.current.name if self.asked.queue.current else ""

    async def press(self, *keys, modifier=Qt.KeyboardModifier.NoModifier):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget(), key, modifier)
        await at_rest()

    def tagged(self):
        """What is tagged where, by the words of the place."""
        view = self.session.desk.library.database.read_now(clips.view, self.clip_id)
        names = {each.id: each.name for each in (*view.locations, *view.units, *view.people)}
        anchors = {anchor.id: anchor for anchor in view.anchors}
        found = []
        for tag in view.tags:
            name = names.get(tag.location_id or tag.unit_id or tag.person_id, tag.keyword)
            found.append((name, anchors[tag.anchor_id].start))
        return sorted(found, key=lambda each: each[1])

    def claims(self):
        case_id = self.session.case_id
        return self.session.desk.library.database.read_now(evidence.claims_of, case_id)

    def status(self):
        return self.session.window.status.message.text()


@pytest.fixture
def shown(opened, work, library, window):
    """A context: the clip with its proposals open, the keyboard in the article."""

    @asynccontextmanager
    async def shown(suggestions=None, problem=""):
        await work.open()
        clip_id = await work.clip(TEXT.encode(), TEXT)
        await propose(library, clip_id, suggestions, problem)
        async with opened() as session:
            await session.go_to(work.case, Place("clip", clip_id))
            await at_rest()
            view = View(session, clip_id)
            window.activateWindow()
            await until(window.isActiveWindow)
            view.article.setFocus()
            yield view

    return shown


async def test_the_list_is_in_the_order_of_the_text_and_the_unsure_ones_are_folded_away(shown):
    async with shown() as view:
        assert view.listed() == [*NAMES, "Russia (government)", DENIAL]
        assert view.section.heading.text() == "SUGGESTIONS · 9"
        assert view.section.less_sure.text() == "Show 1 less sure one"
        view.section.less_sure.click()
        assert view.listed()[4] == "Most"
        assert not view.section.less_sure.isVisible()


async def test_j_and_k_go_on_and_back_and_round(shown):
    async with shown() as view:
        await view.press(Key.Key_J)
        assert view.current == "Kupiansk"
        assert view.section.detail.reason.text() == "Population"
        await view.press(Key.Key_J, Key.Key_J)
        assert view.current == DENIAL
        await view.press(Key.Key_K, Key.Key_K, Key.Key_K)
        assert view.current == DENIAL  # the last is the dispute, which begins with the denial
        assert view.list.currentIndex().row() == view.rows - 1
        await view.press(Key.Key_J)
        assert view.list.currentIndex().row() == 0


async def test_enter_accepts_the_mention_and_the_next_one_is_asked_about(shown):
    async with shown() as view:
        await view.press(Key.Key_J, Key.Key_Return)
        assert view.tagged() == [("Kupiansk", 0)]
        assert view.current == "Ivan Koval"
        assert view.listed()[0] == "Ivan Koval"
        assert view.status() == "Accepted Kupiansk."
        await view.press(Key.Key_Return)
        assert view.tagged() == [("Kupiansk", 0), ("Ivan Koval", span("Ivan Koval")["start"])]


async def test_in_the_middle_of_the_list_too_the_next_one_is_asked_about(shown):
    async with shown() as view:
        await view.press(Key.Key_K, Key.Key_K, Key.Key_K)
        assert view.current == "D-20"
        await view.press(Key.Key_X)
        assert view.current == "Russia (government)"
        await view.press(Key.Key_K, Key.Key_Return)
        assert [name for name, _at in view.tagged()] == ["Khartia Brigade"]
        assert view.current == "Russia (government)"


async def test_shift_enter_accepts_every_mention_of_the_name(shown):
    async with shown() as view:
        await view.press(Key.Key_J)
        await view.press(Key.Key_Return, modifier=SHIFT)
        assert [name for name, _at in view.tagged()] == ["Kupiansk"] * 3


async def test_undo_and_redo_bring_it_back_and_take_it_again(shown, history):
    async with shown() as view:
        await view.press(Key.Key_J, Key.Key_Return)
        await history.undo(view.session.case_id)
        await at_rest()
        assert view.listed()[0] == "Kupiansk"
        assert view.tagged() == []
        await history.redo(view.session.case_id)
        await at_rest()
        assert view.listed()[0] == "Ivan Koval"


async def test_what_is_rejected_is_said_and_can_be_undone_and_proposed_again(shown):
    async with shown() as view:
        view.section.less_sure.click()
        view.list.setCurrentIndex(view.list.rows.index(4, 0))
        await view.press(Key.Key_X)
        assert view.status() == "“Most” is not equipment in this case."
        assert "Most" not in view.listed()
        assert view.tags.turned_down.fold.text() == "Turned down · 1"
        view.session.window.status.offer.click()
        await at_rest()
        assert "Most" in view.listed()
        assert not view.tags.turned_down.isVisible()


async def test_what_was_turned_down_is_proposed_again_on_request(shown, library, work):
    async with shown() as view:
        await view.press(Key.Key_J, Key.Key_X)
        assert len(library.database.read_now(store.rejections, work.case)) == 1
        turned_down = view.tags.turned_down
        turned_down.fold.click()
        (row,) = turned_down.rows
        assert row.accessibleName() == "Location: Kupiansk"
        row.again.click()
        await at_rest()
        assert view.listed()[0] == "Kupiansk"
        assert library.database.read_now(store.rejections, work.case) == []


async def test_the_arrows_consider_another_place_which_enter_then_takes(shown):
    async with shown() as view:
        await view.press(Key.Key_J)
        detail = view.section.detail
        assert detail.which.text() == "1 of 2"
        await view.press(Key.Key_Right)
        assert detail.which.text() == "2 of 2"
        assert detail.reason.text() == "Near the other"
        await view.press(Key.Key_Right, Key.Key_Left, Key.Key_Return)
        assert view.tagged() == [("Kupiansk-Vuzlovyi", 0)]


async def test_escape_asks_about_none_and_enter_then_does_nothing(shown):
    async with shown() as view:
        await view.press(Key.Key_J, Key.Key_Escape)
        assert view.current == ""
        assert not view.section.detail.isVisible()
        await view.press(Key.Key_Return, Key.Key_X)
        assert view.tagged() == []
        assert not view.tags.turned_down.isVisible()


async def test_a_field_keeps_its_letters(shown):
    async with shown() as view:
        await view.press(Key.Key_J)
        field = view.session.window.top.field
        field.setFocus()
        QTest.keyClicks(field, "jkx")
        QTest.keyClick(field, Key.Key_Left)
        assert field.text() == "jkx"
        assert view.current == "Kupiansk"
        view.reading.page.reader.find_words()
        bar = view.reading.page.reader.find_bar
        QTest.keyClicks(QApplication.focusWidget(), "jx")
        assert bar.isVisible()
        assert QApplication.focusWidget().text() == "jx"
        QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
        await at_rest()
        assert view.tagged() == []


async def test_from_the_list_of_clips_j_takes_the_keyboard_to_the_text(shown):
    async with shown() as view:
        view.reading.clips.focus()
        await view.press(Key.Key_J)
        assert QApplication.focusWidget() is view.article
        await view.press(Key.Key_Return)
        assert view.tagged() == [("Kupiansk", 0)]


async def test_in_the_list_the_arrows_choose_and_the_same_keys_answer(shown):
    async with shown() as view:
        view.list.setFocus()
        await view.press(Key.Key_J, Key.Key_Down)
        assert view.current == "Ivan Koval"
        await view.press(Key.Key_Return)
        assert [name for name, _at in view.tagged()] == ["Ivan Koval"]
        assert QApplication.focusWidget() is view.list


async def test_a_click_in_the_text_selects_it_in_the_list_with_that_mention(shown):
    async with shown() as view:
        second = list(view.asked.queue.all[0].mentions)[2]
        key = view.asked._marks.keys(("location", "geonames:703656"))[2]
        assert second.start == span("Most of Kupiansk")["start"] + len("Most of ")
        view.reading.page.reader.highlight_clicked.emit(key)
        await view.press(Key.Key_Return)
        assert view.tagged() == [("Kupiansk", second.start)]


async def test_a_row_clicked_again_goes_to_the_next_mention(shown):
    async with shown() as view:
        index = view.list.rows.index(0, 0)
        place = view.list.visualRect(index).center()
        for _each in range(2):
            QTest.mouseClick(view.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert view.asked.queue.spot.mention == 1
        await view.press(Key.Key_J)
        assert view.current == "Ivan Koval"


async def test_all_that_is_sure_is_accepted_together_but_nothing_that_needs_a_stance(shown):
    async with shown() as view:
        assert view.section.button.text() == "Accept all 3 above 90 %"
        view.section.button.click()
        await at_rest()
        names = {name for name, _at in view.tagged()}
        assert names == {"Kupiansk", "Oskil River", "Russia (government)"}
        assert view.status() == "Accepted 3 suggestions."
        assert not view.section.button.isEnabled()
        assert DENIAL in view.listed()


async def test_a_statement_opens_the_form_filled_in_but_for_its_stance(shown):
    async with shown() as view:
        await view.press(Key.Key_J, Key.Key_J, Key.Key_J)
        QTest.keyClick(view.article, Key.Key_Return)
        form = await until(lambda: view.asked._forms.form)
        await until(lambda: form.about.chips)
        assert isinstance(form, ClaimForm)
        assert form.statement.text() == DENIAL
        assert form.report.claimant.text() == "General Staff"
        assert [line.field.text() for line in form.report.relays.lines] == ["Ukrinform"]
        assert (form.report.verb.text(), form.report.said_when.edtf()) == ("say", "2024-11-14")
        assert form.event_time.edtf() == "2024-11-13"
        assert form.report.stance.current == ""
        form.keep.click()
        await until(form.wrong.isVisible)
        assert form.wrong.text().startswith("Say what the report does to the claim.")
        form.report.stance.choose(Stance.SUPPORTS.value)
        form.keep.click()
        await until(lambda: view.asked._forms.form is None)
        await at_rest()
        (claim,) = view.claims()
        assert (claim.statement, claim.event_time) == (DENIAL, "2024-11-13")
        inside = span(DENIAL)["start"] + len("every attack on ")
        assert view.tagged() == [("Kupiansk", inside)]  # the place in it was tagged along
        assert view.listed() == [each for each in NAMES[1:] if each != DENIAL] + [
            "Russia (government)",
            DENIAL,
        ]
        assert view.current == ENTRY
        (report,) = view.session.desk.library.database.read_now(evidence.reports_of, claim.id)
        assert report.claimant.name == "General Staff"


async def form_of(view, kind):
    """The form that is open, once it is of this kind."""
    return await until(lambda: isinstance(view.asked._forms.form, kind) and view.asked._forms.form)


async def test_a_dispute_asks_for_its_statements_first_and_then_opens_filled_in(shown):
    async with shown() as view:
        QTest.keyClick(view.article, Key.Key_K)
        QTest.keyClick(view.article, Key.Key_Return)
        for step, words in ((1, DENIAL), (2, ENTRY)):
            form = await form_of(view, ClaimForm)
            await until(lambda form=form, words=words: form.statement.text() == words)
            assert form.title.text().startswith(f"Dispute, step {step} of 3")
            assert form.report.stance.current == ""
            await until(lambda form=form: form.isAncestorOf(QApplication.focusWidget()))
            QTest.keyClick(QApplication.focusWidget(), Key.Key_S)
            QTest.keyClick(QApplication.focusWidget(), Key.Key_Return)
            await until(lambda form=form: view.asked._forms.form is not form)
        form = await form_of(view, DisputeForm)
        assert [each.statement for each in view.claims()] == [DENIAL, ENTRY]
        form.reject()
        await until(lambda: view.asked._forms.form is None)


async def test_between_two_forms_of_a_dispute_nothing_else_is_opened(shown):
    async with shown() as view:
        QTest.keyClick(view.article, Key.Key_K)
        QTest.keyClick(view.article, Key.Key_Return)
        first = await form_of(view, ClaimForm)
        first.report.stance.choose(Stance.SUPPORTS)
        first.keep.click()
        await until(lambda: view.asked._forms.form is None)
        view.asked.accept()  # as an impatient Enter does
        second = await form_of(view, ClaimForm)
        assert second.title.text().startswith("Dispute, step 2 of 3")
        windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, ClaimForm)]
        assert [each for each in windows if each.isVisible()] == [second]
        second.reject()
        await until(lambda: view.asked._forms.form is None)


async def test_leaving_the_first_statement_of_a_dispute_leaves_it_all(shown):
    async with shown() as view:
        QTest.keyClick(view.article, Key.Key_K)
        QTest.keyClick(view.article, Key.Key_Return)
        form = await form_of(view, ClaimForm)
        QTest.keyClick(form, Key.Key_Escape)
        await until(lambda: view.asked._forms.form is None)
        await at_rest()
        assert view.claims() == []
        assert view.asked._forms.form is None


async def test_a_dispute_whose_text_has_gone_says_what_is_missing(shown):
    async with shown(found(disputes=(replace(dispute(), b=None, elsewhere=GONE),))) as view:
        QTest.keyClick(view.article, Key.Key_K)
        QTest.keyClick(view.article, Key.Key_Return)
        form = await form_of(view, ClaimForm)
        form.report.stance.choose(Stance.SUPPORTS)
        form.keep.click()
        await until(lambda: view.status().startswith("A dispute stands between two claims"))
        assert [each.statement for each in view.claims()] == [DENIAL]


async def test_a_dispute_of_two_claims_opens_filled_in_and_is_off_the_list_once_kept(shown, work):
    async with shown() as view:
        await work.history.run(claim_at(work, view.clip_id, DENIAL))
        await work.history.run(claim_at(work, view.clip_id, ENTRY))
        await at_rest()
        QTest.keyClick(view.article, Key.Key_K)
        QTest.keyClick(view.article, Key.Key_Return)
        form = await until(lambda: view.asked._forms.form)
        assert isinstance(form, DisputeForm)
        one, other = view.claims()
        assert {form.claim_a.claim_id(), form.claim_b.claim_id()} == {one.id, other.id}
        assert [on.value for on, box in form.differs.items() if box.isChecked()] == ["entry"]
        form.keep.click()
        await until(lambda: view.asked._forms.form is None)
        await at_rest()
        assert DENIAL not in view.listed()


def claim_at(work, clip_id, words):
    from caseboard.commands.claims import AddClaim  # noqa: PLC0415  # of this helper alone

    report = work.report(clip_id, exact="said")
    at = span(words)
    place = type(report.place)(at["start"], at["end"])
    return AddClaim(work.case, words, type(report)(clip_id, place, report.stance, report.claimant))


async def test_another_clip_asks_about_its_own(shown, work, library):
    async with shown() as view:
        await view.press(Key.Key_J)
        other = await work.clip(b"Nothing here", "Nothing here")
        await view.session.go_to(work.case, Place("clip", other))
        await at_rest()
        assert view.current == ""
        assert not view.section.isVisible()
        await propose(library, other, found(statements=(), disputes=()))


async def test_what_went_wrong_is_said_with_a_way_to_try_again(shown):
    async with shown(found(locations=()), problem="The text could not be looked through.") as view:
        assert view.section.state.text() == "The text could not be looked through."
        assert view.section.again.isVisible()


async def test_the_palette_has_the_answers_too(shown, window):
    async with shown() as view:
        window.actions_["next_suggestion"].trigger()
        assert view.current == "Kupiansk"
        window.actions_["previous_suggestion"].trigger()
        assert view.list.currentIndex().row() == view.rows - 1
        window.actions_["accept_sure"].trigger()
        await at_rest()
        assert len(view.tagged()) == 5


async def test_a_card_counts_what_is_proposed_of_its_clip(shown):
    async with shown() as view:
        index = view.reading.clips.model.index_of(view.clip_id)
        assert "9 suggestions" in index.data(Qt.ItemDataRole.AccessibleTextRole)
