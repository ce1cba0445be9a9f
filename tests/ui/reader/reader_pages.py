"""Pages to read in tests."""

from dataclasses import replace
from datetime import UTC, datetime

from PySide6.QtGui import QColor, QImage

from caseboard.model.clip import Clip, ClipFile
from caseboard.model.parts import GAP, Part
from caseboard.model.terms import ClipKind, ClipState, FileRole, Method, PartKind
from caseboard.ui.reader.page import Highlight, MarkKind, ReaderPage, Region

NOON = datetime(2024, 11, 14, 12, 2, tzinfo=UTC)
BLOCKS = (
    (PartKind.BANNER, False, None, "Members pay for this newsroom."),
    (PartKind.TITLE, False, None, "Push into the town was repelled, the army says"),
    (PartKind.BYLINE, False, None, "by A. Reporter, 14 November 2024"),
    (PartKind.CAPTION, False, 0, "A crew 🔥 fires toward Kupiansk in May"),
    (PartKind.PARAGRAPH, True, None, "It said every attack toward Kupiansk 🚂 was beaten back."),
    (PartKind.AUDIO_NOTE, False, None, "This text can be heard."),
    (PartKind.PARAGRAPH, True, None, "A map had two columns inside Куп’янськ late on 13 Nov."),
    (PartKind.RELATED, False, None, "Another village is free"),
)


def make_clip(blocks=BLOCKS, **fields):
    text, parts = "", []
    for kind, body, picture, words in blocks:
        text += GAP if text else ""
        parts.append(Part(kind, len(text), len(text) + len(words), body, picture).as_json())
        text += words
    known = {
        "case_id": "case",
        "ref": "KUP-E001",
        "kind": ClipKind.ARTICLE,
        "state": ClipState.READY,
        "title": "Push into the town was repelled, the army says",
        "captured": NOON,
        "text": text,
        "parts": parts,
        "method": Method.DROP,
        "tool": "test",
    }
    return Clip(**(known | fields))


def make_picture(clip, ordinal=0, **fields):
    known = {
        "clip_id": clip.id,
        "sha256": "a" * 64,
        "role": FileRole.PICTURE,
        "name": f"{ordinal}.jpg",
        "media_type": "image/jpeg",
        "bytes": 1,
        "ordinal": ordinal,
    }
    return ClipFile(**(known | fields))


def make_page(**fields):
    clip = fields.pop("clip", None) or make_clip()
    files = fields.pop("files", None)
    return ReaderPage(clip, [make_picture(clip)] if files is None else files, **fields)


def with_marks(page, *marks):
    return replace(page, highlights=marks)


def mark(page, words, kind=MarkKind.LOCATION, key=None):
    """A highlight over the first place these words stand at."""
    start = page.clip.text.index(words)
    return Highlight(key or f"{kind}:{words}", start, start + len(words), kind, words)


def region(file, key="r", x=0.25, y=0.25, w=0.25, h=0.5, kind=MarkKind.LOCATION):
    return Region(key, file.id, x, y, w, h, kind, key)


def plain_image(_file=None, width=400, height=200, colour="#804020"):
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def shades(widget):
    """What a widget paints, in the 65,536 colours that every screen of a test has."""
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB16)


def shade(colour):
    """A colour as `shades` has it."""
    image = plain_image(width=1, height=1, colour=colour)
    return image.convertToFormat(QImage.Format.Format_RGB16).pixel(0, 0)
