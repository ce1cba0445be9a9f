"""No label, tooltip or message of the program guesses whether its words are HTML."""

import pytest
from richtext import LABELS, findings

from support import PROJECT

PACKAGE = PROJECT / "desktop" / "caseboard"


def modules():
    """All but those of the process that draws pages, which shows nobody a word."""
    found = (path for path in sorted(PACKAGE.rglob("*.py")) if not path.match(f"*/{LABELS}"))
    return [path for path in found if path.parent.name != "rendering"]


def test_there_are_modules_to_look_at():
    assert PACKAGE / "ui" / "lib" / "messages.py" in modules()
    assert (PACKAGE / LABELS).exists()


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_word_shown_is_plain(path):
    if "PySide6" not in (source := path.read_text("utf-8")):
        return
    assert findings(source) == []


@pytest.mark.parametrize(
    "bad",
    [
        "label = QLabel(title)",
        "label = QtWidgets.QLabel()",
        "class Title(QLabel): ...",
        "class Title(QtWidgets.QLabel): ...",
        "button.setToolTip(clip.title)",
        "button.setToolTip(_('Close'))",
        "tabs.setTabToolTip(0, title)",
        "QToolTip.showText(place, title)",
        "box = QMessageBox(icon, '', str(error))",
        "QMessageBox.warning(self, 'Caseboard', text)",
        "box.setInformativeText(hint)",
        "label.setTextFormat(Qt.TextFormat.RichText)",
        "widget.setWhatsThis(title)",
        "form.addRow(_('Title'), field)",
        "form.addRow(f'{title}', field)",
        "dialog.exec()",
        "QFileDialog.getOpenFileName(self)",
        "def data(self, index, role):\n    return title if role == Qt.ToolTipRole else None",
    ],
)
def test_a_bare_one_is_found(bad):
    assert len(findings(bad)) >= 1


@pytest.mark.parametrize(
    "good",
    [
        "label = plain_label(title)",
        "label.setText(title)",
        "plain_tooltip(button, clip.title)",
        "button.setToolTip('')",
        "tabs.setTabToolTip(0, plain_tip(title))",
        "form.addRow(plain_label(_('Title')), field)",
        "session.exec_driver_sql('x')",
        "def data(self, index, role):\n    return plain_tip(a) if role == Qt.ToolTipRole else 0",
    ],
)
def test_a_plain_one_is_let_pass(good):
    assert findings(good) == []
