"""Read a file of a data set safely: only regular files, and only up to a maximum size."""

from __future__ import annotations

import stat
from pathlib import Path

from liaison_atlas.seeds.tables.problems import UnreadableError

MAX_FILE_BYTES = 256 * 1024 * 1024  # bytes


def read_regular_file(path: Path, *, missing_message: str, max_bytes: int = MAX_FILE_BYTES) -> bytes:
    """Read all bytes of a regular file.

    Parameters
    ----------
    path : path
        the file.
    missing_message : str
        the message if there is no such file.
    max_bytes : int
        the maximum size in bytes.

    Returns
    -------
    bytes
        the content, no longer than ``max_bytes``.

    Raises
    ------
    UnreadableError
        if the file cannot be read. This includes devices and pipes, because reading them may never end.
    """
    remedy = "replace it with a readable file"
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            kind = "folder" if stat.S_ISDIR(mode) else "device or pipe"
            raise UnreadableError("unreadable-file", f"it is a {kind}, not a file; {remedy}")
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise UnreadableError("missing-file", missing_message) from None
    except OSError as error:
        raise UnreadableError("unreadable-file", f"{error.strerror}; {remedy}") from None
    if len(content) > max_bytes:
        raise UnreadableError("too-large", f"it is larger than {max_bytes // 1024 // 1024} MiB; split the data set")
    return content


def read_utf8_file(path: Path, *, missing_message: str, max_bytes: int) -> str:
    """Read a regular file as text.

    Returns
    -------
    str
        the text, without a byte order mark.

    Raises
    ------
    UnreadableError
        as in `read_regular_file`, and if the bytes are not UTF-8.
    """
    try:
        return read_regular_file(path, missing_message=missing_message, max_bytes=max_bytes).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = f"byte {error.start + 1} is not UTF-8; save the file as UTF-8"
        raise UnreadableError("encoding", message) from None
