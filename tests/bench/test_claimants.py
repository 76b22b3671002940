import pytest

from bench.claimants import Attributed


@pytest.mark.parametrize(
    ("labelled", "found", "right"),
    [
        ("Jane Doe", "Jane Doe", True),
        ("Officials", "officials", True),
        ("general", "general and officers", True),
        ("Jane Doe", "Doe", False),
        ("Jane Doe", "", False),
    ],
)
def test_what_is_right(labelled, found, right):
    assert Attributed("", labelled, found).is_right is right
