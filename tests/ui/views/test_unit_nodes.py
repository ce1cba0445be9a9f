"""The tree of units as it is shown."""

import pytest

from caseboard.model.entities import Unit
from caseboard.model.terms import Side
from caseboard.store.unit_pages import UnitLine
from caseboard.ui.itemmodels.unit_nodes import Arrangement, group_title, grow


def lines(*rows):
    """Units by name, parent, country and side."""
    return [
        UnitLine(name, Unit(id=name, name=name, parent_id=parent, country=country, side=side))
        for name, parent, country, side in rows
    ]


def shown(node):
    return {part.title or part.id: shown(part) for part in node.parts}


ARMY = ("Army", None, "RU", Side.HOSTILE)
CORPS = ("Corps", None, "UA", Side.FRIEND)
BRIGADE = ("Brigade", "Corps", "UA", Side.FRIEND)
COLUMNS = ("Columns", None, "", Side.HOSTILE)
STRAY = ("Stray", "binned", "UA", Side.FRIEND)


def test_one_country_needs_no_heading():
    assert shown(grow(lines(CORPS, BRIGADE))) == {"Corps": {"Brigade": {}}}


def test_friends_stand_before_foes_and_those_of_no_country_by_their_side():
    tree = shown(grow(lines(ARMY, COLUMNS, CORPS, BRIGADE)))
    assert list(tree) == ["Ukraine", "Country not known, hostile", "Russia"]
    assert tree["Ukraine"] == {"Corps": {"Brigade": {}}}


def test_a_unit_stands_where_the_top_of_its_formation_does():
    legion = ("Legion", "Corps", "GE", Side.FRIEND)
    assert shown(grow(lines(CORPS, legion))) == {"Corps": {"Legion": {}}}


def test_a_unit_whose_parent_is_not_here_stands_alone():
    assert shown(grow(lines(STRAY))) == {"Stray": {}}


def test_units_whose_parents_go_in_a_circle_are_shown():
    circle = lines(("One", "Two", "UA", Side.FRIEND), ("Two", "One", "UA", Side.FRIEND))
    assert shown(grow(circle)) == {"One": {"Two": {}}}


def test_every_node_knows_its_row():
    root = grow(lines(CORPS, BRIGADE, ARMY, COLUMNS))
    for node in (root, *root.walk()):
        assert [part.row for part in node.parts] == list(range(len(node.parts)))
        assert all(part.above is node for part in node.parts)


def test_what_holds_the_words_keeps_all_its_parts_and_all_above_it():
    battalion = ("Battalion", "Brigade", "UA", Side.FRIEND)
    other = ("Other", "Corps", "UA", Side.FRIEND)
    every = lines(CORPS, BRIGADE, battalion, other, ARMY)
    found = grow(every, typed="briga")
    assert shown(found) == {"Corps": {"Brigade": {"Battalion": {}}}}
    assert shown(grow(every, typed="nobody")) == {}


def test_by_name_nothing_stands_under_anything():
    found = grow(lines(CORPS, BRIGADE), Arrangement.NAME)
    assert list(shown(found)) == ["Brigade", "Corps"]


def test_one_group_alone_has_no_heading():
    assert shown(grow(lines(CORPS, ARMY), only="RU")) == {"Army": {}}


@pytest.mark.parametrize(
    ("key", "title"),
    [
        ("UA", "Ukraine"),
        ("=hostile", "Country not known, hostile"),
        ("=unknown", "Of unknown side"),
    ],
)
def test_groups_are_called_by_country_or_side(key, title):
    assert group_title(key) == title
