"""A clinic in one file, and back.

The file is gzipped text: what it holds (JSON), each table in PostgreSQL's COPY format, how many rows each
has and their SHA-256 (JSON), and at last the SHA-256 of everything before. It may be encrypted as a whole.
"""


class Unusable(Exception):
    """This backup, or this database, will not do; the sentence says why."""
