"""A case of two thousand claims and fifty thousand reports, the same at every run."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlmodel import SQLModel

from bench.material import NOON, Writer, insert, original, put
from caseboard import PROGRAM
from caseboard.analysis.similarity import sketch
from caseboard.commands.cases import NewCase
from caseboard.model import refs
from caseboard.model.claim import Claim, ClaimLocation, Dispute, Relay, Report
from caseboard.model.clip import Anchor, Clip
from caseboard.model.columns import new_id
from caseboard.model.entities import Location, Source
from caseboard.model.ids import CaseId, ClaimId, ReportId
from caseboard.model.terms import (
    AnchorKind,
    ClipKind,
    ClipState,
    Credibility,
    Method,
    Reliability,
    Stance,
)
from caseboard.store.journal import Entry
from caseboard.store.library import Library

CLAIMS = 2_000
REPORTS = 50_000
SOURCES = 60
CLIPS = 2_500
PLACES = 40
BATCH = 100
"""Claims of one change-set."""


def library(shared: Path) -> tuple[Path, CaseId]:
    """The library's folder and its case; made the first time."""
    folder, known = shared / "library-claims", shared / "library-claims.case"
    if not known.exists():
        library = Library.open(folder, "bench")
        try:
            known.write_text(_case(library))
        finally:
            library.close()
    return folder, CaseId(known.read_text())


def _case(library: Library) -> str:
    command = NewCase("Many claims")
    case_id = library.database.write_now(Entry(command.label), command.do).result
    maker = _Maker(case_id)
    kept = put(library.folder / "files", b"Words that were taken in.")
    files = [original(clip, kept) for clip in maker.clips]
    rows: list[Sequence[SQLModel]] = [maker.sources, maker.places, maker.clips]
    rows += [files, maker.anchors]
    insert(library.database, case_id, rows)
    for first in range(0, CLAIMS, BATCH):
        insert(library.database, case_id, maker.batch(range(first, first + BATCH)))
    return case_id


class _Maker:
    """Makes rows; what it has made before is what new ones stand on."""

    def __init__(self, case_id: CaseId) -> None:
        self._case_id = case_id
        self._dice = random.Random(5)  # noqa: S311  it has to be the same each time
        self._writer = Writer(5)
        self.sources = [
            Source(name=f"Source {n}", reliability=self._dice.choice(list(Reliability)))
            for n in range(SOURCES)
        ]
        self.places = [Location(name=" ".join(self._writer.words(2))) for _ in range(PLACES)]
        self.clips = [self._clip(number) for number in range(1, CLIPS + 1)]
        self.anchors = [
            Anchor(clip_id=clip.id, kind=AnchorKind.TEXT, exact=clip.text[:60], start=0, end=60)
            for clip in self.clips
        ]

    def batch(self, numbers: range) -> Sequence[Sequence[SQLModel]]:
        """These claims with all that stands on them."""
        claims: list[Claim] = []
        reports: list[Report] = []
        relays: list[Relay] = []
        about: list[ClaimLocation] = []
        disputes: list[Dispute] = []
        for number in numbers:
            claim_id = ClaimId(new_id())
            said = list(self._reports(claim_id))
            reports += said
            relays += [relay for report in said for relay in self._relays(report)]
            claims.append(self._claim(claim_id, number, said[0].id))
            about.append(
                ClaimLocation(claim_id=claim_id, location_id=self._dice.choice(self.places).id)
            )
            if number % 10 == 9:
                one, other = claims[-1].id, claims[-2].id
                disputes.append(Dispute(case_id=self._case_id, claim_a_id=one, claim_b_id=other))
        return [claims, reports, relays, about, disputes]

    def _claim(self, claim_id: ClaimId, number: int, first: ReportId) -> Claim:
        return Claim(
            id=claim_id,
            case_id=self._case_id,
            ref=refs.claim_ref("BIG-2024-11", number + 1),
            statement=" ".join(self._writer.words(11)).capitalize() + ".",
            event_time=f"2024-11-{1 + number % 28:02}",
            band=self._dice.choice((None, 2, 4, 6)),
            first_report_id=first,
        )

    def _reports(self, claim_id: ClaimId) -> Iterator[Report]:
        for anchor in self._dice.sample(self.anchors, REPORTS // CLAIMS):
            yield Report(
                claim_id=claim_id,
                anchor_id=anchor.id,
                stance=self._dice.choices(list(Stance), (6, 1, 2))[0],
                claimant_id=self._dice.choice(self.sources).id,
                credibility=self._dice.choice(list(Credibility)),
                said_when="2024-11-14",
            )

    def _relays(self, report: Report) -> Iterator[Relay]:
        for ordinal, source in enumerate(self._dice.sample(self.sources, self._dice.randrange(3))):
            yield Relay(report_id=report.id, source_id=source.id, ordinal=ordinal)

    def _clip(self, number: int) -> Clip:
        title, text, parts = self._writer.article()
        return Clip(
            case_id=self._case_id,
            ref=refs.clip_ref("BIG-2024-11", number),
            kind=ClipKind.ARTICLE,
            state=ClipState.READY,
            title=title,
            source_id=self._dice.choice(self.sources).id,
            captured=NOON,
            published="2024-11-14",
            text=text,
            parts=[part.as_json() for part in parts],
            fingerprint=sketch(text),
            method=Method.DROP,
            tool=PROGRAM,
        )
