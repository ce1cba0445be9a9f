"""Finding types of weapons and vehicles."""

from time import monotonic

import pytest

from caseboard.tagging import equipment
from caseboard.tagging.document import Document
from caseboard.tagging.equipment import designation, table
from caseboard.tagging.suggestions import EquipmentSuggestion

Types = list[tuple[str, str]]

CASES: list[tuple[str, str, Types]] = [
    ("en", "A soldier fires the D-20 artillery towards the town.", [("D-20", "D-20")]),
    ("en", "Two T-72B3 tanks and a T-80BV burned.", [("T-72B3", "T-72B3"), ("T-80BV", "T-80BV")]),
    ("en", "A T-72B3M was captured.", [("T-72B3M", "T-72B3")]),
    ("en", "BMP-2s and MT-LBs followed.", [("BMP-2s", "BMP-2"), ("MT-LBs", "MT-LB")]),
    ("en", "The column had BTR-82A carriers.", [("BTR-82A", "BTR-82A")]),
    (
        "en",
        "A 2S19 Msta-S and a 2S1 Gvozdika fired.",
        [("2S19 Msta-S", "2S19 Msta-S"), ("2S1 Gvozdika", "2S1 Gvozdika")],
    ),
    ("en", "2S3 guns and 2S5 guns fired.", [("2S3", "2S3 Akatsiya"), ("2S5", "2S5 Giatsint-S")]),
    ("en", "Grad rockets hit the village.", [("Grad", "BM-21 Grad")]),
    ("en", "A BM-21 Grad was destroyed.", [("BM-21 Grad", "BM-21 Grad")]),
    ("en", "TOS-1A launchers burned the wood.", [("TOS-1A", "TOS-1A Solntsepyok")]),
    ("en", "HIMARS struck the depot.", [("HIMARS", "M142 HIMARS")]),
    (
        "en",
        "Leopard 2A6 and M1A1 Abrams tanks arrived.",
        [("Leopard 2A6", "Leopard 2A6"), ("M1A1 Abrams", "M1 Abrams")],
    ),
    ("en", "A Bradley fighting vehicle was hit.", [("Bradley fighting vehicle", "M2 Bradley")]),
    ("en", "CV90 vehicles held the line.", [("CV90", "CV90")]),
    ("en", "Caesar howitzers and Krab howitzers fired.", [("Caesar", "CAESAR"), ("Krab", "Krab")]),
    ("en", "PzH 2000 guns fired.", [("PzH 2000", "PzH 2000")]),
    (
        "en",
        "Javelin missiles and NLAWs were sent.",
        [("Javelin", "FGM-148 Javelin"), ("NLAWs", "NLAW")],
    ),
    ("en", "S-300 missiles hit Kharkiv.", [("S-300", "S-300")]),
    (
        "en",
        "Buk systems and a Pantsir were destroyed.",
        [("Buk", "Buk"), ("Pantsir", "Pantsir-S1")],
    ),
    (
        "en",
        "A Patriot battery shot down a Kinzhal.",
        [("Patriot", "MIM-104 Patriot"), ("Kinzhal", "Kh-47M2 Kinzhal")],
    ),
    (
        "en",
        "Kh-101 and Kalibr missiles were launched.",
        [("Kh-101", "Kh-101"), ("Kalibr", "3M-54 Kalibr")],
    ),
    ("en", "Iskander-M missiles struck at night.", [("Iskander-M", "Iskander-M")]),
    (
        "en",
        "Shahed-136/Geran-2 drones came.",
        [("Shahed-136", "Shahed-136"), ("Geran-2", "Shahed-136")],
    ),
    ("en", "Shaheds came again.", [("Shaheds", "Shahed-136")]),
    ("en", "A Lancet drone hit the howitzer.", [("Lancet", "Lancet")]),
    ("en", "An Orlan-10 was shot down.", [("Orlan-10", "Orlan-10")]),
    ("en", "Bayraktar TB2 drones flew.", [("Bayraktar TB2", "Bayraktar TB2")]),
    ("en", "A DJI Mavic dropped a grenade.", [("DJI Mavic", "Mavic")]),
    ("en", "FPV drones hit the truck.", [("FPV drones", "FPV drone")]),
    (
        "en",
        "Guided aerial bombs, KAB-500 and FAB-1500, fell.",
        [("Guided aerial bombs", "KAB"), ("KAB-500", "KAB-500"), ("FAB-1500", "FAB-1500")],
    ),
    ("en", "guided aerial bombs fell.", [("guided aerial bombs", "KAB")]),
    ("en", "A FAB-9000 does not exist in the table.", [("FAB-9000", "FAB-9000")]),
    ("en", "Su-34s and a Ka-52 flew.", [("Su-34s", "Su-34"), ("Ka-52", "Ka-52")]),
    ("en", "Su-35S and Su-25SM3 flew.", [("Su-35S", "Su-35"), ("Su-25SM3", "Su-25SM3")]),
    ("en", "F-16s and MiG-29 fighters flew.", [("F-16s", "F-16"), ("MiG-29", "MiG-29")]),
    (
        "en",
        "Storm Shadow and SCALP missiles flew.",
        [("Storm Shadow", "Storm Shadow"), ("SCALP", "SCALP-EG")],
    ),
    ("en", "IRIS-T and NASAMS work.", [("IRIS-T", "IRIS-T SLM"), ("NASAMS", "NASAMS")]),
    ("en", "ATACMS hit an airfield.", [("ATACMS", "ATACMS")]),
    (
        "en",
        "M777 and M109A6 Paladin howitzers fired.",
        [("M777", "M777"), ("M109A6 Paladin", "M109")],
    ),
    ("en", "A BTR-4E burned.", [("BTR-4E", "BTR-4")]),
    ("en", "RPG-7 and AK-74 were found.", [("RPG-7", "RPG-7"), ("AK-74", "AK-74")]),
    ("en", "The C-130 flew.", []),
    ("en", "The M-03 highway is closed.", []),
    ("en", "Road T-14 leads there.", []),
    ("en", "E40 and M18 meet there.", []),
    ("en", "See chapter P-47.", []),
    ("en", "He rolled a D20.", []),
    ("en", "Stacey Abrams and Bradley Cooper came.", []),
    ("en", "Gen. Abrams commanded a tank army.", []),
    ("en", "A patriot loves his country.", []),
    ("en", "The New England Patriots won.", []),
    ("en", "He studied at Grad School.", []),
    ("en", "Caesar crossed the river.", []),
    ("en", "The Archer won a medal.", []),
    ("en", "He sang in Milan.", []),
    ("uk", "Свідки бачили Т-72Б3 та БМП-2.", [("Т-72Б3", "T-72B3"), ("БМП-2", "BMP-2")]),
    ("uk", "Гармата Д-20 стріляла.", [("Д-20", "D-20")]),
    ("uk", "Ворог ударив ракетами С-300 і Х-101.", [("С-300", "S-300"), ("Х-101", "Kh-101")]),
    ("uk", "Су-34 скинув КАБ на село.", [("Су-34", "Su-34"), ("КАБ", "KAB")]),
    ("uk", "Скинули ФАБ-500 та КАБи.", [("ФАБ-500", "FAB-500"), ("КАБи", "KAB")]),
    ("uk", "Збили 30 «Шахедів».", [("Шахедів", "Shahed-136")]),
    ("uk", "Удар «Іскандером-М» зруйнував будинок.", [("Іскандером-М", "Iskander-M")]),
    ("uk", "FPV-дронами знищено МТ-ЛБ.", [("FPV-дронами", "FPV drone"), ("МТ-ЛБ", "MT-LB")]),
    ("uk", "Обстріл із «Градів» тривав.", [("Градів", "BM-21 Grad")]),
    ("uk", "Пройшов град і дощ.", []),
    ("uk", "ЗРК «Бук» знищено.", [("Бук", "Buk")]),
    ("uk", "Росте бук і дуб.", []),
    ("uk", "Танк Т-90М «Прорив» горить.", [("Т-90М", "T-90M")]),
    ("uk", "САУ 2С19 «Мста-С» знищено.", [("2С19", "2S19 Msta-S"), ("Мста-С", "2S19 Msta-S")]),
    (
        "uk",
        "Прибули HIMARS і «Байрактари».",
        [("HIMARS", "M142 HIMARS"), ("Байрактари", "Bayraktar TB2")],
    ),
    ("uk", "Гелікоптер Ка-52 збито.", [("Ка-52", "Ka-52")]),
    ("uk", "Траса М-03 перекрита.", []),
    ("uk", "Автошлях Т-14 закрито.", []),
    ("uk", "Пошкоджено танк Т-80БВМ.", [("Т-80БВМ", "T-80BVM")]),
    ("ru", "Российский Т-72Б3 уничтожен.", [("Т-72Б3", "T-72B3")]),
    (
        "ru",
        "Ударили из РСЗО «Град» и «Ураган».",
        [("Град", "BM-21 Grad"), ("Ураган", "BM-27 Uragan")],
    ),
    ("ru", "Прошёл ураган и град.", []),
    ("ru", "Сбили ракеты «Калибр» и Х-59.", [("Калибр", "3M-54 Kalibr"), ("Х-59", "Kh-59")]),
    ("ru", "Орлан-10 сбит.", [("Орлан-10", "Orlan-10")]),
    ("ru", "«Ланцет» ударил по гаубице M777.", [("Ланцет", "Lancet"), ("M777", "M777")]),
    ("ru", "«Герань-2» попала в здание.", [("Герань-2", "Shahed-136")]),
    ("ru", "Су-24М и Ту-95МС взлетели.", [("Су-24М", "Su-24"), ("Ту-95МС", "Tu-95")]),
    ("ru", "ПЗРК «Игла» нашли.", [("Игла", "Igla")]),
    ("ru", "Игла и нитка лежат.", []),
    ("ru", "Вертолёт Ми-8 упал.", [("Ми-8", "Mi-8")]),
    ("ru", "Солнцепёк ТОС-1А работал.", [("ТОС-1А", "TOS-1A Solntsepyok")]),
    ("ru", "Самолёт А-50 сбит.", [("А-50", "A-50")]),
    ("ru", "Ударили C-300 и X-101.", [("C-300", "S-300"), ("X-101", "Kh-101")]),
]


