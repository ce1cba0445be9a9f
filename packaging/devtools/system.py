"""The system's libraries and tools: found, installed where that is allowed, or named."""

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys

from devtools.places import VENV, Stopped

OFFSCREEN = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libglib-2.0.so.0": "libglib2.0-0",
}
WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
RENDERING = {
    "libX11.so.6": "libx11-6",
    "libXcomposite.so.1": "libxcomposite1",
    "libXdamage.so.1": "libxdamage1",
    "libXrandr.so.2": "libxrandr2",
    "libXtst.so.6": "libxtst6",
    "libasound.so.2": "libasound2",
    "libexpat.so.1": "libexpat1",
    "libgbm.so.1": "libgbm1",
    "libnss3.so": "libnss3",
    "libudev.so.1": "libudev1",
    "libxcb-dri3.so.0": "libxcb-dri3-0",
    "libxkbfile.so.1": "libxkbfile1",
}
TOOLS = {
    "Xvfb": "xvfb",
    "xdotool": "xdotool",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "strace": "strace",
    "tesseract": "tesseract-ocr",
}


def python_can_make_environments() -> None:
    """Debian keeps a part of Python that `venv` needs in a package of its own."""
    if importlib.util.find_spec("ensurepip") is None:
        _install([f"python3.{sys.version_info.minor}-venv"], "Python's venv module is not whole")


def qt_libraries(*, window: bool) -> None:
    """Leave Qt with the libraries it loads; remembers having looked."""
    stamp = VENV / f"caseboard.libraries-{'window' if window else 'offscreen'}"
    if not sys.platform.startswith("linux") or stamp.exists():
        return
    needed = OFFSCREEN | WINDOW if window else OFFSCREEN
    missing = [package for library, package in needed.items() if not _loads(library)]
    if missing:
        _install(missing, "Qt lacks libraries of the system")
    stamp.write_text("found\n", "utf-8")


def test_tools() -> None:
    """Leave the tests with the programs they drive or check against; Chromium only if it comes."""
    if not sys.platform.startswith("linux"):
        return
    missing = [package for tool, package in TOOLS.items() if not shutil.which(tool)]
    if missing:
        _install(missing, "The tests need some programs")
    if not shutil.which("chromium"):
        _try_for_chromium()


def can_render() -> bool:
    """Whether what Qt WebEngine loads is here, or came when it was asked for."""
    if not sys.platform.startswith("linux"):
        return True
    missing = [package for library, package in RENDERING.items() if not _loads(library)]
    if missing and (apt := _apt()) is not None:
        print(f"Pages cannot be rendered yet; installing {', '.join(missing)} …", flush=True)
        _silently([*apt, "update"])
        _silently([*apt, "install", *map(_name_here, missing)])
    return all(_loads(library) for library in RENDERING)


def _try_for_chromium() -> None:
    """A browser to drag from; without it those tests say that they were skipped."""
    apt = _apt()
    if apt is None or not _silently([*apt, "install", "chromium"]):
        print("No Chromium here: the tests that drag out of a browser will be skipped.")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _install(packages: list[str], why: str) -> None:
    """Install `packages`, or stop with the one command that does."""
    if not shutil.which("apt-get"):
        raise Stopped(f"{why}. On Debian they are called: {' '.join(packages)}")
    names = [_name_here(package) for package in packages]
    apt = _apt()
    if apt is None:
        command = shlex.join(["sudo", "apt-get", "install", "-y", *names])
        raise Stopped(f"{why}. Please run:\n\n    {command}\n\nand start this again.")
    print(f"{why}; installing {', '.join(packages)} …", flush=True)
    _silently([*apt, "update"])  # where that fails an old list may still do
    names = [_name_here(package) for package in packages]
    if subprocess.run([*apt, "install", *names], check=False).returncode:
        raise Stopped(f"{why}, and apt could not install them; its own words stand above.")


def _apt() -> list[str] | None:
    """How apt is called here without a question, or None where it may not be."""
    options = ["-qq", "-y", "--no-install-recommends", "-o", "Dpkg::Use-Pty=0"]
    quietly = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *options]
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return quietly
    if shutil.which("sudo") and _silently(["sudo", "-n", "true"]):
        return ["sudo", "-n", *quietly]
    return None


def _name_here(package: str) -> str:
    """Ubuntu 24.04 and Debian 13 added `t64` to the names of libraries that hold times."""
    newer = f"{package}t64"
    return newer if _silently(["apt-cache", "show", newer]) else package


def _silently(command: list[str]) -> bool:
    """Whether `command` went well; it may neither ask nor speak."""
    quiet = subprocess.DEVNULL
    done = subprocess.run(command, check=False, stdin=quiet, stdout=quiet, stderr=quiet)
    return done.returncode == 0
