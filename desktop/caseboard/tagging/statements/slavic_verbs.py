"""Sayings that a Ukrainian or Russian verb tells of."""

import re
from collections.abc import Iterator

from caseboard.tagging.document import Document, Span, Word
from caseboard.tagging.statements import slavic_words
from caseboard.tagging.statements.agencies import MEDIA
from caseboard.tagging.statements.attribution import Attribution, Manner
from caseboard.tagging.statements.channels import CITED
from caseboard.tagging.statements.slavic_phrases import Phrases, mention_in, split_told
from caseboard.tagging.statements.slavic_regions import Regions
from caseboard.tagging.statements.slavic_words import Verb, plain

_INQUIT = re.compile(r"(?P<mark>[»\"”“!?…,.])\s*,?\s*[–—-]\s*(?P<lead>(?:[^\W\d_]+\s+){0,3})$")
"""`…», – також сказав`; what stands between the dash and the verb may be the speaker."""
_TAIL = re.compile(r",\s*(?:(?:про це|об этом|так|також|также)\s+)?$", re.IGNORECASE)
_AS = re.compile(r"(?P<comma>,\s*)?\b(?:як|как)\s+(?:\w+\s+)?$", re.IGNORECASE)
_COLON = re.compile(r"[^.;!?:\n«»\"“”]{0,140}:\s*")
_ONWARD = re.compile(r"\s*[.,]\s*[–—-]?\s*(?=[«\"“„])")
_JOINED = re.compile(
    r"(?:,\s*(?:(?:і|й|та|и|а також|а также|але|но)\s+)?|\s(?:і|й|та|и)\s+)"
    r"(?:(?:також|также|як|как)\s+)?$"
)
"""What ends one saying before the next verb, or before the way it came."""
_AND = re.compile(r"[,\s](?:і|й|та|и|а також|а также|але|но)\s+(?:(?:також|также)\s+)?$")
_WINDOW = 80
_JOINT = 30
_LONGEST = 800
"""Characters of a sentence in which those cited are looked for."""
_REACH = 160
"""How far after its verb a clause may begin, in characters."""
_DIALOGUE = re.compile(r"\s*[–—-]\s+")
_SURE, _LIKELY, _MAYBE, _LOOSE = 0.95, 0.9, 0.7, 0.5
_NOBODY = 0.7


def find(document: Document, phrases: Phrases, regions: Regions) -> list[Attribution]:
    """Every saying, in the order of the verbs."""
    reader = _Reader(document, phrases, regions)
    return [found for word, verb in reader.cues for found in reader.read(word, verb)]


