"""The file of a backup: it appears whole or not at all, and only its owner may read it."""

from __future__ import annotations

import gzip
import io
import os
import tempfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, cast

from config.backup import Unusable
from config.backup.encryption import MARK, Decrypting, Encrypting
from config.backup.form import DAMAGED, Reading


class Hashed(io.RawIOBase):
    """A file that knows the SHA-256 of what was written to it."""

    def __init__(self, file: Any) -> None:
        self._file, self._hash = file, sha256()

    def writable(self) -> bool:
        return True

    def write(self, some: Any) -> int:
        self._hash.update(some)
        self._file.write(some)
        return len(some)

    def hexdigest(self) -> str:
        return self._hash.hexdigest()


class Watched(io.RawIOBase):
    """A file that tells how much of it was read."""

    def __init__(self, file: IO[bytes], on_the_way: Callable[[int], object]) -> None:
        self._file, self._on_the_way = file, on_the_way

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        some = self._file.read(len(buffer))
        buffer[: len(some)] = some
        self._on_the_way(self._file.tell())
        return len(some)


@contextmanager
def new_file(path: Path, passphrase: str) -> Iterator[tuple[IO[bytes], Hashed]]:
    """Where to write the clear text, and the file; a draft takes its name when all of it is on the disk."""
    if path.exists():
        raise Unusable(f"{path} is there already.")
    with tempfile.NamedTemporaryFile(
        dir=path.parent, prefix=f".{path.name}.", delete_on_close=False
    ) as draft:
        file = Hashed(draft)
        with ExitStack() as last_words:
            sink: Any = file
            if passphrase:
                sink = Encrypting(file, passphrase)
                last_words.callback(sink.finish)
            stream = last_words.enter_context(gzip.GzipFile(fileobj=sink, mode="wb", mtime=0))
            yield cast("IO[bytes]", stream), file
        draft.flush()
        os.fsync(draft.fileno())
        draft.close()
        Path(draft.name).rename(path)
        sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """So that the new name outlives a power cut, too."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def opened(path: Path, passphrase: str, on_the_way: Callable[[int], object]) -> Iterator[Reading]:
    """A backup, to be read once. What does not fit together in it is `Unusable`."""
    try:
        with path.open("rb") as file, clear_text(file, passphrase, on_the_way) as stream:
            yield Reading(stream)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise Unusable(DAMAGED) from error


@contextmanager
def clear_text(file: IO[bytes], passphrase: str, on_the_way: Callable[[int], object]) -> Iterator[IO[bytes]]:
    watched: Any = io.BufferedReader(Watched(file, on_the_way))
    if watched.peek(len(MARK)).startswith(MARK):
        if not passphrase:
            raise Unusable("The backup is encrypted; --passphrase-env names the variable that opens it.")
        watched.read(len(MARK))
        watched = io.BufferedReader(Decrypting(watched, passphrase))
    with gzip.GzipFile(fileobj=watched, mode="rb") as stream:
        yield cast("IO[bytes]", stream)
