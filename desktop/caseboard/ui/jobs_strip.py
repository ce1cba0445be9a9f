"""Running jobs in the status line: what is done, how far it is, and ways to stop it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.runtime.jobs import Job, Jobs
from caseboard.ui.jobs_popup import JobsPopup
from caseboard.ui.lib.buttons import link_button, tool_button
from caseboard.ui.lib.labels import ElidedLabel
from caseboard.ui.lib.theme import Theme
from caseboard.ui.listening import follow

if TYPE_CHECKING:
    from collections.abc import Callable

WIDTH = 90
STEPS = 1000


class JobsStrip(QWidget):
    """Shows the job that began first and how many more there are; nothing where none runs.

    A click on it, or its button, lists all of them.
    """

    def __init__(self, theme: Theme, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._shown: Job | None = None
        self._stop: Callable[[], None] = _nothing
        self.text = ElidedLabel("", self, tone="muted", size="small")
        self.text.setMaximumWidth(theme.px(320))
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(theme.px(WIDTH))
        self.bar.setAccessibleName(_("Progress"))
        self.cancel = link_button(_("Cancel"), self)
        self.cancel.clicked.connect(self._on_cancelled)
        self.all = tool_button(theme, "chevron-up", _("Show every running job"), self)
        self.all.clicked.connect(self.show_all)
        self.popup = JobsPopup(theme, jobs, self)
        self.destroyed.connect(self.popup.deleteLater)  # once shown it is a child of the window
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        for widget in (self.text, self.bar, self.cancel, self.all):
            row.addWidget(widget)
        follow(self, jobs.changed, lambda _jobs: self._on_jobs_changed())
        self._on_jobs_changed()

    @Slot()
    def show_all(self) -> None:
        """List every running job."""
        self.popup.open_over(QRect(self.mapToGlobal(QPoint(0, 0)), self.size()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.show_all()

    def _on_jobs_changed(self) -> None:
        job = next(iter(self._jobs.running), None)
        if job is not self._shown:
            self._stop()
            self._shown = job
            self._stop = job.changed.connect(lambda _job: self._tell()) if job else _nothing
        self._tell()

    def _tell(self) -> None:
        job = self._shown
        self.setVisible(job is not None)
        if job is None:
            return
        more = len(self._jobs.running) - 1
        text = job.stage or job.title
        self.text.setText(
            _("{job} · {more}").format(job=text, more=ngettext("{n} more", "{n} more", more))
            if more
            else text
        )
        self.text.updateGeometry()
        fraction = job.fraction
        self.bar.setVisible(fraction is not None)  # a bar that only moves says nothing
        self.bar.setRange(0, STEPS)
        self.bar.setValue(round((fraction or 0) * STEPS))
        self.cancel.setAccessibleName(_("Cancel {job}").format(job=text))

    @Slot()
    def _on_cancelled(self) -> None:
        if self._shown is not None:
            self._shown.cancel()


def _nothing() -> None:
    """There is nothing to stop listening to."""
