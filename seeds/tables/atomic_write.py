"""Write files atomically: into a temporary folder first, then into their place when all of them are on the disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory


def write_atomically(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is made where it does not exist. A file that is replaced keeps its permissions.

    Where one of them cannot be written, all that was there stays as it was, and nothing is added.

    Parameters
    ----------
    folder : path
        where they go.
    files : mapping
        the contents by the names of the files.

    Raises
    ------
    OSError
        where the disk is full or the folder may not be written.
    IsADirectoryError
        where a folder has the name of one of the files.
    """
    created_folders = [path for path in (folder, *folder.parents) if not path.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".writing-", dir=folder, ignore_cleanup_errors=True) as temporary_folder:
            for name, content in files.items():
                with Path(temporary_folder, name).open("wb") as handle:
                    handle.write(content)
                    handle.flush()
                    os.fsync(handle.fileno())
                if (folder / name).is_file():
                    shutil.copymode(folder / name, Path(temporary_folder, name))
            for name in files:
                if (folder / name).is_dir():  # found out before the first file is put in its place
                    raise IsADirectoryError(21, "there is a folder with the name of the file", str(folder / name))
            for name in files:
                Path(temporary_folder, name).replace(folder / name)
    except BaseException:
        for path in created_folders:
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        raise
