"""A browser that remembers nothing, asks for nothing and hands nothing out."""

from pathlib import Path

from PySide6.QtWebEngineCore import (
    QWebEngineDownloadRequest,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)
from typing_extensions import override

_Attribute = QWebEngineSettings.WebAttribute
_OFF = (
    _Attribute.JavascriptCanOpenWindows,
    _Attribute.JavascriptCanAccessClipboard,
    _Attribute.JavascriptCanPaste,
    _Attribute.LocalContentCanAccessRemoteUrls,
    _Attribute.LocalContentCanAccessFileUrls,
    _Attribute.HyperlinkAuditingEnabled,
    _Attribute.ScrollAnimatorEnabled,
    _Attribute.ErrorPageEnabled,
    _Attribute.PluginsEnabled,
    _Attribute.PdfViewerEnabled,
    _Attribute.FullScreenSupportEnabled,
    _Attribute.ScreenCaptureEnabled,
    _Attribute.WebGLEnabled,
    _Attribute.Accelerated2dCanvasEnabled,
    _Attribute.AutoLoadIconsForPage,
    _Attribute.TouchIconsEnabled,
    _Attribute.AllowRunningInsecureContent,
    _Attribute.AllowGeolocationOnInsecureOrigins,
    _Attribute.AllowWindowActivationFromJavaScript,
    _Attribute.ShowScrollBars,
    _Attribute.DnsPrefetchEnabled,
    _Attribute.NavigateOnDropEnabled,
    _Attribute.BackForwardCacheEnabled,
)
_ON = (
    _Attribute.WebRTCPublicInterfacesOnly,
    _Attribute.PlaybackRequiresUserGesture,
    _Attribute.PrintElementBackgrounds,
)
_SCHEMES = {"http", "https", "ws", "wss", "data", "blob", "about"}


def sealed(user_agent: str, folder: Path) -> QWebEngineProfile:
    """A profile off the record, for one page; nothing is written but into `folder`."""
    profile = QWebEngineProfile()
    profile.setHttpUserAgent(user_agent)
    _say_no_more(profile)
    profile.setHttpCacheType(QWebEngineProfile.HttpCacheType.MemoryHttpCache)
    profile.setPersistentCookiesPolicy(
        QWebEngineProfile.PersistentCookiesPolicy.NoPersistentCookies
    )
    profile.setPersistentPermissionsPolicy(
        QWebEngineProfile.PersistentPermissionsPolicy.AskEveryTime
    )
    profile.setSpellCheckEnabled(False)
    profile.setPushServiceEnabled(False)
    profile.setDownloadPath(str(folder))
    profile.setUrlRequestInterceptor(_OnlyWeb(profile))
    profile.downloadRequested.connect(_refuse_foreign)
    settings = profile.settings()
    for attribute in _OFF:
        settings.setAttribute(attribute, False)
    for attribute in _ON:
        settings.setAttribute(attribute, True)
    settings.setUnknownUrlSchemePolicy(
        QWebEngineSettings.UnknownUrlSchemePolicy.DisallowUnknownUrlSchemes
    )
    return profile


def _say_no_more(profile: QWebEngineProfile) -> None:
    """Blank the hints on browser and system that go with each request, beside the user agent.

    Switched off they would still be sent, and speak against the name the analyst has set.
    """
    hints = profile.clientHints()
    hints.setAllClientHintsEnabled(False)
    hints.setPlatform("")
    hints.setFullVersionList({})


class _OnlyWeb(QWebEngineUrlRequestInterceptor):
    """Lets no request pass that leaves the web (no file, no program), or that only counts."""

    @override
    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:
        is_ping = info.resourceType() is QWebEngineUrlRequestInfo.ResourceType.ResourceTypePing
        if is_ping or info.requestUrl().scheme() not in _SCHEMES:
            info.block(True)


def _refuse_foreign(download: QWebEngineDownloadRequest) -> None:
    """What the page wants to put on the disk does not get there; only our own saving does."""
    if not download.isSavePageDownload():
        download.cancel()
