import pytest

from claims.anchoring.spelling import is_slip


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("repaired", "repiared", True),
        ("repaired", "repaird", True),
        ("repaired", "repairred", True),
        ("increased", "icnreased", True),
        ("repaired", "prepaired", False),
        ("roof", "rofo", False),
        ("three", "there", False),
        ("lower", "lowest", False),
        ("Brandt", "Bradnt", False),
        ("repaired", "repaired", False),
        ("harbour", "harvour", False),
        ("months", "moths", False),
        ("minister", "minster", False),
        ("chiefs", "chefs", False),
    ],
)
def test_a_slip_is_one_letter_that_makes_no_other_word(one, other, wanted):
    assert is_slip(one, other) is wanted
    assert is_slip(other, one) is wanted
