"""Qt's own words in the user's language: the menus of fields, file dialogs, sizes of files."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from caseboard.i18n import LANGUAGES


def speak(app: QCoreApplication, language: str) -> None:
    """Let Qt speak `language` as `i18n.use` does: English where it is unknown.

    Numbers are written as the system has it where it speaks that language; regions differ.
    """
    spoken = language if language in LANGUAGES else "en"
    if QLocale.system().language() != QLocale(spoken).language():
        QLocale.setDefault(QLocale(spoken))
    words = QTranslator(app)
    if words.load(f"qtbase_{spoken}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
