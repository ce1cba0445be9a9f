"""Words in pictures, read by the program `tesseract` where it is installed.

It is given pictures that our worker has encoded anew, never foreign bytes; it is held to limits
of memory and time, and has no file of ours to write to.
"""

import asyncio
import math
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from caseboard.capture.decode import decode
from caseboard.errors import CaseError
from caseboard.i18n import _

if sys.platform == "linux":
    import resource

WANTED = ("eng", "ukr", "rus")
"""The languages that are read, as far as they are installed, by tesseract's names."""
SECONDS = 60.0
MEMORY = 1024 * 2**20
LEAST = 30.0
"""Confidence below which a word is left out of the text: mostly leaves and bricks."""
_ENCODED = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")
_ELSEWHERE = (
    "/opt/homebrew/bin/tesseract",
    "/usr/local/bin/tesseract",
    r"C:\Program Files\Tesseract-OCR\tesseract.exe",
)
_WORD_LEVEL = "5"
_COLUMNS = 12


@dataclass(frozen=True, slots=True)
class OcrWord:
    """One word: where it stands, in fractions (0 to 1) of the picture's width and height."""

    text: str
    x: float
    y: float
    w: float
    h: float
    confidence: float
    """0 to 100, as the program says."""
    line: int
    """Counts lines from 0."""
    paragraph: int
    """Counts paragraphs from 0."""


@dataclass(frozen=True, slots=True)
class OcrText:
    """What was read in a picture: the text of words that are likely, and every word."""

    text: str
    words: tuple[OcrWord, ...] = ()


def is_available() -> bool:
    """Whether the program is installed."""
    return _program() is not None


def languages() -> list[str]:
    """The languages to read, as far as they are installed; none where the program is not."""
    program = _program()
    return list(_languages(program)) if program else []


