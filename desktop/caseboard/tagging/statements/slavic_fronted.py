"""`За словами X, …`, `по данным X`: sayings without a verb."""

from collections.abc import Iterator

from caseboard.tagging.document import Document, Span
from caseboard.tagging.statements.attribution import Attribution, Manner
from caseboard.tagging.statements.slavic_phrases import Phrases, mention_in
from caseboard.tagging.statements.slavic_regions import Regions
from caseboard.tagging.statements.slavic_verbs import trimmed
from caseboard.tagging.statements.slavic_words import FRONTED, HIS, LEADING, plain

_NAMED, _UNNAMED = 0.92, 0.75


def find(document: Document, phrases: Phrases, regions: Regions) -> Iterator[Attribution]:
    """Every such saying, in reading order."""
    for cue, his in _cues(document.text):
        if regions.speech_at(cue.start) is None:
            region = regions.around(cue.start)
            speaker = his or phrases.after(cue.end, region.end)
            content = _content(document, region, cue, speaker)
            if speaker is None or content is None or _is_paper(document, cue, speaker):
                continue
            if content[1] - content[0] > 2:
                yield _made(document, regions, region, cue, speaker, content)


def _is_paper(document: Document, cue: Span, speaker: Span) -> bool:
    """`Згідно з законом`: no source, but a rule or a result."""
    word = document.text[cue.start : cue.end].casefold()
    if not word.startswith(("згідно", "відповідно", "согласно")):
        return False
    return mention_in(document, speaker.start, speaker.end) is None


def _cues(text: str) -> Iterator[tuple[Span, Span | None]]:
    """Where such words stand, with the speaker where that is a pronoun among them."""
    for match in FRONTED.finditer(text):
        yield Span(*match.span()), None
    for match in HIS.finditer(text):
        yield Span(*match.span()), Span(*match.span(1))


def _content(
    document: Document, region: Span, cue: Span, speaker: Span | None
) -> tuple[int, int] | None:
    """What is said: after the speaker, or before him at the end, or all around."""
    if speaker is None:
        return None
    text = document.text
    lead = document.words_in(region.start, cue.start)
    behind = max(speaker.end, cue.end)
    comma = text.find(",", behind, region.end)
    if all(plain(word.text) in LEADING for word in lead):
        if comma < 0 or text[behind:comma].strip(' »"'):
            named = mention_in(document, speaker.start, speaker.end)
            return trimmed(text, named.end if named else behind, region.end)
        return trimmed(text, comma + 1, region.end)
    if not text[behind : region.end].strip(' .»"!?'):
        return trimmed(text, region.start, cue.start)
    if text[max(0, cue.start - 5) : cue.start].rstrip()[-1:] in ",–—":
        return trimmed(text, region.start, region.end)
    return None


def _made(
    document: Document,
    regions: Regions,
    region: Span,
    cue: Span,
    speaker: Span,
    content: tuple[int, int],
) -> Attribution:
    speech = regions.speech_from(content[0])
    quoted = speech is not None and speech.start < content[1]
    whole = quoted and speech is not None and speech.start == content[0]
    manner = Manner.QUOTE if whole else Manner.MIXED if quoted else Manner.SPEECH
    named = mention_in(document, speaker.start, speaker.end)
    return Attribution(
        content_start=content[0],
        content_end=content[1],
        speaker_start=speaker.start,
        speaker_end=speaker.end,
        verb="according to",
        cue_start=cue.start,
        cue_end=cue.end,
        manner=manner,
        sentence=region,
        strength=_NAMED if named else _UNNAMED,
    )
