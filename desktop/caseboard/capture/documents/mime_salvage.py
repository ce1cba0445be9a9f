"""Messages of MIME whose boundaries or headers are broken: their parts, found by their looks."""

import quopri
import re

_PART = re.compile(rb"\n--([^\r\n]{1,200})\r?\n(?=(?:content-|mime-version)[\w-]{0,40}:)", re.I)
_HEADER = re.compile(rb"(?!content-)[A-Za-z][\w-]{1,60}:[ \t]", re.I)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)\b", re.I)
_PAGE_END = re.compile(rb"</html\s*>", re.I)
_QUOTED = re.compile(rb"=(?:3D|\r?\n)")
_MOST = 2_000
_LONGEST_HEAD = 65_536


def mended(data: bytes) -> bytes:
    """`data` with a head that names the boundary its parts have; empty where they have none.

    What else the head says is kept, as far as it is sound.
    """
    marks = [match[1].rstrip() for match in _PART.finditer(data)][:_MOST]
    if not marks:
        return b""
    mark = max(marks, key=marks.count)
    first = data.find(b"--" + mark)
    said = [line for line in data[: min(first, _LONGEST_HEAD)].splitlines() if _HEADER.match(line)]
    head = b"\r\n".join([*said, b'Content-Type: multipart/related; boundary="%s"' % mark])
    return b"%s\r\n\r\n%s\r\n--%s--\r\n" % (head, data[first:], mark)


def bare_page(data: bytes) -> bytes:
    """What looks like HTML in a message that cannot be taken apart; empty where nothing does."""
    begin = _HTML.search(data)
    if begin is None:
        return b""
    end = _PAGE_END.search(data, begin.end())
    html = data[begin.start() : end.end() if end else len(data)]
    return quopri.decodestring(html) if _QUOTED.search(html[:4_000]) else html
