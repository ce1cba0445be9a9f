"""The case everyone knows by heart, stated from its article alone in at most 25 strokes.

Two claims, three reports, two origins, one dispute (entry; outcome), and how both can hold: from
the open clip on, by real keys or real clicks in the window, every one of them counted.
"""

from contextlib import asynccontextmanager

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication

from caseboard.analysis.standing import weigh
from caseboard.capture.reading import Reading
from caseboard.commands.clips import FillClip
from caseboard.commands.describing import DescribeClip
from caseboard.commands.sources import Named
from caseboard.model.terms import DisputeStatus, SourceKind, Stance
from caseboard.store import dossiers, evidence, ledgers
from caseboard.tagging.engine import suggest
from caseboard.ui.forms.claim_form import ClaimForm
from caseboard.ui.forms.dispute_form import DisputeForm
from caseboard.ui.navigation import Place
from caseboard.ui.shots import at_rest
from hands import Hands
from proposed_clip import propose
from support import real_input, until

MOST = 25
STAFF = "General Staff of the Armed Forces of Ukraine"
OUTLET = "Daily Courier"
DRIVEN_OUT = "Both can hold if columns entered and were driven out."
ARTICLE = """Push on Kupiansk beaten back, army says

Ukrainian troops repelled every Russian attack on Kupiansk, the Ukrinform agency reported on \
Nov. 14, citing the General Staff of the Armed Forces of Ukraine.

“No enemy has entered Kupiansk,” a spokesman of the General Staff told Ukrinform.

The crowd-sourced map DeepState claimed late on Nov. 13 that two columns of Russian armour had \
entered Kupiansk and suffered heavy losses there.

The town on the Oskil River is a hub of railways in Kharkiv Oblast.
"""

Key, Modifier = Qt.Key, Qt.KeyboardModifier
CTRL, ALT = Modifier.ControlModifier, Modifier.AltModifier


@pytest.fixture
def text(request):
    """The article: our own, or the real one kept beside the project."""
    if request.param == "own":
        return ARTICLE
    return real_input("kupiansk", "kupiansk-article.txt").read_text("utf-8")


both_texts = pytest.mark.parametrize("text", ["own", "real"], indirect=True)


def is_laid_out(widget):
    """Whether it has the room it wants, on the screen."""
    return (
        not widget.visibleRegion().isEmpty()
        and widget.height() >= widget.minimumSizeHint().height()
    )


class Desk:
    """The reading view with the article open in it, and hands that count."""

    def __init__(self, session, clip_id):
        self.session = session
        self.clip_id = clip_id
        self.hands = Hands()
        self.reading = session.case_view.reading
        self.section = self.reading.inspector.tags.suggestions
        self._form = None

    async def form(self, kind):
        """The next form of this kind, once it is open and has the keyboard."""

        def there():
            form = self.reading.suggestions._forms.form
            is_new = isinstance(form, kind) and form is not self._form and form.isVisible()
            focus = QApplication.focusWidget()
            return form if is_new and focus and form.isAncestorOf(focus) else None

        self._form = await until(there)
        return self._form

    async def dispute_form(self):
        form = await self.form(DisputeForm)
        await until(lambda: form.offers.rows and form.also.boxes)
        await until(lambda: all(map(is_laid_out, (*form.offers.rows, *form.also.boxes))))
        return form

    async def kept(self):
        """The last form is gone and all of it is on disk."""
        await until(lambda: self.reading.suggestions._forms.form is None)
        await at_rest()

    def listed(self):
        rows = self.section.list.rows
        return [rows.row(rows.index(row, 0)).name for row in range(rows.rowCount())]

    def read(self, query, *args):
        return self.session.desk.library.database.read_now(query, *args)


@pytest.fixture
def opened_article(opened, work, library, window, history):
    """A context: the article open as a clip of an outlet, looked through, nothing answered."""

    @asynccontextmanager
    async def opened_article(text):
        await work.open()
        clip_id = await work.clip(text.encode(), text)
        reading = Reading(title="Kupiansk", text=text, published="2024-11-14", language="en")
        await history.run(FillClip(work.case, clip_id, reading))
        outlet = Named(OUTLET, SourceKind.OUTLET)
        await history.run(DescribeClip(work.case, clip_id, {}, outlet))
        await propose(library, clip_id, suggest(text, published="2024-11-14"))
        async with opened() as session:
            await session.go_to(work.case, Place("clip", clip_id))
            await at_rest()
            window.activateWindow()
            await until(window.isActiveWindow)
            yield Desk(session, clip_id)

    return opened_article


def stated(desk):
    """What the case holds now, in words that can be compared."""
    case_id = desk.session.case_id
    dossier = desk.read(dossiers.read, case_id)
    said = {
        claim.statement: [
            (
                each.report.stance,
                each.claimant.name,
                [relay.name for relay in each.relays],
                each.outlet_name,
            )
            for each in desk.read(evidence.reports_of, claim.id)
        ]
        for claim in dossier.claims
    }
    standings = weigh(desk.read(ledgers.read, case_id))
    origins = {origin.name for each in standings.values() for origin in each.origins}
    return dossier, said, origins


