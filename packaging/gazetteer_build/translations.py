"""Names of countries and their divisions in Ukrainian, Russian and Polish (ISO 3166, iso-codes)."""

import gettext
import io
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from caseboard.tagging.gazetteer.naming import key
from gazetteer_build.sources import Sources
from gazetteer_build.tables import words

LANGUAGES = ("uk", "ru", "pl")


@dataclass(frozen=True)
class Names:
    """One thing's names, by language; the first of a language is the usual one."""

    english: tuple[str, ...]
    others: Mapping[str, tuple[str, ...]]

    @property
    def all(self) -> tuple[str, ...]:
        """In every language."""
        return (*self.english, *(name for listed in self.others.values() for name in listed))


def countries(sources: Sources) -> dict[str, Names]:
    """By ISO 3166-1 alpha-2."""
    catalogues = _catalogues(sources, "iso3166-1")
    found = {}
    for country in json.loads(sources.codes("iso3166-1"))["3166-1"]:
        english = [country[word] for word in _USUAL_FIRST if word in country]
        found[country["alpha_2"]] = Names(tuple(english), _translated(english, catalogues))
    return found


_USUAL_FIRST = ("common_name", "name", "official_name")


class Divisions:
    """Names of first- and second-level divisions, asked for by any one of them."""

    def __init__(self, sources: Sources) -> None:
        catalogues = _catalogues(sources, "iso3166-2")
        listed = json.loads(sources.codes("iso3166-2"))["3166-2"]
        shared = Counter(division["name"] for division in listed)
        taken = {name for names in countries(sources).values() for name in names.english}
        self._by_name: dict[tuple[str, str], list[Names]] = defaultdict(list)
        for division in listed:
            english = division["name"]
            # catalogues know names, not codes: Georgia of the United States is "Грузія" in them
            is_own = shared[english] == 1 and english not in taken
            names = Names((english,), _translated([english], catalogues) if is_own else {})
            for name in {bare(name) for name in names.all}:
                self._by_name[division["code"][:2], name].append(names)

    def names(self, country: str, known: Iterable[str]) -> Names | None:
        """Those of the division of `country` that has one of the known names."""
        for name in known:
            found = self._by_name.get((country, bare(name)), [])
            if len(found) == 1:
                return found[0]
        return None


_SORTS = frozenset(
    words(
        "oblast region respublika republic kray krai province provincia provincja state county"
        " okres область край obwod wojewodztwo voivodship of the de du la departement department"
    )
)


def bare(name: str) -> str:
    """The key of a name without the words that say what sort of division it is."""
    words = key(name.partition(" [")[0].replace(",", " ")).split()
    return " ".join(word for word in words if word not in _SORTS) or " ".join(words)


def _catalogues(sources: Sources, standard: str) -> Mapping[str, gettext.GNUTranslations]:
    return {
        language: gettext.GNUTranslations(io.BytesIO(sources.translation(language, standard)))
        for language in LANGUAGES
    }


def _translated(
    english: Iterable[str], catalogues: Mapping[str, gettext.GNUTranslations]
) -> Mapping[str, tuple[str, ...]]:
    """Names that differ from the English ones, without the stress marks of dictionaries."""
    listed = list(english)
    return {
        language: tuple(
            dict.fromkeys(
                catalogue.gettext(name).replace("\u0301", "")
                for name in listed
                if catalogue.gettext(name) != name
            )
        )
        for language, catalogue in catalogues.items()
    }
