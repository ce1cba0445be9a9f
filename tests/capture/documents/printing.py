"""PDFs that tests make for themselves."""

from io import BytesIO

from captured import PARAGRAPHS, picture
from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from caseboard.briefing.pdf.faces import SANS, font

FONT = SANS
font(FONT)  # read once: a briefing printed in the same process finds no second one of its name


def report(paragraphs=PARAGRAPHS["en"], times=1, **said):
    """A report with a running head, page numbers and a heading before every fourth paragraph."""
    styles = getSampleStyleSheet()
    for name in ("Title", "Heading2", "BodyText"):
        styles[name].fontName = FONT
    flow = [Paragraph("The bridge at the grain port", styles["Title"])]
    for number, text in enumerate(paragraphs * times):
        if number % 4 == 0:
            flow.append(Paragraph(f"Chapter {number // 4 + 1}", styles["Heading2"]))
        flow.append(Paragraph(text, styles["BodyText"]))
    out = BytesIO()
    SimpleDocTemplate(out, invariant=True, **said).build(
        flow, onFirstPage=margins, onLaterPages=margins
    )
    return out.getvalue()


def margins(canvas, document):
    canvas.setFont(FONT, 9)
    canvas.drawString(72, 820, "Road agency, internal")
    canvas.drawString(290, 24, str(document.page))


def scan(pages=2):
    """Pictures of pages, with no text at all."""
    out = BytesIO()
    canvas = Canvas(out, initialFontName=FONT)
    for _page in range(pages):
        canvas.drawImage(ImageReader(Image.open(BytesIO(picture()))), 72, 400, 320, 200)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def scanned(*rows):
    """A page that is one picture, with these lines of large type on it."""
    image = Image.new("RGB", (1240, 1754), (250, 248, 240))
    font = ImageFont.load_default(size=56)
    for number, row in enumerate(rows):
        ImageDraw.Draw(image).text((120, 200 + 80 * number), row, (20, 20, 30), font)
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawImage(ImageReader(image), 0, 0, 595, 842)
    canvas.save()
    return out.getvalue()


def mixed(*pages):
    """A page with each of these words; a scan where there is None."""
    out = BytesIO()
    canvas = Canvas(out, initialFontName=FONT)
    for words in pages:
        if words is None:
            canvas.drawImage(ImageReader(Image.open(BytesIO(picture()))), 72, 400, 320, 200)
        else:
            canvas.drawString(72, 600, words)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def lines(*rows, size=11, **how):
    """One page with text at given places: `(x, y, words)`."""
    out = BytesIO()
    canvas = Canvas(out, initialFontName=FONT, **how)
    for x, y, words in rows:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, y, words)
    canvas.save()
    return out.getvalue()


def with_xmp(pdf, **fields):
    """`pdf` with a packet of XMP behind its end, as a later change of a file leaves one."""
    said = "".join(f'{name.replace("_", ":")}="{value}" ' for name, value in fields.items())
    packet = (
        '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF '
        'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/p/" '
        f'xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/" {said}/>'
        "</rdf:RDF></x:xmpmeta>"
    )
    return pdf + b"\n% " + packet.encode()
