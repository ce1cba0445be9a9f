"""What the tests of capture share: articles written for them, and small pictures."""

import struct
from io import BytesIO

from PIL import Image

from caseboard.capture.article import Page
from caseboard.model.terms import PartKind

PARAGRAPHS = {
    "en": (
        (
            "Engineers reopened the road bridge near the grain port on Tuesday after nine weeks of "
            "repairs, the regional administration told reporters at the river bank."
        ),
        (
            "“We checked every bolt twice before the first lorry went over,” said the foreman, who "
            "has worked on the crossing since the spring floods washed its middle pillar away."
        ),
        (
            "The bridge carries roughly four thousand vehicles a day and is the only link between "
            "the eastern villages and the district hospital, according to the road agency."
        ),
        (
            "Traffic will be limited to one lane until the end of the month, and heavy trucks have "
            "to take the northern ferry, which runs every forty minutes during daylight hours."
        ),
    ),
    "uk": (
        (
            "Інженери у вівторок знову відкрили автомобільний міст біля зернового порту після "
            "дев’яти тижнів ремонту, повідомили в обласній адміністрації журналістам на березі."
        ),
        (
            "«Ми двічі перевірили кожен болт, перш ніж пустити першу вантажівку», — сказав "
            "бригадир, який працює на переправі відтоді, як весняна повінь знесла її середню опору."
        ),
        (
            "Міст щодня пропускає близько чотирьох тисяч автомобілів і є єдиним зв’язком між "
            "східними селами та районною лікарнею, зазначили в дорожньому агентстві."
        ),
        (
            "Рух обмежать однією смугою до кінця місяця, а важкі вантажівки їздитимуть через "
            "північний пором, який ходить кожні сорок хвилин у світлий час доби."
        ),
    ),
    "ru": (
        (
            "Инженеры во вторник снова открыли автомобильный мост у зернового порта после девяти "
            "недель ремонта, сообщили в областной администрации журналистам на берегу."
        ),
        (
            "«Мы дважды проверили каждый болт, прежде чем пустить первый грузовик», — сказал "
            "бригадир, который работает на переправе с тех пор, как весенний паводок снёс её "
            "среднюю опору."
        ),
        (
            "Мост ежедневно пропускает около четырёх тысяч машин и остаётся единственной связью "
            "между восточными сёлами и районной больницей, отметили в дорожном агентстве."
        ),
        (
            "Движение ограничат одной полосой до конца месяца, а тяжёлые грузовики поедут через "
            "северный паром, который ходит каждые сорок минут в светлое время суток."
        ),
    ),
    "de": (
        (
            "Ingenieure haben am Dienstag nach neun Wochen Reparatur die Straßenbrücke am "
            "Getreidehafen wieder geöffnet, teilte die Bezirksverwaltung am Flussufer mit."
        ),
        (
            "„Wir haben jede Schraube zweimal geprüft, bevor der erste Lastwagen darüber fuhr“, "
            "sagte der Vorarbeiter, der seit dem Hochwasser im Frühjahr an der Querung arbeitet."
        ),
        (
            "Die Brücke trägt rund viertausend Fahrzeuge am Tag und ist nach Angaben des "
            "Straßenamts die einzige Verbindung der östlichen Dörfer zum Kreiskrankenhaus."
        ),
        (
            "Bis zum Monatsende bleibt nur eine Spur frei, und schwere Laster müssen die nördliche "
            "Fähre nehmen, die bei Tageslicht alle vierzig Minuten ablegt."
        ),
    ),
    "pl": (
        (
            "Inżynierowie otworzyli we wtorek po dziewięciu tygodniach napraw most drogowy przy "
            "porcie zbożowym, poinformowała dziennikarzy nad rzeką administracja obwodu."
        ),
        (
            "– Sprawdziliśmy każdą śrubę dwa razy, zanim przejechała pierwsza ciężarówka – mówi "
            "brygadzista, który pracuje na przeprawie, odkąd wiosenna powódź zabrała jej filar."
        ),
        (
            "Mostem przejeżdża co dzień około czterech tysięcy pojazdów i jest on jedynym "
            "połączeniem wschodnich wsi ze szpitalem powiatowym, podał zarząd dróg."
        ),
        (
            "Do końca miesiąca ruch będzie odbywał się jednym pasem, a ciężkie pojazdy pojadą "
            "północnym promem, który za dnia kursuje co czterdzieści minut."
        ),
    ),
}


def blocks(page: Page, *kinds: PartKind) -> list[str]:
    """The texts of the blocks of some kinds, in order."""
    return [page.full_text[p.start : p.end] for p in page.parts if p.kind in kinds]


def picture(
    kind: str = "JPEG", size: tuple[int, int] = (320, 200), mode: str = "RGB", **how
) -> bytes:
    """A small picture: red at its upper left, blue elsewhere."""
    image = Image.new("RGB", size, (20, 40, 200))
    image.paste((220, 30, 30), (0, 0, size[0] // 2, size[1] // 2))
    out = BytesIO()
    image.convert(mode).save(out, kind, **how)
    return out.getvalue()


def with_iptc(jpeg: bytes, fields: dict[int, bytes]) -> bytes:
    """`jpeg` with an IPTC-IIM record 2 in a Photoshop segment, in front of all others."""
    record = b"".join(
        b"\x1c\x02" + bytes([tag]) + struct.pack(">H", len(value)) + value
        for tag, value in fields.items()
    )
    resource = b"8BIM\x04\x04\x00\x00" + struct.pack(">I", len(record)) + record
    resource += b"\x00" * (len(record) % 2)
    payload = b"Photoshop 3.0\x00" + resource
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(payload) + 2) + payload + jpeg[2:]
