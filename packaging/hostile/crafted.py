"""Files that are what they say and still made to hang, bloat or mislead whoever reads them."""

import io
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from PIL import Image

from hostile import whole

NOTHING = -1.0
"""For a place whose every fraction is 0/0."""


@dataclass(frozen=True)
class Crafted:
    """One file, and what must be read from it: for a field, the only value it may have."""

    name: str
    data: bytes
    expected: Mapping[str, object] = field(default_factory=dict)
    """Of `published`, `place`: None where nothing may be said."""
    holds_something: bool = True
    """Whether there is text or a picture in it that a reader can be shown."""


def every() -> Iterator[Crafted]:
    """All of them."""
    yield from _pages()
    yield from _texts()
    yield from _pictures()
    yield from _documents()
    yield from _archives()
    yield from _lists()
    yield from _named()


_WORDLESS = {
    "nested-tags-100mb", "tables", "comment", "frames", "refresh", "base", "svg", "style"
}  # fmt: skip
"""Shapes of pages without a word or a picture of their own."""


def _pages() -> Iterator[Crafted]:
    article = whole.PAGE
    shapes = {
        "tables": "<table><tr><td>" * 30_000,
        "divs": "<div>" * 200_000 + "words in the middle",
        "nested-tags-100mb": "<b>" * 30_000_000,
        "attributes": "<p " + " ".join(f"a{n}=1" for n in range(200_000)) + ">words</p>",
        "comment": "<!--" + "-" * 2_000_000,
        "entities": "<p>" + "&amp;" * 500_000,
        "frames": "<frameset><frame src=file:///etc/passwd></frameset>",
        "refresh": "<meta http-equiv=refresh content='0;url=file:///etc/passwd'>",
        "base": "<base href='file:///etc/'><img src=passwd>",
        "svg": "<svg><script>alert(1)</script><image href='http://x.example/t'/></svg>",
        "style": "<style>@import 'http://x.example/a.css'; p{background:url(//x.example)}</style>",
        "controls": "<p>\x01\x02\x1b[31m\u202egnirts</p>\x00\x00",
        "xml-bomb": '<!DOCTYPE a [<!ENTITY b "cc"><!ENTITY c "&b;&b;&b;">]><p>&c;</p>',
    }
    for name, shape in shapes.items():
        known = name not in _WORDLESS
        yield Crafted(f"shape-{name}.html", shape.encode("utf-8"), {"published": None}, known)
        if len(shape) < 3_000_000:
            mixed = article.replace("</article>", f"{shape}</article>")
            yield Crafted(f"mixed-{name}.html", mixed.encode("utf-8"))
    for number, day in enumerate(("1904-01-01", "2099-12-31", "2025-02-30", "0000-00-00")):
        dated = article.replace(whole.DAY, day).replace("March 4, 2025", "")
        yield Crafted(f"dated-{number}.html", dated.encode(), {"published": None})
    for codec in ("utf-16", "utf-32", "cp1251", "koi8-u", "utf-8-sig"):
        text = article.replace('charset="utf-8"', f'charset="{codec}"')
        yield Crafted(f"coded-{codec}.html", text.encode(codec, "replace"))
    yield Crafted("lying.html", article.replace("utf-8", "utf-16").encode())
    yield Crafted("unknown-charset.html", article.replace("utf-8", "x-none-such").encode())


def _texts() -> Iterator[Crafted]:
    yield Crafted("long-line.txt", b"word " * 900_000)
    yield Crafted("brackets.txt", b"(" * 500_000)
    yield Crafted("zalgo.txt", ("Kupiansk" + "\u0301" * 3000 + " words\n").encode() * 50)
    yield Crafted("rtl.txt", "\u202egnp.exe\u202c and \u2066words\u2069 go on here".encode())
    yield Crafted("half-utf8.txt", "Куп'янськ тримається, кажуть".encode()[:-1] + b"\xff\xfe\x80")
    yield Crafted("nul.txt", b"words\x00 and\x00 more words\x00" * 400)
    yield Crafted("empty.txt", b"", {"published": None}, holds_something=False)
    yield Crafted("surrogates.txt", "a \ud800 b words".encode("utf-8", "surrogatepass"))


