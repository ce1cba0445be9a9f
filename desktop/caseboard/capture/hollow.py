"""Recognises what a site sent instead of the article: a wall, a login, an error, an empty shell.

Made for silence: a page that holds a whole article is never hollow, whatever banners, forms and
offers stand round it. Nothing is judged of which no whole page came, such as a pasted fragment.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from caseboard.capture import hollow_words as said
from caseboard.capture import jsonld, urls
from caseboard.capture.article import Page
from caseboard.capture.tree import Element, text_of, tokens, words
from caseboard.model.terms import Hollow

_WHOLE = 200
"""Words of body from which on a page is an article, and no wall before one."""
_BEGINNING = 160
"""Words that a paywall lets through at most."""
_FEW = 60
_HARDLY_ANY = 25
_LONGEST = 6_000
_WALL = re.compile(
    r"paywall|pay-wall|regwall|tp-(?:container|modal|backdrop)|piano|tinypass|leaky[-_]paywall|"
    r"poool|zephr|steady|subscriber-only|subscription-(?:wall|offer|required)|premium-(?:wall|"
    r"content-locked)|meteredcontent|article-gate|content-gate|plus-article-wall"
)
_MOUNTS = {"root", "__next", "app", "__nuxt", "react-root", "main-app", "application", "q-app"}
_CUT = re.compile(r"(?:…|\.\.\.|\[…\]|\[\.\.\.\])\W*$")
_UNSEEN = frozenset(
    {"script", "style", "noscript", "template", "head", "svg", "iframe", "option", "select"}
)
_AROUND = frozenset({"header", "footer", "nav"})
_INLINE = frozenset({"a", "b", "i", "em", "strong", "span", "u", "small", "font", "mark", "wbr"})


@dataclass(frozen=True, slots=True)
class Judgement:
    """Why a page is hollow, and the words or the mark on the page that say so."""

    kind: Hollow
    because: str


def of(
    root: Element | None, known: Page, markup: str = "", *, status: int | None = None, url: str = ""
) -> Judgement | None:
    """What the page under `root`, read as `known`, is instead of an article; None: an article.

    `markup` is the page as it came; `status` that of the answer over HTTP, where there was one;
    `url` where the page was reached, which may be a wall's own address.
    """
    if root is None:
        return _by_status(status)
    if root.find("head") is None and not re.search(r"<html[\s>]", markup[:2_000], re.I):
        return None
    look = _Look(root, known, markup, url)
    if look.body >= _WHOLE:
        return look.paywall(cut_only=True)
    for judge in (
        look.robot,
        look.consent,
        lambda: _by_status(status),
        look.error,
        look.paywall,
        look.login,
        look.shell,
    ):
        if found := judge():
            return found
    return None


def _by_status(status: int | None) -> Judgement | None:
    if status is None or status < 400:
        return None
    kinds = {401: Hollow.LOGIN, 407: Hollow.LOGIN, 402: Hollow.PAYWALL, 429: Hollow.ROBOT}
    return Judgement(kinds.get(status, Hollow.ERROR), f"HTTP {status}")


class _Look:
    """One page, looked at for signs."""

    def __init__(self, root: Element, known: Page, markup: str, url: str) -> None:
        self._root = root
        self._known = known
        self._markup = markup
        self._url = url
        self._linked = jsonld.read(root)
        self._lines = list(_lines(root))
        self._lines_inside = list(_lines(root, _UNSEEN | _AROUND))
        self._shown = " ".join(self._lines)[:_LONGEST]
        self._title = words(root.findtext(".//title") or "")[:200]
        self._headings = [text_of(h)[:200] for h in list(root.iter("h1", "h2", "h3"))[:4]]
        self.body = len(known.text.split())

    def robot(self) -> Judgement | None:
        """A challenge: its own words, or its machinery on a page with nothing else."""
        short = self._count() < _BEGINNING
        for text in (self._title, *self._headings, self._shown if short else ""):
            found = said.ROBOT.search(text)
            if found and short and self._is_meant(found, text):
                return Judgement(Hollow.ROBOT, found[0])
        found = said.ROBOT_MARKUP.search(self._markup[:400_000]) if self._count() < _FEW else None
        return Judgement(Hollow.ROBOT, found[0]) if found else None

    def consent(self) -> Judgement | None:
        """A wall of cookies and terms: its own address or title, or no other words shown."""
        address = urls.split(self._url)
        if self._url and (
            said.CONSENT_HOSTS.search(urls.host(self._url))
            or said.CONSENT_PATHS.search(address.path)
        ):
            return Judgement(Hollow.CONSENT, urls.host(self._url) + address.path)
        about = [line for line in self._lines if said.CONSENT.search(line)]
        size = sum(len(line.split()) for line in about)
        titles = [
            text for text in (self._title, *self._headings) if said.CONSENT_TITLE.search(text)
        ]
        different = {found[0].lower() for found in said.CONSENT.finditer(self._shown)}
        if titles and len(different) >= 2 and self._left_without(about) < _FEW:
            return Judgement(Hollow.CONSENT, titles[0])
        mostly = size * 2 >= max(1, self._count()) and size >= 15
        if mostly and len(different) >= 2 and self._left_without(about) < _FEW:
            return Judgement(Hollow.CONSENT, about[0][:100])
        return None

    def error(self) -> Judgement | None:
        """A page that says it is not there: in its title or heading, with little else."""
        for text in (self._title, *self._headings[:2]):
            for piece in (text, *re.split(r"\s+[|–—\-·:»]\s+", text)):
                found = said.ERROR_TITLE.search(piece)
                little = self._prose() < _BEGINNING and len(piece.split()) <= 14
                if found and little and self._is_meant(found, piece):
                    return Judgement(Hollow.ERROR, piece)
        if self._count() < _FEW and self._lines:
            found = said.ERROR_TITLE.search(self._lines[0])
            return Judgement(Hollow.ERROR, found[0]) if found else None
        return None

    def paywall(self, *, cut_only: bool = False) -> Judgement | None:
        """A beginning before a demand, or an article that says it is longer than what is there."""
        stated = max(self._linked.words, len(self._linked.body.split()))
        locked = self._linked.is_free is False
        if locked and stated > 2 * self.body and stated - self.body > 100:
            return Judgement(Hollow.PAYWALL, f"isAccessibleForFree=false, wordCount={stated}")
        if cut_only or self.body >= _WHOLE:
            return None
        demand, perhaps = self._demand(said.PAY), self._demand(said.PAY_PERHAPS)
        if locked and (demand or self.body < _BEGINNING):
            return Judgement(Hollow.PAYWALL, demand or "isAccessibleForFree=false")
        ends_cut = bool(_CUT.search(self._known.text))
        if demand and (ends_cut or self.body < _BEGINNING):
            return Judgement(Hollow.PAYWALL, demand)
        wall = self._wall()
        if wall and (ends_cut or perhaps) and self.body < _BEGINNING:
            return Judgement(Hollow.PAYWALL, perhaps or wall)
        return None

    def login(self) -> Judgement | None:
        """A form that asks for a password, or a title that does, and no article."""
        if self._prose() >= _FEW:
            return None
        asks = any((i.get("type") or "").lower() == "password" for i in self._root.iter("input"))
        for text in (self._title, *self._headings):
            for piece in (text, *re.split(r"\s+[|–—\-·:»]\s+", text)):
                if said.LOGIN.search(piece) and (asks or len(piece.split()) <= 8):
                    return Judgement(Hollow.LOGIN, piece)
        return Judgement(Hollow.LOGIN, "input type=password") if asks else None

    def shell(self) -> Judgement | None:
        """A page without words of its own, whose scripts would bring them."""
        if self.body >= _HARDLY_ANY or self._count() >= _FEW:
            return None
        wanted = [text_of(noscript)[:600] for noscript in self._root.iter("noscript")]
        for text in (*wanted, self._shown):
            if found := said.SCRIPTS_WANTED.search(text):
                return Judgement(Hollow.SHELL, found[0])
        for element in self._root.iter("div", "main", "section"):
            if (element.get("id") or "").lower() in _MOUNTS and len(text_of(element).split()) < 15:
                return Judgement(Hollow.SHELL, f"#{element.get('id')}")
        loading = [line for line in self._lines if said.LOADING.search(line)]
        empty = not self._shown and "<script" in self._markup.lower() and not self._known.images
        why = (loading[:1] if self._count() < _HARDLY_ANY else []) or ["<script>"] * empty
        return Judgement(Hollow.SHELL, why[0]) if why else None

    def _is_meant(self, found: re.Match[str], text: str) -> bool:
        """Whether a phrase is what a line says, and not how a headline over prose begins."""
        return len(found[0]) * 5 >= len(text) * 3 or self._prose() < _HARDLY_ANY

    def _count(self) -> int:
        return len(self._shown.split())

    def _prose(self) -> int:
        """Words in lines that are sentences: what an error page does not have."""
        return sum(len(line.split()) for line in self._lines if len(line) >= 120)

    def _left_without(self, lines: list[str]) -> int:
        """Words of the article that are not about consent, menus aside."""
        gone = set(lines)
        kept = [line for line in self._known.text.split("\n") if line.strip()]
        return sum(
            len(line.split())
            for line in kept
            if line not in gone and len(line) >= 60 and not said.CONSENT.search(line)
        )

    def _demand(self, words_of_it: re.Pattern[str]) -> str:
        for line in self._lines_inside:
            found = words_of_it.search(line) if len(line) < 500 else None
            if found:
                return found[0]
        return ""

    def _wall(self) -> str:
        for element in self._root.iter("div", "section", "aside", "article", "p"):
            found = _WALL.search(tokens(element))
            if found:
                return found[0]
        return ""


def _lines(root: Element, left_out: frozenset[str] = _UNSEEN) -> Iterator[str]:
    """Every line a page holds, walls too, which are not read as article; no programs."""
    pending: list[str] = []
    hidden = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        unseen = element.tag in left_out
        if event == "start":
            hidden += unseen
        else:
            hidden -= unseen
        if element.tag not in _INLINE:
            yield from _line(pending)
            pending = []
        text = element.text if event == "start" else element.tail
        if text and not hidden:
            pending.append(text)
    yield from _line(pending)


def _line(pieces: list[str]) -> Iterator[str]:
    text = words(" ".join(pieces))
    if text:
        yield text
