"""What of a clip's text tells the story."""

from caseboard.model.parts import Part, told
from caseboard.model.terms import PartKind

TEXT = "Become a member\n\nTown held\n\nBy A. Lind\n\nThe town is held.\n\nA gun. (B. Roe)"


def part(kind, words, *, body=False):
    start = TEXT.index(words)
    return Part(kind, start, start + len(words), body)


PARTS = [
    part(PartKind.BANNER, "Become a member"),
    part(PartKind.TITLE, "Town held"),
    part(PartKind.BYLINE, "By A. Lind"),
    part(PartKind.PARAGRAPH, "The town is held.", body=True),
    part(PartKind.CAPTION, "A gun. (B. Roe)"),
]


def test_furniture_is_blanked_and_nothing_moves():
    found = told(TEXT, PARTS)
    assert found.split("\n\n") == [
        " " * len("Become a member"),
        "Town held",
        " " * len("By A. Lind"),
        "The town is held.",
        "A gun. (B. Roe)",
    ]
    assert len(found) == len(TEXT)


def test_a_text_without_blocks_is_told_whole():
    assert told(TEXT, []) == TEXT
