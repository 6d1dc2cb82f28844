import pytest

# They assert for a test, and a failure should show the two sides as it does in one.
pytest.register_assert_rewrite("tests.appointments.side_by_side", "tests.appointments.visits_side_by_side")
