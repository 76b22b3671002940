"""Words that changed since: flagged wherever the claim is read, until somebody says "seen"."""

import pytest
from django.urls import reverse

from claims import search
from claims.actions import revisions, verdicts
from claims.models import Claim
from claims.views import glances
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory

TEXT = "Rents rose by 9 percent in May. It rained all week in Brask."


@pytest.fixture
def article(desk, second_editor):
    return ArticleFactory(title="Rents", desk=desk, submitted_by=second_editor, text=TEXT)


@pytest.fixture
def claim(article, reviewer):
    """A claim with a verdict that waits for its sign-off."""
    claim = ClaimFactory(article=article, end=31, status=Status.IN_CHECK, assignee=reviewer)
    search.add_claims([claim.pk])
    record = EvidenceFactory(claim=claim, added_by=reviewer)
    rating = RatingFactory(scale=article.scale)
    verdicts.propose_verdict(claim, by=reviewer, rating=rating, rationale="Seen.", evidence=[record])
    return claim


@pytest.fixture
def reword(article, second_editor):
    def reword(*words):
        article.refresh_from_db()
        text = article.revision.text.replace(*words)
        revisions.add_revision(article, by=second_editor, text=text, base=article.revision_id)

    return reword


def pages(claim):
    article = claim.article
    return {
        "claim": claim.get_absolute_url(),
        "copy": article.get_absolute_url(),
        "card": f"{article.get_absolute_url()}?claim={claim.pk}",
        "claims": reverse("claims"),
        "queue": reverse("queue"),
    }


def test_the_flag_stands_wherever_the_claim_is_read_until_it_was_seen(sign_in, editor, claim, reword):
    client = sign_in(editor)
    flagged = {name: "words changed" in read(client, url) for name, url in pages(claim).items()}
    assert not any(flagged.values())

    reword("rose", "climbed")

    for name, url in pages(claim).items():
        html = read(client, url)
        assert "words changed" in html.lower(), name
        assert "Worded differently; every fact is there." in html, name
    claim.refresh_from_db()
    posted = client.post(reverse("claim-seen", args=[claim.pk]), {"version": claim.version})
    assert posted.url == claim.get_absolute_url()
    for name, url in pages(claim).items():
        assert "words changed" not in read(client, url).lower().partition('id="history"')[0], name


def read(client, url):
    return client.get(url).content.decode()


def test_old_and_new_words_stand_on_the_page_since_the_verdict(sign_in, editor, claim, reword):
    reword("rose", "climbed")
    reword("percent", "per cent")

    html = read(sign_in(editor), claim.get_absolute_url())

    assert "Rents <del>rose</del> <ins>climbed</ins> by 9" in html
    claim.refresh_from_db()
    glance = glances.waiting([claim], editor)[claim.pk]
    assert (glance.old, glance.new) == (TEXT[:31], "Rents climbed by 9 per cent in May.")


def test_who_only_reads_is_told_nothing(sign_in, viewer, claim, reword):
    reword("rose", "climbed")

    for name in ("claim", "copy", "card", "claims"):
        assert "words changed" not in read(sign_in(viewer), pages(claim)[name]).lower()


def test_who_wrote_the_article_is_offered_no_step(sign_in, editor, article, claim, reword):
    reword("rose", "climbed")
    article.writer = editor
    article.save(update_fields=["writer"])

    client = sign_in(editor)

    assert reverse("claim-seen", args=[claim.pk]) not in read(client, claim.get_absolute_url())
    assert client.post(reverse("claim-seen", args=[claim.pk])).status_code == 403


def test_seen_twice_is_409(sign_in, editor, claim, reword):
    reword("rose", "climbed")
    client = sign_in(editor)
    client.post(reverse("claim-seen", args=[claim.pk]))

    assert client.post(reverse("claim-seen", args=[claim.pk])).status_code == 409


def test_a_verdict_on_changed_words_is_refused_with_what_changed_and_all_that_was_typed(
    sign_in, reviewer, claim, reword
):
    verdicts.withdraw(claim, by=reviewer)
    seen = claim.version
    reword("rose", "climbed")

    answer = sign_in(reviewer).post(
        reverse("claim-propose", args=[claim.pk]),
        {
            "version": seen,
            "verdict-rating": claim.article.scale.ratings.get().pk,
            "verdict-rationale": "The office says so.",
            "verdict-evidence": [record.pk for record in claim.evidence.all()],
            "verdict-confidence": "high",
        },
    )

    html = answer.content.decode()
    assert answer.status_code == 409
    assert "The office says so.</textarea>" in html
    assert "Words changed since." in html
    assert "<del>rose</del> <ins>climbed</ins>" in html
    assert not Claim.objects.get(pk=claim.pk).verdict


def test_no_query_where_no_words_changed_and_one_for_all_where_some_did(
    article, claim, editor, reword, django_assert_num_queries
):
    claim.refresh_from_db()
    with django_assert_num_queries(0):
        assert glances.waiting([claim], editor) == {}
    other = ClaimFactory(article=article, start=32, end=60, wants_a_glance=True)
    search.add_claims([other.pk])
    reword("rose", "climbed")
    listed = list(Claim.objects.select_related("verdict"))

    with django_assert_num_queries(1):
        assert glances.waiting(listed, editor).keys() == {claim.pk, other.pk}
