"""What is counted, by its noun: English words as they stand, Slavic ones by their stems."""

import re
from collections.abc import Mapping
from enum import Enum, auto

from caseboard.model.terms import Measure, QuantityKind
from caseboard.tagging.quantities.words import listed


class Group(Enum):
    """Nouns that need more than themselves to tell what is counted."""

    SOLDIERS = auto()
    CIVILIANS = auto()
    FLYING = auto()
    """Drones, missiles, bombs: strikes where they are launched, else equipment."""
    TIMES = auto()
    """`attacked 12 times`."""


Counted = QuantityKind | Group

_ENGLISH: Mapping[Counted, str] = {
    QuantityKind.KILLED: "killed dead deaths fatalities slain",
    QuantityKind.WOUNDED: "wounded injured",
    QuantityKind.CAPTURED: "captured prisoner prisoners pow pows captives",
    QuantityKind.LOSSES: "casualties casualty losses",
    Group.SOLDIERS: "soldier soldiers troops serviceman servicemen servicemember servicemembers"
    " fighter fighters personnel infantryman infantrymen militant militants attackers invaders"
    " occupiers marines paratroopers conscripts men invaders assailants saboteurs",
    Group.CIVILIANS: "civilian civilians people person persons resident residents child children"
    " woman women inhabitants evacuees",
    QuantityKind.VEHICLES: "tank tanks vehicle vehicles apc apcs ifv ifvs afv afvs bmp bmps btr"
    " btrs mrap mraps truck trucks car cars buggy buggies motorcycle motorcycles motorbikes"
    " pickups atvs armor armour",
    QuantityKind.EQUIPMENT: "gun guns howitzer howitzers mortar mortars launcher launchers aircraft"
    " plane planes jet jets helicopter helicopters radar radars system systems mlrs boat boats ship"
    " ships equipment",
    Group.FLYING: "drone drones uav uavs uavs missile missiles rocket rockets bomb bombs shells"
    " kab kabs munitions shaheds shahed projectiles",
    QuantityKind.STRIKES: "strike strikes airstrike airstrikes shelling shellings bombardment"
    " bombardments salvo salvos",
    QuantityKind.ATTACKS: "attack attacks assault assaults clash clashes engagement engagements"
    " battles raid raids attempt attempts offensive offensives",
    QuantityKind.FORMATIONS: "column columns group groups battalion battalions brigade brigades"
    " company companies platoon platoons regiment regiments division divisions squad squads"
    " crews convoy convoys detachments",
    Group.TIMES: "times",
    QuantityKind.OTHER: "house houses building buildings settlement settlements village villages"
    " town towns bridge bridges apartments crossings pontoon pontoons position positions dugout"
    " dugouts depot depots",
}
_SLAVIC_NOUNS: Mapping[Counted, str] = {
    QuantityKind.LOSSES: "втрат потер",
    Group.SOLDIERS: "військовослужбовц військовослужбовец солдат бійц бієц боец бойц окупант"
    " оккупант загарбник захватчик піхотинц пехотинц штурмовик десантник бойовик боевик диверсант"
    " морпіх морпех",
    Group.CIVILIANS: "люд особ осіб людин человек жител мешканц дітей дет дит ребенк жінк жінок"
    " женщин",
    QuantityKind.VEHICLES: "танк бронемашин бронетранспортер бронетехнік бронетехник бмп бтр ббм"
    " автомобіл автомобил вантажівк вантажівок грузовик мотоцикл машин бронеавтомобіл"
    " бронеавтомобил квадроцикл",
    QuantityKind.EQUIPMENT: "гармат гаубиц міномет миномет рсзв рсзо установк установок літак"
    " самолет вертольот гелікоптер вертолет комплекс артсистем технік техник пушк пушек орудий"
    " човн лодк лодок катер",
    Group.FLYING: "дрон бпла безпілотник беспилотник ракет шахед каб бомб авіабомб авиабомб"
    " боєприпас боеприпас снаряд",
    QuantityKind.STRIKES: "удар авіаудар авиаудар обстріл обстрел бомбардуван бомбардировк"
    " бомбардировок",
    QuantityKind.ATTACKS: "атак штурм зіткнен боєзіткнен боестолкновени боестолкновен столкновени"
    " спроб попытк попыток",
    QuantityKind.FORMATIONS: "колон колонн груп групп батальйон батальон бригад взвод дивізі"
    " дивизи підрозділ подразделени екіпаж экипаж",
    QuantityKind.OTHER: "будинк дом будівл здани селищ сіл мост перепра позиці бліндаж блиндаж"
    " склад",
}
_SLAVIC_PARTICIPLES: Mapping[Counted, str] = {
    QuantityKind.KILLED: "вбит убит загибл погибш",
    QuantityKind.WOUNDED: "поранен ранен постраждал пострадавш травмован",
    QuantityKind.CAPTURED: "полонен пленн військовополонен военнопленн",
    Group.SOLDIERS: "військов военн военнослужащ",
    Group.CIVILIANS: "цивільн гражданск мирн",
}
_SLAVIC_WORDS: Mapping[Counted, str] = {
    QuantityKind.KILLED: "загинуло загинули загинув погибло погибли погиб вбито убито",
    QuantityKind.WOUNDED: "поранено ранено",
    QuantityKind.FORMATIONS: "рота роти рот роты полк полки полків полков полка",
    Group.TIMES: "раз рази разів раза",
    QuantityKind.OTHER: "села сел",
}
_NOUN_ENDINGS = {""} | listed(
    "а у и і ы ів ов ам ами ах ом ою ой ї й я ю е ей ев ем ям ями ях ь ня нь ни ия ий"
)
_ADJECTIVE_ENDINGS = listed(
    "ий ый ій ого ому им ым а у і ы ые ие их ых ими ыми о ую ая е щие щих щими"
)
_PLAIN = str.maketrans("ё", "е")

