"""Briefings exported as PDF: warm and cold, short and long, and what memory they take.

Pages a second, and whether long ones take longer a page, are measured without a map.
"""

import asyncio
import os
import subprocess
import sys
import time
from pathlib import Path

from sqlmodel import Session

from bench import material
from bench.harness import Case, Contest, Place, Unit, timed
from bench.programs import printed_figure
from caseboard.capture.reading import PictureRef, Reading
from caseboard.commands import briefings, exporting_briefings
from caseboard.commands.anchoring import TextPlace
from caseboard.commands.cases import NewCase
from caseboard.commands.claims import AddClaim, ReportDraft
from caseboard.commands.clips import DISPLAY, AddClips, FillClip, KeptClip, KeptFile, now
from caseboard.commands.history import History
from caseboard.commands.notes import WriteNote
from caseboard.commands.sources import Named
from caseboard.commands.tags import AddTag
from caseboard.model.case import Case as CaseRow
from caseboard.model.columns import new_id
from caseboard.model.entities import Location
from caseboard.model.ids import CaseId, ClipId, NoteId
from caseboard.model.terms import ClipKind, FileRole, Method, SourceKind, Stance
from caseboard.model.work import Briefing
from caseboard.store.journal import Entry
from caseboard.store.library import Library

PAGE = 1 / 40  # seconds
SHORT = 23
"""Clips of a case whose briefing has 20 pages."""
PICTURES = 4
SIDE = 900
SENT = 20
"""Clips of a case whose briefing has 20 pages with `SHOWN` pictures and a map."""
SHOWN = 8
EXHIBITS = 300
"""Clips of one whose briefing has more than 200 pages."""
WARM, COLD, WHOLE = 0.5, 1.0, 6.0  # seconds
MEMORY = 400  # MB
KUPIANSK = (49.71, 37.62)
_SCRIPTS = (
    str.maketrans({chr(0x430 + place): chr(97 + place % 26) for place in range(0x30)}),
    str.maketrans({chr(97 + place): chr(0x430 + place) for place in range(26)}),
)
"""Letter by letter into Latin, and into Cyrillic: each text is in one of them, as texts are."""


class Exporter:
    """One case of `size` clips, a claim on each, and its briefing.

    The first clips have `pictures`, and where they tell of is on a map if it is to have one.
    """

    def __init__(
        self, folder: Path, size: int, pictures: int = PICTURES, *, has_map: bool = False
    ) -> None:
        self._folder = folder
        self._library = Library.open(folder, "bench")
        self._target = folder / "briefing.pdf"
        self._writer = material.Writer(size)
        self._pictures, self._has_map = pictures, has_map
        self._case_id = self._new_case()
        for number in range(size):
            self._add_clip(number)
        self.briefing = self._draft()
        self.pages = 0

    def command(self) -> list[str]:
        """What writes the same from a command line; the library is let go of first."""
        ref = self._library.database.read_now(_case, self._case_id).ref
        self.close()
        said = ("brief", ref, "-o", os.fspath(self._target), "--library", os.fspath(self._folder))
        return [sys.executable, "-m", "caseboard", *said]

    def export(self) -> float:
        """Write the PDF and record it; seconds for it all."""
        history = History(self._library.database)
        start = time.perf_counter()
        asyncio.run(
            exporting_briefings.export(
                self._library, history, self.briefing, self._target, progress=self._on_page
            )
        )
        return time.perf_counter() - start

    def a_page(self) -> float:
        """Seconds a page."""
        return self.export() / self.pages

    def close(self) -> None:
        """Let go of the library."""
        self._library.close()

    def _on_page(self, _number: int, pages: int) -> None:
        self.pages = pages

    def _new_case(self) -> CaseId:
        command = NewCase("Briefed", "What was it?", collector="Desk 2")
        return self._library.database.write_now(Entry(command.label), command.do).result

    def _add_clip(self, number: int) -> None:
        script = _SCRIPTS[number % 3 == 0]
        title, text, parts = self._writer.article()
        title, text = title.lower().translate(script), text.lower().translate(script)
        reading = Reading(title=title, site="Daily", text=text, parts=tuple(parts))
        kept = KeptClip(ClipKind.ARTICLE, title, self._files(number, text), "", Method.DROP)
        says = " ".join(self._writer.words(60)).translate(script)

        def work(session: Session) -> None:
            clip_id = AddClips(self._case_id, (kept,), now()).do(session)[0]
            FillClip(self._case_id, clip_id, reading).do(session)
            session.flush()
            AddClaim(self._case_id, says, self._report(clip_id, number), "2024-11-13").do(session)
            session.flush()
            if self._has_map and number < self._pictures:
                place = Location(
                    name=f"Place {number}", lat=KUPIANSK[0] + 0.02 * number, lon=KUPIANSK[1]
                )
                AddTag(self._case_id, clip_id, TextPlace(20, 120), place).do(session)
            if number % 3 == 0:
                WriteNote(self._case_id, NoteId(new_id()), text[:1500], clip_id).do(session)

        self._library.database.write_now(Entry("Material", self._case_id), work)

    def _files(self, number: int, text: str) -> tuple[KeptFile, ...]:
        page = self._library.files.add(text.encode())
        files = [KeptFile(page, "page.html", "text/html", FileRole.ORIGINAL)]
        if number < self._pictures:
            stored = self._library.files.add(material.photo(number, SIDE))
            said = PictureRef("", "What it shows.", "(A. Photographer/Agency)")
            roles = ((FileRole.PICTURE, ""), (FileRole.DERIVATIVE, DISPLAY))
            files += [
                KeptFile(stored, "photo.jpg", "image/jpeg", role, "", 0, said, step)
                for role, step in roles
            ]
        return tuple(files)

    def _report(self, clip_id: ClipId, number: int) -> ReportDraft:
        claimant = Named(f"Source {number % 9}", SourceKind.OFFICIAL)
        return ReportDraft(clip_id, TextPlace(20, 120), Stance.SUPPORTS, claimant)

    def _draft(self) -> Briefing:
        case = self._library.database.read_now(_case, self._case_id)
        briefing = briefings.draft(case)
        briefing.bottom_line = " ".join(self._writer.words(120)).translate(_SCRIPTS[0])
        briefing.judgements = [
            " ".join(self._writer.words(50)).translate(_SCRIPTS[0]) for _ in range(5)
        ]
        command = briefings.SaveBriefing(briefing)
        self._library.database.write_now(Entry(command.label, self._case_id), command.do)
        return briefing


