"""docs/asvs.md has every requirement of levels 1 and 2 once, and names only what is there."""

import re
from collections import Counter

from config.environment import ROOT

PAGE = (ROOT / "docs" / "asvs.md").read_text()
ROWS = [
    [cell.strip() for cell in line.split("|")[1:-1]] for line in PAGE.splitlines() if line.startswith("| V")
]
STANDINGS = ["held", "part", "gap", "operator", "n/a"]
# How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; those of level 3 stand behind them.
SECTIONS = """
1.1:2 1.2:9 1.3:11 1.4:3 1.5:2 2.1:3 2.2:3 2.3:4 2.4:1 3.2:2 3.3:4 3.4:6 3.5:5 3.7:2 4.1:3 4.2:1 4.3:2
4.4:4 5.1:1 5.2:3 5.3:2 5.4:3 6.1:3 6.2:12 6.3:4 6.4:4 6.5:5 6.6:3 6.8:4 7.1:3 7.2:4 7.3:2 7.4:5 7.5:2
7.6:2 8.1:2 8.2:3 8.3:1 8.4:1 9.1:3 9.2:4 10.1:2 10.2:2 10.3:4 10.4:11 10.5:5 10.6:2 10.7:3 11.1:2 11.2:3
11.3:3 11.4:4 11.5:1 11.6:1 12.1:3 12.2:2 12.3:4 13.1:1 13.2:5 13.3:2 13.4:5 14.1:2 14.2:4 14.3:3 15.1:3
15.2:3 15.3:7 16.1:1 16.2:5 16.3:4 16.4:3 16.5:3 17.1:1 17.2:4 17.3:2
"""


def test_every_requirement_is_there_in_order():
    counts = [section.split(":") for section in SECTIONS.split()]

    assert [row[0] for row in ROWS] == [
        f"V{section}.{number}" for section, count in counts for number in range(1, int(count) + 1)
    ]


def test_the_summary_counts_the_rows():
    counts = Counter(row[3] for row in ROWS)

    assert counts.keys() == {*STANDINGS}
    assert f"Of {len(ROWS)} requirements: {', '.join(f'{counts[one]} {one}' for one in STANDINGS)}." in PAGE


def test_every_row_says_how_it_stands():
    assert [row[0] for row in ROWS if row[1] not in ("1", "2") or not row[2] or not row[4]] == []


def test_every_test_and_file_that_is_named_is_there():
    tests = {tuple(name.split("::")) for row in ROWS for name in re.findall(r"[\w/]+\.py::\w+", row[5])}
    files = {path for row in ROWS for path in re.findall(r"`([\w./-]+/[\w.-]+\.(?:py|tsx?))`", row[4])}

    assert {
        name for file, name in tests if f"def {name}(" not in (ROOT / "tests" / file).read_text()
    } == set()
    assert {file for file in files if not (ROOT / file).is_file()} == set()
