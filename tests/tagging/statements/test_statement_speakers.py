"""Who is meant by the words a speaker goes by."""

import pytest
from saying import NOTHING

from caseboard.model.terms import SourceKind
from caseboard.tagging.context import EMPTY
from caseboard.tagging.document import Document, Span
from caseboard.tagging.found import Found
from caseboard.tagging.statements import speakers
from caseboard.tagging.suggestions import GovernmentSuggestion, PersonSuggestion


def _voice(text: str, words: str, language: str = "en", found: Found = NOTHING) -> speakers.Voice:
    start = text.rindex(words)
    document = Document(text, language=language)
    return speakers.resolve(document, Span(start, start + len(words)), found, EMPTY)


@pytest.mark.parametrize(
    ("words", "language", "name"),
    [
        ("Ukrinfrom", "en", "Ukrinform"),
        (
            "the General Staff of Ukraine's Armed Forces",
            "en",
            "General Staff of the Armed Forces of Ukraine",
        ),
        ("Russia's Defense Ministry", "en", "Ministry of Defence of the Russian Federation"),
        ("Ukraine’s military intelligence", "en", "Defence Intelligence of Ukraine"),
        ("the Estonian Defence Ministry", "en", "Ministry of Defence of Estonia"),
        ("Poland's foreign ministry", "en", "Ministry of Foreign Affairs of Poland"),
        ("Генеральному штабі ЗСУ", "uk", "General Staff of the Armed Forces of Ukraine"),
        ("Міноборони РФ", "uk", "Ministry of Defence of the Russian Federation"),
        ("Міноборони", "uk", "Ministry of Defence of Ukraine"),
        ("Минобороны", "ru", "Ministry of Defence of the Russian Federation"),
        ("Минобороны Украины", "ru", "Ministry of Defence of Ukraine"),
        ("речниця оперативного командування «Південь»", "uk", "Operational Command South"),
        ("Укрінфромом", "uk", "Ukrinform"),
    ],
)
def test_a_source_is_known_under_its_usual_name(words, language, name):
    assert _voice(words, words, language).speaker.name == name


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("local police officers", SourceKind.OFFICIAL),
        ("the Brussels Times", SourceKind.OUTLET),
        ("a Telegram channel", SourceKind.SOCIAL),
        ("independent analysts", SourceKind.MONITOR),
        ("residents", SourceKind.PERSON),
        ("Maxar", SourceKind.IMAGERY),
    ],
)
def test_whom_no_table_knows_is_of_a_kind_by_the_words(words, kind):
    assert _voice(words, words).speaker.kind is kind


def test_a_headline_s_military_is_the_first_military_body_of_the_text():
    text = "The General Staff of Ukraine spoke. Ukraine repels attack, military"
    voice = _voice(text, "military")
    assert voice.speaker.name == "General Staff of the Armed Forces of Ukraine"
    assert voice.sureness < 0.8


def test_the_country_is_the_one_said_before_with_the_same_ministry():
    text = "The Polish Defence Ministry met on Monday. It rained. The Defence Ministry"
    assert _voice(text, "The Defence Ministry").speaker.name == "Ministry of Defence of Poland"


def test_nobody_s_ministry_stays_as_it_is_called():
    voice = _voice("The Defence Ministry", "The Defence Ministry")
    assert voice.speaker.name == "Defence Ministry"
    assert voice.sureness < 0.8


def test_a_country_in_another_sentence_is_not_the_ministry_s():
    text = "It was cold in Poland. Defence Ministry"
    assert _voice(text, "Defence Ministry").speaker.name == "Defence Ministry"


def test_sources_in_a_service_are_not_the_service():
    voice = _voice("two sources in the SBU", "two sources in the SBU")
    assert voice.speaker.name == "two sources in the SBU"
    assert voice.sureness < 0.8


def _person(text: str, name: str, role: str = "") -> PersonSuggestion:
    start = text.index(name)
    return PersonSuggestion(start=start, end=start + len(name), surface=name, name=name, role=role)


def test_a_spokesman_speaks_for_the_institution_of_his_role():
    text = "Ukraine said so. Andrii Kovalev"
    found = Found(people=[_person(text, "Andrii Kovalev", "General Staff spokesperson")])
    voice = _voice(text, "Andrii Kovalev", found=found)
    assert voice.speaker.name == "General Staff of the Armed Forces of Ukraine"
    assert voice.person == "Andrii Kovalev"


def test_a_person_of_no_institution_speaks_for_himself():
    text = "Jan Kowal"
    voice = _voice(text, text, found=Found(people=[_person(text, text, "farmer")]))
    assert (voice.speaker.name, voice.speaker.kind) == ("Jan Kowal", SourceKind.PERSON)


def test_of_two_persons_the_last_speaks_unless_a_comma_parts_them():
    text = "Adam Nowak lawyer Jan Kowal"
    found = Found(people=[_person(text, "Adam Nowak"), _person(text, "Jan Kowal")])
    assert _voice(text, text, found=found).speaker.name == "Jan Kowal"
    text = "Adam Nowak, lawyer of Jan Kowal"
    found = Found(people=[_person(text, "Adam Nowak"), _person(text, "Jan Kowal")])
    assert _voice(text, text, found=found).speaker.name == "Adam Nowak"


def test_a_journalist_speaks_for_himself():
    text = "Reuters correspondent Jan Kowal"
    found = Found(people=[_person(text, "Jan Kowal", "Reuters correspondent")])
    assert _voice(text, text, found=found).speaker.name == "Jan Kowal"
    assert _voice(text, "Jan Kowal", found=found).speaker.name == "Jan Kowal"


@pytest.mark.parametrize(
    ("text", "metonym", "name"),
    [
        ("Mexico", "Mexico", "Government of Mexico"),
        ("China, an ally of Pyongyang", "Pyongyang", "Government of China"),
    ],
)
def test_a_government_is_who_the_words_begin_with(text, metonym, name):
    start = text.index(metonym)
    government = GovernmentSuggestion(
        start=start, end=start + len(metonym), surface=metonym, name=metonym, country="MX"
    )
    assert _voice(text, text, found=Found(governments=[government])).speaker.name == name


def test_a_capital_alone_is_its_government():
    assert _voice("Берлине", "Берлине", "ru").speaker.name == "Government of Germany"


def test_he_is_the_last_person_and_the_ministry_the_last_ministry():
    text = "Jan Kowal met the Kremlin. he. the ministry"
    found = Found(people=[_person(text, "Jan Kowal")])
    assert _voice(text, "he.", found=found).speaker.name == "Jan Kowal"
    assert _voice(text, "the ministry", found=found).speaker.name == "Kremlin"


def test_he_without_anybody_before_is_unsure():
    assert _voice("he", "he").sureness <= 0.4


def test_the_speaker_keeps_the_place_and_the_words_of_the_text():
    speaker = _voice("So Ukrinfrom", "Ukrinfrom").speaker
    assert (speaker.start, speaker.end, speaker.surface) == (3, 12, "Ukrinfrom")
