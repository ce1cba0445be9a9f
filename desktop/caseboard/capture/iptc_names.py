"""The datasets of IPTC-IIM 4.2 by record and number, and their closed sets, in words."""

NAMES = {
    (1, 0): "Envelope version", (1, 5): "Destination", (1, 20): "File format",
    (1, 22): "File format version", (1, 30): "Service identifier", (1, 40): "Envelope number",
    (1, 50): "Product identifier", (1, 60): "Envelope priority", (1, 70): "Date sent",
    (1, 80): "Time sent", (1, 90): "Character set", (1, 100): "Unique object name",
    (1, 120): "ARM identifier", (1, 122): "ARM version",
    (2, 0): "Record version", (2, 3): "Object type", (2, 4): "Object attribute", (2, 5): "Title",
    (2, 7): "Edit status", (2, 8): "Editorial update", (2, 10): "Urgency",
    (2, 12): "Subject reference", (2, 15): "Category", (2, 20): "Supplemental categories",
    (2, 22): "Fixture identifier", (2, 25): "Keywords", (2, 26): "Content location code",
    (2, 27): "Content location name", (2, 30): "Release date", (2, 35): "Release time",
    (2, 37): "Expiration date", (2, 38): "Expiration time", (2, 40): "Instructions",
    (2, 42): "Action advised", (2, 45): "Reference service", (2, 47): "Reference date",
    (2, 50): "Reference number", (2, 55): "Date created", (2, 60): "Time created",
    (2, 62): "Digital creation date", (2, 63): "Digital creation time", (2, 65): "Program",
    (2, 70): "Program version", (2, 75): "Object cycle", (2, 80): "Byline",
    (2, 85): "Byline title", (2, 90): "City", (2, 92): "Sublocation", (2, 95): "State",
    (2, 100): "Country code", (2, 101): "Country", (2, 103): "Transmission reference",
    (2, 105): "Headline", (2, 110): "Credit", (2, 115): "Source", (2, 116): "Copyright",
    (2, 118): "Contact", (2, 120): "Caption", (2, 121): "Local caption",
    (2, 122): "Caption writer", (2, 125): "Rasterized caption", (2, 130): "Image type",
    (2, 131): "Image orientation", (2, 135): "Language", (2, 150): "Audio type",
    (2, 151): "Audio sampling rate", (2, 152): "Audio sampling resolution",
    (2, 153): "Audio duration", (2, 154): "Audio outcue", (2, 184): "Job identifier",
    (2, 185): "Master document", (2, 186): "Short document", (2, 187): "Unique document",
    (2, 188): "Owner", (2, 200): "Preview format", (2, 201): "Preview format version",
    (2, 202): "Preview", (2, 221): "Prefs", (2, 225): "Classify state",
    (2, 228): "Similarity index", (2, 230): "Document notes", (2, 231): "Document history",
    (2, 232): "EXIF camera information", (2, 255): "Catalogue sets",
    (7, 10): "Size mode", (7, 20): "Maximum subfile size", (7, 90): "Object size announced",
    (7, 95): "Maximum object size", (8, 10): "Subfile", (9, 10): "Object size",
}  # fmt: skip
NUMBERS = {(1, 0), (1, 20), (1, 22), (1, 120), (1, 122), (2, 0), (2, 200), (2, 201), (3, 0),
           (7, 20), (7, 90), (7, 95), (9, 10)}  # fmt: skip
"""Datasets that hold a binary number."""
BINARY = {(2, 125), (2, 202), (8, 10)}
"""Datasets of which only the size is told."""
DATES = {(1, 70), (2, 30), (2, 37), (2, 47), (2, 55), (2, 62)}
TIMES = {(1, 80), (2, 35), (2, 38), (2, 60), (2, 63)}
TERMS = {
    (2, 10): {"0": "0", "1": "1, most urgent", "5": "5, normal", "8": "8, least urgent"},
    (2, 42): {"01": "kill the object", "02": "replace the object", "03": "append to the object",
              "04": "refer to the object"},
    (2, 75): {"a": "morning", "p": "evening", "b": "morning and evening"},
    (2, 131): {"P": "portrait", "L": "landscape", "S": "square"},
}  # fmt: skip
