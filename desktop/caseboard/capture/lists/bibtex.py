"""BibTeX and BibLaTeX; split with `bibtexparser`, LaTeX's accents read with `pylatexenc`."""

import logging
import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from pylatexenc.latex2text import LatexNodes2Text
from pylatexenc.latexwalker import LatexWalker, get_default_latex_context_db

from caseboard.capture.lists.entry import ListFormat, Listing
from caseboard.capture.lists.gathering import Gathering
from caseboard.capture.lists.ris import turned
from caseboard.i18n import _

# It warns of every odd block on its own; what it could not read is counted as skipped.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

_MONTH_NAMES = "janfebmaraprmayjunjulaugsepoctnovdec"
_MONTHS = {_MONTH_NAMES[at * 3 : at * 3 + 3]: f"{at + 1:02}" for at in range(12)}
_SITES = ("journaltitle", "journal", "newspaper", "publisher", "organization", "institution")
_HOW = re.compile(r"\\url\s*\{([^{}]+)\}|(https?://[^\s{}]+)")
_ACCENT = re.compile(r"\\(?:([`'^\"~=.])|([uvHcdbrk])(?![a-zA-Z]))\s*(?:\{\s*\\?(\w)\s*\}|(\w))")
_COMBINING = dict(zip("`'^\"~=.uvHcdbrk", "\u0300\u0301\u0302\u0308\u0303\u0304\u0307\u0306\u030c"
                      "\u030b\u0327\u0323\u0331\u030a\u0328", strict=True))  # fmt: skip
_LATEX = LatexNodes2Text(math_mode="verbatim")
_MACROS = get_default_latex_context_db()  # made once: it takes as long as reading does


def read(text: str) -> Listing | None:
    """The references of a `.bib` file; None where there are none."""
    library = Library()
    parse_string(text, parse_stack=[], library=library)
    found = Gathering(ListFormat.BIBTEX, "BibTeX")
    for block in library.failed_blocks:
        found.skip((block.start_line or 0) + 1, _("This reference is not written right."))
    for entry in library.entries:
        held = {field.key.lower(): _unwrapped(str(field.value)) for field in entry.fields}
        _add(found, (entry.start_line or 0) + 1, entry.entry_type, held)
    return found.listing() if len(found) else None


def _add(found: Gathering, row: int, kind: str, held: Mapping[str, str]) -> None:
    said: dict[str, tuple[str, str]] = {}
    how = _HOW.search(held.get("howpublished", "") or held.get("note", ""))
    for name, text in (
        ("url", held.get("url", "").replace("\\", "")),
        ("doi", held.get("doi", "").replace("\\", "")),
        ("howpublished", (how[1] or how[2]).replace("\\", "") if how else ""),
    ):
        if text:
            said.setdefault("url", (text, name))
    title = ": ".join(filter(None, (plain(held.get("title", "")), plain(held.get("subtitle", "")))))
    said["title"] = (title, "title")
    site = next((name for name in _SITES if held.get(name)), "")
    said["site"] = (plain(held.get(site, "")), site)
    said["published"] = (_date(held), "date" if held.get("date") else "year")
    said["saved"] = (held.get("urldate", ""), "urldate")
    notes = (plain(held[name]) for name in ("abstract", "note", "annotation") if held.get(name))
    said["note"] = ("\n\n".join(notes), "abstract")
    said["language"] = (held.get("langid", held.get("language", "")), "langid")
    people = re.split(r"\s+and\s+", held.get("author", ""))
    found.add(
        row,
        said,
        authors=[turned(plain(name)) for name in people if name and name != "others"],
        tags=[plain(tag) for tag in re.split(r"[,;]", held.get("keywords", ""))],
        files=list(_files(held.get("file", ""))),
        kind=kind,
        names={"authors": "author"},
    )


@lru_cache(4096)
def plain(latex: str) -> str:
    """`latex` as a reader sees it: braces gone, accents put together."""
    if not set(latex) & set("\\{}$~"):
        return latex
    latex = _ACCENT.sub(_accented, latex[:20_000])  # most of what there is, and a hundred times
    if "\\" not in latex and "$" not in latex:  # as fast as reading all of LaTeX
        return latex.replace("{", "").replace("}", "").replace("~", " ")
    walker = LatexWalker(latex, latex_context=_MACROS, tolerant_parsing=True)
    return str(_LATEX.nodelist_to_text(walker.get_latex_nodes()[0]))


def _accented(found: re.Match[str]) -> str:
    letter = found[3] or found[4]
    return unicodedata.normalize("NFC", letter + _COMBINING[found[1] or found[2]])


def _date(held: Mapping[str, str]) -> str:
    if held.get("date"):
        return held["date"]
    year, month = held.get("year", ""), held.get("month", "").strip().lower()
    month = _MONTHS.get(month[:3], month.zfill(2) if month.isdigit() else "")
    day = held.get("day", "").strip()
    dated = f"{year}-{month}" if month else year
    return f"{dated}-{day.zfill(2)}" if month and day.isdigit() else dated


def _files(text: str) -> list[str]:
    """Zotero's and JabRef's `file`: `name:path:type`, several with `;` between, or paths."""
    found = []
    for each in re.split(r"(?<!\\);", text[:20_000]):
        parts = re.split(r"(?<!\\):", each)
        path = parts[1] if len(parts) >= 3 else parts[0]
        found.append(re.sub(r"\\(.)", r"\1", path).strip())
    return found


def _unwrapped(value: str) -> str:
    """The value without the braces or quotes around all of it."""
    text = value.strip()
    if len(text) >= 2 and (text[0], text[-1]) in {("{", "}"), ('"', '"')}:
        text = text[1:-1]
    return " ".join(text.split())
