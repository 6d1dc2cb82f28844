"""Programs that ask and are gone before they are answered."""

import pytest

from tests.trials import raw
from tests.trials.books import assert_books_are_right, stored
from tests.trials.gate import gate_at
from tests.trials.load import Load
from tests.trials.people import fill

GONE = 40  # more than there are threads
PATIENTS = 8
BADLY_FRAMED = (b"zz\r\n{}", b"2\r\n{}{}\r\n0\r\n\r\n", b"-1\r\n{}\r\n")


@pytest.fixture
def crowd(open_live):
    with open_live() as clinic:
        yield fill(clinic, doctors=4, patients=PATIENTS + 1)


def test_gone_in_the_middle_of_a_request(crowd, say):
    """Nothing is booked of what was not asked to its end, and nobody else notices."""
    clinic, token, times = crowd.clinic, crowd.patients[PATIENTS].token, crowd.times(PATIENTS)
    for number in range(GONE):
        whole = raw.request(token, next(times))
        raw.vanish(raw.send(clinic.port, whole[: -1 - number]))
        raw.vanish(raw.send(clinic.port, raw.chunked(token, b'40\r\n{"doctor"')))
    with Load(crowd, patients=PATIENTS) as load:
        load.wait_for(4 * PATIENTS)
    say(f"{2 * GONE} gone in the middle; answers to others: {load.told()}")
    assert load.failed() == []
    assert sorted(load.booked()) == stored(clinic)
    assert_no_error(clinic)


def test_gone_before_the_answer(crowd, say):
    """What was asked to its end is done, once, whole."""
    clinic, times = crowd.clinic, crowd.times(PATIENTS)
    with gate_at("insert", clinic) as gate:
        gate.close()
        last = raw.send(clinic.port, raw.request(crowd.patients[PATIENTS].token, next(times)))
        gate.wait_for_booking()
        raw.vanish(last)
        gate.open()
    with Load(crowd, patients=PATIENTS) as load:
        load.wait_for(4 * PATIENTS)
    left = set(stored(clinic)) - set(load.booked())
    say(f"1 gone while it was booked, {len(left)} booked for it; answers to others: {load.told()}")
    assert load.failed() == []
    assert len(left) == 1
    assert_books_are_right(clinic)
    assert_no_error(clinic)


def test_a_body_that_is_not_framed(crowd, say):
    clinic, token = crowd.clinic, crowd.patients[0].token
    answers = [raw.answer(raw.send(clinic.port, raw.chunked(token, chunks))) for chunks in BADLY_FRAMED]
    say(f"{len(answers)} bodies in chunks that are none: {[answer[9:12].decode() for answer in answers]}")
    for answer in answers:
        assert answer.startswith(b"HTTP/1.1 400 ")
        assert b'"code":"malformed"' in answer
    assert_no_error(clinic)


def assert_no_error(clinic):
    """A client that goes away is no fault of ours, and no reason to wake anybody."""
    log = clinic.log.read_text()
    assert "Traceback" not in log
    assert "ERROR" not in log
