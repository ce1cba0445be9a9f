"""What the map remembers between two starts."""

import pytest

from caseboard.mapping.coordinates import Notation
from caseboard.mapping.options import Grid
from caseboard.mapping.view import Bounds, fitting
from caseboard.model.spots import SpotKind
from caseboard.runtime.settings import SettingsFile
from caseboard.ui.views.map_kept import MapKept

CASE = "01"


@pytest.fixture
def path(tmp_path):
    return tmp_path / "settings.json"


@pytest.fixture
def kept(path):
    return MapKept(SettingsFile(path), CASE)


def test_a_new_case_has_everything_as_at_first(kept):
    assert kept.place is None
    assert kept.is_folded is None
    assert kept.kinds == frozenset(SpotKind)
    assert (kept.grid, kept.notation) == (Grid.NONE, Notation.MGRS)


def test_all_of_it_is_there_after_a_restart(kept, path):
    view = fitting(Bounds(37.0, 49.0, 38.0, 50.0), 800, 600)
    kept.keep_view(view)
    kept.keep_kinds({SpotKind.PLACE})
    kept.keep_folded(is_folded=False)
    kept.keep_grid(Grid.UTM)
    kept.keep_notation(Notation.DMS)
    again = MapKept(SettingsFile(path), CASE)
    assert again.place == pytest.approx((view.lat, view.lon, view.zoom), abs=0.01)
    assert again.kinds == {SpotKind.PLACE}
    assert again.is_folded is False
    assert (again.grid, again.notation) == (Grid.UTM, Notation.DMS)


def test_another_case_has_a_view_of_its_own_and_the_same_notation(kept, path):
    kept.keep_view(fitting(Bounds(37.0, 49.0, 38.0, 50.0), 800, 600))
    kept.keep_kinds(())
    kept.keep_notation(Notation.UTM)
    other = MapKept(SettingsFile(path), "02")
    assert other.place is None
    assert other.kinds == frozenset(SpotKind)
    assert other.notation is Notation.UTM


@pytest.mark.parametrize("text", ["", "here", "1 2", "95 0 3", "1 2 99", "1 2 nan", "1 2 3 4"])
def test_a_view_that_cannot_be_is_as_none(path, text):
    settings = SettingsFile(path)
    settings.change(choices={"map.01.view": text, "map.grid": "stars", "map.notation": "none"})
    kept = MapKept(settings, CASE)
    assert kept.place is None
    assert (kept.grid, kept.notation) == (Grid.NONE, Notation.MGRS)
