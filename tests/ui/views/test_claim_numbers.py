"""The numbers of a claim and of those it clashes with, in its inspector."""

from dataclasses import replace

import pytest
from claim_page import Page
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from caseboard.commands.claims import AddReport
from caseboard.commands.quantities import QuantityDraft, SetQuantities
from caseboard.model.terms import Measure, QuantityKind
from caseboard.store import evidence
from caseboard.ui.lib.chips import Pill
from support import until

LEFT = Qt.MouseButton.LeftButton
VEHICLES = QuantityKind.VEHICLES


@pytest.fixture
def numbered(qtbot, case_desk, work):
    """Two claims that clash: 12–15 vehicles per General Staff, at least 20 per DeepState."""

    async def numbered(*drafts):
        await work.open()
        clip = await work.clip()
        work.ids = [
            await work.claim(clip, "Vehicles were lost", "All assaults"),
            await work.claim(clip, "More vehicles were lost", "Two columns"),
        ]
        await work.dispute(*work.ids)
        map_says = work.report(clip, "DeepState", (), "the map")
        map_report = await work.history.run(AddReport(work.case, work.ids[1], map_says))
        staff_report = work.read(evidence.reports_of, work.ids[0])[0].report.id
        mine, theirs = drafts or (
            QuantityDraft(VEHICLES, 12, 15, "vehicles"),
            QuantityDraft(VEHICLES, 20, None, "vehicles"),
        )
        await work.history.run(SetQuantities(work.case, staff_report, (mine,)))
        await work.history.run(SetQuantities(work.case, map_report, (theirs,)))
        page = Page(await case_desk(work.case), work.ids[0])
        qtbot.addWidget(page.detail)
        page.detail.resize(366, 900)
        page.detail.show()
        await page.show()
        return page

    return numbered


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def pills(widget):
    return [pill.text() for pill in widget.findChildren(Pill)]


async def test_numbers_stand_side_by_side_per_claimant(numbered):
    section = (await numbered()).detail.quantities
    assert [row.told.spoken for row in section.rows] == [
        "12–15 vehicles per General Staff",
        "at least 20 vehicles per DeepState",
    ]
    assert pills(section) == ["contradict"]
    assert "The numbers contradict each other: no number fits all of them." in texts(section)
    assert (
        "Over all: at least 12 vehicles per General Staff, DeepState (2 independent origins)"
        in (texts(section))
    )


async def test_bars_share_one_scale_and_an_open_range_goes_to_its_end(numbered):
    first, second = (await numbered()).detail.quantities.rows
    assert first.bar.ends(230)[0] == pytest.approx(120)
    assert first.bar.ends(230)[1] == pytest.approx(150)
    assert second.bar.ends(230) == (pytest.approx(200), 230)


async def test_a_number_leads_to_its_quote(numbered, work):
    page = await numbered()
    seen = []
    page.detail.report_opened.connect(lambda *where: seen.append(where))
    page.detail.ensureWidgetVisible(page.detail.quantities.rows[1])
    QTest.mouseClick(page.detail.quantities.rows[1], LEFT)
    QTest.keyClick(page.detail.quantities.rows[0], Qt.Key.Key_Return)
    said = [work.read(evidence.reports_of, each) for each in work.ids]
    assert seen == [
        (said[1][1].clip.id, said[1][1].anchor.id),
        (said[0][0].clip.id, said[0][0].anchor.id),
    ]


async def test_measures_are_compared_and_printed_as_they_were_told(numbered):
    distance = QuantityKind.DISTANCE
    page = await numbered(
        QuantityDraft(distance, 2, 3, measure=Measure.KILOMETRE),
        QuantityDraft(distance, 2500, 2500, measure=Measure.METRE, is_approximate=True),
    )
    section = page.detail.quantities
    assert [row.told.spoken for row in section.rows] == [
        "2–3 km per General Staff",
        "about 2,500 m per DeepState",
    ]
    assert pills(section) == ["agree"]


async def test_numbers_of_other_claims_alone_are_not_shown(numbered, work, history):
    page = await numbered()
    report = work.read(evidence.reports_of, work.ids[0])[0].report.id
    await history.run(SetQuantities(work.case, report, ()))
    await page.show()
    assert not page.detail.quantities.isVisible()


async def test_a_report_card_tells_its_numbers_with_whose_they_are(numbered):
    (card,) = (await numbered()).detail.reports
    assert "12–15 vehicles per General Staff" in texts(card)
    assert "12–15 vehicles per General Staff" in card.accessibleName()


async def test_who_prints_the_text_of_another_is_no_origin_of_his_own(numbered):
    page = await numbered()
    sheet, section = page.detail.sheet, page.detail.quantities
    (staff,) = sheet.standing.origins
    copied = replace(sheet.standing)
    vars(copied)["origins"] = (staff._replace(same_text=("DeepState",)),)  # as if told apart so
    section.show_page(sheet.page, copied)
    await until(lambda: any("(1 independent origin)" in words for words in texts(section)))
