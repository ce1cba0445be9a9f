"""What is written in one section: its texts under one row of tools."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding
from caseboard.i18n import _
from caseboard.model.terms import Confidence, Marking, Passage
from caseboard.model.work import Briefing
from caseboard.ui import words
from caseboard.ui.briefing import section_words
from caseboard.ui.briefing.assumptions import AssumptionsField
from caseboard.ui.briefing.format_bar import FormatBar
from caseboard.ui.briefing.judgements import JudgementsField
from caseboard.ui.briefing.menu_choice import MenuChoice
from caseboard.ui.briefing.named import named
from caseboard.ui.briefing.text import BriefingText
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import Choice
from caseboard.ui.lib.buttons import link_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.navigation import Navigator

JUDGING = {SectionKind.BOTTOM_LINE, SectionKind.JUDGEMENTS, SectionKind.ASSESSMENT}
"""Where words of likelihood belong; what is reported has none."""


class Basis(StrEnum):
    """A confidence, or none."""

    NONE = ""
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class SectionEditor(QWidget):
    """Holds what is written of one section; `show` fills it, `taken` says what it holds now."""

    changed = Signal()
    entered = Signal()
    """The keyboard has come to one of its texts."""
    marked = Signal(str)
    """The section has another marking than the briefing, or none of its own."""

    def __init__(
        self, desk: CaseDesk, navigator: Navigator, kind: SectionKind, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self._desk, self._navigator = desk, navigator
        theme = desk.desk.theme
        self.texts: dict[str, BriefingText] = {}
        """By the name of their field in `Briefing`: `bottom_line`, `texts.situation`."""
        self.bar = FormatBar(theme, desk.case.ladder, self)
        self.bar.turned.connect(lambda _text: self.entered.emit())
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(theme.px(8))
        self.column.addWidget(self.bar)
        self._build()
        self.bar.offer(lists=kind is not SectionKind.JUDGEMENTS, likelihood=kind in JUDGING)
        self.set_tools(shown=True)
        self._say_where_from()
        self.marking = MenuChoice(_("Marking of this section"), _markings(), self)
        self.marking.chosen.connect(lambda: self.marked.emit(self.marking.current))
        self.marking.hide()
        self.column.addWidget(self.marking, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def is_written(self) -> bool:
        """Whether it has anything to write in."""
        return bool(self.texts)

    def show_briefing(self, briefing: Briefing) -> None:
        """Fill in what the briefing says."""
        self.bar.language = briefing.language
        self.marking.setVisible(briefing.has_portion_marks)
        for field, text in self.texts.items():
            text.show_text(_value(briefing, field))

    def taken(self) -> dict[str, Any]:
        """The fields of a briefing as they stand here; passages under `texts`."""
        found: dict[str, Any] = {"texts": {}}
        for field, text in self.texts.items():
            name, _dot, passage = field.partition(".")
            if passage:
                found["texts"][passage] = text.text()
            else:
                found[name] = text.text()
        return found

    def field(self, name: str, index: int) -> QWidget | None:
        """What a field of the briefing is written in, if that is here."""
        del index
        return self.texts.get(name)

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Mark what is held against the texts written here."""
        at: dict[BriefingText, list[Finding]] = {}
        for each in found:
            field = self.field(each.where.field, each.where.index)
            if isinstance(field, BriefingText):
                at.setdefault(field, []).append(each)
        for text in self.findChildren(BriefingText):
            text.show_findings(at.get(text, ()))

    def paragraphs(self) -> int:
        """How many are written here."""
        texts = (text.text() for text in self.texts.values())
        return sum(bool(part.strip()) for text in texts for part in text.split("\n\n"))

    def set_writable(self, *, writable: bool) -> None:
        """Let it be changed, or only be read."""
        self.bar.setEnabled(writable)
        self.marking.setEnabled(writable)
        for text in self.texts.values():
            text.setReadOnly(not writable)

    def set_tools(self, *, shown: bool) -> None:
        """Show its own row of tools, or leave that to one that serves all."""
        self.bar.setVisible(shown and bool(self.texts))

    def first(self) -> QWidget | None:
        """Where the keyboard goes first."""
        return next(iter(self.texts.values()), None)

    def _build(self) -> None:
        for each in section_words.PASSAGES.get(self.kind, ()):
            self._add_passage(each)

    def _add_passage(self, each: Passage) -> None:
        text = self._text(f"texts.{each.value}")
        text.setPlaceholderText(section_words.left_empty(each))
        self.column.addWidget(named(section_words.passage(each), text))

    def _text(self, field: str, *, lines: int = 3) -> BriefingText:
        text = BriefingText(self._desk, self._navigator, lines=lines)
        text.setAccessibleName("")
        self.texts[field] = text
        self.bar.serve(text)
        text.typed.connect(self.changed)
        return text

    def _say_where_from(self) -> None:
        """Say what else the section is made from, and lead there."""
        words = section_words.made_from(self.kind)
        if words:
            self.column.addWidget(plain_label(words, self, tone="muted", size="small", wrap=True))
        view = section_words.view_of(self.kind)
        if view:
            self.leads = link_button(section_words.view_name(view), self)
            self.leads.clicked.connect(lambda: self._navigator.open_view(view))
            self.column.addWidget(self.leads, 0, Qt.AlignmentFlag.AlignLeft)


