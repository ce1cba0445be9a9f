"""Makes suggestions of what was found: side, symbol, score and reason."""

from collections.abc import Mapping, Sequence

from caseboard.i18n import _
from caseboard.mapping import sidc
from caseboard.model.terms import Branch, Echelon, Side
from caseboard.tagging.suggestions import UnitSuggestion
from caseboard.tagging.units import naming
from caseboard.tagging.units.identity import Identity, likeliest
from caseboard.tagging.units.phrases import Phrase
from caseboard.tagging.units.table import Hit, Row, Table
from caseboard.tagging.units.terms import Sort
from caseboard.tagging.units.tokens import Tokens

_WEIGHTY = {Echelon.BRIGADE, Echelon.REGIMENT, Echelon.BATTALION}
"""Sizes that say that it is military; a division or a company may be anyone's."""


_AT_WAR = {"UA", "RU"}
"""Countries whose brigades the table has all but completely: a number alone tells."""


class Proposer:
    """For one text and one case."""

    def __init__(self, tokens: Tokens, sides: Mapping[str, Side], tables: Sequence[Table]) -> None:
        self._tokens = tokens
        self._sides = sides
        self._known = {
            row.id: row for table in tables for row in table.rows if row.known_id and row.id
        }

    def of_phrase(
        self, phrase: Phrase, identity: Identity, parent: UnitSuggestion | None
    ) -> UnitSuggestion | None:
        """What a phrase was resolved to; None where it is too little to go by."""
        start = phrase.start if phrase.start >= 0 else self._tokens[phrase.first].start
        end = phrase.end if phrase.end >= 0 else self._tokens[phrase.after - 1].end
        if identity.row and not _is_another(phrase, identity, parent):
            return self.of_row(identity.row, start, end, _of_row(phrase, identity), phrase)
        score = _of_words(phrase, identity)
        if score < 0.4:
            return None
        above = parent.name if parent else ""
        own = naming.name(phrase, identity.country)
        if phrase.number is None:
            own = f"{phrase.quoted} {phrase.head.english}"
        return self._made(
            start,
            end,
            score,
            _why(phrase, identity, above),
            name=naming.within(own, phrase.echelon, above),
            designation=str(phrase.number or ""),
            country=identity.country,
            echelon=phrase.echelon,
            branch=phrase.branches[-1] if phrase.branches else Branch.UNKNOWN,
            parent=parent.key if parent else "",
        )

    def of_name(self, hit: Hit) -> UnitSuggestion:
        """A unit named by a name of the table alone."""
        start, end = self._tokens[hit.first].start, self._tokens[hit.after - 1].end
        score = 0.9 if hit.after - hit.first > 1 else 0.82
        if hit.is_weak:
            score = 0.8
        if len({row.country for row in hit.rows}) > 1:
            score = 0.6
        row = likeliest(hit.rows, self._tokens.text[start:end])
        return self.of_row(row, start, end, score)

    def of_row(
        self,
        row: Row,
        start: int,
        end: int,
        score: float,
        phrase: Phrase | None = None,
        reason: str = "",
    ) -> UnitSuggestion:
        """A mention of a unit of the table or the case."""
        row = self._known.get(row.id, row)
        if row.known_id:
            score, reason = max(score, 0.95), _("known in this case")
        echelon = row.echelon
        if (
            phrase and phrase.echelon in _WEIGHTY
        ):  # it may have been a regiment when that was written
            echelon = phrase.echelon
        return self._made(
            start,
            end,
            score,
            reason or _("listed as {name}").format(name=row.name),
            name=row.name,
            designation=row.designation,
            country=row.country,
            echelon=echelon,
            branch=row.branch,
            aliases=row.names,
            unit_id=row.id,
            rests_on=row.rests_on,
            known_id=row.known_id,
            parent=row.parent,
        )

    def of_number(self, start: int, end: int, number: str, country: str) -> UnitSuggestion:
        """A military unit under the number of its post: `в/ч 12345`."""
        return self._made(
            start,
            end,
            0.65,
            _("number of a military unit"),
            name=_NUMBERED.format(number=number),
            designation=number,
            country=country,
        )

    def _made(
        self,
        start: int,
        end: int,
        score: float,
        reason: str,
        *,
        name: str,
        designation: str,
        country: str,
        echelon: Echelon = Echelon.UNKNOWN,
        branch: Branch = Branch.UNKNOWN,
        aliases: tuple[str, ...] = (),
        unit_id: str = "",
        rests_on: str = "",
        known_id: str = "",
        parent: str = "",
    ) -> UnitSuggestion:
        side = self._sides.get(country, Side.UNKNOWN)
        start, end = _with_its_marks(self._tokens.text, start, end)
        return UnitSuggestion(
            start=start,
            end=end,
            surface=self._tokens.text[start:end],
            score=round(score, 2),
            reason=reason,
            name=name,
            designation=designation,
            side=side,
            echelon=echelon,
            branch=branch,
            country=country,
            sidc=sidc.code(side, echelon, branch),
            aliases=aliases,
            unit_id=unit_id,
            rests_on=rests_on,
            known_id=known_id,
            parent=parent,
        )


_NUMBERED = "Military Unit {number}"


def _is_another(phrase: Phrase, identity: Identity, parent: UnitSuggestion | None) -> bool:
    """Whether a row of the same number is not meant, for a part of something else is."""
    if parent is None or identity.basis not in {"number", "rank"}:
        return False
    return phrase.echelon is not Echelon.REGIMENT or identity.country != parent.country


def _with_its_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """The span, with the quotation mark whose other half lies inside."""
    pairs = {"«": "»", "“": "”", "„": "“", '"': '"'}
    inside = [mark for mark in text[start:end] if mark in '«»“”„"']
    if len(inside) % 2:
        if text[end : end + 1] == pairs.get(inside[-1], "none"):
            return start, end + 1
        if start and pairs.get(text[start - 1], "none") == inside[0]:
            return start - 1, end
    return start, end


def _of_row(phrase: Phrase, identity: Identity) -> float:
    if identity.basis == "name":
        return 0.95
    score = {"table": 0.92, "kin": 0.86, "number": 0.78, "rank": 0.72}.get(identity.basis, 0.6)
    if phrase.country and not phrase.is_near:
        score += 0.04
    elif identity.country not in _AT_WAR:
        score -= 0.2
    vague = phrase.is_worded and not phrase.branches and not phrase.country
    return score - 0.1 * phrase.is_wordy - 0.15 * phrase.is_lower - 0.2 * vague


def _of_words(phrase: Phrase, identity: Identity) -> float:
    told = any(t.sort in {Sort.BRANCH, Sort.SHORT} for t in (*phrase.terms, phrase.head))
    if phrase.number is None:
        return (0.75 if identity.country else 0.6) if phrase.echelon in _WEIGHTY else 0
    score = 0.75 if told else 0.55 + 0.1 * (phrase.echelon in _WEIGHTY)
    if identity.basis in {"words", "parent"}:
        score += 0.15
    elif identity.basis in {"naming", "number"}:
        score += 0.08
    return score - 0.05 * phrase.is_near - 0.15 * (phrase.is_wordy or phrase.is_lower)


def _why(phrase: Phrase, identity: Identity, parent: str) -> str:
    if parent:
        return _("part of {unit}").format(unit=parent)
    if identity.basis == "words":
        return _("numbered unit, with “{words}”").format(words=phrase.country_words)
    if identity.basis == "naming":
        return _("numbered unit, named as such units are there")
    if phrase.number is None:
        return _("name in quotation marks after its size")
    return _("numbered unit; more than one, or none, is listed so")
