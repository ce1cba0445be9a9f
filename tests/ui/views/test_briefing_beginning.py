"""What one sees first of a briefing that is begun, and how the journal calls it."""

import pytest
from PySide6.QtTest import QTest

from caseboard.briefing.blocks import SectionKind
from caseboard.commands.briefings import SaveBriefing, duplicate
from caseboard.model.work import Briefing
from caseboard.store import briefings
from caseboard.ui.briefing.composer import Composer
from support import settled, until


@pytest.fixture
def composer_of_two(shown, case_desk, work, history):
    """A low composer, the briefing it shows, and the copy of it that is to be shown."""

    async def composer_of_two():
        await work.open()
        await work.claim(await work.clip())
        first = Briefing(case_id=work.case, title="Two accounts")
        await history.run(SaveBriefing(first))
        desk = await case_desk(work.case)
        there = await desk.read(briefings.by_id, first.id)
        copied = duplicate(there)
        await history.run(SaveBriefing(copied))
        composer = await shown(lambda desk, navigator: Composer(desk, navigator, None), desk)
        composer.resize(composer.width(), 300)
        composer.show_briefing(there)
        await settled()
        return composer, there, await desk.read(briefings.by_id, copied.id)

    return composer_of_two


async def test_another_briefing_is_shown_from_its_title_on(composer_of_two):
    composer, there, copied = await composer_of_two()
    composer.details.distribution.setFocus()
    composer._go_to(composer.details.distribution)
    assert composer.title.visibleRegion().isEmpty()
    composer.show_briefing(there)
    assert composer.title.visibleRegion().isEmpty()  # the same one keeps its place
    composer.show_briefing(copied)
    await settled()
    assert not composer.title.visibleRegion().isEmpty()


def test_a_briefing_that_is_begun_is_told_from_one_that_is_edited():
    begun = Briefing(case_id="case", title="Two accounts")
    assert SaveBriefing(begun).label == "Add briefing “Two accounts”"
    begun.ref = "KUP-2024-11-B1"
    assert SaveBriefing(begun).label == "Edit briefing “Two accounts”"


async def test_what_is_offered_is_framed(composer_of_two):
    composer, _there, _copied = await composer_of_two()
    composer.open_section(SectionKind.BOTTOM_LINE)
    text = composer.editors[SectionKind.BOTTOM_LINE].texts["bottom_line"]
    text.setFocus()
    QTest.keyClicks(text, "[[")
    await until(text.offered.isVisible)
    framed = text.offered.viewport().geometry()
    assert framed.left() >= 1  # a line of one pixel and room inside it
    assert framed.top() >= 1
    text.offered.hide()
    await composer.keep()
