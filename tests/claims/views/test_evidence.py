import pytest
from django.urls import reverse

from claims import policy
from claims.models import CheckRule, Claim, Standing
from claims.workflow import Status
from tests.factories import ClaimFactory, EvidenceFactory, VerdictFactory


@pytest.fixture
def other(article):
    return ClaimFactory(article=article, start=30, end=40)


def post(client, name, claim, **typed):
    return client.post(f"{reverse(f'claim-{name}', args=[claim.pk])}?list=mine", typed)


def test_addresses_one_a_line(sign_in, reviewer, claim):
    typed = {"links-stance": "supports", "links-kind": "document"}
    client = sign_in(reviewer)

    done = post(client, "links", claim, **typed, **{"links-links": "https://a.example\nhttps://b.example"})
    wrong = post(client, "links", claim, **typed, **{"links-links": "https://c.example\nthe clerk"})

    assert done.url == f"{claim.get_absolute_url()}?list=mine#evidence"
    assert claim.evidence.count() == 2
    assert wrong.status_code == 422
    assert "Line 2 is no web address: “the clerk”." in wrong.text
    assert "https://c.example\nthe clerk</textarea>" in wrong.text


def test_the_sources_of_other_claims_are_offered_once_each(sign_in, reviewer, claim, other, article):
    third = ClaimFactory(article=article, start=41, end=45)
    EvidenceFactory(claim=other)
    EvidenceFactory(claim=third)
    minutes = EvidenceFactory(claim=third, locator="The minutes")
    EvidenceFactory(claim=claim)  # the same as the first two
    client = sign_in(reviewer)

    page = client.get(claim.get_absolute_url())
    used = post(client, "reuse", claim, record=minutes.pk, stance="contradicts")

    assert page.context["beside"] == [minutes]
    assert used.url == f"{claim.get_absolute_url()}?list=mine#evidence"
    assert claim.evidence.get(reused=minutes).stance == "contradicts"
    assert client.get(claim.get_absolute_url()).context["beside"] == []


def test_what_one_may_not_see_cannot_be_used(sign_in, second_reviewer, reviewer, claim, other):
    record = EvidenceFactory(claim=other, private=True, added_by=reviewer, locator="A clerk")
    client = sign_in(second_reviewer)

    assert "A clerk" not in client.get(claim.get_absolute_url()).text
    for pk in (record.pk, record.pk + 9):
        assert post(client, "reuse", claim, record=pk, stance="supports").status_code == 404


def test_what_a_first_verdict_rests_on_is_not_offered_to_who_may_give_the_second(
    reviewer, second_reviewer, editor, claim, other
):
    CheckRule.objects.create(shows_evidence=False)
    Claim.objects.filter(pk=other.pk).update(status=Status.AWAITING_SECOND_CHECK)
    VerdictFactory(claim=other, author=reviewer, standing=Standing.BLIND)
    theirs = EvidenceFactory(claim=other, added_by=reviewer)
    own = EvidenceFactory(claim=other, added_by=second_reviewer)

    found = {person: policy.evidence_beside(person, claim) for person in (second_reviewer, reviewer, editor)}

    assert found == {second_reviewer: [own], reviewer: [own, theirs], editor: [own, theirs]}


def test_nothing_is_offered_to_who_only_reads(viewer, claim, other):
    EvidenceFactory(claim=other)

    assert policy.evidence_beside(viewer, claim) == []


def test_of_an_erased_article_nothing_is_offered(reviewer, claim, other):
    EvidenceFactory(claim=other, locator="[erased]")
    claim.article.erased_at = claim.created_at

    assert policy.evidence_beside(reviewer, claim) == []


def test_the_stance_of_others_is_not_told_beside(sign_in, reviewer, claim, other):
    EvidenceFactory(claim=other, stance="contradicts")

    assert 'data-stance="contradicts"' not in sign_in(reviewer).get(claim.get_absolute_url()).text


def test_a_long_list_costs_as_many_queries_as_a_short_one(sign_in, reviewer, claim, other, queries):
    client = sign_in(reviewer)
    EvidenceFactory(claim=other, private=True, added_by=reviewer, locator="0")
    few = queries(lambda: client.get(claim.get_absolute_url()))
    for number in range(1, 20):
        EvidenceFactory(claim=other, private=number % 2 == 0, added_by=reviewer, locator=str(number))

    assert queries(lambda: client.get(claim.get_absolute_url())) == few
