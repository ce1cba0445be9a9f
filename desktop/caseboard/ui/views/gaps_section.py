"""What would change the judgement of a claim: tasks, each with its date."""

from PySide6.QtWidgets import QWidget

from caseboard.i18n import _
from caseboard.store.claim_pages import ClaimPage
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.section import Section


class GapsSection(Section):
    """The gaps of a claim and of the disputes it stands in."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(desk.desk.theme, _("Gaps"), parent=parent)
        self.hide()

    def show_page(self, page: ClaimPage) -> None:
        """Show the gaps of this claim."""
