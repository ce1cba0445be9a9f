"""The furniture of a page that comes along when text is copied: menus, buttons, counters, forms.

Nothing of it is deleted: it is marked, in English, Ukrainian, Russian, German and Polish.
"""

import re
from collections.abc import Sequence

from caseboard.capture.blocks import Block
from caseboard.model.terms import PartKind

_LINES = re.compile(
    r"^\W*(?:"
    # where one can go
    r"skip to (?:main )?content|menu|home|search|sign ?(?:in|out|up)|log ?(?:in|out)|register|"
    r"subscribe(?: now)?|my account|newsletters?|back to top|close|open|more|next|previous|"
    r"меню|головна|пошук|увійти|вхід|реєстрація|підтримати(?: нас)?|закрити|далі|новини|"
    r"главная|поиск|войти|вход|регистрация|поддержать(?: нас)?|закрыть|далее|новости|"
    r"startseite|suche|anmelden|abo(?:nnieren)?|schließen|zum inhalt springen|"
    r"strona główna|szukaj|zaloguj(?: się)?|zamknij|przejdź do treści|"
    # sharing
    r"share(?: (?:this|on|via|full article|article))?.{0,20}|facebook|twitter|x|telegram|"
    r"whatsapp|viber|"
    r"linkedin|pinterest|reddit|instagram|tiktok|threads|bluesky|messenger|e-?mail|print|save|"
    r"copy(?: link)?|link copied!?|bookmark|comments?|gift(?: this)? article|follow|tweet|"
    r"вконтакте|одноклассники|однокласники|поділитися|поширити|скопіювати(?: посилання)?|зберегти|"
    r"надрукувати|поделиться|скопировать(?: ссылку)?|сохранить|распечатать|teilen|drucken|"
    r"merken|udostępnij|drukuj|zapisz|skopiuj link|"
    # reading and listening
    r"\d{1,3} ?-?(?:min(?:ute)?s?|хв(?:илин\w*)?|мин(?:ут\w*)?|минут\w*)\.?"
    r"(?: (?:of )?(?:read(?:ing)?|"
    r"читання|чтения|lesezeit|czytania))?|(?:reading time|час читання|время чтения|lesezeit|"
    r"czas czytania)\W{0,3}\d.{0,12}|\d(?:[.,]\d+)?x|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?|"
    r"play|pause|listen|слухати|слушать|anhören|posłuchaj|view image in fullscreen|"
    r"image source.{0,40}|image caption|getty images|"
    # counters and clocks
    r"[\d  .,]{1,9}[kmк]?(?: (?:views|comments|shares|переглядів|просмотров|"
    r"коментар\w*|"
    r"комментари\w*))?|(?:views|переглядів|просмотров|перегляди|просмотры)\W{0,3}\d[\d .,]*|"
    r"(?:коментар\w*|комментари\w*|comments|kommentare|komentarze)\W{0,3}\d*\W*|"
    r"\d{1,2} (?:second|minute|hour|day|week)s? ago|"
    r"(?:вчора|сьогодні|вчера|сегодня|today|yesterday|"
    r"gestern|heute|wczoraj|dziś)[\s,|]{1,3}(?:(?:at|о|об|в|um) )?\d{1,2}:\d\d|"
    # forms and offers
    r"enter your e-?mail.{0,20}|your e-?mail(?: address)?|privacy notice:.{0,400}|"
    r"free (?:daily|weekly) newsletter|sign up (?:to|for) [\w\s’']{2,40}|advertisement|ad|"
    r"реклама|anzeige|reklama|sponsored|support us|donate|"
    # tags and what is below
    r"topics|tags|related topics|теми|темы|теги|themen|schlagworte|tematy|tagi|reuse this content|"
    r"explore more on these topics|report (?:an )?error|all rights reserved"
    r")\W*$",
    re.I,
)
_SENTENCE = re.compile(r"[.!?…][\"'”’»)\]]*$")
_CREW = re.compile(
    r"^\W*(?:additional reporting|reporting|editing|edited|writing|compiled|translated|"
    r"переклад\w*|перев[её]л\w*|перевод|редактор\w*|редагува\w+|bearbeit\w+|redaktion)\b.{0,10}"
    r"(?:by |: ?|von )[^.!?]{3,120}\.?$",
    re.I,
)
_PROSE = 60
_SHORT = 60
_STANDFIRST = 6


def is_furniture(text: str) -> bool:
    """Whether a line is a button, a counter, a menu's entry or the like, and nothing else."""
    return len(text) <= 450 and bool(_LINES.match(text))


def mark(blocks: Sequence[Block]) -> None:
    """Mark what is surely furniture, wherever it stands."""
    for block in blocks:
        if block.kind is None and is_furniture(block.text):
            block.kind = PartKind.OTHER
        elif block.kind is None and _CREW.match(block.text):
            block.kind = PartKind.AUTHOR_CARD


def mark_ends(blocks: Sequence[Block]) -> None:
    """Mark the short lines before the article's first paragraph and behind its last.

    Only where there is prose enough to tell: elsewhere short lines are what was meant.
    """
    prose = [i for i, block in enumerate(blocks) if is_prose(block)]
    if len(prose) < 2:
        return
    _mark_before(blocks, prose[0])
    _mark_behind(blocks, prose[-1])


def is_prose(block: Block) -> bool:
    """Whether a block is a paragraph of sentences that nothing speaks against."""
    return block.kind is None and len(block.text) >= _PROSE and bool(_SENTENCE.search(block.text))


def _mark_before(blocks: Sequence[Block], first: int) -> None:
    """What stands between the first lines and the first paragraph; a standfirst is left."""
    noisy = any(block.kind is PartKind.OTHER for block in blocks[:first])
    for index, block in enumerate(blocks[:first]):
        above = blocks[index - 1].kind if index else None
        standfirst = above is PartKind.TITLE and len(block.text.split()) >= _STANDFIRST
        subheading = index == first - 1 and above is not PartKind.OTHER
        if block.kind is None and noisy and not standfirst and not subheading:
            block.kind = PartKind.OTHER


def _mark_behind(blocks: Sequence[Block], last: int) -> None:
    apart = False
    for block in blocks[last + 1 :]:
        short = len(block.text) < _SHORT and block.tag != "li"
        apart = apart or block.kind is not None
        if block.kind is None and short and (apart or not _SENTENCE.search(block.text)):
            block.kind = PartKind.OTHER
            apart = True
