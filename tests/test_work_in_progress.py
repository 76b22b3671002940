"""Who only reads learns nothing of the work in progress, at no address, and then what was signed."""

import pytest
from django.test import Client
from django.urls import reverse

from claims.actions import articles, assignments, evidence, notes, verdicts
from claims.models import Claim
from tests.factories import ArticleFactory, ClaimFactory, RatingFactory

# A word for everything that could leak; none of them stands in the article.
SIGNED = {"pangolin", "ibex", "okapi.example", "okapi says"}  # rating, rationale, locator, quote
NEVER = {  # rationale of the returned verdict, private source, notes on claim, return, signatures, reopening
    *("lemur", "tapir", "zebra", "gibbon", "bison", "civet", "dugong"),
}
PAGES = ["claims", "claim", "articles", "article", "article-history", "article-report", "article-sign-off"]
CALLS = ["claims/", "claims/{claim}/", "articles/", "articles/{article}/", "articles/{article}/text/"] + [
    f"claims/{{claim}}/{tail}/" for tail in ("evidence", "verdicts", "notes", "history")
]


@pytest.fixture
def claim(desk, outsider):
    return ClaimFactory(article=ArticleFactory(desk=desk, submitted_by=outsider))


@pytest.fixture
def read(claim):
    """`read(person)`: what each address says to them, and which of the words stand there."""

    def reading(person):
        client = Client()
        client.force_login(person)
        ids = {"claim": claim.pk, "article": claim.article_id}
        addresses = [
            *(
                reverse(name, args=[ids[kind]] if (kind := name.partition("-")[0]) in ids else [])
                for name in PAGES
            ),
            f"{claim.article.get_absolute_url()}?claim={claim.pk}",
            *(f"/api/v1/{call.format(**ids)}" for call in CALLS),
        ]
        said = {address: client.get(address).content.decode().lower() for address in addresses}
        return {
            address: {word for word in SIGNED | NEVER if word in text} for address, text in said.items()
        }, said

    return reading


@pytest.fixture
def propose(claim, reviewer):
    rating = RatingFactory(scale=claim.article.scale, label="Pangolin", colour="red")

    def proposing(rationale):
        now = Claim.objects.get(pk=claim.pk)
        records = now.evidence.all()
        return verdicts.propose_verdict(
            now, by=reviewer, rating=rating, rationale=rationale, evidence=records
        )

    return proposing


@pytest.fixture
def awaiting(claim, propose, reviewer, editor):
    """The claim awaits sign-off for the second time: the first verdict was returned."""
    assignments.take(claim, by=reviewer)
    source = {"kind": "primary", "stance": "supports"}
    evidence.add_evidence(claim, by=reviewer, locator="https://okapi.example/", quote="Okapi says", **source)
    evidence.add_evidence(claim, by=reviewer, locator="Tapir", quote="Tapir", private=True, **source)
    notes.add_note(claim, by=reviewer, body="Zebra?")
    propose("Lemur.")
    verdicts.return_claim(Claim.objects.get(pk=claim.pk), by=editor, note="Gibbon.")
    return propose("Ibex.")


@pytest.fixture
def resolved(claim, awaiting, editor):
    verdicts.sign_off(Claim.objects.get(pk=claim.pk), by=editor, verdict=awaiting.pk, note="Bison.")


@pytest.fixture
def final(claim, resolved, editor):
    claim.article.refresh_from_db()
    articles.sign_off_article(claim.article, by=editor, revision=claim.revision_id, note="Civet.")


@pytest.mark.parametrize("person", ["viewer", "admin"])
@pytest.mark.parametrize("moment", ["awaiting", "resolved"])
def test_before_the_article_is_signed_off_nothing_is_told(request, claim, reviewer, read, person, moment):
    request.getfixturevalue(moment)

    found, said = read(request.getfixturevalue(person))

    assert {address: words for address, words in found.items() if words} == {}
    page = said[claim.get_absolute_url()]
    assert "the work on this claim can be read once the article is signed off." in page
    assert reviewer.name.lower() not in page
    assert "data-problem" not in said[claim.article.get_absolute_url()]  # red is the verdict's word


@pytest.mark.parametrize("person", ["viewer", "admin"])
def test_afterwards_what_was_signed_is_told_and_nothing_else(request, claim, final, read, person):
    found, said = read(request.getfixturevalue(person))

    assert set().union(*found.values()) == SIGNED
    api = f"/api/v1/claims/{claim.pk}/"
    for address in (claim.get_absolute_url(), f"{claim.article.get_absolute_url()}report/", api):
        assert found[address] == SIGNED, address
    assert found[reverse("claims")] == found["/api/v1/claims/"] == {"pangolin"}
    assert found[f"{claim.article.get_absolute_url()}?claim={claim.pk}"] == {"pangolin", "ibex"}
    assert found[f"{api}evidence/"] == {"okapi.example", "okapi says"}
    assert found[f"{api}verdicts/"] == {"pangolin", "ibex"}
    assert "private source" in said[claim.get_absolute_url()]


def test_a_reopened_article_is_work_again(claim, final, viewer, editor, read):
    claim.article.refresh_from_db()
    articles.reopen_article(claim.article, by=editor, note="Dugong.")

    assert set().union(*read(viewer)[0].values()) == set()


@pytest.mark.parametrize("moment", ["awaiting", "resolved", "final"])
def test_who_checks_reads_it_all(request, claim, second_reviewer, read, moment):
    """Otherwise the tests above would prove nothing."""
    request.getfixturevalue(moment)

    found, _ = read(second_reviewer)

    told = {"lemur", "zebra", "gibbon"}
    told |= {"bison"} if moment != "awaiting" else set()
    told |= {"civet"} if moment == "final" else set()
    assert set().union(*found.values()) == SIGNED | told
