"""Draws a web page as a reader sees it, by Qt WebEngine in a process of its own, where it is there.

The process reaches the web through a `Gate` of ours alone; it is killed, with all it started, at
the end, when it takes too long, and when the caller is cancelled.
"""

import asyncio
import re
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from caseboard.capture import elsewhere, renderer, urls
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.gate.proxy import Gate
from caseboard.capture.gate.vetting import Network
from caseboard.capture.renderer import Renderer, missing_part
from caseboard.errors import CaseError
from caseboard.i18n import _

SECONDS = 60.0
"""On the wall, for one page."""
_CHILDS_SHARE = 0.9
"""Of that time, for the child to plan with."""
_LONGEST_TEXT = 4000
_CHROMIUM_NAME = re.compile(r"\bERR_[A-Z_]{1,60}\b")
_BEGINNINGS = {"png": b"\x89PNG\r\n", "mhtml": b"From: ", "pdf": b"%PDF-"}
Told = Callable[[str, int, int], None]
"""Called on the caller's thread with a sentence about what is being done, and how far it is."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A page as it was seen.

    `mhtml` is the page as it was sent and as its scripts left it, with nothing hidden. In `png`
    and `pdf` that which lay over it is hidden, and `hidden` lists it.
    """

    png: Path
    """1280 pixels wide, as high as the page."""
    mhtml: Path
    pdf: Path
    hidden: tuple[dict[str, Any], ...]
    """`{"what", "words"}` for each overlay: its tag, id and classes, and its first words."""
    renderer: str
    """Program and version, as `Qt WebEngine 6.11.3 (Chromium 140.0.7339.225)`."""
    reached: str
    title: str
    height: int = 0
    """Of the whole page in pixels; the picture may show less of it."""
    shown: int = 0
    """Pixels of that height which are in the picture."""
    missing: tuple[dict[str, Any], ...] = ()
    """What the page asked for and did not get, and what of it is not in the picture.

    `{"url", "kind", "reason"}`, where the kind is `request` or `rendering`.
    """
    bytes_in: int = 0
    """Of all answers, as sent."""


@dataclass(frozen=True, slots=True)
class Means:
    """What a rendering works with; tests bring their own."""

    network: Network = field(default_factory=Network)
    start: Sequence[str] = field(default_factory=renderer.command)
    """The program that draws, and its arguments."""


def is_available() -> bool:
    """Whether pages can be rendered here."""
    return not missing_part()


def why_not() -> str:
    """Why pages cannot be rendered here, in a sentence; empty where they can."""
    part = missing_part()
    if not part:
        return ""
    return _("Pages cannot be rendered here: {part} is not installed.").format(part=part)


async def render(
    url: str,
    rules: Rules,
    scratch: Path,
    *,
    told: Told | None = None,
    seconds: float = SECONDS,
    means: Means | None = None,
) -> Rendered:
    """Draw the page at `url` into files in a new folder under `scratch`.

    Works on any event loop. Raises `CaseError` where nothing can be drawn: what is missing, the
    page that never stops, the address that may not be asked.
    """
    if not is_available():
        raise CaseError(why_not(), _("Install it, or take the link in without its picture."))
    if not urls.is_web(url):
        raise CaseError(
            _("Only pages of the web can be rendered."), _("Give a link with http or https.")
        )
    here = asyncio.get_running_loop()

    def tell(stage: str, done: int, total: int) -> None:
        if told is not None:
            here.call_soon_threadsafe(told, _in_words(stage), done, total)

    folder = Path(tempfile.mkdtemp(prefix="rendering-", dir=scratch))
    work = _Work(url, rules, folder, tell, seconds, means or Means())
    return await elsewhere.run("rendering", work.draw)


@dataclass(frozen=True, slots=True)
class _Work:
    """One rendering, in the thread of its own."""

    url: str
    rules: Rules
    folder: Path
    tell: Told
    seconds: float
    means: Means

    async def draw(self) -> Rendered:
        async with Gate(self.rules, self.means.network) as gate:
            answer = await self._answer(gate)
            if "result" in answer:
                return _checked(answer["result"], self.folder, gate)
            raise gate.refusal(self.url) or _problem(
                str(answer.get("failure")), str(answer.get("detail"))
            )

    async def _answer(self, gate: Gate) -> dict[str, Any]:
        try:
            async with (
                asyncio.timeout(self.seconds),
                renderer.started(self.means.start, self.folder) as child,
            ):
                await child.ask(self._request(gate))
                return await _conversation(child, self.tell)
        except TimeoutError as error:
            raise _problem("stuck") from error
        except OSError as error:
            raise _problem("not started") from error

    def _request(self, gate: Gate) -> dict[str, Any]:
        return {
            "url": self.url,
            "folder": str(self.folder),
            "user_agent": self.rules.user_agent,
            "proxy": gate.address,
            "token": gate.token,
            "seconds": self.seconds * _CHILDS_SHARE,
        }


