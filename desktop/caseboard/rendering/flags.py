"""How Chromium is started: one way to the web, and nothing done in the background."""

import os
import sys

NO_NAMES = "MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
"""Names are looked up by the parent's proxy; Chromium's own resolver knows none."""
_FEATURES = (
    "AutofillServerCommunication", "CertificateTransparencyComponentUpdater",
    "DialMediaRouteProvider", "InterestFeedContentSuggestions", "MediaRouter",
    "NetworkPrediction", "OptimizationHints", "Translate", "WebBluetooth", "WebUSB",
)  # fmt: skip
_ALWAYS = (
    "--proxy-bypass-list=<-loopback>",  # else this machine's own addresses go round the proxy
    f"--host-resolver-rules={NO_NAMES}",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-breakpad",
    "--disable-client-side-phishing-detection",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--disable-dev-shm-usage",  # small in a container
    "--disable-gpu",
    "--disable-notifications",
    "--disable-smooth-scrolling",
    "--hide-scrollbars",
    "--mute-audio",
    "--no-first-run",
    "--no-pings",
    "--no-service-autorun",
    "--force-color-profile=srgb",
    "--js-flags=--max-old-space-size=768",
    f"--disable-features={','.join(_FEATURES)}",
)


def environment(proxy: str) -> dict[str, str]:
    """What must be set before Qt is loaded; `proxy` is `host:port`.

    The switches too: WebEngine reads those of `QApplication` from the interpreter's own command
    line, which has none. Chromium's sandbox refuses to work for root, and only then is it left out.
    """
    switches = [f"--proxy-server=http://{proxy}", *_ALWAYS]
    values = {
        "QTWEBENGINE_CHROMIUM_FLAGS": " ".join(map(_quoted, switches)),
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "QT_SCALE_FACTOR": "1",
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "DBUS_SYSTEM_BUS_ADDRESS": "disabled:",
    }
    if sys.platform != "win32" and os.geteuid() == 0:
        values["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    return values


def _quoted(switch: str) -> str:
    return f'"{switch}"' if " " in switch else switch
