"""The Ukrainian and Russian words for saying, and those a speaker's name ends at."""

import csv
import re
from dataclasses import dataclass
from functools import cache

from caseboard.paths import resources


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of saying: how a report names it, and what may follow it."""

    english: str
    kind: str
    """`say`, `deny`, `call` (to do something), `thought`, or `fact`: only with a clause."""


@cache
def verbs() -> dict[str, Verb]:
    """Every form that tells of saying, in lower case and without ё."""
    path = resources() / "tagging" / "verbs_slavic.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        return {
            form: Verb(row["english"], row["kind"])
            for row in csv.DictReader(rows)
            for form in row["forms"].split("|")
        }


def plain(word: str) -> str:
    """A word as the tables have it."""
    return word.casefold().replace("ё", "е")


def _set(*lines: str) -> frozenset[str]:
    return frozenset(word for line in lines for word in line.split())


IN = _set("у в во на")
STOPS = _set(
    "у в во на під про з із зі со с о об обо для до після через за від без щодо стосовно після",
    "при под после через за от без касательно относительно по к ко що что ніби будто если якщо",
    "і та й и а але но або или також также тоді тогда коли когда який яка яке які якого якій",
    "который которая которое которые журналістам журналистам виданню изданию агентству телеканалу",
    "нині сейчас сегодня сьогодні вчора вчера раніше ранее вранці утром увечері вечером вже уже",
    "напередодні накануне водночас тим онлайн не ще еще своєму своем своїй своей своїх своих",
)
LEADING = _set(
    "також также водночас при цьому этом раніше ранее крім того кроме сьогодні сегодня вчора",
    "вчера",
    "нині сейчас зокрема частности тим часом між другой другий і та й и а але но втім однак однако",
    "натомість проте тоді тогда потім потом пізніше позже згодом далі вранці утром увечері вечером",
    "напередодні накануне офіційно официально вже уже ще еще так як как про це об этом це это",
    "позднее впоследствии сначала спочатку наразі ответ відповідь ответе своєю чергою свою",
    "очередь очередной черговий же ж",
)
RELATIVE = _set(
    "який яка яке які котрий хто якого якої яких яким якими якій якому яку котра котрі кто",
    "который которая которое которые которого которой которых которым которыми котором которую",
)
GERUND = re.compile(r"[а-яіїєґ]{2,}(?:[аяую]я|ясь|ись|вши|шись|[аияі]в|чи|чись)$")
"""Looks like `выступая`, `відповідаючи`: what a speaker does meanwhile."""
ADDRESSEES = _set("журналістам журналистам виданню изданию агентству телеканалу")
THAT = re.compile(
    r",\s*(?:що|что|ніби(?:то)?|наче|начебто|будто(?: бы)?|якобы|чому|почему|як|как)\s+",
    re.IGNORECASE,
)
ABOUT = re.compile(r"\b(?:про|об?|обо)\s+(?=[^\W\d_])", re.IGNORECASE)
THIS = re.compile(r"\s*(?:раніше |ранее )?(?:про це|про таке|об этом|о том)\b", re.IGNORECASE)
FRONTED = re.compile(
    r"\b(?:за (?:словами|даними|інформацією|оцінк(?:ами|ою)|верс(?:ією|іями)|підрахунками|заявою"
    r"|повідомлення(?:м|ми)|твердженням)|зі слів|згідно з|відповідно до|на думку|согласно|со слов"
    r"|по (?:словам|данным|информации|сведениям|оценк(?:ам|е)|верси(?:и|ям)|мнению|заявлению"
    r"|сообщени(?:ю|ям)|утверждению|подсч[её]там))\s+"
    r"(?:(?:інформацією|даними|повідомленням|данным|информации|сообщению)\s+)?",
    re.IGNORECASE,
)
"""What stands before a speaker in place of a verb."""
HIS = re.compile(
    r"\b(?:за|по) (його|її|їх(?:німи)?|его|е[её]|их) (?:словами|даними|словам|данным)\b",
    re.IGNORECASE,
)
"""`За його словами`: the speaker is a pronoun within."""
