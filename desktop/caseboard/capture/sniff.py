"""What a file is by its first bytes; names and declared types are only a last resort."""

import re
import zlib
from pathlib import Path, PurePosixPath

from caseboard.capture.decode import decode

HEAD = 4096
"""So many bytes from the start are enough to tell."""
IMAGES = {
    "image/jpeg": "JPEG",
    "image/png": "PNG",
    "image/webp": "WEBP",
    "image/gif": "GIF",
    "image/tiff": "TIFF",
    "image/bmp": "BMP",
    "image/heic": "HEIF",
    "image/avif": "AVIF",
    "image/jp2": "JPEG2000",
    "image/x-icon": "ICO",
    "image/x-cursor": "CUR",
    "image/icns": "ICNS",
    "image/x-portable-anymap": "PPM",
    "image/x-pcx": "PCX",
    "image/x-dcx": "DCX",
    "image/x-tga": "TGA",
    "image/qoi": "QOI",
    "image/sgi": "SGI",
    "image/vnd.ms-dds": "DDS",
    "image/x-sun-raster": "SUN",
    "image/x-xbitmap": "XBM",
    "image/x-xpixmap": "XPM",
}
"""Media types of the pictures that are read, with Pillow's names."""
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
OUTLOOK = "application/vnd.ms-outlook"
OLE = "application/x-ole-storage"
"""Older Office documents, and anything else in Microsoft's compound files."""
RTF = "application/rtf"
EPUB = "application/epub+zip"
MAIL = "message/rfc822"
MHTML = "multipart/related"
WARC = "application/warc"
WACZ = "application/wacz"
TGA = "image/x-tga"
EMPTY = "application/x-empty"
"""Of a file without a single byte, whatever it is called."""
HTML = {"text/html", "application/xhtml+xml"}
TEXTS = {"text/plain", "text/markdown", "text/csv"}
PAGES = {*HTML, MHTML, WARC, WACZ}
"""Media types of pages, and of files that hold one."""
DOCUMENTS = {PDF, DOCX, ODT, MAIL, MHTML, WARC, WACZ}
"""Media types of the documents that are read."""
_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "image/jp2"),
    (b"\xff\x4f\xff\x51\x00", "image/jp2"),
    (b"icns", "image/icns"),
    (b"\xb1\x68\xde\x3a", "image/x-dcx"),
    (b"qoif", "image/qoi"),
    (b"DDS \x7c\x00\x00\x00", "image/vnd.ms-dds"),
    (b"\x59\xa6\x6a\x95", "image/x-sun-raster"),
    (b"/* XPM */", "image/x-xpixmap"),
    (b"%PDF-", PDF),
    (b"PK\x03\x04", "application/zip"),
    (b"\x1f\x8b", "application/gzip"),
    (b"8BPS", "image/vnd.adobe.photoshop"),
    (b"%!PS", "application/postscript"),
    (b"\xd0\xcf\x11\xe0", OLE),
    (b"{\\rtf", RTF),
    (b"WARC/", WARC),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-elf"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"\x28\xb5\x2f\xfd", "application/zstd"),
    (b"\x1a\x45\xdf\xa3", "video/x-matroska"),
    (b"FLV\x01", "video/x-flv"),
    (b"OggS\x00", "audio/ogg"),
    (b"fLaC\x00", "audio/flac"),
    (b"ID3", "audio/mpeg"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BRANDS = {
    "image/avif": (b"avif", b"avis"),
    "image/heic": (b"heic", b"heix", b"hevc", b"heim", b"heis", b"hevm", b"mif1", b"msf1"),
}
_SHAPES = (
    (re.compile(rb"\x00\x00\x01\x00[\x01-\xff]\x00.{3}\x00", re.S), "image/x-icon"),
    (re.compile(rb"\x00\x00\x02\x00[\x01-\xff]\x00.{3}\x00", re.S), "image/x-cursor"),
    (re.compile(rb"\x0a[\x00\x02-\x05][\x00\x01][\x01\x02\x04\x08]"), "image/x-pcx"),
    (re.compile(rb"\x01\xda[\x00\x01][\x01\x02]\x00[\x01-\x03]"), "image/sgi"),
    (
        re.compile(rb"P[1-6Ff]\s(?:\s|#[^\n]*\n)*\d{1,9}\s(?:\s|#[^\n]*\n)*\d{1,9}\s"),
        "image/x-portable-anymap",
    ),
    (
        re.compile(
            rb"\s*(?:/\*[^*]*\*/\s*)?#define[ \t]+\S{1,99}_width[ \t]+\d+\s+"
            rb"#define[ \t]+\S{1,99}_height[ \t]"
        ),
        "image/x-xbitmap",
    ),
)
"""Where the first bytes alone are too few to be sure."""
_TGA = re.compile(
    rb".[\x00\x01][\x01-\x03\x09-\x0b].{4}[\x00\x0f\x10\x18\x20].{8}[\x08\x0f\x10\x18\x20]", re.S
)
_TGA_NAMES = {".tga", ".icb", ".vda", ".vst"}
_HTML = re.compile(
    r"\A\s*+(?:(?><!--.*?-->)\s*+|<\?xml[^>]*+>\s*+)*+<(?:!doctype\s+html|html|head|body|article|meta|div|p|"
    r"figure|section|main|table|span|a|img|h1|title)\b",
    re.I | re.S,
)
_MHTML = re.compile(
    rb"\A(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?content-type:\s*multipart/related", re.I
)
_PACKED = re.compile(
    rb"mimetype(application/(?:epub\+zip|vnd\.oasis\.opendocument\.(?:text|spreadsheet|presentation)))"
    rb"(?=PK|\Z)"
)
"""OpenDocument (ISO/IEC 26300-3, 3.3) and EPUB say first what they are."""
_WACZ = re.compile(rb"archive/[\w.-]{1,100}\.warc|pages/pages\.jsonl")
_BY_NAME = {
    ".html": "text/html", ".htm": "text/html", ".xhtml": "text/html", ".txt": "text/plain",
    ".md": "text/markdown", ".markdown": "text/markdown", ".csv": "text/csv",
    ".json": "application/json", ".geojson": "application/geo+json", ".eml": MAIL,
    ".mhtml": MHTML, ".mht": MHTML, ".svg": "image/svg+xml",
    ".xml": "application/xml", ".rtf": RTF, ".msg": OUTLOOK, ".epub": EPUB,
    ".odt": ODT, ".xlsx": XLSX, ".pptx": PPTX,
    ".docx": DOCX, ".wacz": WACZ,
    ".mp4": "video/mp4", ".mov": "video/quicktime", ".mp3": "audio/mpeg",
}  # fmt: skip


_SPOILABLE = {"text/html", "text/plain", "text/markdown", "text/csv", MAIL, MHTML}


def media_type(head: bytes, name: str = "") -> str:
    """The media type of a file that begins with `head`; `name` only tells texts apart."""
    if not head:
        return EMPTY
    suffix = PurePosixPath(name.lower().replace("\\", "/")).suffix[:12]
    found = _by_magic(head) or (TGA if suffix in _TGA_NAMES and is_tga(head) else "")
    by_name = _BY_NAME.get(suffix, "")
    if found:
        return _of_packed(found, head, by_name)
    if is_text(head):
        return _of_text(head, by_name)
    is_named_so = by_name.startswith(("video/", "audio/")) or _is_spoiled(head, by_name)
    return by_name if is_named_so else "application/octet-stream"


def of_file(path: Path) -> str:
    """The media type of the file at `path`; raises `OSError` where it cannot be read."""
    with path.open("rb") as file:
        return media_type(file.read(HEAD), path.name)


def is_tga(head: bytes) -> bool:
    """Whether `head` may begin a picture of Truevision's, which have no mark of their own there."""
    width, height = head[12:14], head[14:16]
    return bool(_TGA.match(head)) and b"\x00\x00" not in {width, height} and len(head) > 18


def is_text(head: bytes) -> bool:
    """Whether `head` begins a text in some charset: it holds hardly any control characters."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    sample = decode(head[:HEAD])
    if b"\x00" in head and len(sample) * 1.5 > len(head):
        return False
    control = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head[:HEAD])
    return control * 100 <= max(1, len(head[:HEAD])) or (b"\x00" in head and _is_wide(head))


def _of_text(head: bytes, by_name: str) -> str:
    if _MHTML.match(head) and by_name != MAIL:
        return MHTML
    if by_name and by_name != "text/html" and by_name.startswith(("text/", "application/", "mess")):
        return by_name
    if by_name == "text/html" or _HTML.match(decode(head)):
        return "text/html"
    return by_name if by_name.startswith(("image/svg", "multipart/")) else "text/plain"


def _is_spoiled(head: bytes, by_name: str) -> bool:
    """Whether this is a text after its name, with some bytes in it that no text has."""
    if by_name not in _SPOILABLE:
        return False
    rest = bytes(byte for byte in head if byte > 31 or byte in b"\t\n\r")
    letters = rest.decode("utf-8", "ignore").encode()
    strange = len(rest) - len(letters)  # the last letter may be cut
    return len(rest) * 3 >= len(head) * 2 and strange < 4 + len(head) // 100


def _is_wide(head: bytes) -> bool:
    return not any(byte < 9 or 13 < byte < 32 for byte in head[:HEAD] if byte)


def _by_magic(head: bytes) -> str:
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head[:4] == b"RIFF" and head[8:12] in _RIFF:
        return _RIFF[head[8:12]]
    if head[:2] == b"BM" and head[6:10] == b"\x00\x00\x00\x00" and len(head) > 26:
        return "image/bmp"
    if head[4:8] == b"ftyp":
        return _by_brand(head)
    return next((kind for shape, kind in _SHAPES if shape.match(head)), "")


def _of_packed(found: str, head: bytes, by_name: str) -> str:
    """What something packed is: by its name, or by the first of what is packed in it."""
    if found == "application/gzip":
        return WARC if _unpacked(head).startswith(b"WARC/") else found
    if found == OLE and by_name == OUTLOOK:
        return OUTLOOK
    return _of_zip(head, by_name) if found == "application/zip" else found


def _of_zip(head: bytes, by_name: str) -> str:
    if packed := _PACKED.match(head[30:]):
        return packed[1].decode()
    if by_name == DOCX or (office := _office(head, by_name)) == DOCX:
        return DOCX
    return office or (WACZ if by_name == WACZ or _WACZ.search(head) else "application/zip")


def _office(head: bytes, by_name: str) -> str:
    """Which of Microsoft's documents this is, by the folders in it, or else by its name."""
    if b"[Content_Types].xml" not in head:
        return ""
    folders = {b"word/": DOCX, b"xl/": XLSX, b"ppt/": PPTX}
    found = next((kind for folder, kind in folders.items() if folder in head), "")
    return found or (by_name if by_name in folders.values() else "")


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(31).decompress(head, 16)
    except zlib.error:
        return b""


def _by_brand(head: bytes) -> str:
    """ISO base media (ISO/IEC 14496-12): the brands say whether it is a picture or a film."""
    brands = {head[8:12]} | {head[at : at + 4] for at in range(16, min(len(head), 64), 4)}
    for kind, known in _BRANDS.items():
        if head[8:12] in known:
            return kind
    for kind, known in _BRANDS.items():
        if brands & set(known):
            return kind
    return "video/quicktime" if head[8:12] == b"qt  " else "video/mp4"
