"""A page as blocks of text and pictures, in the order in which it shows them."""

import re
from dataclasses import dataclass, field

from caseboard.capture import boilerplate, figures
from caseboard.capture.tree import Element, is_short, text_of, tokens
from caseboard.model.terms import PartKind

_INLINE = {
    "a",
    "abbr",
    "acronym",
    "b",
    "bdi",
    "bdo",
    "big",
    "cite",
    "code",
    "data",
    "del",
    "dfn",
    "em",
    "font",
    "i",
    "ins",
    "kbd",
    "label",
    "mark",
    "q",
    "ruby",
    "rt",
    "s",
    "samp",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "time",
    "tt",
    "u",
    "var",
    "wbr",
}
_SKIPPED = {
    "script",
    "style",
    "template",
    "noscript",
    "button",
    "select",
    "option",
    "textarea",
    "input",
    "svg",
    "iframe",
    "object",
    "video",
    "audio",
    "canvas",
    "map",
    "head",
    "title",
    "nav",
    "dialog",
    "menu",
    "frameset",
}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BREAKS = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)+")
_SPACES = re.compile(r"[^\S\n]+")
_MAX_REGION = 4_000
_LONG = 80


@dataclass(slots=True)
class Block:
    """One block of text as shown, and what its surroundings say about it."""

    text: str
    kind: PartKind | None = None
    """None: not known yet."""
    body: bool = False
    picture: int | None = None
    tag: str = ""
    byline: bool = False
    """It stands in an element whose class says byline."""
    standfirst: bool = False
    """It stands in an element whose class says lead, standfirst or the like."""
    inside: bool = False
    """It stands in the page's article."""
    linked: float = 0.0
    """The share of its characters that are links."""
    holder: int = 0
    """Equal for blocks that stand side by side in one element."""


@dataclass(slots=True)
class Placed:
    """A picture, and where it stands."""

    figure: figures.Figure
    at: int
    """The number of the block before which it stands."""
    inside: bool
    """It stands in the page's article."""
    apart: bool = False
    """It stands in a banner, a teaser, an author card or the like."""


@dataclass(slots=True)
class Shown:
    """What a page shows: its blocks, and its pictures with the block each stands before."""

    blocks: list[Block] = field(default_factory=list)
    pictures: list[Placed] = field(default_factory=list)


@dataclass(slots=True)
class _Region:
    kind: PartKind | None = None
    tag: str = ""
    byline: bool = False
    standfirst: bool = False
    inside: bool = False
    number: int = 0
    holder: int = 0


def walk(root: Element, article: Element | None) -> Shown:
    """Everything `root` shows, `article` being the element that holds the article, if any."""
    walker = _Walker(article)
    walker.element(root, _Region(inside=article is None))
    walker.flush()
    return walker.shown