def short(place: Place) -> Contest:
    """A page of a briefing of 20 pages."""
    exporter = Exporter(place.own / "short", SHORT)
    return Contest(exporter.a_page, end=exporter.close)


def long(place: Place) -> Contest:
    """200 pages against 20."""
    one, other = (Exporter(place.own / f"{size}", size) for size in (10 * SHORT, SHORT))

    def end() -> None:
        one.close()
        other.close()

    return Contest(one.a_page, other.a_page, end)


def warm(place: Place) -> Contest:
    """20 pages with pictures and a map, in a program that has written some before."""
    exporter = Exporter(place.own / "sent", SENT, SHOWN, has_map=True)
    return Contest(exporter.export, end=exporter.close)


def cold(place: Place) -> Contest:
    """The same, from the command line: a process each time."""
    program = Exporter(place.own / "sent", SENT, SHOWN, has_map=True).command()
    return Contest(timed(lambda: _done(program)))


def whole(place: Place) -> Contest:
    """A long briefing on many exhibits."""
    exporter = Exporter(place.own / "whole", EXHIBITS, SHOWN, has_map=True)
    return Contest(exporter.export, end=exporter.close)


def peak(place: Place) -> Contest:
    """The most memory that a process takes to write it."""
    program = Exporter(place.own / "whole", EXHIBITS, SHOWN, has_map=True).command()
    return Contest(lambda: printed_figure([sys.executable, "-m", "bench.peak", *program]))


def _done(program: list[str]) -> None:
    subprocess.run(program, check=True, capture_output=True)


def _case(session: Session, case_id: CaseId) -> CaseRow:
    case = session.get(CaseRow, case_id)
    assert case is not None  # noqa: S101  it was made above
    return case


CASES = [
    Case("a page of a briefing of 20, exported", PAGE, short),
    Case("a page of 200, against one of 20", 1.1, long),
    Case("briefing of 20 pages, 8 pictures, a map", WARM, warm),
    Case("the same, in a process of its own", COLD, cold),
    Case("briefing of 300 exhibits, over 200 pages", WHOLE, whole),
    Case("memory for a briefing of 300 exhibits", MEMORY, peak, Unit.MEGABYTES),
]
