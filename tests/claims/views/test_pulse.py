import pytest
from django.urls import reverse

from accounts.models import Event
from claims.actions import assignments, evidence, presence, spans, triage, verdicts
from claims.models import CheckRule, Claim, Presence
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory, UserFactory


@pytest.fixture
def pulse(sign_in):
    """The answer to the pulse of a page that `user` has open on `claim`, with what it was told last."""

    def pulse(user, claim, **told):
        return sign_in(user).get(reverse("claim-pulse", args=[claim.pk]), told)

    return pulse


def add_source(claim, *, by):
    evidence.add_evidence(claim, by=by, kind="document", locator="The minutes", stance="context")


def newest():
    return Event.objects.filter(subject_kind="claim").order_by("id").last().pk


def test_nothing_new_has_no_content(pulse, reviewer, claim):
    told = pulse(reviewer, claim, version=claim.version, event=0).json()
    assert (told["here"], told["writing"], told["news"]) == ("", "", [])

    assert pulse(reviewer, claim, version=1, event=0, token=told["token"]).status_code == 204


def test_who_else_is_here(pulse, reviewer, second_reviewer, editor, claim):
    pulse(reviewer, claim)
    one = pulse(editor, claim).json()
    two = pulse(second_reviewer, claim, token=one["token"]).json()

    assert one["here"] == "Carla Reviewer is on this claim now."
    assert two["here"] == "Ada Editor and Carla Reviewer are on this claim now."


def test_who_writes_is_named_and_who_takes_over_is_told_to_the_first(pulse, reviewer, editor, claim):
    pulse(reviewer, claim, writing=1)
    seen = pulse(editor, claim).json()
    assert seen["writing"].startswith("Carla Reviewer is writing a verdict here (since ")

    pulse(editor, claim, writing=1)
    told = pulse(reviewer, claim, writing=1).json()
    assert told["writing"].startswith("Ada Editor writes a verdict here too (since ")
    assert pulse(editor, claim, writing=1).json()["writing"] == seen["writing"]


def test_where_a_verdict_waits_the_writer_decides_on_it(pulse, editor, second_editor, article):
    claim = ClaimFactory(article=article, status=Status.AWAITING_SIGN_OFF)

    pulse(editor, claim, writing=1)

    assert "Ada Editor is deciding on this verdict" in pulse(second_editor, claim).json()["writing"]


def test_what_others_did_is_told_in_sentences(pulse, reviewer, editor, claim):
    before = newest() if Event.objects.exists() else 0
    assignments.take(claim, by=reviewer)
    triage.dismiss(claim, by=editor, reason="An opinion.")

    told = pulse(reviewer, claim, version=1, event=before).json()

    assert told["news"] == ["Ada Editor dismissed this claim: “An opinion.”"]
    assert (told["version"], told["event"]) == (claim.version, newest())


def test_a_source_is_news_without_a_new_version(pulse, reviewer, editor, claim):
    add_source(claim, by=editor)

    told = pulse(reviewer, claim, version=claim.version, event=newest() - 1).json()

    assert told["news"] == ["Ada Editor added evidence to this claim."]


def test_who_only_reads_is_told_how_it_stands_and_not_who_did_what(pulse, viewer, reviewer, claim):
    add_source(claim, by=reviewer)
    seen = pulse(viewer, claim, version=1).json()
    assignments.take(claim, by=reviewer)

    told = pulse(viewer, claim, version=1, event=seen["event"], token=seen["token"]).json()

    assert (seen["news"], seen["event"]) == ([], 0)
    assert told["news"] == ["This claim changed: it is in check."]
    assert reviewer.name not in str(told)


@pytest.fixture
def blind(claim, second_reviewer, reviewer):
    """`second_reviewer` holds the second check; `reviewer` gave the first verdict, and is on the page."""
    CheckRule.objects.create()
    assignments.take(claim, by=reviewer)
    source = EvidenceFactory(claim=claim, added_by=reviewer)
    rating = RatingFactory(scale=claim.article.scale)
    verdicts.propose_verdict(claim, by=reviewer, rating=rating, rationale="It is so.", evidence=[source])
    claim = Claim.objects.select_related("article").get(pk=claim.pk)
    assignments.take(claim, by=second_reviewer)
    presence.arrive(claim, by=reviewer)
    return claim


def test_the_blind_are_told_nothing_from_which_the_first_could_be_known(
    pulse, blind, reviewer, second_reviewer, editor
):
    presence.arrive(blind, by=editor)
    own = Event.objects.filter(by=second_reviewer).last().pk
    told = pulse(second_reviewer, blind, version=blind.version, event=own).json()
    assert (told["here"], told["writing"], told["news"]) == ("", "", [])

    add_source(blind, by=reviewer)

    answer = pulse(second_reviewer, blind, version=blind.version, event=own, token=told["token"])
    assert answer.status_code == 204
    assert "Ada Editor and Davit Reviewer are" in pulse(reviewer, blind).json()["here"]
    assert "Carla Reviewer and Davit Reviewer are" in pulse(editor, blind).json()["here"]


