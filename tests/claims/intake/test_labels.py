import pytest

from claims.intake.labels import LABEL, OVER_POINTS


@pytest.mark.parametrize("words", ["Share by mail", "Leave a reply", "Key takeaways", "Tumblr"])
def test_a_label_is_the_whole_line(words):
    assert LABEL.fullmatch(words)
    assert not LABEL.fullmatch(f"{words} rose by 4 percent")


def test_headings_of_boxes_are_labels_too():
    assert OVER_POINTS.fullmatch("The five key points from Monday")
    assert LABEL.fullmatch("The five key points from Monday")
    assert not OVER_POINTS.fullmatch("Related articles")
