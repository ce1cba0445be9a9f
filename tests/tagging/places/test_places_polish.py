"""Places named in Polish, by the endings of their names."""

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
