"""What is not a view of its own: tabs, tools, dialogs and popups, opened to have pictures taken."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from PySide6.QtWidgets import QWidget

from caseboard.capture.drop import Drop
from caseboard.capture.lists.entry import Entry, ListFormat, Listing
from caseboard.commands.list_entries import Source, look
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.terms import ClipKind
from caseboard.runtime.jobs import Job
from caseboard.store import briefings, clips
from caseboard.ui import (
    briefing_shots,
    claim_shots,
    georeference_shots,
    layer_shots,
    suggestion_shots,
    unit_shots,
)
from caseboard.ui.jobs_strip import JobsStrip
from caseboard.ui.reader.center import ReaderPane
from caseboard.ui.reader.picture_bar import Look
from caseboard.ui.reader.tabs import Tab
from caseboard.ui.session import Session
from caseboard.ui.settings_dialog import FETCHING, SettingsDialog
from caseboard.ui.views.import_dialog import ImportDialog

Take = Callable[[QWidget, str], None]
"""Takes the pictures of a widget under a name."""
Rest = Callable[[], Awaitable[None]]
"""Waits until nothing is on its way any more."""

LISTED = (
    ("https://daily.example/news/columns", "Two columns seen north of the town", "2024-11-13"),
    ("https://agency.example/staff/1311", "General Staff: assault repelled", "2024-11-13"),
    ("https://maps.example/frontline?day=20241114", "Front line as of 14 November", "2024-11-14"),
    ("https://daily.example/news/columns#late", "Two columns seen north of the town", "2024-11-13"),
    ("https://t.example/s/brigade/8841", "Post of the brigade's press officer", "2024-11-12"),
)
JOBS = (("Fetching daily.example", 1, 3), ("Reading maps.example", 340_000, 1_200_000))


async def shoot(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """Take pictures of all that opens inside the views or over them."""
    assert session.case_view is not None  # noqa: S101  the case was opened
    reading = session.case_view.reading
    inspector, window = reading.inspector, session.window
    kinds = await _one_of_each(session, case_id)
    for tab, name in ((inspector.provenance, "provenance"), (inspector.similar, "similar")):
        await _open(session, kinds[ClipKind.ARTICLE], rest)
        inspector.tabs.setCurrentWidget(tab)
        await rest()
        take(window, name)
    inspector.tabs.setCurrentWidget(inspector.tags)
    await suggestion_shots.shoot(session, case_id, take, rest)
    await claim_shots.shoot(session, case_id, take, rest)
    await _open(session, kinds[ClipKind.IMAGE], rest)
    await _use_tools(reading.page.reader, rest)
    take(window, "picture-tools")
    await georeference_shots.shoot(session, case_id, take, rest)
    await unit_shots.shoot(session, case_id, take, rest)
    await briefing_shots.shoot(session, take, rest)
    await _open(session, await _document(session, case_id), rest)
    reading.page.reader.show_tab(Tab.PAGES)
    await rest()
    take(window, "pages")
    for dialog, name in (
        (_importing(session), "import"),
        (_settings(session), "settings"),
        (layer_shots.settings(session), "settings-map"),
        (layer_shots.form(session), "layer-form"),
    ):
        dialog.show()
        await rest()
        take(dialog, name)
        dialog.close()
        dialog.deleteLater()
    async with _jobs(session, rest) as popup:
        take(popup, "jobs")


async def _one_of_each(session: Session, case_id: CaseId) -> dict[ClipKind, ClipId]:
    """A clip of each kind."""
    found: dict[ClipKind, ClipId] = {}
    for each in await session.desk.read(clips.ids, case_id, clips.Order.OLDEST):
        clip_id = ClipId(each)
        view = await session.desk.read(clips.view, clip_id)
        if view is not None:
            found.setdefault(view.clip.kind, clip_id)
    return found


async def _open(session: Session, clip_id: str, rest: Rest) -> None:
    session.navigator.open_clip(clip_id)
    await rest()


async def _use_tools(reader: ReaderPane, rest: Rest) -> None:
    images = reader.images
    reader.show_tab(Tab.IMAGES)
    images.bar.looks.choose(Look.LEVELS.value)
    images.bar.look_chosen.emit(Look.LEVELS)
    images.bar.light.click()
    await rest()


async def _document(session: Session, case_id: CaseId) -> ClipId:
    """A PDF: the briefing of the case itself, taken in."""
    from caseboard.commands.exporting_briefings import export  # noqa: PLC0415  PDFs and all

    desk = session.desk
    target = desk.library.folder / "briefing.pdf"
    await export(
        desk.library, desk.history, (await desk.read(briefings.of_case, case_id))[0], target
    )
    taken = await desk.taking_in.take(case_id, Drop(files=(target,)))
    await desk.taking_in.settled()
    return taken.clip_ids[0]


def _importing(session: Session) -> ImportDialog:
    entries = tuple(
        Entry(row=row, url=url, title=title, published=when)
        for row, (url, title, when) in enumerate(LISTED, 2)
    )
    source = Source("monitoring.csv", "")
    listing = Listing(ListFormat.TABLE, entries)
    return ImportDialog(
        session.desk.theme, listing, source, look(listing, {}, source), session.window
    )


def _settings(session: Session) -> SettingsDialog:
    dialog = SettingsDialog(session.desk.theme, session.desk.settings.settings, session.window)
    dialog.show_page(FETCHING)
    return dialog


@asynccontextmanager
async def _jobs(session: Session, rest: Rest) -> AsyncIterator[QWidget]:
    """While the block lasts, jobs run and are listed."""
    jobs, end = session.desk.jobs, asyncio.Event()
    strip = JobsStrip(session.desk.theme, jobs)
    session.window.status.add_jobs(strip)

    async def work(job: Job) -> None:
        title, done, total = next(each for each in JOBS if each[0] == job.title)
        if total > 1000:
            job.read(done, total)
        else:
            job.step(done, total, title)
        await end.wait()

    running = [
        asyncio.create_task(jobs.run(title, work), name=f"standing: {title}")
        for title, _done, _total in JOBS
    ]
    await rest()
    strip.show_all()
    await rest()
    yield strip.popup
    strip.popup.close_popup()
    end.set()
    await asyncio.gather(*running)
    strip.deleteLater()