class _Walker:
    def __init__(self, article: Element | None) -> None:
        self.shown = Shown()
        self._article = article
        self._is_titled = (
            article is not None and article.tag == "article" and article.find(".//h1") is not None
        )
        self._around = list(article.iterancestors()) if article is not None else []
        self._buffer: list[str] = []
        self._linked = 0
        self._in_link = False
        self._region = _Region()
        self._regions = 0

    def element(self, element: Element, region: _Region) -> None:
        """Read `element` and all in it; depth is bounded by `guards.MAX_DEPTH`."""
        tag = element.tag
        if tag == "noscript":
            self._without_scripts(element, region)
        if tag == "button":  # which shows the picture larger
            self._pressed(element, region)
        if not isinstance(tag, str) or tag in _SKIPPED or _is_hidden(element):
            return
        if tag == "br":
            self._buffer.append("\n")
        elif tag in {"img", "amp-img", "picture"}:
            self._picture(figures.of_image(element), region)
        elif tag == "figure" and element.find(".//figure") is None:
            self.flush()
            self._figure(element, region)
        elif self._is_caption(element, tag):
            self.flush()
            self._caption(element, region)
        elif tag in _INLINE:
            self._inline(element, region, tag)
        else:
            inner = self._region_of(element, tag, region)
            self.flush()
            self._picture(figures.of_background(element), inner)
            self._region = inner
            self._children(element, inner)
            self.flush()
            self._region = region

    def flush(self) -> None:
        """End the block being gathered."""
        if not self._buffer:
            return
        text, region = "".join(self._buffer), self._region
        share = self._linked / max(1, len("".join(text.split())))
        self._buffer, self._linked = [], 0
        for piece in _BREAKS.split(text):
            tidy = _tidy(piece)
            if tidy:
                self.shown.blocks.append(
                    Block(
                        tidy,
                        region.kind,
                        tag=region.tag,
                        byline=region.byline,
                        standfirst=region.standfirst,
                        inside=region.inside,
                        linked=min(1.0, share),
                        holder=region.holder,
                    )
                )

    def _inline(self, element: Element, region: _Region, tag: str) -> None:
        if tag == "a":
            self._picture(figures.of_background(element), region)
        outer, self._in_link = self._in_link, self._in_link or tag == "a"
        self._children(element, region)
        self._in_link = outer

    def _children(self, element: Element, region: _Region) -> None:
        self._words(element.text)
        for child in element:
            self.element(child, region)
            self._words(child.tail)

    def _words(self, text: str | None) -> None:
        if text:
            self._buffer.append(_SPACES.sub(" ", text.replace("\n", " ").replace("\r", " ")))
            if self._in_link:
                self._linked += len("".join(text.split()))

    def _figure(self, element: Element, region: _Region) -> None:
        figure = figures.of_figure(element)
        if figure is None or _is_card(element):  # or a table, a quotation, a film: as any other
            self._children(element, region)
            self.flush()
            return
        ordinal = self._picture(figure, region)
        for other in figures.others(element, figure):
            self._picture(other, region)
        if figure.printed:
            kind = region.kind or PartKind.CAPTION
            inside = region.inside
            self.shown.blocks.append(
                Block(figure.printed, kind, picture=ordinal, tag="figcaption", inside=inside)
            )

    def _picture(self, figure: figures.Figure | None, region: _Region) -> int | None:
        if figure is None:
            return None
        apart = region.kind is not None or region.byline
        self.shown.pictures.append(Placed(figure, len(self.shown.blocks), region.inside, apart))
        return len(self.shown.pictures) - 1

    def _without_scripts(self, element: Element, region: _Region) -> None:
        """The picture that a page loads later, as it stands for those who run no scripts."""
        for image in list(element.iter("img"))[:5]:
            figure = figures.of_image(image)
            last = self.shown.pictures[-1].figure.url if self.shown.pictures else ""
            if figure is not None and not figures.same_picture(figure.url, last):
                self._picture(figure, region)

    def _pressed(self, button: Element, region: _Region) -> None:
        for figure in list(button.iter("figure"))[:1]:
            self._figure(figure, region)
            return
        for image in list(button.iter("picture", "img"))[:1]:
            self._picture(figures.of_image(image), region)

    def _is_caption(self, element: Element, tag: str) -> bool:
        """Whether an element is the line under a picture that stands in no `figure`."""
        words = tokens(element)
        named = tag == "figcaption" or (bool(words) and boilerplate.is_caption_class(words))
        if not named or not is_short(element, 700):
            return False
        if any(element.find(f".//{name}") is not None for name in ("img", "time", "h1", "h2")):
            return False
        return _has_picture_beside(element)

    def _caption(self, element: Element, region: _Region) -> None:
        line = text_of(element)
        if not line:
            return
        ordinal = None
        last = self.shown.pictures[-1] if self.shown.pictures else None
        if last is not None and last.at == len(self.shown.blocks) and not last.figure.printed:
            ordinal = len(self.shown.pictures) - 1
            last.figure = figures.with_line(last.figure, line)
        kind = region.kind or PartKind.CAPTION
        self.shown.blocks.append(
            Block(line, kind, picture=ordinal, tag="figcaption", inside=region.inside)
        )

    def _is_another(self, element: Element) -> bool:
        """Whether an element holds an article of its own, as pages do that never end."""
        return (
            self._is_titled
            and element is not self._article
            and element.find(".//h1") is not None
            and all(outer is not self._article for outer in element.iterancestors())
            and all(outer is not element for outer in self._around)
        )

    def _region_of(self, element: Element, tag: str, outer: _Region) -> _Region:
        inside = outer.inside or element is self._article
        words = tokens(element)
        byline = outer.byline or (
            bool(words) and boilerplate.is_byline_class(words) and is_short(element, 400)
        )
        standfirst = outer.standfirst or (
            bool(words) and boilerplate.is_standfirst_class(words) and is_short(element, 1_200)
        )
        kind = outer.kind or _kind_of(element, tag, words)
        if kind is None and tag == "article" and self._is_another(element):
            kind = PartKind.RELATED
        name = tag if tag in _HEADINGS | {"li", "blockquote", "figcaption", "td", "th"} else ""
        kept = outer.tag if outer.tag in {"blockquote", "li"} else ""
        self._regions += 1
        return _Region(
            kind, name or kept or tag, byline, standfirst, inside, self._regions, outer.number
        )


