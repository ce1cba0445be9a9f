"""Runs as HTML that flows in a line."""

from collections.abc import Iterable

from caseboard.briefing.blocks import Paragraph, Role, Run, Tone
from caseboard.briefing.html.names import Names, text
from caseboard.briefing.inert import address
from caseboard.briefing.tongues import stretches
from caseboard.i18n import spoken

_TAGS = (("raised", "sup"), ("mono", "code"), ("italic", "em"), ("bold", "strong"))


def inline(runs: Iterable[Run], names: Names) -> str:
    """Runs one after the other."""
    return "".join(_run(run, names) for run in runs)


def paragraph(part: Paragraph, names: Names, before: str = "") -> str:
    """A paragraph in its role; `before` is HTML that its text begins with."""
    kind = "" if part.role is Role.BODY else f' class="{part.role.value}"'
    body = f"<p{names.mark(part.anchor)}{kind}>{before}{inline(part.runs, names)}</p>"
    return f"<blockquote>{body}</blockquote>" if part.role is Role.QUOTE else body


def _run(run: Run, names: Names) -> str:
    made = "".join(_tongue(*stretch) for stretch in stretches(run.text, spoken()))
    for field, tag in _TAGS:
        if getattr(run, field):
            made = f"<{tag}>{made}</{tag}>"
    kind = "" if run.tone is Tone.PLAIN else f' class="{run.tone.value}"'
    if url := address(run.url):
        return f'<a{names.mark(run.anchor)} href="{text(url)}" rel="noreferrer noopener">{made}</a>'
    if href := names.link(run.link):
        return f'<a{names.mark(run.anchor)}{kind} href="{href}">{made}</a>'
    mark = names.mark(run.anchor)
    return f"<span{mark}{kind}>{made}</span>" if mark or kind else made


def _tongue(characters: str, language: str) -> str:
    """Characters, marked where they are in another language than the file."""
    made = text(characters)
    return f'<span lang="{language}">{made}</span>' if language else made
