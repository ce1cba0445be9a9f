"""Foreign files that are all lures: each asks in every way of its kind for a file or an address."""

import html
import io
import json
import zipfile
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

NOWHERE = "http://127.0.0.1:9/beacon.png"
"""Nobody listens there; the attempt is what counts."""
WORDS = "Two columns came down the northern road."


@dataclass(frozen=True)
class Lures:
    """Markup around one canary: a picture that nothing shown has any reason to open."""

    canary: Path

    @property
    def tags(self):
        """What rich text would load at once; a file by its address, its path, its name."""
        file = self.canary
        places = (file.as_uri(), str(file), file.name, NOWHERE)
        return "".join(f'<img src="{place}">' for place in places)

    def text(self, where):
        """A line for the field called `where`."""
        return f"{self.tags} {where}"

    def markdown(self, where):
        """The same as Markdown, beside the markup."""
        file = self.canary
        pictures = f"![a]({file.as_uri()}) ![b]({file}) ![c]({NOWHERE})"
        return f"{self.text(where)}\n\n{pictures}\n\n[link]({file.as_uri()}) [[E001]]"

    def page(self, more=""):
        """A page that tries every way there is to load something."""
        file, title = self.canary.as_uri(), html.escape(self.text("page title"))
        said = {"@type": "NewsArticle", "headline": self.text("headline"), "image": file}
        said["author"] = {"@type": "Person", "name": self.text("page author")}
        svg = f'<svg><image xlink:href="{file}" href="{NOWHERE}"/></svg>'
        media = f'<video poster="{file}" src="{NOWHERE}"></video><embed src="{file}">'
        frames = f'<iframe src="{file}"></iframe><object data="{NOWHERE}"></object>'
        sets = f'<picture><source srcset="{file}"><img srcset="{NOWHERE}" src="{file}"></picture>'
        figure = f'<figure><img src="{file}" alt="{title}"><figcaption>{title} caption (A/B)'
        kept = f'<figure><img src="{NOWHERE}" alt="{title}"><figcaption>{title} kept (C/D)'
        return f"""<!doctype html><html><head><meta charset="utf-8"><title>{title}</title>
<base href="{self.canary.parent.as_uri()}/"><meta http-equiv="refresh" content="0;url={file}">
<meta property="og:site_name" content="{title}"><meta property="og:title" content="{title}">
<meta property="og:image" content="{file}"><link rel="stylesheet" href="{file}">
<link rel="icon" href="{NOWHERE}"><script src="{NOWHERE}"></script>{self._hints()}
<script type="application/ld+json">{json.dumps(said)}</script>
<style>@import url({file}); @import "{NOWHERE}"; body {{background: url({NOWHERE})}}
@font-face {{font-family: lure; src: url({NOWHERE})}} p {{font-family: lure; cursor: url({file})}}
</style></head>
<body background="{file}"><article><h1>{title}</h1><p>{WORDS} {WORDS} {WORDS}</p>{self.tags}
<p style="background-image:url({file})">{html.escape(self.tags)} in a paragraph. {WORDS}</p>
<table background="{NOWHERE}"><tr><td background="{file}">cell</td></tr></table>
{figure}</figcaption></figure>{kept}</figcaption></figure>{svg}{media}{frames}{sets}
<a href="{file}" ping="{NOWHERE}">a link</a><p>{WORDS} {WORDS} {WORDS}</p>{more}
<form action="{NOWHERE}"><input type="image" src="{file}"></form></article></body></html>"""

    def _hints(self):
        """What a browser fetches before it is needed."""
        kinds = ("prefetch", "preload", "preconnect", "dns-prefetch", "modulepreload", "manifest")
        return "".join(f'<link rel="{kind}" as="image" href="{NOWHERE}">' for kind in kinds)

    def shell(self):
        """What a site sends that draws its pages in the browser: no article."""
        title = html.escape(self.text("shell title"))
        return (
            f"<!doctype html><html><head><title>{title}</title>{self._hints()}"
            f'<script src="{NOWHERE}"></script></head><body><div id="root"></div>'
            f"<noscript>You need to enable JavaScript to run this app. {self.tags}</noscript>"
            "</body></html>"
        )

    def picture(self):
        """A photo whose own words are lures, in EXIF and in XMP."""
        out, exif = io.BytesIO(), Image.Exif()
        exif[0x010E] = self.text("photo caption")
        exif[0x013B] = self.text("photo author")
        exif[0x010F] = self.text("camera")
        image = Image.effect_noise((320, 240), 60).convert("RGB")
        image.save(out, "JPEG", exif=exif, xmp=self._xmp().encode())
        return out.getvalue()

    def _xmp(self):
        words, file = html.escape(self.text("photo rights")), self.canary.as_uri()
        spaces = (
            'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
            ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
            ' xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/"'
            ' xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"'
        )
        return (
            f'<!DOCTYPE x [<!ENTITY e SYSTEM "{file}">]><x:xmpmeta xmlns:x="adobe:ns:meta/">'
            f'<rdf:RDF {spaces}><rdf:Description rdf:about="{file}" photoshop:Credit="{words}"'
            f' xmpRights:WebStatement="{NOWHERE}"><dc:rights><rdf:Alt>'
            f'<rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></dc:rights>'
            f'<dc:source rdf:resource="{NOWHERE}"/></rdf:Description></rdf:RDF></x:xmpmeta>'
        )

    def svg(self):
        """A drawing made of other files."""
        file = self.canary.as_uri()
        return (
            f'<?xml-stylesheet href="{NOWHERE}"?><svg xmlns="http://www.w3.org/2000/svg"'
            ' xmlns:xlink="http://www.w3.org/1999/xlink">'
            f'<image xlink:href="{file}"/><image href="{NOWHERE}"/><use href="{file}#a"/>'
            f"<style>@import url({NOWHERE});</style></svg>"
        )

    def pdf(self):
        """A document that would run, follow, open and load something, if it were let."""
        file, page = str(self.canary), "/Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]"
        words = f"BT/F 12 Tf 40 700 Td({WORDS})Tj ET /X Do"
        font = "/Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>"
        link, all_of_it = "/Type/Annot/Subtype/Link", "/Rect[0 0 595 842]"
        image = "/Subtype/Image/Width 9/Height 9/ColorSpace/DeviceGray/BitsPerComponent 8"
        script = f"app.launchURL\\('{NOWHERE}'\\)"
        return f"""%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R/OpenAction 6 0 R/AcroForm<</Fields[]/XFA 7 0 R>>>>endobj
2 0 obj<</Type/Pages/Count 1/Kids[3 0 R]>>endobj
3 0 obj<<{page}/Contents 4 0 R/AA<</O 6 0 R>>/Resources<<{font}/XObject<</X 5 0 R>>>>
/Annots[<<{link}{all_of_it}/A<</S/URI/URI({NOWHERE})>>>>
<<{link}{all_of_it}/A<</S/Launch/F({file})>>>>]>>endobj
4 0 obj<</Length {len(words)}>>stream
{words}
endstream endobj
5 0 obj<</Type/XObject{image}/Length 0/F<</FS/URL/F({NOWHERE})>>>>stream

endstream endobj
6 0 obj<</S/JavaScript/JS({script})/Next<</S/GoToR/F({file})/D[0/Fit]>>>>endobj
7 0 obj<</Length 0/F({file})>>stream

endstream endobj
8 0 obj<</Title({self.text("document title")})/Author({self.text("document author")})>>endobj
trailer<</Root 1 0 R/Info 8 0 R>>""".encode()

    def docx(self):
        """A document whose template, picture and frame are elsewhere."""
        file = self.canary.as_uri()
        schemas = "http://schemas.openxmlformats.org"
        w = f'xmlns:w="{schemas}/wordprocessingml/2006/main"'
        r = f'xmlns:r="{schemas}/officeDocument/2006/relationships"'
        words = html.escape(self.text("document words"))
        field = f'<w:r><w:instrText>INCLUDEPICTURE "{NOWHERE}" \\d</w:instrText></w:r>'
        body = f"<w:p><w:r><w:t>{words} {WORDS}</w:t></w:r>{field}</w:p>"
        core = (
            '<cp:coreProperties xmlns:cp="c" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<dc:title>{words}</dc:title></cp:coreProperties>"
        )
        return _zipped(
            {
                "[Content_Types].xml": f'<Types xmlns="{schemas}/package/2006/content-types"/>',
                "word/document.xml": f"<w:document {w} {r}><w:body>{body}</w:body></w:document>",
                "word/settings.xml": f'<w:settings {w} {r}><w:attachedTemplate r:id="a"/>'
                "</w:settings>",
                "word/_rels/settings.xml.rels": _relations("attachedTemplate", file, NOWHERE),
                "word/_rels/document.xml.rels": _relations("image", file, NOWHERE),
                "docProps/core.xml": core,
            }
        )

    def table(self):
        """A list in columns, of addresses and of files; its words are short, or they are cut."""
        file = self.canary
        asked = f'""{NOWHERE}""', f'""{file.as_uri()}""', f'""{file.name}""'
        rows = [f'{NOWHERE}?{n},"<img src={place}> row",{file}' for n, place in enumerate(asked)]
        return "\n".join(["url,title,date", *rows, f"{file.as_uri()},a file,", f"{file},a path,"])

    def bookmarks(self):
        """A browser's list, with icons."""
        said = html.escape(f'<img src="{NOWHERE}"> bookmark')
        icons = f'ICON_URI="{NOWHERE}" ICON="{self.canary.as_uri()}"'
        return (
            "<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p>"
            f'<DT><H3>{said}</H3><DL><p><DT><A HREF="{NOWHERE}" {icons}>{said}</A>'
            f'<DT><A HREF="{self.canary.as_uri()}" FEEDURL="{NOWHERE}">{said}</A></DL></DL>'
        )

    def mail(self):
        """A page in one file, some of whose parts are elsewhere."""
        return (
            f"From: a\r\nSnapshot-Content-Location: {NOWHERE}\r\nMIME-Version: 1.0\r\n"
            'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
            f"Content-Type: text/html\r\nContent-Location: {NOWHERE}\r\n\r\n{self.page()}\r\n"
            '--b\r\nContent-Type: message/external-body; access-type=URL; URL="'
            f'{NOWHERE}"\r\n\r\n\r\n--b--\r\n'
        ).encode()


def scan():
    """A document without any words."""
    out = io.BytesIO()
    Image.effect_noise((200, 280), 60).convert("RGB").save(out, "PDF")
    return out.getvalue()


def drawn(size=(320, 480)):
    """A picture that is no other's copy."""
    out = io.BytesIO()
    Image.effect_noise(size, 60).convert("RGB").save(out, "PNG")
    return out.getvalue()


def _relations(kind, *targets):
    schema = "http://schemas.openxmlformats.org"
    kind = f"{schema}/officeDocument/2006/relationships/{kind}"
    each = (
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}" TargetMode="External"/>'
        for name, target in zip("abc", targets, strict=False)
    )
    space = f"{schema}/package/2006/relationships"
    return f'<Relationships xmlns="{space}">{"".join(each)}</Relationships>'


def _zipped(files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()
