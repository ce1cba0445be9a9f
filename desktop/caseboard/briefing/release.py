"""A copy for others: what is above its marking, or was never meant to leave, is left out of it.

What has no marking of its own is marked as its case is, and what the analyst wrote as the briefing
is, unless its section says otherwise (Traffic Light Protocol 2.0, FIRST, 2022). The title alone
goes with every copy.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from caseboard.analysis import omitting, releasing
from caseboard.briefing import portions, unplaced, unsaid
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.choosing import title
from caseboard.briefing.unplaced import Finder
from caseboard.i18n import _, ngettext, speaking
from caseboard.model import markings
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.dossier import Dossier
from caseboard.model.ids import ClipId, UnitId
from caseboard.model.net_change import Since
from caseboard.model.refs import short
from caseboard.model.terms import FileRole, LayerKind, Marking, Passage, Reuse
from caseboard.model.work import Briefing, Layer

if TYPE_CHECKING:
    from caseboard.model.claim import Claim
    from caseboard.model.inquiry import Gap


class Reason(StrEnum):
    """Why something is left out."""

    MARKING = "marking"
    PRIVATE = "private"
    COLLECTOR = "collector"
    POSITION = "position"
    RIGHTS = "rights"
    RESTS = "rests"
    """It rests on nothing else than what is left out."""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """Whom a copy is for, and what they are not to have."""

    marking: Marking
    """The highest marking its readers may see; its pages carry it."""
    hides_collector: bool = True
    hides_unlicensed: bool = True
    """Pictures whose re-use nobody allowed."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing that is left out. `what` gives nothing away: a ref, or a kind and a count."""

    reason: Reason
    what: str
    row_id: str = ""
    """For the desk alone: the row, where it is one; never printed."""


@dataclass(frozen=True, slots=True)
class ReleaseCopy:
    """What a release copy is made from; nothing that is left out is in it."""

    dossier: Dossier
    briefing: Briefing
    withheld: tuple[Withheld, ...] = ()
    pictureless: frozenset[ClipId] = frozenset()
    """Clips that are told of, but whose pictures are not printed."""
    coarsened: frozenset[UnitId] = frozenset()
    """Units of which positions were known better than they are in it."""
    finder: Finder | None = None
    """What found the positions in its words; None where nothing is left out."""


def made(
    dossier: Dossier, briefing: Briefing, ceiling: Ceiling, finder: Finder | None = None
) -> ReleaseCopy:
    """The copy for readers of `ceiling`; `dossier` and `briefing` are left as they are.

    It is told what was left out, in the briefing's language. `finder` finds the positions in its
    words that are too close, where that is not to follow from `dossier`.
    """
    with speaking(briefing.language):
        return _Cut(dossier, briefing, ceiling, finder or Finder.of(dossier)).copy()


_ARGUED = ("bottom_line", "judgements", "assumptions", "confidence", "confidence_basis")
"""What a copy that says nothing of it must not tell as dropped since an earlier version."""


def past(
    since: Since, whole: Dossier, briefing: Briefing, copy: ReleaseCopy, ceiling: Ceiling
) -> Since:
    """What changed since an earlier version, as a copy of that for the same readers would hold it.

    It is cut as it was marked then, and as `whole` and `briefing` are now, of which `copy` is: what
    was left out then is new now, and nothing is told of what is left out now.
    """
    gone = omitting.Omitted(
        _ids(whole.clips) - _ids(copy.dossier.clips),
        _ids(whole.claims) - _ids(copy.dossier.claims),
    )
    layers = _ids(whole.layers) - _ids(copy.dossier.layers)
    before = replace(
        since.dossier,
        georeferences=whole.georeferences,
        layers=[layer for layer in since.dossier.layers if layer.id not in layers],
    )
    finder = Finder.of(whole)
    found = made(omitting.without(before, gone), since.briefing, ceiling, finder)
    kept = made(replace(found.dossier, case=whole.case), briefing, ceiling, finder)
    untold = {
        name: getattr(copy.briefing, name) for name in _ARGUED if not getattr(copy.briefing, name)
    }
    then = Briefing(**{**found.briefing.model_dump(), **untold})
    return replace(since, dossier=kept.dossier, briefing=then, is_cut=True)


