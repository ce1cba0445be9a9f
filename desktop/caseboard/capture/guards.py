"""What is done to foreign HTML before any parser sees it, so that none can hang on it."""

import re
from collections import Counter

from caseboard.capture import embedded
from caseboard.errors import CaseError
from caseboard.i18n import _

MAX_BYTES = 64 * 2**20
"""Of a page as it came, pictures written into it included."""
MAX_MARKUP = 6 * 2**20
"""Characters of markup that are left when those pictures are taken out."""
MAX_TAGS = 80_000
MAX_DEPTH = 200
"""libxml2 drops whatever stands deeper than 255, words and all."""
MAX_ATTRIBUTES = 60
"""Of one tag: its parsers compare each with each."""

_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<!\[CDATA\[|\]\]>|<[?!][^>]*+>?", re.S)
_ATTRIBUTE = r"""[^\s/>=][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+|(?=>)))?+"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_TAG = re.compile(rf"<(/?)([a-zA-Z][^\s/>]*+)((?:[\s/=]++|{_ATTRIBUTE})*+)>")
_LOOSE_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/><]*+)[^<>]*+>?")
_RAW = {"script", "style", "textarea", "title", "xmp", "noembed", "noframes", "template"}
_DROPPED = {"style", "template", "xmp", "noembed", "noframes"}
_VOID = {
    "area",
    "base",
    "br",
    "col",
    "embed",
    "hr",
    "img",
    "input",
    "link",
    "meta",
    "param",
    "source",
    "track",
    "wbr",
    "basefont",
    "frame",
}
_CLOSED_BY_ITS_LIKE = {"p", "li", "td", "th", "tr", "dt", "dd", "option", "tbody", "a"}
_INLINE = {
    "a",
    "b",
    "i",
    "u",
    "s",
    "em",
    "strong",
    "font",
    "span",
    "small",
    "big",
    "sub",
    "sup",
    "code",
    "mark",
    "q",
    "cite",
    "abbr",
    "tt",
}
_MAX_BROKEN = 12


def check_size(size: int) -> None:
    """Raise `CaseError` where a page of `size` bytes is more than is read."""
    if size > MAX_BYTES:
        raise CaseError(
            _("The page is too large to be read. Its file is kept as it is."),
            _("Save the article alone, or paste its text."),
        )


def tame(html: str) -> str:
    """`html` without comments and programs, flat and small enough for every parser.

    No word of text is lost by flattening. Raises `CaseError` where there is too much markup.
    """
    check_size(len(html))
    html = embedded.numbered(html)
    if len(html) > MAX_MARKUP:
        raise CaseError(
            _("The page holds too much markup to be read. Its file is kept as it is."),
            _("Save the article alone, or paste its text."),
        )
    return _Flattener(html).run()


class _Flattener:
    """One pass over the tags of a page, writing only those that a parser can take."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._out: list[str] = []
        self._open: list[str] = []
        self._counts: Counter[str] = Counter()
        self._skipped: Counter[str] = Counter()
        self._tags = 0
        self._broken = 0

    def run(self) -> str:
        html, position = self._html, 0
        while (start := html.find("<", position)) >= 0:
            self._out.append(html[position:start])
            position = self._tag_at(start)
        self._out.append(html[position:])
        return "".join(self._out)

    def _tag_at(self, start: int) -> int:
        """Handle what begins at `start`; where to go on."""
        html = self._html
        following = html[start + 1 : start + 2]
        if following in {"!", "?"}:
            comment = _COMMENT.match(html, start)
            return comment.end() if comment else start + 1
        match = self._match(start)
        if match is None:
            self._out.append("&lt;")
            return start + 1
        name = match.group(2).lower()
        if match.group(1):
            self._close(name)
            return match.end()
        attributes = match.group(3) if match.re is _TAG else ""
        if name in _RAW:
            return self._raw(name, attributes, match.end())
        self._start(name, attributes)
        return match.end()

    def _match(self, start: int) -> re.Match[str] | None:
        # A tag that never ends costs a look at the whole rest: a dozen such looks, then no more.
        if self._broken < _MAX_BROKEN:
            match = _TAG.match(self._html, start)
            if match is not None:
                return match
            self._broken += self._html[start + 1 : start + 2].isalpha()
        return _LOOSE_TAG.match(self._html, start)

    def _raw(self, name: str, attributes: str, start: int) -> int:
        """An element whose text is no markup: kept where it is data, dropped where a program."""
        ending = re.compile(rf"</{name}\b[^>]*+>|\Z", re.I).search(self._html, start)
        end = ending.start() if ending else len(self._html)
        kept = name not in _DROPPED and (name != "script" or "json" in attributes.lower())
        if kept and self._admit():
            text = self._html[start:end]
            self._out.append(f"<{name}{_few(attributes)}>{text}</{name}>")
        return ending.end() if ending else end

    def _admit(self) -> bool:
        self._tags += 1
        return self._tags <= MAX_TAGS

    def _start(self, name: str, attributes: str) -> None:
        if not self._admit():
            self._out.append(" ")
            return
        if name in _VOID:
            self._out.append(f"<{name}{_few(attributes)}>")
            return
        if name in _CLOSED_BY_ITS_LIKE and self._open and self._open[-1] == name:
            self._counts[self._open.pop()] -= 1
        if len(self._open) >= MAX_DEPTH:
            self._skipped[name] += 1
            self._out.append("" if name in _INLINE else "<br>")
            return
        self._open.append(name)
        self._counts[name] += 1
        self._out.append(f"<{name}{_few(attributes)}>")

    def _close(self, name: str) -> None:
        if self._skipped[name]:
            self._skipped[name] -= 1
            self._out.append("" if name in _INLINE else "<br>")
            return
        if self._counts[name]:
            while (gone := self._open.pop()) != name:
                self._counts[gone] -= 1
            self._counts[name] -= 1
        if self._admit():
            self._out.append(f"</{name}>")


def _few(attributes: str) -> str:
    """The first attributes of a tag that has absurdly many."""
    if len(attributes) < 4 * MAX_ATTRIBUTES:  # too short to hold so many
        return attributes
    found = _ATTRIBUTES.findall(attributes, 0, 200_000)
    return " " + " ".join(found[:MAX_ATTRIBUTES]) if len(found) > MAX_ATTRIBUTES else attributes
