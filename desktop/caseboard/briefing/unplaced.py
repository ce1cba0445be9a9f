"""Positions that stand in words, taken out of a copy for others.

What the analyst wrote says in their place that they are withheld. The words of others are never
altered without a trace: where a position stood in them stands `[…]`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any, TypeVar

from sqlmodel import SQLModel

from caseboard.analysis import releasing
from caseboard.briefing import unsaid
from caseboard.i18n import _, ngettext
from caseboard.mapping import telling
from caseboard.mapping.content import Feature, Overlay
from caseboard.model.claim import Claim, Dispute, Quantity, Report
from caseboard.model.clip import Anchor, Clip, ClipFile, Tag
from caseboard.model.collection import Syndication
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Person, Position, Source, Unit
from caseboard.model.ids import ClipId, FileId, LocationId
from caseboard.model.inquiry import Consistency, Gap, Hypothesis, Inquiry
from caseboard.model.refs import short
from caseboard.model.terms import ClipKind, FileRole, LocationKind
from caseboard.model.work import Layer, Note

R = TypeVar("R", bound=SQLModel)

_AROUND = 80
"""Characters to either side of a passage in which a position may begin or end."""
_OCR = "OCR"
"""How it is written down that a machine read a clip's words in its pictures."""
CUT = "[…]"
"""Stands in the words of others for what was taken out of them."""
WRITTEN: Mapping[type[SQLModel], tuple[str, ...]] = MappingProxyType(
    {
        Claim: ("statement", "confidence_basis", "assessment", "override_reason"),
        Report: ("credibility_reason",),
        Dispute: ("both_could_hold", "implies_a", "implies_b", "reading", "status_reason"),
        Syndication: ("reason",),
        Note: ("text",),
        Inquiry: ("question",),
        Hypothesis: ("statement",),
        Consistency: ("reason",),
        Gap: ("question", "changes", "answer"),
        Layer: ("name", "file_name"),
        Source: ("name", "aliases", "reliability_reason"),
        Unit: ("name", "aliases", "designation"),
        Person: ("name", "aliases", "role"),
        Position: ("bearing",),
        Tag: ("keyword",),
    }
)
"""What the analyst writes."""
QUOTED: Mapping[type[SQLModel], tuple[str, ...]] = MappingProxyType(
    {
        Clip: (
            *("title", "author", "site", "published_as_printed", "url_asked", "url_reached"),
            *("credit", "licence", "problem"),
        ),
        ClipFile: ("name", "url", "caption", "credit", "alt", "step"),
        Anchor: ("prefix", "exact", "suffix"),
        Report: ("verb",),
        Quantity: ("what",),
        Layer: ("attribution", "estimated"),
        Source: ("url",),
    }
)
"""What others wrote."""
BRIEFING = (
    *("title", "question", "bottom_line", "judgements", "confidence_basis", "assumptions", "texts"),
    *("classification", "author", "reviewer", "distribution"),
)
"""Of a briefing: what the analyst writes."""
_TABLES = (
    *("clips", "files", "anchors", "tags", "units", "people", "positions", "sources", "claims"),
    *("reports", "quantities", "disputes", "syndications", "notes", "inquiries", "hypotheses"),
    *("consistencies", "gaps", "layers"),
)


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds what is told too closely in the texts of one case."""

    metres: float
    """No finer than which a position may be told."""
    near: frozenset[tuple[float, float]]

    @classmethod
    def of(cls, dossier: Dossier) -> "Finder":
        """For a case, whole."""
        return cls(releasing.level(dossier), releasing.known(dossier))

    def found(self, text: str) -> list[tuple[int, int]]:
        """Where a text tells a position too closely, in order."""
        told = _told(text, self.near) if self.metres > 0 else ()
        return [(each.start, each.end) for each in told if each.step_m < self.metres]

    def cleared(self, text: str, word: str) -> str:
        """`text` with `word` in place of every such position."""
        return _without(text, self.found(text), word)


@lru_cache(maxsize=8_000)
def _told(text: str, near: frozenset[tuple[float, float]]) -> tuple[telling.Told, ...]:
    """Kept, for a case is looked at again with each word that is typed."""
    return telling.told(text, near)


def written(row: SQLModel) -> Iterator[str]:
    """Every text of a row that may be printed."""
    for name in (*WRITTEN.get(type(row), ()), *QUOTED.get(type(row), ())):
        held = getattr(row, name)
        yield from [held] if isinstance(held, str) else held or ()


def words_for() -> str:
    """What stands in the analyst's text where a position was."""
    return _("[position withheld]")


