"""The field's closed vocabularies."""

from enum import StrEnum


class Marking(StrEnum):
    """Traffic Light Protocol 2.0 (FIRST, 2022)."""

    CLEAR = "TLP:CLEAR"
    GREEN = "TLP:GREEN"
    AMBER = "TLP:AMBER"
    AMBER_STRICT = "TLP:AMBER+STRICT"
    RED = "TLP:RED"


class Reuse(StrEnum):
    """Whether a picture or text of others may be printed for others again."""

    UNKNOWN = "unknown"
    ALLOWED = "allowed"
    REFUSED = "refused"


class Template(StrEnum):
    """What a briefing is for: which sections it begins with."""

    FLASH = "flash"
    SITUATION = "situation"
    DOSSIER = "dossier"
    SOURCE_REPORT = "source_report"
    INCIDENT = "incident"


class BriefingStatus(StrEnum):
    """Whether a briefing may still change before it is sent."""

    DRAFT = "draft"
    FINAL = "final"


class ExportForm(StrEnum):
    """What a briefing, or what it rests on, is written out as."""

    PDF = "pdf"
    HTML = "html"
    DOCX = "docx"
    MARKDOWN = "markdown"
    FOLDER = "folder"
    BAG = "bag"


class Passage(StrEnum):
    """A text of a briefing that the analyst writes, in Markdown; `Briefing.texts` keeps them."""

    CHANGES = "changes"
    SITUATION = "situation"
    ASSESSMENT = "assessment"
    INDICATORS = "indicators"
    METHOD = "method"
    LIMITS = "limits"
    NOT_COLLECTED = "not_collected"
    SOURCE_SUMMARY = "source_summary"
    AUTOMATION = "automation"
    """Which systems of artificial intelligence or machine learning were used, with versions."""
    ATTESTATION = "attestation"


class CaseStatus(StrEnum):
    """Whether work on a case goes on."""

    OPEN = "open"
    CLOSED = "closed"


class Ladder(StrEnum):
    """The yardstick of likelihood words a case uses."""

    ICD203 = "icd203"
    PHIA = "phia"


class ClipKind(StrEnum):
    """What was taken in."""

    ARTICLE = "article"
    IMAGE = "image"
    DOCUMENT = "document"
    TEXT = "text"


class ClipState(StrEnum):
    """How far a clip is: its bytes are safe from the first of these on."""

    RECEIVED = "received"
    """The bytes are kept; nothing has been read from them yet."""
    READY = "ready"
    """Read as far as it can be."""
    UNREAD = "unread"
    """The bytes are kept but could not be read; `problem` says why."""


class Hollow(StrEnum):
    """Why what a site sent is not the article that was asked for."""

    PAYWALL = "paywall"
    """Only a beginning, or nothing, before a demand to pay or subscribe."""
    CONSENT = "consent"
    """A wall that asks to accept cookies or terms first."""
    LOGIN = "login"
    """A page that asks who is there."""
    ERROR = "error"
    """A page that says it is not there, or that something broke, whatever its status."""
    SHELL = "shell"
    """A page that scripts would fill: it holds no words of its own."""
    ROBOT = "robot"
    """A test whether a person asks (captcha, interstitial)."""


class Method(StrEnum):
    """How a clip came in."""

    DROP = "drop"
    PASTE = "paste"
    FILE = "file"
    LINK = "link"
    IMPORT = "import"


class FileRole(StrEnum):
    """What a file is to its clip."""

    ORIGINAL = "original"
    """What the analyst took in, byte for byte."""
    PICTURE = "picture"
    """A picture of the article."""
    SCREENSHOT = "screenshot"
    WARC = "warc"
    PAYLOAD = "payload"
    """Another flavour of the same drag or paste."""
    DERIVATIVE = "derivative"
    """Made by this program from another file; `step` says how."""


class PartKind(StrEnum):
    """What a block of a clip's text is."""

    TITLE = "title"
    BYLINE = "byline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTE = "quote"
    LIST_ITEM = "list item"
    CAPTION = "caption"
    BANNER = "banner"
    AUDIO_NOTE = "audio note"
    RELATED = "related"
    AUTHOR_CARD = "author card"
    OTHER = "other"


class AnchorKind(StrEnum):
    """Where in a clip: W3C Web Annotation selectors."""

    TEXT = "text"
    """TextQuoteSelector with TextPositionSelector."""
    PICTURE = "picture"
    """FragmentSelector `xywh=percent:` or SvgSelector on one file."""
    PAGE = "page"
    """Either of them on one page of a document."""


class TagState(StrEnum):
    """Whether a person has confirmed a tag."""

    SUGGESTED = "suggested"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class LocationKind(StrEnum):
    """What a location is."""

    SETTLEMENT = "settlement"
    REGION = "region"
    RIVER = "river"
    COUNTRY = "country"
    SITE = "site"
    POINT = "point"


class Side(StrEnum):
    """Whose unit it is, as APP-6 standard identity: friend, hostile, neutral or unknown."""

    FRIEND = "friend"
    HOSTILE = "hostile"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"


