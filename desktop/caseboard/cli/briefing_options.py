"""What can be said of a briefing that is to be written.

The words are those of `caseboard.model.terms`; they stand here too, for reading them there would
load half the program before the first option is parsed.
"""

import argparse
from pathlib import Path
from typing import Final

FORMS: Final = ("pdf", "html", "docx", "markdown", "folder", "bag")
MARKINGS: Final = ("CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED")
TEMPLATES: Final = ("flash", "situation", "dossier", "source_report", "incident")
PAGES: Final = ("A4", "Letter")
LANGUAGES: Final = ("en", "uk")


def declare(brief: argparse.ArgumentParser) -> None:
    """Let all of it be said to the action `brief`."""
    brief.add_argument("case", metavar="CASE")
    brief.add_argument(
        "briefing", metavar="BRIEFING", nargs="?", default="", help="B2; the newest if not said"
    )
    brief.add_argument(
        *("-o", "--output"), metavar="FILE.pdf|.html|.docx|.md|FOLDER", type=Path, required=True
    )
    brief.add_argument(
        "--form", choices=FORMS, help="what is written, where the name does not say so"
    )
    brief.add_argument(
        "--marking",
        type=_marking,
        choices=MARKINGS,
        help="a copy for readers of this marking (TLP:GREEN): what they may not have is left out",
    )
    brief.add_argument("--template", choices=TEMPLATES, help="the sections of this kind")
    brief.add_argument("--page", choices=PAGES, help="the size of its pages")
    brief.add_argument("--language", choices=LANGUAGES, help="the language of its labels")
    brief.add_argument(
        "--sign",
        metavar="CERT.p12",
        type=Path,
        help="sign the PDF with this certificate, whose holder it then names; its passphrase is"
        " asked for, or read from the first line of standard input",
    )
    brief.add_argument(
        "--tsa",
        metavar="URL",
        default="",
        help="with --sign: a time stamp from this server (RFC 3161), which is asked for it",
    )


def _marking(text: str) -> str:
    return text.upper().removeprefix("TLP:")
