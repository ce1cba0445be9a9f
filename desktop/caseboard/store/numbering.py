"""Numbers at the end of refs."""

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"\d+$")


def next_after(refs: Iterable[str]) -> int:
    """One more than the highest number at the end of any of these refs; 1 for none."""
    found = (_NUMBER.search(ref) for ref in refs)
    return max((int(match[0]) for match in found if match), default=0) + 1
