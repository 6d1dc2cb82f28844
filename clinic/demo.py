"""Who may sign in to the demo clinic, no secret: `seed_demo` makes them, `make run` tells them."""

PASSWORD = "mara-clinic-demo"  # noqa: S105 - the demo clinic holds nobody's data
LOGINS = {"admin": "10000001", "doctor": "20000001", "patient": "30000001"}


def told() -> str:
    """The logins as lines for a terminal."""
    return "\n".join(f"  {role:8} {national_id}  {PASSWORD}" for role, national_id in LOGINS.items())
