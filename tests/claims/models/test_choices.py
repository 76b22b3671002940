import pytest

from claims import workflow
from claims.models import (
    KINDS,
    ArticleKind,
    Confidence,
    ErasureState,
    EvidenceKind,
    FixState,
    NoticeKind,
    Origin,
    Outcome,
    Stance,
    Standing,
    Terms,
)
from claims.models.rule_words import OF_RISK
from claims.priority import RISKS, DueStep, Risk
from claims.text.kinds import Kind
from tests.pseudo import speaking

STATES = [workflow.Status, workflow.ArticleStatus, Standing, FixState, ErasureState, Origin]
CHOICES = [ArticleKind, Confidence, EvidenceKind, NoticeKind, Outcome, Stance, Terms, DueStep, Risk]


@pytest.mark.parametrize("choices", STATES + CHOICES)
def test_each_choice_is_worded_in_the_language_of_the_moment(choices):
    plain = [str(label) for label in choices.labels]

    with speaking():
        assert [str(label) for label in choices.labels] == [f"«{label}»" for label in plain]


def test_no_kind_and_no_risk_is_without_words():
    assert list(KINDS) == list(Kind)
    assert list(RISKS) == list(OF_RISK) == list(Risk)
