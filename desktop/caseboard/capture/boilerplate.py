"""What stands around an article and is not it: banners, audio notes, teasers, author cards."""

import re

from caseboard.model.terms import PartKind

_CLASSES = (
    (
        PartKind.BANNER,
        (
            r"cookie|consent|gdpr|paywall|newsletter|subscri(?:be|ption)|membership|donat(?:e|ion)|"
            r"support-us|\bbanner|promo(?:tion|-box|box|$|\b)|advert|\bads?\b|ad-slot|"
            r"sponsor|sign-?up|\bpopup|\bmodal|(?<![a-z])cta(?![a-z])|call-to-action|"
            r"support-(?:box|block|banner)"
        ),
    ),
    (
        PartKind.AUDIO_NOTE,
        (r"audio|listen|text-to-speech|\btts\b|speechkit|podcast-player"),
    ),
    (
        PartKind.AUTHOR_CARD,
        (
            r"author-(?:card|bio|box|info|block|profile|footer)|about-(?:the-)?author|"
            r"bio-?box|author__(?:bio|card)|"
            r"authors-block|contributor-bio"
        ),
    ),
    (
        PartKind.RELATED,
        (
            r"related|recirc|recommend|read-?(?:more|also|next)|most-(?:read|popular)|"
            r"also-read|see-also|more-(?:on|from|stories|news)|"
            r"bookmark-card|teaser|trending|popular-|latest-(?:news|posts)|\boutbrain|"
            r"taboola|up-next|next-article|further-reading|"
            r"similar|suggested|post-navigation|onward|news-?list|newsfeed|lastnews|"
            r"last-news|inline-link|readalso|read_also"
        ),
    ),
    (
        PartKind.OTHER,
        (
            r"\b(?:share|sharing|social)(?:\b|[-_]|s\b)|comment(?:s|-list|list|-form|\b)|\btags?\b|tag-list|breadcrumb|"
            r"pagination|toolbar|\bskip-|rating|"
            r"sharedaddy|post-likes|likes-widget|sd-(?:sharing|like)|"
            r"copyright|disclaimer|print-?only|correction-form|print-link|screen-reader|"
            r"visually-hidden|sr-only"
        ),
    ),
)
_BY_CLASS = tuple((kind, re.compile(pattern)) for kind, pattern in _CLASSES)
_BYLINE_CLASS = re.compile(
    r"byline|\bdateline|article-(?:meta|info|date)|post-(?:meta|info|date)|entry-meta|"
    r"meta-info|\bauthors?\b|publish|published|timestamp|\bdate\b"
)
_STANDFIRST_CLASS = re.compile(
    r"standfirst|(?<![a-z])(?:lead|lede|lid|dek|deck|intro|excerpt|summary|perex|chapo|vorspann|"
    r"anons|announce|sub-?title|sub-?head(?:line|ing)?|description|entradilla|einleitung|"
    r"teaser[-_]?text|introduction)(?![a-z])|article-?(?:lead|intro)(?![a-z])"
)
_CAPTION_CLASS = re.compile(
    r"caption|legend\b|legende|bildunterschrift|bildtext|bild-?(?:info|text)|image-?(?:desc|text|info)|"
    r"photo[-_](?:title|text|desc|sign)|"
    r"(?:image|photo|img|picture|foto|media)[-_]*(?:credit|copyright|author|source)"
)

