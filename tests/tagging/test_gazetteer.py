"""Looking places up in the table that ships."""

import math

import pytest

from caseboard.mapping.distances import metres
from caseboard.tagging.gazetteer.entry import EntryKind
from caseboard.tagging.gazetteer.gazetteer import PATH, Gazetteer

KUPIANSK = "geonames:703656"


@pytest.fixture(scope="module")
def gazetteer():
    opened = Gazetteer(PATH)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "spelling",
    ["Kupiansk", "Kupyansk", "Kupjansk", "KUPIANSK", "Куп'янськ", "Куп’янськ", "Купянск"],
)
def test_one_town_is_found_in_every_spelling(gazetteer, spelling):
    first = gazetteer.lookup(spelling)[0]
    assert (first.id, first.country, first.state) == (KUPIANSK, "UA", "Kharkiv Oblast")
    assert first.raion == "Kupianskyi raion"


def test_official_name_is_shown(gazetteer):
    assert gazetteer.entry(KUPIANSK).name == "Kupiansk"
    assert gazetteer.lookup("Izyum")[0].name == "Izium"


@pytest.mark.parametrize(
    "name", ["Sevastopol", "Simferopol", "Kerch", "Yalta", "Crimea", "Крим", "Крым", "Севастополь"]
)
def test_crimea_is_ukraine(gazetteer, name):
    assert gazetteer.lookup(name)[0].country == "UA"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Artemivsk", "Bakhmut"),
        ("Артёмовск", "Bakhmut"),
        ("Krasnoarmeysk", "Pokrovsk"),
        ("Gorlovka", "Horlivka"),
        ("Dnipropetrovsk", "Dnipro"),
        ("Kiev", "Kyiv"),
        ("Severodonetsk", "Sievierodonetsk"),
        ("Kirovograd", "Kropyvnytskyi"),
    ],
)
def test_old_and_russian_names_lead_to_the_place_of_today(gazetteer, old, new):
    assert any(
        entry.name == new and entry.country == "UA" and not entry.is_main
        for entry in gazetteer.lookup(old)
    )


def test_settlement_known_by_its_hromada_is_an_area_and_no_dot(gazetteer):
    (synkivka,) = [
        entry for entry in gazetteer.lookup("Synkivka") if entry.raion == "Kupianskyi raion"
    ]
    assert synkivka.id.startswith("katottg:UA63")
    assert synkivka.hromada == "Petropavlivska hromada"
    assert synkivka.precision_m == 10_000


def test_settlement_with_a_point_is_found_by_its_code_too(gazetteer):
    assert gazetteer.entry("katottg:UA63080090010026457").id == KUPIANSK


def test_metropolis_reaches_farther_than_a_hamlet(gazetteer):
    kyiv = gazetteer.lookup("Kyiv")[0]
    shebekino = gazetteer.lookup("Шебекино")[0]
    assert kyiv.precision_m > shebekino.precision_m > 1000
    assert kyiv.is_capital
    assert not shebekino.is_capital


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Kharkiv Oblast", "state:UA.07"),
        ("Kharkiv region", "state:UA.07"),
        ("Харківщина", "state:UA.07"),
        ("Харьковская область", "state:UA.07"),
        ("Бєлгородська область", "state:RU.09"),
        ("Belgorod region", "state:RU.09"),
        ("Texas", "state:US.TX"),
        ("Bavaria", "state:DE.02"),
        ("Scotland", "state:GB.SCT"),
    ],
)
def test_divisions_are_found_by_what_people_call_them(gazetteer, name, id_):
    assert gazetteer.lookup(name)[0].id == id_


def test_bare_name_of_an_oblast_is_its_city(gazetteer):
    assert "state:UA.07" not in [entry.id for entry in gazetteer.lookup("Kharkiv")]


def test_abbreviation_of_a_state_says_that_it_is_one(gazetteer):
    (california,) = gazetteer.lookup("Calif.")
    assert (california.name, california.is_short, california.is_main) == ("California", True, False)


