"""Pictures of what is asked about layers: a file that is taken in, and where online tiles are."""

from caseboard.commands.layers import LayerFacts
from caseboard.commands.sources import Named
from caseboard.i18n import _
from caseboard.mapping.palette import colours
from caseboard.model.terms import SourceKind
from caseboard.runtime.settings import Settings
from caseboard.ui.forms.layer_form import LayerForm
from caseboard.ui.session import Session
from caseboard.ui.settings_dialog import MAP, SettingsDialog

FACTS = LayerFacts(
    "Reported control",
    as_of="2024-11-13",
    published="2024-11-13T18:00Z/2024-11-13T23:59Z",
    source_id=Named("Front line watch", SourceKind.MONITOR),
    estimated="assessed, not confirmed",
    attribution="Front line watch, CC BY 4.0",
    style=colours(),
)
NOTES = (
    "front_20241114.geojson · GeoJSON · 12 features",
    "2 features without a usable shape were left out.",
)


async def _keep(_facts: LayerFacts) -> None:
    """Nothing is kept of a picture."""


def form(session: Session) -> LayerForm:
    """What is asked of a file that was read."""
    case_view = session.case_view
    assert case_view is not None  # noqa: S101  the case was opened
    return LayerForm(
        case_view.desk, _("Import layer"), _("Add layer"), FACTS, _keep, session.window, notes=NOTES
    )


def settings(session: Session) -> SettingsDialog:
    """Where tiles come from, filled in."""
    chosen = Settings(map_tiles=True, map_tiles_url="https://tile.example.org/{z}/{x}/{y}.png")
    dialog = SettingsDialog(session.desk.theme, chosen, session.window)
    dialog.show_page(MAP)
    return dialog
