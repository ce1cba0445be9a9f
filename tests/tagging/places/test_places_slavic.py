"""Places named in Ukrainian: which words name one, and what they are looked up as."""

import time

import pytest

from caseboard.model.terms import LocationKind
from caseboard.tagging.context import EMPTY, Context
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.places.mention import Evidence, Mention
from caseboard.tagging.places.slavic import mentions
from caseboard.tagging.suggestions import PersonSuggestion, Place
from marked_places import likely, marked


@pytest.mark.parametrize(
    "sentence",
    [
        "Сили оборони відбили атаки поблизу [Куп'янська], [Синьківки] та [Петропавлівки].",
        "Ворог просунувся в [Кислівці], повідомив речник.",
        "Вибухи пролунали в [Харкові] та [Сумах].",
        "Штурмові групи зупинили під [Куп’янськом].",
        "По [Куп'янську] завдали удару.",
        "Росіяни обстріляли с. [Синьківка] [Куп'янського району].",
        "Двоє поранених у [Харківській області].",
        "[Сумська], [Чернігівська] та [Харківська області] зазнали ударів.",
        "Тривають бої на [Харківщині], у м. [Ізюм] є поранені.",
        "У [Куп'янському р-ні] пошкоджено школу.",
        "У місті [Ізюм] відновили світло.",
        "Українські військові утримують позиції на річці [Оскіл].",
        "Він повернувся з [Великої Британії] до [Києва].",
        "Навчання пройдуть у [Північній Кореї].",
        "Делегація прибула до [Нью-Йорка].",
        "Рейс [Київ]-[Берлін] скасовано.",
        "Бої у [Часовому Ярі] та під [Вовчанськом] не вщухають.",
        "У 2014 р. [Росія] підписала контракт.",
        "Президент [США] відвідав [Польщу].",
        "Ветерани [ФРН] зібралися в [Одесі].",
        "Міст через канал у [Запоріжжі] закрито.",
        "Вони живуть у [Рівному].",
        "Потяг іде з [Івано-Франківська] до [Києва].",
    ],
)
def test_names_are_found_in_whichever_case_they_stand(sentence: str) -> None:
    text, spans = marked(sentence)
    assert likely(text) == spans


@pytest.mark.parametrize(
    "sentence",
    [
        "Перемога буде за нами.",
        "Мир у світі потрібен усім.",
        "Президент Володимир Зеленський подякував бійцям.",
        "Речниця Оксана Харкова не коментує чутки.",
        "Українські та російські дипломати розмовляли годину.",
        "Газета «Київ» вийшла вчасно.",
        "Коли стемніло, стрілянина вщухла.",
        "Лиман замерз узимку, рибалки радіють.",
        "Кампанія тривала довго.",
        "У Білому домі заперечили це.",
        "Харківський завод відновив роботу.",
    ],
)
def test_words_persons_and_adjectives_are_no_places(sentence: str) -> None:
    assert likely(sentence) == []


def _only(text: str, surface: str, context: Context = EMPTY) -> Mention:
    seen = [each for each in mentions(Document(text), context, Found()) if each.surface == surface]
    assert len(seen) == 1, seen
    return seen[0]


@pytest.mark.parametrize(
    ("text", "surface", "name"),
    [
        ("Бої точаться за Синьківку.", "Синьківку", "синьківка"),
        ("Вони у Великій Британії.", "Великій Британії", "велика британія"),
        ("Вночі на Сумщині було гучно.", "Сумщині", "сумська область"),
        ("Вночі на Донеччині було гучно.", "Донеччині", "донецька область"),
        ("Удар по Харківській обл. стався вночі.", "Харківській обл", "харківська область"),
        ("Вибух у Києві.", "Києві", "київ"),
    ],
)
def test_a_mention_is_looked_up_in_the_nominative(text: str, surface: str, name: str) -> None:
    mention = _only(text, surface)
    assert name in mention.names
    assert mention.entries
    assert mention.has(Evidence.INFLECTED)


def test_a_type_word_asks_for_the_kind() -> None:
    mention = _only("Міст через річку Оскіл зруйновано.", "Оскіл")
    assert mention.has(Evidence.TYPE_WORD)
    assert {entry.kind.value for entry in mention.entries} == {"river"}


def test_a_village_lies_in_what_follows_it() -> None:
    mention = _only("Обстріляли Синьківку Куп'янського району Харківської області.", "Синьківку")
    assert [area.kind.value for area in mention.containers] == ["raion", "state"]


