"""A map as a file of its own: a page of vectors, or the dots of it."""

from datetime import datetime
from io import BytesIO

from caseboard.briefing.pdf import scale
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.mapping.scene import Scene
from caseboard.runtime import pdfium


def page(scene: Scene, *, title: str, program: str, made: datetime, language: str) -> bytes:
    """A PDF of one page, as large as the scene; the same scene gives the same bytes."""
    size = (scene.view.width * scale.PIXEL, scene.view.height * scale.PIXEL)
    out = BytesIO()
    sheet = Sheet(out, size, language=language, targets=frozenset())
    attribution = " · ".join(scene.attribution)
    sheet.describe(title=title, author="", subject=attribution, program=program, made=made)
    sheet.map(scene, 0.0, 0.0, scale.PIXEL)
    sheet.save()
    return out.getvalue()


def dots(pdf: bytes, factor: float = 1.0) -> bytes:
    """The page as a PNG, each pixel of the scene `factor` dots wide."""
    import pypdfium2  # noqa: PLC0415  few ask for it

    with pdfium.LOCK:
        document = pypdfium2.PdfDocument(pdf)
        try:
            picture = document[0].render(scale=factor / scale.PIXEL).to_pil()
        finally:
            document.close()
    out = BytesIO()
    picture.save(out, "PNG", optimize=True, dpi=(96 * factor, 96 * factor))
    return out.getvalue()
