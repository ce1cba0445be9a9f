"""Places named in Polish, by the endings of their names."""

import os
import subprocess
import sys

import pytest

from caseboard.tagging.context import EMPTY
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.places.polish_forms import nominatives
from caseboard.tagging.places.slavic import mentions
from marked_places import likely, marked


@pytest.mark.parametrize(
    "sentence",
    [
        "Prezydent był w [Kijowie], [Londynie] i [Waszyngtonie].",
        "Spotkanie odbyło się w [Warszawie].",
        "Rozmowy w [Wielkiej Brytanii] i [Stanach Zjednoczonych] trwają.",
        "Premier [W. Brytanii] przyjechał do [Berlina].",
        "Mieszkańcy [Irlandii Północnej] protestują.",
        "Wojska [Rosji] ostrzelały [Charków].",
        "W [Niemczech], [Włoszech] i na [Węgrzech] spadł śnieg.",
        "Nie zgodziły się na to [Chiny].",
        "Gazociąg biegnie po dnie [Morza Bałtyckiego] i omija [Florydę].",
        "Mówił o [Korei Płn.] i o [Zjednoczonych Emiratach Arabskich].",
        "Brexit podzielił [Wyspy].",
        "Samolot z [Krakowa] wylądował w [Nowym Jorku].",
        "Wybory w [USA] obserwuje cała [Europa].",
        "Gazociąg omija [Ukrainę] i [Białoruś].",
        "Statek wpłynął do [Gdańska].",
        "Delegacja wróciła z [Pragi] i [Hagi].",
        "We [Lwowie] i w [Łodzi] było spokojnie.",
    ],
)
def test_polish_names_are_found_in_whichever_case_they_stand(sentence: str) -> None:
    text, spans = marked(sentence)
    assert likely(text, language="pl") == spans


@pytest.mark.parametrize(
    "sentence",
    [
        "Jak podano, rozmowy trwają.",
        "Donald Tusk przemawiał wczoraj.",
        "UE przyjęła nowe prawo.",
        "Biały Dom milczy.",
        "Ale to nie koniec.",
    ],
)
def test_polish_words_and_persons_are_no_places(sentence: str) -> None:
    assert likely(sentence, language="pl") == []


@pytest.mark.parametrize(
    ("words", "nominative"),
    [
        (("Warszawie",), "warszawa"),
        (("Londynie",), "londyn"),
        (("Kijowie",), "kijów"),
        (("Wielkiej", "Brytanii"), "wielka brytania"),
        (("Stanach", "Zjednoczonych"), "stany zjednoczone"),
        (("Morzu", "Bałtyckim"), "morze bałtyckie"),
        (("Poznaniu",), "poznań"),
        (("Ameryce",), "ameryka"),
        (("Pradze",), "praga"),
        (("Białorusią",), "białoruś"),
        (("Europie", "Środkowo-Wschodniej"), "europa środkowo-wschodnia"),
    ],
)
def test_endings_lead_back_to_the_nominative(words: tuple[str, ...], nominative: str) -> None:
    assert nominative in nominatives(words)


def test_latin_words_of_other_languages_are_not_read_as_polish() -> None:
    assert mentions(Document("Fire in London.", language="en"), EMPTY, Found()) == []


_IN_A_CLOSED_PROCESS = """
import sys
from caseboard.tagging import tasks
from caseboard.tagging.engine import suggest

tasks.warm_up(["en", ""])

def refuse(event, arguments):
    if event == "open":
        raise PermissionError(arguments[0])

sys.addaudithook(refuse)
found = suggest("Minister przyleciał z Gdańska do Nowego Jorku.", language="pl")
print(",".join(each.surface for each in found.locations))
"""


def test_after_warming_up_no_file_is_opened_for_polish():
    done = subprocess.run(
        [sys.executable, "-c", _IN_A_CLOSED_PROCESS],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert done.stdout.strip() == "Gdańska,Nowego Jorku", done.stderr


def test_a_long_row_of_polish_names_is_read_in_time():
    text = "Wielkiej Brytanii Wa-Ka- W. " * 5_000
    assert len(mentions(Document(text, language="pl"), EMPTY, Found())) >= 5_000
