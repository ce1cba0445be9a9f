"""Names, styles and signs of features."""

import pytest

from caseboard.capture.layers import naming


def test_deepstate_names_come_apart_into_their_languages():
    given = {"name": "Звільнено 25.03 /// Liberated 25.03\xa0/// geoJSON.status.at {{at:25.03}}"}
    assert naming.names(given) == {
        "name": "Liberated 25.03",
        "name:uk": "Звільнено 25.03",
        "name:en": "Liberated 25.03",
    }


def test_a_name_is_found_under_what_people_call_it():
    assert naming.names({"title": "North"}) == {"name": "North"}
    assert naming.names({"name:uk": "Північ", "name_en": "North"}) == {
        "name": "Північ",
        "name:uk": "Північ",
        "name:en": "North",
    }
    assert naming.names({"name": 7}) == {}


@pytest.mark.parametrize(
    ("icon", "degrees"), [("arrow_16", 0), ("arrow_4", 90), ("arrow_12", 270), ("arrow_1", 22.5)]
)
def test_deepstate_arrows_point_where_they_point(icon, degrees):
    found = naming.properties({"description": f"{{icon={icon}}}"})
    assert found == {"marker-symbol": "arrow", "arrow": degrees}


def test_other_pictures_of_points_are_told_by_their_word():
    found = naming.properties({"description": "Рейс<br>/// Flight {icon=moscow_ship,size=32}"})
    assert found["marker-symbol"] == "moscow_ship"
    assert found["description:en"] == "Flight"
    assert "arrow" not in naming.properties({"description": "{icon=arrow_17}"})


def test_markup_in_a_description_is_read_and_not_kept():
    found = naming.properties({"description": "<b>At&nbsp;dawn</b><script>x</script>"})
    assert found["description"] == "At dawn x"


def test_colours_are_written_in_one_way_and_others_are_left():
    given = {"stroke": "#F00", "fill": "00FF0080", "marker-color": "red; background:url(x)"}
    assert naming.style(given) == {"stroke": "#ff0000", "fill": "#00ff00"}


def test_shares_and_widths_beyond_their_range_are_left():
    given = {"fill-opacity": 0.30196, "stroke-opacity": 7, "stroke-width": "2"}
    assert naming.style(given) == {"fill-opacity": 0.302, "stroke-width": 2.0}
    assert naming.style({"stroke-width": "NaN", "fill-opacity": True}) == {}


def test_properties_no_map_needs_are_left():
    assert naming.properties({"styleHash": "-77fd1820", "name": "A"}) == {"name": "A"}
