"""Boxes that record words behind one claim against the other as well."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from caseboard.commands.disputing import Contradiction
from caseboard.i18n import _
from caseboard.model.refs import short
from caseboard.model.terms import Stance
from caseboard.store.claim_pages import Account
from caseboard.store.evidence import ReportView
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme
from caseboard.ui.voices import quoted, strongest

LONGEST = 140
"""Letters of a quote that are shown; all of it stands in the clip."""


class Contradictions(QWidget):
    """One box for each side: its best graded words against the claim of the other.

    What a report does to a claim is for a person to say: a box may be ticked beforehand, but it
    stands in sight and nothing is recorded before the form is kept.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.boxes: list[QCheckBox] = []
        self._meant: list[Contradiction] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self.setAccessibleName(_("Also record"))

    def show_pair(self, pair: Sequence[Account], *, is_proposed: bool) -> None:
        """Offer what is not recorded yet; of a proposed dispute the later word is ticked.

        Who spoke last answers the other: the words said before them could not yet.
        """
        self._clear()
        if len(pair) != 2:
            return
        later = _later(pair) if is_proposed else None
        for here, there in (pair, (pair[1], pair[0])):
            said = strongest(here)
            if said is not None and not _is_recorded(said, there):
                self._add(said, there, is_ticked=here is later)

    def ticked(self) -> tuple[Contradiction, ...]:
        """What is to be recorded."""
        pairs = zip(self._meant, self.boxes, strict=True)
        return tuple(each for each, box in pairs if box.isChecked())

    def _add(self, said: ReportView, against: Account, *, is_ticked: bool) -> None:
        text = _("These words contradict {ref} as well").format(ref=short(against.claim.ref))
        words = _("{who}: {words}").format(who=said.claimant.name, words=_cut(quoted(said)))
        box = QCheckBox(text, self)
        box.setAccessibleName(f"{text}. {words}")
        box.setChecked(is_ticked)
        label = plain_label(words, self, tone="muted", size="small", wrap=True)
        label.setContentsMargins(self._theme.px(24), 0, 0, self._theme.px(6))
        self.boxes.append(box)
        self._meant.append(Contradiction(said.report.id, against.claim.id))
        for widget in (box, label):
            self._column.addWidget(widget)

    def _clear(self) -> None:
        while (item := self._column.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.boxes, self._meant = [], []


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[:LONGEST].rstrip()}…"


def _later(pair: Sequence[Account]) -> Account | None:
    """The side that spoke last; the other where nobody knows."""
    first, second = (strongest(each) for each in pair)
    if first is None or second is None:
        return None
    return pair[0] if _said(first) > _said(second) else pair[1]


def _said(said: ReportView) -> str:
    """When it was said, as far as that is known to the day: EDTF days sort as they are."""
    return said.report.said_when[:10]


def _is_recorded(said: ReportView, there: Account) -> bool:
    return any(
        each.report.stance is Stance.CONTRADICTS
        and each.anchor.id == said.anchor.id
        and each.claimant.id == said.claimant.id
        for each in there.said
    )
