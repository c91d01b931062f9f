"""Write files atomically: first into a temporary folder, then into place when all of them are on the disk."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory


def write_atomically(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, which is created if it does not exist. A replaced file keeps its permissions.

    If a file cannot be written, existing files stay unchanged, and nothing is added.

    Parameters
    ----------
    folder : path
        the folder to write into.
    files : mapping
        the contents by file name.

    Raises
    ------
    OSError
        if the disk is full or the folder is not writable.
    IsADirectoryError
        if a folder has the name of one of the files.
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
                if (folder / name).is_dir():  # checked before the first file is put into place
                    raise IsADirectoryError(21, "there is a folder with the name of the file", str(folder / name))
            for name in files:
                Path(temporary_folder, name).replace(folder / name)
    except BaseException:
        for path in created_folders:
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()
        raise
