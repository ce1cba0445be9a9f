"""The names of seas and oceans, which the ground has no outlines for."""

from collections.abc import Iterator
from typing import NamedTuple

from caseboard.mapping import lettering
from caseboard.mapping.naming import Naming
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import Align, Face, Words


class Sea(NamedTuple):
    """A name at a position in degrees, from one zoom up to another."""

    english: str
    ukrainian: str
    lat: float
    lon: float
    farthest: float
    nearest: float


SEAS = (
    Sea("Atlantic Ocean", "Атлантичний океан", 33.0, -40.0, 1.5, 4.5),
    Sea("Atlantic Ocean", "Атлантичний океан", -25.0, -15.0, 1.5, 4.5),
    Sea("Pacific Ocean", "Тихий океан", 20.0, -150.0, 1.5, 4.5),
    Sea("Pacific Ocean", "Тихий океан", 25.0, 165.0, 1.5, 4.5),
    Sea("Pacific Ocean", "Тихий океан", -30.0, -120.0, 1.5, 4.5),
    Sea("Indian Ocean", "Індійський океан", -20.0, 80.0, 1.5, 4.5),
    Sea("Arctic Ocean", "Північний Льодовитий океан", 79.0, -3.0, 2.0, 4.5),
    Sea("Mediterranean Sea", "Середземне море", 34.3, 18.5, 3.4, 6.5),
    Sea("Black Sea", "Чорне море", 43.3, 34.2, 3.6, 8.0),
    Sea("Black Sea", "Чорне море", 45.2, 31.3, 6.2, 9.5),
    Sea("Sea of Azov", "Азовське море", 46.05, 36.6, 5.6, 9.5),
    Sea("Caspian Sea", "Каспійське море", 42.0, 50.6, 3.6, 7.0),
    Sea("Baltic Sea", "Балтійське море", 56.4, 18.6, 4.2, 7.5),
    Sea("North Sea", "Північне море", 56.5, 3.2, 3.8, 7.5),
    Sea("Norwegian Sea", "Норвезьке море", 68.0, 3.0, 3.4, 6.5),
    Sea("Barents Sea", "Баренцове море", 74.0, 38.0, 3.2, 6.5),
    Sea("White Sea", "Біле море", 65.6, 38.0, 5.4, 8.0),
    Sea("Red Sea", "Червоне море", 20.5, 38.4, 4.2, 7.0),
    Sea("Persian Gulf", "Перська затока", 27.0, 51.2, 4.4, 7.5),
    Sea("Arabian Sea", "Аравійське море", 14.0, 64.0, 3.0, 6.5),
    Sea("Aegean Sea", "Егейське море", 38.9, 25.0, 5.4, 8.0),
    Sea("Adriatic Sea", "Адріатичне море", 43.0, 15.6, 5.2, 8.0),
    Sea("Bay of Biscay", "Біскайська затока", 45.2, -4.6, 4.6, 7.5),
    Sea("Bay of Bengal", "Бенгальська затока", 14.5, 88.0, 3.2, 6.5),
    Sea("South China Sea", "Південнокитайське море", 14.5, 115.0, 3.2, 6.5),
    Sea("Sea of Japan", "Японське море", 39.8, 134.5, 3.8, 7.0),
    Sea("Sea of Okhotsk", "Охотське море", 54.0, 149.0, 3.2, 6.5),
    Sea("Bering Sea", "Берингове море", 58.0, -178.0, 2.8, 6.0),
    Sea("Caribbean Sea", "Карибське море", 15.0, -75.0, 3.0, 6.5),
    Sea("Gulf of Mexico", "Мексиканська затока", 25.3, -90.0, 3.4, 6.5),
    Sea("Hudson Bay", "Гудзонова затока", 60.0, -85.5, 3.2, 6.5),
)
_SIZE, _SPACING = 12.0, 1.6


def drawn(naming: Naming) -> Iterator[Words]:
    """Those of the zoom, where there is room."""
    view = naming.page.view
    for sea in SEAS:
        if not sea.farthest <= view.zoom < sea.nearest:
            continue
        text = sea.ukrainian if naming.language == "uk" else sea.english
        x, y = view.to_view(sea.lat, sea.lon)
        half = lettering.width(text, _SIZE, Face.ITALIC, _SPACING) / 2
        if naming.room.claim(Rect(x - half - 4, y - _SIZE, x + half + 4, y + 5)):
            look = naming.look
            yield Words(
                x + _SPACING / 2,
                y,
                text,
                _SIZE,
                look.water_text,
                Face.ITALIC,
                Align.MIDDLE,
                spacing=_SPACING,
            )
