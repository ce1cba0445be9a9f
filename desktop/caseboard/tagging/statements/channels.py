"""How a word travelled: whom a sentence rests on, and to whom or through whom it was said."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from caseboard.tagging.document import Document, Span
from caseboard.tagging.statements import agencies
from caseboard.tagging.statements.agencies import MEDIA
from caseboard.tagging.statements.attribution import Attribution

CITED = re.compile(
    r"\b(?:citing|(?:with|in) reference to|referring to|quoting|attributing (?:it|this) to"
    r"|(?:із?|з) посиланням на|посилаючись на|цитуючи|со ссылкой на|ссылаясь на|цитируя)\s+",
    re.IGNORECASE,
)
"""Who stands after this is nearer to what happened."""
_TOLD = re.compile(
    r"\b(?:(?:quoted|cited|carried|relayed) by|as (?:reported by|told to)|told|according to"
    r"|(?:comments?|interview|statement|remarks) (?:to|for|with)|speaking (?:to|with)|on air o[fn]"
    r"|[ув] коментар[іь]?(?: для)?|[ув] інтерв['’ʼ]ю(?: для| з)?|[ув] ефірі|[ув] розмові з|на запит"
    r"|цитує|передає|пише|повідомляє|в комментарии(?: для)?|в интервью(?: с)?|в эфире"
    r"|в разговоре с|на запрос|переда[её]т|пишет|сообщает|цитирует|приводит)\s+",
    re.IGNORECASE,
)
"""Who stands after this passed it on."""
_NEAR = 60
"""How far after such words the name begins, in characters: `його словами, агентству …`."""
_LONGEST = 800
"""Characters of a sentence that are looked at."""


def cited(document: Document, attribution: Attribution) -> Sequence[Span]:
    """Whom the sentence of a saying rests on, in the order of the text."""
    return [span for span in _after(document, attribution, CITED) if span is not None]


def told(document: Document, attribution: Attribution) -> Sequence[Span]:
    """Agencies and outlets the sentence of a saying names as its way, in the order of the text."""
    spans = _after(document, attribution, _TOLD, media_only=True)
    speaker = attribution.speaker
    return [span for span in spans if not (speaker and speaker.touches(span.start, span.end))]


def _after(
    document: Document,
    attribution: Attribution,
    marks: re.Pattern[str],
    *,
    media_only: bool = False,
) -> list[Span]:
    sentence = attribution.sentence
    stop = min(sentence.end, sentence.start + _LONGEST)
    spans = []
    for mark in marks.finditer(document.text, sentence.start, stop):
        if attribution.content_start <= mark.start() < attribution.content_end:
            continue
        span = _named_after(document, mark.end(), stop, media_only=media_only)
        if span is not None and span not in spans:
            spans.append(span)
    return spans


def _named_after(document: Document, at: int, stop: int, *, media_only: bool) -> Span | None:
    mentions = agencies.of_document(document)
    place = bisect_left(mentions, at, key=lambda mention: mention.start)
    if place == len(mentions):
        return None
    mention = mentions[place]
    if mention.start > min(stop, at + _NEAR) or (media_only and mention.agency.kind not in MEDIA):
        return None
    between = document.text[at : mention.start]
    if any(mark in between for mark in ",;:()\n"):
        return None
    start = at if between.strip() and not media_only else mention.start
    return Span(start, mention.end)
