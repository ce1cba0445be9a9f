"""Finding words in a text as people mean them: case, apostrophes and line breaks do not count."""

from collections.abc import Iterator

APOSTROPHES = frozenset("'’ʼ‘‛`´ʹ′\u02bb\uff07")
UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u0301")


def fold(text: str) -> tuple[str, list[int]]:
    """`text` as it is compared, and for each of its characters the offset it came from."""
    folded: list[str] = []
    origins: list[int] = []
    for offset, char in enumerate(text):
        for piece in _folded(char):
            folded.append(piece)
            origins.append(offset)
    return "".join(folded), origins


def matches(text: str, words: str) -> list[tuple[int, int]]:
    """Where `words` stand in `text`, start and end in code points, none over another."""
    needle = fold(words)[0].strip()
    return list(_found(*fold(text), needle)) if needle else []


def _found(folded: str, origins: list[int], needle: str) -> Iterator[tuple[int, int]]:
    at = folded.find(needle)
    while at >= 0:
        after = at + len(needle)
        yield origins[at], origins[after - 1] + 1
        at = folded.find(needle, after)


def _folded(char: str) -> str:
    if char in APOSTROPHES or char in UNSEEN:
        return ""
    return " " if char.isspace() else char.casefold()
