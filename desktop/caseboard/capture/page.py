"""Reads the article of a page: its words, who wrote it and when, its pictures.

No network, no database, no files: a page in, a `Page` out.
"""

from copy import deepcopy
from dataclasses import dataclass

from caseboard.capture import (
    authorship,
    blocks,
    body,
    byline,
    dates,
    embedded_text,
    gallery,
    guards,
    headings,
    jsonld,
    language,
    opengraph,
    plain,
    standfirst,
    titles,
    tree,
    unstated,
    urls,
)
from caseboard.capture.article import NOTHING, Page, PageImage
from caseboard.capture.assemble import assemble
from caseboard.capture.blocks import Block, Shown
from caseboard.capture.decode import decode
from caseboard.capture.tree import Element, parse
from caseboard.model.parts import body_text
from caseboard.model.terms import PartKind

__all__ = ["Page", "PageImage", "read"]

_MAX_ASIDE = 80
_LONGEST_LINE = 200
_FEW = 60
"""Words: a page that shows fewer may hold its text elsewhere."""
_KEPT_OUTSIDE = {PartKind.BANNER, PartKind.RELATED, PartKind.AUTHOR_CARD, PartKind.AUDIO_NOTE}


def read(html: bytes | str, url: str | None = None) -> Page:
    """The article of a page, or of a fragment of one such as a clipboard holds.

    `url` is where the page was; picture addresses are made absolute with it. Nothing is fetched.
    What is not body (banners, teasers, captions, …) is kept in `parts`, marked as not body.
    Raises `CaseError` where the page is too large to be read; odd and broken pages are read as
    far as they go, down to an empty `Page`.
    """
    guards.check_size(len(html))
    root = parse(decode(html))
    return NOTHING if root is None else of_tree(root, url)


def of_tree(root: Element, url: str | None = None) -> Page:
    """The article of a page that is parsed already (see `tree.parse`); `root` is left as it is."""
    return _Reader(root, url).page()


@dataclass(frozen=True, slots=True)
class _Said:
    """What the page states about itself."""

    title: str
    authors: tuple[str, ...]
    published: dates.Published
    site: str
    said_in: dict[str, str]
    head: opengraph.Head
    linked: jsonld.Linked


