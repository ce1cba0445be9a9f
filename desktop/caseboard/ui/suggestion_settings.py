"""Whether new clips are looked through, and with which language model of one's own."""

import importlib.util

from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.runtime.settings import Settings
from caseboard.ui.forms.fields import Named
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme


class SuggestionSettings(QWidget):
    """A page of the settings."""

    def __init__(self, theme: Theme, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_on = QCheckBox(_("Look for places, units and people in new clips"), self)
        self.is_on.setChecked(settings.suggest)
        self.model = QLineEdit(settings.spacy_model, self)
        self.model.setPlaceholderText(_("none"))
        has_spacy = importlib.util.find_spec("spacy") is not None
        self.model.setEnabled(has_spacy or bool(settings.spacy_model))
        px = theme.px
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(self.is_on)
        column.addWidget(self._note(_("It is done on this machine, and nothing is tagged by it.")))
        column.addSpacing(px(8))
        column.addWidget(Named(_("Pipeline of spaCy, by its name"), self.model))
        column.addWidget(self._note(_model_note() if has_spacy else _no_spacy_note()))
        column.addStretch(1)

    def choices(self) -> dict[str, object]:
        """What was chosen, by the names of `Settings`."""
        return {"suggest": self.is_on.isChecked(), "spacy_model": self.model.text().strip()}

    def _note(self, text: str) -> QWidget:
        return plain_label(text, self, tone="muted", size="small", wrap=True)


def _model_note() -> str:
    return _(
        "It may add names that were not found without it, none of them above 90 %. "
        "Nothing is downloaded: the pipeline has to be installed."
    )


def _no_spacy_note() -> str:
    return _("spaCy is not installed beside this program, so there is no pipeline to choose.")