def test_who_might_give_the_second_verdict_is_told_of_its_holder_alone(pulse, blind, second_reviewer, desk):
    third = type(second_reviewer).objects.create_user("third@desk.example", "Third", "reviewer", desks=[desk])
    presence.arrive(blind, by=second_reviewer)

    told = pulse(third, blind).json()

    assert told["here"] == "Davit Reviewer is on this claim now."
    assert told["news"] == [f"This claim changed: it is {Status(blind.status).label}."]


def test_leaving_the_page_and_leaving_the_desk(pulse, sign_in, reviewer, editor, claim):
    pulse(reviewer, claim)
    assert sign_in(reviewer).post(reverse("claim-leave", args=[claim.pk])).status_code == 204
    assert not Presence.objects.exists()

    assert pulse(reviewer, claim).status_code == 200
    reviewer.memberships.all().delete()
    assert pulse(reviewer, claim).status_code == 404
    assert pulse(editor, claim).json()["here"] == ""


def test_a_pulse_asks_for_little(pulse, sign_in, reviewer, editor, claim, queries):
    told = pulse(reviewer, claim, version=claim.version).json()
    address = reverse("claim-pulse", args=[claim.pk])
    client = sign_in(reviewer)

    def ask():
        return client.get(address, {"version": 1, "event": 0, "token": told["token"]})

    assert queries(ask) == 2 + 3  # session and person; then their desks, the claim, who is there
    assert ask().status_code == 204
    presence.arrive(claim, by=editor)
    assert queries(ask) == 2 + 4  # and which of those see the claim


def test_nonsense_in_the_address_is_no_fault(pulse, reviewer, claim):
    for nonsense in ("x", "-1", "9" * 40, "²", ""):
        told = {"version": nonsense, "event": nonsense, "writing": nonsense, "token": nonsense}
        assert pulse(reviewer, claim, **told).status_code == 200


@pytest.fixture
def others(sign_in):
    """The answer to the pulse of a list that `user` has open."""

    def others(user, name, *args, **told):
        return sign_in(user).get(reverse(name, args=args), told)

    return others


def test_an_article_tells_how_many_claims_changed(others, reviewer, editor, claim, article):
    other = ClaimFactory(article=article, start=30, end=40)
    start = others(editor, "article-pulse", article.pk).json()["event"]
    assert others(editor, "article-pulse", article.pk, event=start).status_code == 204

    assignments.take(claim, by=reviewer)
    assignments.release(claim, by=reviewer)
    add_source(other, by=reviewer)
    assert others(editor, "article-pulse", article.pk, event=start).json() == {
        "changed": 1,
        "text": "1 claim changed.",
    }
    assignments.take(other, by=reviewer)
    assert others(editor, "article-pulse", article.pk, event=start).json()["text"] == "2 claims changed."
    assert others(reviewer, "article-pulse", article.pk, event=start).status_code == 204  # their own steps


def test_an_article_tells_of_words_told_anew_and_of_plans(others, reviewer, editor, claim, article):
    def heard(act):
        start = others(editor, "article-pulse", article.pk).json()["event"]
        made = act(Claim.objects.get(pk=claim.pk))
        told = others(editor, "article-pulse", article.pk, event=start)
        return made, told.json()["changed"] if told.status_code == 200 else 0

    assert heard(lambda now: spans.respan(now, by=reviewer, start=0, end=28))[1] == 1
    half, changed = heard(lambda now: spans.split(now, by=reviewer, at=12))
    assert changed == 2
    assert heard(lambda now: spans.merge(now, by=reviewer, other=half))[1] == 2
    by = UserFactory(role="editor", desks=[claim.desk])
    assert heard(lambda now: triage.plan(now, by=by, risk="high", due_at=None))[1] == 1


def test_a_list_asks_after_its_own_claims_and_hears_of_no_hidden_one(others, outsider, reviewer, claim):
    hidden = ClaimFactory(article=ArticleFactory(desk=claim.desk, restricted=True))
    shown = f"{claim.pk},{hidden.pk},x"
    start = others(reviewer, "claims-pulse", claims=shown).json()["event"]
    Event.objects.append("claim.take", hidden, by=outsider, within=hidden.article)
    assert others(reviewer, "claims-pulse", claims=shown).json()["event"] == start
    assert others(reviewer, "claims-pulse", claims=shown, event=start).status_code == 204

    Event.objects.append("claim.take", claim, by=outsider, within=claim.article)
    assert others(reviewer, "claims-pulse", claims=shown, event=start).json()["changed"] == 1
    assert others(outsider, "article-pulse", claim.article_id).status_code == 404
