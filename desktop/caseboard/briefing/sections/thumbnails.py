"""Exhibits seen small: the copy the worker made of a picture, or the words that were quoted."""

from collections.abc import Mapping
from functools import partial

from caseboard.briefing.blocks import Thumbnail
from caseboard.briefing.making import Making
from caseboard.i18n import _
from caseboard.model.clip import Anchor, Clip, ClipFile
from caseboard.model.terms import ClipKind, FileRole

SMALL = "thumbnail"
"""The step that makes the copy for lists: a JPEG."""
QUOTE = 140
"""Characters of a quotation that are shown of an exhibit."""


def thumbnail(making: Making, clip: Clip) -> Thumbnail | None:
    """The picture an exhibit is known by; None where it has none that may be printed."""
    if clip.id in making.pictureless:
        return None
    files = making.index.files.get(clip.id, [])
    copies = [file for file in files if file.role is FileRole.DERIVATIVE and file.step == SMALL]
    if not copies or (clip.kind is not ClipKind.IMAGE and not _is_picture(files)):
        return None
    first = min(copies, key=lambda file: file.ordinal)
    alt = clip.title.strip() or _("Untitled")
    return Thumbnail(alt, partial(making.pictures, first.sha256))


def _is_picture(files: list[ClipFile]) -> bool:
    wanted = {FileRole.PICTURE, FileRole.SCREENSHOT}
    return any(file.role in wanted for file in files)


def quotes(making: Making) -> Mapping[str, str]:
    """The first passage of each clip that a report rests on, by the clip's id."""
    first: dict[str, Anchor] = {}
    for report in making.dossier.reports:
        anchor = making.index.anchors.get(report.anchor_id)
        if anchor is None or not anchor.exact.strip():
            continue
        known = first.get(anchor.clip_id)
        if known is None or (anchor.start or 0) < (known.start or 0):
            first[anchor.clip_id] = anchor
    return {clip_id: quoted(anchor.exact) for clip_id, anchor in first.items()}


def quoted(exact: str) -> str:
    """A passage in quotation marks, cut at a word where it is long."""
    text = " ".join(exact.split())
    if len(text) > QUOTE:
        text = text[:QUOTE].rsplit(" ", 1)[0] + " …"
    bare = text[1:-1] if text[:1] in '"“«' and text[-1:] in '"”»' else text
    return _("“{quote}”").format(quote=bare)
