"""What became of hostile files: shown, explained, invented."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from bench.gaps import Pulse
from caseboard.commands.clips import THUMBNAIL
from caseboard.model.terms import ClipState, FileRole
from caseboard.store.clips import ClipView
from hostile import whole
from hostile.crafted import Crafted
from hostile.watch import Watch

SETTLED = 5.0
"""Seconds that reading one file may take."""
STALL = 0.1
"""Seconds that the window may be kept waiting."""
SHOWN = 0.989
"""The share of files whose text or picture is shown (Dangerzone reports 98.88 %)."""


@dataclass(frozen=True)
class Seen:
    """One file, as its clip shows it."""

    file: Crafted
    clip_id: str
    is_shown: bool
    problem: str
    is_settled: bool
    invented: str
    """A value that the file does not hold; empty for none."""


@dataclass(frozen=True)
class Outcome:
    """What became of all of them."""

    seen: Sequence[Seen]
    watch: Watch
    taking: Pulse
    opening: Pulse

    @property
    def is_sound(self) -> bool:
        """Whether nothing crashed, nothing was left unread or unexplained, nothing invented."""
        wrong = [e for e in self.seen if e.invented or not e.is_settled or _is_silent(e)]
        return not wrong and not self.watch.faults

    def told(self, *, name_all: bool) -> str:
        """The figures, and what stands out."""
        holding = [each for each in self.seen if each.file.holds_something]
        shown = sum(each.is_shown for each in holding)
        share = shown / max(1, len(holding))
        seconds, title = self.watch.longest
        lines = [
            f"files                     {len(self.seen)}",
            f"crashes and lost errors   {len(self.watch.faults)}",
            f"not settled               {sum(not each.is_settled for each in self.seen)}",
            f"longest reading           {seconds:.2f} s of {SETTLED:g}  {title[:50]}",
            f"widest gap, taking in     {_gap(self.taking)}",
            f"widest gap, opening       {_gap(self.opening)}",
            f"shown                     {shown} of {len(holding)}: {share:.2%}",
            f"shown, to reach           {SHOWN:.1%}",
            f"nothing shown, no reason  {sum(map(_is_silent, self.seen))}",
            f"invented values           {sum(bool(each.invented) for each in self.seen)}",
        ]
        lines += self.watch.faults[:20]
        lines += [
            f"invented in {each.file.name}: {each.invented}" for each in self.seen if each.invented
        ]
        if name_all:
            lines += [f"{e.file.name}: {e.problem}" for e in holding if not e.is_shown]
        return "\n".join(lines)


def _gap(pulse: Pulse) -> str:
    return f"{pulse.widest * 1000:.0f} ms of {STALL * 1000:.0f}  {pulse.during}"


def _is_silent(each: Seen) -> bool:
    return not each.is_shown and not each.problem


def look_at(file: Crafted, view: ClipView | None) -> Seen:
    """What the clip of a file shows."""
    if view is None:
        return Seen(file, "", False, "", False, "the clip is gone")
    clip = view.clip
    steps = {each.step for each in view.files if each.role is FileRole.DERIVATIVE}
    return Seen(
        file,
        clip.id,
        is_shown=bool(clip.text.strip()) or THUMBNAIL in steps,
        problem=clip.problem or (clip.hollow or ""),
        is_settled=clip.state is not ClipState.RECEIVED,
        invented=_invented(file, view),
    )


def _invented(file: Crafted, view: ClipView) -> str:
    """What the clip says that its file does not."""
    meta = next(each.meta for each in view.files if each.role is FileRole.ORIGINAL)
    place = (meta["lat"], meta["lon"]) if "lat" in meta else None
    for name, value in (("published", view.clip.published), ("place", place)):
        if name in file.expected and value != file.expected[name]:
            return f"{name} is {value}"
    people = [name for name in view.clip.author.split(", ") if not _says(file.data, name)]
    if people:
        return f"author is {people[0]}"
    if view.clip.credit and not _says(file.data, view.clip.credit):
        return f"credit is {view.clip.credit}"
    day = (view.clip.published or "")[:10]
    return f"published is {day}" if day and not _holds(file.data, day) else ""


def _says(data: bytes, words: str) -> bool:
    """Whether each word stands in a file; what is packed is known to name `AUTHOR` alone.

    Of a word that was changed within an archive its letters cannot be looked up: it has to be
    nearly one of the sound file's.
    """
    coded = [words.encode(codec, "ignore") for codec in ("utf-8", "cp1251", "koi8-u", "utf-16-le")]
    if any(each and each in data for each in coded):
        return True
    known = f"{whole.AUTHOR} {whole.CREDIT}".lower().split()
    return all(get_close_matches(word.lower(), known, 1, 0.5) for word in words.split())


def _holds(data: bytes, day: str) -> bool:
    """Whether the numbers of a day can be found in a file; packed ones are known to hold `DAY`."""
    if day == whole.DAY:
        return True
    year = day[:4].encode()
    return year in data or year.decode().encode("utf-16-le") in data