class Echelon(StrEnum):
    """The size of a unit (APP-6, amplifier B)."""

    UNKNOWN = "unknown"
    TEAM = "team"
    SQUAD = "squad"
    SECTION = "section"
    PLATOON = "platoon"
    COMPANY = "company"
    BATTALION = "battalion"
    REGIMENT = "regiment"
    BRIGADE = "brigade"
    DIVISION = "division"
    CORPS = "corps"
    ARMY = "army"
    ARMY_GROUP = "army group"


class Branch(StrEnum):
    """What a unit is for (APP-6, main icon)."""

    UNKNOWN = "unknown"
    INFANTRY = "infantry"
    MECHANIZED = "mechanized infantry"
    MOTORIZED = "motorized infantry"
    ARMOUR = "armour"
    ARTILLERY = "artillery"
    AIR_DEFENCE = "air defence"
    RECONNAISSANCE = "reconnaissance"
    ENGINEER = "engineer"
    AIRBORNE = "airborne"
    MARINE = "marine"
    TERRITORIAL = "territorial defence"
    SPECIAL = "special forces"
    DRONE = "unmanned systems"
    AVIATION = "aviation"
    LOGISTICS = "logistics"


class UnitStatus(StrEnum):
    """Whether a unit is there or only expected to be (APP-6, status)."""

    PRESENT = "present"
    PLANNED = "planned"
    """Anticipated, suspected or only expected."""


class LayerKind(StrEnum):
    """What an overlay of the map is made of."""

    IMPORTED = "imported"
    """Features of a file."""
    DRAWN = "drawn"
    """Features the analyst drew."""
    TRACED = "traced"
    """Features traced on a georeferenced picture."""
    CHANGE = "change"
    """What one layer covers and another does not."""
    PICTURE = "picture"
    """A georeferenced picture itself."""
    TILES = "tiles"
    """Pictures of the ground: MBTiles or PMTiles."""


class GeoreferenceKind(StrEnum):
    """The transformation between a picture and the ground."""

    AFFINE = "affine"
    """Three points or more."""
    PROJECTIVE = "projective"
    """Four points or more."""


class SourceKind(StrEnum):
    """What sort of voice a source is."""

    OFFICIAL = "official"
    AGENCY = "agency"
    OUTLET = "outlet"
    MONITOR = "monitor"
    SOCIAL = "social"
    IMAGERY = "imagery"
    PERSON = "person"


class Reliability(StrEnum):
    """Of a source, A to F (AJP-2.1). F means that it cannot be judged, not that it is bad."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(StrEnum):
    """Of one report, 1 to 6 (AJP-2.1). 6 means that it cannot be judged."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNJUDGED = "6"


class Stance(StrEnum):
    """What a report does to a claim."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"
    MENTIONS = "mentions"


class ClaimStatus(StrEnum):
    """How far a claim holds: worked out from its reports, unless the analyst overrides it."""

    OPEN = "open"
    SINGLE_SOURCE = "single source"
    CORROBORATED = "corroborated"
    DISPUTED = "disputed"


class QuantityKind(StrEnum):
    """What a number in a report is a number of; only numbers of one kind are compared."""

    KILLED = "killed"
    WOUNDED = "wounded"
    CAPTURED = "captured"
    LOSSES = "losses"
    """People killed, wounded or captured, told in one number."""
    PERSONNEL = "personnel"
    VEHICLES = "vehicles"
    EQUIPMENT = "equipment"
    STRIKES = "strikes"
    ATTACKS = "attacks"
    FORMATIONS = "formations"
    """Columns, groups, battalions, as the report counts them."""
    DISTANCE = "distance"
    AREA = "area"
    OTHER = "other"


class Measure(StrEnum):
    """The unit a distance or an area was told in."""

    METRE = "m"
    KILOMETRE = "km"
    MILE = "mi"
    SQUARE_METRE = "m²"
    HECTARE = "ha"
    SQUARE_KILOMETRE = "km²"
    SQUARE_MILE = "mi²"


class Fit(StrEnum):
    """How a claim fits a hypothesis: the five steps of Heuer's analysis (1999, chapter 8)."""

    VERY_CONSISTENT = "CC"
    CONSISTENT = "C"
    NEUTRAL = "N"
    """It does not tell for or against."""
    INCONSISTENT = "I"
    VERY_INCONSISTENT = "II"


class GapStatus(StrEnum):
    """Whether what is missing still is."""

    OPEN = "open"
    ANSWERED = "answered"
    DROPPED = "dropped"


class Confidence(StrEnum):
    """How sound the basis of an assessment is; never in one sentence with a likelihood."""

    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class DiffersOn(StrEnum):
    """What two claims clash about."""

    ENTRY = "entry"
    OUTCOME = "outcome"
    LOSSES = "losses"
    TIME = "time"
    PLACE = "place"


class DisputeStatus(StrEnum):
    """Whether a dispute still stands."""

    OPEN = "open"
    RECONCILED = "reconciled"
    SETTLED = "settled"


class ChangeKind(StrEnum):
    """Why a change-set was written."""

    DO = "do"
    FOLLOW = "follow"
    """The program finishing what an earlier change-set (`of`) began: undone together with it."""
    UNDO = "undo"
    REDO = "redo"
    REVERT = "revert"
