"""A window that gives away what it is told to, to whoever the mouse drags it to.

Its arguments are a media type and a file with the bytes of it, in turns; a file alone, after
`file`, is given as a file manager gives it.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QApplication, QLabel

SIZE = (150, 60)


class Source(QLabel):
    def __init__(self, offers):
        super().__init__("drag me")
        self._offers = offers
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedSize(*SIZE)

    def mouseMoveEvent(self, event):
        if event.buttons() & Qt.MouseButton.LeftButton:
            drag = QDrag(self)
            drag.setMimeData(mime_of(self._offers))
            say("dragging")
            drag.destroyed.connect(lambda: say("finished"))  # which is when all has been fetched
            taken = drag.exec(Qt.DropAction.CopyAction | Qt.DropAction.MoveAction)
            say(taken.name)


def say(word):
    print(word, flush=True)  # noqa: T201  the test waits for it


def mime_of(offers):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(path) for kind, path in offers if kind == "file"])
    for kind, path in offers:
        if kind != "file":
            mime.setData(kind, Path(path).read_bytes())
    return mime


def main():
    given = sys.argv[1:]
    app = QApplication(sys.argv[:1])
    source = Source(list(zip(given[::2], given[1::2], strict=True)))
    source.show()
    return app.exec()


sys.exit(main())
