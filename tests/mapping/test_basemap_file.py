"""The ground that ships."""

import numpy as np
import pytest
from shapely.geometry import LineString, Point, Polygon

from caseboard.mapping.basemap import Basemap, Ground, packed, unpacked
from caseboard.mapping.mercator import x_of, y_of
from caseboard.mapping.view import Bounds, fitting
from caseboard.paths import resources

KUPIANSK = (49.71003, 37.61581)


@pytest.fixture(scope="module")
def basemap():
    made = Basemap(resources() / "basemap.sqlite")
    yield made
    made.close()


def around(lat, lon):
    return fitting(Bounds(lon - 0.3, lat - 0.2, lon + 0.3, lat + 0.2), 800, 600)


def lands_at(basemap, ground, lat, lon, detail):
    point = Point(x_of(lon), y_of(lat))
    return [
        feature
        for feature in basemap.features(ground, detail, point.buffer(1e-6).bounds)
        if sum(Polygon(part).contains(point) for part in feature.parts if len(part) > 3) % 2
    ]


@pytest.mark.parametrize("detail", [0, 1, 2])
@pytest.mark.parametrize(
    ("lat", "lon", "country"),
    [
        (44.95, 34.10, "UA"),  # Simferopol
        (44.61, 33.52, "UA"),  # Sevastopol
        (*KUPIANSK, "UA"),
        (48.57, 39.33, "UA"),  # Luhansk
        (50.60, 36.59, "RU"),  # Belgorod
        (52.23, 21.01, "PL"),  # Warsaw
    ],
)
def test_each_place_is_in_its_country_and_crimea_is_ukraine(basemap, lat, lon, country, detail):
    if (detail, lat) == (0, 44.61):
        pytest.skip("a town on the shore is in the sea where the shore is drawn for the world")
    assert [f.country for f in lands_at(basemap, Ground.COUNTRY, lat, lon, detail)] == [country]


def test_countries_and_regions_have_their_names_in_both_languages(basemap):
    (country,) = lands_at(basemap, Ground.COUNTRY, *KUPIANSK, 2)
    (region,) = lands_at(basemap, Ground.REGION, *KUPIANSK, 2)
    assert (country.name, country.name_uk) == ("Ukraine", "Україна")
    assert (region.name, region.name_uk) == ("Kharkiv Oblast", "Харківська область")


def test_every_region_of_ukraine_is_named_in_both_languages(basemap):
    whole = fitting(Bounds(22, 44, 40.3, 52.5), 1600, 1000)
    ours = [f for f in basemap.features(Ground.REGION, 2, whole.box()) if f.country == "UA"]
    assert len(ours) == 27
    assert {"Crimea", "Kyiv Oblast", "Odesa Oblast"} <= {f.name for f in ours}
    assert all(feature.name and feature.name_uk for feature in ours)


def test_the_oskil_runs_within_a_kilometre_of_kupiansk(basemap):
    view = around(*KUPIANSK)
    point = Point(x_of(KUPIANSK[1]), y_of(KUPIANSK[0]))
    rivers = basemap.features(Ground.RIVER, 2, view.box())
    (oskil,) = [river for river in rivers if river.name == "Oskil"]
    away = min(LineString(part).distance(point) for part in oskil.parts)
    assert away * view.scale * view.metres < 1000
    assert oskil.name_uk == "Оскіл"


def test_parts_come_back_as_they_were_packed():
    parts = [np.array([[5, 7], [9, 3]], np.int32), np.array([[1 << 27, 2], [3, 4]], np.int32)]
    found = unpacked(packed(parts))
    assert [np.rint(part * (1 << 28)).astype(int).tolist() for part in found] == [
        part.tolist() for part in parts
    ]


def test_the_file_is_no_larger_than_it_may_be_and_says_whose_it_is(basemap):
    assert (resources() / "basemap.sqlite").stat().st_size <= 16_000_000
    assert basemap.attribution == "Natural Earth; GSHHG (LGPL); GeoNames CC BY 4.0"


def test_what_is_out_of_sight_is_not_read(basemap):
    view = around(*KUPIANSK)
    found = basemap.features(Ground.COUNTRY, 2, view.box())
    assert "UA" in {feature.country for feature in found}
    assert "PT" not in {feature.country for feature in found}
