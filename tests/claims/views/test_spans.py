import html
import re

import pytest
from django.urls import reverse

from claims.actions import assignments
from claims.models import Claim
from claims.views import history
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "Rents rose by 9 percent, and the mayor signed 12 leases. Nobody left the town."
WHOLE = TEXT[:56]


@pytest.fixture
def article(desk):
    return ArticleFactory(desk=desk, text=TEXT)


@pytest.fixture
def claim(article):
    return ClaimFactory(article=article, start=0, end=len(WHOLE))


def send(client, claim, name, /, **typed):
    return client.post(
        reverse(f"claim-{name}", args=[claim.pk]),
        {"version": claim.version, "revision": claim.revision_id} | typed,
    )


def texts():
    live = Claim.objects.exclude(status=Status.CLOSED)
    return list(live.order_by("start").values_list("text", flat=True))


def card(client, article, claim, **query):
    return client.get(reverse("article", args=[article.pk]), {"claim": claim.pk} | query)


def test_an_end_moves_by_a_word_and_the_card_stays_where_it_is(sign_in, reviewer, claim):
    answer = send(sign_in(reviewer), claim, "respan", step="end-back")

    assert answer.url == f"/articles/{claim.article_id}/?claim={claim.pk}&words=1#words-{claim.pk}"
    assert texts() == [WHOLE.removesuffix(" leases.")]


def test_other_words_are_selected(sign_in, reviewer, claim):
    send(sign_in(reviewer), claim, "respan", start=6, end=23)

    assert texts() == ["rose by 9 percent"]


@pytest.mark.parametrize(
    ("step", "typed"),
    [
        ("respan", {}),
        ("respan", {"start": 0, "end": 56}),
        ("respan", {"start": 70, "end": 900}),
        ("split", {"at": 0}),
        ("split", {"at": "x"}),
        ("merge", {"other": 0}),
        ("merge", {}),
    ],
)
def test_what_cannot_be_is_said_on_the_copy(sign_in, reviewer, claim, step, typed):
    client = sign_in(reviewer)

    answer = client.get(send(client, claim, step, **typed).url)

    [message] = answer.context["messages"]
    assert message.level_tag == "error"
    assert texts() == [WHOLE]


@pytest.mark.parametrize("at", ["", "x", -1, 0, 2, 18, 900, 10**30])
def test_a_cut_inside_a_word_or_nowhere_is_refused_in_words(sign_in, reviewer, claim, at):
    client = sign_in(reviewer)

    answer = client.get(send(client, claim, "split", at=at).url)

    assert [str(one) for one in answer.context["messages"]] == [
        "Choose a place between two words of the claim."
    ]
    assert texts() == [WHOLE]


def test_an_older_version_of_the_claim_is_refused(sign_in, reviewer, claim):
    Claim.objects.filter(pk=claim.pk).update(version=5)

    assert send(sign_in(reviewer), claim, "respan", step="end-back").status_code == 409


def test_a_claim_is_cut_where_the_card_offers_it(sign_in, reviewer, article, claim):
    client = sign_in(reviewer)

    [(at, words)] = card(client, article, claim).context["card"]["reshape"].cuts
    send(client, claim, "split", at=at)

    assert words == "and the mayor signed 12 leases."
    assert texts() == ["Rents rose by 9 percent", words]


def test_a_claim_is_merged_with_the_next_and_the_one_that_stays_is_shown(sign_in, reviewer, article, claim):
    ClaimFactory(article=article, start=57, end=63, status=Status.DISMISSED)
    other = ClaimFactory(article=article, start=57, end=len(TEXT), status=Status.IN_CHECK, assignee=reviewer)
    client = sign_in(reviewer)

    offered = card(client, article, claim).context["card"]["reshape"].other
    answer = send(client, claim, "merge", other=offered.pk)

    assert offered == other
    assert f"?claim={other.pk}&" in answer.url
    assert texts()[0] == TEXT


