"""Pictures of the map: a place with all that is known there, a photo, a brushed day."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from PySide6.QtWidgets import QWidget

from caseboard.mapping.options import Grid
from caseboard.model.entities import Location
from caseboard.model.ids import CaseId
from caseboard.model.spots import Spot, SpotKind
from caseboard.store import entities
from caseboard.ui.session import Session
from caseboard.ui.views.map import MapView

Take = Callable[[QWidget, str], Awaitable[None]]
"""Takes the pictures of a widget under a name, each once its map is drawn."""
Rest = Callable[[], Awaitable[None]]
DAY = (datetime(2024, 11, 13, tzinfo=UTC), datetime(2024, 11, 14, tzinfo=UTC))


async def shoot(session: Session, case_id: CaseId, take: Take, rest: Rest) -> None:
    """Select what the sample's map holds most of, then brush a day of it."""
    case_view = session.case_view
    assert case_view is not None  # noqa: S101  the case was opened
    places = await session.desk.read(entities.ids_in_case, Location, case_id)
    session.navigator.open_view("map")
    await rest()
    view = case_view.view("map")
    assert isinstance(view, MapView)  # noqa: S101  that is what the table's view is
    first = view.list.model.rows[0]
    assert first.key.row_id in places  # noqa: S101  the places come first
    view.show_row(first.key.row_id)
    await rest()
    await take(session.window, "map-place")
    if photos := _of(view, SpotKind.PHOTO):
        view.choose({photos[0].key})
        view.showing.go_to(photos[0].key)
        await rest()
        await take(session.window, "map-photo")
    view.show_row(first.key.row_id)
    view.bar.grid_wanted.emit(Grid.UTM)
    await rest()
    await take(session.window, "map-grid")
    view.bar.grid_wanted.emit(Grid.NONE)
    case_view.desk.brush.put(*DAY)
    await rest()
    await take(session.window, "map-day")
    case_view.desk.brush.clear()
    await rest()


def _of(view: MapView, kind: SpotKind) -> list[Spot]:
    return [spot for spot in view.list.model.rows if spot.key.kind is kind]
