"""The least a Qt program can do: one empty window."""

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.resize(1440, 900)
    window.show()
    sys.exit(application.exec())
