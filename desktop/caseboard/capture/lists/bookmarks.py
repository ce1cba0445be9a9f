"""Bookmarks as browsers write them: Netscape HTML (all of them), JSON (Chromium, Firefox)."""

from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from typing import Any

from typing_extensions import override

from caseboard.capture import urls
from caseboard.capture.lists import when
from caseboard.capture.lists.entry import ListFormat, Listing
from caseboard.capture.lists.gathering import Gathering
from caseboard.i18n import _

_DEEPEST = 100


def read_html(text: str) -> Listing | None:
    """The links of a Netscape bookmark file; None where it is none."""
    parser = _Netscape()
    parser.feed(text)
    parser.close()
    parser.end()
    return parser.found.listing() if len(parser.found) else None


def read_json(held: Any) -> Listing | None:
    """The links of Chromium's `Bookmarks` or of a Firefox backup; None where it is neither."""
    found = Gathering(ListFormat.BOOKMARKS, "bookmark")
    if isinstance(held, dict) and isinstance(held.get("roots"), dict):
        for row, (node, folders) in enumerate(_walk(list(held["roots"].values()), "name"), 1):
            saved = when.chromium_microseconds(_text(node, "date_added")) or ""
            _add(found, row, _text(node, "url"), _text(node, "name"), saved, folders, "name")
    elif isinstance(held, dict) and str(held.get("type", "")).startswith("text/x-moz-place"):
        for row, (node, folders) in enumerate(_walk([held], "title"), 1):
            saved = when.unix_microseconds(_text(node, "dateAdded")) or ""
            tags = [*folders, *_text(node, "tags").split(",")]
            _add(found, row, _text(node, "uri"), _text(node, "title"), saved, tags, "title")
    return found.listing() if len(found) else None


def _add(
    found: Gathering, row: int, url: str, title: str, saved: str, tags: list[str], name: str
) -> None:
    if not urls.is_web(url):
        if url:
            found.skip(row, _("Its address is none of the web."))
        return
    said = {"url": (url, "url"), "title": (title, name), "saved": (saved, "date added")}
    found.add(row, said, tags=tags)


def _walk(roots: list[Any], name: str) -> Iterator[tuple[Mapping[str, Any], list[str]]]:
    """Every node that is no folder, with the names of the folders it lies in."""
    stack: list[tuple[Any, list[str]]] = [(root, []) for root in reversed(roots)]
    while stack:
        node, folders = stack.pop()
        if not isinstance(node, dict):
            continue
        children = node.get("children")
        if isinstance(children, list):
            if len(folders) < _DEEPEST:
                inner = [*folders, _text(node, name)]
                stack += [(child, inner) for child in reversed(children)]
        else:
            yield node, folders


def _text(node: Mapping[str, Any], key: str) -> str:
    value = node.get(key, "")
    return str(value) if isinstance(value, str | int) else ""


class _Netscape(HTMLParser):
    """Reads `<DT><H3>` folders, `<DT><A>` links and `<DD>` notes; nothing of it need be closed."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = Gathering(ListFormat.BOOKMARKS, "bookmark")
        self._folders: list[str] = []
        self._folder = ""
        self._link: dict[str, str] | None = None
        self._into = ""
        self._text: dict[str, str] = {}
        self._row = 0

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in {"dt", "dl", "h3", "a"}:
            self.end()
        if tag == "h3":
            self._begin("folder")
        elif tag == "a":
            self._link = {name: value or "" for name, value in attrs}
            self._begin("title")
        elif tag == "dd":
            self._begin("note")
        elif tag == "dl" and len(self._folders) < _DEEPEST:
            self._folders.append(self._folder)
            self._folder = ""

    @override
    def handle_endtag(self, tag: str) -> None:
        if tag == "h3":
            self._folder = self._text.pop("folder", "").strip()
            self._into = ""
        elif tag == "a":
            self._into = ""
        elif tag == "dl":
            self.end()
            if self._folders:
                self._folders.pop()

    @override
    def handle_data(self, data: str) -> None:
        if self._into:
            self._text[self._into] = (self._text.get(self._into, "") + data)[:40_000]

    def end(self) -> None:
        """Take the link that was being read."""
        link, self._link, self._into = self._link, None, ""
        if link is None:
            return
        self._row += 1
        if not urls.is_web(link.get("href", "")):
            self.found.skip(self._row, _("Its address is none of the web."))
            return
        said = {
            "url": (link["href"], "HREF"),
            "title": (self._text.pop("title", ""), "A"),
            "note": (self._text.pop("note", ""), "DD"),
            "saved": (when.unix_seconds(link.get("add_date", "")) or "", "ADD_DATE"),
        }
        tags = [*filter(None, self._folders), *link.get("tags", "").split(",")]
        self.found.add(self._row, said, tags=tags)

    def _begin(self, into: str) -> None:
        self._into = into
        self._text[into] = ""
