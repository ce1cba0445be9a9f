"""What holds of suggestions whatever the text: spans, scores, and that they survive being kept."""

from hypothesis import given, settings
from hypothesis import strategies as st

from caseboard.commands import proposed
from caseboard.model import edtf
from caseboard.tagging import tasks
from caseboard.tagging.engine import suggest
from caseboard.tagging.proposals import proposals

PIECES = (
    "Kupiansk", "Kharkiv", "Oblast", "the", "General Staff", "said", "that", "«", "»", "“", "”",
    '"', "'", ",", ".", ":", "—", "(", ")", "on Nov. 14", "2024", "92nd Brigade", "92-га ошбр",
    "Куп'янськ", "Харківська область", "Москва", "заявила,", "що", "В Кремле", "прошло совещание",
    "Moscow's", "T-72", "Т-72", "told Ukrinform", "citing", "according to", "за словами",
    "по данным Генштаба", "\n\n", "37UDR0020507310", "49.7, 37.6", "two columns", "дві колони",
    "President Zelensky", "Володимир Зеленський", "he", "вона", "3rd", "танковая армия", "Paris,",
    "Texas", "La.", "yesterday", "вчора", "10:30 UTC", "🙂", "\u200b", "\u0301", "ß", "İ", "ŉ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=40).flatmap(
    lambda pieces: st.sampled_from([" ".join(pieces), "".join(pieces), " ".join(pieces).upper()])
)
LANGUAGES = st.sampled_from([None, "en", "uk", "ru", "pl", "xx"])
PUBLISHED = st.sampled_from([None, "", "2024-11-14", "2024", "no date"])
KINDS = ("locations", "governments", "units", "people", "equipment", "times", "statements")


def everything(found):
    return [one for kind in (*KINDS, "disputes") for one in getattr(found, kind)]


@settings(max_examples=150, deadline=None)
@given(text=TEXTS, language=LANGUAGES, published=PUBLISHED)
def test_every_suggestion_stands_in_the_text_and_says_how_sure_it_is(text, language, published):
    found = suggest(text, language=language, published=published)
    for one in everything(found):
        assert text[one.start : one.end] == one.surface
        assert one.start < one.end
        assert 0 <= one.score <= 1
        assert one.reason
    for kind in KINDS:
        starts = [one.start for one in getattr(found, kind)]
        assert starts == sorted(starts)
    for time in found.times:
        edtf.read(time.edtf)


@settings(max_examples=60, deadline=None)
@given(text=TEXTS)
def test_the_same_text_gives_the_same_and_all_of_it_can_be_kept(text):
    found = suggest(text, published="2024-11-14")
    assert suggest(text, published="2024-11-14") == found
    kept = tasks.SUGGESTIONS.dump_python(found, mode="json")
    assert tasks.suggestions({"suggestions": kept}) == found
    assert len(proposed.rows(found)) == len(proposals(found))