class BottomLineEditor(SectionEditor):
    """Two to four sentences."""

    @override
    def _build(self) -> None:
        text = self._text("bottom_line")
        text.setPlaceholderText(_("Two to four sentences: what it comes to"))
        text.setAccessibleName(_("Bottom line"))
        self.column.addWidget(text)


class JudgementsEditor(SectionEditor):
    """The judgements, and on a line of its own how confident the analyst is in them."""

    @override
    def _build(self) -> None:
        self.judgements = JudgementsField(self._desk, self._navigator, self.bar, self)
        self.confidence = Choice(_basis_options())
        basis = self._text("confidence_basis", lines=2)
        basis.setPlaceholderText(_("What it rests on, and what is missing"))
        self.column.addWidget(self.judgements)
        self.column.addWidget(named(_("Confidence"), self.confidence))
        self.column.addWidget(named(_("Basis of the confidence"), basis))
        self.judgements.changed.connect(self.changed)
        self.confidence.currentIndexChanged.connect(self.changed)

    @override
    def show_briefing(self, briefing: Briefing) -> None:
        super().show_briefing(briefing)
        self.judgements.show_judgements(briefing.judgements)
        self.confidence.choose(Basis(briefing.confidence or ""))

    @override
    def taken(self) -> dict[str, Any]:
        confidence = self.confidence.member
        return {
            **super().taken(),
            "judgements": self.judgements.judgements(),
            "confidence": Confidence(confidence) if confidence else None,
        }

    @override
    def field(self, name: str, index: int) -> QWidget | None:
        if name == "judgements":
            return self.judgements.text(index) or self.judgements.add_button
        return self.confidence if name == "confidence" else super().field(name, index)

    @override
    def paragraphs(self) -> int:
        return len(self.judgements.judgements())

    @override
    def set_writable(self, *, writable: bool) -> None:
        super().set_writable(writable=writable)
        self.judgements.set_writable(writable=writable)
        self.confidence.setEnabled(writable)

    @override
    def first(self) -> QWidget | None:
        return self.judgements.text(0) or self.judgements.add_button


class AssessmentEditor(SectionEditor):
    """What the analyst makes of it, and what that takes for granted."""

    @override
    def _build(self) -> None:
        super()._build()
        self.assumptions = AssumptionsField(self._desk, self._navigator, self.bar, self)
        self.column.addWidget(named(_("Assumptions"), self.assumptions))
        self.assumptions.changed.connect(self.changed)

    @override
    def show_briefing(self, briefing: Briefing) -> None:
        super().show_briefing(briefing)
        self.assumptions.show_assumptions(briefing.assumptions)

    @override
    def taken(self) -> dict[str, Any]:
        return {**super().taken(), "assumptions": self.assumptions.assumptions()}

    @override
    def field(self, name: str, index: int) -> QWidget | None:
        if name == "assumptions":
            return self.assumptions.text(index) or self.assumptions.add_button
        return super().field(name, index)

    @override
    def paragraphs(self) -> int:
        return super().paragraphs() + len(self.assumptions.assumptions())

    @override
    def set_writable(self, *, writable: bool) -> None:
        super().set_writable(writable=writable)
        self.assumptions.set_writable(writable=writable)


_EDITORS: Mapping[SectionKind, type[SectionEditor]] = {
    SectionKind.BOTTOM_LINE: BottomLineEditor,
    SectionKind.JUDGEMENTS: JudgementsEditor,
    SectionKind.ASSESSMENT: AssessmentEditor,
}


def made(desk: CaseDesk, navigator: Navigator, kind: SectionKind, parent: QWidget) -> SectionEditor:
    """What a section of this kind is written in."""
    return _EDITORS.get(kind, SectionEditor)(desk, navigator, kind, parent)


def _markings() -> list[tuple[str, str]]:
    own = [(marking.value, marking.value) for marking in Marking]
    return [("", _("Marked as the briefing")), *own]


def _value(briefing: Briefing, field: str) -> str:
    name, _dot, passage = field.partition(".")
    if passage:
        return str(briefing.texts.get(passage, ""))
    return str(getattr(briefing, name))


def _basis_options() -> list[tuple[Basis, str]]:
    return [(basis, words.term(Confidence(basis)) if basis else _("Not stated")) for basis in Basis]