_BANNER = re.compile(
    r"\b(?:we|this (?:site|website|page)|our (?:partners|site))\b.{0,60}\bcookies?\b|"
    r"\baccept (?:all )?cookies|\bcookie (?:policy|settings|preferences)|"
    r"become (?:a|our) (?:member|patron|supporter|subscriber)|(?:funded|powered|"
    r"supported) by (?:our )?readers|\bjoin our (?:community|newsletter|telegram)|"
    r"already a (?:member|subscriber)|^(?:sign up|subscribe)\b.{0,120}\bnewsletter|"
    r"sign up (?:for|to) our|(?:get|download) our app|"
    r"enable javascript|"
    r"(?:^|[.!?—–:]\s*)(?:please,? )?(?:subscribe (?:to|now|for)|support (?:our|"
    r"independent) (?:work|journalis|media|team|newsroom)|donate (?:now|today|to)|"
    r"make a (?:donation|contribution)|follow us on)|"
    r"(?:ми|сайт) використову\w+.{0,60}(?:cookie|кук)|(?:мы|"
    r"сайт) используе\w+.{0,60}(?:cookie|кук)|файл\w* cookie|"
    r"(?:^|[.!?—–:,]\s*)(?:\w+ ){0,2}(?:підпи(?:шіться|суйтесь|суйтеся|шись|суйся) на|"
    r"стань(?:те)? (?:нашим |частиною |членом |учасником )|підтрима(?:йте|й) (?:нас|наш|"
    r"редакц|проєкт|незалежн)|долуча(?:йтес[яь]|йся) до|"
    r"(?:читайте|слідкуйте|стежте) (?:за )?на(?:с|ми) (?:в|у|на) |"
    r"подпи(?:шитесь|сывайтесь|шись|сывайся) на|стань(?:те)? (?:нашим |частью |участником |"
    r"подписчиком )|поддерж(?:ите|и) (?:нас|наш|редакц|проект|независим)|присоединяйтесь к|"
    r"(?:читайте|следите за) на(?:с|ми) (?:в|на) )|"
    r"(?:підтримк\w+|коштом|завдяки) (?:наших )?читач|(?:на деньги|благодаря поддержке|"
    r"за сч[её]т) (?:наших )?читател|"
    r"wir verwenden cookies|newsletter abonnieren|używamy plików cookie|"
    r"(?:^|[.!?—–:¡]\s*)(?:hazte (?:miembro|socio|suscriptor)|suscríbete|apóya(?:nos|me)|"
    r"síguenos (?:en|a)|únete a nuestr|(?:abonnez|inscrivez)-vous|soutenez|assine (?:o|a|já)|"
    r"abbonati|iscriviti|sostieni|"
    r"unterstützen sie (?:uns|unabhängig)|folgen sie uns|jetzt abonnieren|abonniere[n]? sie|"
    r"obserwuj nas|subskrybuj|follow (?:us\b|(?:[\w’']+ ){1,3}coverage\b))|"
    r"(?:what|hear what) (?:do )?you think (?:of|about) this (?:article|story)|"
    r"zapisz się do newsletter|wesprzyj nas",
    re.I,
)
_AUDIO = re.compile(
    r"\b(?:this|the) (?:audio|recording|narration|voice-?over)\b.{0,60}\b(?:created|"
    r"generated|made|produced|read|recorded)\b|listen to (?:this|the) (?:article|story|text|"
    r"news)|"
    r"\b(?:audio|voice)\b.{0,30}\b(?:generated|automated|ai[- ])|\bread aloud by\b|"
    r"(?:прослухати|слухати|послухайте|слухайте) (?:цю |цей |статтю|новину|текст|матеріал|"
    r"аудіо)|(?:аудіо|озвуч\w+)\b.{0,60}(?:створен|згенерован|штучн|\bші\b|ai\b)|"
    r"(?:прослушать|слушать|послушайте|слушайте) (?:эту |этот |статью|новость|текст|материал|"
    r"аудио)|(?:аудио|озвуч\w+)\b.{0,60}(?:создан|сгенерирован|искусственн|\bии\b|ai\b)|"
    r"artikel anhören|posłuchaj artykułu",
    re.I,
)
_RELATED = re.compile(
    r"^(?:\W{0,3})(?:read (?:also|more|next)|also read|see also|related(?: (?:stories|"
    r"articles|news|posts|content|topics|reading))?|more (?:on|from|about) (?:this|"
    r"the)\b.{0,30}|most (?:read|popular|viewed)|"
    r"recommended(?: (?:for you|reading|stories))?|editor'?s'? picks?|"
    r"(?:the )?latest (?:news|stories)|you (?:may|might) (?:also )?(?:like|"
    r"be interested).{0,20}|further reading|"
    r"читайте (?:також|ще|далі|теж)|читати (?:також|далі)|дивіться також|"
    r"(?:новини )?за темою|матеріали за темою|схожі (?:новини|матеріали|статті)|(?:останні|"
    r"головні|популярні) новини|найпопулярніше|рекомендуємо|більше новин|"
    r"читайте (?:также|ещ[её]|далее|по теме)|читать (?:также|далее)|смотрите также|"
    r"(?:материалы |новости )?по теме|похожие (?:новости|материалы|статьи)|(?:последние|"
    r"главные|популярные) новости|самое (?:читаемое|популярное)|рекомендуем|больше новостей|"
    r"lesen sie (?:auch|mehr|dazu|hier)|mehr zum thema|auch interessant|schon gelesen|siehe auch|"
    r"(?:das )?könnte (?:sie|dich) (?:auch|ebenfalls) interessieren|passend dazu|mehr dazu|"
    r"lea (?:también|además|más)|(?:te|le) puede interesar|también (?:te|le) puede|"
    r"notas? relacionadas?|"
    r"(?:à )?lire aussi|voir aussi|sur le même sujet|leia (?:também|mais)|veja também|"
    r"leggi anche|lees ook|læs også|läs (?:också|även|mer)|les også|lue myös|číst (?:také|dále)|"
    r"czytaj (?:także|też|również|"
    r"więcej)|zobacz (?:także|też|również)|przeczytaj (?:także|też|również))\b\s*(?:[:—–|!?]|"
    r"$|(?=[\"«“]))",
    re.I,
)
_AUTHOR = re.compile(
    r"^(?:about the authors?\b.{0,80}|(?:authors?|автори?|авторка|авторы|про автора|"
    r"об авторе|über den autor|autor(?:ka)?|o autorze)\s*[:—–-]?\s*[^.!?]{0,60})$",
    re.I,
)
_NOTICE = re.compile(
    r"^©|all rights reserved|^\W*(?:loading|wird geladen|laden|chargement|cargando|загрузка|"
    r"завантаження|ładowanie)\W*$|^\W*(?:last |zuletzt |letzte )?(?:updated|aktualisiert|"
    r"aktualisierung|modified|оновлено|обновлено|zaktualizowano|mis à jour|actualizado|atualizado|"
    r"aggiornato)\b.{0,40}\d{4}.{0,30}$|^(?:share|tweet|print|save|copy link|поділитися|поширити|"
    r"поделиться|распечатать|роздрукувати)(?: (?:this|on|via|in|article|story|link|у|в|"
    r"на)\b.{0,30})?:?$|^(?:tags?|теги|темы|теми)\s*:|"
    r"^(?:\d+\s+)?(?:comments?|коментар\w*|комментар\w*)(?:\s*\d*)$|^advertisement$|"
    r"^реклама$|^(?:якщо|если) (?:ви|вы) (?:знайшли|помітили|нашли|заметили|побачили|"
    r"увидели).{0,20}(?:помилк|ошибк)|(?:усі|все) права (?:захищені|защищены)|"
    r"ctrl\s*\+\s*enter",
    re.I,
)
_SHORT = 400


