"""Write files atomically: into a temporary folder first, then into their place when all of them are on the disk."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path


def write_atomically(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made where it does not exist. A file that is replaced keeps its permissions.

    Where one of them cannot be written, all that was there stays as it was, and nothing is added.

    Parameters
    ----------
    folder : path
    files : mapping
        the contents by the names of the files.

    Raises
    ------
    OSError
        where the disk is full or the folder may not be written.
    """
    created_folders = [path for path in (folder, *folder.parents) if not path.exists()]
    temporary_folder = None
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary_folder = Path(tempfile.mkdtemp(prefix=".writing-", dir=folder))
        for name, content in files.items():
            with (temporary_folder / name).open("wb") as handle:
                handle.write(content)
                handle.flush()
                os.fsync(handle.fileno())
            if (folder / name).is_file():
                shutil.copymode(folder / name, temporary_folder / name)
        for name in files:
            if (folder / name).is_dir():  # found out before the first file is put in its place
                raise IsADirectoryError(21, "a folder has the name of a file", str(folder / name))
        for name in files:
            (temporary_folder / name).replace(folder / name)
    except BaseException:
        if temporary_folder is not None:
            shutil.rmtree(temporary_folder, ignore_errors=True)
        for path in created_folders:
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        raise
    temporary_folder.rmdir()
