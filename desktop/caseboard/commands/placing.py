"""Finding the places of a colleague's file in the clips of a case.

A clip is known by the hash of its original. A passage whose clip is not here, or was read
differently, is found by its words between the words around it, in one place of one clip; where
there are several there is none: nothing is guessed.
"""

from collections.abc import Sequence

from sqlmodel import Session, col, func, select

from caseboard.analysis.carryover import CONTEXT, Carrier, Fit
from caseboard.commands.anchoring import Place, RegionPlace, TextPlace
from caseboard.exchange.claims_book import Exhibit, Passage
from caseboard.model.clip import Anchor, Clip, ClipFile
from caseboard.model.ids import CaseId, ClipId, FileId
from caseboard.model.terms import AnchorKind, FileRole

SHORTEST = 12
"""Characters of a quote that may be looked for in clips of other bytes."""

LONGEST = 20_000
"""Characters of a quote that is looked for where it did not stand."""

Placed = tuple[ClipId, Place]


class Placer:
    """Answers where passages stand in the living clips of one case."""

    def __init__(self, session: Session, case_id: CaseId, exhibits: Sequence[Exhibit]) -> None:
        self._session = session
        self._case_id = case_id
        self._clips = {each.id: self._same_bytes(each) for each in exhibits}

    def place(self, passage: Passage) -> Placed | None:
        """The clip and the place in it, or None."""
        clips = self._clips.get(passage.clip_id, [])
        if passage.kind is not AnchorKind.TEXT:
            return self._region(passage, clips)
        for clip in clips:
            if found := _in_text(passage, clip.text):
                return clip.id, found
        return self._anywhere(passage) if not clips else None

    def _same_bytes(self, exhibit: Exhibit) -> list[Clip]:
        """The clips whose original is the exhibit's, the newest first."""
        if not exhibit.sha256:
            return []
        query = (
            select(Clip)
            .join(ClipFile, col(ClipFile.clip_id) == col(Clip.id))
            .where(
                Clip.case_id == self._case_id,
                col(Clip.deleted).is_(None),
                ClipFile.sha256 == exhibit.sha256,
                ClipFile.role == FileRole.ORIGINAL,
            )
            .order_by(col(Clip.captured).desc(), col(Clip.id).desc())
        )
        return list(self._session.exec(query))

    def _anywhere(self, passage: Passage) -> Placed | None:
        """In the one clip of the case that has these very words in this one place."""
        if len(passage.exact) < SHORTEST:
            return None
        query = select(Clip).where(
            Clip.case_id == self._case_id,
            col(Clip.deleted).is_(None),
            func.instr(col(Clip.text), passage.exact) > 0,
        )
        found = [
            (clip.id, place)
            for clip in self._session.exec(query.order_by(col(Clip.id)))
            if (place := _in_text(passage, clip.text))
        ]
        return found[0] if len(found) == 1 else None

    def _region(self, passage: Passage, clips: Sequence[Clip]) -> Placed | None:
        """The rectangle on the very picture that it was drawn on."""
        corners = (passage.x, passage.y, passage.w, passage.h)
        if not passage.file_sha256 or None in corners:
            return None
        query = (
            select(ClipFile)
            .join(Clip, col(Clip.id) == col(ClipFile.clip_id))
            .where(
                Clip.case_id == self._case_id,
                col(Clip.deleted).is_(None),
                ClipFile.sha256 == passage.file_sha256,
            )
        )
        files = self._session.exec(query.order_by(col(ClipFile.id))).all()
        mine = {clip.id for clip in clips}
        file = next((each for each in files if each.clip_id in mine), next(iter(files), None))
        if file is None:
            return None
        x, y, w, h = (each or 0.0 for each in corners)
        return file.clip_id, RegionPlace(file.id, x, y, w, h, passage.page)


def place_of(anchor: Anchor) -> Place:
    """The place that an anchor was made of."""
    if anchor.kind is AnchorKind.TEXT:
        return TextPlace(anchor.start or 0, anchor.end or 0)
    corners = (anchor.x or 0.0, anchor.y or 0.0, anchor.w or 0.0, anchor.h or 0.0)
    return RegionPlace(anchor.file_id or FileId(""), *corners, anchor.page)


def _in_text(passage: Passage, text: str) -> TextPlace | None:
    """Where the words of a passage stand in a text: where they stood, or between the same words."""
    start, end = passage.start, passage.end
    prefix, suffix = passage.prefix[-CONTEXT:], passage.suffix[:CONTEXT]
    if start is not None and text.startswith(passage.exact, start) and start < (end or 0):
        end = start + len(passage.exact)
        if passage.exact and text.endswith(prefix, 0, start):
            return TextPlace(start, end)
    if not passage.exact.strip() or len(passage.exact) > LONGEST:
        return None
    old = f"{prefix}{passage.exact}{suffix}"
    first = len(prefix)
    found = Carrier(old, text).find(first, first + len(passage.exact))
    return TextPlace(found.start, found.end) if found and found.fit is Fit.SAME else None
