"""What came of holding a version against the library, in a few sentences."""

from collections.abc import Iterator

from caseboard.briefing.manifest_reading import Claimed
from caseboard.briefing.resting import Shaken
from caseboard.commands.verifying_briefings import Match, Verified
from caseboard.i18n import _, ngettext
from caseboard.model.refs import short

NAMED = 6
"""So many things are named; of the rest there is a count."""


def check_words(found: Verified) -> str:
    """All that matters, a sentence a line."""
    return "\n".join(_lines(found))


def _lines(found: Verified) -> Iterator[str]:
    if found.is_sound:
        yield _("It is the file that was recorded, and all it rests on is as it was.")
        yield ngettext(
            "{n} file was hashed again; the journal is whole.",
            "{n} files were hashed again; the journal is whole.",
            found.files,
        )
    elif found.match is not Match.WHOLE:
        yield _("It is not the file that was recorded.")
    yield from _some([each.sentence for each in found.journal])
    yield from _some([f"{short(each.ref)}: {each.sentence}" for each in found.exhibits])
    yield from _some([_shaken(each) for each in found.shaken])
    yield from _some([f"{short(each.ref)}: {each.sentence}" for each in found.since])


def _some(lines: list[str]) -> Iterator[str]:
    yield from lines[:NAMED]
    if len(lines) > NAMED:
        yield _("{n} more.").format(n=len(lines) - NAMED)


def _shaken(each: Shaken) -> str:
    what = each.what
    said = what.statement if isinstance(what, Claimed) else what.text
    refs = ", ".join(short(ref) for ref in each.exhibits)
    return _("“{text}” rests on {refs}.").format(text=said, refs=refs)
