"""Finds people named in full in Cyrillic letters, in any case."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseboard.i18n import _
from caseboard.tagging.people import declension, tables
from caseboard.tagging.people import slavic_roles as roles
from caseboard.tagging.people.mention import Mention
from caseboard.tagging.people.tables import Given, words
from caseboard.tagging.people.token import Token

_PATRONYMIC = re.compile(
    r"(?:[оеєй]вич|[іь]ч|[ії]вн|овн|евн|иничн|ьевич)(?:|а|у|ем|ем|ом|і|ові|еві|е|ы|и|ой|ою|і)"
)
_SURNAME = re.compile(
    r"(?:енк(?:о|а|у|ові|ом|ові)|[сзц]ьк(?:ий|ого|ому|им|ім|а|ої|ій|у|ою)"
    r"|[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую)|(?:чу|ю|у|я|а)к(?:|а|у|ові|ом)"
    r"|[оеєё]в(?:|а|у|ым|им|ові|ом|е|ої|ій|ой|ою)|[иії]н(?:|а|у|ым|им|ові|ом|е|ої|ій|ой|ою)"
    r"|[оеи]ць(?:|я)|швілі|швили|дзе|ян(?:|а|у|ом)|[оиуея]вич(?:|а|у|ем|ові))"
)
_VERBS = ("в", "ла", "ли", "ло", "л", "ть", "ся", "ет", "ют", "ит", "ят")


@dataclass(frozen=True, slots=True)
class _Name:
    """A given name with what follows it: tokens from `first` to before `last`."""

    first: int
    last: int
    given: int
    surname: int
    reading: Given | None
    """None for an initial."""


def mentions(
    text: str, tokens: Sequence[Token], starts: frozenset[int], language: str
) -> Iterator[Mention]:
    """Every person; `starts` are the tokens that begin a sentence."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not (token.is_cyrillic and token.is_capital):
            index += 1
            continue
        name = _full(tokens, index) or _titled(tokens, index, language)
        found = _mention(text, tokens, name, starts, language) if name else None
        if found:
            yield found
        index = found.last if found else index + 1


def is_surname(word: str) -> bool:
    """Whether a word in lower case ends as Slavic surnames do, in any case."""
    begin = max(1, len(word) - 7)
    return len(word) > 3 and any(_SURNAME.fullmatch(word, at) for at in range(begin, len(word)))


def _full(tokens: Sequence[Token], index: int) -> _Name | None:
    token = tokens[index]
    if token.is_initial:
        return _after_initials(tokens, index)
    readings = tables.given_cyrillic().get(token.key) if token.is_name_like else None
    if readings is None or not token.joins or index + 1 >= len(tokens):
        return None
    at = index + 1
    if at + 1 < len(tokens) and _is_middle(tokens[at]):
        at += 1
    if not _may_be_surname(tokens[at]):
        return _without_surname(tokens, index, at, readings[0])
    return _Name(index, at + 1, index, at, _reading(readings, tokens[at]))


def _is_middle(token: Token) -> bool:
    return (_is_patronymic(token) and token.joins) or (token.is_initial and token.is_dotted)


def _without_surname(tokens: Sequence[Token], index: int, at: int, given: Given) -> _Name | None:
    """`Иван Иванович` alone, where a patronymic stands and nothing after it."""
    if at == index + 2 and _is_patronymic(tokens[index + 1]):
        return _Name(index, index + 2, index, index + 1, given)
    return None


def _after_initials(tokens: Sequence[Token], index: int) -> _Name | None:
    at = index
    while at < len(tokens) and at - index < 3 and tokens[at].is_initial and tokens[at].is_dotted:
        at += 1
    if at == index or at >= len(tokens) or not _may_be_surname(tokens[at]):
        return None
    is_plain = is_surname(tokens[at].key)
    return _Name(index, at + 1, index, at, None) if is_plain else None


def _titled(tokens: Sequence[Token], index: int, language: str) -> _Name | None:
    """A surname alone, or with a given name we do not know, right after a title."""
    if (
        not index
        or not tokens[index - 1].joins
        or not roles.nominative(tokens[index - 1], language)
    ):
        return None
    if not _may_be_surname(tokens[index]):
        return None
    if tokens[index].joins and index + 1 < len(tokens) and _may_be_surname(tokens[index + 1]):
        if is_surname(tokens[index + 1].key) and not _is_adjective(tokens[index].key):
            return _Name(index, index + 2, index, index + 1, None)
        return None
    is_plain = is_surname(tokens[index].key) and not _is_adjective_of_place(tokens, index)
    return _Name(index, index + 1, index, index, None) if is_plain else None


def _is_adjective(key: str) -> bool:
    return key.endswith(("ої", "ого", "ій", "ому", "ской", "цкой", "ська", "ський", "ский", "ская"))


