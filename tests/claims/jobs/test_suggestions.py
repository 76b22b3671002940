import pytest

from claims.jobs.suggestions import prominence_of
from claims.priority import PROMINENCE_POINTS
from claims.text import Block, Role

BLOCKS = [
    Block(Role.HEADLINE, 0, 10),
    Block(Role.LIST_ITEM, 10, 20),
    Block(Role.PARAGRAPH, 20, 30),
    Block(Role.CAPTION, 30, 40),
    Block(Role.PARAGRAPH, 40, 50),
]


@pytest.mark.parametrize(
    ("start", "points"),
    [
        (0, PROMINENCE_POINTS["headline"]),
        (9, PROMINENCE_POINTS["headline"]),
        (10, 0),
        (29, PROMINENCE_POINTS["lead"]),
        (35, PROMINENCE_POINTS["caption"]),
        (40, 0),
    ],
)
def test_only_the_first_paragraph_is_the_lead(start, points):
    assert prominence_of(start, BLOCKS) == points
