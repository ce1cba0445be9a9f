"""Web archives that tests put together."""

import gzip
import json
import zipfile

import posting
import wording
from captured import picture

PICTURE = "https://r.example/m/bridge.jpg"
DATE = "2025-03-04T09:30:00Z"


def response(url, data, media_type="text/html; charset=utf-8", status="200 OK", **headers):
    """What a server gave, as `warc` takes it."""
    said = {name.replace("_", "-"): value for name, value in headers.items()}
    return url, data, {"Content-Type": media_type, **said}, status


def article(address=posting.ADDRESS, picture_address=PICTURE):
    return response(address, posting.PAGE.format(picture_address).encode())


def usual():
    """A page that moved, the page, its picture."""
    return [
        response("https://r.example/a", b"moved", status="301 Moved Permanently"),
        response("https://r.example/robots.txt", b"User-agent: *", "text/plain"),
        article(),
        response(PICTURE, picture(), "image/jpeg"),
    ]


def record(kind, url, block, content_type):
    """One record of a WARC, by hand: readers must take what others write."""
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:12345678-1234-1234-1234-123456789012>",
        "WARC-Target-URI": url,
        "WARC-Date": DATE,
        "Content-Type": content_type,
        "Content-Length": str(len(block)),
    }
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return b"WARC/1.1\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"


def warc(responses=None, *, packed=True):
    info = b"software: Archiver 1.0\r\nformat: WARC File Format 1.1\r\n"
    records = [record("warcinfo", "", info, "application/warc-fields")]
    for url, data, headers, status in usual() if responses is None else responses:
        said = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
        block = f"HTTP/1.1 {status}\r\n{said}\r\n".encode() + data
        records.append(record("response", url, block, "application/http; msgtype=response"))
    return b"".join(gzip.compress(one, mtime=0) if packed else one for one in records)


def wacz(data=None, first=posting.ADDRESS):
    pages = [{"format": "json-pages-1.0"}, {"url": first, "title": "A bridge"}]
    package = {"profile": "data-package", "title": "Bridges", "software": "Packer 2"}
    return wording.archive(
        {
            "archive/data.warc.gz": warc() if data is None else data,
            "pages/pages.jsonl": "\n".join(map(json.dumps, pages)),
            "datapackage.json": json.dumps(package),
        },
        zipfile.ZIP_STORED,
    )
