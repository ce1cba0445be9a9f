"""The pages of a briefing beside what is typed: how soon they are there, and follow."""

import asyncio
import time

from bench.briefings import SENT, SHOWN, Exporter
from bench.harness import Case, Contest, Place
from bench.stage import Stage, heard
from caseboard.model.case import Case as CaseRow
from caseboard.model.work import Briefing
from caseboard.ui.briefing.preview import BriefingPreview
from caseboard.ui.desk import CaseDesk

FOLLOWED, FIRST = 0.5, 5.0  # seconds
SIZE = (970, 820)


class Typist:
    """A window with the preview of a briefing of 20 pages, 8 pictures and a map."""

    def __init__(self, place: Place) -> None:
        exporter = Exporter(place.own / "typed", SENT, SHOWN, has_map=True)
        self._briefing, case_id = exporter.briefing, exporter.briefing.case_id
        exporter.close()
        self._stage = Stage(place.own / "typed", place.own)
        desk = self._stage.desk
        case = desk.library.database.read_now(lambda session: session.get(CaseRow, case_id))
        assert case is not None  # noqa: S101  it was made above
        self._desk = CaseDesk(desk, case)
        self._preview = self._begun()
        self._typed = 0

    def follow(self) -> float:
        """Type a letter; seconds until its pages are shown."""
        self._typed += 1
        said = f"{self._briefing.bottom_line} {'x' * self._typed}"
        return self._shown(self._briefing.model_copy(update={"bottom_line": said}))

    def first(self) -> float:
        """Look at the briefing with nothing warm; seconds until its pages are shown."""
        self._end_preview()
        self._preview = self._begun()
        return self._shown(self._briefing)

    def close(self) -> None:
        """Take everything away."""
        self._end_preview()
        self._stage.close()

    def _shown(self, briefing: Briefing) -> float:
        start = time.perf_counter()
        preview = self._preview
        self._stage.run(heard(preview.counted, lambda: preview.show_briefing(briefing)))
        return time.perf_counter() - start

    def _begun(self) -> BriefingPreview:
        preview = BriefingPreview(self._desk, self._stage.window)
        preview.resize(*SIZE)
        preview.show()
        return preview

    def _end_preview(self) -> None:
        self._stage.run(_rest())
        self._preview.press.close()
        self._preview.pages.drawer.close()
        self._preview.deleteLater()


async def _rest() -> None:
    """Let what goes on in the background end."""
    while others := asyncio.all_tasks() - {asyncio.current_task()}:
        await asyncio.wait(others)


def follow(place: Place) -> Contest:
    """From a key to the pages, the pause after a key among it."""
    typist = Typist(place)
    typist.first()
    return Contest(typist.follow, end=typist.close)


def first(place: Place) -> Contest:
    """From the click on a briefing to its pages; the process that prints is started for it."""
    typist = Typist(place)
    return Contest(typist.first, end=typist.close)


CASES = [
    Case("pages of a briefing of 20, after a key", FOLLOWED, follow),
    Case("the same, looked at for the first time", FIRST, first),
]
