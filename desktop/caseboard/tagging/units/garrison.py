"""Military units under the number of their post: `в/ч 12345`, `військова частина А1234`."""

import re
from collections.abc import Iterator

from caseboard.tagging.suggestions import UnitSuggestion
from caseboard.tagging.units.proposing import Proposer

_POST = re.compile(
    r"\b(?:в/ч|в\.ч\.|військов\w{1,3} частин\w{1,3}|воинск\w{1,3} част\w{1,3}|military unit|"
    r"войсков\w{1,3} част\w{1,3})\s{0,2}№?\s{0,2}(?P<number>[АA]?-?\d{4,5})(?!\d)",
    re.IGNORECASE,
)


def find(text: str, proposer: Proposer) -> Iterator[UnitSuggestion]:
    """With A or four figures it is Ukraine's, with five Russia's."""
    for found in _POST.finditer(text):
        number = found["number"].upper().replace("А", "A").replace("-", "")
        digits = number.lstrip("A")
        country = "UA" if number != digits or len(digits) == 4 else "RU"
        yield proposer.of_number(found.start(), found.end(), number, country)