_CONTACT = re.compile(
    r"^\W*(?:presse-?kontakt|pressestelle|medienkontakt|ansprechpartner\w*|kontakt|rückfragen|"
    r"(?:press|media|news) contacts?|contacts? (?:for (?:the )?)?(?:press|media)|"
    r"for (?:more|further) information|für (?:weitere|nähere) informationen|"
    r"kontakt dla mediów|контакт\w* для (?:преси|зми|прессы|сми)|contact presse)\b[^.]{0,60}$",
    re.I,
)


def opens_contacts(text: str) -> bool:
    """Whether a line stands over whom to ask, as at the end of what a press office sends."""
    return len(text) <= 100 and bool(_CONTACT.match(text))


def by_class(tokens: str, tag: str) -> PartKind | None:
    """What an element's class, id and role say that it is (see `tree.tokens`)."""
    if tag in {"p", "h1", "time", "em", "strong", "b", "i", "span", "a"} and "banner" not in tokens:
        return None
    for kind, pattern in _BY_CLASS:
        if pattern.search(tokens):
            return kind
    return None


def is_caption_class(tokens: str) -> bool:
    """Whether an element's class says that the line under a picture stands in it."""
    return bool(_CAPTION_CLASS.search(tokens))


def is_standfirst_class(tokens: str) -> bool:
    """Whether an element's class says that the sentences between title and text stand in it."""
    return bool(_STANDFIRST_CLASS.search(tokens))


def is_byline_class(tokens: str) -> bool:
    """Whether an element's class says that who wrote it and when stands in it."""
    return bool(_BYLINE_CLASS.search(tokens))


def by_text(text: str) -> PartKind | None:
    """What a block's own words say that it is; None: nothing against its being body."""
    if len(text) > _SHORT:
        return None
    for kind, pattern in _BY_TEXT:
        if pattern.search(text):
            return kind
    return None


_BY_TEXT = (
    (PartKind.AUDIO_NOTE, _AUDIO),
    (PartKind.RELATED, _RELATED),
    (PartKind.BANNER, _BANNER),
    (PartKind.AUTHOR_CARD, _AUTHOR),
    (PartKind.OTHER, _NOTICE),
)
