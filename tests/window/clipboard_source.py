"""A program that has put words on the clipboard, and gives them to whoever asks while it runs."""

import sys

from PySide6.QtGui import QGuiApplication


def main():
    app = QGuiApplication(sys.argv[:1])
    QGuiApplication.clipboard().setText(sys.argv[1])
    print("copied", flush=True)  # noqa: T201  the test waits for it
    return app.exec()


sys.exit(main())
