"""The bytes of a file of a data set, where it is one that can be read."""

from __future__ import annotations

import stat
from pathlib import Path

MAX_FILE_BYTES = 256 * 1024 * 1024  # bytes


class UnreadableError(Exception):
    """A file that is not there, is no file, or is too large; ``code`` and text are those of its problem."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def read_regular_file(path: Path, *, missing_message: str, max_bytes: int = MAX_FILE_BYTES) -> bytes:
    """Read all bytes of a regular file.

    Parameters
    ----------
    path : path
    missing_message : str
        what to say where there is no such file.
    max_bytes : int
        in bytes.

    Raises
    ------
    UnreadableError
        also where a device or a pipe has the name of the file: to read one may never end.
    """
    try:
        file_status = path.stat()
        if stat.S_ISDIR(file_status.st_mode):
            raise UnreadableError("unreadable-file", "it is a folder; it must be a file that can be read")
        if not stat.S_ISREG(file_status.st_mode):
            raise UnreadableError("unreadable-file", "it is a device or a pipe; it must be a file that can be read")
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise UnreadableError("missing-file", missing_message) from None
    except OSError as error:
        raise UnreadableError("unreadable-file", f"{error.strerror}; it must be a file that can be read") from None
    if len(content) > max_bytes:
        raise UnreadableError("too-large", f"it is larger than {max_bytes // 1024 // 1024} MiB; split the data set")
    return content
