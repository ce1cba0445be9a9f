"""A field for a time, which says at once how it was understood."""

from typing_extensions import override

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.ui.forms.fields import FieldError
from caseboard.ui.forms.typed_moment import edtf_of
from caseboard.ui.forms.understood_field import UnderstoodField
from caseboard.ui.lib.theme import Theme


class MomentField(UnderstoodField):
    """EDTF, or a date as it is printed; under it stands what that means."""

    def __init__(self, theme: Theme, name: str, edtf: str = "") -> None:
        super().__init__(theme, name, edtf, _("14 Nov 2024 11:39"))
        self.read()

    def edtf(self) -> str:
        """What was typed, as EDTF; raises `FieldError` where it is none."""
        try:
            return edtf_of(self.line.text())
        except CaseError as error:
            raise FieldError(error, self.line) from error

    @override
    def understood(self) -> tuple[str, bool]:
        """The moment in words; its EDTF beside them where that is not what was typed."""
        try:
            edtf = self.edtf()
        except CaseError as error:
            return f"{error} {error.hint}", True
        if not edtf:
            return "", False
        shown = moments.show(edtf)
        is_edtf = edtf == self.line.text().strip()
        return shown if is_edtf else f"{shown} · {edtf}", False
