import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.charts import HEIGHT, WIDTH, columns, curve, shares, top_of

NUMBERS = st.lists(st.integers(0, 10**7), max_size=120)


@pytest.mark.parametrize(
    ("highest", "top"),
    [(0, 2), (1, 2), (2, 2), (3, 4), (9, 10), (11, 20), (41, 60), (100, 100), (1_001, 2_000)],
)
def test_a_scale_ends_at_a_round_even_number(highest, top):
    assert top_of(highest) == top


def test_columns_stand_on_the_ground_side_by_side():
    plot = columns([2, 0, 4])

    assert (plot.top, plot.middle) == (4, 2)
    assert [bar.height for bar in plot.bars] == [50, 0, 100]
    assert [bar.y for bar in plot.bars] == [50, 100, 0]
    assert plot.bars[0].x + plot.bars[0].width < plot.bars[1].x


def test_a_line_goes_from_edge_to_edge():
    plot = curve([0, 10, 5])

    assert plot.line == "0,100 500,0 1000,50"
    assert plot.area == "0,100 0,100 500,0 1000,50 1000,100"


def test_one_number_alone_is_a_level_line():
    assert curve([5]).line == "0,16.67 1000,16.67"


def test_of_nothing_there_is_an_empty_plot():
    assert columns([]).bars == []
    assert curve([]).line == curve([]).area == ""
    assert shares([]) == []


def test_bars_of_a_table_are_measured_by_the_longest():
    assert shares([5, 20, 0]) == [25, 100, 0]
    assert shares([0, 0]) == [0, 0]


@given(NUMBERS)
def test_nothing_leaves_the_plot(numbers):
    for bar in columns(numbers).bars:
        assert bar.x >= 0
        assert bar.x + bar.width <= WIDTH
        assert bar.y >= 0
        assert bar.y + bar.height <= HEIGHT + 0.02
    for point in curve(numbers).line.split():
        x, y = map(float, point.split(","))
        assert 0 <= x <= WIDTH
        assert 0 <= y <= HEIGHT
