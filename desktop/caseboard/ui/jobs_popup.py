"""Every running job over the status line: what it does, how far it is, and a way to stop it."""

from PySide6.QtCore import QLocale, QRect, Qt, Slot
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.runtime.jobs import Job, Jobs
from caseboard.ui.forms.popup import Popup
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.labels import ElidedLabel, plain_label
from caseboard.ui.lib.theme import Theme
from caseboard.ui.listening import follow

WIDTH = 420
TALLEST = 320
MOST = 40
"""More jobs than this are counted, not listed."""
STEPS = 1000


class JobsPopup(Popup):
    """Lists the jobs in the order they began; goes away when nothing runs any more."""

    def __init__(self, theme: Theme, jobs: Jobs, parent: QWidget) -> None:
        super().__init__(theme, WIDTH, parent)
        self._jobs = jobs
        self.rows: dict[Job, JobRow] = {}
        self.setAccessibleName(_("Running jobs"))
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)
        self._list = QScrollArea(self)
        self._list.setWidgetResizable(True)
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setWidget(inside)
        self.head = plain_label("", self, size="strong")
        self.more = plain_label("", self, tone="muted", size="small")
        self.cancel_all = link_button(_("Cancel all"), self)
        self.cancel_all.clicked.connect(self._on_all_cancelled)
        self.body.addWidget(self._head())
        self.body.addWidget(self._list)
        self.body.addWidget(self.more)
        self.closed.connect(self._clear)
        follow(self, jobs.changed, lambda _jobs: self._on_jobs_changed())

    def open_over(self, near: QRect) -> None:
        """Show it over `near`, a rectangle of the screen; nothing happens where nothing runs."""
        if self._jobs.running:
            self._list_jobs()
            first = next(iter(self.rows.values()))
            self.open_at(near, first.cancel)

    @override
    def place(self) -> None:
        px = self.theme.px
        wanted = sum(row.sizeHint().height() for row in self.rows.values())
        self._list.setFixedHeight(min(wanted, px(TALLEST)))
        super().place()

    def _head(self) -> QWidget:
        px = self.theme.px
        head = QWidget(self)
        row = QHBoxLayout(head)
        row.setContentsMargins(px(14), px(10), px(14), px(6))
        row.addWidget(self.head, 1)
        row.addWidget(self.cancel_all)
        self.more.setContentsMargins(px(14), px(4), px(14), px(10))
        return head

    def _on_jobs_changed(self) -> None:
        if not self.isVisible():
            return
        if not self._jobs.running:
            self.close_popup()
            return
        self._list_jobs()
        self.place()

    def _list_jobs(self) -> None:
        listed = self._jobs.running[:MOST]
        for job in [job for job in self.rows if job not in listed]:
            self._remove(job)
        for job in listed:
            if job not in self.rows:
                self._add(job)
        count = len(self._jobs.running)
        self.head.setText(ngettext("{n} job is running", "{n} jobs are running", count))
        self.cancel_all.setVisible(count > 1)
        left_out = count - len(listed)
        self.more.setText(ngettext("and {n} more", "and {n} more", left_out))
        self.more.setVisible(left_out > 0)

    def _add(self, job: Job) -> None:
        row = self.rows[job] = JobRow(self.theme, job, self)
        self._column.insertWidget(self._column.count() - 1, row)
        row.show()

    def _remove(self, job: Job) -> None:
        row = self.rows.pop(job)
        had_keyboard = row.cancel.hasFocus()
        if had_keyboard and self.rows:
            next(iter(self.rows.values())).cancel.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    @Slot()
    def _clear(self) -> None:
        for job in list(self.rows):
            self._remove(job)

    @Slot()
    def _on_all_cancelled(self) -> None:
        for job in tuple(self._jobs.running):
            job.cancel()


class JobRow(QWidget):
    """One job, and how far it is."""

    def __init__(self, theme: Theme, job: Job, parent: QWidget) -> None:
        super().__init__(parent)
        self._job = job
        px = theme.px
        self.text = ElidedLabel("", self)
        self.size_ = plain_label("", self, tone="muted", size="small")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, STEPS)
        self.bar.setAccessibleName(_("Progress"))
        self.cancel = link_button(_("Cancel"), self)
        self.cancel.clicked.connect(job.cancel)
        first, second = QHBoxLayout(), QHBoxLayout()
        first.setSpacing(px(8))
        first.addWidget(self.text, 1)
        first.addWidget(self.cancel)
        second.setSpacing(px(8))
        second.addWidget(self.bar, 1)
        second.addWidget(self.size_)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(6), px(14), px(8))
        column.setSpacing(px(4))
        column.addLayout(first)
        column.addLayout(second)
        follow(self, job.changed, lambda _job: self._tell())
        self._tell()

    def _tell(self) -> None:
        job = self._job
        words = job.stage or job.title
        self.text.setText(words)
        self.cancel.setAccessibleName(_("Cancel {job}").format(job=words))
        fraction = job.fraction
        self.bar.setVisible(fraction is not None)  # a bar that only moves says nothing
        self.bar.setValue(round((fraction or 0) * STEPS))
        self.size_.setText(how_far(job))


def how_far(job: Job) -> str:
    """`1.2 MB of 3.4 MB`, `3 of 12`; empty where nothing is known."""
    if job.bytes_done or job.bytes_total:
        done, total = in_bytes(job.bytes_done), in_bytes(job.bytes_total)
        return _("{done} of {total}").format(done=done, total=total) if job.bytes_total else done
    if job.total:
        return _("{done} of {total}").format(done=job.done, total=job.total)
    return ""


def in_bytes(count: int) -> str:
    """`512 bytes`, `1.2 kB`, `3.4 MB`: in steps of a thousand."""
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