def _kind_of(element: Element, tag: str, words: str) -> PartKind | None:
    kind = boilerplate.by_class(words, tag) if words and tag not in {"html", "body"} else None
    if kind is None and tag == "footer":
        kind = PartKind.OTHER
    if kind is None or tag in {"article", "main"}:
        return None
    if element.find(".//h1") is not None or not is_short(element, _MAX_REGION):
        return None  # a wrapper round everything, named after something it also holds
    if kind in {PartKind.BANNER, PartKind.AUDIO_NOTE} and _holds_paragraphs(element):
        return None  # `paywall` and the like are also what articles behind one stand in
    return kind


def _holds_paragraphs(element: Element) -> bool:
    """Whether an element holds paragraphs of prose, as no banner does."""
    long = (text_of(p) for p in element.iter("p") if p.find(".//a") is None)
    return sum(len(text) >= _LONG for text in long) >= 3


def _is_card(figure: Element) -> bool:
    """Whether what stands under the picture is more than a caption: a heading and its text."""
    return figure.find(".//h1") is not None or (
        figure.find(".//h2") is not None and figure.find(".//p") is not None
    )


def _has_picture_beside(element: Element) -> bool:
    for outer, _step in zip(element.iterancestors(), range(2), strict=False):
        if outer.find(".//img") is not None or outer.find(".//amp-img") is not None:
            return is_short(outer, 1_500)
    return False


def _is_hidden(element: Element) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(element.get("style") or ""))
    )


def _tidy(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)


def article_of(root: Element) -> Element | None:
    """The element that holds the article, where the page's markup names one."""
    for path in (".//article", ".//main", ".//*[@itemprop='articleBody']", ".//*[@role='main']"):
        found = root.findall(path)[:200]
        if found:
            several = path == ".//article" and sum(1 for _h1 in root.iter("h1")) > 1
            titled = [e for e in found if e.find(".//h1") is not None] if several else []
            titled = [e for e in titled if not is_short(e, 600)]
            titled = titled if len(titled) > 1 else []
            best = titled[0] if titled else max(_outermost(found), key=lambda e: len(text_of(e)))
            if not is_short(best, 200):
                return _widened(best)
    return None


def _outermost(elements: list[Element]) -> list[Element]:
    """Those of `elements` that stand in no other of them."""
    known = set(elements)
    return [e for e in elements if not any(outer in known for outer in e.iterancestors())]


def _widened(article: Element) -> Element:
    """The element round `article` that holds the page's only h1 as well, if it is near."""
    if article.find(".//h1") is not None:
        return article
    for parent, _step in zip(article.iterancestors(), range(3), strict=False):
        if parent.tag in {"body", "html"}:
            break
        if len(list(parent.iter("h1"))) == 1:
            return parent
    return article
