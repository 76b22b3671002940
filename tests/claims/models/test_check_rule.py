"""A rule in words."""

import pytest

from claims.models import CheckRule

SENTENCES = [
    ({}, "All claims get a second, blind verdict."),
    (
        {"kind": "quantity", "risk": "high"},
        "Quantity claims of high risk get a second, blind verdict.",
    ),
    (
        {"kind": "date_or_sequence", "least_priority": 40, "shows_evidence": False},
        "Date or sequence claims with a priority of 40 or more get a second, blind verdict. "
        "Who gives it finds their own evidence.",
    ),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("fields", "sentence"), SENTENCES)
def test_a_rule_reads_as_a_sentence(fields, sentence):
    assert CheckRule.objects.create(**fields).sentence == sentence


def test_it_names_desk_and_people(desk, reviewer, second_reviewer):
    rule = CheckRule.objects.create(desk=desk)
    rule.people.set([reviewer, second_reviewer])

    assert rule.sentence == (
        "All claims on News get a second, blind verdict, by Carla Reviewer or Davit Reviewer."
    )
