import pytest

from bench.worthiness import FOLDS, auc, average_precision, f1, folds, line, macro_f1
from claims.extraction.training.examples import Example

WANTED = [True, False, True, False]


def test_f1_of_one_and_of_both_classes():
    assert f1(WANTED, [True, True, False, False]) == 0.5
    assert macro_f1(WANTED, WANTED) == 1
    assert f1([False], [False]) == 0


def test_average_precision_follows_the_ranking():
    assert average_precision(WANTED, [0.9, 0.8, 0.7, 0.1]) == pytest.approx((1 + 2 / 3) / 2)


def test_a_tie_counts_half():
    assert auc(WANTED, [0.9, 0.1, 0.9, 0.1]) == 1
    assert auc(WANTED, [0.5] * 4) == 0.5
    assert auc(WANTED, [0.1, 0.9, 0.2, 0.8]) == 0


def test_a_row_has_both_shares():
    assert line("set", WANTED, [0.9, 0.8, 0.7, 0.1]) == [
        "set", "4", "0.800", "0.733", "0.833", "0.750", "0.500", "0.750",
    ]  # fmt: skip


def test_groups_are_dealt_out_in_order_and_never_parted():
    groups = ["2000", "1960", "2000", "1988", "2020", "1976"]

    assert FOLDS == 4
    assert folds([Example("A.", 0, 1.0, group) for group in groups]) == [3, 0, 3, 2, 0, 1]