MEASURES: Mapping[str, Measure] = {
    **dict.fromkeys(
        listed(
            "km kms kilometre kilometres kilometer kilometers км кілометр кілометра кілометри"
            " кілометрів кілометрах километр километра километры километров километрах"
        ),
        Measure.KILOMETRE,
    ),
    **dict.fromkeys(
        listed("m metre metres meter meters м метр метра метри метрів метрах метры метров"),
        Measure.METRE,
    ),
    **dict.fromkeys(listed("mi mile miles миля милі миль мили"), Measure.MILE),
    **dict.fromkeys(
        listed("ha hectare hectares га гектар гектара гектари гектарів гектары гектаров"),
        Measure.HECTARE,
    ),
}
SQUARED: Mapping[Measure, Measure] = {
    Measure.KILOMETRE: Measure.SQUARE_KILOMETRE,
    Measure.METRE: Measure.SQUARE_METRE,
    Measure.MILE: Measure.SQUARE_MILE,
}
SQUARES = listed("sq square кв квадратних квадратні квадратного квадратных квадратные квадратний")
_VEHICLE = re.compile(r"(?:[tт][-‐‑]?\d\d|bmp|btr|бмп|бтр|mt|мт|bmd|бмд)[\w-]*")


def counted(key: str) -> Counted | None:
    """What a folded word counts; None for one that counts nothing we know."""
    if key.isascii():
        return _WORDS.get(key)
    key = key.translate(_PLAIN)
    if kind := _WHOLE.get(key):
        return kind
    for length in range(min(len(key), _LONGEST_STEM), 1, -1):
        stem, ending = key[:length], key[length:]
        if stem in _NOUNS and ending in _NOUN_ENDINGS:
            return _NOUNS[stem]
        if stem in _PARTICIPLES and ending in _ADJECTIVE_ENDINGS:
            return _PARTICIPLES[stem]
    return None


def is_singular(key: str) -> bool:
    """Whether an English noun means one thing, and has a plural for more of them."""
    return f"{key}s" in _WORDS


def agrees(key: str, number: int) -> bool:
    """Whether a Slavic noun has the form it takes after a number: `5 бригад`, `2 бригади`.

    After 1, 21, 101 it stands as it does in a name, and nobody can tell.
    """
    if number % 10 == 1 and number % 100 != 11:
        return False
    is_few = number % 10 in {2, 3, 4} and number % 100 not in {12, 13, 14}
    return key[-1] in "иіыая" if is_few else key[-1] not in "аяуюиіїыео"


def is_adjective(key: str) -> bool:
    """Whether a word that counts something by itself may stand before its noun, as `мирних`."""
    key = key.translate(_PLAIN)
    return any(
        key[:length] in _PARTICIPLES and key[length:] in _ADJECTIVE_ENDINGS
        for length in range(min(len(key), _LONGEST_STEM), 2, -1)
    )


def is_vehicle(key: str) -> bool:
    """Whether a designation is that of a tank or of an armoured vehicle."""
    return _VEHICLE.fullmatch(key) is not None


def _by_word(table: Mapping[Counted, str]) -> dict[str, Counted]:
    return {word: kind for kind, words in table.items() for word in words.split()}


_WORDS = _by_word(_ENGLISH)
_WHOLE = _by_word(_SLAVIC_WORDS)
_NOUNS = _by_word(_SLAVIC_NOUNS)
_PARTICIPLES = _by_word(_SLAVIC_PARTICIPLES)
_LONGEST_STEM = max(map(len, (*_NOUNS, *_PARTICIPLES)))
