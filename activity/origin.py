"""Where the act that is under way came from: set once at the edge, read when the log is written."""

from contextvars import ContextVar

address: ContextVar[str | None] = ContextVar("address", default=None)
request_id: ContextVar[str] = ContextVar("request_id", default="-")
