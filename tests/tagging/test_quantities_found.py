"""Numbers found in sentences of three languages."""

import pytest

from caseboard.model.terms import Measure, QuantityKind
from caseboard.tagging.quantities import find
from support import real_input

ENGLISH = [
    ("Two armoured columns reached the town.", "formations 2 armoured columns"),
    ("The staff said 12–15 armoured vehicles were destroyed.", "vehicles 12–15 armoured vehicles"),
    ("At least 1,200 troops were killed in the push.", "killed ≥1200 troops"),
    (
        "Russia launched 40 drones and six missiles overnight.",
        "strikes 40 drones; strikes 6 missiles",
    ),
    ("Air defence shot down 35 drones.", "equipment 35 drones"),
    ("Ukrainian forces repelled 17 attacks near the river.", "attacks 17 attacks"),
    ("The shelling killed 12 and wounded 30, the mayor said.", "killed 12; wounded 30"),
    ("12 soldiers were killed and 30 wounded.", "killed 12 soldiers; wounded 30 wounded"),
    ("The forces stand 2-3 km from the industrial edge.", "distance 2–3 km"),
    ("Troops took 3.5 sq km of the forest, about 350 hectares.", "area 3.5 km²; area ~350 ha"),
    ("From 10 to 15 tanks were lost.", "vehicles 10–15 tanks"),
    ("Between two and three battalions moved up.", "formations 2–3 battalions"),
    (
        "A dozen vehicles burned and hundreds of soldiers fled.",
        "vehicles 12 vehicles; personnel ~≥200 soldiers",
    ),
    ("Up to 1.2 thousand personnel were moved.", "personnel ≤1200 personnel"),
    ("More than 1 200 troops crossed.", "personnel ≥1200 troops"),
    ("Three T-72s and five BMP-2s burned.", "vehicles 3 T-72s; vehicles 5 BMP-2s"),
    ("Twenty-five wounded soldiers were taken out.", "wounded 25 wounded soldiers"),
    ("Nearly 100 wounded civilians left by bus.", "wounded ~100 wounded civilians"),
    ("The village lies 500m away, on a 3-km stretch.", "distance 500 m; distance 3 km"),
    ("They counted one thousand two hundred drones.", "equipment 1200 drones"),
    ("Some two hundred and six soldiers gave up.", "personnel ~206 soldiers"),
    ("The map marks 15 km² as lost.", "area 15 km²"),
    ("No fewer than 20 tank battalions stood ready.", "formations ≥20 tank battalions"),
    ("Fewer than 50 buildings were left.", "other ≤50 buildings"),
    ("100+ drones were used and 12 or more tanks.", "strikes ≥100 drones; vehicles ≥12 tanks"),
    (
        "They took 30 captured soldiers away; 12 captured tanks stayed.",
        "captured 30 captured soldiers; vehicles 12 captured tanks",
    ),
    ("The pair attacked 12 times and shelled the village 14 times.", "attacks 12; strikes 14"),
    (
        "Ten or so vehicles were seen 4 miles from the bridge.",
        "vehicles ~10 vehicles; distance 4 mi",
    ),
    ("As many as 40 missiles were fired.", "strikes ≤40 missiles"),
    ("12 soldiers captured the village.", "personnel 12 soldiers"),
    (
        "Half a dozen trucks were hit; a couple of boats sank.",
        "vehicles 6 trucks; equipment ~2 boats",
    ),
    ("Not more than three assault groups got in.", "formations ≤3 assault groups"),
]
UKRAINIAN = [
    ("Дві колони бронетехніки зайшли в місто.", "formations 2 колони"),
    (
        "Сили оборони відбили 17 атак, тривають ще три боєзіткнення.",
        "attacks 17 атак; attacks 3 боєзіткнення",
    ),
    (
        "Ворог втратив понад 1 240 осіб, 12 танків і 25 бойових броньованих машин.",
        "losses ≥1240 осіб; vehicles 12 танків; vehicles 25 бойових броньованих машин",
    ),
    ("Загинуло двоє людей, поранено п'ятеро.", "killed 2 людей; wounded 5"),
    ("Знищено від 10 до 15 одиниць техніки.", "equipment 10–15 одиниць техніки"),
    ("Бої йдуть за 2–3 км від міста.", "distance 2–3 km"),
    ("Захоплено площу 1,5 тис. га.", "area 1500 ha"),
    (
        "Спалили два десятка танків і понад сотню окупантів.",
        "vehicles 20 танків; personnel ≥100 окупантів",
    ),
    ("Близько 20-ти танків стояло в лісі.", "vehicles ~20 танків"),
    ("Росіяни запустили 40 дронів і 6 ракет.", "strikes 40 дронів; strikes 6 ракет"),
    ("Збито 35 дронів.", "equipment 35 дронів"),
    ("Десяток поранених солдатів вивезли.", "wounded ~10 поранених солдатів"),
    ("Зайшли дві-три групи.", "formations 2–3 групи"),
    ("Ворог атакував 12 разів.", "attacks 12"),
    ("Троє мирних жителів загинули.", "killed 3 мирних жителів"),
    ("Щонайменше 12 військових загинули.", "killed ≥12 військових"),
    ("Не менше ніж 30 бійців поранено.", "wounded ≥30 бійців"),
    ("До 50 окупантів ліквідовано.", "killed ≤50 окупантів"),
    ("Менше 10 машин дійшло до річки.", "vehicles ≤10 машин"),
    ("Сорок два штурми відбито за добу.", "attacks 42 штурми"),
    ("Сто двадцять три танки стоять у полі.", "vehicles 123 танки"),
    ("Дві тисячі триста танків було на складі.", "vehicles 2300 танків"),
    ("Майже 7 кв. км втрачено.", "area ~7 km²"),
    ("Приблизно 15 км² поля.", "area ~15 km²"),
    ("Півтора десятка бронемашин згоріло.", "vehicles 15 бронемашин"),
    ("Сотні солдатів і десятки танків.", "personnel ~≥200 солдатів; vehicles ~≥20 танків"),
    ("У полон узято 5 військових.", "captured 5 військових"),
    ("Вони пройшли 500 метрів, далі 3 кілометри.", "distance 500 m; distance 3 km"),
    ("Обстріляли село 14 разів.", "strikes 14"),
    ("Від 3 до 5 поранених і двоє загиблих.", "wounded 3–5 поранених; killed 2 загиблих"),
    ("Два чи три батальйони підтягують.", "formations 2–3 батальйони"),
]
RUSSIAN = [
    ("Две колонны бронетехники зашли в город.", "formations 2 колонны"),
    ("Отбито 17 атак и три боестолкновения.", "attacks 17 атак; attacks 3 боестолкновения"),
    (
        "Войска потеряли около 1,2 тыс. военнослужащих и 12 танков.",
        "losses ~1200 военнослужащих; vehicles 12 танков",
    ),
    ("Погибли трое мирных жителей, ранены пятеро.", "killed 3 мирных жителей; wounded 5"),
    ("Не менее 20 беспилотников сбито.", "equipment ≥20 беспилотников"),
    ("До 30 солдат противника убито.", "killed ≤30 солдат"),
    ("Они прошли от 2 до 3 километров.", "distance 2–3 km"),
    ("Десятки танков, сотни солдат.", "vehicles ~≥20 танков; personnel ~≥200 солдат"),
    ("Более 1 500 бойцов переброшено.", "personnel ≥1500 бойцов"),
    ("Свыше 40 ракет выпустили за ночь.", "strikes ≥40 ракет"),
    ("Менее 10 машин дошло до реки.", "vehicles ≤10 машин"),
    ("Почти сто человек погибли.", "killed ~100 человек"),
    ("Примерно 12–15 бронемашин сгорело.", "vehicles ~12–15 бронемашин"),
    ("Две-три группы вошли в село.", "formations 2–3 группы"),
    ("Двадцать пять раненых солдат вывезли.", "wounded 25 раненых солдат"),
    ("Армия атаковала 12 раз за сутки.", "attacks 12"),
    ("Взято 7 кв. км и 300 гектаров.", "area 7 km²; area 300 ha"),
    ("Двести пятьдесят шесть дронов сбито.", "equipment 256 дронов"),
    ("Две тысячи триста танков стояло на складе.", "vehicles 2300 танков"),
    ("Убито двое, ранено семеро.", "killed 2; wounded 7"),
    ("Два или три батальона подтягивают.", "formations 2–3 батальона"),
    ("Полтора десятка гаубиц стояло у леса.", "equipment 15 гаубиц"),
    ("В плен взято 5 военнослужащих.", "captured 5 военнослужащих"),
    ("Пять ударов и 14 обстрелов за сутки.", "strikes 5 ударов; strikes 14 обстрелов"),
    ("Сотня танков стояла у реки.", "vehicles 100 танков"),
    ("Как минимум 4 вертолёта повреждены.", "equipment ≥4 вертолёта"),
    ("До реки осталось 500 м.", "distance 500 m"),
    ("12 пленных и 3 погибших.", "captured 12 пленных; killed 3 погибших"),
]
NOTHING = [
    "The 92nd brigade fired a T-72 on 14 November 2024 at 11:39.",
    "In 2024 Russian troops moved on.",
    "In November 2024 Russian troops moved on.",
    "On Nov. 14 Russian troops moved on.",
    "Between 14-15 November attacks went on.",
    "About 30 percent of tanks were lost, 12% of vehicles.",
    "The state paid $12 million for drones.",
    "One of the tanks stood still.",
    "Two-thirds of the vehicles burned.",
    "Brigade 92 tanks were seen at School No 5.",
    "Trucks on Route 66 and at Hill 213 waited.",
    "130-mm guns and 152 mm howitzers fired.",
    "The column moved at 60 km/h.",
    "It was wounded 30 minutes later, 5 years after.",
    "The file was written on 2024-11-14 and 14/11/2024.",
    "At 10:30 drones came.",
    "The 3rd Assault Brigade and the 14th regiment came.",
    "A 12-vehicle column came.",
    "The 82 Airborne Division and 92 Assault Bde came.",
    "A 2 min read: a soldier speaks.",
    "One woman asked, and one soldier answered.",
    "5 окремої штурмової бригади бійці стояли.",
    "93 механізована бригада і 47-ма окрема бригада стояли.",
    "21 бригада стояла.",
    "14-15 листопада російські війська наступали.",
    "14 листопада російські танки стояли.",
    "92-га бригада і 14-й полк стояли.",
    "Понад 30 відсотків танків і 12% машин.",
    "12 млн грн на дрони.",
    "У 2024 році танки стояли.",
    "О 11:39 танки стояли.",
    "Т-72 і БМП-2 стояли.",
    "Школа № 5 стояла, висота 213 теж.",
    "Через 30 хвилин танки пішли.",
    "Один із танків стояв.",
    "Швидкість 60 км/год.",
    "14-15 ноября российские войска наступали.",
    "14 ноября танки стояли.",
    "92-я бригада и 14-й полк стояли.",
    "Более 30 процентов танков и 12% машин.",
    "12 млн рублей на дроны.",
    "В 2024 году танки стояли.",
    "В 11:39 танки стояли.",
    "Т-72 и БМП-2 стояли.",
    "Школа № 5 стояла, высота 213 тоже.",
    "Через 30 минут танки пошли.",
    "Один из танков стоял.",
    "Скорость 60 км/ч.",
]


