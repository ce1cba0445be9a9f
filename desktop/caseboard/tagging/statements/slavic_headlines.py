"""`ЗСУ відбили всі атаки – Генштаб`, `Ковальов: ворог не увійшов`: sayings of headlines."""

import re
from collections.abc import Iterator

from caseboard.tagging.document import Document, Span
from caseboard.tagging.statements.attribution import Attribution, Manner
from caseboard.tagging.statements.slavic_phrases import Phrases, mention_in
from caseboard.tagging.statements.slavic_verbs import trimmed
from caseboard.tagging.statements.slavic_words import plain, verbs

_LAST = re.compile(r"(?:\s[–—-]\s|,\s+[–—-]\s*)(?P<who>[^–—:,.]{2,70})$")
_FIRST = re.compile(r"(?P<who>[^–—:,.«»\"]{2,60}):\s+(?=\S)")
_STRENGTH = 0.85
_LONGEST = 300


def find(document: Document, phrases: Phrases) -> Iterator[Attribution]:
    """Every headline with a speaker, in reading order."""
    for sentence in document.sentences:
        text = document.text
        if sentence.end - sentence.start > _LONGEST or text[sentence.end - 1] in ".?!:;…":
            continue
        if not _is_line(text, sentence):
            continue
        match = _LAST.search(text, sentence.start, sentence.end)
        if match is not None:
            content = (sentence.start, match.start())
        else:
            match = _FIRST.match(text, sentence.start, sentence.end)
            content = (match.end(), sentence.end) if match else (0, 0)
        if match is None:
            continue
        who = Span(*match.span("who"))
        if _is_speaker(document, phrases, who):
            yield _made(text, sentence, who, content)


def _is_line(text: str, sentence: Span) -> bool:
    before = (
        text[max(0, sentence.start - 20) : sentence.start].rstrip(" \t\u00a0")[-1:]
        if sentence.start
        else "\n"
    )
    return before == "\n" and text[sentence.end : sentence.end + 1] in ("", "\n", "\r")


def _is_speaker(document: Document, phrases: Phrases, who: Span) -> bool:
    words = document.words_in(who.start, who.end)
    if not words or len(words) > 7 or any(plain(word.text) in verbs() for word in words):
        return False
    return mention_in(document, who.start, who.end) is not None or phrases.names_person(who)


def _made(text: str, sentence: Span, who: Span, content: tuple[int, int]) -> Attribution:
    start, end = trimmed(text, *content)
    quoted = text[start : start + 1] in '«"“„'
    return Attribution(
        content_start=start,
        content_end=end,
        speaker_start=who.start,
        speaker_end=who.end,
        verb="say",
        manner=Manner.QUOTE if quoted else Manner.SPEECH,
        sentence=sentence,
        strength=_STRENGTH,
    )