def version() -> str:
    """Such as `tesseract 5.3.4`; no more than the name where the program does not say. Blocks."""
    program = _program()
    try:
        said = subprocess.run(  # noqa: S603  the program found
            [program or "tesseract", "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=10,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return "tesseract"
    found = re.search(r"tesseract v?(\d[\w.]{0,20})", decode(said.stdout + said.stderr))
    return f"tesseract {found[1]}" if found else "tesseract"


async def read(picture: bytes, languages: Sequence[str] = ()) -> OcrText:
    """Read the words in `picture`, a JPEG or PNG that our worker has encoded.

    The first of `languages` counts most; without any, all that `languages()` names are read.
    Raises `CaseError` where the program is missing, fails or takes too long. It is ended when
    this is cancelled.
    """
    if not picture.startswith(_ENCODED):
        raise ValueError("only pictures that the worker has encoded are read")
    program = _program()
    if program is None:
        raise missing()
    chosen = list(languages) or list(await asyncio.to_thread(_languages, program))
    process = await asyncio.to_thread(_start, program, chosen)
    talk = asyncio.ensure_future(asyncio.to_thread(_talk, process, picture))
    try:
        out, error = await asyncio.shield(talk)
    except asyncio.CancelledError:
        process.kill()
        await asyncio.wait({talk})
        talk.exception()  # of a process that was ended: nobody asks any more
        raise
    if process.returncode:
        raise _failed(error)
    return understood(decode(out))


def understood(table: str) -> OcrText:
    """What a table of tesseract's says (its `tsv` output)."""
    rows = [row.split("\t") for row in table.splitlines()[1:]]
    rows = [row for row in rows if len(row) == _COLUMNS]
    words: list[OcrWord] = []
    lines: dict[tuple[str, ...], int] = {}
    paragraphs: dict[tuple[str, ...], int] = {}
    width = height = 1.0
    for row in rows:
        left, top, wide, high, confidence = (_number(value) for value in row[6:11])
        if row[0] == "1":
            width, height = max(wide, 1.0), max(high, 1.0)
        if row[0] != _WORD_LEVEL or not row[11].strip():
            continue
        line = lines.setdefault(tuple(row[1:5]), len(lines))
        paragraph = paragraphs.setdefault(tuple(row[1:4]), len(paragraphs))
        place = (left / width, top / height, wide / width, high / height)
        words.append(OcrWord(row[11].strip(), *place, confidence, line, paragraph))
    return OcrText(_text(words), tuple(words))


def _text(words: list[OcrWord]) -> str:
    likely = [word for word in words if word.confidence >= LEAST]
    paragraphs = []
    for _number_of, held in groupby(likely, key=lambda word: word.paragraph):
        lines = groupby(held, key=lambda word: word.line)
        paragraphs.append("\n".join(" ".join(w.text for w in line) for _line, line in lines))
    return "\n\n".join(paragraphs)


def _number(value: str) -> float:
    try:
        return float(value)
    except ValueError:
        return 0.0


def _program() -> str | None:
    """Where the program is; what a desktop starts may not have the terminal's search path."""
    found = shutil.which("tesseract")
    return found or next((path for path in _ELSEWHERE if os.access(path, os.X_OK)), None)


@lru_cache(maxsize=4)
def _languages(program: str) -> tuple[str, ...]:
    try:
        said = subprocess.run(  # noqa: S603  the program found
            [program, "--list-langs"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=10,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    lines = [line.strip() for line in decode(said.stdout).splitlines()]
    installed = [line for line in lines if line and " " not in line and line != "osd"]
    wanted = tuple(name for name in WANTED if name in installed)
    return wanted or tuple(installed[:1])


def _start(program: str, languages: Sequence[str]) -> "subprocess.Popen[bytes]":
    command = [program, "stdin", "stdout"]
    command += ["-l", "+".join(languages)] if languages else []
    command += ["--psm", "3", "-c", "tessedit_create_tsv=1"]
    try:
        process = subprocess.Popen(  # noqa: S603  the program found
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise _failed(b"") from error
    if sys.platform == "linux":  # before it has read a byte
        _limit(process.pid)
    return process


def _limit(pid: int) -> None:
    if sys.platform == "linux":
        cpu = math.ceil(SECONDS)
        limits = {
            resource.RLIMIT_AS: MEMORY,
            resource.RLIMIT_CPU: cpu,
            resource.RLIMIT_FSIZE: 0,
            resource.RLIMIT_CORE: 0,
        }
        for which, most in limits.items():
            try:
                resource.prlimit(pid, which, (most, most))
            except ProcessLookupError:  # it has ended already, and says why
                return


def _talk(process: "subprocess.Popen[bytes]", picture: bytes) -> tuple[bytes, bytes]:
    try:
        return process.communicate(picture, timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        process.kill()
        process.communicate()
        raise CaseError(
            _("Reading the words in this picture took too long and was given up."),
            _("Cut out the part with the words, add it as a picture, and try that one."),
        ) from error


def _environment() -> dict[str, str]:
    """No more than it needs; one thread, so that the rest of the program keeps its cores."""
    kept = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT", "LD_LIBRARY_PATH", "HOME")
    known = {name: os.environ[name] for name in kept if name in os.environ}
    return {**known, "OMP_THREAD_LIMIT": "1", "LC_ALL": "C"}


def missing() -> CaseError:
    """What to say, and what to install, where the program is not there."""
    hints = {
        "win32": _("Install it with: winget install UB-Mannheim.TesseractOCR"),
        "darwin": _("Install it with: brew install tesseract tesseract-lang"),
    }
    debian = _(
        "On Debian and Ubuntu: sudo apt install tesseract-ocr tesseract-ocr-ukr tesseract-ocr-rus"
    )
    return CaseError(
        _("Reading words in pictures needs the program tesseract, which is not installed."),
        hints.get(sys.platform, debian),
    )


def _failed(error: bytes) -> CaseError:
    lines = [line for line in decode(error).splitlines() if line.strip()]
    hint = _("It said: {words}").format(words=lines[-1][:200]) if lines else ""
    return CaseError(_("The program tesseract could not read this picture."), hint)
