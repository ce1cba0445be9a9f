"""Lists as programs write them, for tests of what is read from them."""

import json

LINKS = """# Front
https://a.example/1
https://b.example/2 - A good piece

Kupiansk
- [Title here](https://c.example/x_(y))
Some title: https://d.example/q?x=1.
"""

BOOKMARKS = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
    <DT><H3 ADD_DATE="1731585540">Ukraine</H3>
    <DL><p>
        <DT><A HREF="https://a.example/1" ADD_DATE="1731585540"
            TAGS="front,map">First &amp; best</A>
        <DD>A note on it
        <DT><H3>Maps</H3>
        <DL><p>
            <DT><A HREF="https://a.example/2">Second</A>
        </DL><p>
    </DL><p>
    <DT><A HREF="javascript:alert(1)">Bookmarklet</A>
    <DT><A HREF="https://a.example/3">Third</A>
</DL><p>
"""

CHROMIUM = json.dumps(
    {
        "checksum": "0",
        "roots": {
            "bookmark_bar": {
                "name": "Bar",
                "type": "folder",
                "children": [
                    {
                        "type": "url",
                        "name": "One",
                        "url": "https://a.example/1",
                        "date_added": "13376059140000000",
                    },
                    {"type": "url", "name": "Settings", "url": "chrome://settings"},
                ],
            }
        },
    }
)

FIREFOX = json.dumps(
    {
        "type": "text/x-moz-place-container",
        "title": "",
        "children": [
            {
                "type": "text/x-moz-place",
                "title": "One",
                "uri": "https://a.example/1",
                "dateAdded": 1731585540000000,
                "tags": "front,map",
            }
        ],
    }
)

CSL = json.dumps(
    [
        {
            "id": "x",
            "type": "article-newspaper",
            "title": "Bridge blown up",
            "URL": "https://a.example/1",
            "issued": {"date-parts": [[2024, 11, "14"]]},
            "author": [{"family": "Doe", "given": "Jane"}, {"literal": "United Nations"}],
            "container-title": "The Times",
            "note": "Read again",
            "keyword": "bridge, front",
        },
        {"id": "y", "type": "article-journal", "title": "By DOI", "DOI": "10.1234/abc.5"},
    ]
)

RIS = """TY  - NEWS
TI  - Bridge blown up
AU  - Doe, Jane
AU  - van Dam, Jan
UR  - https://a.example/1
DA  - 2024/11/14/
T2  - The Times
KW  - bridge
KW  - front
L1  - files/1/page.pdf
ER  -

TY  - NEWS
TI  - Second
UR  - https://a.example/2
PY  - 2023///
ER  -
"""

BIBTEX = r"""@article{doe2024,
  title = {{Bridge} blown up at {\'E}tampes},
  author = {Doe, Jane and {United Nations}},
  journaltitle = {The Times},
  url = {https://x.example/a\_b},
  year = 2024, month = nov,
  file = {Full text:files/1/page.pdf:application/pdf},
  keywords = {bridge, front}
}
@misc{two, title = "Second", howpublished = {\url{https://y.example/}}, date = {2024-11}}
"""

ARCHIVER = (
    "Link,Archive status,Archive location,Archive date,Thumbnail,Upload timestamp,Upload title,"
    "Screenshot,Hash,WACZ,ReplayWebpage\n"
    "https://t.example/1,generic_extractor: success,./local_archive/x,2024-11-15T10:00:00Z,,"
    "2024-11-14T11:39:00+00:00,A post,local_archive/x/shot.png,abc,https://s.example/x.wacz,"
    "https://replay.example\n"
)

ARCHIVER_DB = (
    "status,metadata,media\n"
    "generic: success,\"{'url': 'https://t.example/1', 'title': 'It\\'s here', "
    "'_processed_at': datetime.datetime(2024, 1, 1)}\",\"[{'filename': 'tmp/a.mp4'}]\"\n"
)

ZOTERO = """<?xml version="1.0" encoding="UTF-8"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:z="http://www.zotero.org/namespaces/export#" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:dcterms="http://purl.org/dc/terms/" xmlns:bib="http://purl.org/net/biblio#"
 xmlns:foaf="http://xmlns.com/foaf/0.1/" xmlns:link="http://purl.org/rss/1.0/modules/link/">
  <bib:Article rdf:about="https://a.example/1">
    <z:itemType>newspaperArticle</z:itemType>
    <dcterms:isPartOf>
      <bib:Newspaper><dc:title>The Times</dc:title></bib:Newspaper>
    </dcterms:isPartOf>
    <bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>Doe</foaf:surname>
      <foaf:givenName>Jane</foaf:givenName></foaf:Person></rdf:li></rdf:Seq></bib:authors>
    <dcterms:isReferencedBy rdf:resource="#item_3"/>
    <link:link rdf:resource="#item_2"/>
    <dc:subject>bridge</dc:subject>
    <dc:subject><z:AutomaticTag><rdf:value>front</rdf:value></z:AutomaticTag></dc:subject>
    <dc:title>Bridge blown up</dc:title>
    <dc:date>2024-11-14</dc:date>
    <z:language>en-GB</z:language>
    <dc:identifier><dcterms:URI><rdf:value>https://a.example/1</rdf:value></dcterms:URI></dc:identifier>
    <dcterms:dateSubmitted>2024-11-15 09:30:00</dcterms:dateSubmitted>
  </bib:Article>
  <z:Attachment rdf:about="#item_2">
    <z:itemType>attachment</z:itemType>
    <rdf:resource rdf:resource="files/2/page.pdf"/>
    <dc:title>Full Text PDF</dc:title>
    <link:type>application/pdf</link:type>
  </z:Attachment>
  <bib:Memo rdf:about="#item_3">
    <rdf:value>&lt;p&gt;Ask the author &amp;amp; call&lt;/p&gt;</rdf:value>
  </bib:Memo>
  <z:Collection rdf:about="#collection_1">
    <dc:title>Kupiansk</dc:title>
    <dcterms:hasPart rdf:resource="https://a.example/1"/>
  </z:Collection>
</rdf:RDF>
"""
