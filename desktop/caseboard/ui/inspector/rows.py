"""The rows of the inspector: something tagged, and a claim reported here."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.model.terms import Stance
from caseboard.ui import words
from caseboard.ui.inspector.groups import TINTS, Group
from caseboard.ui.inspector.pick_row import PickRow
from caseboard.ui.lib.chips import Chip, Pill
from caseboard.ui.lib.labels import ElidedLabel, plain_label
from caseboard.ui.lib.theme import Theme


class TagRow(PickRow):
    """A chip, and at the right what it is and how often."""

    def __init__(self, theme: Theme, group: Group, parent: QWidget) -> None:
        super().__init__(theme, f"{group.name}, {group.about}, {group.times}", parent)
        self.named = group
        chip = Chip(theme, group.name, TINTS[group.kind], self, suggested=group.suggested)
        about = ElidedLabel(group.about, self, tone="muted", size="small")
        about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        about.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        dot = _("· {times}").format(times=group.times) if group.about else group.times
        self.put(chip)
        self.put(about, 1)
        self.body.setSpacing(theme.px(4))
        self.put(plain_label(dot, self, tone="muted", size="small"))


@dataclass(frozen=True, slots=True)
class Said:
    """A report of this clip, as the inspector shows it."""

    report_id: str
    claim_id: str
    anchor_id: str
    stance: Stance
    statement: str
    chain: str
    """With the grade at its end."""


class SaidRow(PickRow):
    """The stance as a pill, the claim, and the way it took."""

    def __init__(self, theme: Theme, said: Said, parent: QWidget) -> None:
        stance = words.term(said.stance)
        super().__init__(theme, f"{stance}: {said.statement}, {said.chain}", parent)
        self.said = said
        pill = Pill(theme, stance, words.STANCE_TINTS[said.stance], self)
        self.put(pill)
        self.body.setAlignment(pill, Qt.AlignmentFlag.AlignTop)
        text = QWidget(self)
        column = QVBoxLayout(text)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(1))
        column.addWidget(plain_label(said.statement, text, wrap=True))
        column.addWidget(plain_label(said.chain, text, tone="muted", size="small", wrap=True))
        self.put(text, 1)
