"""A case's claims as a book, from its dossier."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from caseboard.exchange.claims_book import (
    Answer,
    Book,
    Cell,
    Clash,
    Exhibit,
    Judged,
    Missing,
    Number,
    Passage,
    Proposition,
    Question,
    Said,
    Speaker,
    Spot,
    Troop,
    stamp,
)
from caseboard.model.claim import Claim, Quantity, Report
from caseboard.model.clip import Anchor, Clip, ClipFile
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Source, Unit
from caseboard.model.ids import ClaimId
from caseboard.model.inquiry import Gap, Inquiry
from caseboard.model.terms import ClaimStatus, FileRole

NOT_WEIGHED = Judged(ClaimStatus.OPEN, ClaimStatus.OPEN)


def gather(dossier: Dossier, judged: Mapping[ClaimId, Judged]) -> Book:
    """Everything in `dossier` that its claims rest on or lead to, in the order of the dossier."""
    shelf = _Shelf(dossier)
    about = {claim.id for claim in dossier.claims}
    case = dossier.case
    return Book(
        case_id=case.id,
        ref=case.ref,
        title=case.title,
        marking=case.marking,
        ladder=case.ladder,
        collector=case.collector,
        as_of=stamp(dossier.as_of),
        exhibits=tuple(shelf.exhibit(clip) for clip in shelf.quoted()),
        speakers=tuple(map(_speaker, dossier.sources)),
        spots=tuple(_spot(each) for each in dossier.locations if each.id in shelf.named),
        troops=tuple(_troop(each) for each in dossier.units if each.id in shelf.named),
        claims=tuple(shelf.claim(row, judged.get(row.id, NOT_WEIGHED)) for row in dossier.claims),
        clashes=tuple(_clashes(dossier, about)),
        questions=tuple(_question(dossier, inquiry, about) for inquiry in dossier.inquiries),
        gaps=tuple(map(_missing, dossier.gaps)),
    )


class _Shelf:
    """The rows of a dossier, by what points at them."""

    def __init__(self, dossier: Dossier) -> None:
        self._clips = {clip.id: clip for clip in dossier.clips}
        self._anchors = {row.id: row for row in dossier.anchors if row.clip_id in self._clips}
        self._originals = originals(dossier.files)
        self._hashes: dict[str, str] = {file.id: file.sha256 for file in dossier.files}
        self._said: defaultdict[str, list[Report]] = defaultdict(list)
        for report in sorted(dossier.reports, key=lambda report: report.id):
            if report.anchor_id in self._anchors:
                self._said[report.claim_id].append(report)
        self._relays: defaultdict[str, list[str]] = defaultdict(list)
        for relay in sorted(dossier.relays, key=lambda relay: relay.ordinal):
            self._relays[relay.report_id].append(relay.source_id)
        self._numbers: defaultdict[str, list[Quantity]] = defaultdict(list)
        for quantity in sorted(dossier.quantities, key=lambda row: (row.ordinal, row.id)):
            self._numbers[quantity.report_id].append(quantity)
        self._spots: defaultdict[str, list[str]] = defaultdict(list)
        places = {place.id for place in dossier.locations}
        for row in dossier.claim_locations:
            if row.location_id in places:
                self._spots[row.claim_id].append(row.location_id)
        self._troops: defaultdict[str, list[str]] = defaultdict(list)
        units = {unit.id for unit in dossier.units}
        for fought in dossier.claim_units:
            if fought.unit_id in units:
                self._troops[fought.claim_id].append(fought.unit_id)
        self.named = {
            row_id for rows in (*self._spots.values(), *self._troops.values()) for row_id in rows
        }

    def quoted(self) -> list[Clip]:
        """The clips that reports stand in."""
        used = {
            self._anchors[report.anchor_id].clip_id
            for reports in self._said.values()
            for report in reports
        }
        return [clip for clip in self._clips.values() if clip.id in used]

    def exhibit(self, clip: Clip) -> Exhibit:
        return exhibit(clip, self._originals.get(clip.id, ""))

    def claim(self, claim: Claim, judged: Judged) -> Proposition:
        return Proposition(
            id=claim.id,
            ref=claim.ref,
            statement=claim.statement,
            judged=judged,
            event_time=claim.event_time,
            band=claim.band,
            confidence=claim.confidence,
            confidence_basis=claim.confidence_basis,
            assessment=claim.assessment,
            override=claim.status_override,
            override_reason=claim.override_reason,
            spots=tuple(sorted(self._spots[claim.id])),
            troops=tuple(sorted(self._troops[claim.id])),
            said=tuple(self._report(report) for report in self._said[claim.id]),
        )

    def _report(self, report: Report) -> Said:
        anchor = self._anchors[report.anchor_id]
        return Said(
            id=report.id,
            passage=passage(anchor, self._hashes.get(anchor.file_id or "", "")),
            stance=report.stance,
            claimant_id=report.claimant_id,
            relays=tuple(self._relays[report.id]),
            verb=report.verb,
            said_when=report.said_when,
            credibility=report.credibility,
            credibility_reason=report.credibility_reason,
            numbers=tuple(map(_number, self._numbers[report.id])),
        )


def exhibit(clip: Clip, sha256: str) -> Exhibit:
    """A clip whose original has this hash."""
    return Exhibit(
        id=clip.id,
        ref=clip.ref,
        title=clip.title,
        url=clip.url_reached or clip.url_asked,
        published=clip.published or "",
        captured=stamp(clip.captured),
        sha256=sha256,
        outlet_id=clip.source_id or "",
        site=clip.site,
    )


def passage(anchor: Anchor, file_sha256: str) -> Passage:
    """An anchor, on a file of this hash if it is on one."""
    return Passage(
        id=anchor.id,
        clip_id=anchor.clip_id,
        kind=anchor.kind,
        exact=anchor.exact,
        prefix=anchor.prefix,
        suffix=anchor.suffix,
        start=anchor.start,
        end=anchor.end,
        x=anchor.x,
        y=anchor.y,
        w=anchor.w,
        h=anchor.h,
        polygon=tuple((point[0], point[1]) for point in anchor.polygon),
        page=anchor.page,
        file_sha256=file_sha256,
    )


def originals(files: Iterable[ClipFile]) -> dict[str, str]:
    """The SHA-256 of what was taken in, by the id of its clip."""
    return {file.clip_id: file.sha256 for file in files if file.role is FileRole.ORIGINAL}


def _speaker(source: Source) -> Speaker:
    return Speaker(
        source.id,
        source.name,
        source.kind,
        source.reliability,
        source.reliability_reason,
        source.interested,
        source.country,
        source.url,
    )


def _spot(place: Location) -> Spot:
    return Spot(
        place.id, place.name, place.kind, place.lat, place.lon, place.precision_m, place.country
    )


def _troop(unit: Unit) -> Troop:
    return Troop(unit.id, unit.name, unit.side, unit.echelon, unit.sidc)


def _number(row: Quantity) -> Number:
    return Number(row.kind, row.what, row.low, row.high, row.measure, row.is_approximate)


def _clashes(dossier: Dossier, about: set[ClaimId]) -> Iterator[Clash]:
    for row in dossier.disputes:
        if {row.claim_a_id, row.claim_b_id} <= about:
            yield Clash(
                row.id,
                row.claim_a_id,
                row.claim_b_id,
                tuple(row.differs_on),
                row.both_could_hold,
                row.status,
                row.status_reason,
                row.implies_a,
                row.implies_b,
                row.reading,
            )


def _question(dossier: Dossier, inquiry: Inquiry, about: set[ClaimId]) -> Question:
    evidence: Sequence[ClaimId] = [
        row.claim_id for row in dossier.inquiry_evidence if row.inquiry_id == inquiry.id
    ]
    cells: defaultdict[str, list[Cell]] = defaultdict(list)
    for row in dossier.consistencies:
        if row.claim_id in about:
            cells[row.hypothesis_id].append(Cell(row.claim_id, row.fit, row.reason))
    return Question(
        id=inquiry.id,
        question=inquiry.question,
        claims=tuple(claim_id for claim_id in evidence if claim_id in about),
        answers=tuple(
            Answer(row.id, row.ref, row.statement, tuple(cells[row.id]))
            for row in dossier.hypotheses
            if row.inquiry_id == inquiry.id
        ),
    )


def _missing(gap: Gap) -> Missing:
    about = gap.claim_id or gap.dispute_id or gap.hypothesis_id or ""
    return Missing(
        gap.id, gap.ref, gap.question, about, gap.changes, gap.due, gap.status, gap.answer
    )