def _is_adjective_of_place(tokens: Sequence[Token], index: int) -> bool:
    """`начальник Харківської обласної …`: an adjective, with its noun after it."""
    key = tokens[index].key
    if key.endswith(("ської", "цької", "зької", "ской", "цкой")):
        return True
    is_adjective = key.endswith(("ського", "цького", "ского", "цкого"))
    follows = tokens[index + 1] if index + 1 < len(tokens) and tokens[index].joins else None
    if not is_adjective or follows is None or follows.is_capital or len(follows.key) < 5:
        return False
    return not follows.key.endswith(_VERBS)


def _is_patronymic(token: Token) -> bool:
    key = token.key
    if not token.is_capital or len(key) < 6:
        return False
    return any(_PATRONYMIC.fullmatch(key, at) for at in range(len(key) - 8, len(key) - 2) if at > 1)


def _may_be_surname(token: Token) -> bool:
    if not token.is_cyrillic or not token.is_name_like or len(token.text) < 2:
        return False
    key = token.key
    return key not in words("stop_slavic") and key not in words("head_slavic")


def _reading(readings: Sequence[Given], surname: Token) -> Given:
    """The reading whose gender the surname has."""
    is_feminine = surname.key.endswith(("ва", "на", "ська", "цька", "ская", "цкая", "ої", "ій"))
    wanted = "f" if is_feminine else "m"
    exact = [each for each in readings if each.gender == wanted and "n" in each.cases]
    return (exact or [each for each in readings if "n" in each.cases] or list(readings))[0]


def _mention(
    text: str, tokens: Sequence[Token], name: _Name, starts: frozenset[int], language: str
) -> Mention | None:
    if _is_of_a_thing(tokens, name):
        return None
    role = roles.before(text, tokens, name.first, language)
    role = role or roles.after(text, tokens, name.last, language)
    score = _score(tokens, name, role, is_start=name.first in starts)
    if score < 0.4:
        return None
    surname = _surname(tokens[name.surname], name, language)
    given = _given_part(text, tokens, name)
    reason = _("named with “{role}”").format(role=role) if role else _("given name and surname")
    gender = name.reading.gender if name.reading else ""
    spelt = f"{given} {surname}" if given else surname
    return Mention(
        name.first, name.last, spelt.strip(), tables.fold(surname), role, score, reason, gender
    )


def _given_part(text: str, tokens: Sequence[Token], name: _Name) -> str:
    """What stands before the surname, the given name in the nominative."""
    written = text[tokens[name.first].start : tokens[name.surname].start].strip()
    if name.reading is None or "n" in name.reading.cases:
        return written
    if name.surname == name.given + 1:
        return name.reading.nominative
    patronymic = tokens[name.given + 1].text
    return f"{name.reading.nominative} {patronymic.rstrip('уаеёоиімй')}"


def _surname(token: Token, name: _Name, language: str) -> str:
    """In the nominative: with an inflected given name the surname is inflected too."""
    reading = name.reading
    if reading is None:
        is_oblique = token.key.endswith(("ського", "ському", "ського", "ского", "скому", "ським"))
    else:
        is_oblique = "n" not in reading.cases
    if not is_oblique:
        return token.text
    gender = reading.gender if reading else "m"
    plain = declension.nominative_of_surname(token.key, gender, language)
    return "-".join(part.capitalize() for part in plain.split("-"))


def _score(tokens: Sequence[Token], name: _Name, role: str, *, is_start: bool) -> float:
    surname = tokens[name.surname].key
    score = 0.8 if name.reading else 0.62
    if is_surname(surname) or _is_patronymic(tokens[name.surname]):
        score += 0.1
    elif tokens[name.given].key in words("weak_slavic"):
        score -= 0.3
    if name.surname > name.given + 1:
        score += 0.08
    if role:
        score += 0.12
    elif _is_said(tokens, name):
        score += 0.06
    if name.first == name.surname:
        score = 0.75
    return min(score - 0.05 * is_start, 0.97)


def _is_said(tokens: Sequence[Token], name: _Name) -> bool:
    say = words("say_slavic")
    if name.last < len(tokens) and tokens[name.last - 1].joins and tokens[name.last].key in say:
        return True
    return name.first > 0 and tokens[name.first - 1].key in say


def _is_of_a_thing(tokens: Sequence[Token], name: _Name) -> bool:
    before = tokens[name.first - 1] if name.first else None
    if before and before.gap in {" ", ". ", " «"} and before.key in words("pre_slavic"):
        return True
    follows = tokens[name.last] if name.last < len(tokens) else None
    joins = tokens[name.last - 1].joins
    return bool(follows and joins and follows.key in words("head_slavic"))