def _pictures() -> Iterator[Crafted]:
    none = {"published": None, "place": None}
    yield Crafted("billion.png", _png_head(40_000, 40_000), none, holds_something=False)
    yield Crafted("huge.gif", _gif_head(65_535, 65_535), none, holds_something=False)
    yield Crafted("flat-bomb.png", _flat_png(16_000, 16_000), none, holds_something=False)
    yield Crafted("flat-large.png", _flat_png(6_000, 6_000), none)
    yield Crafted("frames.gif", _many_frames(400), none)
    for name, degrees in {"nothing": NOTHING, "far": 900.0, "origin": 0.0}.items():
        yield Crafted(f"gps-{name}.jpg", _photo(degrees=degrees), none)
    for name, when in {
        "1904": "1904:01:01 00:00:00",
        "2099": "2099:12:31 23:59:59",
        "zeros": "0000:00:00 00:00:00",
        "blank": "    :  :     :  :  ",
        "words": "yesterday evening..",
    }.items():
        yield Crafted(f"taken-{name}.jpg", _photo(when=when), none)
    yield Crafted("cut.jpg", whole.picture("JPEG")[:6_000])
    yield Crafted("two-in-one.jpg", whole.picture("JPEG") + whole.picture("PNG"))
    yield Crafted("page-in-picture.jpg", whole.picture("JPEG") + whole.PAGE.encode())
    yield Crafted("picture.html", whole.picture("JPEG"))
    yield Crafted("page.jpg", whole.PAGE.encode())
    yield Crafted("text-bomb.png", _png_with_text(40_000_000), none)


def _documents() -> Iterator[Crafted]:
    yield Crafted("loop.pdf", _pages_loop(), {}, holds_something=False)
    yield Crafted("giant-page.pdf", whole.pdf().replace(b"595.2756", b"99999999"))
    yield Crafted("stream-bomb.pdf", _stream_bomb(), {}, holds_something=False)
    yield Crafted("many-pages.pdf", _many_pages(3_000), {}, holds_something=False)
    yield Crafted("script.pdf", whole.pdf() + b"\n% /JS (app.alert(1)) /OpenAction\n")
    yield Crafted("xxe.docx", _docx_with('<!DOCTYPE x [<!ENTITY y SYSTEM "file:///etc/passwd">]>'))
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    yield Crafted("billion-laughs.docx", _docx_with(f"<!DOCTYPE x [{lol}]>"))
    yield Crafted("deep.eml", _deep_mail(400), {}, holds_something=False)
    long = b"Subject: " + b"a" * 3_000_000 + b"\r\nFrom: a@b.example\r\n\r\nwords of a letter"
    yield Crafted("long-header.eml", long)
    yield Crafted("forged.eml", whole.mail().replace(b"boundary=", b"boundary=\x00"))


def _archives() -> Iterator[Crafted]:
    bomb = whole.packed({"archive/data.warc.gz": bytes(400_000_000)})
    yield Crafted("bomb.wacz", bomb, {}, holds_something=False)
    names = ("../../../../etc/passwd", "/etc/passwd", "C:\\windows\\x", "a\x00b", "\u202egpj.exe")
    members: dict[str, str | bytes] = {f"archive/{name}": b"x" for name in names}
    members |= dict.fromkeys(names, b"root:x:0:0")
    yield Crafted("traversal.wacz", whole.packed(members), {}, holds_something=False)
    good: dict[str, str | bytes] = {"archive/data.warc.gz": whole.warc(), "../evil": b"x"}
    yield Crafted("traversal-and-page.wacz", whole.packed(good))
    many = {f"archive/{number}.txt": b"x" for number in range(30_000)}
    yield Crafted("entries.wacz", whole.packed(dict(many)), {}, holds_something=False)
    inside = whole.wacz()
    for _level in range(30):
        inside = whole.packed({"archive/data.warc.gz": inside})
    yield Crafted("nested.wacz", inside, {}, holds_something=False)
    yield Crafted("nested.zip", whole.packed({"a.zip": inside}), {}, holds_something=False)
    lying = whole.warc()[:-8] + struct.pack("<II", 1, 2**31)
    yield Crafted("lying-length.warc.gz", lying)


