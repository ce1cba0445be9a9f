"""Runs as WordprocessingML: text, links inside and out of the document, bookmarks."""

from collections.abc import Iterable
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from caseboard.briefing.blocks import Run
from caseboard.briefing.docx import styles
from caseboard.briefing.docx.names import Names
from caseboard.briefing.docx.wording import put, put_text
from caseboard.briefing.inert import address
from caseboard.briefing.tongues import stretches
from caseboard.i18n import spoken


class Writer:
    """Writes runs into paragraphs of one part of a document."""

    def __init__(self, part: Any, names: Names) -> None:
        self.part = part
        self._names = names
        self._addresses: dict[str, str] = {}

    def write(self, paragraph: Any, runs: Iterable[Run]) -> None:
        """Add the runs to a paragraph, each where its link leads."""
        for run in runs:
            mark = self._names.mark(run.anchor)
            self._begin(paragraph, mark)
            holder = self._holder(paragraph, run)
            for text, language in stretches(run.text, spoken()):
                self._run(holder, run, text, language)
            self._end(paragraph, mark)

    def bookmark(self, paragraph: Any, anchor: str) -> None:
        """Set the bookmark of an anchor at the start of a paragraph."""
        mark = self._names.mark(anchor)
        self._begin(paragraph, mark)
        self._end(paragraph, mark)

    def _begin(self, paragraph: Any, mark: tuple[int, str] | None) -> None:
        if mark is not None:
            put(paragraph, "bookmarkStart", id=mark[0], name=mark[1])

    def _end(self, paragraph: Any, mark: tuple[int, str] | None) -> None:
        if mark is not None:
            put(paragraph, "bookmarkEnd", id=mark[0])

    def _holder(self, paragraph: Any, run: Run) -> Any:
        """The paragraph itself, or a link in it."""
        if url := address(run.url):
            link = put(paragraph, "hyperlink")
            link.set(qn("r:id"), self._address(url))
            return link
        if name := self._names.link(run.link):
            return put(paragraph, "hyperlink", anchor=name, history=1)
        return paragraph

    def _address(self, url: str) -> str:
        if url not in self._addresses:
            kind = RELATIONSHIP_TYPE.HYPERLINK
            self._addresses[url] = self.part.relate_to(url, kind, is_external=True)
        return self._addresses[url]

    def _run(self, holder: Any, run: Run, text: str, language: str) -> None:
        made = put(holder, "r")
        properties = put(made, "rPr")
        if run.mono:
            face = styles.MONO
            put(properties, "rFonts", ascii=face, hAnsi=face, cs=face)
        if run.bold:
            put(properties, "b")
        if run.italic:
            put(properties, "i")
        colour = styles.ACCENT if holder.tag == qn("w:hyperlink") else styles.TONES.get(run.tone)
        if colour:
            put(properties, "color", val=colour)
        if run.url and holder.tag == qn("w:hyperlink"):
            put(properties, "u", val="single")
        if run.raised:
            put(properties, "vertAlign", val="superscript")
        if language:
            put(properties, "lang", val=language)
        put_text(made, text)
