"""English sentences of our own: whose word it is, and through whom it came."""

import csv
from pathlib import Path

import pytest
from saying import NOTHING, attributed, said

from caseboard.model.terms import DiffersOn, SourceKind
from caseboard.tagging.context import Context, KnownSource
from caseboard.tagging.document import Span
from caseboard.tagging.engine import suggest
from caseboard.tagging.found import Found
from caseboard.tagging.gazetteer.naming import key as fold
from caseboard.tagging.statements import relays
from caseboard.tagging.statements.attribution import Manner
from caseboard.tagging.suggestions import Kind, TimeSuggestion
from support import real_input

with (Path(__file__).parent / "said_english.csv").open(encoding="utf-8", newline="") as rows:
    MARKED = [tuple(row.values()) for row in csv.DictReader(rows)]
GENERAL_STAFF = "General Staff of the Armed Forces of Ukraine"
OUTLET = Context(outlet="The Daily Example", outlet_id="s-1")


def _span(text: str, words: str) -> Span:
    return Span(text.index(words), text.index(words) + len(words))


@pytest.mark.parametrize(("text", "claimant", "way"), MARKED)
def test_a_sentence_gives_its_claimant_and_relays(text, claimant, way):
    found = {
        (
            statement.claimant.name if statement.claimant else "",
            ",".join(relay.name for relay in statement.relays),
        )
        for statement in said(text)
    }
    assert (claimant, way) in found


def test_who_is_cited_is_the_claimant_and_who_cites_the_first_relay():
    text = "Ukrinfrom reported, citing the General Staff, the attack was repelled."
    document, attribution = attributed(
        text,
        "the attack was repelled",
        "Ukrinfrom",
        cited=[_span(text, "the General Staff")],
    )
    statement = relays.complete(document, attribution, NOTHING, OUTLET)
    assert statement is not None
    assert statement.claimant is not None
    assert statement.claimant.name == GENERAL_STAFF
    assert [relay.name for relay in statement.relays] == ["Ukrinform", "The Daily Example"]
    assert statement.relays[-1].known_id == "s-1"


def test_of_several_in_a_row_the_nearest_to_the_claimant_is_the_first_relay():
    text = "Reuters said the bridge fell, citing TASS, citing the Kremlin, citing the FSB."
    cited = [_span(text, "TASS"), _span(text, "the Kremlin"), _span(text, "the FSB")]
    document, attribution = attributed(text, "the bridge fell", "Reuters", cited=cited[:2])
    statement = relays.complete(document, attribution, NOTHING, Context())
    assert statement is not None
    assert statement.claimant is not None
    assert {statement.claimant.name, *(relay.name for relay in statement.relays)} == {
        "TASS",
        "Kremlin",
        "Reuters",
    }
    assert statement.relays[-1].name == "Reuters"


def test_an_official_who_cites_somebody_speaks_for_himself():
    text = "The Kremlin said the bridge fell, citing Reuters."
    document, attribution = attributed(
        text, "the bridge fell", "The Kremlin", cited=[_span(text, "Reuters")]
    )
    statement = relays.complete(document, attribution, NOTHING, Context())
    assert statement is not None
    assert statement.claimant is not None
    assert statement.claimant.name == "Kremlin"
    assert statement.relays == ()


def test_the_outlet_is_no_relay_of_its_own_words():
    text = "Reuters said the bridge fell."
    document, attribution = attributed(text, "the bridge fell", "Reuters")
    statement = relays.complete(document, attribution, NOTHING, Context(outlet="Reuters"))
    assert statement is not None
    assert statement.relays == ()


def test_reporters_who_are_told_are_no_relay():
    text = "The Kremlin told reporters the bridge fell."
    document, attribution = attributed(
        text, "the bridge fell", "The Kremlin", told=[_span(text, "reporters")]
    )
    statement = relays.complete(document, attribution, NOTHING, Context())
    assert statement is not None
    assert statement.relays == ()


def test_when_it_was_said_stands_by_the_verb_and_when_it_happened_in_the_words():
    text = "Reuters said on Nov. 14 the bridge fell on Nov. 12."
    document, attribution = attributed(text, "the bridge fell on Nov. 12", "Reuters")
    times = [
        TimeSuggestion(start=text.index(day), end=text.index(day) + 7, surface=day, edtf=edtf)
        for day, edtf in (("Nov. 14", "2024-11-14"), ("Nov. 12", "2024-11-12"))
    ]
    statement = relays.complete(document, attribution, Found(times=times), Context())
    assert statement is not None
    assert (statement.said_when, statement.event_time) == ("2024-11-14", "2024-11-12")


