"""The part of Markdown that notes use, as blocks: paragraphs, lists, emphasis, links made inert.

Parsed by markdown-it-py (CommonMark) without HTML, images or reference definitions: what is left
out of the grammar is printed as it was typed.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from markdown_it import MarkdownIt
from markdown_it.token import Token

from caseboard.briefing.blocks import Block, Entry, Heading, Listing, Paragraph, Role, Run, Runs

BULLET = "•"
_LEFT_OUT = ["html_block", "html_inline", "image", "reference", "entity", "table", "lheading"]
_parser = MarkdownIt("commonmark", {"html": False}).disable(_LEFT_OUT, ignoreInvalid=True)


def inline(text: str) -> Runs:
    """One line of text with emphasis; line breaks become spaces."""
    tokens = _parser.parseInline(" ".join(text.split()))
    return tuple(_merged(_inline(tokens[0].children or []))) if tokens else ()


def paragraphs(text: str, role: Role = Role.BODY) -> tuple[Paragraph, ...]:
    """Text whose blank lines part paragraphs, with emphasis and nothing more."""
    parts = (part for part in text.replace("\r\n", "\n").split("\n\n") if part.strip())
    return tuple(Paragraph(inline(part), role) for part in parts)


def blocks(text: str) -> tuple[Block, ...]:
    """A note as blocks."""
    reader = _Reader()
    for token in _parser.parse(text):
        reader.take(token)
    return reader.finished()


@dataclass
class _List:
    ordered: bool
    number: int
    entered: bool = False


@dataclass
class _Reader:
    """Turns the parser's flat tokens into blocks."""

    done: list[Block] = field(default_factory=list)
    lists: list[_List] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    heading: bool = False
    quotes: int = 0

    def take(self, token: Token) -> None:  # noqa: C901  one arm a kind of token
        """Read one token."""
        match token.type:
            case "bullet_list_open" | "ordered_list_open":
                start = int(token.attrs.get("start", 1))
                self.lists.append(_List(token.type.startswith("ordered"), start - 1))
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
                if not self.lists:
                    self._close_listing()
            case "list_item_open":
                self.lists[-1].number += 1
                self.lists[-1].entered = False
            case "blockquote_open":
                self.quotes += 1
            case "blockquote_close":
                self.quotes -= 1
            case "heading_open" | "heading_close":
                self.heading = token.type == "heading_open"
            case "inline":
                self._text(tuple(_merged(_inline(token.children or []))))
            case "fence" | "code_block":
                for line in token.content.rstrip("\n").split("\n"):
                    self._text((Run(line or " ", mono=True),), Role.CODE)
            case _:
                return  # closing tags and rules carry no text

    def finished(self) -> tuple[Block, ...]:
        """What came of it."""
        self._close_listing()
        return tuple(self.done)

    def _text(self, runs: Runs, role: Role = Role.BODY) -> None:
        role = Role.QUOTE if self.quotes and role is Role.BODY else role
        if self.lists:
            self._item(Paragraph(runs, role))
        elif self.heading:
            self.done.append(Heading(runs))
        else:
            self.done.append(Paragraph(runs, role))

    def _item(self, paragraph: Paragraph) -> None:
        current = self.lists[-1]
        if current.entered and self.entries:
            last = self.entries[-1]
            self.entries[-1] = replace(last, content=(*last.content, paragraph))
            return
        label = f"{current.number}." if current.ordered else BULLET
        self.entries.append(Entry(Run(label), (paragraph,), level=len(self.lists) - 1))
        current.entered = True

    def _close_listing(self) -> None:
        if self.entries:
            self.done.append(Listing(tuple(self.entries)))
            self.entries = []


def _inline(tokens: Sequence[Token]) -> Iterator[Run]:
    bold = italic = 0
    links: list[tuple[str, list[str]]] = []
    for token in tokens:
        step = {"_open": 1, "_close": -1}.get(token.type[token.type.rfind("_") :], 0)
        text = token.content
        if token.type.startswith("strong_"):
            bold += step
        elif token.type.startswith("em_"):
            italic += step
        elif token.type == "link_open":
            links.append((str(token.attrs.get("href", "")), []))
        elif token.type == "link_close" and links:
            href, shown = links.pop()
            if href not in ("".join(shown), f"mailto:{''.join(shown)}"):
                yield Run(f" ({href})", italic=italic > 0)
        elif token.type in ("softbreak", "hardbreak"):
            text = " "
        if text:
            for _, shown in links:
                shown.append(text)
            yield Run(text, bold=bold > 0, italic=italic > 0, mono=token.type == "code_inline")


def _merged(runs: Iterator[Run]) -> Iterator[Run]:
    """Neighbours set alike become one: a `[[ref]]` must not be cut in two."""
    last: Run | None = None
    for run in runs:
        if last is not None and replace(last, text="") == replace(run, text=""):
            last = replace(last, text=last.text + run.text)
        else:
            if last is not None:
                yield last
            last = run
    if last is not None:
        yield last
