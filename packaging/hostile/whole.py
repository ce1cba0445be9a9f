"""Sound files of every kind that is read, with facts that are known."""

import gzip
import io
import zipfile
from email.message import EmailMessage
from functools import cache

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

TITLE = "Bridge over the mill stream closed"
AUTHOR = "Olena Marchuk"
DAY = "2025-03-04"
SENTENCES = (
    "The only road bridge at the mill was closed on Tuesday, the council told reporters there.",
    "Two families were taken across by boat; a third chose to stay on the far bank for now.",
    "Міст через млин закрили у вівторок, повідомила рада журналістам біля шлагбаума зранку.",
    "The ferry could be brought down from the lock within a week if the water stays this high.",
)
PAGE = f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{TITLE} | Post</title>
<meta property="og:title" content="{TITLE}"><meta property="og:image" content="a.jpg">
<script type="application/ld+json">{{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"{TITLE}","datePublished":"{DAY}T07:05:00Z","author":{{"@type":"Person",
"name":"{AUTHOR}"}}}}</script></head><body><nav><a href="/">Home</a></nav><article><h1>{TITLE}</h1>
<div class="byline">By {AUTHOR} <time datetime="{DAY}T09:05:00+02:00">March 4, 2025</time></div>
<figure><img src="a.jpg"><figcaption>The bridge. (Ana Lind/Post)</figcaption></figure>
{"".join(f"<p>{sentence}</p>" for sentence in SENTENCES * 2)}</article></body></html>"""
PICTURES = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
DATED = 0x9003  # DateTimeOriginal


@cache
def picture(kind: str = "JPEG") -> bytes:
    """A picture with something to see; a JPEG says when it was taken."""
    image = Image.effect_noise((240, 160), 50).convert("RGB")
    image.paste((200, 40, 30), (20, 20, 90, 90))
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
    """Three pages of text with a picture on the first."""
    out = io.BytesIO()
    canvas = Canvas(out, invariant=True, initialFontName="Helvetica")
    canvas.setTitle(TITLE)
    canvas.setAuthor(AUTHOR)
    for number in range(3):
        canvas.setFont("Helvetica", 11)
        for line, sentence in enumerate(SENTENCES):
            shown = sentence if sentence.isascii() else f"Page {number + 1} goes on with words."
            canvas.drawString(60, 760 - 20 * line, shown)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


@cache
def docx() -> bytes:
    """A document of a few paragraphs."""
    paragraphs = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in SENTENCES)
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{types}"><Override PartName='
            f'"/word/document.xml" ContentType="{kind}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="r1" '
            f'Type="{office}" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{name}"><w:body>{paragraphs}</w:body>'
            "</w:document>",
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
    return message.as_bytes()


@cache
def mhtml() -> bytes:
    """A page saved in one file."""
    head = "From: <Saved>\r\nSubject: page\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;"
    part = "Content-Type: text/html; charset=utf-8\r\nContent-Location: https://post.example/a"
    text = f'{head} boundary="b"; type="text/html"\r\n\r\n--b\r\n{part}\r\n\r\n{PAGE}\r\n--b--\r\n'
    return text.encode()


@cache
def warc() -> bytes:
    """A web archive with the page in it, each record packed."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PAGE.encode()
    head = (
        "WARC/1.1\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/a\r\n"
        "WARC-Date: 2025-03-04T09:30:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        "WARC-Record-ID: <urn:uuid:12345678-1234-1234-1234-123456789012>\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return gzip.compress(head.encode() + block + b"\r\n\r\n", mtime=0)


@cache
def wacz() -> bytes:
    """The same in a WACZ."""
    return packed(
        {
            "archive/data.warc.gz": warc(),
            "pages/pages.jsonl": '{"format": "json-pages-1.0", "id": "pages"}\n'
            '{"url": "https://post.example/a", "ts": "2025-03-04T09:30:00Z"}\n',
            "datapackage.json": '{"profile": "data-package", "resources": []}',
        }
    )


def packed(members: dict[str, str | bytes]) -> bytes:
    """A ZIP of these; names are taken as they are."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
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
