"""Pages as the systems of many newsrooms make them, in five languages: read right throughout."""

from dataclasses import dataclass

import pytest
from captured import PARAGRAPHS

from caseboard.capture import page


@dataclass(frozen=True)
class Make:
    """One page, and what is to be read from it."""

    name: str
    html: str
    title: str
    authors: tuple[str, ...]
    day: str | None
    text: tuple[str, ...]
    pictures: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    url: str = "https://news.example/a/bridge"


def paragraphs(language: str, tag: str = "p") -> str:
    return "".join(f"<{tag}>{text}</{tag}>" for text in PARAGRAPHS[language])


def linked(fields: str) -> str:
    return f'<script type="application/ld+json">{{"@type":"NewsArticle",{fields}}}</script>'


PL_SUMMARY = (
    "Po dziewięciu tygodniach ciężarówki znów przejeżdżają przez rzekę. Prom dalej pływa dla tych, "
    "które są za ciężkie na jeden pas."
)
BLOG = Make(
    "a Polish blog: author in a message label, captions in boxes, pictures loaded later",
    f"""<html lang="pl-PL"><head><title>Most znów otwarty - Wieści znad Rzeki</title>
<meta property="og:title" content="Most znów otwarty - Wieści znad Rzeki">
<meta property="og:site_name" content="Wieści znad Rzeki"><meta property="og:image"
 content="https://news.example/up/most.jpg"><meta name="twitter:label1" content="Napisane przez">
<meta name="twitter:data1" content="Jan Kowalski">
<meta name="twitter:label2" content="Szacowany czas czytania">
<meta name="twitter:data2" content="2 minuty">
<meta property="article:published_time" content="2025-03-04T08:05:00+00:00"></head><body>
<header><p class="site-title"><a href="/">Wieści znad Rzeki</a></p></header>
<article class="post"><h1 class="entry-title">Most znów otwarty</h1>
<div class="entry-content"><p>{PARAGRAPHS["pl"][0]}</p>
<div class="wp-caption alignnone"><img class="lazy" src="data:image/gif;base64,R0lG"
 data-orig-file="https://news.example/up/prom.jpg">
<p class="wp-caption-text">Prom na rzece, marzec 2025. Fot. Anna Nowak</p></div>
<p>{PARAGRAPHS["pl"][1]}</p><p><img class="lazy" src="/blank.gif"><noscript>
<img src="https://news.example/up/tama.jpg"></noscript></p>
<p>{PARAGRAPHS["pl"][2]}</p><p>{PARAGRAPHS["pl"][3]}</p></div>
<div class="sharedaddy"><h3>Udostępnij</h3></div></article></body></html>""",
    "Most znów otwarty",
    ("Jan Kowalski",),
    "2025-03-04",
    PARAGRAPHS["pl"],
    (
        "https://news.example/up/most.jpg",
        "https://news.example/up/prom.jpg",
        "https://news.example/up/tama.jpg",
    ),
    ("Prom na rzece, marzec 2025.",),
)
PORTAL = Make(
    "a Polish portal: a lead that is no paragraph, a labelled day, no data for machines",
    f"""<html lang="pl"><head><title>Most znów otwarty | Portal Rzeczny</title>
<meta name="description" content="{PL_SUMMARY}"></head><body><div id="menu"><a href="/">Start</a>
</div><div class="article"><h1>Most znów otwarty</h1><div class="info">
<span class="autor">Autor: Jan Kowalski</span><span>Opublikowano: 4 marca 2025</span></div>
<h2 class="lead">{PL_SUMMARY}</h2><div class="tresc">{paragraphs("pl")}
<p>Czytaj także: <a href="/prom">Prom drożeje dwukrotnie</a></p></div></div></body></html>""",
    "Most znów otwarty",
    ("Jan Kowalski",),
    "2025-03-04",
    (PL_SUMMARY, *PARAGRAPHS["pl"]),
)
DE_SUMMARY = (
    "Neun Wochen nach dem Hochwasser rollen die Lastwagen wieder. Für die schweren bleibt nur der "
    "Umweg über die Fähre im Norden."
)
DAILY = Make(
    "a German daily: words over the title, a teaser that is the standfirst, a wall for payers",
    f"""<html lang="de"><head><title>Getreidehafen: Brücke wieder offen | Flussbote</title>
<meta property="og:title" content="Brücke am Getreidehafen ist wieder offen">
<meta property="og:site_name" content="Flussbote"><meta name="author" content="Flussbote">
<meta property="og:description" content="{DE_SUMMARY}">
<meta property="og:image" content="https://news.example/i/bruecke.jpg">
{
        linked(
            '"headline":"Brücke am Getreidehafen ist wieder offen","datePublished":'
            '"2025-03-04T08:05:00+01:00","author":{"@type":"Organization","name":"Flussbote"},'
        )
    }
</head><body><main>
<article><header><figure><picture><source srcset="/i/bruecke-gross.webp 1200w">
<img src="/i/bruecke.jpg"></picture><figcaption>Die Brücke. Foto: Jan Ohl/dpa</figcaption></figure>
<h1><span class="kicker">Am Fluss</span> <span>Brücke am Getreidehafen ist wieder offen</span></h1>
<div class="article-teaser">{DE_SUMMARY}</div>
<div class="article__meta"><span class="article__author">Von <a href="/autoren/anna-berg">Anna
 Berg</a> und <a href="/autoren/jan-ohl">Jan Ohl</a></span> <time
 datetime="2025-03-04T08:05:00+01:00">4.3.2025, 8.05 Uhr</time></div></header>
<div class="article-body paywall">{paragraphs("de")}<p>Die Fähre fährt weiter.</p></div>
<div class="newsletter-box"><p>Newsletter abonnieren: jeden Morgen das Wichtigste vom Fluss.</p>
</div></article></main></body></html>""",
    "Brücke am Getreidehafen ist wieder offen",
    ("Anna Berg", "Jan Ohl"),
    "2025-03-04",
    (DE_SUMMARY, *PARAGRAPHS["de"], "Die Fähre fährt weiter."),
    ("https://news.example/i/bruecke.jpg",),
    ("Die Brücke.",),
)
OFFICE = Make(
    "a German office: the day of the last change in the head, the day of the news over the text",
    f"""<html lang="de"><head><title>Brücke wieder offen: Straßenamt am Fluss</title>
<meta name="date" content="2025-03-19"><meta name="author" content="Webmaster"></head><body>
<div id="nav"><ul><li><a href="/">Start</a></li></ul></div><div class="news-single-item">
<div class="news-single-timedata">04.03.2025 <span>-&nbsp;Redaktion: Anna Berg (Sprecherin)</span>
</div><h1>Brücke wieder offen</h1>{paragraphs("de")}</div></body></html>""",
    "Brücke wieder offen",
    ("Anna Berg",),
    "2025-03-04",
    PARAGRAPHS["de"],
)
UK_SUMMARY = (
    "Через дев’ять тижнів після повені вантажівки знову їдуть через річку. Для найважчих і далі "
    "ходить північний пором."
)
AGENCY = Make(
    "a Ukrainian agency: byline by a link, a day in words, a box within the text",
    f"""<html lang="uk"><head><title>Міст біля порту знову відкрили — Річка</title>
<meta property="og:title" content="Міст біля порту знову відкрили"><meta property="og:site_name"
 content="Річка"><meta property="og:image" content="/static/logo-default.png"></head><body>
<div class="content"><h1 class="post__title">Міст біля порту знову відкрили</h1>
<div class="post__info"><a href="/author/olena-marchuk">Олена Марчук</a> 4 березня 2025, 11:39</div>
<div class="post__photo"><img data-src="/media/mist.jpg" src="/img/placeholder.svg">
<div class="photo-caption">Міст на світанку. Фото: Ігор Лисенко</div></div>
<p class="post__lead">{UK_SUMMARY}</p><div class="post__text">
<p>{PARAGRAPHS["uk"][0]}</p><p>{PARAGRAPHS["uk"][1]}</p>
<p><strong>Читайте також:</strong> <a href="/prom">Ціна порому подвоїлася</a></p>
<p>{PARAGRAPHS["uk"][2]}</p><p>{PARAGRAPHS["uk"][3]}</p></div>
<div class="post__tags"><a href="/tag/mist">міст</a></div></div></body></html>""",
    "Міст біля порту знову відкрили",
    ("Олена Марчук",),
    "2025-03-04",
    (UK_SUMMARY, *PARAGRAPHS["uk"]),
    ("https://news.example/media/mist.jpg",),
    ("Міст на світанку.",),
)
MICRODATA = Make(
    "a Russian site: microdata, a list of other stories as JSON-LD, an agency named as author",
    f"""<html lang="ru"><head><title>Мост у порта снова открыт</title>
<script type="application/ld+json">[{{"@type":"NewsArticle","headline":"Паром подорожал вдвое",
"author":{{"name":"Мария Соколова"}},"datePublished":"2025-01-01"}},
{{"@type":"NewsArticle","headline":"Мост у порта снова открыт","datePublished":
"2025-03-04T10:05:00+03:00","author":{{"@type":"Organization","name":"Речное агентство"}},}}]
</script></head><body>
<div itemscope itemtype="https://schema.org/NewsArticle"><h1 itemprop="headline">Мост у порта снова
 открыт</h1><p>4 марта 2025, 10:05</p><div itemprop="articleBody">{paragraphs("ru")}</div></div>
<div class="lastnews"><a href="/1">Паром подорожал вдвое</a><span class="author">Мария Соколова
</span></div></body></html>""",
    "Мост у порта снова открыт",
    ("Речное агентство",),
    "2025-03-04",
    PARAGRAPHS["ru"],
)
TABLES = Make(
    "an old Russian page: tables, line breaks for paragraphs, the day in its address only",
    f"""<html><head><title>Мост у порта снова открыт</title></head><body><table><tr>
<td width="20%"><a href="/">Главная</a><br><a href="/w">Погода</a></td><td>
<h1>Мост у порта снова открыт</h1>{"<br><br>".join(PARAGRAPHS["ru"])}</td></tr></table>
</body></html>""",
    "Мост у порта снова открыт",
    (),
    "2025-03-04",
    PARAGRAPHS["ru"],
    url="https://news.example/2025/03/04/most.html",
)
EN_SUMMARY = (
    "Lorries cross again, one at a time. The ferry goes on for those that are too heavy for a "
    "single lane, says the road agency."
)
MAGAZINE = Make(
    "an English magazine: two titles, a broken script, byline with a role and a place",
    f"""<html lang="en"><head><title>Bridge reopening: what we know | The River Post</title>
<meta property="og:site_name" content="The River Post"><meta property="og:title"
 content="Nine weeks on, the bridge at the grain port reopens"><meta property="og:image"
 content="https://news.example/i/bridge.jpg?w=1200">
{
        linked(
            '"headline":"Nine weeks on, the bridge at the grain port reopens","author":'
            '[{"@type":"Person","name":"Olena Marchuk in Kyiv"},{"@type":"Person",'
            '"name":"Jan Nowak, Defence Editor"},],"datePublished":"2025-03-04T07:05:00Z",'
        )
    }
</head><body><article><h1>Nine weeks on, the bridge at the grain port reopens</h1>
<p class="dek">{EN_SUMMARY}</p>
<div class="hero"><img src="/i/bridge.jpg" srcset="/i/bridge.jpg 600w, /i/b.jpg 1200w"></div>
<div class="body">{paragraphs("en")}<aside class="promo"><p>Sign up to our newsletter for more</p>
</aside></div><div class="author-bio"><p>Olena Marchuk has covered rivers since 2009.</p></div>
</article></body></html>""",
    "Nine weeks on, the bridge at the grain port reopens",
    ("Olena Marchuk", "Jan Nowak"),
    "2025-03-04",
    (
        EN_SUMMARY,
        *PARAGRAPHS["en"],
    ),
    ("https://news.example/i/bridge.jpg",),
)
MIDNIGHT = Make(
    "an English blog: published just after midnight by its own clock, on the day in its address",
    f"""<html lang="en"><head><title>The bridge reopens | Notes from the river</title>
<meta property="og:site_name" content="Notes from the river">
<meta property="article:published_time" content="2025-03-03T23:11:59+00:00"></head><body>
<h1><a href="/">Notes from the river</a></h1><div class="post"><h1>The bridge reopens</h1>
<div class="entry">{paragraphs("en")}</div></div><div id="comments"><div class="comment"><p>So glad
the bridge is open again, we have been waiting for this since the flood came in spring.</p></div>
</div></body></html>""",
    "The bridge reopens",
    (),
    "2025-03-04",
    PARAGRAPHS["en"],
    url="https://river.example/2025/03/04/the-bridge-reopens/",
)
RU_BLOCKS = [f'<div><div class="article__text">{text}</div></div>' for text in PARAGRAPHS["ru"]]
RU_BLOCKS.insert(
    2,
    '<div><a href="/x"><span>Паром подорожал вдвое для всех грузовиков</span></a></div>',
)
NEWSWIRE = Make(
    "a Russian wire: no paragraphs but boxes, a link to another story in one of them, an update",
    f"""<html lang="ru"><head><title>Мост у порта снова открыт - Речные новости, 04.03.2025</title>
<meta property="og:title" content="Мост у порта снова открыт"><meta property="og:site_name"
 content="Речные новости"></head><body><div class="article"><div class="article__info">
<a href="/20250304/">10:05 04.03.2025</a> <span>(обновлено: 12:00 05.03.2025)</span></div>
<h1 class="article__title">Мост у порта снова открыт</h1><div class="media"><div><img
 src="https://cdn.example/img/1551.jpg" alt="Мост"></div><div class="media__copyright">© Речные
 новости / Иван Петров</div></div><div class="article__body">{"".join(RU_BLOCKS)}</div></div>
<div class="lenta"><a href="/2">Паром подорожал вдвое</a></div></body></html>""",
    "Мост у порта снова открыт",
    (),
    "2025-03-04",
    PARAGRAPHS["ru"],
    ("https://cdn.example/img/1551.jpg",),
)
GALLERY = Make(
    "an English daily: byline in an aside, a figure of figures, a plea for readers at the end",
    f"""<html lang="en"><head><title>Bridge reopens after nine weeks | Rivers | The River</title>
<meta property="og:title" content="Bridge reopens after nine weeks"><meta property="og:site_name"
 content="The River"><meta property="article:published_time" content="2025-03-04T07:05:00.000Z">
<meta property="article:author" content="https://www.river.example/profile/olena-marchuk"></head>
<body><main><article><h1>Bridge reopens after nine weeks</h1>
<div class="standfirst"><p>Lorries roll again but only one at a time, officials say</p></div>
<figure class="gallery"><figure><picture><source srcset="/i/1.jpg?width=620 1240w">
<img src="/i/1.jpg?width=465"></picture><figcaption>A lorry on the bridge. Photograph: Ivan
 Petrov/Reuters</figcaption></figure><figure><img data-src="/i/2.jpg"></figure></figure>
<aside><address><a rel="author" href="/profile/olena-marchuk">Olena Marchuk</a> in Kyiv and
 <a rel="author" href="/profile/jan-nowak">Jan Nowak</a></address><details><summary>Tue 4 Mar 2025
 07.05 GMT</summary>Last modified on Wed 5 Mar 2025 10.00 GMT</details></aside>
<div class="article-body">{paragraphs("en")}<p>Sign up to First Light, our free daily newsletter
</p></div><div class="submeta"><ul><li><a href="/t/1">Ukraine</a></li></ul></div></article></main>
</body></html>""",
    "Bridge reopens after nine weeks",
    ("Olena Marchuk", "Jan Nowak"),
    "2025-03-04",
    ("Lorries roll again but only one at a time, officials say", *PARAGRAPHS["en"]),
    ("https://news.example/i/1.jpg?width=465", "https://news.example/i/2.jpg"),
    ("A lorry on the bridge.",),
)
COUNTED = Make(
    "a Ukrainian paper: number of views over the text, a short recap, caption under a picture",
    f"""<html lang="uk"><head><title>Міст біля порту знову відкрили | Річкова газета</title>
<meta property="og:title" content="Міст біля порту знову відкрили"></head><body><article>
<header><h1 class="post_title">Міст біля порту знову відкрили</h1><div class="post_time">
<span class="post_author"><a href="/authors/olena/">Олена Марчук</a></span> — Вівторок, 4 березня
 2025, 11:39</div></header><div class="post_views">1043</div><div class="post_content">
<div class="post_photo"><img src="/images/mist.jpg" alt="Міст"><div class="post_photo_title">Міст
 на світанку. Фото: Ігор Лисенко</div></div>{paragraphs("uk")}<p><strong>Нагадаємо:</strong>
 у грудні повінь знесла опору мосту.</p></div><div class="post_tags">Теми: <a href="/t">мости</a>
</div></article><div class="section_news_list"><a href="/2">Пором подорожчав</a></div>
</body></html>""",
    "Міст біля порту знову відкрили",
    ("Олена Марчук",),
    "2025-03-04",
    (*PARAGRAPHS["uk"], "Нагадаємо: у грудні повінь знесла опору мосту."),
    ("https://news.example/images/mist.jpg",),
    ("Міст на світанку.",),
)
MAKES = (
    NEWSWIRE,
    GALLERY,
    COUNTED,
    BLOG,
    PORTAL,
    DAILY,
    OFFICE,
    AGENCY,
    MICRODATA,
    TABLES,
    MAGAZINE,
    MIDNIGHT,
)
every_make = pytest.mark.parametrize("make", MAKES, ids=lambda make: make.name)


@every_make
def test_title_and_authors_are_read(make):
    found = page.read(make.html, make.url)
    assert (found.title, found.authors) == (make.title, make.authors)


@every_make
def test_the_day_is_read(make):
    found = page.read(make.html, make.url)
    assert (found.published or "")[:10] == (make.day or "")


@every_make
def test_the_text_is_read_and_nothing_else(make):
    assert page.read(make.html, make.url).text.split("\n\n") == list(make.text)


@every_make
def test_the_pictures_and_their_captions_are_read(make):
    images = page.read(make.html, make.url).images
    assert [image.url for image in images] == list(make.pictures)
    assert [image.caption for image in images if image.caption] == list(make.captions)