def _found(text: str, language: str = "en") -> list[EquipmentSuggestion]:
    return equipment.find(Document(text, language=language))


@pytest.mark.parametrize(("language", "text", "types"), CASES)
def test_types_are_found(language: str, text: str, types: Types) -> None:
    found = _found(text, language)
    assert [(one.surface, one.name) for one in found] == types
    assert all(text[one.start : one.end] == one.surface for one in found)


def test_there_are_sixty_sentences_of_three_languages() -> None:
    assert len(CASES) >= 60
    assert {language for language, _text, _types in CASES} == {"en", "uk", "ru"}


def test_the_table_has_hundreds_of_types_each_once_with_a_category() -> None:
    rows = table._rows()
    names = [name for name, _category, _aliases in rows]
    assert len(names) >= 300
    assert len(names) == len(set(names))
    assert all(category and category[0].islower() for _name, category, _aliases in rows)


def test_no_name_means_two_types() -> None:
    owners: dict[str, str] = {}
    for name, _category, aliases in table._rows():
        for alias in (name, *aliases):
            assert owners.setdefault(alias.removeprefix("~"), name) == name


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("A D-20 fired.", "howitzer"),
        ("A T-72B3 burned.", "tank"),
        ("A Su-34 flew.", "bomber aircraft"),
        ("A Su-47 flew.", "combat aircraft"),
        ("A Mavic flew.", "commercial drone"),
    ],
)
def test_a_type_has_its_category(text: str, category: str) -> None:
    assert [one.category for one in _found(text)] == [category]


def test_a_designation_is_surer_than_a_name_that_is_a_word_too() -> None:
    (sure,) = _found("A D-20 fired.")
    (guess,) = _found("A Patriot battery fired.")
    assert sure.score > 0.9
    assert guess.score < 0.8


@pytest.mark.parametrize(
    ("one", "other"),
    [("Т-72", "T-72"), ("БМП-2", "BMP2"), ("Х-101", "Kh-101"), ("ФАБ-500", "FAB-500")],
)
def test_look_alikes_are_folded(one: str, other: str) -> None:
    assert designation.key(one) == designation.key(other)


@pytest.mark.parametrize(
    "piece", ["T-72 ", "Grad ", "A-", "1-", "B1", "guided aerial ", "Т-", "Град танк "]
)
def test_hostile_designations_are_read_in_linear_time(piece: str) -> None:
    begun = monotonic()
    _found(piece * (1_000_000 // len(piece)))
    assert monotonic() - begun < 20
