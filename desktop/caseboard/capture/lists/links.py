"""A text of links: one a line with words beside it or not, or links within prose."""

import re
from dataclasses import replace

from caseboard.capture import urls
from caseboard.capture.lists.entry import Entry, ListFormat, Listing
from caseboard.capture.lists.gathering import Gathering
from caseboard.i18n import _

_LINK = re.compile(r"https?://[^\s<>\"“”«»|\\^`{}]{4,3900}", re.I)
_MARKDOWN = re.compile(r"\[([^\[\]\n]{1,500})\]\(\s*(?:<[^<>\n]*>|[^()\s]*)\s*\Z")
_BEFORE = re.compile(r"^\s*(?:[-*•–—+]|\d{1,5}[.)]|\[[ xX]?\])*\s*")
_COMMENT = ("#", "//", ";", "--")
_AROUND = ' \t-–—:|,;()[]<>"«»“”*•='
_CLOSERS = {")": "(", "]": "["}


def read(text: str, *, is_wanted: bool = False) -> Listing | None:
    """The links in `text`; None where it is no list of links but prose, unless `is_wanted`.

    It is a list where two lines or more hold links and hardly any line holds none. What stands on
    the line before a link is its title, what stands behind it its note; a line of words alone
    heads the links below it, and is kept as their tag.
    """
    found, heading, lines, plain = Gathering(ListFormat.LINKS, ""), "", 0, 0
    for row, line in enumerate(text.splitlines(), 1):
        links = list(_LINK.finditer(line))
        if links:
            lines += 1
            _take(found, row, line, links, heading)
        elif line.strip() and not line.lstrip().startswith(_COMMENT):
            plain += 1
            heading = line.strip(" \t:=-*•")[:120]
        elif line.lstrip().startswith("#"):
            heading = line.strip(" \t#:")[:120]
    is_list = lines >= 2 and plain * 3 <= lines
    if not len(found) or not (is_list or is_wanted):
        return None
    listing = found.listing()
    return listing if is_list else _of_prose(listing)


def _of_prose(listing: Listing) -> Listing:
    """Without titles, notes and tags: what stands round a link in prose is only half a sentence."""
    bare = (Entry(entry.row, entry.url) for entry in listing.entries)
    return replace(listing, entries=tuple(bare))


def _take(found: Gathering, row: int, line: str, links: list[re.Match[str]], heading: str) -> None:
    for at, link in enumerate(links):
        start = links[at - 1].end() if at else 0
        end = len(line) if at == len(links) - 1 else link.end()
        url = ended(link[0])
        title = _words(line[start : link.start()])
        after = _words(line[link.start() + len(url) : end])
        if not urls.is_web(url):
            found.skip(row, _("Its address cannot be understood."))
            continue
        said = {"url": (url, "")}
        # A lone number or date before a link is no title; what follows is then more likely one.
        words, note = (title, after) if re.search(r"[^\W\d]{2}", title) else (after, "")
        if words:
            said["title"] = (words, _("line {row}").format(row=row))
        if re.search(r"\w", note):
            said["note"] = (note, _("line {row}").format(row=row))
        found.add(row, said, tags=[heading] if heading else [])


def ended(link: str) -> str:
    """`link` without the full stop, comma or bracket of the sentence around it."""
    while link and link[-1] in ".,;:!?'\"’)]*_…":
        if link[-1] in _CLOSERS and link.count(link[-1]) <= link.count(_CLOSERS[link[-1]]):
            break
        link = link[:-1]
    return link


def _words(text: str) -> str:
    markdown = _MARKDOWN.search(text)
    if markdown:
        text = f"{text[: markdown.start()]} {markdown[1]}"
    text = _BEFORE.sub("", text.replace("](", " "))
    return " ".join(text.split()).strip(_AROUND)
