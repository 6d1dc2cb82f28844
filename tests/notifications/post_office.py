"""A small mail server and a small SMS gateway on loopback: they keep what they take, or fail if told to."""

from __future__ import annotations

import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HOST = "127.0.0.1"


class MailServer(socketserver.ThreadingTCPServer):
    """As much of SMTP (RFC 5321) as a client needs. `refusal`, if there is one, answers each recipient."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port: int = 0) -> None:
        super().__init__((HOST, port), _Conversation)
        self.taken: list[bytes] = []
        self.greeted = 0
        self.refusal = ""

    @property
    def port(self) -> int:
        return self.server_address[1]

    @property
    def mails(self) -> list[EmailMessage]:
        return [message_from_bytes(content, policy=policy.default) for content in self.taken]

    @property
    def options(self) -> dict[str, Any]:
        """Of Django's SMTP backend."""
        return {"host": HOST, "port": self.port, "timeout": 5}


class _Conversation(socketserver.StreamRequestHandler):
    server: MailServer

    def handle(self) -> None:
        self.server.greeted += 1
        self.say("220 sink")
        while line := self.rfile.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                self.take()
            elif verb == b"RCPT" and self.server.refusal:
                self.say(self.server.refusal)
            elif verb == b"QUIT":
                return self.say("221 bye")
            else:
                self.say("250 ok")
        return None

    def take(self) -> None:
        self.say("354 go on")
        lines = iter(self.rfile.readline, b"")
        content = b"".join(line.removeprefix(b".") for line in iter(lines.__next__, b".\r\n"))
        self.server.taken.append(content)
        self.say("250 taken")

    def say(self, words: str) -> None:
        self.wfile.write(f"{words}\r\n".encode())


class Gateway(ThreadingHTTPServer):
    """Where apprise's json:// posts to. `status` is the answer."""

    def __init__(self) -> None:
        super().__init__((HOST, 0), _Post)
        self.taken: list[tuple[str, str]] = []
        self.status = 200

    @property
    def url(self) -> str:
        return f"json://{HOST}:{self.server_address[1]}/sms/{{to}}"


class _Post(BaseHTTPRequestHandler):
    server: Gateway

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if self.server.status < 300:
            self.server.taken.append((self.path, body["message"]))
        self.send_response(self.server.status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Nobody reads it."""


@contextmanager
def serving[Server: socketserver.BaseServer](server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
