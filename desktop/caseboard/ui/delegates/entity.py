"""Rows about entities: one of a list of them, and a passage that names one."""

from caseboard.i18n import _
from caseboard.store.entities import EntityRow
from caseboard.store.entity_pages import Passage
from caseboard.ui import words
from caseboard.ui.delegates.line import Face
from caseboard.ui.itemmodels.entities import mentions, second


def entity_face(row: EntityRow) -> Face:
    """Its name as a chip, what tells it from others, how often it is named."""
    tint = words.TINTS[type(row.entity)]
    return Face(row.entity.name, second(row), mentions(row), tint=tint)


def passage_face(passage: Passage) -> Face:
    """The words that name it, and where they stand."""
    return Face(quote(passage), passage.clip_title, passage.clip_ref)


def quote(passage: Passage) -> str:
    """The words, or what stands for them where a region of a picture is meant."""
    exact = " ".join(passage.exact.split())
    if exact:
        return _("“{words}”").format(words=exact)
    return _("A region of a picture")


def passage_words(passage: Passage) -> str:
    """All that a row shows, as a screen reader says it."""
    face = passage_face(passage)
    parts = (face.first, face.second, face.right)
    return ", ".join(part for part in parts if part)