@dataclass(frozen=True, slots=True)
class Cleared:
    """A case without positions in its words, and where they stood."""

    dossier: Dossier
    told: tuple[tuple[str, str], ...] = ()
    """In words that give nothing away, each with the id of its row."""


def cleared(dossier: Dossier, finder: Finder) -> Cleared:
    """`dossier` with no position in its words; it is itself left as it is."""
    names = _Names(dossier)
    left: dict[str, Any] = {}
    for table in _TABLES:
        left[table] = [names.remember(row, _row(row, finder, names)) for row in _of(dossier, table)]
    case = names.remember(dossier.case, _fields(dossier.case, ("title", "question"), finder))
    return Cleared(replace(dossier, case=case, **left), tuple(names.told()))


def value(anything: Any, finder: Finder) -> Any:
    """A JSON value that the analyst wrote, without positions."""
    return unsaid.value(anything, partial(finder.cleared, word=words_for()))


def overlay(laid: Overlay, finder: Finder) -> Overlay:
    """A layer whose features are called by no position; where they are is its own marking's."""
    features = tuple(_feature(each, finder) for each in laid.features)
    is_same = all(one is other for one, other in zip(features, laid.features, strict=True))
    return laid if is_same else replace(laid, features=features)


def _feature(feature: Feature, finder: Finder) -> Feature:
    names = tuple((language, finder.cleared(name, CUT)) for language, name in feature.names)
    return feature if names == feature.names else replace(feature, names=names)


def telling_places(dossier: Dossier, finder: Finder) -> dict[LocationId, Location]:
    """Places that are no more than a point, or are named by one, and what stands for each."""
    return {
        place.id: releasing.coarsened(_as_point(place), finder.metres)
        for place in dossier.locations
        if _is_point(place, finder) or any(map(finder.found, [place.name, *place.aliases]))
    }


def telling_pictures(dossier: Dossier, finder: Finder) -> frozenset[ClipId]:
    """Clips that are pictures in which words are read that tell a position."""
    return frozenset(
        clip.id
        for clip in dossier.clips
        if (clip.kind is ClipKind.IMAGE or _OCR in str(clip.said_in.get("text", "")))
        and finder.found(clip.text)
    )


def telling_screenshots(dossier: Dossier, finder: Finder) -> frozenset[FileId]:
    """Files made of a picture of a page whose words tell a position."""
    shots = {file.id: file for file in dossier.files if file.role is FileRole.SCREENSHOT}
    shown = {file.clip_id for file in shots.values()}
    telling = {clip.id for clip in dossier.clips if clip.id in shown and finder.found(clip.text)}
    return frozenset(
        file.id
        for file in dossier.files
        if file.clip_id in telling and file.made_from_id is not None and file.made_from_id in shots
    )


def _is_point(place: Location, finder: Finder) -> bool:
    is_known = place.kind is LocationKind.POINT and place.lat is not None
    return is_known and (place.precision_m or 0.0) < finder.metres


def _as_point(place: Location) -> Location:
    """As one whose name is not to be told."""
    return unsaid.changed(place, kind=LocationKind.POINT)


def _of(dossier: Dossier, table: str) -> Sequence[SQLModel]:
    rows: Sequence[SQLModel] = getattr(dossier, table)
    return rows


def _row(row: SQLModel, finder: Finder, names: "_Names") -> SQLModel:
    if isinstance(row, Anchor):
        return _anchor(row, names.clip(row), finder)
    made = _fields(row, WRITTEN.get(type(row), ()), finder)
    return _fields(made, QUOTED.get(type(row), ()), finder, CUT)


