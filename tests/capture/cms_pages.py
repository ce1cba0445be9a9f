"""Pages in the conventions of the systems that newsrooms use, each with what it says.

All words are made up; only the markup follows what such systems write.
"""

from dataclasses import dataclass, field

EN = (
    "The bridge over the Oskil reopened on Monday after eight months of repairs, the mayor said.",
    "Lorries that had taken the long way round by the ferry crossed it again before noon.",
    "Engineers had replaced two of its nine spans, which were hit in the spring of last year.",
    "The ferry will go on sailing until the end of the month, the council decided on Friday.",
)
UK = (
    "Міст через Оскіл знову відкрили в понеділок після восьми місяців ремонту, повідомив мер.",
    "Вантажівки, які досі їздили в об’їзд через пором, ще до полудня знову перетнули річку.",
    "Інженери замінили два з дев’яти прогонів, пошкоджених навесні минулого року обстрілом.",
    "Пором ходитиме до кінця місяця, вирішила в п’ятницю міська рада на своєму засіданні.",
)
RU = (
    "Мост через Оскол снова открыли в понедельник после восьми месяцев ремонта, сообщил мэр.",
    "Грузовики, которые раньше ездили в объезд через паром, ещё до полудня пересекли реку.",
    "Инженеры заменили два из девяти пролётов, повреждённых весной прошлого года обстрелом.",
    "Паром будет ходить до конца месяца, решил в пятницу городской совет на заседании.",
)
DE = (
    "Die Brücke über den Oskil ist am Montag nach acht Monaten wieder geöffnet worden.",
    "Lastwagen, die bisher den Umweg über die Fähre nahmen, überquerten sie noch am Vormittag.",
    "Ingenieure hatten zwei der neun Felder ersetzt, die im Frühjahr beschädigt worden waren.",
    "Die Fähre soll noch bis zum Ende des Monats fahren, beschloss der Rat am Freitag.",
)
PL = (
    "Most na Oskole otwarto ponownie w poniedziałek po ośmiu miesiącach remontu, podał burmistrz.",
    (
        "Ciężarówki, które dotąd jeździły objazdem przez prom, przejechały nim jeszcze przed "
        "południem."
    ),
    "Inżynierowie wymienili dwa z dziewięciu przęseł, uszkodzonych wiosną ubiegłego roku.",
    "Prom będzie kursował do końca miesiąca, zdecydowała w piątek rada miasta na posiedzeniu.",
)


@dataclass(frozen=True)
class Made:
    """A page, and what it says."""

    name: str
    html: str
    title: str
    authors: tuple[str, ...]
    day: str | None
    body: tuple[str, ...]
    images: tuple[str, ...] = ()
    """Addresses, the lead first."""
    url: str = "https://www.river.example/news/bridge-reopens"
    site: str = ""
    unwanted: tuple[str, ...] = field(default=())
    """What stands near the text and is no part of it."""


def ps(paragraphs, tag="p", attributes=""):
    return "".join(f"<{tag}{attributes}>{text}</{tag}>" for text in paragraphs)


def page(head, body, language="en"):
    return f'<!DOCTYPE html><html lang="{language}"><head>{head}</head><body>{body}</body></html>'


