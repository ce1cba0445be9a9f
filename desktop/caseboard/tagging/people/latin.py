"""Finds people named in full in Latin letters."""

import re
from collections.abc import Iterator, Sequence

from caseboard.i18n import _
from caseboard.tagging.people import english_roles as roles
from caseboard.tagging.people import tables
from caseboard.tagging.people.mention import Mention
from caseboard.tagging.people.tables import words
from caseboard.tagging.people.token import Token

_SLAVIC = re.compile(
    r"(?:enko|sky|skyi|skyy|skiy|skii|ski|ska|skaya|chuk|iuk|yuk|uk|yk|ov|ev|yov|ova|eva|aya"
    r"|in|ina|yn|yna|vych|vich|icz|ić|ets|ak|iak|yak|shvili|dze|yan|ian|aev|oev|yev|iev)"
)
_SURELY_SLAVIC = re.compile(
    r"\w{2,}(?:enko|sky|skyi|skyy|skiy|skii|ska|skaya|chuk|iuk|yuk|ov|ev|ova|eva|vych|vich|shvili)"
)
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_OF_STATES = frozenset({"s", "k", "n", "e", "w", "va", "c", "d", "y", "j", "h", "m", "r", "i"})
"""What follows an initial without a space in `U.S.`, `S.E.` and `W.Va.`"""
_COMPASS = frozenset("nsew")
_LONGEST_RUN = 12