class _Reader:
    """Reads one document verb by verb."""

    def __init__(self, document: Document, phrases: Phrases, regions: Regions) -> None:
        self._document = document
        self._text = document.text
        self._phrases = phrases
        self._regions = regions
        table = slavic_words.verbs()
        self.cues = [
            (word, table[low])
            for word in document.words
            if (low := plain(word.text)) in table and self._may_tell(word)
        ]
        self._latest: tuple[Span, Span] | None = None
        self._indices = {cue.start: at for at, (cue, _verb) in enumerate(self.cues)}
        self._next = {
            one.start: other.start
            for (one, _v), (other, _w) in zip(self.cues, self.cues[1:], strict=False)
        }

    def _may_tell(self, word: Word) -> bool:
        """Whether a verb stands outside of what is quoted, or breaks it between dashes."""
        if self._regions.speech_at(word.start) is None:
            return True
        return _INQUIT.search(self._text, max(0, word.start - _JOINT), word.start) is not None

    def read(self, word: Word, verb: Verb) -> Iterator[Attribution]:
        """What a verb tells of; nothing where it tells of no saying."""
        region = self._regions.around(word.start)
        for form in (
            self._within,
            self._inquit,
            self._as,
            self._that,
            self._colon,
            self._tail,
            self._this,
        ):
            made = form(word, verb, region)
            if made is not None:
                yield made
                return
        made = self._about(word, verb, region) or self._object(word, verb, region)
        if made is not None:
            yield made

    def _within(self, word: Word, verb: Verb, region: Span) -> Attribution | None:
        """`«…, – сказав X. – …»`: the quotation goes on behind its speaker."""
        speech = self._regions.speech_at(word.start)
        if speech is None:
            return None
        speaker, told = self._after(word, Span(speech.start, speech.end - 1))
        if speaker is None:
            return None
        content = (speech.start, speech.end)
        return self._made(word, verb, region, content, speaker, told, Manner.QUOTE, _SURE)

    def _inquit(self, word: Word, verb: Verb, region: Span) -> Attribution | None:
        """`«…», – сказав X`, `…, – сказав X`."""
        begin = max(region.start, word.start - _WINDOW)
        match = _INQUIT.search(self._text, begin, word.start)
        if match is None:
            return None
        lead = match.group("lead")
        speaker, told = self._after(word, region)
        if speaker is None and lead.strip():
            at = match.start("lead")
            speaker = Span(at, at + len(lead.rstrip()))
        content = self._said_before(match.start("mark"), region, word, speaker)
        if content is None:
            return None
        start, end, manner = content
        return self._made(word, verb, region, (start, end), speaker, told, manner, _SURE)

    def _said_before(
        self, mark: int, region: Span, word: Word, speaker: Span | None
    ) -> tuple[int, int, Manner] | None:
        text = self._text
        speech = self._regions.speech_ending(mark + 1) or self._regions.speech_ending(mark)
        if speech is not None:
            onward = _ONWARD.match(text, speaker.end if speaker else word.end)
            further = self._regions.speech_from(onward.end()) if onward else None
            is_broken = further is not None and onward is not None and further.start == onward.end()
            return (
                speech.start,
                further.end if further is not None and is_broken else speech.end,
                Manner.QUOTE,
            )
        dialogue = _DIALOGUE.match(text, region.start)
        start = dialogue.end() if dialogue else region.start
        end = mark if text[mark] in ",." else mark + 1
        manner = Manner.QUOTE if dialogue else self._manner(start, end)
        return (start, end, manner) if end - start > 2 else None

    def _as(self, word: Word, verb: Verb, region: Span) -> Attribution | None:
        """`Як повідомив X, …`, and at the end `…, як повідомляє X`."""
        match = _AS.search(self._text, max(region.start, word.start - 30), word.start)
        if match is None or not (match.group("comma") or match.start() <= region.start + 2):
            return None
        speaker, told = self._after(word, region)
        if speaker is None:
            return None
        comma = self._text.find(",", speaker.end, region.end)
        if match.start() <= region.start + 2:
            content = (comma + 1, self._end(region, word)) if comma >= 0 else None
        else:
            content = (region.start, match.start() if comma < 0 else region.end)
        if content is None:
            return None
        return self._made(word, verb, region, content, speaker, told, None, _LIKELY)

    def _that(self, word: Word, verb: Verb, region: Span) -> Attribution | None:
        """`X заявив, що …`, `повідомив X, що …`."""
        stop = min(region.end, word.end + _REACH, self._next.get(word.start, region.end))
        match = slavic_words.THAT.search(self._text, word.end, stop)
        if match is None or self._is_parted(word.end, match.start()):
            return None
        speaker, told = self._beside(word, region, match.start())
        content = (match.end(), self._end(region, word))
        return self._made(word, verb, region, content, speaker, told, None, _SURE)

    def _colon(self, word: Word, verb: Verb, region: Span) -> Attribution | None:
        """`X сказав: «…»`, also where the quotation is a paragraph of its own."""
        match = _COLON.match(self._text, word.end)
        if match is None or verb.kind == "thought":
            return None
        speech = self._regions.speech_at(match.end())
        if speech is not None and speech.start != match.end():
            speech = None
        end = speech.end if speech else region.end
        if end <= match.end():
            return None
        speaker, told = self._beside(word, region, match.end() - 1)
        manner = Manner.QUOTE if speech else None
        strength = _SURE if speech else _MAYBE
        return self._made(word, verb, region, (match.end(), end), speaker, told, manner, strength)

    def _tail(self, word: Word, verb: Verb, region: Span) -> Attribution | None:
        """`…, повідомляє X з посиланням на Y`, at the end of a sentence."""
        match = _TAIL.search(self._text, max(region.start, word.start - 20), word.start)
        if match is None or verb.kind in ("call", "thought"):
            return None
        if self._phrases.ends_in_time(match.start()):
            return None
        speaker, told = self._after(word, region)
        if speaker is None or self._is_relay_only(word, region, speaker):
            return None
        speech = self._regions.speech_ending(match.start())
        manner = Manner.QUOTE if speech else None
        content = (speech.start if speech else region.start, match.start())
        if speech is None and self._goes_on(speaker.end, region):
            content = self._around(content, speaker.end, region)
        return self._made(word, verb, region, content, speaker, told, manner, _LIKELY)

    def _goes_on(self, end: int, region: Span) -> bool:
        """Whether the sentence goes on behind a speaker that stands in its middle."""
        return self._text[end : end + 1] == "," and region.end - end > _WINDOW // 4

    def _around(self, before: tuple[int, int], end: int, region: Span) -> tuple[int, int]:
        """`При цьому, зазначили в X, …` is what follows; else the sentence on both sides."""
        words = self._document.words_in(*before)
        is_lead = all(plain(word.text) in slavic_words.LEADING for word in words)
        return (end if is_lead else before[0], region.end)

    def _is_relay_only(self, word: Word, region: Span, speaker: Span) -> bool:
        """`Речник заявив, що …, передає Укрінформ`: the way of what somebody else said."""
        at = self._indices[word.start]
        earlier = at > 0 and self.cues[at - 1][0].start >= region.start
        return earlier and self._is_medium(speaker)

    def _this(self, word: Word, verb: Verb, region: Span) -> Attribution | None:
        """`Про це повідомляє X з посиланням на Y.`: what the sentence before says."""
        match = slavic_words.THIS.match(self._text, region.start)
        after = slavic_words.THIS.match(self._text, word.end)
        if not (match and match.end() <= word.start) and after is None:
            return None
        if region.start < 2:
            return None
        before = self._regions.around(self._document.sentence_at(region.start - 1).start)
        if before.end > region.start:
            return None
        speaker, told = self._beside(word, region, region.end, after.end() if after else None)
        content = (before.start, before.end)
        return self._made(word, verb, region, content, speaker, told, None, _LIKELY)

    def _about(self, word: Word, verb: Verb, region: Span) -> Attribution | None:
        """`X повідомив про обстріл Куп’янська`."""
        if verb.kind not in ("say", "fact"):
            return None
        if slavic_words.ABOUT.match(self._text, region.start):
            after, told = self._after(word, region)
            content = (region.start, word.start)
            if after is not None:
                return self._made(word, verb, region, content, after, told, None, _LOOSE)
        stop = min(region.end, word.end + _WINDOW)
        match = slavic_words.ABOUT.search(self._text, word.end, stop)
        if match is None or self._is_parted(word.end, match.start()):
            return None
        speaker, told = self._beside(word, region, match.start())
        content = (match.start(), self._end(region, word))
        return self._made(word, verb, region, content, speaker, told, None, _LOOSE)

    def _object(self, word: Word, verb: Verb, region: Span) -> Attribution | None:
        """`X спростував захоплення міста`, `X пообіцяв помститися`."""
        if plain(self._text[max(0, word.start - 3) : word.start]).strip() == "не":
            return None
        telling = verb.kind in ("deny", "call") or verb.english in ("confirm", "admit", "announce")
        if not telling or not self._text[word.end : word.end + 1].isspace():
            return None
        speaker = self._shared(word, region) or self._phrases.before(word.start, region.start)
        if speaker is None:
            return None
        content = (word.end, self._end(region, word))
        return self._made(word, verb, region, content, speaker, (), None, _LOOSE)

    def _shared(self, word: Word, region: Span) -> Span | None:
        """Who spoke before in the same sentence: `X повідомив, що …, та додав, що …`."""
        match = _AND.search(self._text, max(region.start, word.start - _JOINT), word.start)
        if match is None or self._latest is None or self._latest[0] != region:
            return None
        return self._latest[1]

    def _is_parted(self, start: int, end: int) -> bool:
        """Whether a sentence ends, or a verb that is no part of the phrase, stands between."""
        return (
            any(mark in self._text[start:end] for mark in ";:\n") or ". " in self._text[start:end]
        )

    def _after(self, word: Word, region: Span) -> tuple[Span | None, tuple[Span, ...]]:
        span = self._phrases.after(word.end, region.end)
        return split_told(self._document, span) if span else (None, ())

    def _beside(
        self, word: Word, region: Span, stop: int, start: int | None = None
    ) -> tuple[Span | None, tuple[Span, ...]]:
        """The speaker before the verb, else the one after it."""
        shared = self._shared(word, region)
        if shared is not None:
            return shared, ()
        begin = region.start
        this = slavic_words.THIS.match(self._text, begin)
        if this and this.end() <= word.start:
            begin = this.end()
        speaker = self._phrases.before(word.start, begin)
        after = self._phrases.after(start or word.end, stop)
        rest, told = split_told(self._document, after) if after else (None, ())
        if speaker is not None:
            is_told = after is not None and self._is_medium(after)
            return speaker, (after,) if after is not None and is_told else ()
        return rest, told

    def _is_medium(self, span: Span) -> bool:
        named = mention_in(self._document, span.start, span.end)
        return named is not None and named.agency.kind in MEDIA

    def _end(self, region: Span, word: Word) -> int:
        """Where what is said ends: before a second verb of the same speaker, or a way it came."""
        index = self._indices[word.start] + 1
        if index == len(self.cues) or self.cues[index][0].start >= region.end:
            return region.end
        following = self.cues[index][0].start
        match = _JOINED.search(self._text, max(word.end, following - _JOINT), following)
        return match.start() if match else region.end

    def _manner(self, start: int, end: int) -> Manner:
        speech = self._regions.speech_from(start)
        if speech is None or speech.start >= end:
            return Manner.SPEECH
        outside = (speech.start - start) + max(0, end - speech.end)
        return Manner.QUOTE if outside <= 2 else Manner.MIXED

    def _cited(self, region: Span, start: int, end: int) -> tuple[Span, ...]:
        """Whom the sentence rests on: `із посиланням на двох чиновників`."""
        stop = min(region.end, region.start + _LONGEST)
        matches = CITED.finditer(self._text, region.start, stop)
        ends = [match.end() for match in matches if not start <= match.start() < end]
        spans = (self._phrases.after(begin, region.end) for begin in ends)
        return tuple(span for span in spans if span is not None)

    def _made(
        self,
        word: Word,
        verb: Verb,
        region: Span,
        content: tuple[int, int],
        speaker: Span | None,
        told: tuple[Span, ...],
        manner: Manner | None,
        strength: float,
    ) -> Attribution | None:
        start, end = trimmed(self._text, *content)
        if end - start < 3:
            return None
        if manner is None:
            manner = Manner.THOUGHT if verb.kind == "thought" else self._manner(start, end)
        if speaker is None:
            strength *= _NOBODY
        else:
            self._latest = (region, speaker)
        return Attribution(
            content_start=start,
            content_end=end,
            speaker_start=speaker.start if speaker else None,
            speaker_end=speaker.end if speaker else None,
            verb=verb.english,
            cue_start=word.start,
            cue_end=word.end,
            manner=manner,
            sentence=region,
            told=told,
            cited=self._cited(region, start, end),
            strength=strength,
        )


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Without space around, a mark of listing before, and the full stop or comma at the end."""
    while start < end and text[start] in " \t\n\u00a0,;:–—-":
        start += 1
    while end > start and text[end - 1] in " \t\n\u00a0,;:–—-.":
        end -= 1
    return start, end