def _fields(row: R, names: Iterable[str], finder: Finder, word: str = "") -> R:
    changes: dict[str, Any] = {}
    for name in names:
        held = getattr(row, name)
        made = unsaid.value(held, partial(finder.cleared, word=word or words_for()))
        if made != held:
            changes[name] = made
    return unsaid.changed(row, **changes) if changes else row


def _anchor(anchor: Anchor, clip: Clip | None, finder: Finder) -> Anchor:
    """A passage, of which a position may stand half inside and half before or behind it."""
    pieces = (anchor.prefix, anchor.exact, anchor.suffix)
    whole = "".join(pieces)
    spans = finder.found(whole)
    if clip is not None and anchor.start is not None and _is_there(anchor, clip):
        first = anchor.start - len(anchor.prefix)
        begin = max(0, first - _AROUND)
        around = clip.text[begin : max(0, first + len(whole) + _AROUND)]
        spans += [(at + begin - first, end + begin - first) for at, end in finder.found(around)]
    made, begins = [], 0
    for piece in pieces:
        inside = _clipped(((at - begins, end - begins) for at, end in spans), len(piece))
        made.append(_without(piece, inside, CUT))
        begins += len(piece)
    if tuple(made) == pieces:
        return anchor
    return unsaid.changed(anchor, **dict(zip(("prefix", "exact", "suffix"), made, strict=True)))


def _is_there(anchor: Anchor, clip: Clip) -> bool:
    return clip.text[anchor.start : anchor.end] == anchor.exact


class _Names:
    """What the rows of a case are called, and which of them were changed."""

    def __init__(self, dossier: Dossier) -> None:
        self._clips = {clip.id: clip for clip in dossier.clips}
        self._claims = {claim.id: claim for claim in dossier.claims}
        places = {anchor.id: anchor.clip_id for anchor in dossier.anchors}
        self._reports = {row.id: places.get(row.anchor_id) for row in dossier.reports}
        self._changed: list[SQLModel] = []

    def remember(self, row: R, made: R) -> R:
        """`made`, remembered where it is another."""
        if made is not row:
            self._changed.append(row)
        return made

    def told(self) -> Iterator[tuple[str, str]]:
        """Where positions were taken out."""
        others: Counter[type[SQLModel]] = Counter()
        for row in self._changed:
            clip = self.clip(row)
            if clip is not None:
                said = _("in words of {ref}, where {cut} stands")
                yield said.format(ref=short(clip.ref), cut=CUT), clip.id
            elif ref := self._ref(row):
                yield _("in the text of {ref}").format(ref=short(ref)), str(getattr(row, "id", ""))
            else:
                others[type(row)] += 1
        for kind, count in others.items():
            yield _counted(kind, count), ""

    def clip(self, row: SQLModel) -> Clip | None:
        """The clip whose words a row holds."""
        match row:
            case Clip():
                return row
            case ClipFile() | Anchor():
                return self._clips.get(row.clip_id)
            case Quantity():
                return self._clips.get(self._reports.get(row.report_id) or ClipId(""))
            case _:
                return None

    def _ref(self, row: SQLModel) -> str:
        if isinstance(row, Report):
            claim = self._claims.get(row.claim_id)
            return claim.ref if claim else ""
        return str(getattr(row, "ref", ""))


def _counted(kind: type[SQLModel], count: int) -> str:
    if kind is Note:
        return ngettext("in {n} note", "in {n} notes", count)
    if kind is Dispute:
        return ngettext("in {n} dispute", "in {n} disputes", count)
    return ngettext("in {n} more text", "in {n} more texts", count)


def _clipped(spans: Iterable[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    inside = ((max(0, start), min(length, end)) for start, end in spans)
    return [(start, end) for start, end in inside if start < end]


def _without(text: str, spans: Iterable[tuple[int, int]], word: str) -> str:
    """`text` with `word` for each stretch; without its brackets where it would become a link."""
    made, last = "", 0
    for start, end in sorted(spans):
        if end <= last:
            continue
        made += text[last : max(start, last)]
        is_linked = made.rpartition("[[")[2].find("]]") < 0 and "[[" in made
        bare = is_linked or made.endswith("[") or text[end : end + 1] in {"(", "]"}
        put = word.strip("[]") if bare else word
        made += "" if made.endswith(put) else put
        last = end
    return made + text[last:]
