"""The numbers that the reports of a claim tell, side by side."""

from PySide6.QtWidgets import QWidget

from caseboard.i18n import _
from caseboard.store.claim_pages import ClaimPage
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.section import Section


class QuantitiesSection(Section):
    """Hidden while no report of the claim tells a number."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(desk.desk.theme, _("Quantities"), parent=parent)
        self.hide()

    def show_page(self, page: ClaimPage) -> None:
        """Show the numbers of this claim and of those it clashes with."""
