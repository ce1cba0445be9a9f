"""Competing hypotheses against the claims of a case."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.weighing import Weighing


class HypothesesPane(Surface):
    """The matrix of one inquiry; `claim_chosen` is sent with the claim of the current row."""

    claim_chosen = Signal(str)

    def __init__(self, desk: CaseDesk, weighing: Weighing, parent: QWidget) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._weighing = weighing
