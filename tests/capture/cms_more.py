"""More pages in the conventions of newsrooms' systems, whose pictures and lines are odd.

All words are made up; only the markup follows what such systems write.
"""

from cms_pages import EN, RU, UK, Made, page

TOLD_TWICE = tuple(f"{text} {text.replace('.', ', it was said.')}" for text in EN)

NYT = Made(
    "an American daily: words in ids and data-testid",
    page(
        (
            "<title>Bridge Reopens - The River Times</title><meta property='og:image' "
            "content='https://static.example/images/2025/03/04/multimedia/04bridge-hvzq/04bridge-"
            "hvzq-facebookJumbo.jpg'><meta name='byl' content='By Olena Marchuk and Jan Nowak'>"
        ),
        (
            "<div id='app'><article id='story'><div id='top-wrapper'><p>Advertisement</p></div><h"
            "eader><h1 data-testid='headline'>Bridge Reopens</h1><p id='article-summary'>Lorries "
            "cross the river again, but only one lane is open for now.</p><div "
            "data-testid='imageblock-wrapper'><figure aria-label='media' "
            "role='group'><div><span>Image</span><picture><img "
            "src='https://static.example/images/2025/03/04/multimedia/04bridge-hvzq/04bridge-hvzq"
            "-articleLarge.jpg?quality=75' srcset='https://static.example/images/2025/03/04/multi"
            "media/04bridge-hvzq/04bridge-hvzq-superJumbo.jpg 2048w'></picture></div><figcaption "
            "data-testid='photoviewer-children-caption'><span>Lorries on the "
            "bridge.</span><span><span>Credit...</span><span>Jan Nowak for The River "
            "Times</span></span></figcaption></figure></div><p class='css'><span "
            "class='byline-prefix'>By </span><span itemprop='name' class='last-byline'>Olena "
            "Marchuk</span></p><time datetime='2025-03-04T09:05:00-05:00'>March 4, "
            "2025</time></header><section name='articleBody'><div "
            "class='StoryBodyCompanionColumn'><div><p>The bridge over the Oskil reopened on "
            "Monday after eight months of repairs, the mayor said. The bridge over the Oskil "
            "reopened on Monday after eight months of repairs, the mayor said, it was "
            "said.</p><p>Lorries that had taken the long way round by the ferry crossed it again "
            "before noon. Lorries that had taken the long way round by the ferry crossed it "
            "again before noon, it was said.</p></div></div><div "
            "data-testid='ad'><p>Advertisement</p></div><div "
            "class='StoryBodyCompanionColumn'><div><p>Engineers had replaced two of its nine "
            "spans, which were hit in the spring of last year. Engineers had replaced two of its "
            "nine spans, which were hit in the spring of last year, it was said.</p><p>The ferry "
            "will go on sailing until the end of the month, the council decided on Friday. The "
            "ferry will go on sailing until the end of the month, the council decided on Friday, "
            "it was said.</p></div></div><div data-testid='ad'><p>Advertisement</p></div></sectio"
            "n></article></div>"
        ),
        "en",
    ),
    "Bridge Reopens",
    ("Olena Marchuk", "Jan Nowak"),
    "2025-03-04",
    TOLD_TWICE,
    (
        "https://static.example/images/2025/03/04/multimedia/04bridge-hvzq/04bridge-hvzq-articleLarge.jpg?quality=75",
    ),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=("Advertisement",),
)
LEMONDE = Made(
    "a French daily: legends, credits and meta",
    page(
        (
            "<title>Le pont rouvre</title><meta property='og:title' content='Le pont "
            "rouvre'><meta property='og:image' content='https://img.example/2025/03/04/0/0/3000/2"
            "000/1440/720/60/0/abc_123-bridge.jpg'>"
        ),
        (
            "<main><section class='article__wrapper'><header class='article__header'><h1 "
            "class='article__title'>Le pont rouvre</h1><p class='article__desc'>Les camions "
            "traversent de nouveau la rivière depuis lundi matin.</p><p "
            "class='meta__authors'>Par <a class='article__author-link' "
            "href='/signataires/anne-lefevre/'>Anne Lefèvre</a></p><p "
            "class='meta__publisher'>Publié le 04 mars 2025 à 09h05, modifié le 05 mars 2025 à "
            "10h00</p></header><article class='article__content'><figure "
            "class='article__media'><picture><img src='https://img.example/2025/03/04/0/0/3000/20"
            "00/664/0/75/0/abc_123-bridge.jpg'></picture><figcaption class='article__legend'>Le "
            "pont, le 3 mars. <span class='article__credit'>JAN NOWAK / "
            "AFP</span></figcaption></figure><p class='article__paragraph'>The bridge over the "
            "Oskil reopened on Monday after eight months of repairs, the mayor said. The bridge "
            "over the Oskil reopened on Monday after eight months of repairs, the mayor said, it "
            "was said.</p><p class='article__paragraph'>Lorries that had taken the long way "
            "round by the ferry crossed it again before noon. Lorries that had taken the long "
            "way round by the ferry crossed it again before noon, it was said.</p><p "
            "class='article__paragraph'>Engineers had replaced two of its nine spans, which were "
            "hit in the spring of last year. Engineers had replaced two of its nine spans, which "
            "were hit in the spring of last year, it was said.</p><p "
            "class='article__paragraph'>The ferry will go on sailing until the end of the month, "
            "the council decided on Friday. The ferry will go on sailing until the end of the "
            "month, the council decided on Friday, it was said.</p><section class='catcher "
            "catcher--inread'><h3><span>Lire aussi |</span> Le bac double ses "
            "prix</h3></section><section class='article__reactions'>Contribuer</section></article"
            "></section></main>"
        ),
        "fr",
    ),
    "Le pont rouvre",
    ("Anne Lefèvre",),
    "2025-03-04",
    TOLD_TWICE,
    ("https://img.example/2025/03/04/0/0/3000/2000/664/0/75/0/abc_123-bridge.jpg",),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=("Lire aussi",),
)
SUSPILNE = Made(
    "a Ukrainian broadcaster: lazy pictures and a gallery",
    page(
        (
            "<title>Міст відкрили — Новини | Річкове</title><meta property='og:title' "
            "content='Міст відкрили'><meta property='og:image' "
            "content='https://cdn.example/images/resize/1200x1.78/ab12cd34ef56.jpg'>"
        ),
        (
            "<main class='c-article'><h1 class='c-article-content__title'>Міст відкрили</h1><div "
            "class='c-article-content__info'><a class='c-article-content__author' "
            "href='/author/12'>Олена Марчук</a><time class='c-article-content__time' "
            "datetime='2025-03-04T09:05:00+02:00'>4 березня, 09:05</time></div><figure "
            "class='c-article-content__main-image'><div class='c-image'><img "
            "src='data:image/svg+xml;base64,AA' data-src='https://cdn.example/images/resize/800x1"
            ".78/ab12cd34ef56.jpg'></div><figcaption>Міст. Суспільне "
            "Харків</figcaption></figure><div class='c-article-content--bot'><div "
            "class='c-article-content__content'><p>Міст через Оскіл знову відкрили в понеділок "
            "після восьми місяців ремонту, повідомив мер.</p><p>Вантажівки, які досі їздили в "
            "об’їзд через пором, ще до полудня знову перетнули річку.</p><p>Інженери замінили "
            "два з дев’яти прогонів, пошкоджених навесні минулого року обстрілом.</p><p>Пором "
            "ходитиме до кінця місяця, вирішила в п’ятницю міська рада на своєму "
            "засіданні.</p><div class='article-gallery'><figure><img "
            "src='https://cdn.example/images/resize/1040x1.78/11aa22bb33cc.jpg'><figcaption>Ванта"
            "жівки. Суспільне</figcaption></figure><figure><img "
            "src='https://cdn.example/images/resize/1040x1.78/44dd55ee66ff.jpg'></figure></div><p"
            "><b>Читайте також</b></p><ul><li><a>Пором подорожчає вдвічі вже цієї "
            "весни</a></li></ul><p>Підпишіться на новини Річкового у "
            "Telegram</p></div></div></main>"
        ),
        "uk",
    ),
    "Міст відкрили",
    ("Олена Марчук",),
    "2025-03-04",
    UK,
    (
        "https://cdn.example/images/resize/800x1.78/ab12cd34ef56.jpg",
        "https://cdn.example/images/resize/1040x1.78/11aa22bb33cc.jpg",
        "https://cdn.example/images/resize/1040x1.78/44dd55ee66ff.jpg",
    ),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=("Читайте", "Підпишіться", "подорожчає"),
)
TASS = Made(
    "a Russian agency: generated classes and linked data",
    page(
        (
            "<title>Мост открыли - РАСС</title><meta property='og:title' content='Мост открыли - "
            "РАСС'><meta property='og:site_name' content='РАСС'>"
        ),
        (
            "<div id='__next'><main><div class='NewsHeader_container__x'><div "
            "class='NewsHeader_date__y'>4 МАР, 09:05</div><h1 class='NewsHeader_titles__z'>Мост "
            "открыли</h1><div class='NewsHeader_lead__q'>Движение восстановлено после восьми "
            "месяцев ремонта</div></div><article><p class='Paragraph_paragraph__w'>Мост через "
            "Оскол снова открыли в понедельник после восьми месяцев ремонта, сообщил мэр.</p><p "
            "class='Paragraph_paragraph__w'>Грузовики, которые раньше ездили в объезд через "
            "паром, ещё до полудня пересекли реку.</p><p class='Paragraph_paragraph__w'>Инженеры "
            "заменили два из девяти пролётов, повреждённых весной прошлого года обстрелом.</p><p "
            "class='Paragraph_paragraph__w'>Паром будет ходить до конца месяца, решил в пятницу "
            "городской совет на заседании.</p></article><div "
            "class='Tags_container'><a>Харьковская область</a></div></main></div><script "
            'type=\'application/ld+json\'>{"@type":"NewsArticle","headline":"Мост '
            'открыли","datePublished":"2025-03-04T06:05:00.000Z","author":{"@type":"Organization"'
            ',"name":"РАСС"},"publisher":{"@type":"Organization","name":"РАСС"}}</script>'
        ),
        "ru",
    ),
    "Мост открыли",
    ("РАСС",),
    "2025-03-04",
    RU,
    (),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=("Харьковская",),
)
AJ = Made(
    "an Arab broadcaster: subhead, hidden and shown dates",
    page(
        (
            "<title>Bridge reopens | News | Al River</title><meta property='og:title' "
            "content='Bridge reopens'><meta property='og:image' "
            "content='https://www.river.example/wp-content/uploads/2025/03/bridge-1741.jpg?resize"
            "=1200%2C630'>"
        ),
        (
            "<main id='main-content-area'><header class='article-header'><h1>Bridge "
            "reopens</h1><p class='article__subhead'><em>Lorries cross the river "
            "again.</em></p></header><figure class='article-featured-image'><div "
            "class='responsive-image'><img src='/wp-content/uploads/2025/03/bridge-1741.jpg?resiz"
            "e=770%2C513' srcset='/wp-content/uploads/2025/03/bridge-1741.jpg?resize=270%2C180 "
            "270w'></div><figcaption>Lorries on the bridge [Jan "
            "Nowak/Reuters]</figcaption></figure><div class='article-info-block'><div "
            "class='article-b-l'><div class='article-author-name'><span "
            "class='article-author-name-item'><a class='author-link' href='/author/olena'>Olena "
            "Marchuk</a></span></div></div><div class='article-dates'><div "
            "class='date-simple'><span class='screen-reader-text'>Published On 4 Mar "
            "2025</span><span aria-hidden='true'>4 Mar 2025</span></div></div></div><div "
            "class='wysiwyg wysiwyg--all-content'><p>The bridge over the Oskil reopened on "
            "Monday after eight months of repairs, the mayor said. The bridge over the Oskil "
            "reopened on Monday after eight months of repairs, the mayor said, it was "
            "said.</p><p>Lorries that had taken the long way round by the ferry crossed it again "
            "before noon. Lorries that had taken the long way round by the ferry crossed it "
            "again before noon, it was said.</p><section class='more-on'><h2 "
            "class='more-on__heading'>Recommended Stories</h2><span "
            "class='screen-reader-text'>list of 3 items</span><ul><li><span>list 1 of "
            "3</span><article><h3>Ferry fares double in "
            "spring</h3></article></li></ul></section><p>Engineers had replaced two of its nine "
            "spans, which were hit in the spring of last year. Engineers had replaced two of its "
            "nine spans, which were hit in the spring of last year, it was said.</p><p>The ferry "
            "will go on sailing until the end of the month, the council decided on Friday. The "
            "ferry will go on sailing until the end of the month, the council decided on Friday, "
            "it was said.</p></div></main>"
        ),
        "en",
    ),
    "Bridge reopens",
    ("Olena Marchuk",),
    "2025-03-04",
    TOLD_TWICE,
    ("https://www.river.example/wp-content/uploads/2025/03/bridge-1741.jpg?resize=770%2C513",),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=("Ferry", "list 1"),
)
AMP = Made(
    "AMP",
    page(
        (
            "<title>Bridge reopens</title><link rel=canonical "
            "href='https://www.river.example/2025/03/04/bridge'>"
        ),
        (
            "<article><h1>Bridge reopens</h1><amp-img src='https://r.example/bridge.jpg' "
            "width=1200 height=675 layout=responsive><noscript><img "
            "src='https://r.example/bridge.jpg'></noscript></amp-img><p>The bridge over the "
            "Oskil reopened on Monday after eight months of repairs, the mayor said. The bridge "
            "over the Oskil reopened on Monday after eight months of repairs, the mayor said, it "
            "was said.</p><p>Lorries that had taken the long way round by the ferry crossed it "
            "again before noon. Lorries that had taken the long way round by the ferry crossed "
            "it again before noon, it was said.</p><amp-ad></amp-ad><figure><amp-img "
            "src='https://r.example/lorries.jpg' width=800 "
            "height=500></amp-img><figcaption>Lorries</figcaption></figure><p>Engineers had "
            "replaced two of its nine spans, which were hit in the spring of last year. "
            "Engineers had replaced two of its nine spans, which were hit in the spring of last "
            "year, it was said.</p><p>The ferry will go on sailing until the end of the month, "
            "the council decided on Friday. The ferry will go on sailing until the end of the "
            "month, the council decided on Friday, it was said.</p></article>"
        ),
        "en",
    ),
    "Bridge reopens",
    (),
    "2025-03-04",
    TOLD_TWICE,
    ("https://r.example/bridge.jpg", "https://r.example/lorries.jpg"),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=(),
)
NEXT_IMAGE = Made(
    "pictures in noscript only",
    page(
        (
            "<title>Bridge reopens - The Post</title><meta property='og:image' "
            "content='https://www.river.example/og.png'>"
        ),
        (
            "<main><header><h1 data-qa='headline'>Bridge reopens</h1></header><div><figure><img "
            "src='data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP' decoding='async'><noscript><img "
            "src='/_next/image?url=https%3A%2F%2Fcdn.r.example%2Fbridge.jpg&amp;w=3840&amp;q=75'>"
            "</noscript><figcaption>Lorries. (Jan Nowak for The "
            "Post)</figcaption></figure></div><div class='byline'>By <a rel=author "
            "data-qa='author-name'>Olena Marchuk</a></div><div class='article-body'><p "
            "data-testid='drop-cap-letter'>The bridge over the Oskil reopened on Monday after "
            "eight months of repairs, the mayor said. The bridge over the Oskil reopened on "
            "Monday after eight months of repairs, the mayor said, it was said.</p><p "
            "data-testid='drop-cap-letter'>Lorries that had taken the long way round by the "
            "ferry crossed it again before noon. Lorries that had taken the long way round by "
            "the ferry crossed it again before noon, it was said.</p><p "
            "data-testid='drop-cap-letter'>Engineers had replaced two of its nine spans, which "
            "were hit in the spring of last year. Engineers had replaced two of its nine spans, "
            "which were hit in the spring of last year, it was said.</p><p "
            "data-testid='drop-cap-letter'>The ferry will go on sailing until the end of the "
            "month, the council decided on Friday. The ferry will go on sailing until the end of "
            "the month, the council decided on Friday, it was said.</p></div></main>"
        ),
        "en",
    ),
    "Bridge reopens",
    ("Olena Marchuk",),
    "2025-03-04",
    TOLD_TWICE,
    (
        "https://www.river.example/_next/image?url=https%3A%2F%2Fcdn.r.example%2Fbridge.jpg&w=3840&q=75",
    ),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=(),
)
HERO_OUTSIDE = Made(
    "a lead picture above the article",
    page(
        (
            "<title>Bridge reopens - R</title><meta property='og:image' "
            "content='https://cdn.r.example/a/bridge-7f.jpg?crop=1'>"
        ),
        (
            "<header><nav>x</nav></header><section class='hero-section'><picture><img "
            "src='https://cdn.r.example/a/bridge-7f.jpg?w=1600' alt='b'></picture></section><div "
            "class='cols'><article><p class='kicker'>War</p><h1>Bridge reopens</h1><p "
            "class='by'>By Olena Marchuk</p><p>The bridge over the Oskil reopened on Monday "
            "after eight months of repairs, the mayor said. The bridge over the Oskil reopened "
            "on Monday after eight months of repairs, the mayor said, it was said.</p><p>Lorries "
            "that had taken the long way round by the ferry crossed it again before noon. "
            "Lorries that had taken the long way round by the ferry crossed it again before "
            "noon, it was said.</p><p>Engineers had replaced two of its nine spans, which were "
            "hit in the spring of last year. Engineers had replaced two of its nine spans, which "
            "were hit in the spring of last year, it was said.</p><p>The ferry will go on "
            "sailing until the end of the month, the council decided on Friday. The ferry will "
            "go on sailing until the end of the month, the council decided on Friday, it was "
            "said.</p></article></div>"
        ),
        "en",
    ),
    "Bridge reopens",
    ("Olena Marchuk",),
    "2025-03-04",
    TOLD_TWICE,
    ("https://cdn.r.example/a/bridge-7f.jpg?w=1600",),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=(),
)
LIVEBLOG = Made(
    "a live blog",
    page(
        (
            "<title>Live: bridge reopens</title><meta property='og:title' content='Live: bridge "
            'reopens\'><script type=\'application/ld+json\'>{"@type":"LiveBlogPosting","headline":'
            '"Live: bridge reopens","datePublished":"2025-03-04T09:05:00Z","dateModified":"2025-03-'
            '05T09:05:00Z","author":{"@type":"Person","name":"Olena '
            'Marchuk"},"liveBlogUpdate":[{"@type":"BlogPosting","headline":"First '
            'lorry","articleBody":"x","datePublished":"2025-03-05T08:00:00Z"}]}</script>'
        ),
        (
            "<main><h1>Live: bridge reopens</h1><div class='live'><article><time "
            "datetime='2025-03-05T00:00:00Z'>00:00</time><h3>Update 0</h3><p>The bridge over the "
            "Oskil reopened on Monday after eight months of repairs, the mayor said. The bridge "
            "over the Oskil reopened on Monday after eight months of repairs, the mayor said, it "
            "was said.</p></article><article><time datetime='2025-03-05T01:00:00Z'>01:00</time><h"
            "3>Update 1</h3><p>Lorries that had taken the long way round by the ferry crossed it "
            "again before noon. Lorries that had taken the long way round by the ferry crossed "
            "it again before noon, it was said.</p></article><article><time "
            "datetime='2025-03-05T02:00:00Z'>02:00</time><h3>Update 2</h3><p>Engineers had "
            "replaced two of its nine spans, which were hit in the spring of last year. "
            "Engineers had replaced two of its nine spans, which were hit in the spring of last "
            "year, it was said.</p></article><article><time "
            "datetime='2025-03-05T03:00:00Z'>03:00</time><h3>Update 3</h3><p>The ferry will go "
            "on sailing until the end of the month, the council decided on Friday. The ferry "
            "will go on sailing until the end of the month, the council decided on Friday, it "
            "was said.</p></article></div></main>"
        ),
        "en",
    ),
    "Live: bridge reopens",
    ("Olena Marchuk",),
    "2025-03-04",
    TOLD_TWICE,
    (),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=(),
)
INFINITE = Made(
    "a page that goes on with another article",
    page(
        (
            "<title>Bridge reopens | R</title><meta property='og:title' content='Bridge "
            "reopens'><meta property='article:published_time' content='2025-03-04T09:05:00Z'>"
        ),
        (
            "<main><article><h1>Bridge reopens</h1><span class='author'>Olena "
            "Marchuk</span><p>The bridge over the Oskil reopened on Monday after eight months of "
            "repairs, the mayor said. The bridge over the Oskil reopened on Monday after eight "
            "months of repairs, the mayor said, it was said.</p><p>Lorries that had taken the "
            "long way round by the ferry crossed it again before noon. Lorries that had taken "
            "the long way round by the ferry crossed it again before noon, it was "
            "said.</p><p>Engineers had replaced two of its nine spans, which were hit in the "
            "spring of last year. Engineers had replaced two of its nine spans, which were hit "
            "in the spring of last year, it was said.</p><p>The ferry will go on sailing until "
            "the end of the month, the council decided on Friday. The ferry will go on sailing "
            "until the end of the month, the council decided on Friday, it was "
            "said.</p></article><article><h1>Ferry fares double</h1><span class='author'>Jan "
            "Nowak</span><time datetime='2025-02-01'></time><p>The ferry over the Oskil reopened "
            "on Monday after eight months of repairs, the mayor said. The ferry over the Oskil "
            "reopened on Monday after eight months of repairs, the mayor said, it was said. "
            "Ferries cost double now.</p><p>Boats that had taken the long way round by the ferry "
            "crossed it again before noon. Boats that had taken the long way round by the ferry "
            "crossed it again before noon, it was said. Ferries cost double now.</p><p>Engineers "
            "had replaced two of its nine spans, which were hit in the spring of last year. "
            "Engineers had replaced two of its nine spans, which were hit in the spring of last "
            "year, it was said. Ferries cost double now.</p><p>The ferry will go on sailing "
            "until the end of the month, the council decided on Friday. The ferry will go on "
            "sailing until the end of the month, the council decided on Friday, it was said. "
            "Ferries cost double now.</p></article></main>"
        ),
        "en",
    ),
    "Bridge reopens",
    ("Olena Marchuk",),
    "2025-03-04",
    TOLD_TWICE,
    (),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=("Ferries cost double",),
)
TELEGRAM = Made(
    "a post of a channel",
    page(
        (
            "<title>Telegram: View @river</title><meta property='og:title' content='River "
            "Post'><meta property='og:description' content='The bridge reopened'>"
        ),
        (
            "<div class='tgme_widget_message'><div class='tgme_widget_message_author'><a "
            "class='tgme_widget_message_owner_name'><span>River Post</span></a></div><div "
            "class='tgme_widget_message_text'>The bridge over the Oskil reopened on Monday after "
            "eight months of repairs, the mayor said.<br><br>Lorries that had taken the long way "
            "round by the ferry crossed it again before noon.<br><br>Engineers had replaced two "
            "of its nine spans, which were hit in the spring of last year.<br><br>The ferry will "
            "go on sailing until the end of the month, the council decided on Friday.</div><a "
            "class='tgme_widget_message_photo_wrap' style=\"width:800px;background-image:url('http"
            "s://cdn4.telesco.example/file/abc.jpg')\"></a><time "
            "datetime='2025-03-04T09:05:00+00:00'>Mar 4 at 09:05</time></div>"
        ),
        "en",
    ),
    "River Post",
    (),
    "2025-03-04",
    EN,
    ("https://cdn4.telesco.example/file/abc.jpg",),
    url="https://t.me/river/5",
    unwanted=(),
)
WP_CAPTION = Made(
    "lines under pictures without a figure",
    page(
        ("<title>Bridge reopens</title>"),
        (
            "<article><h1>Bridge reopens</h1><div class='entry-content'><p>The bridge over the "
            "Oskil reopened on Monday after eight months of repairs, the mayor said. The bridge "
            "over the Oskil reopened on Monday after eight months of repairs, the mayor said, it "
            "was said.</p><p>Lorries that had taken the long way round by the ferry crossed it "
            "again before noon. Lorries that had taken the long way round by the ferry crossed "
            "it again before noon, it was said.</p><div id='attachment_7' class='wp-caption "
            "aligncenter'><img src='/u/bridge.jpg' width=600 height=400><p "
            "class='wp-caption-text'>Lorries wait. Photo: Jan Nowak</p></div><p>Engineers had "
            "replaced two of its nine spans, which were hit in the spring of last year. "
            "Engineers had replaced two of its nine spans, which were hit in the spring of last "
            "year, it was said.</p><p>The ferry will go on sailing until the end of the month, "
            "the council decided on Friday. The ferry will go on sailing until the end of the "
            "month, the council decided on Friday, it was said.</p></div></article>"
        ),
        "en",
    ),
    "Bridge reopens",
    (),
    "2025-03-04",
    TOLD_TWICE,
    ("https://www.river.example/u/bridge.jpg",),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=("Lorries wait",),
)
GALLERY = Made(
    "a gallery of lazy pictures",
    page(
        ("<title>Bridge reopens</title>"),
        (
            "<article><h1>Bridge reopens</h1><p>The bridge over the Oskil reopened on Monday "
            "after eight months of repairs, the mayor said. The bridge over the Oskil reopened "
            "on Monday after eight months of repairs, the mayor said, it was said.</p><p>Lorries "
            "that had taken the long way round by the ferry crossed it again before noon. "
            "Lorries that had taken the long way round by the ferry crossed it again before "
            "noon, it was said.</p><p>Engineers had replaced two of its nine spans, which were "
            "hit in the spring of last year. Engineers had replaced two of its nine spans, which "
            "were hit in the spring of last year, it was said.</p><p>The ferry will go on "
            "sailing until the end of the month, the council decided on Friday. The ferry will "
            "go on sailing until the end of the month, the council decided on Friday, it was "
            "said.</p><div class='gallery slider'><figure class='slide'><img "
            "data-lazy='/u/0-bridge0.jpg' src='/img/lazy.gif'><figcaption>View 0 of the "
            "bridge</figcaption></figure><figure class='slide'><img data-lazy='/u/1-bridge1.jpg' "
            "src='/img/lazy.gif'><figcaption>View 1 of the bridge</figcaption></figure><figure "
            "class='slide'><img data-lazy='/u/2-bridge2.jpg' "
            "src='/img/lazy.gif'><figcaption>View 2 of the "
            "bridge</figcaption></figure></div></article>"
        ),
        "en",
    ),
    "Bridge reopens",
    (),
    "2025-03-04",
    TOLD_TWICE,
    (
        "https://www.river.example/u/0-bridge0.jpg",
        "https://www.river.example/u/1-bridge1.jpg",
        "https://www.river.example/u/2-bridge2.jpg",
    ),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=(),
)
AUTHOR_BIO = Made(
    "a card about the author",
    page(
        ("<title>Bridge reopens</title>"),
        (
            "<article><h1>Bridge reopens</h1><p>The bridge over the Oskil reopened on Monday "
            "after eight months of repairs, the mayor said. The bridge over the Oskil reopened "
            "on Monday after eight months of repairs, the mayor said, it was said.</p><p>Lorries "
            "that had taken the long way round by the ferry crossed it again before noon. "
            "Lorries that had taken the long way round by the ferry crossed it again before "
            "noon, it was said.</p><p>Engineers had replaced two of its nine spans, which were "
            "hit in the spring of last year. Engineers had replaced two of its nine spans, which "
            "were hit in the spring of last year, it was said.</p><p>The ferry will go on "
            "sailing until the end of the month, the council decided on Friday. The ferry will "
            "go on sailing until the end of the month, the council decided on Friday, it was "
            "said.</p><div class='author-bio'><img src='/u/olena.jpg'><p>Olena Marchuk is a "
            "reporter for the River Post and covers bridges, ferries and the people who use "
            "them.</p></div><div class='tags'><a>war</a></div></article>"
        ),
        "en",
    ),
    "Bridge reopens",
    (),
    "2025-03-04",
    TOLD_TWICE,
    (),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=("covers bridges",),
)
NEWSLETTER = Made(
    "a newsletter among the paragraphs",
    page(
        ("<title>Bridge reopens</title>"),
        (
            "<article><h1>Bridge reopens</h1><p>The bridge over the Oskil reopened on Monday "
            "after eight months of repairs, the mayor said. The bridge over the Oskil reopened "
            "on Monday after eight months of repairs, the mayor said, it was said.</p><p>Lorries "
            "that had taken the long way round by the ferry crossed it again before noon. "
            "Lorries that had taken the long way round by the ferry crossed it again before "
            "noon, it was said.</p><div class='c-newsletter'><h3>Get the river in your "
            "inbox</h3><p>Every Friday we send you the best of the week from both banks of the "
            "river.</p><form><input type=email></form></div><p>Engineers had replaced two of its "
            "nine spans, which were hit in the spring of last year. Engineers had replaced two "
            "of its nine spans, which were hit in the spring of last year, it was "
            "said.</p><p>The ferry will go on sailing until the end of the month, the council "
            "decided on Friday. The ferry will go on sailing until the end of the month, the "
            "council decided on Friday, it was said.</p><p><em>This story was updated on March 5 "
            "to add a quote.</em></p></article>"
        ),
        "en",
    ),
    "Bridge reopens",
    (),
    "2025-03-04",
    TOLD_TWICE,
    (),
    url="https://www.river.example/2025/03/04/bridge",
    unwanted=("Every Friday", "inbox"),
)
PAGES = (
    *(NYT, LEMONDE, SUSPILNE, TASS, AJ, AMP, NEXT_IMAGE, HERO_OUTSIDE),
    LIVEBLOG,
    INFINITE,
    TELEGRAM,
    WP_CAPTION,
    GALLERY,
    AUTHOR_BIO,
    NEWSLETTER,
)