class _Reader:
    """One page being read."""

    def __init__(self, root: Element, url: str | None) -> None:
        self._root = root
        self._url = url
        self._base = tree.base(root, url) if url else None
        self._article = blocks.article_of(root)
        self._container = self._article if self._article is not None else root

    def page(self) -> Page:
        shown = blocks.walk(self._root, self._article)
        said = self._said(shown)
        if not said.title and not said.linked.is_article and not _has_heading(shown):
            return self._fragment(shown, said)
        coverage = body.decide(deepcopy(self._root), shown, self._url, said.linked.body)
        text_in = self._or_carried(shown, said)
        if text_in:
            said.said_in["text"] = text_in
        standfirst.mark(shown.blocks, said.title, [said.head.description, said.linked.description])
        _mark_head(shown.blocks, said)
        return self._put_together(_kept(shown.blocks), shown, said, coverage)

    def _or_carried(self, shown: Shown, said: _Said) -> str:
        """Take the text that the page carries for its scripts, where it shows hardly any.

        Where that was read; empty where the text is the one shown.
        """
        size = sum(len(block.text.split()) for block in shown.blocks if block.body)
        if size >= _FEW:
            return ""
        carried, where = embedded_text.find(self._root, said.linked, said.title)
        if sum(len(block.text.split()) for block in carried) < 2 * size:
            return ""
        for block in shown.blocks if carried else ():
            block.body = False
        shown.blocks.extend(carried)
        return where

    def _said(self, shown: Shown) -> _Said:
        head = opengraph.read(self._root)
        linked = jsonld.read(self._root, [head.og_title, head.title])
        site = linked.site or head.site
        site = head.site if head.site and len(head.site) < len(site) else site
        title = titles.choose(
            headings.read(self._root),
            {"JSON-LD headline": linked.title, "og:title": head.og_title},
            head.title,
            site,
            self._url or "",
        )
        day_first = language.day_first(head.language, urls.host(self._url or ""))
        lines = byline.lines(shown.blocks, title.text, day_first=day_first)
        published = self._published(head, linked, lines, day_first)
        published = self._or_found(published, shown, day_first)
        authors = authorship.read(
            self._root,
            self._container,
            authorship.Known(
                title=title.text,
                site=site,
                linked=linked,
                named_in_head=head.authors,
                lines=lines,
                host=urls.host(self._url or ""),
                last_lines=_last_lines(shown.blocks),
                sources=byline.sources(b.text for b in shown.blocks if b.kind is None),
            ),
        )
        site_in = "JSON-LD publisher" if site == linked.site else f"meta {head.site_in}"
        said_in = {
            "title": title.said_in,
            "authors": authors.said_in,
            "published": published.said_in,
            "site": site_in if site else "",
        }
        known = {field: where for field, where in said_in.items() if where}
        return _Said(title.text, authors.names, published, site, known, head, linked)

    def _published(
        self,
        head: opengraph.Head,
        linked: jsonld.Linked,
        lines: list[str],
        day_first: bool | None,
    ) -> dates.Published:
        marked = byline.marked_dates(self._container)
        return dates.read(
            [
                ("JSON-LD datePublished", linked.published),
                (f"meta {head.published_in}", head.published),
                *(("itemprop datePublished", date) for date in marked),
            ],
            dates.visible_times(self._container),
            lines,
            doubtful=(f"meta {head.dated_in}", head.dated),
            url=self._url or head.canonical,
            language=language.stated(head.language),
            day_first=day_first,
        )

    def _or_found(
        self, published: dates.Published, shown: Shown, day_first: bool | None
    ) -> dates.Published:
        if published.edtf is not None or self._root.find(".//head/title") is None:
            return published
        lines = (b.text for b in shown.blocks if b.inside and b.kind in {None, PartKind.OTHER})
        found = unstated.day(self._root, self._url, lines, day_first=day_first)
        return dates.Published(found.day, "", found.said_in) if found else published

    def _fragment(self, shown: Shown, said: _Said) -> Page:
        """A piece of a page without a head: read by its words, as pasted text is."""
        read_as_text = plain.read_blocks(shown.blocks)
        images = gallery.choose(shown, read_as_text.blocks, [], "", self._base)
        known = plain.page_of(read_as_text, images)
        stated = said.published
        return Page(
            text=known.text,
            title=known.title,
            authors=known.authors or said.authors,
            published=known.published or stated.edtf,
            published_as_printed=known.published_as_printed or stated.as_printed,
            site=said.site,
            language=language.stated(said.head.language) or known.language,
            images=known.images,
            canonical_url=said.head.canonical,
            confidence=known.confidence,
            parts=known.parts,
            full_text=known.full_text,
            said_in={**said.said_in, **known.said_in},
        )

    def _put_together(self, kept: list[Block], shown: Shown, said: _Said, coverage: float) -> Page:
        if said.title and not any(block.kind is PartKind.TITLE for block in kept):
            kept.insert(0, Block(said.title, PartKind.TITLE))
        leads = [said.head.image, said.linked.image]
        images = gallery.choose(shown, kept, leads, said.head.image_alt, self._base)
        full_text, parts = assemble(kept)
        text = body_text(full_text, parts)
        return Page(
            text=text,
            title=said.title,
            authors=said.authors,
            published=said.published.edtf,
            published_as_printed=said.published.as_printed,
            site=said.site or (urls.host(self._url) if self._url else ""),
            language=language.stated(said.head.language)
            or language.stated(said.linked.language)
            or language.guess(text),
            images=images,
            canonical_url=urls.absolute(said.head.canonical, self._url),
            confidence=_confidence(text, said, coverage),
            parts=parts,
            full_text=full_text,
            said_in=said.said_in,
        )


def _last_lines(shown: list[Block]) -> tuple[str, ...]:
    inside = (b.text for b in shown if b.inside and b.kind in {None, PartKind.OTHER})
    return tuple(text for text in inside if len(text) <= _LONGEST_LINE)


def _has_heading(shown: Shown) -> bool:
    return any(block.tag == "h1" for block in shown.blocks)


def _mark_head(shown: list[Block], said: _Said) -> None:
    """Name the blocks that are title and byline."""
    folded = titles.fold(said.title)
    title = next(
        (b for b in shown if folded and titles.fold(b.text) == folded and not b.linked > 0.9), None
    )
    if title is not None:
        title.kind, title.body = PartKind.TITLE, False
    for block in shown:
        if block is not title and block.kind in {None, PartKind.AUTHOR_CARD} and block.tag == "h1":
            block.body = block.body and titles.fold(block.text) != folded
    byline.mark(shown, said.authors)


def _kept(shown: list[Block]) -> list[Block]:
    """Body, and what is worth marking as not body: menus and the like are left to the original."""
    kept: list[Block] = []
    aside = 0
    for block in shown:
        wanted = block.body or block.kind in {PartKind.TITLE, PartKind.BYLINE, PartKind.CAPTION}
        if not wanted:
            wanted = block.kind in _KEPT_OUTSIDE or (block.inside and block.linked < 0.9)
            aside += wanted
        if wanted and (block.body or aside <= _MAX_ASIDE):
            if block.body and block.kind is None:
                block.kind = body.kind_by_tag(block.tag)
            elif block.kind is None:
                block.kind = PartKind.OTHER
            kept.append(block)
    return kept


def _confidence(text: str, said: _Said, coverage: float) -> float:
    evidence = (
        (0.35, len(text.split()) >= 80),
        (0.15, bool(said.title)),
        (0.15, said.linked.is_article or said.head.is_article),
        (0.1, said.published.edtf is not None),
        (0.1, bool(said.authors)),
    )
    return round(sum(weight for weight, holds in evidence if holds) + 0.15 * coverage, 2)
