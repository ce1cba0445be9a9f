"""From a dossier to a PDF someone can stand behind."""
