"""The library on disk: database, journal, migrations, files by hash, search."""
