import pytest

from accounts.models import JobState
from claims.gates import all_passed, open_gates
from claims.models import Extraction
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, VerdictFactory


def codes(article):
    return [gate.code for gate in open_gates(article)]


@pytest.mark.parametrize("state", [JobState.QUEUED, JobState.RUNNING, JobState.FAILED])
def test_an_extraction_that_is_not_done_is_a_gate(db, state):
    article = ArticleFactory()
    Extraction.objects.update(state=state)

    assert codes(article) == ["extraction"]


@pytest.mark.parametrize("status", list(Status))
def test_which_statuses_hold_up_a_sign_off(db, status):
    claim = ClaimFactory(status=status)
    claim.verdict = VerdictFactory(claim=claim)
    claim.verdict.evidence.add(EvidenceFactory(claim=claim))
    claim.save()

    open_ones = {"suggested", "open", "in_check", "awaiting_second_check", "awaiting_sign_off"}
    assert codes(claim.article) == ([status.value] if status.value in open_ones else [])


def test_a_waiver_stands_in_for_evidence(db):
    claim = ClaimFactory(status=Status.RESOLVED)
    claim.verdict = VerdictFactory(claim=claim, outcome="on_author")
    claim.save()

    assert codes(claim.article) == []


def test_gates_count_and_say_so(db):
    article = ArticleFactory()
    ClaimFactory(article=article, status=Status.OPEN)
    ClaimFactory(article=article, status=Status.OPEN, start=30, end=47)

    assert [gate.message for gate in open_gates(article)] == ["2 claims open"]


def test_whether_all_are_passed_asks_no_further_than_to_the_first(db, django_assert_num_queries):
    article = ArticleFactory()
    assert all_passed(article)
    Extraction.objects.update(state=JobState.QUEUED)

    with django_assert_num_queries(1):
        assert not all_passed(article)