def told(text, language=None):
    return "; ".join(map(words, find(text, language)))


def words(found):
    about = "~" if found.is_approximate else ""
    measure = found.measure.value if found.measure else ""
    parts = (found.kind.value, about + between(found.low, found.high), measure, found.what)
    return " ".join(part for part in parts if part)


def between(low, high):
    if low == high:
        return f"{low:g}"
    if high is None:
        return f"≥{low:g}"
    return f"≤{high:g}" if low is None else f"{low:g}–{high:g}"


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_numbers_are_read_in_english(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(("text", "expected"), UKRAINIAN)
def test_numbers_are_read_in_ukrainian(text, expected):
    assert told(text, "uk") == expected


@pytest.mark.parametrize(("text", "expected"), RUSSIAN)
def test_numbers_are_read_in_russian(text, expected):
    assert told(text, "ru") == expected


@pytest.mark.parametrize("text", NOTHING)
def test_dates_names_money_and_shares_are_no_quantities(text):
    assert not find(text)


def test_formations_are_counted_where_the_noun_is_counted():
    assert told("5 бригад і 2 колони стояли", "uk") == "formations 5 бригад; formations 2 колони"
    assert told("Two brigades and 3 battalions") == "formations 2 brigades; formations 3 battalions"


def test_the_case_that_must_always_work_offers_its_columns_and_its_distance():
    text = real_input("kupiansk", "kupiansk-article.txt").read_text("utf-8")
    assert told(text) == "formations 2 columns; distance 2–3 km"


def test_the_stretch_holds_its_bounds_and_its_noun():
    text = "Officials said at least 1,200 enemy troops were killed."
    (found,) = find(text)
    assert text[found.start : found.end] == "at least 1,200 enemy troops"


def test_a_full_stop_groups_thousands_only_where_a_language_does_so():
    assert told("1.200 танків", "uk") == "vehicles 1200 танків"
    assert told("1.250 km", "en") == "distance 1.25 km"


def test_a_day_before_a_number_is_not_part_of_it():
    assert told("On November 14 200 soldiers crossed.") == "personnel 200 soldiers"
    assert told("Some 14 200 soldiers crossed.") == "personnel ~14200 soldiers"


def test_an_area_is_told_in_the_measure_of_the_text():
    (found,) = find("They hold 300 sq. miles.")
    assert (found.kind, found.measure) == (QuantityKind.AREA, Measure.SQUARE_MILE)


def test_a_number_without_an_end_is_no_quantity():
    assert not find("9" * 5000 + " tanks")


@pytest.mark.parametrize(
    "piece",
    [
        "1,111",
        "a1.",
        "1 ",
        "dozen ",
        "twenty-",
        "more than ",
        "№",
        "9",
        "12 of ",
        "один ",
        "1-",
        "«",
    ],
)
def test_hostile_text_is_read_to_its_end(piece):
    assert len(find(piece * 20_000 + " and 12 tanks")) >= 1
