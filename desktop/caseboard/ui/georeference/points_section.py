"""The control points of a picture in the inspector: what each is, and how far it is off."""

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.mapping.georeferencing import NEEDED
from caseboard.model.terms import GeoreferenceKind
from caseboard.ui.georeference import words
from caseboard.ui.georeference.care_line import CareLine
from caseboard.ui.georeference.plot import Plot
from caseboard.ui.inspector.pick_row import PickRow
from caseboard.ui.lib.chips import Chip
from caseboard.ui.lib.labels import ElidedLabel, plain_label, plain_tooltip
from caseboard.ui.lib.section import Section
from caseboard.ui.lib.segments import Segments
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint


class PointRow(PickRow):
    """A number, the place as a chip, and at the right how far the point is off."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.number = plain_label("", self)
        self.chip = Chip(theme, "", Tint.LOCATION, self)
        self.off = ElidedLabel("", self, tone="muted", size="small")
        self.off.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.off.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.put(self.number)
        self.put(self.chip)
        self.put(self.off, 1)

    def show_point(self, plot: Plot, place: int) -> None:
        """Show one of the points, as it is now."""
        said = words.residual(plot, place)
        self.number.setText(f"{place + 1}")
        if self.chip.text() != words.name(plot.points[place]):
            self.chip.setText(words.name(plot.points[place]))
        if self.off.text() != said:
            self.off.setText(said)
        self.setAccessibleName(words.point_tip(plot, place))
        self.set_active(active=place == plot.selected)


class PointsSection(Section):
    """A row for each point; they stay while what they say changes, so that nobody is thrown out."""

    picked = Signal(int)
    menu_wanted = Signal(int, QPoint)
    removed = Signal(int)
    kind_chosen = Signal(object)
    """`GeoreferenceKind`."""

    def __init__(self, theme: Theme, plot: Plot, parent: QWidget) -> None:
        super().__init__(theme, _("Control points"), parent=parent)
        self._theme = theme
        self._plot = plot
        self.rows: list[PointRow] = []
        self._holder = QVBoxLayout()
        self._holder.setSpacing(0)
        self.guidance = plain_label("", self, tone="muted", size="small", wrap=True)
        self.doubts: list[CareLine] = []
        self._doubts = QVBoxLayout()
        self._doubts.setSpacing(theme.px(4))
        kinds = [(each.value, words.kind(each)) for each in GeoreferenceKind]
        self.kinds = Segments(theme, kinds, _("Transformation"), self)
        plain_tooltip(
            self.kinds,
            _("Affine: a flat map at any scale and turn. Projective: seen at a slant."),
        )
        self.kinds.chosen.connect(lambda key: self.kind_chosen.emit(GeoreferenceKind(key)))
        self.body.addLayout(self._holder)
        self.body.addWidget(self.guidance)
        self.body.addLayout(self._doubts)
        self.body.addWidget(self.kinds, 0, Qt.AlignmentFlag.AlignLeft)
        plot.changed.connect(self._on_plot_changed)
        self._on_plot_changed()

    def set_writable(self, *, writable: bool) -> None:
        """Whether points may be set at all."""
        self.guidance.setVisible(writable)
        self.kinds.setEnabled(writable)

    def _entitle(self) -> None:
        """Capitals, but for the unit of the error."""
        title, overall = words.heading(len(self._plot.points)), words.overall(self._plot.fit)
        shown = " · ".join(part for part in (title.upper(), overall) if part)
        if shown != self.heading.text():
            self.set_title(title)
            self.heading.setText(shown)
            self.setAccessibleName(f"{title}, {overall}" if overall else title)

    @Slot()
    def _on_plot_changed(self) -> None:
        plot = self._plot
        self._entitle()
        self._fit_rows(len(plot.points))
        for place, row in enumerate(self.rows):
            row.show_point(plot, place)
        self.guidance.setText(words.guidance_of_points(plot))
        self._say_doubts(words.doubts(plot))
        self.kinds.choose(plot.kind.value)
        count = len(plot.points)
        can = count >= NEEDED[GeoreferenceKind.PROJECTIVE]
        self.kinds.set_enabled(GeoreferenceKind.PROJECTIVE.value, enabled=can)

    def _fit_rows(self, count: int) -> None:
        while len(self.rows) > count:
            row = self.rows.pop()
            self._holder.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self.rows) < count:
            place = len(self.rows)
            row = PointRow(self._theme, self)
            row.clicked.connect(lambda _on=False, place=place: self.picked.emit(place))
            row.delete_wanted.connect(lambda place=place: self.removed.emit(place))
            row.menu_wanted.connect(lambda at, place=place: self.menu_wanted.emit(place, at))
            self.rows.append(row)
            self._holder.addWidget(row)

    def _say_doubts(self, sentences: list[str]) -> None:
        while len(self.doubts) < len(sentences):
            line = CareLine(self._theme, self)
            self.doubts.append(line)
            self._doubts.addWidget(line)
        for place, line in enumerate(self.doubts):
            is_said = place < len(sentences)
            line.setVisible(is_said)
            if is_said:
                line.say(sentences[place])