def test_a_capital_that_speaks_is_a_government() -> None:
    assert _only("Москва заявила про захоплення села.", "Москва").government == "RU"
    assert _only("Учора Київ відмовився від умов.", "Київ").government == "UA"
    assert _only("Москва намагається вийти до річки.", "Москва").government == "RU"
    assert _only("Почалися переговори з Москвою.", "Москвою").government == "RU"
    assert _only("Москва готує новий наступ.", "Москва").government == "RU"
    assert _only("Київ розраховує на допомогу.", "Київ").government == "UA"


def test_a_capital_where_something_happens_is_a_place() -> None:
    assert _only("У Москві заявили про вибух.", "Москві").government == ""
    assert _only("Вночі Київ атакували безпілотники.", "Київ").government == ""


def test_the_kremlin_is_a_government_and_no_place() -> None:
    mention = _only("Кремль заперечує удар.", "Кремль")
    assert (mention.government, mention.entries) == ("RU", ())


def test_a_place_of_the_case_is_known_by_its_alias() -> None:
    place = Place("Hill 212", LocationKind.SITE, 49.7, 37.7, aliases=("Бубликівка",), known_id="9")
    mention = _only("Позиції в Бубликівці утримано.", "Бубликівці", Context(places=(place,)))
    assert mention.known == (place,)


def test_what_is_a_person_already_is_left_alone() -> None:
    text = "Виступив Харків."
    start = text.index("Харків")
    person = PersonSuggestion(start=start, end=start + 6, surface="Харків", name="Харків")
    assert mentions(Document(text), EMPTY, Found(people=[person])) == []


def test_ukrainian_names_in_an_english_text_are_read() -> None:
    text, spans = marked("The village of [Синьківка] near [Куп'янськ] was shelled.")
    assert likely(text) == spans


@pytest.mark.parametrize(
    ("text", "surface", "town"),
    [
        ("На Лиманському та Куп'янському напрямках тихо.", "Лиманському", "Lyman"),
        ("На Лиманському та Куп'янському напрямках тихо.", "Куп'янському", "Kupiansk"),
        ("Бої на Торецькому напрямку.", "Торецькому", "Toretsk"),
        ("Бои на Харьковском направлении.", "Харьковском", "Kharkiv"),
    ],
)
def test_a_direction_is_that_of_its_town(text: str, surface: str, town: str) -> None:
    mention = _only(text, surface)
    assert mention.has(Evidence.ADJECTIVE)
    assert town in [entry.name for entry in mention.entries]


def test_an_adjective_of_the_word_after_it_is_no_place() -> None:
    assert likely("Дрон упав у Серебрянському лісі.") == []


def test_what_people_live_in_is_a_place() -> None:
    assert _only("Мешканці Білозерки налякані.", "Білозерки").has(Evidence.PREPOSITION)


def test_regions_in_a_row_do_not_lie_in_each_other() -> None:
    text = "Удари по Сумській області, Харківській області та Україні."
    seen = mentions(Document(text), EMPTY, Found())
    assert [[area.name for area in each.containers] for each in seen] == [[], [], []]


def test_a_row_of_places_lifts_the_unlikely_one() -> None:
    alone = _only("Бачили Борову.", "Борову")
    listed = _only("Обстріляли Куп'янськ, Борову.", "Борову")
    assert listed.has(Evidence.LISTED)
    assert listed.weight > alone.weight


def test_the_european_union_is_a_place_in_ukrainian() -> None:
    assert [entry.id for entry in _only("Країни ЄС згодні.", "ЄС").entries] == [
        "region:european-union"
    ]


def test_names_that_the_gazetteer_lacks_lead_to_its_own() -> None:
    mention = _only("Вибори в Мічігані завершено.", "Мічігані")
    assert ("Michigan", "state") in [(each.name, each.kind.value) for each in mention.entries]


@pytest.mark.parametrize(
    "text",
    [
        "Київ Харків «Нью-" * 10_000,
        "Ка-" * 30_000,
        "А" * 300_000,
        "Харківська, " * 20_000 + "області",
        "м. " * 50_000,
        "Ивановой" + "-на-Дону" * 20_000,
    ],
)
def test_hostile_text_is_read_in_time(text: str) -> None:
    started = time.monotonic()
    mentions(Document(text), EMPTY, Found())
    assert time.monotonic() - started < 30