def mentions(text: str, tokens: Sequence[Token], starts: frozenset[int]) -> Iterator[Mention]:
    """Every person; `starts` are the tokens that begin a sentence, whose capital tells nothing."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not token.is_capital or token.is_cyrillic:
            index += 1
            continue
        end = _run(tokens, index)
        found = _named(text, tokens, index, end, starts)
        if found is not None:
            yield found
        index = max(end, index + 1) if found is None else max(found.last, index + 1)


def is_slavic(surname: str) -> bool:
    """Whether a surname in lower case ends as Slavic ones do."""
    return len(surname) > 3 and _ends(_SLAVIC, surname)


def _ends(pattern: re.Pattern[str], word: str) -> bool:
    return any(pattern.fullmatch(word, at) for at in range(max(0, len(word) - 8), len(word) - 1))


def _run(tokens: Sequence[Token], first: int) -> int:
    """The token after the capitalised words that stand together from `first` on."""
    end = first + 1
    while end < len(tokens) and end - first < _LONGEST_RUN and _follows(tokens, end):
        end += 1
    while end > first + 1 and not tokens[end - 1].is_capital:
        end -= 1
    return end


def _follows(tokens: Sequence[Token], index: int) -> bool:
    last, token = tokens[index - 1], tokens[index]
    if not last.joins and not (last.is_dotted and _takes_dot(last)):
        return False
    if token.is_cyrillic:
        return False
    return token.is_capital or token.key in words("initial_particles")


def _takes_dot(token: Token) -> bool:
    return token.is_initial or token.key in words("abbreviation_en")


def _named(
    text: str, tokens: Sequence[Token], first: int, end: int, starts: frozenset[int]
) -> Mention | None:
    for begin in range(first, end - 1):
        if _is_given(tokens[begin]) and begin not in _kept_out(tokens, begin):
            last = _end_of_name(tokens, begin, end)
            if last:
                return _by_given(text, tokens, (first, begin, last, end), starts)
    return _by_role(text, tokens, first, end) or _by_surname(text, tokens, first, end)


def _kept_out(tokens: Sequence[Token], begin: int) -> frozenset[int]:
    """The place itself where what stands there is a title rather than a given name."""
    is_title = tokens[begin].key in words("role_en") or tokens[begin].key in words("pre_en")
    is_state = tokens[begin].is_initial and tokens[begin].gap == "." and begin + 1 < len(tokens)
    if is_state and tokens[begin + 1].key in _OF_STATES:
        is_title = True
    return frozenset({begin}) if is_title else frozenset()


def _is_given(token: Token) -> bool:
    if token.is_initial:
        return token.is_dotted
    if not token.is_name_like or token.is_owner:
        return False
    given = tables.given_latin()
    return token.key in given or ("-" in token.key and token.key.partition("-")[0] in given)


def _end_of_name(tokens: Sequence[Token], begin: int, end: int) -> int:
    """The token after the surname of the name that begins at `begin`; 0 where there is none."""
    at = begin + 1
    while at < end and (
        _is_middle(tokens, at, end) or tokens[at].key in words("initial_particles")
    ):
        at += 1
    if at >= end or not _may_be_surname(tokens[at]):
        return 0
    at += 1
    if at < end and tokens[at - 1].joins and _is_second_surname(tokens[at]):
        at += 1
    if at < end and tokens[at].key in _GENERATIONS:
        at += 1
    return at


def _is_middle(tokens: Sequence[Token], at: int, end: int) -> bool:
    token = tokens[at]
    if at + 1 >= end or token.is_owner:
        return False
    return token.is_initial or (_is_given(token) and _may_be_surname(tokens[at + 1]))


def _may_be_surname(token: Token) -> bool:
    if not token.is_name_like or len(token.text) < 2:
        return False
    key = token.key
    return not (key in words("notname_en") or key in words("role_en") or key in words("head_en"))


def _is_second_surname(token: Token) -> bool:
    key = token.key
    if not _may_be_surname(token) or key in tables.common_latin():
        return False
    return key in tables.surnames_latin() or is_slavic(key)


def _by_given(
    text: str, tokens: Sequence[Token], span: tuple[int, int, int, int], starts: frozenset[int]
) -> Mention | None:
    first, begin, last, end = span
    if _is_of_a_thing(tokens, begin, last, end):
        return None
    given, surname = tokens[begin], tokens[last - 1]
    if surname.key in _GENERATIONS:
        surname = tokens[last - 2]
    score = _strength(given, surname, is_start=begin in starts)
    role = roles.before(text, tokens, begin) or roles.after(text, tokens, last)
    score += 0.1 if role else 0.05 if _is_said(tokens, begin, last) else 0
    if begin and tokens[begin - 1].joins and not role:
        score -= _doubt(tokens[begin - 1], is_in_run=begin > first)
    if score < 0.4:
        return None
    reason = _("named with “{role}”").format(role=role) if role else _("given name and surname")
    return Mention(
        begin, last, _spelt(text, tokens, begin, last), surname.key, role, min(score, 0.97), reason
    )


def _strength(given: Token, surname: Token, *, is_start: bool) -> float:
    is_known = surname.key in tables.surnames_latin() or is_slavic(surname.key)
    is_common = surname.key in tables.common_latin()
    score = _strength_of_given(given)
    if is_known and not is_common:
        score += 0.08
    elif is_common:
        score -= 0.15 if is_known else 0.4
    if is_start and given.key in tables.common_latin() and not is_known:
        score -= 0.25
    return score


def _strength_of_given(given: Token) -> float:
    if given.is_initial:
        return 0.4 if given.key in _COMPASS else 0.6
    if given.key in tables.common_latin() or given.key in words("weak_en"):
        return 0.66
    return 0.8


def _doubt(before: Token, *, is_in_run: bool) -> float:
    if before.key == "the":
        return 0.35
    is_title = before.key in words("notname_en") or before.key in words("stop_en")
    return 0.2 if is_in_run and not is_title else 0.0


def _is_of_a_thing(tokens: Sequence[Token], begin: int, last: int, end: int) -> bool:
    """Whether the name is that of a street, a ship, a university and the like."""
    if begin and tokens[begin - 1].gap in {" ", ". "} and tokens[begin - 1].key in words("pre_en"):
        return True
    heads = words("head_en")
    if any(token.key in heads for token in tokens[last:end]):
        return True
    follows = tokens[last] if last < len(tokens) and tokens[last - 1].joins else None
    return follows is not None and follows.key in words("ship_en")


def _is_said(tokens: Sequence[Token], begin: int, last: int) -> bool:
    say = words("say_en")
    if last < len(tokens) and tokens[last - 1].joins and tokens[last].key in say:
        return True
    return begin > 0 and tokens[begin - 1].joins and tokens[begin - 1].key in say


def _spelt(text: str, tokens: Sequence[Token], first: int, last: int) -> str:
    return " ".join(text[tokens[first].start : tokens[last - 1].end].split())


def _by_role(text: str, tokens: Sequence[Token], first: int, end: int) -> Mention | None:
    """A name whose given name we do not know, or that has none, after a title."""
    role_words = words("role_en")
    at = next((i for i in range(end - 1, first - 1, -1) if tokens[i].key in role_words), None)
    if at is None:
        is_titled = first and tokens[first - 1].gap == " " and tokens[first - 1].key in role_words
        if not is_titled or tokens[first - 1].is_owner:
            return None
        at = first - 1
    name = tokens[at + 1 : end]
    is_polite = tokens[at].key in words("polite_en")
    if not 1 <= len(name) <= 3 or tokens[at].is_owner or tokens[at].text in {"DR", "REP"}:
        return None
    if not (all(map(_is_plain_name, name)) or (is_polite and _may_be_surname(name[-1]))):
        return None
    if _is_of_a_thing(tokens, at, end, end):
        return None
    score = _strength_of_titled(name, tokens[at])
    role = roles.before(text, tokens, at + 1)
    if score < 0.5 or not role:
        return None
    reason = _("named with “{role}”").format(role=role)
    spelt = _spelt(text, tokens, at + 1, end)
    return Mention(at + 1, end, spelt, name[-1].key, role, score, reason)


def _is_plain_name(token: Token) -> bool:
    if not _may_be_surname(token) or token.key in words("pre_en"):
        return token.key in words("initial_particles")
    return token.key not in tables.common_latin()


def _strength_of_titled(name: Sequence[Token], title: Token) -> float:
    surname = name[-1].key
    is_known = is_slavic(surname) or surname in tables.surnames_latin()
    if len(name) > 1:
        return 0.87 if is_known else 0.82
    if title.key in words("polite_en"):
        return 0.85
    if is_known:
        return 0.78
    return 0.6 if title.is_capital else 0.0


def _by_surname(text: str, tokens: Sequence[Token], first: int, end: int) -> Mention | None:
    """Two capitalised words of which the second ends as Slavic surnames do."""
    name = tokens[first:end]
    if len(name) != 2 or not all(map(_is_plain_name, name)) or name[0].is_initial:
        return None
    if _is_of_a_thing(tokens, first, end, end) or not _ends(_SURELY_SLAVIC, name[1].key):
        return None
    role = roles.after(text, tokens, end)
    is_said = _is_said(tokens, first, end)
    score = 0.85 if role else 0.78 if is_said else 0.55
    reason = _("ends as surnames do")
    return Mention(first, end, _spelt(text, tokens, first, end), name[1].key, role, score, reason)
