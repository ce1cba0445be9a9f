"""What is marked in a clip, as the reader is told it."""

from collections.abc import Iterator

from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.clip import Anchor, Clip, Tag
from caseboard.model.files import is_only_a_link
from caseboard.model.terms import AnchorKind, TagState
from caseboard.store.clips import ClipView
from caseboard.ui.reader.page import Highlight, MarkKind, ReaderPage, Region

Mark = tuple[MarkKind, str]
"""What an anchor stands for, and its name."""


def page_of(view: ClipView, original: str = "") -> ReaderPage:
    """A clip with everything on it, ready for the reader; keys are the ids of anchors."""
    marks = _marks(view)
    on_text = [a for a in view.anchors if a.kind is AnchorKind.TEXT]
    on_pictures = [a for a in view.anchors if a.kind in {AnchorKind.PICTURE, AnchorKind.PAGE}]
    return ReaderPage(
        clip=view.clip,
        files=view.files,
        highlights=[mark for a in on_text for mark in _highlights(a, marks.get(a.id, []))],
        regions=[mark for a in on_pictures for mark in _regions(a, marks.get(a.id, []))],
        byline=byline(view),
        original=original,
        is_link=is_only_a_link(view.files),
        is_private=_is_private(view),
    )


def _is_private(view: ClipView) -> bool:
    missing = view.collection.missing if view.collection else []
    return any(each.get("private") for each in missing)


def byline(view: ClipView) -> str:
    """`Daily News · A. Reporter · Published 14 Nov 2024 11:39 · Captured 14 Nov 2024 12:02 UTC`."""
    clip = view.clip
    captured = moments.show(f"{clip.captured:%Y-%m-%dT%H:%M}Z")
    parts = [
        view.source.name if view.source else clip.site,
        clip.author,
        _published(clip),
        _("Captured {when}").format(when=captured),
    ]
    return " · ".join(part for part in parts if part)


def _published(clip: Clip) -> str:
    if not clip.published:
        return ""
    return _("Published {when}").format(when=moments.show(clip.published))


def _marks(view: ClipView) -> dict[str, list[Mark]]:
    """What each anchor stands for, by its id."""
    found: dict[str, list[Mark]] = {}
    names = _names(view)
    for tag in view.tags:
        if tag.state is not TagState.REJECTED:
            found.setdefault(tag.anchor_id, []).append(_tag_mark(tag, names))
    claims = {claim.id: claim.statement for claim in view.claims}
    for report in view.reports:
        if report.claim_id in claims:
            mark = (MarkKind.CLAIM, claims[report.claim_id])
            found.setdefault(report.anchor_id, []).append(mark)
    for note in view.notes:
        if note.anchor_id:
            found.setdefault(note.anchor_id, []).append((MarkKind.NOTE, note.text))
    return found


def _names(view: ClipView) -> dict[str, str]:
    return {
        **{place.id: place.name for place in view.locations},
        **{unit.id: unit.name for unit in view.units},
        **{person.id: person.name for person in view.people},
    }


def _tag_mark(tag: Tag, names: dict[str, str]) -> Mark:
    if tag.keyword:
        return MarkKind.KEYWORD, tag.keyword
    target = tag.location_id or tag.unit_id or tag.person_id or ""
    name = names.get(target, "")
    if tag.state is TagState.SUGGESTED:
        return MarkKind.SUGGESTION, name
    if tag.location_id:
        return MarkKind.LOCATION, name
    return (MarkKind.UNIT if tag.unit_id else MarkKind.PERSON), name


def _highlights(anchor: Anchor, marks: list[Mark]) -> Iterator[Highlight]:
    for kind, label in dict.fromkeys(marks):
        if anchor.start is not None and anchor.end is not None:
            yield Highlight(anchor.id, anchor.start, anchor.end, kind, label)


def _regions(anchor: Anchor, marks: list[Mark]) -> Iterator[Region]:
    for kind, label in dict.fromkeys(marks):
        if anchor.file_id and None not in (anchor.x, anchor.y, anchor.w, anchor.h):
            yield Region(
                anchor.id,
                anchor.file_id,
                anchor.x or 0.0,
                anchor.y or 0.0,
                anchor.w or 0.0,
                anchor.h or 0.0,
                kind,
                label,
                anchor.page,
            )
