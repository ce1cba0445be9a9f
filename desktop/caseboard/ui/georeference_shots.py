"""Pictures of the sample's sketch map on the ground: its points, a place asked for, an area."""

from collections.abc import Awaitable, Callable

from PySide6.QtWidgets import QWidget

from caseboard.model.clip import ClipFile
from caseboard.model.ids import CaseId, ClipId
from caseboard.store import clips, georeferences
from caseboard.ui.georeference.plot import Tool
from caseboard.ui.georeference.work import GeoreferenceWork
from caseboard.ui.reader.page import pictures
from caseboard.ui.reader.tabs import Tab
from caseboard.ui.session import Session

Take = Callable[[QWidget, str], None]
Rest = Callable[[], Awaitable[None]]
OUTLINE = ((0.02, 0.2), (0.14, 0.23), (0.13, 0.02), (0.02, 0.01))
"""Of a wood on the sketch map."""


async def shoot(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """Open the picture that is placed, ask for one more point, and trace another area."""
    file = await _placed(session, case_id)
    if file is None or session.case_view is None:
        return
    reading = session.case_view.reading
    session.navigator.open_clip(file.clip_id)
    await rest()
    reading.page.reader.show_tab(Tab.IMAGES)
    reading.page.reader.images.show_file(file.id)
    await rest()
    reading.page.reader.images.bar.place.click()
    await rest()
    take(session.window, "georeference")
    work = reading.georeference.work
    assert work is not None  # noqa: S101  the button was pressed
    await _ask(work, rest)
    take(work.popup, "georeference-place")
    work.popup.close_popup()
    work.plot.take(Tool.AREA)
    work.plot.draw(OUTLINE)
    await rest()
    take(session.window, "georeference-tracing")
    work.plot.take(Tool.POINTS)
    reading.inspector.tabs.setCurrentWidget(reading.inspector.tags)
    await rest()


async def _placed(session: Session, case_id: CaseId) -> ClipFile | None:
    """The first picture of the case that lies on the ground."""
    for each in await session.desk.read(clips.ids, case_id, clips.Order.OLDEST):
        found = await session.desk.read(georeferences.of_clip, ClipId(each))
        view = await session.desk.read(clips.view, ClipId(each)) if found else None
        if view is not None:
            file_id = found[0].georeference.file_id
            return next(file for file in pictures(view.files) if file.id == file_id)
    return None


async def _ask(work: GeoreferenceWork, rest: Rest) -> None:
    work.plate.setFocus()
    work.plate.point_wanted.emit(0.726, 0.1075)
    work.popup.line.setText("Synk")
    await rest()