@pytest.mark.parametrize("status", [Status.AWAITING_SIGN_OFF, Status.RESOLVED, Status.DISMISSED])
def test_words_with_a_verdict_are_not_offered_for_change(sign_in, editor, article, claim, status):
    Claim.objects.filter(pk=claim.pk).update(status=status)

    assert card(sign_in(editor), article, claim).context["card"]["reshape"] is None


def test_a_viewer_and_who_does_not_hold_the_claim_are_offered_nothing(
    sign_in, viewer, reviewer, second_reviewer, article, claim
):
    Claim.objects.filter(pk=claim.pk).update(status=Status.IN_CHECK, assignee=second_reviewer)

    for person in (viewer, reviewer):
        assert card(sign_in(person), article, claim).context["card"]["reshape"] is None


def test_the_card_opens_where_words_are_being_changed(sign_in, reviewer, article, claim):
    client = sign_in(reviewer)

    assert '<details class="reshape">' in card(client, article, claim).content.decode()
    assert '<details class="reshape" open>' in card(client, article, claim, words=1).content.decode()


def undoing(page, claim):
    """The form of the toast that takes the step on `claim` back: what it sends, or None."""
    action = reverse("claim-undo", args=[claim.pk])
    form = re.search(rf'<form method="post" action="{action}"([^>]*)>.*?</form>', page, re.DOTALL)
    return form and dict(re.findall(r'name="(version|next)" value="([^"]*)"', form[0]))


@pytest.mark.parametrize(
    ("step", "said"),
    [
        ("respan", "The claim has other words."),
        ("split", "Two claims were made of one."),
        ("merge", "Two claims became one."),
    ],
)
def test_what_was_done_is_told_on_the_copy_with_the_way_back(sign_in, reviewer, article, claim, step, said):
    other = ClaimFactory(article=article, start=57, end=len(TEXT))
    client, before = sign_in(reviewer), texts()
    typed = {"respan": {"step": "end-back"}, "split": {"at": 25}, "merge": {"other": other.pk}}[step]

    answer = client.get(send(client, claim, step, **typed).url)
    assert [str(message) for message in answer.context["messages"]] == [said]
    assert texts() != before
    sent = undoing(answer.text, claim)
    back = client.post(reverse("claim-undo", args=[claim.pk]), sent | {"next": html.unescape(sent["next"])})

    assert back.url.startswith(f"/articles/{article.pk}/?claim={claim.pk}")
    assert texts() == before
    page = client.get(back.url)
    assert [str(message) for message in page.context["messages"]] == ["Taken back."]
    assert undoing(page.text, claim) is None


def test_u_makes_one_claim_again_of_two(sign_in, reviewer, claim):
    client = sign_in(reviewer)
    send(client, claim, "split", at=25)

    answer = client.post(reverse("undo-last"), {"next": "/articles/"}, follow=True)

    assert "Taken back." in [str(message) for message in answer.context["messages"]]
    assert texts() == [WHOLE]


def test_u_leaves_a_half_that_somebody_took(sign_in, reviewer, second_reviewer, claim):
    client = sign_in(reviewer)
    send(client, claim, "split", at=25)
    client.get("/")
    assignments.take(Claim.objects.last(), by=second_reviewer)
    assert reverse("claim-undo", args=[claim.pk]) not in client.get(claim.get_absolute_url()).text

    answer = client.post(reverse("undo-last"), follow=True)

    said = "Your last step cannot be taken back: something was built on it."
    assert [str(message) for message in answer.context["messages"]] == [said]
    assert len(texts()) == 2


def test_the_history_tells_what_was_taken_back(sign_in, reviewer, claim):
    client = sign_in(reviewer)
    send(client, claim, "split", at=25)
    assert reverse("claim-undo", args=[claim.pk]) in client.get(claim.get_absolute_url()).text
    client.post(reverse("claim-undo", args=[claim.pk]))

    lines = {one.pk: history.lines(history.of_claim(reviewer, one)) for one in Claim.objects.all()}

    assert [(line.sentence, line.note) for line in lines[claim.pk]][-1] == (
        f"{reviewer.name} took back a step on it",
        "cut in two",
    )
    assert [line.note for line in lines[claim.pk + 1]] == [f"claim {claim.pk}", "cut from another claim"]
