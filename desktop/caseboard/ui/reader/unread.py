"""What stands in the reader's place where nothing could be read, or nothing was fetched."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.model.terms import ClipState
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.theme import Theme
from caseboard.ui.reader.page import ReaderPage
from caseboard.ui.reader.states import Statement


class Unread(Statement):
    """Says why, and offers to try it again; a refused address can be allowed for one fetch."""

    again_requested = Signal(str)
    """The id of a clip to be read, or of a link to be fetched."""
    allow_requested = Signal(str)
    """The id of a link to be fetched though it leads into this machine's own network."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _("Read again"), parent)
        self._clip_id = ""
        self.allow = push_button(theme, _("Allow this address and fetch"), self)
        words = self.action.parentWidget()
        column = words.layout() if words is not None else None
        assert isinstance(column, QBoxLayout)  # noqa: S101  `Statement` laid it out
        place = column.indexOf(self.action) + 1
        column.insertWidget(place, self.allow, 0, Qt.AlignmentFlag.AlignHCenter)
        self.action.clicked.connect(self._on_again)
        self.allow.clicked.connect(self._on_allow)

    def show_page(self, page: ReaderPage) -> None:
        """Say it of this clip."""
        clip = page.clip
        self._clip_id = clip.id
        is_here = clip.state is not ClipState.RECEIVED
        waiting = _("The page of this link has not been fetched.")
        if page.is_busy and page.is_link:
            is_here, waiting = False, _("The page of this link is being fetched.")
        kept = _("The link is kept: {url}").format(url=clip.url_asked)
        self.say(
            clip.problem if is_here else waiting,
            kept if page.is_link else _("The original bytes are kept."),
        )
        name = _("Fetch the page") if page.is_link else _("Read again")
        self.action.setText(name)
        self.action.setAccessibleName(name)
        is_refused = page.is_link and page.is_private
        self.allow.setVisible(is_refused and not page.is_busy)
        self.action.setVisible(not is_refused and not page.is_busy)  # it would be refused again

    @Slot()
    def _on_again(self) -> None:
        self.again_requested.emit(self._clip_id)

    @Slot()
    def _on_allow(self) -> None:
        self.allow_requested.emit(self._clip_id)
