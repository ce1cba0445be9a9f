"""Sound files of every kind that is read, as large as in life, with facts that are known."""

import gzip
import io
import random
import zipfile
from email.message import EmailMessage
from functools import cache

from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from hostile import prose

TITLE = "Bridge over the mill stream closed"
AUTHOR = "Olena Marchuk"
CREDIT = "Ana Lind/Post"
DAY = "2025-03-04"
SENTENCES = (
    *prose.sentences(20),
    "Міст через млин закрили у вівторок, повідомила рада журналістам біля шлагбаума зранку.",
    *prose.sentences(40)[20:],
)
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | Post</title>
<meta property="og:title" content="{TITLE}"><meta property="og:image" content="a.jpg">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"{TITLE}","datePublished":"{DAY}T07:05:00Z","author":{{"@type":"Person",
"name":"{AUTHOR}"}}}}</script></head><body><nav><a href="/">Home</a></nav><article><h1>{TITLE}</h1>
<div class="byline">By {AUTHOR} <time datetime="{DAY}T09:05:00+02:00">March 4, 2025</time></div>
<figure><img src="a.jpg"><figcaption>The bridge. ({CREDIT})</figcaption></figure>
{"".join(f"<p>{sentence}</p>" for sentence in SENTENCES)}</article></body></html>"""
PICTURES = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
DATED = 0x9003  # DateTimeOriginal
STYLE = b"p { margin: 0 0 1em; font: 18px/1.6 serif }\n" * 40
SITE = "https://post.example/"


@cache
def picture(kind: str = "JPEG", width: int = 480, height: int = 320) -> bytes:
    """A picture with something to see; a JPEG says when it was taken."""
    ground = Image.linear_gradient("L").resize((width, height))
    dots = random.Random(width).randbytes(width * height)  # noqa: S311  the same each time
    grain = Image.frombytes("L", (width, height), dots).point(lambda value: 112 + value // 8)
    image = Image.merge("RGB", (ground, grain, ground.transpose(Image.Transpose.ROTATE_180)))
    draw = ImageDraw.Draw(image)
    for number in range(12):
        at = number * width // 12
        draw.ellipse((at, at // 2, at + width // 6, at // 2 + height // 4), (20 * number, 40, 30))
    out = io.BytesIO()
    extra = {}
    if kind == "JPEG":
        exif = Image.Exif()
        exif.get_ifd(0x8769)[DATED] = "2025:03:04 09:05:00"
        extra["exif"] = exif
    image.save(out, kind, **extra)
    return out.getvalue()


@cache
def pdf() -> bytes:
    """Six pages of text with a picture on the first."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True, initialFontName="Helvetica")
    canvas.setTitle(TITLE)
    canvas.setAuthor(AUTHOR)
    canvas.drawImage(ImageReader(io.BytesIO(picture())), 60, 60, 240, 160)
    for number in range(6):
        canvas.setFont("Helvetica", 9)
        for line, sentence in enumerate(SENTENCES[number * 7 : number * 7 + 7]):
            shown = sentence if sentence.isascii() else f"Page {number + 1} goes on with words."
            canvas.drawString(60, 760 - 20 * line, shown)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@cache
def docx() -> bytes:
    """A document of forty paragraphs, as office programs pack it."""
    paragraphs = "".join(
        f'<w:p w:rsidR="{number:08X}"><w:pPr><w:jc w:val="both"/></w:pPr><w:r><w:t>{text}</w:t>'
        "</w:r></w:p>"
        for number, text in enumerate(SENTENCES)
    )
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    core = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
    elements = "http://purl.org/dc/elements/1.1/"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"><Override PartName='
            f'"/word/document.xml" ContentType="{kind}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
            f'Type="{office}" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{name}"><w:body>{paragraphs}</w:body>'
            "</w:document>",
            "word/media/image1.jpeg": picture(),
            "docProps/core.xml": f'<c:coreProperties xmlns:c="{core}" xmlns:d="{elements}">'
            f"<d:title>{TITLE}</d:title><d:creator>{AUTHOR}</d:creator></c:coreProperties>",
        }
    )


@cache
def mail() -> bytes:
    """A message with text and HTML."""
    message = EmailMessage()
    message["From"], message["To"] = f"{AUTHOR} <o@post.example>", "desk@post.example"
    message["Subject"], message["Date"] = TITLE, "Tue, 04 Mar 2025 09:05:00 +0200"
    message.set_content("\n\n".join(SENTENCES))
    message.add_alternative(PAGE, subtype="html")
    message.set_boundary("between")
    return message.as_bytes()


@cache
def mhtml() -> bytes:
    """A page saved in one file, with its picture."""
    message = EmailMessage()
    message["From"], message["Subject"] = "<Saved by a browser>", TITLE
    message["Snapshot-Content-Location"] = f"{SITE}a"
    message["Date"] = "Tue, 04 Mar 2025 09:30:00 -0000"
    message.set_content(PAGE, subtype="html", cte="quoted-printable")
    message.add_related(picture(), "image", "jpeg", headers=[f"Content-Location: {SITE}a.jpg"])
    message.set_boundary("between")
    return message.as_bytes()


@cache
def warc() -> bytes:
    """A web archive with a page, its style and its picture, each record packed by itself."""
    records = [
        _record("warcinfo", "", "application/warc-fields", b"software: Post Archiver 1\r\n"),
        _record("request", "a", "application/http; msgtype=request", _REQUEST),
        _answer("a", "text/html; charset=utf-8", PAGE.encode()),
        _answer("a.css", "text/css", STYLE),
        _answer("a.jpg", "image/jpeg", picture()),
    ]
    return b"".join(gzip.compress(record, mtime=0) for record in records)


_REQUEST = b"GET /a HTTP/1.1\r\nHost: post.example\r\n\r\n"


def _answer(path: str, media_type: str, body: bytes) -> bytes:
    head = f"HTTP/1.1 200 OK\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    return _record("response", path, "application/http; msgtype=response", head.encode() + body)


def _record(kind: str, path: str, media_type: str, block: bytes) -> bytes:
    target = f"WARC-Target-URI: {SITE}{path}\r\n" if path else ""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\n{target}WARC-Date: {DAY}T09:30:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"Content-Type: {media_type}\r\nContent-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


@cache
def wacz() -> bytes:
    """The same in a WACZ, which packs no archive a second time (WACZ 1.1.1, 5.1)."""
    return packed(
        {
            "archive/data.warc.gz": warc(),
            "pages/pages.jsonl": '{"format": "json-pages-1.0", "id": "pages"}\n'
            f'{{"url": "{SITE}a", "ts": "2025-03-04T09:30:00Z"}}\n',
            "datapackage.json": '{"profile": "data-package", "resources": []}',
        }
    )


def packed(members: dict[str, str | bytes]) -> bytes:
    """A ZIP of these, what is packed already stored as it is; names are taken as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            is_packed = name.endswith((".gz", ".jpeg")) and data[:2] in {b"\x1f\x8b", b"\xff\xd8"}
            method = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def every() -> dict[str, bytes]:
    """Each sound file by the name it would have."""
    pictures = {f"photo.{kind.lower()}": picture(kind) for kind in PICTURES}
    return {
        "page.html": PAGE.encode(),
        "note.txt": "\n\n".join((TITLE, f"By {AUTHOR}, March 4, 2025", *SENTENCES)).encode(),
        **pictures,
        "report.pdf": pdf(),
        "report.docx": docx(),
        "letter.eml": mail(),
        "page.mhtml": mhtml(),
        "page.warc.gz": warc(),
        "page.wacz": wacz(),
    }