WORDPRESS = Made(
    "a WordPress theme with hentry markup",
    page(
        "<title>Bridge reopens after eight months – River Post</title>"
        '<meta property="og:site_name" content="River Post">'
        '<meta property="og:image" content="https://www.river.example/wp-content/uploads/2025/03/'
        'bridge-1024x576.jpg">',
        '<header class="site-header"><h1 class="site-title"><a href="https://www.river.example/">'
        'River Post</a></h1></header><article class="post-7 post hentry"><header '
        'class="entry-header">'
        '<h2 class="entry-title">Bridge reopens after eight months</h2><div class="entry-meta">'
        '<span class="posted-on">Posted on <a href="#"><time class="entry-date published" '
        'datetime="2025-03-04T09:05:00+02:00">March 4, 2025</time><time class="updated" '
        'datetime="2025-03-09T10:00:00+02:00">March 9, 2025</time></a></span> <span class="byline">'
        ' by <span class="author vcard"><a class="url fn n" href="/author/olena/">Olena Marchuk</a>'
        '</span></span></div></header><div class="post-thumbnail"><img class="wp-post-image" '
        'src="/wp-content/uploads/2025/03/bridge.jpg" srcset="/wp-content/uploads/2025/03/'
        'bridge-300x169.jpg 300w" alt="The bridge"></div><div class="entry-content">'
        f"{ps(EN[:2])}<figure class='wp-block-image'><img src='data:image/gif;base64,R0' "
        "data-lazy-src='/wp-content/uploads/2025/03/lorries-1024x683.jpg'><figcaption>Lorries on "
        "the "
        f"bridge. Photo: Jan Nowak</figcaption></figure>{ps(EN[2:])}"
        "<div class='sharedaddy sd-sharing'><h3>Share this:</h3><ul><li>Twitter</li></ul></div>"
        "<div class='jp-relatedposts'><h3>Related</h3><p>Ferry fares double in the spring</p></div>"
        "</div></article><div id='comments' class='comments-area'><h2>2 thoughts on “Bridge”</h2>"
        "<ol><li><cite class='fn'>Ben</cite><p>I have been waiting for this for such a long time, "
        "and now it is here at last.</p></li></ol></div><aside class='widget-area'><h3>Recent posts"
        "</h3><ul><li>Ferry fares double</li></ul></aside>",
    ),
    "Bridge reopens after eight months",
    ("Olena Marchuk",),
    "2025-03-04",
    EN,
    ("/wp-content/uploads/2025/03/bridge.jpg", "/wp-content/uploads/2025/03/lorries-1024x683.jpg"),
    site="River Post",
    unwanted=("Share this", "Ferry fares", "waiting for this"),
)
YOAST = Made(
    "a schema.org graph whose author is a reference",
    page(
        "<title>Bridge reopens | River Post</title>"
        '<script type="application/ld+json">{"@context":"https://schema.org","@graph":['
        '{"@type":"Article","headline":"Bridge reopens","author":{"name":"Olena Marchuk","@id":'
        '"https://r.example/#/schema/person/1"},"datePublished":"2025-03-04T22:05:00+00:00",'
        '"dateModified":"2025-03-09T08:00:00+00:00","image":'
        '{"@id":"https://r.example/#primaryimage"}},'
        '{"@type":"WebPage","primaryImageOfPage":{"@id":"https://r.example/#primaryimage"}},'
        '{"@type":"ImageObject","@id":"https://r.example/#primaryimage","url":'
        '"https://r.example/bridge.jpg"},{"@type":"WebSite","name":"River Post"},'
        '{"@type":"Person","@id":"https://r.example/#/schema/person/1","name":"Olena Marchuk"}]'
        "}</script>",
        f"<main><article><h1>Bridge reopens</h1>{ps(EN)}</article></main>",
    ),
    "Bridge reopens",
    ("Olena Marchuk",),
    "2025-03-04",
    EN,
    ("https://r.example/bridge.jpg",),
    site="River Post",
)
DRUPAL = Made(
    "a Drupal node with RDFa",
    page(
        "<title>Brücke wieder offen | Fluss-Bote</title>",
        '<div id="block-branding"><a href="/" rel="home">Fluss-Bote</a></div>'
        '<div class="region-content"><article data-history-node-id="9" role="article" '
        'about="/bruecke" class="node node--type-article"><h1 class="page-title"><span>Brücke '
        "wieder "
        'offen</span></h1><footer class="node__meta"><div class="node__submitted">Veröffentlicht '
        "von "
        '<span class="field field--name-uid"><a href="/user/3" class="username">Anna '
        "Berg</a></span> am "
        '<span property="schema:dateCreated" content="2025-03-04T10:05:00+00:00">Di., 04.03.2025 - '
        '11:05</span></div></footer><div class="node__content"><div '
        'class="field--name-field-image">'
        '<img src="/sites/default/files/styles/large/public/2025-03/bruecke.jpg?itok=abc" '
        'alt="Brücke">'
        f'</div><div property="schema:text" '
        f'class="field--name-body">{ps(DE)}</div></div></article></div>'
        '<div class="block-views"><h2>Weitere Artikel</h2><div>Fähre wird teurer als '
        "bisher</div></div>",
        "de",
    ),
    "Brücke wieder offen",
    ("Anna Berg",),
    "2025-03-04",
    DE,
    ("/sites/default/files/styles/large/public/2025-03/bruecke.jpg?itok=abc",),
    unwanted=("Fähre wird teurer",),
)
ARC = Made(
    "Arc XP, words in data-testid",
    page(
        "<title>Bridge reopens after repairs | The River</title>"
        '<meta property="og:title" content="Bridge reopens after repairs">'
        '<meta property="og:site_name" content="The River"><meta name="author" content="The River">'
        '<meta property="og:image" '
        'content="https://cloudfront.example/resizer/v2/ABCDEF7H2JKLMNOPQ.jpg?'
        'auth=1&width=1200">',
        "<header><nav><a href='/'>The River</a></nav></header><main><article>"
        "<div data-testid='Heading'><h1>Bridge reopens after repairs</h1></div>"
        "<div data-testid='Authors'>By <a rel='author' href='/authors/olena-marchuk/'>Olena "
        "Marchuk</a> "
        "and <a rel='author' href='/authors/jan-nowak/'>Jan Nowak</a></div><time "
        "datetime='2025-03-04T07:05:00.123Z'>"
        "March 4, 2025 9:05 AM GMT+2 · Updated March 5, 2025</time><div "
        "data-testid='primary-gallery'>"
        "<div data-testid='primary-image'><figure><picture><source "
        "srcset='https://cloudfront.example/"
        "resizer/v2/ABCDEF7H2JKLMNOPQ.jpg?auth=1&width=480 480w, "
        "https://cloudfront.example/resizer/v2/"
        "ABCDEF7H2JKLMNOPQ.jpg?auth=1&width=960 960w'><img "
        "src='https://cloudfront.example/resizer/v2/"
        "ABCDEF7H2JKLMNOPQ.jpg?auth=1&width=960' alt='Lorries cross'></picture><figcaption>Lorries "
        "cross. "
        "REUTERS/Jan Nowak <a>Purchase Licensing Rights</a></figcaption></figure></div></div>"
        + "".join(
            f"<div data-testid='paragraph-{n}' class='text__text'>{t}</div>"
            for n, t in enumerate(EN)
        )
        + "<div data-testid='SignOff'><p>Reporting by Olena Marchuk; Editing by Anna Berg</p></div>"
        "<p>Our Standards: <a href='/t'>The Trust Principles.</a></p></article></main>",
    ),
    "Bridge reopens after repairs",
    ("Olena Marchuk", "Jan Nowak"),
    "2025-03-04",
    EN,
    ("https://cloudfront.example/resizer/v2/ABCDEF7H2JKLMNOPQ.jpg?auth=1&width=960",),
)
PRAVDA = Made(
    "a Ukrainian daily: post_ classes and a printed day",
    page(
        "<title>Міст через Оскіл відкрили | Річкова правда</title>"
        '<meta property="og:title" content="Міст через Оскіл відкрили">'
        '<meta property="og:site_name" content="Річкова правда">'
        '<meta property="og:image" '
        'content="https://img.example/images/doc/a/b/ab-most_650x410.jpg">',
        "<div class='layout'><article class='post post_news'><h1 class='post_title'>Міст через "
        "Оскіл "
        "відкрили</h1><div class='post_time'><span class='post_author'><a href='/authors/5/'>Олена "
        "Марчук"
        "</a></span> — Вівторок, 4 березня 2025, 09:05</div><div class='post_photo_news'>"
        "<img src='https://img.example/images/doc/a/b/ab-most_650x410.jpg' "
        "class='post_photo_news_img' "
        "alt='Міст'><div class='post_photo_news_sign'>Фото: Суспільне Харків</div></div>"
        f"<div class='post_text'>{ps(UK[:2])}<p><strong>Читайте також:</strong> <a href='/x'>"
        f"Пором подорожчає вдвічі навесні</a></p>{ps(UK[2:])}"
        "<p>Підписуйтесь на наш <a href='https://t.me/r'>Telegram</a></p></div>"
        "<div class='post_tags'><span>Теми:</span> <a>Харківщина</a> <a>міст</a></div></article>"
        "<div class='section_articles'><h3>Останні новини</h3><p><a>Пором подорожчає "
        "вдвічі</a></p></div>"
        "</div>",
        "uk",
    ),
    "Міст через Оскіл відкрили",
    ("Олена Марчук",),
    "2025-03-04",
    UK,
    ("https://img.example/images/doc/a/b/ab-most_650x410.jpg",),
    site="Річкова правда",
    unwanted=("Читайте також", "Підписуйтесь", "Харківщина"),
)
AGENCY_UK = Made(
    "a Ukrainian agency: newsText, date in a time element, agency as author",
    page(
        "<title>Міст через Оскіл відкрили</title>"
        '<script type="application/ld+json">{"@context":"http://schema.org","@type":"NewsArticle",'
        '"headline":"Міст через Оскіл відкрили","datePublished":"2025-03-04T09:05:00+02:00",'
        '"author":{"@type":"Organization","name":"Річінформ"},"publisher":{"@type":"Organization",'
        '"name":"Річінформ"},"image":["https://static.example/photos/2025_03/thumb_files/'
        '630_360_1741072000-123.jpg"]}</script>',
        "<article class='news'><h1 class='newsTitle'>Міст через Оскіл відкрили</h1>"
        "<div class='newsMeta'><div class='newsDate'><time datetime='2025-03-04T09:05:00+02:00'>"
        "04.03.2025 09:05</time></div></div><figure class='newsImage'><img class='newsImage' "
        "src='https://static.example/photos/2025_03/thumb_files/630_360_1741072000-123.jpg'></figur"
        "e>"
        f"<div class='newsText'><div class='newsHeading'>{UK[0]}</div><div>{ps(UK[1:3])}<section "
        "class='read'><a href='/r'>Читайте також: Пором подорожчає вдвічі вже навесні</a></section>"
        f"{ps(UK[3:])}<p>Фото: Річінформ</p></div></div></article>",
        "uk",
    ),
    "Міст через Оскіл відкрили",
    ("Річінформ",),
    "2025-03-04",
    UK,
    ("https://static.example/photos/2025_03/thumb_files/630_360_1741072000-123.jpg",),
    unwanted=("Читайте також",),
)
AGENCY_RU = Made(
    "a Russian agency: itemprop, blocks of text in div",
    page(
        "<title>Мост через Оскол открыли - Речь Новости, 04.03.2025</title>"
        '<meta property="article:published_time" content="20250304T0905">'
        '<meta property="og:title" content="Мост через Оскол открыли">'
        '<meta property="og:image" content="https://cdn.example/img/07e9/03/04/'
        '1987_0:160:3072:1888_1920x0_80_0_0_aaaabbbbccccddddeeeeffff00001111.jpg">',
        "<div class='article'><div class='article__header'><div class='article__info'>"
        "<div class='article__info-date'><a href='/20250304/'>09:05 04.03.2025</a><span class="
        "'article__info-date-modified'>(обновлено: 12:00 05.03.2025)</span></div></div>"
        "<h1 class='article__title'>Мост через Оскол открыли</h1><div "
        "class='article__announce'><div "
        "class='media'><div class='photoview__open'><img media-type='ar16x9' alt='Мост' "
        "src='https://cdn.example/img/07e9/03/04/1987_0:160:3072:1888_640x0_80_0_0_"
        "22223333444455556666777788889999.jpg'></div></div></div></div><div class='article__body'>"
        + "".join(
            f"<div class='article__block' data-type='text'><div "
            f"class='article__text'>{t}</div></div>"
            for t in RU
        )
        + "<div class='article__block' data-type='article'><div class='article__article'><a>Паром "
        "подорожает вдвое уже этой весной</a></div></div></div></div>",
        "ru",
    ),
    "Мост через Оскол открыли",
    (),
    "2025-03-04",
    RU,
    (
        (
            "https://cdn.example/img/07e9/03/04/1987_0:160:3072:1888_640x0_80_0_0_"
            "22223333444455556666777788889999.jpg"
        ),
    ),
    unwanted=("подорожает",),
)
DW = Made(
    "a broadcaster whose markup is all generated class names",
    page(
        "<title>Brücke über den Oskil wieder offen – FW – 04.03.2025</title>"
        '<meta property="og:title" content="Brücke über den Oskil wieder offen – FW – 04.03.2025">'
        '<meta property="og:site_name" content="fw.example">'
        '<meta property="og:image" content="https://static.example/image/71234567_6.jpg">',
        "<div id='root'><header><nav><a>Themen</a></nav></header><main class='s1'><article "
        "class='c1x'>"
        "<header><h1 class='h2k'>Brücke über den Oskil wieder offen</h1><span "
        "class='author-details'>"
        "<a href='/de/anna-berg/person-123'>Anna Berg</a> aus Kupjansk</span><span "
        "class='publication'>"
        "<time aria-hidden='true'>04.03.2025</time><span role='text'>4. März "
        "2025</span></span></header>"
        f"<p class='teaser-text'>{DE[0]}</p><figure class='placeholder-image master_landscape big'>"
        "<img data-format='MASTER_LANDSCAPE' data-id='71234567' "
        "data-url='https://static.example/image/"
        "71234567_${formatId}.jpg' src='https://static.example/image/71234567_605.webp' "
        "alt='Brücke'>"
        "<figcaption class='img-caption'>Lastwagen auf der Brücke<small class='copyright'>Bild: J. "
        "Nowak/"
        f"AP/picture alliance</small></figcaption></figure><div "
        f"class='rich-text'>{ps(DE[1:])}</div>"
        "</article></main></div>",
        "de",
    ),
    "Brücke über den Oskil wieder offen",
    ("Anna Berg",),
    "2025-03-04",
    DE,
    ("https://static.example/image/71234567_605.webp",),
)
SPIEGEL = Made(
    "a German weekly: kicker in the title, author in a list",
    page(
        "<title>Kupjansk: Brücke wieder offen - DER FLUSS</title>"
        '<meta property="og:title" content="Kupjansk: Brücke wieder offen">'
        '<meta property="og:site_name" content="DER FLUSS">'
        '<script type="application/ld+json">['
        '{"@type":"NewsArticle","headline":"Kupjansk: Brücke wieder '
        'offen","datePublished":"2025-03-04T09:05:00+01:00","author":['
        '{"@type":"Person","name":"Anna '
        'Berg"},{"@type":"Organization","name":"DER FLUSS"}],"image":["https://cdn.example/images/'
        '5f1e-0001_w1280_r1.778_fpx50_fpy50.jpg"]}]</script>',
        "<main><article><header><h2><span class='kicker'>Kupjansk</span> <span>Brücke wieder "
        "offen</span>"
        f"</h2><div class='lead'>{DE[0]}</div><div>Von <a href='/impressum/autor-1'>Anna "
        f"Berg</a></div>"
        "<time datetime='2025-03-04 09:05:00'>04.03.2025, 09.05 Uhr</time></header><div "
        "data-image-el>"
        "<figure><picture><img "
        "src='https://cdn.example/images/5f1e-0001_w960_r1.778_fpx50_fpy50.jpg'>"
        "</picture><figcaption><p>Brücke über den Oskil</p><span>Foto: Jan Nowak / DER FLUSS</span>"
        f"</figcaption></figure></div><div data-area='body'>{ps(DE[1:])}</div></article></main>",
        "de",
    ),
    "Kupjansk: Brücke wieder offen",
    ("Anna Berg",),
    "2025-03-04",
    DE,
    ("https://cdn.example/images/5f1e-0001_w960_r1.778_fpx50_fpy50.jpg",),
    site="DER FLUSS",
)
ONET = Made(
    "a Polish portal: data-run-module, dodano",
    page(
        "<title>Most na Oskole znów otwarty - Rzeka Wiadomości</title>"
        '<meta property="og:title" content="Most na Oskole znów otwarty">'
        '<meta property="og:image" '
        'content="https://ocdn.example/pulscms-transforms/1/a7b2/9f.jpeg">',
        "<article><h1 class='mainTitle'>Most na Oskole znów otwarty</h1><div "
        "class='authorsWrapper'>"
        "<ul><li><span class='authorName'>Jan Kowalski</span><span class='authorPos'>Dziennikarz "
        "Rzeki"
        "</span></li></ul></div><div class='dateCategory'><span class='datePublished'>Dodano: 4 "
        "marca "
        "2025, 09:05</span></div><div class='mainPhotoBox'><figure><img src='https://ocdn.example/"
        "pulscms-transforms/1/a7b2/9f.jpeg'><span class='credits'>Fot. Anna Berg / Agencja "
        "Rzeka</span>"
        f"</figure></div><p class='hyphenate lead'>{PL[0]}</p><div class='detail'>"
        f"{ps(PL[1:3], attributes=' class=hyphenate')}<p>Czytaj też: <a href='/x'>Prom podrożeje "
        f"wiosną"
        f"</a></p>{ps(PL[3:])}</div><p>Źródło: PAP</p></article><div "
        f"class='recommended'><h3>Zobacz "
        "także</h3><p>Prom podrożeje dwukrotnie</p></div>",
        "pl",
    ),
    "Most na Oskole znów otwarty",
    ("Jan Kowalski",),
    "2025-03-04",
    PL,
    ("https://ocdn.example/pulscms-transforms/1/a7b2/9f.jpeg",),
    unwanted=("Czytaj też", "podrożeje dwukrotnie"),
)
BLOGGER = Made(
    "Blogger: post-title h3, no times for machines",
    page(
        "<title>River notes: The bridge is open</title><meta content='blogger' name='generator'>",
        "<h1 class='title'>River notes</h1><div class='date-outer'><h2 "
        "class='date-header'><span>Tuesday, "
        "March 4, 2025</span></h2><div class='post hentry'><h3 class='post-title entry-title'>The "
        "bridge "
        f"is open</h3><div class='post-body entry-content'>{ps(EN, tag='div')}<div "
        f"class='separator'>"
        "<a href='https://blogger.example/s1600/bridge.jpg'><img src='https://blogger.example/s320/"
        "bridge.jpg'></a></div></div><div class='post-footer'>Posted by <span class='fn'>Ben "
        "Rivers</span>"
        " at <a class='timestamp-link'><abbr class='published' "
        "title='2025-03-04T09:05:00+02:00'>9:05 AM"
        "</abbr></a></div></div></div><div class='sidebar'><h2>Blog "
        "archive</h2><ul><li>2024</li></ul></div>",
    ),
    "The bridge is open",
    ("Ben Rivers",),
    "2025-03-04",
    EN,
    ("https://blogger.example/s320/bridge.jpg",),
    url="https://river-notes.example/2025/03/bridge.html",
)
SUBSTACK = Made(
    "Substack",
    page(
        "<title>The bridge is open - by Ben Rivers - River notes</title>"
        '<meta property="og:title" content="The bridge is open"><meta name="author" content="Ben '
        'Rivers">'
        '<script type="application/ld+json">{"@type":"NewsArticle","headline":"The bridge is open",'
        '"datePublished":"2025-03-04T07:05:00+00:00","isAccessibleForFree":true,"author":[{"@type":'
        '"Person","name":"Ben Rivers"}],"publisher":{"@type":"Organization","name":"River '
        'notes"}}</script>',
        "<div id='entry'><div class='main-menu'><a>Subscribe</a><a>Sign in</a></div><article class="
        "'newsletter-post post'><div class='post-header'><h1 class='post-title'>The bridge is "
        "open</h1>"
        "<h3 class='subtitle'>Eight months later, lorries cross the river once more.</h3><div "
        "class="
        "'byline-wrapper'><a>Ben Rivers</a><div>Mar 04, 2025</div></div></div><div "
        "class='available-"
        f"content'><div class='body markup'>{ps(EN[:2])}<div "
        f"class='captioned-image-container'><figure><a>"
        "<div class='image2-inset'><picture><source type='image/webp' "
        "srcset='https://substackcdn.example/"
        "image/fetch/w_424/https%3A%2F%2Fs3.example%2Fimages%2F0aa-bridge_1456x971.jpeg 424w'><img "
        "src="
        "'https://substackcdn.example/image/fetch/w_1456/https%3A%2F%2Fs3.example%2Fimages%2F0aa-br"
        "idge_"
        "1456x971.jpeg'></picture></div></a><figcaption class='image-caption'>The "
        "bridge</figcaption>"
        f"</figure></div><div class='subscription-widget-wrap'><p>Thanks for reading! Subscribe "
        f"for free to "
        f"receive new posts.</p></div>{ps(EN[2:])}</div></div></article></div>",
    ),
    "The bridge is open",
    ("Ben Rivers",),
    "2025-03-04",
    EN,
    (
        (
            "https://substackcdn.example/image/fetch/w_1456/https%3A%2F%2Fs3.example%2Fimages%2F0aa-bri"
            "dge_"
            "1456x971.jpeg"
        ),
    ),
    site="River notes",
    unwanted=("Thanks for reading",),
)
GUARDIAN = Made(
    "a British daily: standfirst, lead above the text, dated by words",
    page(
        "<title>Bridge over the Oskil reopens after eight months | Ukraine | The Riverian</title>"
        '<meta property="og:title" content="Bridge over the Oskil reopens after eight months">'
        '<meta property="og:site_name" content="the Riverian">'
        '<meta property="article:author" content="https://www.river.example/profile/olena-marchuk">'
        '<meta property="article:published_time" content="2025-03-04T09:05:00.000Z">'
        '<meta property="og:image" '
        'content="https://i.guim.example/img/media/abc123/0_0_5000_3000/master/'
        '5000.jpg?width=1200&overlay-align=bottom">',
        "<main data-layout='StandardLayout'><div data-gu-name='media'><figure "
        "id='1'><picture><source "
        "srcset='https://i.guim.example/img/media/abc123/0_0_5000_3000/master/5000.jpg?width=620'><"
        "img "
        "alt='Lorries' src='https://i.guim.example/img/media/abc123/0_0_5000_3000/master/5000.jpg?w"
        "idth="
        "465'></picture><figcaption><span>Lorries cross the bridge at noon. Photograph: Jan "
        "Nowak/The "
        "Riverian</span></figcaption></figure></div><div data-gu-name='headline'><h1>Bridge over "
        "the Oskil "
        f"reopens after eight months</h1></div><div data-gu-name='standfirst'><p>{EN[0]}</p></div>"
        "<aside data-gu-name='meta'><address aria-label='Contributor info'><div><a rel='author' "
        "href="
        "'/profile/olena-marchuk'>Olena Marchuk</a> in "
        "Kupiansk</div></address><details><summary>Tue 4 Mar "
        "2025 09.05 GMT</summary>Last modified on Wed 5 Mar 2025</details></aside><div "
        "id='maincontent'>"
        f"<div class='article-body-viewer-selector'>{ps(EN[1:3])}<figure "
        f"data-spacefinder-role='inline'>"
        "<picture><img src='https://i.guim.example/img/media/def456/0_0_4000_2400/master/4000.jpg?w"
        "idth="
        f"465'></picture></figure>{ps(EN[3:])}<figure data-spacefinder-role='richLink'><a>Ferry "
        f"fares "
        "double in spring</a></figure></div></div></main>",
    ),
    "Bridge over the Oskil reopens after eight months",
    ("Olena Marchuk",),
    "2025-03-04",
    EN,
    (
        "https://i.guim.example/img/media/abc123/0_0_5000_3000/master/5000.jpg?width=465",
        "https://i.guim.example/img/media/def456/0_0_4000_2400/master/4000.jpg?width=465",
    ),
    unwanted=("Ferry fares",),
)
BBC = Made(
    "a British broadcaster: blocks by data-component",
    page(
        "<title>Bridge reopens after eight months - RBC News</title>"
        '<script type="application/ld+json">'
        '{"@type":"NewsArticle","headline":"Bridge reopens after eight '
        'months","datePublished":"2025-03-04T09:05:00.000Z","author":['
        '{"@type":"Person","name":"Olena '
        'Marchuk"}],"publisher":{"@type":"NewsMediaOrganization","name":"RBC News"}}</script>'
        '<meta property="og:image" content="https://ichef.example/news/1024/branded_news/1a2b/live/'
        '0a1b2c3d-4e5f.jpg">',
        "<main><article><div data-component='headline-block'><h1>Bridge reopens after eight "
        "months</h1>"
        "</div><div data-component='byline-block'><div><time>4 hours "
        "ago</time></div><div><span>Olena "
        "Marchuk</span><div>Reporting from Kupiansk</div></div></div><figure><div data-component="
        "'image-block'><img src='/bbcx/grey-placeholder.png' class='hide-when-no-script'><img src="
        "'https://ichef.example/ace/standard/480/cpsprodpb/1a2b/live/0a1b2c3d-4e5f.jpg.webp'><span>"
        "Getty "
        "Images</span></div><div data-component='caption-block'><figcaption>Lorries on the bridge"
        "</figcaption></div></figure>"
        + "".join(f"<div data-component='text-block'><p>{t}</p></div>" for t in EN)
        + "<div data-component='links-block'><ul><li><a>Ferry fares double in "
        "spring</a></li></ul></div>"
        "</article></main>",
    ),
    "Bridge reopens after eight months",
    ("Olena Marchuk",),
    "2025-03-04",
    EN,
    ("https://ichef.example/ace/standard/480/cpsprodpb/1a2b/live/0a1b2c3d-4e5f.jpg.webp",),
    unwanted=("Ferry fares",),
)
AP = Made(
    "an agency's own page: bsp classes, lead in a carousel",
    page(
        "<title>Bridge reopens after eight months | PA News</title>"
        '<meta property="og:title" content="Bridge reopens after eight months">'
        '<meta property="article:published_time" content="2025-03-04T09:05:00Z">'
        '<meta property="og:image" '
        'content="https://dims.example/dims4/default/aaa111/2147483647/strip/'
        "true/crop/3000x1688+0+0/resize/1440x810!/quality/90/?url=https%3A%2F%2Fassets.example%2Fab"
        "%2F"
        'bridge77aa.jpg">',
        "<div class='Page-content'><main class='Page-main'><div "
        "class='Page-lead'><bsp-figure><figure "
        "class='Figure'><picture><img class='Image' alt='' "
        "srcset='https://dims.example/dims4/default/"
        "bbb222/2147483647/strip/true/crop/3000x2000+0+0/resize/599x399!/quality/90/?url=https%3A%2"
        "F%2F"
        "assets.example%2Fab%2Fbridge77aa.jpg 1x' src='https://dims.example/dims4/default/bbb222/"
        "2147483647/strip/true/crop/3000x2000+0+0/resize/599x399!/quality/90/?url=https%3A%2F%2Fass"
        "ets."
        "example%2Fab%2Fbridge77aa.jpg'></picture><figcaption class='Figure-caption'>Lorries "
        "cross, "
        "Tuesday, March 4, 2025. (PA Photo/Jan Nowak)</figcaption></figure></bsp-figure></div>"
        "<h1 class='Page-headline'>Bridge reopens after eight months</h1><div class='Page-byline'>"
        "<div class='Page-authors'>By <a class='Link' "
        "href='https://pa.example/author/olena-marchuk'>OLENA "
        "MARCHUK</a></div><div class='Page-dateModified'>Updated 10:05 AM GMT+2, March 5, "
        "2025</div></div>"
        f"<div class='RichTextStoryBody RichTextBody'><p>KUPIANSK, Ukraine (PA) — "
        f"{EN[0]}</p>{ps(EN[1:])}"
        "<p>___</p><p>Follow PA’s coverage at https://pa.example/hub</p></div></main></div>",
    ),
    "Bridge reopens after eight months",
    ("Olena Marchuk",),
    "2025-03-04",
    EN,
    (
        (
            "https://dims.example/dims4/default/bbb222/2147483647/strip/true/crop/3000x2000+0+0/resize/"
            "599x399!/quality/90/?url=https%3A%2F%2Fassets.example%2Fab%2Fbridge77aa.jpg"
        ),
    ),
)
MICRODATA = Made(
    "microdata alone",
    page(
        "<title>Міст відкрили — Річка</title>",
        "<div itemscope itemtype='https://schema.org/NewsArticle'><h1 itemprop='headline'>Міст "
        "відкрили"
        "</h1><meta itemprop='datePublished' content='2025-03-04'><span itemprop='author' "
        "itemscope "
        "itemtype='https://schema.org/Person'><span itemprop='name'>Олена Марчук</span></span><div "
        "itemprop='image' itemscope itemtype='https://schema.org/ImageObject'><img itemprop='url' "
        f"src='/i/most.jpg'></div><div itemprop='articleBody'>{ps(UK)}</div><div "
        f"itemprop='publisher' "
        "itemscope><meta itemprop='name' content='Річка'></div></div>",
        "uk",
    ),
    "Міст відкрили",
    ("Олена Марчук",),
    "2025-03-04",
    UK,
    ("/i/most.jpg",),
)
PARSELY = Made(
    "names for parsely, sailthru and Dublin Core only",
    page(
        "<title>Bridge reopens :: River Post</title><meta name='parsely-title' content='Bridge "
        "reopens'>"
        "<meta name='parsely-author' content='Olena Marchuk'><meta name='parsely-pub-date' content="
        "'2025-03-04T09:05:00Z'><meta name='sailthru.date' content='2025-03-04'><meta "
        "name='DC.creator' "
        "content='Olena Marchuk'>",
        f"<div class='story'><h1>Bridge reopens</h1>{ps(EN)}</div>",
    ),
    "Bridge reopens",
    ("Olena Marchuk",),
    "2025-03-04",
    EN,
)
RELATIVE = Made(
    "a page that only says how long ago it was",
    page(
        "<title>Bridge reopens | River Post</title>",
        f"<article><h1>Bridge reopens</h1><p class='meta'>By Olena Marchuk · 3 hours "
        f"ago</p>{ps(EN)}"
        "</article><footer>© 2025 River Post. Page made 05.03.2025</footer>",
    ),
    "Bridge reopens",
    ("Olena Marchuk",),
    None,
    EN,
    url="https://www.river.example/n/1",
)
OLD_TABLES = Made(
    "a page of tables from before all that",
    page(
        "<title>Bridge reopens - River Post</title>",
        "<table width=100%><tr><td><a href=/>Home</a> <a "
        "href=/war>War</a></td></tr></table><table><tr><td "
        "width=150><a href=/1>Ferry</a><br><a href=/2>Boats</a></td><td><font size=5><b>Bridge "
        "reopens</b>"
        "</font><br><font size=2>By Olena Marchuk, 4 March 2025</font><br><br>"
        + "<br><br>".join(EN)
        + "</td></tr></table>",
    ),
    "Bridge reopens",
    ("Olena Marchuk",),
    "2025-03-04",
    EN,
    url="https://www.river.example/n/2",
)
FRENCH = Made(
    "a French magazine: publié le, par",
    page(
        "<title>Le pont a rouvert - La Rivière</title>",
        "<article><h1>Le pont a rouvert</h1><p class='signature'>Par Anne Lefèvre et Jean "
        "Dubois</p>"
        "<p class='date'>Publié le 4 mars 2025 à 09h05, mis à jour le 5 mars 2025</p>"
        f"<div class='texte'>{ps(EN)}</div></article>",
        "fr",
    ),
    "Le pont a rouvert",
    ("Anne Lefèvre", "Jean Dubois"),
    "2025-03-04",
    EN,
    url="https://www.river.example/n/3",
)
SPANISH = Made(
    "a Spanish daily: two authors joined by y, day first with slashes",
    page(
        "<title>El puente reabre | El Río</title>",
        "<main><article><h1>El puente reabre</h1><div class='firma'><span class='autor'>María "
        "Pérez y Juan "
        f"Gómez</span></div><div class='fecha'>03/04/2025</div>{ps(EN)}</article></main>",
        "es",
    ),
    "El puente reabre",
    ("María Pérez", "Juan Gómez"),
    "2025-04-03",
    EN,
    url="https://www.river.example/n/4",
)
PAGES = (
    WORDPRESS, YOAST, DRUPAL, ARC, PRAVDA, AGENCY_UK, AGENCY_RU, DW, SPIEGEL, ONET, BLOGGER,
    SUBSTACK, GUARDIAN, BBC, AP, MICRODATA, PARSELY, RELATIVE, OLD_TABLES, FRENCH, SPANISH,
)  # fmt: skip
