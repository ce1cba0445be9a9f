"""Finds who says what in Ukrainian and Russian."""

from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.statements import slavic_fronted, slavic_headlines, slavic_verbs
from caseboard.tagging.statements.attribution import Attribution
from caseboard.tagging.statements.slavic_phrases import Phrases
from caseboard.tagging.statements.slavic_regions import Regions


def attributions(document: Document, found: Found) -> list[Attribution]:
    """Every saying, in reading order; of two about the same words, the surer."""
    phrases, regions = Phrases(document, found), Regions(document)
    every = [
        *slavic_verbs.find(document, phrases, regions),
        *slavic_fronted.find(document, phrases, regions),
        *slavic_headlines.find(document, phrases),
    ]
    return _apart(every)


def _apart(every: list[Attribution]) -> list[Attribution]:
    """Without those that share words with a surer one."""
    every.sort(key=lambda one: (-one.strength, one.content_start, one.content_end))
    every = every[: len(every)]
    kept: list[Attribution] = []
    taken: list[tuple[int, int]] = []
    for one in sorted(every, key=lambda one: (one.content_start, -one.strength)):
        if taken and one.content_start < taken[-1][1]:
            if one.strength <= kept[-1].strength:
                continue
            kept.pop()
            taken.pop()
        kept.append(one)
        taken.append((one.content_start, one.content_end))
    return kept
