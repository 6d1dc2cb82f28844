"""The file of a backup, read as it was written or not at all."""

import gzip
import io

import pytest

from config.backup import Unusable
from config.backup.encryption import MARK, PIECE, SALT, TAG, Decrypting, Encrypting
from config.backup.file import new_file, opened
from config.backup.form import Content, Writing

PASSPHRASE = "correct horse battery staple"
CONTENT = Content(
    version="1.0",
    made_at="2026-11-30T04:00:00+00:00",
    migrations=[["clinic", "0001_initial"]],
    tables={"drug": ["id", "name"], "visit": ["id"]},
)
ROWS = {"drug": [b"1\tpenicillin\n", b"2\t\\\\.\n", b"3\tCOPY visit (id) FROM stdin;\n"], "visit": []}


def write(path, passphrase=""):
    with new_file(path, passphrase) as (stream, _file):
        writing = Writing(stream, CONTENT)
        for name, rows in ROWS.items():
            writing.table(name, CONTENT.tables[name], rows)
        writing.end({"drug_id_seq": 3})
    return path


def read(path, passphrase=""):
    found, asked = {}, []

    def load(name, columns, rows):
        found[name] = list(rows)

    with opened(path, passphrase, asked.append) as backup:
        totals = backup.tables(load)
    assert asked[-1] == path.stat().st_size
    return backup.content, found, totals


@pytest.fixture
def backup(tmp_path):
    return write(tmp_path / "clinic.backup")


@pytest.fixture(scope="module")
def encrypted(tmp_path_factory):
    return write(tmp_path_factory.mktemp("encrypted") / "clinic.backup", PASSPHRASE)


def test_what_is_written_is_read(backup):
    content, found, totals = read(backup)
    assert (content, found) == (CONTENT, ROWS)
    assert totals.rows == 3
    assert totals.sequences == {"drug_id_seq": 3}


def test_a_person_can_read_it_without_us(backup):
    lines = gzip.decompress(backup.read_bytes()).splitlines()
    assert lines[2:7] == [b"COPY drug (id, name) FROM stdin;", *(row[:-1] for row in ROWS["drug"]), b"\\."]


def test_the_same_when_encrypted(encrypted):
    assert read(encrypted, PASSPHRASE)[:2] == (CONTENT, ROWS)
    assert b"penicillin" not in encrypted.read_bytes()


@pytest.mark.parametrize(
    "passphrase,words", [("", "is encrypted"), (PASSPHRASE + "r", "passphrase is wrong")]
)
def test_encrypted_it_opens_with_its_passphrase_alone(encrypted, passphrase, words):
    with pytest.raises(Unusable, match=words):
        read(encrypted, passphrase)


def test_every_changed_byte_is_found(backup, tmp_path):
    """But for those of gzip's own header that say when and on what it was packed."""
    whole = backup.read_bytes()
    for place in range(len(whole)):
        changed = tmp_path / "changed"
        changed.write_bytes(whole[:place] + bytes([whole[place] ^ 0x21]) + whole[place + 1 :])
        try:
            assert read(changed)[:2] == (CONTENT, ROWS)
            assert 3 <= place < 10
        except Unusable:
            continue


def test_every_missing_end_is_found(backup, tmp_path):
    whole = backup.read_bytes()
    for length in range(len(whole)):
        cut = tmp_path / "cut"
        cut.write_bytes(whole[:length])
        with pytest.raises(Unusable):
            read(cut)


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace(b"penicillin", b"penicillan"),
        lambda text: text.replace(b"1\tpenicillin\n", b""),
        lambda text: text.replace(b'"drug_id_seq": 3', b'"drug_id_seq": 4'),
        lambda text: text.replace(b"clinic", b"klinik", 1),
        lambda text: text.replace(b'"version"', b'"versions"'),
        lambda text: text.replace(b"FROM stdin", b"FROM STDIN", 1),
        lambda text: text + b"SELECT 1;\n",
        lambda text: text[:-1],
        lambda text: text[text.index(b"\n") + 1 :],
        lambda text: text[:0],
    ],
)
def test_a_change_that_was_packed_again_is_found_too(backup, tmp_path, change):
    changed = tmp_path / "changed"
    changed.write_bytes(gzip.compress(change(gzip.decompress(backup.read_bytes()))))
    with pytest.raises(Unusable):
        read(changed)


def test_any_other_file_is_no_backup(tmp_path):
    other = tmp_path / "other"
    other.write_text("penicillin")
    with pytest.raises(Unusable, match=r"^The backup is damaged\.$"):
        read(other)
    other.write_bytes(gzip.compress(b"penicillin\n"))
    with pytest.raises(Unusable, match="not a backup of a clinic"):
        read(other)


def sealed(clear):
    file = io.BytesIO()
    encrypting = Encrypting(file, PASSPHRASE)
    encrypting.write(clear)
    encrypting.finish()
    return file.getvalue()


def unsealed(secret):
    file = io.BytesIO(secret)
    file.read(len(MARK))
    return io.BufferedReader(Decrypting(file, PASSPHRASE)).read()


def test_pieces_cannot_be_exchanged_or_left_out():
    clear = bytes(range(256)) * (PIECE * 5 // 2 // 256)
    secret = sealed(clear)
    assert unsealed(secret) == clear

    begin, piece = len(MARK) + SALT, PIECE + TAG
    head, *pieces, last = (
        secret[:begin],
        secret[begin : begin + piece],
        secret[begin + piece : begin + 2 * piece],
        (secret[begin + 2 * piece :]),
    )
    for other in ([pieces[1], pieces[0], last], [pieces[0], last], [*pieces], [*pieces, pieces[1], last]):
        with pytest.raises(Unusable):
            unsealed(head + b"".join(other))


@pytest.mark.parametrize("length", [0, 1, PIECE - 1, PIECE, PIECE + 1, 2 * PIECE])
def test_any_length_can_be_encrypted(length):
    assert unsealed(sealed(b"x" * length)) == b"x" * length
