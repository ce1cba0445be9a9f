"""English names of units that no table has, from what the text says of them."""

from caseboard.model.terms import Branch, Echelon
from caseboard.tagging.units.numerals import english
from caseboard.tagging.units.phrases import Phrase
from caseboard.tagging.units.terms import Sort

_MARINE = {"RU": "Naval Infantry"}


def name(phrase: Phrase, country: str) -> str:
    """`4th Guards Tank Division` for whatever words and language the text has."""
    parts = [english(phrase.number)] if phrase.number is not None else []
    parts += ["Separate"] if phrase.is_separate else []
    parts += ["Guards"] if phrase.is_guards else []
    for term in phrase.terms:
        if term.sort in {Sort.BRANCH, Sort.QUALITY} and not (term.is_guards or term.is_separate):
            parts.append(_branch(term.english, term.branch, country))
    for title in ("Separate ", "Guards "):
        if title.strip() in parts:
            parts = [part.removeprefix(title) or part for part in parts]
    own = phrase.head.english.replace("Separate ", "").replace("Guards ", "")
    parts.append(own)
    return " ".join(dict.fromkeys(part for part in parts if part))


def within(own: str, echelon: Echelon, parent: str) -> str:
    """`1st Battalion, 47th Separate Mechanized Brigade`: a battalion's number is not its own."""
    small = {Echelon.BATTALION, Echelon.COMPANY, Echelon.PLATOON, Echelon.SQUAD, Echelon.SECTION}
    return f"{own}, {parent}" if echelon in small and parent else own


def _branch(words: str, branch: Branch, country: str) -> str:
    return _MARINE.get(country, words) if branch is Branch.MARINE and words == "Marine" else words
