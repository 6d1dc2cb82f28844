"""Where the act that is under way came from: set once at the edge, read when the log is written."""

from contextvars import ContextVar

address: ContextVar[str | None] = ContextVar("address", default=None)
request_id: ContextVar[str | None] = ContextVar("request_id", default=None)
# What the request has written into the log so far; for the server's own log.
acts: ContextVar[list[str] | None] = ContextVar("acts", default=None)


def note(action: str) -> None:
    if (noted := acts.get()) is not None:
        noted.append(action)
