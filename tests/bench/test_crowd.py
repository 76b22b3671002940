from http.client import HTTPMessage

import pytest

from bench.client import Answer
from bench.crowd import Round, at_once


def told(status, text):
    return Answer(status, text, HTTPMessage(), 0.01)


SEVEN = [told(409, "It is held by Reviewer 3.")] * 7


@pytest.mark.parametrize(
    ("one", "fair"),
    [
        (Round(1, [3], SEVEN, "Reviewer 3"), True),
        (Round(1, [3, 4], SEVEN[:6], "Reviewer 3"), False),
        (Round(1, [], [*SEVEN, SEVEN[0]], "Reviewer 3"), False),
        (Round(1, [3], [*SEVEN[:6], told(500, "Reviewer 3")], "Reviewer 3"), False),
        (Round(1, [3], [*SEVEN[:6], told(409, "Somebody was faster.")], "Reviewer 3"), False),
        (Round(1, [3], SEVEN, ""), False),
    ],
)
def test_a_round_is_fair_when_one_holds_the_claim_and_all_others_are_told_who(one, fair):
    assert one.fair() == fair


def test_answers_come_in_the_order_of_the_calls():
    answers = at_once([lambda number=number: told(200, str(number)) for number in range(8)])

    assert [answer.text for answer in answers] == [str(number) for number in range(8)]