def _lists() -> Iterator[Crafted]:
    """Lists dropped as files are kept and shown as the texts they are."""
    rows = b"url,title\n" + b"https://post.example/a,x\n" * 60_000
    yield Crafted("rows.csv", rows)
    yield Crafted("one-row.csv", b"a," * 1_000_000)
    yield Crafted("quote.csv", b'url\n"' + b"https://post.example/a\n" * 60_000)
    yield Crafted("braces.bib", b"@article{a, title = " + b"{" * 300_000 + b"words")
    yield Crafted("records.ris", b"TY  - NEWS\nUR  - https://post.example/a\nER  -\n" * 20_000)
    folders = "<DL><p><DT><H3>a</H3>" * 100_000
    page = f"<!DOCTYPE NETSCAPE-Bookmark-file-1><title>words</title>{folders}"
    yield Crafted("bookmarks-deep.html", page.encode(), {"published": None})
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10 if n else "lol"}">' for n in range(12))
    rdf = f'<?xml version="1.0"?><!DOCTYPE r [{lol}]><rdf:RDF>&l11;</rdf:RDF>'
    yield Crafted("zotero.rdf", rdf.encode(), {}, holds_something=False)
    deep = b"[" * 400_000
    yield Crafted("deep.json", deep, {}, holds_something=False)
    styled = "p{background:url(//x.example/a.png)}" * 80_000
    yield Crafted("styles.html", f"<style>{styled}</style>{whole.PAGE}".encode())
    pictures = "<img src=a.jpg alt=words>" * 60_000
    yield Crafted("pictures.html", f"<article>{pictures}</article>".encode(), {}, False)
    notes = "".join(f"<p>Note {number} of the bridge.</p>" for number in range(40_000))
    yield Crafted("paragraphs.html", f"<article>{notes}</article>".encode())
    yield Crafted("lines.txt", b"words of a line\n\n" * 200_000)
    yield Crafted("book.txt", "\n\n".join(whole.SENTENCES * 400).encode())
    box = whole.pdf().replace(b"0 0 595.2756 841.8898", b"-9e9 -9e9 9e9 9e9    ")
    yield Crafted("endless-box.pdf", box)
    empty = whole.pdf().replace(b"0 0 595.2756 841.8898", b"0 0 0 0              ")
    yield Crafted("empty-box.pdf", empty)


def _named() -> Iterator[Crafted]:
    """Names made to be taken for others, or for more than names."""
    page = whole.PAGE.encode()
    for name in (
        "..\\..\\windows\\system32.html", "\u202elmth.exe.html", "a\x1b[31m\x07b.html",
        "line\nbreak.html", f"{'n' * 250}.html", "CON.html", " .html", "-rf.html", "%2e%2e%2f.html",
        "$(reboot);`x`|&.html", "\udce9\udcff.html",
    ):  # fmt: skip
        yield Crafted(name, page)


def _photo(*, when: str = "", degrees: float | None = None) -> bytes:
    """A photo taken then and there; `NOTHING` writes each part of its place as 0/0."""
    exif = Image.Exif()
    if when:
        exif.get_ifd(0x8769)[whole.DATED] = when
    if degrees is not None:
        parts = (max(0.0, degrees),) * 3
        exif.get_ifd(0x8825).update({1: "N", 2: parts, 3: "E", 4: parts})
    data = exif.tobytes()
    if degrees == NOTHING:
        for order in ("<II", ">II"):
            data = data.replace(struct.pack(order, 0, 1), struct.pack(order, 0, 0))
    out = io.BytesIO()
    Image.open(io.BytesIO(whole.picture("PNG"))).save(out, "JPEG", exif=data)
    return out.getvalue()


def _chunk(kind: bytes, data: bytes) -> bytes:
    crc = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + crc


def _png_head(width: int, height: int) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", zlib.compress(b"")) + _chunk(b"IEND", b"")


def _flat_png(width: int, height: int) -> bytes:
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    packer = zlib.compressobj(9)
    row = b"\x00" + b"\x80" * width
    data = b"".join(packer.compress(row) for _row in range(height)) + packer.flush()
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def _png_with_text(length: int) -> bytes:
    sound = whole.picture("PNG")
    text = _chunk(b"zTXt", b"Comment\x00\x00" + zlib.compress(b"a" * length))
    return sound[:33] + text + sound[33:]


def _gif_head(width: int, height: int) -> bytes:
    return b"GIF89a" + struct.pack("<HH", width, height) + b"\x00\x00\x00;"


def _many_frames(count: int) -> bytes:
    frames = [Image.new("P", (60, 40), number % 250) for number in range(count)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def _pages_loop() -> bytes:
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 99 /Parent 2 0 R >>",
    )


def _stream_bomb() -> bytes:
    data = zlib.compress(zlib.compress(bytes(300_000_000)))
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n" % len(data)
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>",
        stream + data + b"\nendstream",
    )


def _many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (number + 3) for number in range(count))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>"
    return _pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % count,
        *[page] * count,
    )


def _pdf(*objects: bytes) -> bytes:
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )


def _docx_with(prologue: str) -> bytes:
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{s}</w:t></w:r></w:p>" for s in whole.SENTENCES)
    document = f'{prologue}<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>'
    return whole.packed({"word/document.xml": document, "[Content_Types].xml": "<Types/>"})


def _deep_mail(levels: int) -> bytes:
    inside = b"Content-Type: text/plain\r\n\r\nwords at the bottom"
    for level in range(levels):
        mark = b"m%d" % level
        inside = (
            b"Content-Type: multipart/mixed; boundary=" + mark + b"\r\n\r\n--" + mark
            + b"\r\n" + inside + b"\r\n--" + mark + b"--\r\n"
        )  # fmt: skip
    return b"From: a@b.example\r\nSubject: deep\r\nMIME-Version: 1.0\r\n" + inside
