"""How long it takes to propose what an article names and says, and what that holds."""

import itertools
import random
import sys

from bench.harness import Case, Contest, Place, Unit, timed
from bench.memory import resident
from bench.programs import printed_figure
from caseboard.paths import resources
from caseboard.tagging.engine import suggest
from caseboard.tagging.gazetteer.gazetteer import Gazetteer

LENGTH = 3_000
PUBLISHED = "2024-11-14"
TEXTS = 8
"""Different ones, each read once in a round: no text is read from what the last one left."""

ENGLISH = (
    "{person}, a spokesperson for the General Staff, told Ukrinform on Nov. {day} it was quiet.",
    "Attacks near {town} were repelled, the General Staff of Ukraine's Armed Forces reported.",
    "The {unit} lost {number} vehicles north of {town} in {oblast}, the ministry said.",
    "Two columns reached the outskirts of {town}, DeepState claimed late on Nov. {day}.",
    '"We hold the bridge and the road to {other}," {person} said.',
    "Power was cut in {town} and {other} for {number} hours, according to the administration.",
)
UKRAINIAN = (
    "Речник Генштабу {person} повідомив Укрінформу {day} листопада, що вночі було тихо.",
    "Атаки біля міста {town} відбито, йдеться у зведенні Генерального штабу ЗСУ.",
    "{unit} втратила {number} одиниць техніки на північ від міста {town}, {oblast}.",
    "Дві колони увійшли на околицю міста {town}, заявили аналітики DeepState.",
    "«Ми тримаємо міст і дорогу до міста {other}», – сказав {person}.",
    "У містах {town} та {other} {number} годин не було світла, за даними адміністрації.",
)
FILL = {
    "en": {
        "person": ("Andrii Kovalenko", "Oksana Melnyk", "Taras Bondar", "Iryna Savchuk"),
        "town": ("Kupiansk", "Izium", "Lyman", "Pokrovsk", "Vovchansk", "Chasiv Yar", "Borova"),
        "oblast": ("Kharkiv Oblast", "Donetsk Oblast", "Luhansk Oblast", "Sumy Oblast"),
        "unit": ("92nd Assault Brigade", "27th Motor Rifle Brigade", "Khartia Brigade"),
    },
    "uk": {
        "person": ("Андрій Коваленко", "Оксана Мельник", "Тарас Бондар", "Ірина Савчук"),
        "town": ("Куп’янськ", "Ізюм", "Лиман", "Покровськ", "Вовчанськ", "Часів Яр", "Борова"),
        "oblast": ("Харківська область", "Донецька область", "Сумська область"),
        "unit": ("92-га ошбр", "27-ма омсбр", "Бригада «Хартія»"),
    },
}


def text_of(language: str, seed: int) -> str:
    """An article of `LENGTH` characters, another one for each seed."""
    draw = random.Random(seed)  # noqa: S311  no secret
    templates = ENGLISH if language == "en" else UKRAINIAN
    fill = FILL[language]
    sentences = []
    for template in itertools.cycle(templates):
        words = {name: draw.choice(choices) for name, choices in fill.items()}
        words |= {"other": draw.choice(fill["town"]), "day": str(draw.randint(1, 14))}
        sentences.append(template.format(**words, number=draw.randint(2, 40)))
        if sum(map(len, sentences)) > LENGTH:
            return "\n\n".join(sentences)[:LENGTH]
    raise AssertionError


def article(language: str) -> Case:
    """One article of 3,000 characters, everything loaded; the mean of several."""
    texts = [text_of(language, seed) for seed in range(TEXTS)]

    def propose() -> None:
        for text in texts:
            suggest(text, published=PUBLISHED, language=language)

    def prepare(_place: Place) -> Contest:
        propose()
        whole = timed(propose)
        return Contest(lambda: whole() / TEXTS)

    return Case(f"3,000 characters looked through ({language})", 0.030, prepare)


def opening(_place: Place) -> Contest:
    """The gazetteer opened and asked once."""
    path = resources() / "gazetteer.sqlite"

    def opened() -> None:
        gazetteer = Gazetteer(path)
        gazetteer.lookup("Kupiansk")
        gazetteer.close()

    return Contest(timed(opened))


def memory(_place: Place) -> Contest:
    """What a process holds that has looked through an article in each language."""
    return Contest(lambda: printed_figure([sys.executable, "-m", "bench.suggesting"]))


CASES = [
    article("en"),
    article("uk"),
    Case("gazetteer opened and asked once", 0.3, opening),
    Case("memory of the process that proposes", 150, memory, Unit.MEGABYTES),
]

if __name__ == "__main__":
    for spoken in FILL:
        suggest(text_of(spoken, 0), published=PUBLISHED, language=spoken)
    print(resident())
    sys.exit(0)