async def _conversation(child: Renderer, tell: Told) -> dict[str, Any]:
    """What it says in the end; empty where it ends without a word."""
    while "stage" in (answer := await child.answer()):
        tell(str(answer["stage"]), _number(answer.get("done")), _number(answer.get("total")))
    return answer


def _checked(result: Any, folder: Path, gate: Gate) -> Rendered:
    """The child showed a foreign page, so its word and its files are checked as the page's own."""
    files = {name: folder / f"page.{name}" for name in ("png", "mhtml", "pdf")}
    try:
        for name, begin in _BEGINNINGS.items():
            _check_beginning(files[name], begin)
        height, shown = _number(result["height"]), _number(result["shown"])
        reached = _text(result["reached"])
        return Rendered(
            **files,
            hidden=tuple(
                {"what": _text(each["what"]), "words": _text(each["words"])}
                for each in result["hidden"]
            ),
            renderer=_text(result["renderer"]),
            reached=reached,
            title=_text(result["title"]),
            height=height,
            shown=shown,
            missing=(*_cut_off(reached, height, shown), *gate.missing),
            bytes_in=gate.bytes_in,
        )
    except (OSError, KeyError, TypeError, ValueError) as error:
        raise _problem("not written") from error


def _cut_off(url: str, height: int, shown: int) -> tuple[dict[str, Any], ...]:
    if height <= shown:
        return ()
    said = _("The picture shows the first {shown} of {height} pixels of the page.")
    reason = said.format(shown=shown, height=height)
    return ({"url": url, "kind": "rendering", "reason": reason},)


def _check_beginning(path: Path, begin: bytes) -> None:
    with path.open("rb") as file:
        if file.read(len(begin)) != begin:
            raise ValueError(path.name)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value[:_LONGEST_TEXT]


def _number(value: Any) -> int:
    return value if isinstance(value, int) else 0


def _in_words(stage: str) -> str:
    return {
        "loading": _("Rendering: loading the page"),
        "scrolling": _("Rendering: scrolling through the page"),
        "saving": _("Rendering: saving the page as one file"),
        "picture": _("Rendering: taking the picture"),
        "printing": _("Rendering: printing the page"),
    }.get(stage, _("Rendering the page"))


def _problem(reason: str, detail: str = "") -> CaseError:
    """One of the child's words for why there is nothing, in ours.

    `detail` may hold Chromium's name for it, as `net::ERR_CERT_DATE_INVALID`, which helps who
    looks for it.
    """
    text, hint = _problems().get(reason) or _problems()["died"]
    name = _CHROMIUM_NAME.search(detail)
    return CaseError(f"{text} ({name[0]})" if name else text, hint)


def _problems() -> dict[str, tuple[str, str]]:
    again = _("Try again later, or look whether the page opens in a browser.")
    simply = _("Take the link in without its picture, or save the page in a browser and drop it.")
    return {
        "not loaded": (
            _("The page could not be loaded for its picture. What was fetched is kept."),
            again,
        ),
        "no page": (
            _("There was no page to take a picture of. What was fetched is kept."),
            again,
        ),
        "stuck": (
            _("Rendering the page took too long and was stopped. What was fetched is kept."),
            simply,
        ),
        "crashed": (
            _("The page made its renderer fail, perhaps for want of memory. "
              "What was fetched is kept."),
            simply,
        ),
        "died": (
            _("The renderer ended before the page was drawn. What was fetched is kept."),
            simply,
        ),
        "no sandbox": (
            _("This system does not let the renderer lock itself up, so no page is rendered. "
              "What was fetched is kept."),
            _("Allow this program user namespaces, or take links in without their pictures."),
        ),
        "not installed": (
            _("A part of the renderer is missing. What was fetched is kept."),
            _("Install PySide6-Addons and the libraries that it needs anew."),
        ),
        "not started": (
            _("The process that renders pages could not be started. What was fetched is kept."),
            _("Try again; if this goes on, install PySide6-Addons anew."),
        ),
        "not written": (
            _("The picture of the page could not be written. What was fetched is kept."),
            _("Look whether the disk is full."),
        ),
    }  # fmt: skip
