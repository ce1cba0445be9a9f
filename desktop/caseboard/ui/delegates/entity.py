"""Rows about entities: one of a list of them, and a passage that names one."""

from caseboard.i18n import _
from caseboard.model import moments
from caseboard.store.entities import EntityRow
from caseboard.store.entity_pages import Naming, Passage
from caseboard.ui import words
from caseboard.ui.delegates.line import Face
from caseboard.ui.itemmodels.entities import mentions, second
from caseboard.ui.lib.tokens import Tint


def entity_face(row: EntityRow) -> Face:
    """Its name as a chip, what tells it from others, how often it is named."""
    tint = words.TINTS[type(row.entity)]
    return Face(row.entity.name, second(row), mentions(row), tint=tint)


def passage_face(passage: Passage) -> Face:
    """The words that name it, and where they stand."""
    when = moments.show(passage.when.partition("T")[0]) if passage.when else ""
    right = " · ".join(part for part in (passage.clip_ref, when) if part)
    return Face(quote(passage), _about(passage), right, pill=_pill(passage))


def quote(passage: Passage) -> str:
    """The words, or what stands for them where a region of a picture is meant."""
    exact = " ".join(passage.exact.split())
    if exact:
        return _("“{words}”").format(words=exact)
    return _("A region of a picture")


def _about(passage: Passage) -> str:
    if passage.naming is Naming.POSITION and passage.about:
        return _("at {place}").format(place=passage.about)
    return passage.clip_title


def passage_words(passage: Passage) -> str:
    """All that a row shows, as a screen reader says it."""
    face = passage_face(passage)
    parts = (face.pill[0] if face.pill else "", face.first, face.second, face.right)
    return ", ".join(part for part in parts if part)


def _pill(passage: Passage) -> tuple[str, Tint] | None:
    return (_("position"), Tint.LOCATION) if passage.naming is Naming.POSITION else None
