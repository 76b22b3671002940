import pytest

from bench.tables import ms, quantile, show


def test_figures_stand_to_the_right_and_words_to_the_left(capsys):
    show("Speed", ("", "rows/s"), [("csv", "7,815"), ("a long name", "12")])

    assert capsys.readouterr().out.splitlines() == [
        "",
        "Speed",
        "",
        "             rows/s",
        "-----------  ------",
        "csv           7,815",
        "a long name      12",
    ]


@pytest.mark.parametrize(("share", "value"), [(0, 1), (0.5, 3), (0.95, 5), (1, 5)])
def test_a_quantile_is_one_of_the_values(share, value):
    assert quantile([5, 1, 4, 2, 3], share) == value


def test_seconds_are_shown_in_milliseconds():
    assert ms(0.01234) == "12.3 ms"
