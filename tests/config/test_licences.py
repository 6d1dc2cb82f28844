"""No package comes in whose licence nobody has looked at."""

import pytest

from tests.licences import PAGE, is_allowed, lists, page


def test_the_page_lists_every_package_with_its_licence():
    assert PAGE.read_text() == page(), "make licences"


def test_every_licence_is_one_that_is_allowed():
    packages = set().union(*lists().values())

    assert [package for package in packages if not is_allowed(package.licence)] == []


@pytest.mark.parametrize(
    "licence, allowed",
    [
        ("MIT", True),
        ("Apache-2.0 OR BSD-2-Clause", True),
        ("(BSD-3-Clause OR GPL-2.0)", True),
        ("MIT AND PSF-2.0", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-2.0-or-later", False),
        ("AGPL-3.0-only", False),
        ("unknown", False),
        ("", False),
    ],
)
def test_one_alternative_has_to_be_allowed_in_all_its_parts(licence, allowed):
    assert is_allowed(licence) is allowed
