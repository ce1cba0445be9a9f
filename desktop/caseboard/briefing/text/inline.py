"""Runs as inline Markdown, so that no text of the case is ever read as markup."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from urllib.parse import quote

from caseboard.briefing.blocks import Run
from caseboard.briefing.inert import address, shown

_MARKUP = re.compile(r"[\\`*_\[\]<>&|~$#^{}]")
_START = re.compile(r"^(\s*)([-+=:]|\d{1,9}(?=[.)]))")
_TICKS = re.compile(r"`+")
_ODD = re.compile(r"[^A-Za-z0-9_.-]")
_SAFE = "%/:?#@!$&'()*+,;=-._~"
"""What an address keeps as it is; `[` and `]` only ever stand in a host of IPv6."""


class Names:
    """The places that links lead to; only those are marked, and each once."""

    def __init__(self, wanted: Collection[str]) -> None:
        self._wanted = wanted
        self._set: set[str] = set()

    def mark(self, anchor: str) -> str:
        """An empty element that a link can lead to, where one does."""
        if anchor not in self._wanted or anchor in self._set:
            return ""
        self._set.add(anchor)
        return f'<a id="{_name(anchor)}"></a>'

    def link(self, anchor: str) -> str:
        """Where a link leads; nothing where there is no such place."""
        return f"#{_name(anchor)}" if anchor in self._wanted else ""


def inline(runs: Iterable[Run], names: Names) -> str:
    """Runs one after the other; emphasis that CommonMark would not read as such is left out."""
    parts = list(_joined(run for run in runs if run.text or run.anchor))
    made = ""
    for run, after in pairwise([*parts, Run("")]):
        made += _run(run, names, made[-1:], _firsts(after, names))
    return made.strip()


def beginning(text: str) -> str:
    """Inline Markdown as it may begin a line: no list, heading or rule begins with it."""
    return _START.sub(_held, text)


def escaped(text: str) -> str:
    """Characters of a text, each read as itself."""
    return _MARKUP.sub(r"\\\g<0>", shown(text))


def _held(match: re.Match[str]) -> str:
    start = match[2]
    return f"{start}\\" if start.isdigit() else f"\\{start}"


def _joined(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs that are set alike, as one: emphases side by side would be read as others."""
    waiting: Run | None = None
    for run in runs:
        if waiting is None:
            waiting = run
        elif not run.anchor and replace(run, text="", anchor=waiting.anchor) == replace(
            waiting, text=""
        ):
            waiting = replace(waiting, text=waiting.text + run.text)
        else:
            yield waiting
            waiting = run
    if waiting is not None:
        yield waiting


def _firsts(run: Run, names: Names) -> str:
    """The letters that a run may begin with: its emphasis may yet be left out."""
    if run.anchor:
        return "<"
    if run.link or run.url:
        core = "[" if _target(run, names) else shown(run.text)[:1]
    else:
        core = "`" if run.mono else shown(run.text)[:1]
    return core + "_" * run.italic + "*" * run.bold


def _run(run: Run, names: Names, before: str, after: str) -> str:
    text = shown(run.text)
    core = text.strip()
    if not core:
        return names.mark(run.anchor) + text
    lead, trail = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    made = _code(core) if run.mono else escaped(core)
    before, after = lead[-1:] or before, trail[:1] or after
    if target := _target(run, names):
        made = f"[{made}]({target})"
    for mark, is_wanted in (("_", run.italic), ("**", run.bold)):
        if is_wanted and _can_emphasise(mark, made, before, after):
            made = f"{mark}{made}{mark}"
    return f"{lead}{names.mark(run.anchor)}{made}{trail}"


def _target(run: Run, names: Names) -> str:
    if url := address(run.url):
        return f"<{quote(url, safe=_SAFE + '[]')}>"
    return names.link(run.link)


def _code(text: str) -> str:
    """A code span; a bar in it is escaped by whoever puts it in a table."""
    longest = max((len(ticks) for ticks in _TICKS.findall(text)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if text[:1] == "`" or text[-1:] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def _can_emphasise(mark: str, made: str, before: str, after: str) -> bool:
    """Whether both marks are flanked as CommonMark asks for (0.31, 6.2), whichever comes after."""
    is_between = _is_word(before) or any(_is_word(letter) for letter in after)
    if mark[0] in (before, *after) or (mark == "_" and is_between):
        return False
    opens = _is_word(made[0]) or not _is_word(before)
    closes = _is_word(made[-1]) or not any(_is_word(letter) for letter in after)
    return opens and closes


def _is_word(letter: str) -> bool:
    """Neither white space nor punctuation; the start and the end of a text are no word."""
    if not letter or letter.isspace():
        return False
    return unicodedata.category(letter)[0] not in "PS"


def _name(anchor: str) -> str:
    return _ODD.sub(lambda odd: f"_{ord(odd[0]):x}.", anchor.replace("_", "_5f."))