def assert_the_case_is_stated(desk):
    dossier, said, origins = stated(desk)
    (repelled, denials), (entered, sightings) = said.items()
    assert "repelled" in repelled
    assert "two columns" in entered
    assert "heavy losses" in entered
    staff = (STAFF, ["Ukrinform"], OUTLET)
    assert denials == [(Stance.SUPPORTS, *staff)]
    assert sightings == [
        (Stance.SUPPORTS, "DeepState", [], OUTLET),
        (Stance.CONTRADICTS, *staff),
    ]
    assert origins == {STAFF, "DeepState"}
    (dispute,) = dossier.disputes
    assert dispute.differs_on == ["entry", "outcome"]
    assert dispute.both_could_hold == DRIVEN_OUT
    assert dispute.status is DisputeStatus.OPEN
    standings = weigh(desk.read(ledgers.read, desk.session.case_id))
    assert {each.status for each in standings.values()} == {"disputed"}
    assert max(len(each.origins) for each in standings.values()) == 2


@both_texts
async def test_the_case_is_stated_by_keys_alone(opened_article, text):
    async with opened_article(text) as desk:
        hands = desk.hands
        desk.reading.page.reader.article.setFocus()
        hands.press(Key.Key_K)  # the last suggestion is the dispute
        hands.press(Key.Key_Return)
        for _side in range(2):
            await desk.form(ClaimForm)
            hands.press(Key.Key_S)  # these words support it
            hands.press(Key.Key_Return, CTRL)
        await desk.dispute_form()
        hands.press(Key.Key_1, ALT)  # columns entered and were driven out
        hands.press(Key.Key_Return, CTRL)
        await desk.kept()
        assert_the_case_is_stated(desk)
        assert hands.strokes <= MOST, hands.done
        assert hands.strokes == 12


@both_texts
async def test_the_case_is_stated_by_clicks_alone(opened_article, text):
    async with opened_article(text) as desk:
        hands, listed = desk.hands, desk.section.list
        last = listed.rows.index(listed.rows.rowCount() - 1, 0)
        listed.scrollTo(last)
        hands.click(listed.viewport(), listed.visualRect(last).center())
        await at_rest()
        hands.click(desk.section.detail.accept)
        for _side in range(2):
            form = await desk.form(ClaimForm)
            hands.click(named(form.report.stance, "supports"))
            hands.click(form.keep)
        form = await desk.dispute_form()
        hands.click(form.offers.rows[0])
        hands.click(form.keep)
        await desk.kept()
        assert_the_case_is_stated(desk)
        assert hands.strokes <= MOST, hands.done
        assert hands.strokes == 8


def named(widget, text):
    return next(each for each in widget.findChildren(QAbstractButton) if each.text() == text)


@pytest.mark.parametrize("text", ["own"], indirect=True)
async def test_undo_takes_back_one_action_at_a_time(opened_article, text, history):
    async with opened_article(text) as desk:
        hands, at_first = desk.hands, desk.listed()
        desk.reading.page.reader.article.setFocus()
        hands.press(Key.Key_K)
        hands.press(Key.Key_Return)
        for _side in range(2):
            await desk.form(ClaimForm)
            hands.press(Key.Key_S)
            hands.press(Key.Key_Return)
        await desk.dispute_form()
        hands.press(Key.Key_Return, CTRL)
        await desk.kept()
        left = []
        for _action in range(3):
            await history.undo(desk.session.case_id)
            dossier, said, _origins = stated(desk)
            left.append((len(dossier.disputes), [len(reports) for reports in said.values()]))
        assert left == [(0, [1, 1]), (0, [1]), (0, [])]
        await at_rest()
        assert desk.listed() == at_first


@pytest.mark.parametrize("text", ["own"], indirect=True)
async def test_what_is_ticked_beforehand_can_be_left_out_or_changed(opened_article, text):
    async with opened_article(text) as desk:
        hands = desk.hands
        desk.reading.page.reader.article.setFocus()
        hands.press(Key.Key_K)
        hands.press(Key.Key_Return)
        for _side in range(2):
            await desk.form(ClaimForm)
            hands.type("s")
            hands.press(Key.Key_Return)
        form = await desk.dispute_form()
        by_staff, by_map = form.also.boxes
        assert by_staff.text() == "These words contradict C2 as well"
        assert STAFF in by_staff.accessibleName()
        assert (by_staff.isChecked(), by_map.isChecked()) == (True, False)
        hands.click(by_staff, by_staff.rect().topLeft() + QPoint(8, by_staff.height() // 2))
        hands.click(by_map, by_map.rect().topLeft() + QPoint(8, by_map.height() // 2))
        assert (by_staff.isChecked(), by_map.isChecked()) == (False, True)
        hands.click(form.offers.rows[1])
        hands.click(form.offers.rows[0])  # takes the place of the other
        hands.type(" Says who?")
        hands.press(Key.Key_Return, CTRL)
        await desk.kept()
        dossier, said, _origins = stated(desk)
        assert [len(reports) for reports in said.values()] == [2, 1]
        assert next(iter(said.values()))[1][:2] == (Stance.CONTRADICTS, "DeepState")
        assert dossier.disputes[0].both_could_hold == f"{DRIVEN_OUT} Says who?"
