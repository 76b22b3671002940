import json
from itertools import islice

import pytest

from bench.worthiness import (
    FOLDS,
    READING,
    auc,
    average_precision,
    f1,
    folds,
    line,
    macro_f1,
    never_trained_on,
)
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


def test_one_set_is_judged_by_its_labels_and_by_our_own_reading(tmp_path):
    read = json.loads(READING.read_text())
    rows = [
        (read["check_worthy"][0], "The bridge fell in 2019.", "SUBJ"),
        (read["not"][0], "Who knows?", "SUBJ"),
        ("unread", "Rain fell.", "OBJ"),
    ]
    (tmp_path / "subj_news").mkdir()
    (tmp_path / "subj_news" / "dev.tsv").write_text(
        "".join("\t".join(row) + "\n" for row in [("id", "text", "label"), *rows])
    )

    labels, reading = islice(never_trained_on(tmp_path), 2)

    assert set(read["check_worthy"]).isdisjoint(read["not"])
    assert [labels[1], labels[6]] == ["3", "0.333"]
    assert [reading[1], reading[3], reading[6]] == ["2", "1.000", "0.500"]


def test_groups_are_dealt_out_in_order_and_never_parted():
    groups = ["2000", "1960", "2000", "1988", "2020", "1976"]

    assert FOLDS == 4
    assert folds([Example("A.", 0, 1.0, group) for group in groups]) == [3, 0, 3, 2, 0, 1]