def test_a_source_of_the_library_is_known_again_under_its_own_name():
    own = KnownSource("s-9", "GenStab", SourceKind.OFFICIAL, ("General Staff of Ukraine",), "UA")
    text = "The General Staff of Ukraine said the bridge fell."
    document, attribution = attributed(text, "the bridge fell", "The General Staff of Ukraine")
    statement = relays.complete(document, attribution, NOTHING, Context(sources=(own,)))
    assert statement is not None
    assert statement.claimant is not None
    assert (statement.claimant.name, statement.claimant.known_id) == ("GenStab", "s-9")


def test_a_known_source_is_found_by_any_name_the_table_has_for_it():
    own = KnownSource("s-9", "Генштаб ЗСУ", SourceKind.OFFICIAL)
    text = "The General Staff of Ukraine's Armed Forces said the bridge fell."
    document, attribution = attributed(
        text, "the bridge fell", "The General Staff of Ukraine's Armed Forces"
    )
    statement = relays.complete(document, attribution, NOTHING, Context(sources=(own,)))
    assert statement is not None
    assert statement.claimant is not None
    assert statement.claimant.known_id == "s-9"


def test_words_the_case_turned_down_are_not_proposed_again():
    words = "the bridge fell"
    document, attribution = attributed(f"Reuters said {words}.", words, "Reuters")
    rejected = frozenset({(Kind.STATEMENT, fold(words))})
    assert relays.complete(document, attribution, NOTHING, Context()) is not None
    assert relays.complete(document, attribution, NOTHING, Context(rejected=rejected)) is None


def test_a_quotation_of_nobody_has_no_claimant_and_a_low_score():
    document, attribution = attributed('"The bridge fell."', '"The bridge fell."')
    statement = relays.complete(document, attribution, NOTHING, Context())
    assert statement is not None
    assert statement.claimant is None
    assert statement.score <= 0.5


def test_a_thought_scores_half_of_what_speech_does():
    text = "Reuters said the bridge fell."
    spoken = relays.complete(*attributed(text, "the bridge fell", "Reuters"), NOTHING, Context())
    thought = relays.complete(
        *attributed(text, "the bridge fell", "Reuters", manner=Manner.THOUGHT), NOTHING, Context()
    )
    assert spoken is not None
    assert thought is not None
    assert thought.score < 0.6 * spoken.score


def test_nothing_is_said_by_marks_alone():
    document, attribution = attributed('Reuters said "…".', '"…"', "Reuters")
    assert relays.complete(document, attribution, NOTHING, Context()) is None


def test_a_credit_of_a_picture_library_is_no_relay():
    text = "Reuters said the bridge fell (Jo Doe/AFP via Getty Images)."
    document, attribution = attributed(text, "the bridge fell", "Reuters")
    statement = relays.complete(document, attribution, NOTHING, Context())
    assert statement is not None
    assert statement.relays == ()


def test_what_only_tells_the_way_of_another_is_left_out():
    (statement,) = said(
        "Russia's Defense Ministry claimed its troops had taken the town, according to TASS."
    )
    assert statement.claimant is not None
    assert statement.claimant.name == "Ministry of Defence of the Russian Federation"
    assert [relay.name for relay in statement.relays] == ["TASS"]


def test_the_article_everyone_knows_gives_its_two_accounts_and_their_dispute():
    text = real_input("kupiansk", "kupiansk-article.txt").read_text("utf-8")
    found = suggest(text, published="2024-11-14", context=Context(outlet="The Kyiv Independent"))
    by_words = {statement.surface[:24]: statement for statement in found.statements}
    repelled, quoted, entered = (
        by_words[words]
        for words in (
            "Ukrainian forces success",
            '"All Russian attacks in ',
            "two columns of Russian f",
        )
    )
    for statement in (repelled, quoted):
        assert statement.claimant is not None
        assert statement.claimant.name == GENERAL_STAFF
        assert [relay.name for relay in statement.relays] == ["Ukrinform", "The Kyiv Independent"]
    assert "Andrii Kovalev" in quoted.reason
    assert entered.claimant is not None
    assert entered.claimant.name == "DeepState"
    assert entered.said_when.startswith("2024-11-13")
    (dispute,) = found.disputes
    assert dispute.b is not None
    assert {found.statements[dispute.a], found.statements[dispute.b]} <= {
        repelled,
        quoted,
        entered,
    }
    assert set(dispute.differs_on) >= {DiffersOn.ENTRY, DiffersOn.OUTCOME}
