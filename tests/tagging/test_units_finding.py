"""Units as a whole: known ones first, later mentions, what was turned down, and speed."""

import time

import pytest

from caseboard.model.terms import Branch, Echelon, Side
from caseboard.tagging import units
from caseboard.tagging.context import EMPTY, Context
from caseboard.tagging.document import Document
from caseboard.tagging.suggestions import Kind, UnitSuggestion
from support import real_input


def find(text, context=EMPTY):
    return units.find(Document(text), context)


def known(**fields):
    return UnitSuggestion(start=0, end=0, surface="", **fields)


def test_a_unit_of_the_case_comes_with_its_id():
    ours = known(
        name="Oleshky Ferry Group",
        aliases=("Ferry Group",),
        country="UA",
        echelon=Echelon.BATTALION,
        known_id="u1",
    )
    (unit,) = find("The Ferry Group crossed at night.", Context(units=(ours,)))
    assert (unit.known_id, unit.name, unit.country) == ("u1", "Oleshky Ferry Group", "UA")
    assert unit.score >= 0.95
    assert unit.key == "u1"


def test_a_unit_of_the_case_is_preferred_to_one_of_the_same_number():
    ours = known(
        name="155th Brigade",
        designation="155",
        country="UA",
        echelon=Echelon.BRIGADE,
        branch=Branch.MECHANIZED,
        known_id="u2",
    )
    (unit,) = find("Солдат 155-й бригады сдался.", Context(units=(ours,)))
    assert unit.known_id == "u2"
    (stranger,) = find("Солдат 155-й бригады сдался.")
    assert (stranger.country, stranger.known_id) == ("", "")


def test_a_unit_of_the_case_that_is_listed_keeps_both_ids():
    ours = known(
        name="Khartia Brigade",
        unit_id="ua-ng-khartia",
        designation="13",
        country="UA",
        echelon=Echelon.BRIGADE,
        branch=Branch.INFANTRY,
        aliases=("Хартія",),
        known_id="u3",
    )
    (unit,) = find("The 13th Khartia Brigade fired.", Context(units=(ours,)))
    assert (unit.known_id, unit.unit_id) == ("u3", "ua-ng-khartia")


def test_words_that_were_turned_down_are_not_proposed_again():
    context = Context(rejected=frozenset({(Kind.UNIT, "khartia brigade")}))
    assert find("The Khartia Brigade fired.", context) == []
    other = Context(rejected=frozenset({(Kind.LOCATION, "khartia brigade")}))
    assert len(find("The Khartia Brigade fired.", other)) == 1


def test_the_sides_are_those_of_the_case():
    context = Context(sides={"RU": Side.NEUTRAL})
    (unit,) = find("The 4th Guards Tank Division left.", context)
    assert unit.side is Side.NEUTRAL
    assert unit.sidc == "10041000211205000000"


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("The 92nd Brigade held. The 92nd was there.", ["92nd Brigade", "92nd"]),
        ("The Nemesis Brigade flew. Then Nemesis left.", ["Nemesis Brigade", "Nemesis"]),
        ("92-га бригада стоїть. Там 92-га відбила атаку.", ["92-га бригада", "92-га"]),
        ("Бригада «Азов» стоїть. Потім «Азов» відійшов.", ["Бригада «Азов»", "Азов"]),
    ],
)
def test_later_mentions_by_less_have_the_same_key(text, surfaces):
    found = find(text)
    assert [unit.surface for unit in found] == surfaces
    assert len({unit.key for unit in found}) == 1
    assert found[1].score < found[0].score


@pytest.mark.parametrize(
    "text",
    [
        "The 92nd Brigade held. On the 92nd day it left.",
        "The 92nd Brigade held. The 92nd anniversary came.",
        "The 14th Brigade held. By the 14th, it had left.",
        "92-га бригада стоїть. Минула 92-га річниця.",
        "The Nemesis Brigade flew. The brigade left.",
        "Ships crossed the Azov Sea. Azov is warm.",
    ],
)
def test_numbers_and_names_of_other_things_are_no_later_mentions(text):
    assert len(find(text)) == text.count("Brigade") + text.count("бригада")


def test_a_battalion_names_the_brigade_it_is_part_of():
    battalion, brigade = find("the 1st battalion of the 47th Mechanized Brigade")
    assert battalion.parent == brigade.key
    assert battalion.name.startswith("1st Battalion, 47th")
    assert battalion.country == "UA"
    other, _brigade = find("the 1st battalion of the 93rd Mechanized Brigade")
    assert other.key != battalion.key


