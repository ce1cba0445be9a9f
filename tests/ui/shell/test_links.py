"""Links in the window: fetched, refused, offered at the start, known already."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton

from caseboard.capture.fetching.rules import Rules
from caseboard.commands import suggesting
from caseboard.commands.fetching_in import Choices
from caseboard.commands.suggesting import Suggesting
from caseboard.commands.taking_in import TakingIn
from caseboard.model.terms import ClipState, Hollow
from caseboard.runtime.jobs import Jobs
from caseboard.store import clips
from caseboard.ui.desk import Desk
from caseboard.ui.itemmodels.clips import words
from fakeweb import ARTICLE, BRIDGE, FakeWeb
from support import settled, until

ELSEWHERE = "https://river.example/ferry"


@pytest.fixture
def web(settings):
    web = FakeWeb()
    web.choices = lambda: Choices(Rules("Caseboard"), is_on=settings.settings.fetch_pages)
    return web


@pytest.fixture
def desk(library, history, theme, settings, worker, web):
    jobs = Jobs()
    taking_in = TakingIn(library, history, worker, jobs, web.net)
    return Desk(
        library,
        history,
        taking_in,
        jobs,
        settings,
        theme,
        worker,
        Suggesting(library, history, jobs, lambda: suggesting.Choices(is_on=False)),
    )


def only(library, case_id):
    return library.database.read_now(clips.view, library.database.read_now(clips.ids, case_id)[0])


def button(widget, name):
    found = [each for each in widget.findChildren(QPushButton) if each.text() == name]
    return next(each for each in found if each.isVisible())


async def paste(window, *urls):
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    QGuiApplication.clipboard().setMimeData(mime)
    window.actions_["paste"].trigger()


async def shown(session, library):
    """The reader, once it shows the one clip as it is in the library."""
    await settled()
    reader = session.case_view.reading.page.reader
    await until(
        lambda: reader.page and reader.page.clip.state is only(library, session.case_id).clip.state
    )
    return reader


async def test_a_pasted_link_is_fetched_while_the_status_line_says_so(
    opened, window, work, library, web
):
    web.add(BRIDGE, ARTICLE)
    web.hold(BRIDGE)
    await work.open()
    async with opened(work.case) as session:
        await paste(window, BRIDGE)
        await until(lambda: web.under_way)
        assert window.status.network.text() == "⇅ Network in use"
        pane = session.case_view.reading.clips
        await until(lambda: pane.model.rowCount() == 1 and pane.model.row(pane.model.index(0, 0)))
        assert "Not fetched yet" in words(pane.model.row(pane.model.index(0, 0)))
        reader = session.case_view.reading.page.reader
        await until(reader.unread.isVisible)
        await until(lambda: "is being fetched" in reader.unread.sentence.text())
        assert not reader.unread.action.isVisible()
        web.go.set()
        await settled()
        assert only(library, work.case).clip.state is ClipState.READY
        assert not window.status.network.isVisible()


async def test_what_could_not_be_fetched_says_why_and_is_fetched_from_the_reader(
    opened, window, work, library, web, qtbot
):
    web.refuse(BRIDGE, "The connection was cut.", "Fetch it again.")
    await work.open()
    async with opened(work.case) as session:
        await paste(window, BRIDGE)
        await until(lambda: web.asked)
        reader = await shown(session, library)
        assert reader.unread.isVisible()
        assert reader.unread.sentence.text() == "The connection was cut. Fetch it again."
        assert BRIDGE in reader.unread.detail.text()
        assert not reader.unread.allow.isVisible()
        web._errors.clear()
        web.add(BRIDGE, ARTICLE)
        qtbot.mouseClick(button(reader.unread, "Fetch the page"), Qt.MouseButton.LeftButton)
        await until(lambda: only(library, work.case).clip.state is ClipState.READY)
        await settled()
        assert not reader.unread.isVisible()


async def test_an_address_of_this_network_is_allowed_from_the_reader(
    opened, window, work, library, web, qtbot
):
    url = "http://10.0.0.7/notes"
    web.add(url, ARTICLE)
    web.refuse(url, "This is an address of this machine's network.", private=True)
    await work.open()
    async with opened(work.case) as session:
        await paste(window, url)
        await until(lambda: web.asked)
        reader = await shown(session, library)
        assert not reader.unread.action.isVisible()
        qtbot.mouseClick(reader.unread.allow, Qt.MouseButton.LeftButton)
        await until(lambda: only(library, work.case).clip.state is ClipState.READY)
        await settled()


async def test_a_page_that_is_not_the_article_is_called_so_in_reader_and_list(
    opened, window, work, library, web
):
    web.add(BRIDGE, ARTICLE, status=404)
    await work.open()
    async with opened(work.case) as session:
        await paste(window, BRIDGE)
        await until(lambda: web.asked)
        reader = await shown(session, library)
        assert only(library, work.case).clip.hollow is Hollow.ERROR
        await until(reader.hollow.isVisible)
        assert "This is not the article" in reader.hollow.banner.text.text()
        assert not reader.hollow.banner.close_button.isVisible()
        pane = session.case_view.reading.clips
        await until(lambda: pane.model.row(pane.model.index(0, 0)))
        assert "Error page" in words(pane.model.row(pane.model.index(0, 0)))


async def test_fetching_it_again_makes_a_clip_and_the_notice_stays_with_its_page(
    opened, window, work, library, web, qtbot
):
    web.add(BRIDGE, ARTICLE, status=404)
    await work.open()
    async with opened(work.case) as session:
        await paste(window, BRIDGE)
        await until(lambda: web.asked)
        reader = await shown(session, library)
        await until(reader.hollow.isVisible)
        web.add(BRIDGE, ARTICLE)
        qtbot.mouseClick(button(reader.hollow, "Fetch again"), Qt.MouseButton.LeftButton)
        assert reader.hollow.isVisible()
        await until(lambda: len(web.asked) == 2)
        await settled()
        newest = only(library, work.case).clip
        assert newest.hollow is None


async def test_links_of_the_last_run_are_offered_and_not_fetched_unasked(
    opened, window, work, library, desk, web, qtbot
):
    web.hold(BRIDGE, ELSEWHERE)
    await work.open()
    async with opened(work.case):
        await paste(window, BRIDGE, ELSEWHERE)
        await until(lambda: web.under_way == 2)
    assert web.under_way == 0
    web.add(BRIDGE, ARTICLE)
    web.add(ELSEWHERE, ARTICLE)
    web.go.set()
    desk.taking_in._is_stopping = False
    async with opened(work.case):
        await settled()
        assert window.banner.text.text() == "2 links were not fetched."
        assert len(web.asked) == 2
        qtbot.mouseClick(button(window.banner, "Fetch now"), Qt.MouseButton.LeftButton)
        await until(lambda: len(web.asked) == 4)
        await settled()
        assert only(library, work.case).clip.state is ClipState.READY


async def test_they_can_be_kept_as_links(opened, window, work, library, desk, web, qtbot):
    web.hold(BRIDGE)
    await work.open()
    async with opened(work.case):
        await paste(window, BRIDGE)
        await until(lambda: web.under_way)
    desk.taking_in._is_stopping = False
    async with opened(work.case):
        await until(window.banner.isVisible)
        qtbot.mouseClick(button(window.banner, "Keep links only"), Qt.MouseButton.LeftButton)
        await until(lambda: only(library, work.case).clip.state is ClipState.UNREAD)
        await settled()
        assert "Only the link is kept" in only(library, work.case).clip.problem


async def test_a_known_address_is_said_and_both_can_be_kept(
    opened, window, work, library, web, qtbot
):
    web.add(BRIDGE, ARTICLE)
    await work.open()
    async with opened(work.case):
        await paste(window, BRIDGE)
        await until(lambda: web.asked)
        await settled()
        web.hold(BRIDGE)
        await paste(window, BRIDGE)
        await until(window.banner.isVisible)
        assert window.banner.text.text().startswith("This address is E001 already.")
        qtbot.mouseClick(button(window.banner, "Keep both"), Qt.MouseButton.LeftButton)
        web.go.set()
        await settled()
        assert len(library.database.read_now(clips.ids, work.case)) == 2


async def test_left_alone_it_becomes_the_newest_version(opened, window, work, library, web):
    web.add(BRIDGE, ARTICLE)
    await work.open()
    async with opened(work.case):
        for count in (1, 2):
            await paste(window, BRIDGE)
            await until(lambda count=count: len(web.asked) == count)
            await settled()
        assert len(library.database.read_now(clips.ids, work.case)) == 1
        assert only(library, work.case).clip.earlier_id


async def test_a_page_is_fetched_as_a_new_version_from_the_list(opened, work, library, web):
    web.add(BRIDGE, ARTICLE)
    await work.open()
    noted = await work.clip()
    async with opened(work.case) as session:
        session.take_links([BRIDGE])
        await until(lambda: web.asked)
        await settled()
        pane = session.case_view.reading.clips
        first = only(library, work.case).clip
        assert not choice(pane.menu([noted]), "Fetch as a new version").isEnabled()
        await until(lambda: pane.model.row(pane.model.index_of(first.id)))
        choice(pane.menu([first.id]), "Fetch as a new version").trigger()
        await until(lambda: len(web.asked) == 2)
        await settled()
        assert only(library, work.case).clip.earlier_id == first.id


def choice(menu, name):
    return next(action for action in menu.actions() if action.text() == name)


async def test_where_nothing_is_fetched_the_status_line_says_so(
    opened, window, work, settings, web
):
    await work.open()
    async with opened(work.case):
        assert not window.status.network.isVisible()
        settings.change(fetch_pages=False)
        assert window.status.network.text() == "Fetches nothing"
        await paste(window, BRIDGE)
        await settled()
        assert web.asked == []
        settings.change(fetch_pages=True)
        assert not window.status.network.isVisible()


async def test_links_are_typed_one_a_line(opened, window, work, web, qtbot):
    web.add(BRIDGE, ARTICLE)
    web.add(ELSEWHERE, ARTICLE)
    await work.open()
    async with opened(work.case) as session:
        window.actions_["clip_link"].trigger()
        popup = session.deeds.links
        assert popup.isVisible()
        qtbot.keyClicks(popup.field, "river.example/bridge")
        qtbot.keyClick(popup.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClicks(popup.field, "not an address")
        qtbot.keyClick(popup.field, Qt.Key.Key_Return)
        assert popup.isVisible()
        assert popup.problem.text().startswith("Line 2 is no address of a page")
        popup.field.setPlainText(f"river.example/bridge\n\n{ELSEWHERE}")
        qtbot.keyClick(popup.field, Qt.Key.Key_Return)
        assert not popup.isVisible()
        await until(lambda: len(web.asked) == 2)
        await settled()
        assert {url for url, _rules in web.asked} == {BRIDGE, ELSEWHERE}


async def test_an_empty_field_says_what_is_wanted(opened, window, work, qtbot):
    await work.open()
    async with opened(work.case) as session:
        window.actions_["clip_link"].trigger()
        qtbot.keyClick(session.deeds.links.field, Qt.Key.Key_Return)
        assert session.deeds.links.problem.isVisible()
        qtbot.keyClick(session.deeds.links.field, Qt.Key.Key_Escape)
        assert not session.deeds.links.isVisible()
