"""What is claimed in a case, and what each claim rests on."""

from enum import IntEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from caseboard.analysis.matrix import Arrangement, Grouping, Order
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.claims import ClaimsModel
from caseboard.ui.lib.banner import Banner
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.skeleton import Skeleton
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.views.claim_cursor import ClaimCursor
from caseboard.ui.views.claim_detail import ClaimDetail
from caseboard.ui.views.claim_inspector import ClaimInspector
from caseboard.ui.views.claim_opening import ClaimOpening
from caseboard.ui.views.claim_sheet import ClaimSheet
from caseboard.ui.views.claims_bar import HYPOTHESES, LIST, MATRIX, ClaimsBar
from caseboard.ui.views.claims_list import ClaimsList
from caseboard.ui.views.claims_matrix import MatrixPane
from caseboard.ui.views.hypotheses import HypothesesPane
from caseboard.ui.weighing import Weighed, Weighing

INSPECTOR_WIDTH = 366
MODES = (MATRIX, LIST, HYPOTHESES)
KEYS = ("Alt+1", "Alt+2", "Alt+3")


class Page(IntEnum):
    """What stands in the middle."""

    WAITING = 0
    MATRIX = 1
    LIST = 2
    HYPOTHESES = 3
    EMPTY = 4


class ClaimsView(Surface):
    """Matrix, list or hypotheses in the middle, the claim that is selected at the right."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        theme, settings = desk.desk.theme, desk.desk.settings
        self._desk = desk
        self._navigator = navigator
        self._settings = settings
        self._weighing = Weighing(desk, self)
        self._hypotheses: HypothesesPane | None = None
        self._trouble: CaseError | None = None
        self.model = ClaimsModel(self._weighing, self)
        self.cursor_ = ClaimCursor(self.model, self)
        self.bar = ClaimsBar(theme, self)
        self.matrix = MatrixPane(theme, settings, self.model, self.cursor_, self)
        self.list = ClaimsList(theme, self.model, self.cursor_, self)
        self.empty = EmptyState(theme, "", icon="message-square-quote", parent=self)
        self.inspector = ClaimInspector(desk, navigator, self._weighing, self)
        self.opening = ClaimOpening(desk, navigator, self.model, self.inspector)
        self._stack = QStackedWidget(self)
        self._mode = self._kept("mode", MODES, MATRIX)
        self._lay_out()
        self._connect()
        self._begin()

    # --- parts ---

    @property
    def detail(self) -> ClaimDetail:
        """What the inspector shows a claim in."""
        return self.inspector.detail

    @property
    def notice(self) -> Banner:
        """What the inspector has to say."""
        return self.inspector.notice

    @property
    def count(self) -> Pill:
        """How many claims are shown."""
        return self.bar.count

    @property
    def filter(self) -> SearchField:
        """Where words are typed that claims should hold."""
        return self.bar.filter

    @property
    def sheet(self) -> ClaimSheet | None:
        """The claim that is shown."""
        return self.inspector.sheet

    @property
    def mode(self) -> str:
        """What the middle shows: `matrix`, `list` or `hypotheses`."""
        return self._mode

    @property
    def hypotheses(self) -> HypothesesPane:
        """Competing hypotheses, made when they are first looked at."""
        if self._hypotheses is None:
            self._hypotheses = HypothesesPane(self._desk, self._weighing, self)
            self._hypotheses.claim_chosen.connect(self._on_claim_of_hypotheses)
            self._hypotheses_place.layout().addWidget(self._hypotheses)
        return self._hypotheses