def test_an_owner_before_a_unit_lends_it_its_country():
    army, division = find("Russia's 1st Guards Tank Army's 999th Division")
    assert (army.country, division.country, division.parent) == ("RU", "RU", army.key)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The 999th Motor Rifle Regiment left.", "RU"),
        ("The 999th Mountain Assault Battalion left.", "UA"),
        ("The 999th Guards Regiment left.", "RU"),
        ("The 999th Regiment left.", ""),
        ("Ukraine's 999th Regiment left.", "UA"),
        ("The 999th Regiment of the Russian Army left.", "RU"),
        ("999-та дивізія відійшла.", "RU"),
        ("999-й полк ЗСУ відійшов.", "UA"),
        ("999-я бригада ВС РФ отошла.", "RU"),
        ("The U.S. 999th Infantry Division trained.", "US"),
        ("He told us 999th Regiment stories.", ""),
    ],
)
def test_a_unit_no_table_has_gets_its_country_from_words_or_naming(text, country):
    (unit,) = find(text)
    assert unit.designation == "999"
    assert unit.country == country
    assert unit.unit_id == ""


@pytest.mark.parametrize(
    "text",
    [
        "General Staff",
        "Ukrainian National Guard",
        "World War II",
        "24th Street",
        "2nd Division football club",
        "first brigade of firefighters",
        "the 3rd army of volunteers",
        "in 2024 divisions of the firm",
        "BM-21 of the Ukrainian army",
        "a Russian Army officer",
        "the 101st Congress",
        "the U.S. Army Corps of Engineers",
        "the Salvation Army",
        "II World War brigade of memories",
        "Бессмертный полк",
        "друга зміна бригади",
        "Azov",
        "Sea of Azov coast",
    ],
)
def test_what_only_looks_like_a_unit_is_none(text):
    assert find(f"Then there was {text} too, they say.") == []


@pytest.mark.parametrize(
    ("text", "designation", "country"),
    [
        ("служив у в/ч 12345 тоді", "12345", "RU"),
        ("военной части № 54321", None, None),
        ("войсковая часть 54321 стоит", "54321", "RU"),
        ("військової частини А1234 немає", "A1234", "UA"),
        ("в/ч 3017 Нацгвардії", "3017", "UA"),
        ("в/ч 123", None, None),
    ],
)
def test_a_post_number_tells_whose_unit_it_is(text, designation, country):
    found = [(unit.designation, unit.country) for unit in find(text)]
    assert found == ([(designation, country)] if designation else [])


def test_a_text_of_two_scripts_keeps_its_offsets():
    text = "😀 92-га ОШБр / 92nd Assault Brigade"
    for unit in find(text):
        assert text[unit.start : unit.end] == unit.surface


@pytest.mark.parametrize(
    "piece",
    [
        "92nd brigade ",
        "92nd, ",
        "brigade ",
        "1st battalion of the ",
        "92-га та ",
        "«",
        "в/ч ",
        "separate guards ",
        "two columns ",
        "Khartia ",
        "the 92nd, ",
        "до роти ",
        "Київська ",
        "a",
    ],
)
def test_a_hostile_text_takes_no_more_than_its_length(piece):
    """Seconds; were it quadratic, it would be hours."""
    document = Document(piece * (300_000 // len(piece)), language="en")
    begun = time.process_time()
    units.find(document, EMPTY)
    assert time.process_time() - begun < 20


def test_the_article_names_one_brigade_and_two_columns():
    article = real_input("kupiansk", "kupiansk-article.txt")
    khartia, columns = find(article.read_text(encoding="utf-8"))
    assert (khartia.surface, khartia.country, khartia.echelon) == (
        "Khartia Brigade",
        "UA",
        Echelon.BRIGADE,
    )
    assert khartia.unit_id == "ua-ng-khartia"
    assert khartia.score >= 0.9
    assert (columns.count, columns.country) == ((2, 2), "RU")


def test_a_brigade_is_not_taken_for_the_service_it_belongs_to():
    guard = known(name="National Guard of Ukraine", aliases=("НГУ",), country="UA", known_id="u4")
    (unit,) = find("Бригада НГУ «Хартія» вела вогонь.", Context(units=(guard,)))
    assert unit.unit_id == "ua-ng-khartia"
    (alone,) = find("Про це повідомила НГУ вчора.", Context(units=(guard,)))
    assert alone.known_id == "u4"
