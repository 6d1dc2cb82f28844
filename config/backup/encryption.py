"""Encryption of a backup: scrypt makes a key of the passphrase, ChaCha20-Poly1305 seals piece after piece.

Each piece is sealed with its number and whether it is the last, so that none can be changed, exchanged or
left out (the STREAM construction of Hoang, Reyhanitabar, Rogaway and Vizár, 2015).
"""

from __future__ import annotations

import io
import os
from typing import IO, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from config.backup import Unusable
from config.backup.form import DAMAGED

MARK = b"clinic backup, encrypted, form 1\n"
SALT = 16
PIECE = 64 * 1024
TAG = 16


def cipher_of(passphrase: str, salt: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(Scrypt(salt=salt, length=32, n=2**17, r=8, p=1).derive(passphrase.encode()))


def nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


class Encrypting(io.RawIOBase):
    """Takes the clear text; `finish` writes the last piece, without which the file is worth nothing."""

    def __init__(self, file: Any, passphrase: str) -> None:
        salt = os.urandom(SALT)
        self._file, self._cipher = file, cipher_of(passphrase, salt)
        self._number, self._waiting = 0, bytearray()
        file.write(MARK + salt)

    def writable(self) -> bool:
        return True

    def write(self, some: Any) -> int:
        self._waiting += some
        while len(self._waiting) > PIECE:
            self._seal(bytes(self._waiting[:PIECE]), last=False)
            del self._waiting[:PIECE]
        return len(some)

    def finish(self) -> None:
        self._seal(bytes(self._waiting), last=True)
        self._waiting.clear()

    def _seal(self, piece: bytes, *, last: bool) -> None:
        self._file.write(self._cipher.encrypt(nonce(self._number, last=last), piece, MARK))
        self._number += 1


class Decrypting(io.RawIOBase):
    """Gives the clear text of a file whose mark has been read already."""

    def __init__(self, file: IO[bytes], passphrase: str) -> None:
        self._file, self._cipher = file, cipher_of(passphrase, file.read(SALT))
        self._number, self._clear = 0, b""
        self._next = file.read(PIECE + TAG)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._clear and self._next:
            self._open()
        some = self._clear[: len(buffer)]
        buffer[: len(some)] = some
        self._clear = self._clear[len(some) :]
        return len(some)

    def _open(self) -> None:
        piece, self._next = self._next, self._file.read(PIECE + TAG)
        try:
            self._clear = self._cipher.decrypt(nonce(self._number, last=not self._next), piece, MARK)
        except InvalidTag as error:
            wrong = "The passphrase is wrong, or the backup is damaged."
            raise Unusable(DAMAGED if self._number else wrong) from error
        self._number += 1
