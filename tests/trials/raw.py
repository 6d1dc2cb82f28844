"""Clients that do not do their part: written by hand, byte by byte."""

from __future__ import annotations

import json
import socket
import struct
from typing import Any


def request(token: str, body: Any) -> bytes:
    """A booking as it goes over the wire, on a connection for this alone."""
    content = json.dumps(body).encode()
    return head(token, f"Content-Length: {len(content)}") + content


def chunked(token: str, chunks: bytes) -> bytes:
    return head(token, "Transfer-Encoding: chunked") + chunks


def head(token: str, length: str) -> bytes:
    lines = (
        "POST /api/appointments/ HTTP/1.1",
        "Host: localhost",
        "Connection: close",
        "Content-Type: application/json",
        f"Authorization: Bearer {token}",
        length,
    )
    return "\r\n".join([*lines, "", ""]).encode()


def send(port: int, data: bytes) -> socket.socket:
    connection = socket.create_connection(("127.0.0.1", port), timeout=60)
    connection.sendall(data)
    return connection


def vanish(connection: socket.socket) -> None:
    """Without a farewell: the server finds a connection that was reset."""
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def answer(connection: socket.socket) -> bytes:
    """All that comes until the server closes."""
    with connection:
        return b"".join(iter(lambda: connection.recv(65536), b""))
