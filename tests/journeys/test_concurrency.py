"""Two people, or eight, press *take* at the same moment; eight check claims at once."""

import pytest

from bench import crowd, writers
from bench.client import Api

pytestmark = pytest.mark.journey

ROUNDS = 15


@pytest.fixture(scope="module")
def open_claims(stack):
    """Ids of open claims on the desk; a test takes from them what it needs."""
    stack.run("-m", "bench.fill", "400", "open")
    return [claim["id"] for claim in Api(stack.port, stack.tokens["editor"]).every("claims/?status=open")]


@pytest.mark.parametrize("door", [crowd.by_api, crowd.by_page])
def test_of_eight_who_take_a_claim_at_once_one_holds_it_and_seven_are_told_who(stack, open_claims, door):
    claims = [open_claims.pop() for _ in range(ROUNDS)]

    rounds = crowd.take_at_once(stack, door(stack), claims)

    assert [one.claim for one in rounds if one.fair()] == claims


def test_take_next_never_gives_a_claim_to_two_people(stack, open_claims):
    people = [Api(stack.port, stack.tokens[f"reviewer{number}"]) for number in range(1, 9)]

    taken = crowd.at_once([lambda person=person: person.post("claims/next/") for person in people])

    assert [answer.status for answer in taken] == [200] * len(people)
    assert len({answer.json["id"] for answer in taken}) == len(people)


def test_eight_people_who_write_verdicts_at_once_see_no_error(stack, open_claims):
    written = writers.write(stack, seconds=4)

    assert written.verdicts > 0
    assert written.refused == []
    assert writers.complaints(stack) == []
