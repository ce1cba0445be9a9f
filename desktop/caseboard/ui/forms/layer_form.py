"""What is said of a layer: its name, its times, whose it is, how sure, and how it looks."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget
from typing_extensions import override

from caseboard.commands.layers import LayerFacts
from caseboard.commands.sources import Named, SourceRef
from caseboard.i18n import _
from caseboard.model.entities import Source
from caseboard.model.terms import SourceKind
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.colour_field import ColourField
from caseboard.ui.forms.fields import Named as NamedField
from caseboard.ui.forms.fields import line, side_by_side
from caseboard.ui.forms.form import Form
from caseboard.ui.forms.moment_field import MomentField
from caseboard.ui.forms.source_field import SourceField
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme
from caseboard.ui.markings import marking_field

Keep = Callable[[LayerFacts], Awaitable[object]]


class LayerForm(Form):
    """Asks all of it; `keep` is called with what was said and may refuse it."""

    def __init__(
        self,
        desk: CaseDesk,
        title: str,
        action: str,
        facts: LayerFacts,
        keep: Keep,
        parent: QWidget | None = None,
        *,
        source: Source | None = None,
        notes: Sequence[str] = (),
    ) -> None:
        """`notes` are sentences about the file: what it holds, how it was dated."""
        super().__init__(desk.desk.theme, title, action, parent)
        self._facts = facts
        self._on_kept = keep
        self._notes(notes)
        theme = self.theme
        self.name = line(facts.name)
        self.as_of = MomentField(theme, _("Shows the ground as of"), facts.as_of)
        self.published = MomentField(theme, _("Published"), facts.published)
        self.source = SourceField(desk, _("Source"), source, SourceKind.MONITOR)
        if isinstance(facts.source_id, Named):
            self.source.suggest(facts.source_id.name, facts.source_id.kind)
        self.estimated = line(facts.estimated, _("estimated advance"))
        self.attribution = line(facts.attribution, _("© and licence, as it asks to be named"))
        self.fill = ColourField(theme, _("Fill"), str(facts.style.get("fill", "")))
        self.stroke = ColourField(theme, _("Outline"), str(facts.style.get("stroke", "")))
        self.opacity = ShareField(theme, _("Opacity"), facts.opacity)
        self.marking = marking_field(facts.marking)
        self._put()

    @override
    async def save(self) -> None:
        """Hand over what was said."""
        await self._on_kept(self.facts())

    def facts(self) -> LayerFacts:
        """What was said; raises `FieldError` for a time or a colour that is none."""
        return LayerFacts(
            name=self.name.text(),
            as_of=self.as_of.edtf(),
            published=self.published.edtf(),
            source_id=self._source(),
            estimated=self.estimated.text(),
            attribution=self.attribution.text(),
            opacity=self.opacity.share(),
            style=self._style(),
            marking=self.marking.member.marking,
        )

    def _source(self) -> SourceRef | None:
        return self.source.ref() if self.source.text() else None

    def _style(self) -> dict[str, Any]:
        """The style as it was, with these colours; a colour taken out leaves each its own."""
        said = {"fill": self.fill.value(), "stroke": self.stroke.value()}
        style = {key: value for key, value in self._facts.style.items() if key not in said}
        style |= {key: value for key, value in said.items() if value}
        colour = said["fill"] or said["stroke"]
        style.pop("marker-color", None)
        return style | ({"marker-color": colour} if colour else {})

    def _notes(self, notes: Sequence[str]) -> None:
        for note in notes:
            self.body.addWidget(plain_label(note, tone="muted", size="small", wrap=True))

    def _put(self) -> None:
        self.add(_("Name"), self.name)
        as_of = NamedField(_("Shows the ground as of"), self.as_of)
        self.body.addWidget(side_by_side(as_of, NamedField(_("Published"), self.published)))
        self.add(_("Source"), self.source)
        self.add(_("How sure, in its own words"), self.estimated)
        self.add(_("Attribution"), self.attribution)
        fill = NamedField(_("Fill"), self.fill)
        self.body.addWidget(side_by_side(fill, NamedField(_("Outline"), self.stroke)))
        self.add(_("Opacity"), self.opacity)
        self.add(_("Marking"), self.marking)


class ShareField(QWidget):
    """A slider from 0 to 100 per cent with the number beside it."""

    def __init__(self, theme: Theme, name: str, share: float) -> None:
        super().__init__()
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, 100)
        self.slider.setSingleStep(5)
        self.slider.setValue(round(share * 100))
        self.slider.setAccessibleName(name)
        self.words = plain_label("", self, size="fact")
        self.words.setMinimumWidth(theme.px(44))
        self.setFocusProxy(self.slider)
        self.setAccessibleName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.slider, 1)
        row.addWidget(self.words)
        self.slider.valueChanged.connect(self._on_moved)
        self._on_moved(self.slider.value())

    def share(self) -> float:
        """0 to 1."""
        return self.slider.value() / 100

    def _on_moved(self, value: int) -> None:
        self.words.setText(_("{share} %").format(share=value))
