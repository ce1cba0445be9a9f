"""DOCX files that tests write for themselves."""

import zipfile
from html import escape
from io import BytesIO

from captured import PARAGRAPHS

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/x"/>'
STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="a3"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="q"><w:name w:val="Intense Quote"/></w:style></w:styles>'
)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/x" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{}'
    "</cp:coreProperties>"
)


def paragraph(text, style="", more=""):
    styled = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{styled}{more}</w:pPr><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


def item(text):
    return paragraph(text, more='<w:numPr><w:numId w:val="1"/></w:numPr>')


def table(*rows):
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def archive(files, how=zipfile.ZIP_DEFLATED):
    out = BytesIO()
    with zipfile.ZipFile(out, "w", how) as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(name, (2024, 11, 14, 0, 0, 0)), data, how)
    return out.getvalue()


def document(body, core="", **files):
    """A DOCX of a body in WordprocessingML."""
    return archive(
        {
            "[Content_Types].xml": TYPES,
            "word/document.xml": f"<w:document {W}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": STYLES,
            "docProps/core.xml": CORE.format(core),
            **{name.replace("__", "/") + ".xml": data for name, data in files.items()},
        }
    )


def report():
    words = "".join(map(paragraph, PARAGRAPHS["uk"]))
    said = "<dc:title>Мости</dc:title><dc:creator>Olena Marchuk; Ivan Franko</dc:creator>"
    return document(paragraph("Розділ 1", "1") + words + table(("a", "1"), ("b", "2")), said)


def packed(media_type, **files):
    """An archive that says first what it is, as OpenDocument and EPUB do."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr(zipfile.ZipInfo("mimetype"), media_type)
        for name, data in files.items():
            how = zipfile.ZIP_DEFLATED
            made.writestr(zipfile.ZipInfo(name.replace("__", ".")), data, how)
    return out.getvalue()


ODF = " ".join(
    f'xmlns:{name}="urn:{name}"' for name in ("office", "text", "table", "meta", "dc", "draw")
)
ODT_WORDS = (
    "<text:h>Розділ 1</text:h>"
    "<text:p>Міст<text:s/>знову <text:span>відкрито</text:span>.<text:note><text:note-body>"
    "<text:p>See the law.</text:p></text:note-body></text:note> So it is.</text:p>"
    "<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>"
    "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
    "</table:table-row></table:table>"
    "<text:p>End<office:annotation><dc:creator>I. Franko</dc:creator><text:p>Is this so?</text:p>"
    "</office:annotation></text:p>"
)
ODT_META = (
    "<dc:title>Мости</dc:title><meta:initial-creator>Olena Marchuk</meta:initial-creator>"
    "<meta:creation-date>2024-11-14T11:39:00</meta:creation-date>"
)


def odt(words=ODT_WORDS, meta=ODT_META, **files):
    known = f"<office:document-meta {ODF}><office:meta>{meta}</office:meta>"
    content = f"<office:document-content {ODF}><office:body><office:text>{words}</office:text>"
    return packed(
        "application/vnd.oasis.opendocument.text",
        content__xml=f"{content}</office:body></office:document-content>",
        meta__xml=f"{known}</office:document-meta>",
        **files,
    )
