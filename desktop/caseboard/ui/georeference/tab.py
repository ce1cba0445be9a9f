"""The inspector's tab of a picture that is placed on the ground."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.model.clip import ClipFile
from caseboard.ui.georeference.areas_section import AreasSection
from caseboard.ui.georeference.plot import Plot
from caseboard.ui.georeference.points_section import PointsSection
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.theme import Theme


class GeoreferenceTab(QScrollArea):
    """Control points, traced areas, the picture on the map, and the credit as it was published."""

    def __init__(self, theme: Theme, plot: Plot, parent: QWidget, *, is_writable: bool) -> None:
        super().__init__(parent)
        self._plot = plot
        self._is_writable = is_writable
        self.points = PointsSection(theme, plot, self)
        self.points.set_writable(writable=is_writable)
        self.areas = AreasSection(theme, plot, self, is_writable=is_writable)
        self.lay = push_button(theme, _("Lay picture on the map…"), self, icon="layers")
        self.credit = Section(theme, _("Credit, as published"), last=True)
        self.words = plain_label("", self.credit, wrap=True, selectable=True)
        self.credit.body.addWidget(self.words)
        self.is_laid = False
        self._lay_out()
        plot.changed.connect(self._on_plot_changed)

    def show_file(self, file: ClipFile | None, credit: str) -> None:
        """Show whose picture it is."""
        said = (file.credit if file else "") or credit
        self.words.setText(said or _("No credit was published with it."))

    def set_laid(self, *, laid: bool) -> None:
        """Whether the picture is on the map already."""
        self.is_laid = laid
        self._on_plot_changed()

    def _lay_out(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.points.body.addWidget(self.lay, 0, Qt.AlignmentFlag.AlignLeft)
        for section in (self.points, self.areas, self.credit):
            column.addWidget(section)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidget(inside)
        self._on_plot_changed()

    def _on_plot_changed(self) -> None:
        can = self._plot.fit is not None and self._is_writable
        self.lay.setVisible(can and not self.is_laid)
