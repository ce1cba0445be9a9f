"""A row of the exports of a briefing: version, when, the file's name and its hash."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from caseboard.briefing.words import utc
from caseboard.i18n import _
from caseboard.model.terms import ExportForm
from caseboard.model.work import BriefingExport
from caseboard.ui.delegates.ground import paint_ground
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib.theme import Theme, Weight

Index = QModelIndex | QPersistentModelIndex
HALF = 32  # letters of the hash on a line


class ExportDelegate(QStyledItemDelegate):
    """The hash stands on two lines, in full."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = sum(QFontMetrics(font).height() for font in self._fonts())
        return QSize(self._theme.px(160), height + self._theme.px(24))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        any_option: Any = option  # Qt's stubs leave its fields out
        export: BriefingExport = index.data(Role.ROW)
        px, tokens = self._theme.px, self._theme.tokens
        painter.save()
        paint_ground(painter, self._theme, any_option.rect, any_option.state)
        rect: QRect = any_option.rect.adjusted(px(14), px(9), -px(8), -px(8))
        lines = (
            _("Version {number}").format(number=export.version),
            utc(export.exported),
            form_words(export),
            export.name,
            export.sha256[:HALF],
            export.sha256[HALF:],
        )
        top = rect.top()
        for place, (text, font) in enumerate(zip(lines, self._fonts(), strict=True)):
            painter.setFont(font)
            painter.setPen(tokens.text if place in {0, 3} else tokens.muted)
            metrics = painter.fontMetrics()
            room = QRect(rect.left(), top, rect.width(), metrics.height())
            mode = Qt.TextElideMode.ElideMiddle
            shown = metrics.elidedText(text, mode, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)
            top += metrics.height() + px(1)
        painter.restore()

    def _fonts(self) -> tuple[QFont, ...]:
        theme = self._theme
        small, mono = theme.ui_font(11.5), theme.mono_font(11)
        return theme.ui_font(13, Weight.DemiBold), small, small, theme.ui_font(12), mono, mono


def form_words(export: BriefingExport) -> str:
    """What it was written as, how it is marked, and whether something was left out."""
    words = [_forms()[export.form], export.marking]
    words += [_("release copy")] * export.is_release + [_("signed")] * export.is_signed
    return " · ".join(word for word in words if word)


def _forms() -> dict[ExportForm, str]:
    return {
        ExportForm.PDF: "PDF",
        ExportForm.HTML: "HTML",
        ExportForm.DOCX: "DOCX",
        ExportForm.MARKDOWN: "Markdown",
        ExportForm.FOLDER: _("Folder"),
        ExportForm.BAG: _("BagIt bag"),
    }


def export_words(export: BriefingExport) -> str:
    """All that a row shows, as a screen reader says it."""
    return _("Version {number}, {when}, {form}, {name}, SHA-256 {hash}").format(
        number=export.version,
        when=utc(export.exported),
        form=form_words(export),
        name=export.name,
        hash=export.sha256,
    )
