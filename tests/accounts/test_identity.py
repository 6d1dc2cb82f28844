"""The one written form of IDs, addresses, numbers and names."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from accounts import identity
from accounts.ages import age_on, is_plausible


@pytest.mark.parametrize(
    "typed, kept",
    [
        ("858523627", "858523627"),
        (" a12-345 678 ", "A12345678"),
        ("AB–12−345", "AB12345"),
        ("abcde", "ABCDE"),
        ("123456789012", "123456789012"),
    ],
)
def test_a_national_id_is_kept_bare_and_in_upper_case(typed, kept):
    assert identity.national_id(typed) == kept


@pytest.mark.parametrize(
    "typed", ["", "1234", "1-2-3-4", "1234567890123", "12345_", "١٢٣٤٥", "straße", "12.345"]
)
def test_what_is_no_national_id_is_refused(typed):
    with pytest.raises(ValidationError, match="5 to 12 letters or digits"):
        identity.national_id(typed)


@pytest.mark.parametrize(
    "typed, kept",
    [
        ("0712 345 678", "254712345678"),
        ("712345678", "254712345678"),
        ("254712345678", "254712345678"),
        ("+254 (712) 345-678", "254712345678"),
        ("2547858523627", "2547858523627"),
        ("442079460958", "442079460958"),
        ("44 20 7946 0958", "442079460958"),
        ("+1 415 555 2671", "14155552671"),
        ("020 2222222", "254202222222"),
        ("12345678", "25412345678"),
    ],
)
def test_a_phone_number_is_kept_in_international_digits(typed, kept):
    assert identity.phone_number(typed, "KE") == kept


def test_a_local_number_takes_the_clinics_country():
    assert identity.phone_number("020 7946 0958", "GB") == "442079460958"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "12",
        "+",
        "0712345678 ext 5",
        "0712345678#5",
        "1-800-FLOWERS",
        "tel:0712345678",
        "9" * 20,
        "++254712345678",
    ],
)
def test_what_is_no_phone_number_is_refused(typed):
    with pytest.raises(ValidationError, match="Write a phone number"):
        identity.phone_number(typed, "KE")


def test_an_email_address_is_kept_in_lower_case():
    assert identity.email(" Margarita11@Example.COM ") == "margarita11@example.com"


@pytest.mark.parametrize(
    "typed", ["", "margarita", "a@b", "a b@example.com", f"{'a' * 64}@{'b.' * 100}example.com"]
)
def test_what_is_no_email_address_is_refused(typed):
    with pytest.raises(ValidationError):
        identity.email(typed)


def test_a_name_keeps_its_case_and_loses_its_double_spaces():
    assert identity.full_name("  ngũgĩ   wa  Thiong'o ") == "ngũgĩ wa Thiong'o"


@pytest.mark.parametrize("typed", ["", "A", " A ", "a" * 101, "Ann\x00a", "Ann\u202ea"])
def test_what_is_no_name_is_refused(typed):
    with pytest.raises(ValidationError, match="2 to 100"):
        identity.full_name(typed)


@pytest.mark.parametrize(
    "born, today, age",
    [
        (date(2002, 3, 9), date(2026, 3, 8), 23),
        (date(2002, 3, 9), date(2026, 3, 9), 24),
        (date(2004, 2, 29), date(2026, 2, 28), 21),
        (date(2004, 2, 29), date(2026, 3, 1), 22),
        (date(2026, 3, 9), date(2026, 3, 9), 0),
    ],
)
def test_an_age_is_counted_in_whole_years(born, today, age):
    assert age_on(born, today) == age


@pytest.mark.parametrize(
    "born, plausible",
    [
        (date(2028, 2, 29), True),
        (date(2028, 3, 1), False),
        (date(1898, 3, 1), True),
        (date(1898, 2, 28), False),
    ],
)
def test_a_birth_is_plausible_for_130_years(born, plausible):
    assert is_plausible(born, date(2028, 2, 29)) is plausible
