"""The course of one rendering: load, scroll, keep, clear, picture, print."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineProfile,
    qWebEngineChromiumVersion,
    qWebEngineVersion,
)
from PySide6.QtWebEngineWidgets import QWebEngineView

from caseboard.rendering import picture
from caseboard.rendering.page import SealedPage
from caseboard.rendering.request import Answers, Failed, Request
from caseboard.rendering.scripts import called
from caseboard.rendering.waiting import Deadline, Tell, pause

STEPS = 60
GROWTHS = 5
"""How often the bottom may move away before a page counts as endless."""
_CALL_SECONDS = 8.0
_FILE_SECONDS = 20.0
_STEP_SECONDS = 1.5
_STEP_QUIET_SECONDS = 0.12
_QUIET_SECONDS = 0.4
_LOOK_SECONDS = 0.05
_PAGES = {"text/html", "application/xhtml+xml", "text/plain"}
_A4 = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(10, 10, 10, 10),
    QPageLayout.Unit.Millimeter,
)  # fmt: skip


class Course:
    """Draws one page into files.

    `page.mhtml` is the page as it was sent and as its scripts left it, nothing hidden;
    `page.png` and `page.pdf` are made after overlays were hidden.
    """

    def __init__(self, profile: QWebEngineProfile, request: Request, tell: Answers) -> None:
        self._request, self._tell = request, tell
        self._deadline = Deadline(request.seconds)
        self._profile = profile
        self._page = SealedPage(profile, request.token)
        self._view = QWebEngineView()
        self._view.setPage(self._page)
        self._view.resize(picture.WIDTH, picture.SCREEN + picture.STRIP)
        self._view.show()

    def run(self) -> dict[str, Any]:
        """Do all of it; the facts for the parent. Raises `Failed`."""
        self._load()
        self._wake_lazy_pictures()
        self._page.freeze()
        reached, title = self._page.url(), self._page.title()
        self._save()
        hidden = self._page.call(called("hide"), _CALL_SECONDS)
        taken = self._take_picture()
        self._print()
        return {
            "reached": bytes(reached.toEncoded().data()).decode("ascii"),
            "title": title,
            "renderer": _renderer(),
            **taken,
            "hidden": [*hidden, *taken["hidden"]],
        }

    def close(self) -> None:
        """Let page and view go before their profile does, as Qt demands."""
        self._view.close()
        del self._view, self._page

    def _load(self) -> None:
        """Until the page says that it is complete, or for half of the time there is."""
        self._tell.stage("loading")
        address = QUrl.fromEncoded(self._request.url.encode())

        def start(tell: Tell) -> None:
            self._page.loadFinished.connect(tell)
            self._page.load(address)

        try:
            self._page.ask(start, self._deadline.left(self._request.seconds / 2))
        except Failed as failure:
            if failure.reason != "stuck":
                raise
            self._page.triggerAction(SealedPage.WebAction.Stop)  # what came may be the page already
        if self._page.problem:
            raise Failed("not loaded", self._page.problem)
        if self._settle(self._request.seconds / 8)["type"] not in _PAGES:
            raise Failed("no page")

    def _settle(self, seconds: float, quiet_seconds: float = _QUIET_SECONDS) -> dict[str, Any]:
        """Wait until nothing new comes for a moment, or for so long; what the page is like then."""
        deadline = Deadline(self._deadline.left(seconds))
        state = self._state()
        quiet = Deadline(quiet_seconds)
        while deadline.left() and (quiet.left() or state["pending"] or not state["ready"]):
            pause(_LOOK_SECONDS)
            before, state = state, self._state()
            if state != before:
                quiet = Deadline(quiet_seconds)
        return state

    def _state(self) -> dict[str, Any]:
        state: dict[str, Any] = self._page.call(called("settle"), _CALL_SECONDS)
        return state

    def _wake_lazy_pictures(self) -> None:
        """Scroll down as a reader would, then up again; an endless page is left after a while."""
        state, growths = self._state(), 0
        deadline = Deadline(self._deadline.left(self._request.seconds / 3))
        for step in range(STEPS):
            bottom = state["height"] - state["screen"]
            if state["y"] >= bottom or growths > GROWTHS or not deadline.left():
                break
            self._tell.stage("scrolling", step, STEPS)
            self._scroll(state["y"] + state["screen"] * 9 // 10)
            before, state = state, self._settle(_STEP_SECONDS, _STEP_QUIET_SECONDS)
            growths += state["height"] > before["height"]
            if state["y"] == before["y"]:
                break
        self._scroll(0)
        self._settle(_STEP_SECONDS)

    def _scroll(self, top: int) -> None:
        self._page.call(called("scroll", top), _CALL_SECONDS)

    def _save(self) -> None:
        self._tell.stage("saving")
        kind = QWebEngineDownloadRequest.SavePageFormat.MimeHtmlSaveFormat
        saved: list[QWebEngineDownloadRequest] = []

        def start(tell: Tell) -> None:
            def begun(download: QWebEngineDownloadRequest) -> None:
                if download.isSavePageDownload():
                    saved.append(download)
                    download.isFinishedChanged.connect(tell)
                    download.accept()

            self._profile.downloadRequested.connect(begun)
            self._page.save(str(self._file("mhtml")), kind)

        self._page.ask(start, self._deadline.left(_FILE_SECONDS))
        if saved[0].state() != QWebEngineDownloadRequest.DownloadState.DownloadCompleted:
            raise Failed("not written")

    def _take_picture(self) -> dict[str, Any]:
        """In the time there is, but for what printing and writing need."""
        deadline = Deadline(self._deadline.left() - self._request.seconds / 5)
        return picture.take(self._view, self._page, self._file("png"), self._tell, deadline)

    def _print(self) -> None:
        self._tell.stage("printing")

        def start(tell: Tell) -> None:
            self._page.pdfPrintingFinished.connect(tell)
            self._page.printToPdf(str(self._file("pdf")), _A4)

        _path, is_good = self._page.ask(start, self._deadline.left(_FILE_SECONDS))
        if not is_good:
            raise Failed("not written")

    def _file(self, ending: str) -> Path:
        return self._request.folder / f"page.{ending}"


def _renderer() -> str:
    return (
        f"Qt WebEngine {_text(qWebEngineVersion())} (Chromium {_text(qWebEngineChromiumVersion())})"
    )


def _text(value: Any) -> str:
    return value if isinstance(value, str) else bytes(value).decode()
