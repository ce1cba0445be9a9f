"""Whether a PDF is signed, with what, and whether a server is asked for the time."""

from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.commands.signing_briefings import Signing
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.ui.forms import fields
from caseboard.ui.forms.fields import FieldError, Named
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.files import choose_files
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme


class SignatureFields(QWidget):
    """A tick, and under it the certificate; the passphrase is kept nowhere."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.wanted = QCheckBox(_("Sign with a certificate"), self)
        self.certificate = fields.line(placeholder=_("A .p12 or .pfx file"))
        self.choose = push_button(theme, _("Choose…"), self)
        self.choose.setAccessibleName(_("Choose the certificate"))
        self.passphrase = fields.line()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.server = fields.line(placeholder="https://")
        self._inside = QWidget(self)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(theme.px(24), 0, 0, 0)
        inside.setSpacing(theme.px(8))
        file = fields.side_by_side(self.certificate, self.choose, shares=(1, 0))
        self.certificate.setAccessibleName(_("Certificate"))
        inside.addWidget(Named(_("Certificate"), file))
        said = plain_label(_("It is not stored."), self, tone="muted", size="small")
        inside.addWidget(Named(_("Passphrase"), self.passphrase, said))
        asked = _("Optional. The only thing that goes out to the network: a hash, for its time.")
        note = plain_label(asked, self, tone="muted", size="small", wrap=True)
        inside.addWidget(Named(_("Time stamp server (RFC 3161)"), self.server, note))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(self.wanted)
        column.addWidget(self._inside)
        self.warning = plain_label("", self, tone="bad", size="small", wrap=True, selectable=True)
        inside.insertWidget(0, self.warning)
        self.warn("")
        self._inside.hide()
        self.wanted.toggled.connect(self._on_wanted)
        self.choose.clicked.connect(self._choose)

    def signing(self) -> Signing | None:
        """What to sign with; None where it is not wanted. Raises `FieldError`."""
        if not self.wanted.isChecked():
            return None
        path = Path(self.certificate.text().strip()).expanduser()
        if not self.certificate.text().strip() or not path.is_file():
            error = CaseError(_("Choose the file of a certificate, or do not sign."))
            raise FieldError(error, self.certificate)
        server = self.server.text().strip()
        if server and not server.startswith(("http://", "https://")):
            error = CaseError(_("The address of a time stamp server begins with https://."))
            raise FieldError(error, self.server)
        return Signing(path, self.passphrase.text(), server)

    def warn(self, words: str) -> None:
        """Say what a signature gives away; nothing where `words` is empty."""
        self.warning.setText(words)
        self.warning.setVisible(bool(words))

    @Slot(bool)
    def _on_wanted(self, wanted: bool) -> None:
        self._inside.setVisible(wanted)
        self.changed.emit()

    @async_slot()
    async def _choose(self) -> None:
        filters = _("Certificates (*.p12 *.pfx)")
        found = await choose_files(self.window(), _("Choose the certificate"), filters)
        if found and isValid(self):
            self.certificate.setText(str(found[0]))