class _Cut:
    """One copy being cut, step by step; each step says what it left out."""

    def __init__(
        self, dossier: Dossier, briefing: Briefing, ceiling: Ceiling, finder: Finder
    ) -> None:
        self._whole, self._briefing, self._ceiling = dossier, briefing, ceiling
        self._finder = finder
        self._withheld: list[Withheld] = []
        self._off = portions.own_above(briefing, ceiling.marking)
        self._case_is_above = markings.is_above(dossier.case.marking, ceiling.marking)

    def copy(self) -> ReleaseCopy:
        """All steps, in their order: what rests on what is known last."""
        kept = self._rows()
        kept, pictureless = self._pictures(kept)
        kept, coarsened = self._positions(kept)
        kept = self._words(self._collector(kept))
        gone = unsaid.refs(self._whole) - unsaid.refs(kept)
        scrub = unsaid.scrub(gone, self._whole.case.ref)
        kept = unsaid.rows(kept, scrub)
        briefing = self._text(gone, scrub)
        withheld = tuple(sorted(self._withheld, key=_place))
        return ReleaseCopy(kept, briefing, withheld, pictureless, coarsened, self._finder)

    def _above(self, marking: Marking | None) -> bool:
        return markings.is_above(marking or self._whole.case.marking, self._ceiling.marking)

    def _leave(self, reason: Reason, what: str, row_id: str = "") -> None:
        self._withheld.append(Withheld(reason, what, row_id))

    # --- rows ---

    def _rows(self) -> Dossier:
        """The rows of the case that may go, with all that rests on the others gone too."""
        whole, off = self._whole, self._off
        clips = {clip.id for clip in whole.clips if self._above(clip.marking)}
        claims = {
            claim.id
            for claim in whole.claims
            if self._above(claim.marking) or SectionKind.CLAIMS in off
        }
        kept = omitting.without(whole, omitting.Omitted(clips, claims))
        kept = self._argued(kept)
        layers = {
            layer.id
            for layer in whole.layers
            if self._above(layer.marking) or SectionKind.MAP in off
        }
        kept = replace(kept, layers=omitting.resting_layers(kept, layers))
        kept = self._notes(kept)
        things: list[Clip | Claim | Layer] = [*whole.clips, *whole.claims, *whole.layers]
        for each in things:
            if each.id in clips | claims | layers:
                self._leave(Reason.MARKING, short(each.ref), each.id)
        self._rests(kept, clips | claims | layers)
        kept = replace(kept, anchors=omitting.resting_anchors(whole, kept))
        return omitting.named_alone(kept)

    def _argued(self, kept: Dossier) -> Dossier:
        """What has no marking of its own goes as the case does, or as its section."""
        off, above = self._off, self._case_is_above
        blank: dict[str, Any] = {}
        if above or off & {SectionKind.MATRIX, SectionKind.ALTERNATIVES}:
            blank |= dict.fromkeys(("inquiries", "inquiry_evidence", "hypotheses"), ())
            blank |= {"consistencies": ()}
            count = len(kept.hypotheses)
            if count:
                several = ngettext("{n} hypothesis", "{n} hypotheses", count)
                self._leave(Reason.MARKING, several)
        if above or SectionKind.GAPS in off:
            blank["gaps"] = ()
            for gap in kept.gaps:
                self._leave(Reason.MARKING, short(gap.ref), gap.id)
        if SectionKind.UNITS in off:
            blank |= dict.fromkeys(("positions", "claim_units", "units"), ())
            blank["tags"] = [tag for tag in kept.tags if tag.unit_id is None]
        if SectionKind.DISPUTES in off:
            blank["disputes"] = ()
        elif above:
            words = dict.fromkeys(("both_could_hold", "implies_a", "implies_b", "reading"), "")
            blank["disputes"] = [
                unsaid.changed(each, **words, status_reason="") for each in kept.disputes
            ]
        return replace(kept, **blank)

    def _notes(self, kept: Dossier) -> Dossier:
        private = {note.id for note in self._whole.notes if note.is_private}
        above = {
            note.id
            for note in self._whole.notes
            if note.id not in private
            and (self._above(note.marking) or SectionKind.NOTES in self._off)
        }
        found = omitting.resting_notes(kept, private | above)
        resting = len(self._whole.notes) - len(private | above) - len(found)
        for reason, count in (
            (Reason.PRIVATE, len(private)),
            (Reason.MARKING, len(above)),
            (Reason.RESTS, resting),
        ):
            if count:
                self._leave(reason, ngettext("{n} note", "{n} notes", count))
        return replace(kept, notes=found)

    def _rests(self, kept: Dossier, known: set[Any]) -> None:
        """Tell of what went because what it rested on did."""
        whole, held = self._whole, _ids((*kept.claims, *kept.layers, *kept.gaps))
        known = known | {each.row_id for each in self._withheld}
        things: list[Claim | Layer | Gap] = [*whole.claims, *whole.layers, *whole.gaps]
        for each in things:
            if each.id not in held | known:
                self._leave(Reason.RESTS, short(each.ref), each.id)
        if count := len(whole.disputes) - len(kept.disputes):
            self._leave(Reason.RESTS, ngettext("{n} dispute", "{n} disputes", count))
        if count := len(whole.reports) - len(kept.reports):
            self._leave(Reason.RESTS, ngettext("{n} report", "{n} reports", count))
        if count := len(whole.positions) - len(kept.positions):
            self._leave(Reason.RESTS, ngettext("{n} position", "{n} positions", count))

    # --- pictures, positions, people ---

    def _pictures(self, kept: Dossier) -> tuple[Dossier, frozenset[ClipId]]:
        """No picture without rights, nor what a file says of itself beyond its size and date."""
        pictured = {file.clip_id for file in kept.files if file.media_type.startswith("image/")}
        telling = unplaced.telling_pictures(kept, self._finder) & pictured
        shots = unplaced.telling_screenshots(kept, self._finder)
        hidden = telling | {
            clip.id
            for clip in kept.clips
            if clip.id in pictured and self._is_unlicensed(clip.reuse)
        }
        seen = telling | {file.clip_id for file in kept.files if file.id in shots}
        for clip in kept.clips:
            for reason, held in ((Reason.POSITION, seen), (Reason.RIGHTS, hidden - telling)):
                if clip.id in held:
                    words = _("pictures of {ref}").format(ref=short(clip.ref))
                    self._leave(reason, words, clip.id)
        located = sum("lat" in file.meta for file in kept.files)
        if located:
            words = ngettext("{n} position of a picture", "{n} positions of pictures", located)
            self._leave(Reason.POSITION, words)
        files = [
            unsaid.changed(file, meta=_told(file))
            for file in kept.files
            if (file.clip_id not in hidden or not _is_copy(file)) and file.id not in shots
        ]
        laid = {row.id for row in kept.georeferences if row.clip_id in hidden}
        layers = [
            layer
            for layer in kept.layers
            if layer.kind is not LayerKind.PICTURE or layer.georeference_id not in laid
        ]
        for layer in kept.layers:
            if layer not in layers:
                self._leave(Reason.RIGHTS, short(layer.ref), layer.id)
        return replace(kept, files=files, layers=layers), frozenset(hidden)

    def _is_unlicensed(self, reuse: Reuse) -> bool:
        if SectionKind.PICTURES in self._off:
            return True
        return self._ceiling.hides_unlicensed and reuse is not Reuse.ALLOWED

    def _positions(self, kept: Dossier) -> tuple[Dossier, frozenset[UnitId]]:
        """Places of units no finer than they may be released, wherever they are named."""
        found = releasing.released(kept)
        fine = releasing.too_fine_places(kept)
        points = unplaced.telling_places(found.dossier, self._finder)
        places = [
            points.get(place.id)
            or (releasing.coarsened(place, fine[place.id]) if place.id in fine else place)
            for place in found.dossier.locations
        ]
        if count := len(points):
            self._leave(Reason.POSITION, ngettext("{n} exact place", "{n} exact places", count))
        if found.positions:
            words = ngettext("{n} exact position", "{n} exact positions", found.positions)
            self._leave(Reason.POSITION, words)
        named = omitting.named_alone(replace(found.dossier, locations=places))
        return named, frozenset(found.coarsened)

    def _collector(self, kept: Dossier) -> Dossier:
        """Nobody who collected, and no question that is above the copy."""
        changes: dict[str, Any] = {}
        if self._case_is_above:
            changes["question"] = ""
            if self._briefing.title.strip():  # else the document has no other
                changes["title"] = ""
        if self._ceiling.hides_collector:
            changes["collector"] = ""
            if self._whole.case.collector.strip():
                self._leave(Reason.COLLECTOR, _("who collected the exhibits"))
            tags = [unsaid.changed(tag, who="") if tag.who else tag for tag in kept.tags]
            kept = replace(kept, tags=tags)
        return replace(kept, case=unsaid.changed(kept.case, **changes)) if changes else kept

    def _words(self, kept: Dossier) -> Dossier:
        """No position in words that is closer than any unit may be told."""
        found = unplaced.cleared(kept, self._finder)
        for words, row_id in found.told:
            self._leave(Reason.POSITION, words, row_id)
        return found.dossier

    # --- the briefing ---

    def _text(self, gone: frozenset[str], scrub: unsaid.Scrub) -> Briefing:
        """The briefing with what may go of its text, under the marking of the copy."""
        briefing, ceiling = self._briefing, self._ceiling.marking
        is_lower = markings.is_above(briefing.marking, ceiling)
        off = portions.unreadable(briefing, ceiling) | self._naming()
        for kind in SectionKind:
            if kind in self._off or (kind in off and portions.written(briefing, kind)):
                reason = Reason.COLLECTOR if kind in self._naming() else Reason.MARKING
                self._leave(reason, _("section “{title}”").format(title=title(kind)))
        changes: dict[str, Any] = portions.without(briefing, off)
        changes["sections"] = portions.switched(briefing, self._off)
        changes |= {"marking": ceiling, **self._author()}
        if is_lower:
            changes |= dict.fromkeys(("classification", "question", "distribution", "reviewer"), "")
        cut = unsaid.changed(briefing, **changes)
        self._citing(cut, gone)
        scrubbed = {name: unsaid.value(getattr(cut, name), scrub) for name in unplaced.BRIEFING}
        texts = {name: unplaced.value(held, self._finder) for name, held in scrubbed.items()}
        if texts != scrubbed:
            self._leave(Reason.POSITION, _("in the text of the briefing"))
        return unsaid.changed(cut, **texts)

    def _naming(self) -> frozenset[SectionKind]:
        """The attestation, where who signs it is not to be known."""
        is_hidden = self._ceiling.hides_collector or self._briefing.is_author_withheld
        is_written = bool(self._briefing.texts.get(Passage.ATTESTATION.value))
        return frozenset({SectionKind.ATTESTATION}) if is_hidden and is_written else frozenset()

    def _author(self) -> dict[str, Any]:
        """No author who is withheld, or who is the collector."""
        author = self._briefing.author.strip()
        collector = self._whole.case.collector.strip()
        is_same = not author or author.casefold() == collector.casefold()
        if not self._briefing.is_author_withheld and not (
            is_same and self._ceiling.hides_collector
        ):
            return {}
        if author:
            self._leave(Reason.COLLECTOR, _("the author"))
        return {"author": "", "is_author_withheld": True}

    def _citing(self, cut: Briefing, gone: frozenset[str]) -> None:
        """Tell of judgements all of whose evidence is left out."""
        for number, text in enumerate(cut.judgements, 1):
            cited = unsaid.cited(text, self._whole.case.ref)
            if cited and gone.issuperset(cited):
                words = _("all that judgement {number} cites").format(number=number)
                self._leave(Reason.RESTS, words)


_MEASURED = ("width", "height", "EXIF DateTimeOriginal", "EXIF DateTimeDigitized", "EXIF DateTime")
"""What a copy says of a picture's file: pixels, and when it was taken."""


def _told(file: ClipFile) -> dict[str, Any]:
    return {name: file.meta[name] for name in _MEASURED if name in file.meta}


def _is_copy(file: ClipFile) -> bool:
    return file.role is FileRole.DERIVATIVE and file.media_type.startswith("image/")


def _ids(rows: Iterable[Any]) -> set[str]:
    return {row.id for row in rows}


def _place(withheld: Withheld) -> tuple[int, int, str]:
    """By reason, and E9 before E10."""
    return tuple(Reason).index(withheld.reason), len(withheld.what), withheld.what
