from hypothesis import given
from hypothesis import strategies as st

from claims.text.overlaps import touching

SPAN = st.tuples(st.integers(0, 30), st.integers(1, 10)).map(lambda one: (one[0], one[0] + one[1]))


@given(spans=st.lists(SPAN).map(sorted), asked=SPAN)
def test_spans_touch_that_share_a_character(spans, asked):
    shared = any(set(range(*span)) & set(range(*asked)) for span in spans)

    assert touching(spans)(*asked) == shared
