"""Two roles at the database: one owns the tables and changes their shape, the other serves people.

The second may add to the log of what happened, and do nothing else to it: no fault of the application, and
nobody who got into it, can put the log's triggers to rest.
"""

from __future__ import annotations

from psycopg import Connection, sql

APPEND_ONLY = ("activity_entry", "activity_seal")
READ_ONLY = ("django_migrations",)

# Whoever belongs to an owner may do all that the owner may, and needs no grants for it.
FITNESS = """
SELECT rolcanlogin,
       (SELECT pg_has_role(role.oid, datdba, 'MEMBER') FROM pg_database WHERE datname = current_database())
       OR (SELECT pg_has_role(role.oid, nspowner, 'MEMBER') FROM pg_namespace
            WHERE nspname = current_schema())
       OR EXISTS (SELECT FROM pg_class WHERE relnamespace = current_schema()::regnamespace
                     AND pg_has_role(role.oid, relowner, 'MEMBER'))
  FROM pg_roles role WHERE rolname = %s
"""
# The log's tables are granted with all others and taken back in the same transaction: nobody sees it between.
GRANTS = """
GRANT CONNECT ON DATABASE {database} TO {role};
REVOKE CREATE ON SCHEMA {schema} FROM PUBLIC, {role};
GRANT USAGE ON SCHEMA {schema} TO {role};
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA {schema} TO {role};
GRANT SELECT, USAGE ON ALL SEQUENCES IN SCHEMA {schema} TO {role};
REVOKE ALL ON {append_only}, {read_only} FROM {role};
GRANT SELECT, INSERT ON {append_only} TO {role};
GRANT SELECT ON {read_only} TO {role};
ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO {role};
ALTER DEFAULT PRIVILEGES IN SCHEMA {schema} GRANT SELECT, USAGE ON SEQUENCES TO {role};
"""


class Unfit(Exception):
    """The role cannot be the one that serves people; the sentence says why."""


def grant(connection: Connection, role: str) -> None:
    """Let the role do what the application does, and no more. The tables are there already."""
    with connection.transaction():
        _require_fit(connection, role)
        row = connection.execute("SELECT current_database(), current_schema()").fetchone()
        assert row is not None
        named = {"database": row[0], "schema": row[1], "role": role}
        parts: dict[str, sql.Composable] = {key: sql.Identifier(name) for key, name in named.items()}
        parts["append_only"] = listed(APPEND_ONLY)
        parts["read_only"] = listed(READ_ONLY)
        connection.execute(sql.SQL(GRANTS).format(**parts))


def _require_fit(connection: Connection, role: str) -> None:
    row = connection.execute(FITNESS, [role]).fetchone()
    if row is None:
        raise Unfit(f"There is no role {role}. Make it first: CREATE ROLE {role} LOGIN PASSWORD '…'.")
    can_log_in, owns = row
    if owns:
        raise Unfit(f"{role} owns the tables, or belongs to a role that does: grants would not bind it.")
    if not can_log_in:
        raise Unfit(f"{role} may not log in.")


def listed(tables: tuple[str, ...]) -> sql.Composable:
    return sql.SQL(", ").join(map(sql.Identifier, tables))
