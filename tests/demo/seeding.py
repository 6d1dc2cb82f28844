"""The command, run as at a terminal."""

from datetime import UTC, datetime
from io import StringIO

from django.core.management import call_command

# 11:10 in Nairobi on a Wednesday.
MORNING = datetime(2026, 12, 2, 8, 10, tzinfo=UTC)


def seed():
    """What it wrote to stdout, and to stderr."""
    out, err = StringIO(), StringIO()
    call_command("seed_demo", stdout=out, stderr=err)
    return out.getvalue(), err.getvalue()