def test_georgia_of_the_united_states_is_not_called_hruziia(gazetteer):
    assert [entry.id for entry in gazetteer.lookup("Грузія")] == ["country:GE"]
    assert "state:US.GA" in [entry.id for entry in gazetteer.lookup("Джорджія")]


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("UK", "GB"),
        ("Британія", "GB"),
        ("Великобритания", "GB"),
        ("U.S.", "US"),
        ("США", "US"),
        ("РФ", "RU"),
        ("Росія", "RU"),
        ("Rosja", "RU"),
        ("Туреччина", "TR"),
        ("North Korea", "KP"),
        ("Czech Republic", "CZ"),
    ],
)
def test_countries_are_found_by_their_usual_names(gazetteer, name, country):
    first = gazetteer.lookup(name)[0]
    assert (first.kind, first.country) == (EntryKind.COUNTRY, country)


def test_counties_of_one_name_are_told_apart_by_their_state(gazetteer):
    states = {entry.state for entry in gazetteer.lookup("Harris County")}
    assert {"Texas", "Georgia"} <= states
    assert gazetteer.lookup("Orleans Parish")[0].state == "Louisiana"


def test_saint_is_spelt_in_three_ways(gazetteer):
    ids = [gazetteer.lookup(name)[0].id for name in ("St. Louis", "St Louis", "Saint Louis")]
    assert len(set(ids)) == 1


def test_city_stands_before_the_division_called_after_it(gazetteer):
    assert gazetteer.lookup("Tehran")[0].kind is EntryKind.CITY


def test_river_has_points_along_it(gazetteer):
    oskil = gazetteer.entry("region:oskil")
    kupiansk = gazetteer.entry(KUPIANSK)
    assert oskil.kind is EntryKind.RIVER
    assert min(metres(kupiansk.lat, kupiansk.lon, *point) for point in oskil.anchors) < 1000


def test_further_names_are_written_as_people_write_them(gazetteer):
    assert gazetteer.aliases(KUPIANSK) == ("Куп’янськ", "Купянск")
    assert gazetteer.aliases("region:donbas") == ("Донбас", "Донбасс")
    assert gazetteer.aliases("region:nowhere") == ()


def test_name_nobody_has_is_found_nowhere(gazetteer):
    assert gazetteer.lookup("Qwertyville") == []
    assert gazetteer.lookup("") == []
    assert gazetteer.entry("geonames:999999999") is None
    assert gazetteer.entry("nonsense") is None


def test_nearest_settlement_has_its_distance_and_bearing(gazetteer):
    near = gazetteer.nearest(49.70, 37.60)
    assert near.entry.id == KUPIANSK
    assert 1_500 < near.metres < 1_700
    assert 40 < near.bearing < 50


def test_nearest_is_never_a_place_known_by_its_hromada(gazetteer):
    around = gazetteer.around(49.7205, 37.7090, 500)
    assert any(near.entry.precision_m == 10_000 for near in around)
    assert gazetteer.nearest(49.7205, 37.7090).entry.name == "Petropavlivka"


def test_nearest_on_the_ocean_is_nothing(gazetteer):
    assert gazetteer.nearest(-45.0, -130.0) is None


@pytest.mark.parametrize("lat", [-90.0, 89.99, 90.0])
def test_poles_and_silly_distances_are_looked_at_in_no_time(gazetteer, lat):
    assert len(gazetteer.around(lat, 180.0, math.inf)) < 10


def test_what_lies_across_the_date_line_is_near(gazetteer):
    east = {near.entry.id for near in gazetteer.around(-16.8, 179.99, 200_000)}
    west = {near.entry.id for near in gazetteer.around(-16.8, -179.99, 200_000)}
    assert east
    assert east & west


def test_names_are_found_by_how_they_begin_the_very_name_first(gazetteer):
    found = gazetteer.beginning("Kupiansk")
    assert found[0].name == "Kupiansk"
    assert "Kupiansk-Vuzlovyi" in [entry.name for entry in found]
    assert len({entry.id for entry in found}) == len(found)
    assert len(gazetteer.beginning("Kup", 5)) == 5
    assert any(entry.name == "Synkivka" for entry in gazetteer.beginning("Синьк", 60))


@pytest.mark.parametrize("name", ["", "’", "qqqqxyz"])
def test_nothing_begins_like_that(gazetteer, name):
    assert gazetteer.beginning(name) == []
