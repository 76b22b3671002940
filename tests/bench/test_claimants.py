import pytest

from bench.claimants import Attributed, known
from bench.reading import FOLDERS


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


def test_every_sample_is_labelled_as_it_is_now():
    assert known(FOLDERS[0]) == sorted(FOLDERS[0].glob("*.txt"))
