"""One page that may show itself, and do nothing else."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QAuthenticator
from PySide6.QtWebEngineCore import (
    QWebEngineCertificateError,
    QWebEngineClientCertificateSelection,
    QWebEngineDesktopMediaRequest,
    QWebEngineFileSystemAccessRequest,
    QWebEngineLoadingInfo,
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEnginePermission,
    QWebEngineProfile,
    QWebEngineRegisterProtocolHandlerRequest,
    QWebEngineScript,
    QWebEngineWebAuthUxRequest,
)
from typing_extensions import override

from caseboard.rendering.request import Failed
from caseboard.rendering.waiting import Tell, TookTooLong, answer

_WEB = {"http", "https"}
_NAVIGATIONS = 20
"""A page that sends its reader on and on is followed no further than this."""
PROXY_USER = "caseboard"


class SealedPage(QWebEnginePage):
    """A page without windows, dialogs, rights or downloads; `freeze` also keeps it where it is."""

    def __init__(self, profile: QWebEngineProfile, token: str) -> None:
        super().__init__(profile)
        self._token = token
        self._navigations = 0
        self._is_frozen = False
        self._death = ""
        self._dying: list[Tell] = []
        self.problem = ""
        """What Chromium says of the page that it could not load."""
        self._refuse_what_it_may_ask()
        self.proxyAuthenticationRequired.connect(self._name_ourselves)
        self.loadingChanged.connect(self._note_problem)
        self.renderProcessTerminated.connect(self._note_death)

    def freeze(self) -> None:
        """From now on the page may not lead elsewhere."""
        self._is_frozen = True

    def call(self, script: str, seconds: float) -> Any:
        """What the expression `script` comes to, in a world where the page's code cannot meddle.

        As JSON, since this binding hands objects over as empty texts. Raises `Failed` where the
        page does not answer: its own script keeps it busy, it died, or took itself to pieces.
        """
        world = QWebEngineScript.ScriptWorldId.ApplicationWorld.value
        asked = f"JSON.stringify({script})"
        said = self.ask(lambda tell: self.runJavaScript(asked, world, tell), seconds)[0]
        if not said:
            raise Failed("no page")
        return json.loads(said)

    def ask(self, start: Callable[[Tell], Any], seconds: float) -> tuple[Any, ...]:
        """The answer to `start`, which the page's process gives; raises `Failed` without one."""
        if not self._death:
            try:
                found = answer(lambda tell: self._start(start, tell), seconds)
            except TookTooLong as error:
                raise Failed("stuck") from error
            finally:
                self._dying.clear()
        if self._death:
            raise Failed("crashed", self._death)
        return found

    @override
    def acceptNavigationRequest(
        self, url: QUrl | str, type: QWebEnginePage.NavigationType, isMainFrame: bool, /
    ) -> bool:
        if not isMainFrame:
            return True
        self._navigations += 1
        allowed = QUrl(url).scheme() in _WEB and self._navigations <= _NAVIGATIONS
        return allowed and not self._is_frozen

    @override
    def javaScriptAlert(self, securityOrigin: QUrl | str, msg: str, /) -> None:
        return

    @override
    def javaScriptConfirm(self, securityOrigin: QUrl | str, msg: str, /) -> bool:
        return False

    @override
    def javaScriptPrompt(
        self, securityOrigin: QUrl | str, msg: str, defaultValue: str, /
    ) -> tuple[bool, str]:
        return False, ""

    @override
    def javaScriptConsoleMessage(
        self,
        level: QWebEnginePage.JavaScriptConsoleMessageLevel,
        message: str,
        lineNumber: int,
        sourceID: str,
        /,
    ) -> None:
        return

    @override
    def chooseFiles(
        self,
        mode: QWebEnginePage.FileSelectionMode,
        oldFiles: Sequence[str],
        acceptedMimeTypes: Sequence[str],
        /,
    ) -> list[str]:
        return []

    def _refuse_what_it_may_ask(self) -> None:
        self.permissionRequested.connect(QWebEnginePermission.deny)
        self.desktopMediaRequested.connect(QWebEngineDesktopMediaRequest.cancel)
        self.fileSystemAccessRequested.connect(QWebEngineFileSystemAccessRequest.reject)
        self.registerProtocolHandlerRequested.connect(
            QWebEngineRegisterProtocolHandlerRequest.reject
        )
        self.selectClientCertificate.connect(QWebEngineClientCertificateSelection.selectNone)
        self.webAuthUxRequested.connect(QWebEngineWebAuthUxRequest.cancel)
        self.certificateError.connect(QWebEngineCertificateError.rejectCertificate)
        self.newWindowRequested.connect(_open_nothing)

    def _start(self, start: Callable[[Tell], Any], tell: Tell) -> None:
        self._dying.append(tell)
        start(tell)

    def _name_ourselves(self, _url: QUrl, authenticator: QAuthenticator, _host: str) -> None:
        authenticator.setUser(PROXY_USER)
        authenticator.setPassword(self._token)

    def _note_problem(self, info: QWebEngineLoadingInfo) -> None:
        failed = info.status() == QWebEngineLoadingInfo.LoadStatus.LoadFailedStatus
        from_server = info.errorDomain() == QWebEngineLoadingInfo.ErrorDomain.HttpStatusCodeDomain
        self.problem = info.errorString() if failed and not from_server else ""

    def _note_death(
        self, status: QWebEnginePage.RenderProcessTerminationStatus, _code: int
    ) -> None:
        self._death = status.name
        for tell in self._dying:
            tell()


def _open_nothing(_request: QWebEngineNewWindowRequest) -> None:
    """A window is only opened by who asks the request to; nobody does."""
