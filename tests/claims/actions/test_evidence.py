import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event
from claims.actions.evidence import add_evidence, add_links, reuse_evidence
from claims.models import Evidence
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory


@pytest.fixture
def claim(desk):
    return ClaimFactory(article=ArticleFactory(desk=desk))


def test_the_event_of_a_private_source_tells_nothing_of_it(claim, reviewer):
    add_evidence(
        claim,
        by=reviewer,
        kind="interview",
        locator="the harbour master, by telephone",
        quote="we never counted",
        stance="contradicts",
        private=True,
    )

    event = Event.objects.about(claim).get()
    told = f"{event.before} {event.after} {event.note}"
    assert event.after["stance"] == "contradicts"
    assert "harbour master" not in told
    assert "counted" not in told


def test_a_source_says_where_it_is(claim, reviewer):
    with pytest.raises(ValidationError) as refused:
        add_evidence(claim, by=reviewer, kind="primary", locator=" ", stance="supports")

    assert list(refused.value.message_dict) == ["locator"]
    assert not Evidence.objects.exists()


def test_a_viewer_adds_nothing(claim, viewer):
    with pytest.raises(PermissionDenied):
        add_evidence(claim, by=viewer, kind="primary", locator="p. 3", stance="supports")


PASTED = """https://harbour.example/register

  http://paper.example/a?b=c
https://harbour.example/register
"""


def test_several_addresses_are_several_records_with_an_event_each(claim, reviewer):
    add_links(claim, by=reviewer, links=PASTED, kind="document", stance="supports")

    assert list(claim.evidence.values_list("locator", "kind", "stance", "added_by")) == [
        ("https://harbour.example/register", "document", "supports", reviewer.pk),
        ("http://paper.example/a?b=c", "document", "supports", reviewer.pk),
    ]
    assert Event.objects.about(claim).count() == 2


@pytest.mark.parametrize(
    ("links", "told"),
    [
        (" \n", ["Paste at least one address."]),
        (
            "https://a.example\nthe clerk\nftp://b.example\nhttps://c.example",
            ["Line 2 is no web address: “the clerk”.", "Line 3 is no web address: “ftp://b.example”."],
        ),
        ("\nhttps://a.example/" + "a" * 2000, ["Line 2 has more than 2,000 characters."]),
        (
            "\n".join(f"https://a.example/{n}" for n in range(51)),
            ["Add at most 50 addresses at once; these are 51."],
        ),
    ],
)
def test_wrong_lines_are_named_and_nothing_is_stored(claim, reviewer, links, told):
    with pytest.raises(ValidationError) as refused:
        add_links(claim, by=reviewer, links=links, kind="document", stance="supports")

    assert refused.value.message_dict == {"links": told}
    assert not Evidence.objects.exists()


@pytest.fixture
def other(claim):
    return ClaimFactory(article=claim.article, start=30, end=40)


def test_a_record_of_another_claim_is_used_here_with_a_stance_of_its_own(claim, other, reviewer):
    record = EvidenceFactory(claim=other, terms="background", stance="supports")

    used = reuse_evidence(claim, by=reviewer, record=record, stance="contradicts")

    assert (used.claim, used.reused, used.added_by, used.stance) == (claim, record, reviewer, "contradicts")
    assert (used.locator, used.quote, used.terms) == (record.locator, record.quote, "background")
    assert Event.objects.about(claim).get().after["reused"] == record.pk


def test_a_private_record_is_used_by_who_sees_it_and_stays_private(claim, other, reviewer, second_reviewer):
    record = EvidenceFactory(claim=other, private=True, added_by=reviewer)

    with pytest.raises(ValidationError, match="not there to be used"):
        reuse_evidence(claim, by=second_reviewer, record=record, stance="supports")
    assert reuse_evidence(claim, by=reviewer, record=record, stance="supports").private


def test_a_record_of_another_article_is_not_there(claim, reviewer):
    record = EvidenceFactory(claim=ClaimFactory(article=ArticleFactory(desk=claim.desk)))

    with pytest.raises(ValidationError, match="not there to be used"):
        reuse_evidence(claim, by=reviewer, record=record, stance="supports")
