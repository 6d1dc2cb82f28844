"""`make audit` says what is known, and never calls clean what nobody answered for."""

import pytest

from tests.audit import KNOWN, NONE_KNOWN, UNANSWERED, of_node, of_python

CLEAN = {"name": "pyjwt", "version": "2.15.1", "vulns": []}
WEAK = {"name": "django", "version": "6.1.3", "vulns": [{"id": "PYSEC-2027-1", "fix_versions": ["6.1.4"]}]}
SKIPPED = {
    "name": "pyotp",
    "skip_reason": "Dependency not found on PyPI and could not be audited: pyotp (2.12.1)",
}
REFUSED = {"message": "405 Method Not Allowed - POST advisories/bulk", "statusCode": 405}


@pytest.mark.parametrize(
    "packages, code, lines",
    [
        ([CLEAN], NONE_KNOWN, ["No weakness is known."]),
        ([CLEAN, WEAK], KNOWN, ["django 6.1.3: PYSEC-2027-1, mended in ['6.1.4']"]),
        ([CLEAN, SKIPPED], UNANSWERED, ["The service does not answer for 1 of 2 packages."]),
        (
            [SKIPPED, WEAK],
            KNOWN,
            [
                "django 6.1.3: PYSEC-2027-1, mended in ['6.1.4']",
                "The service does not answer for 1 of 2 packages.",
            ],
        ),
    ],
)
def test_python(packages, code, lines):
    assert of_python({"dependencies": packages, "fixes": []}) == (code, lines)


def test_python_without_an_answer():
    assert of_python(None) == (UNANSWERED, ["The service does not answer."])


@pytest.mark.parametrize(
    "answer, code, line",
    [
        ({"vulnerabilities": {}}, NONE_KNOWN, "No weakness is known."),
        (
            {"vulnerabilities": {"react": {"name": "react", "range": "<19.3.2", "severity": "high"}}},
            KNOWN,
            "react <19.3.2: high",
        ),
        (REFUSED, UNANSWERED, "The registry does not answer this question: 405 Method Not Allowed."),
        (None, UNANSWERED, "The registry does not answer this question: no answer."),
    ],
)
def test_node(answer, code, line):
    assert of_node(answer) == (code, [line])
