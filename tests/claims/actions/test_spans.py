from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from accounts.models import Event
from claims.actions import revisions, spans, triage
from claims.models import Claim
from claims.search import claims_matching
from claims.workflow import ArticleChanged, ArticleStatus, ClaimChanged, NotHolder, Status
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "In May 2019 rents rose by 9 percent, and Jane Doe signed 12 leases in Berlin. Nobody left."
FIRST, SECOND = "In May 2019 rents rose by 9 percent", "and Jane Doe signed 12 leases in Berlin."
NAME = {"text": "Jane Doe", "start": TEXT.index("Jane"), "end": TEXT.index("Jane") + 8, "name": "Jane Doe"}


def at(words):
    return TEXT.index(words), TEXT.index(words) + len(words)


@pytest.fixture
def article(desk):
    return ArticleFactory(desk=desk, text=TEXT)


@pytest.fixture
def make(article):
    """`make(words, …)`: a claim on these words, with a cue at its first word."""

    def make(words, **fields):
        start, end = at(words)
        cue = {"cue": "something said", "start": start, "end": start + 2}
        return ClaimFactory(article=article, start=start, end=end, **{"cues": [cue], **fields})

    return make


def stored(claim):
    return Claim.objects.get(pk=claim.pk)


def kinds(claim):
    return [event.kind for event in Event.objects.about(claim)]


def found(claim, name):
    return [TEXT[one["start"] : one["end"]] for one in getattr(stored(claim), name)]


def test_a_claim_gets_other_words_with_what_can_be_read_in_them(make, reviewer):
    claim = make(FIRST, standalone="In May 2019 rents [in Berlin] rose", kind="quantity", names=[])
    make("Jane Doe signed", names=[NAME])
    start, end = at(f"rose by 9 percent, {SECOND}")

    spans.respan(claim, by=reviewer, start=start - 1, end=end + 1)

    now = stored(claim)
    assert (now.text, now.start, now.end) == (f"rose by 9 percent, {SECOND}", start, end)
    assert (now.standalone, now.status, now.version, now.kind) == ("", Status.OPEN, 2, "quantity")
    assert found(now, "quantities") == ["9 percent", "12 leases"]
    assert (found(now, "dates"), now.names) == ([], [NAME])
    assert [cue["cue"] for cue in now.cues] == ["a number", "a number"]
    assert kinds(claim) == ["claim.respan"]
    assert list(claims_matching(Claim.objects.filter(pk=claim.pk), "leases")) == [now]


def test_words_that_were_marked_by_hand_stay_marked_by_hand(article, reviewer):
    claim = triage.mark_claim(article, by=reviewer, start=0, end=11)

    spans.respan(claim, by=reviewer, start=3, end=17)

    assert {"cue": "marked by hand", "start": 3, "end": 17} in stored(claim).cues


def test_a_cue_outside_the_old_words_stays(make, reviewer):
    said = {"cue": "reported speech", "start": at("signed")[0], "end": at("signed")[1]}
    claim = make(FIRST, cues=[said])

    spans.respan(claim, by=reviewer, start=0, end=11)

    assert said in stored(claim).cues


def test_the_same_words_are_no_new_words(make, reviewer):
    claim = make(FIRST)

    with pytest.raises(ValidationError):
        spans.respan(claim, by=reviewer, start=claim.start, end=claim.end)

    assert kinds(claim) == []


def test_words_of_another_claim_are_refused(make, reviewer):
    claim, other = make(FIRST), make(SECOND, status=Status.DISMISSED)

    with pytest.raises(ClaimChanged, match="restore") as refused:
        spans.respan(claim, by=reviewer, start=other.start, end=other.end)

    assert refused.value.state["claim"] == other.pk


@pytest.mark.parametrize("status", [Status.AWAITING_SECOND_CHECK, Status.AWAITING_SIGN_OFF, Status.RESOLVED])
def test_words_with_a_verdict_stay_as_they_are(make, reviewer, status):
    claim, other = make(FIRST, status=status), make(SECOND)

    for step in (
        lambda: spans.respan(claim, by=reviewer, start=0, end=11),
        lambda: spans.split(claim, by=reviewer, at=12),
        lambda: spans.merge(claim, by=reviewer, other=other),
        lambda: spans.merge(other, by=reviewer, other=claim),
    ):
        with pytest.raises(ClaimChanged, match="A verdict stands on these words"):
            step()


def test_only_who_holds_a_claim_or_an_editor_changes_its_words(make, reviewer, second_reviewer, editor):
    claim = make(FIRST, status=Status.IN_CHECK, assignee=second_reviewer)

    with pytest.raises(NotHolder):
        spans.respan(claim, by=reviewer, start=0, end=11)
    spans.respan(claim, by=editor, start=0, end=11)

    assert (stored(claim).status, stored(claim).assignee) == (Status.IN_CHECK, second_reviewer)


def test_viewers_change_no_words(make, viewer):
    claim, other = make(FIRST), make(SECOND)

    for step in (
        lambda: spans.respan(claim, by=viewer, start=0, end=11),
        lambda: spans.split(claim, by=viewer, at=12),
        lambda: spans.merge(claim, by=viewer, other=other),
    ):
        with pytest.raises(PermissionDenied):
            step()


def test_words_seen_in_an_older_text_are_not_taken_at_their_old_place(article, make, editor):
    claim, seen = make(FIRST), article.revision_id
    revisions.add_revision(article, by=editor, text=f"New. {TEXT}", base=seen)
    claim = stored(claim)

    with pytest.raises(ArticleChanged):
        spans.respan(claim, by=editor, start=0, end=11, revision=seen)


def test_of_two_at_once_one_wins(make, reviewer, editor):
    claim = make(FIRST)
    hers, his = stored(claim), stored(claim)

    spans.respan(hers, by=editor, start=0, end=11)
    with pytest.raises(ClaimChanged):
        spans.split(his, by=reviewer, at=12)

    assert Claim.objects.count() == 1
    assert stored(claim).text == TEXT[:11]


@pytest.mark.parametrize("status", [Status.SUGGESTED, Status.OPEN, Status.IN_CHECK])
def test_a_claim_becomes_two_alike(make, reviewer, status):
    holder = reviewer if status == Status.IN_CHECK else None
    claim = make(f"{FIRST}, {SECOND}", status=status, assignee=holder, risk="high", names=[NAME])

    new = spans.split(claim, by=reviewer, at=at(" and Jane")[0])

    now = stored(claim)
    assert (now.text, new.text) == (FIRST, SECOND)
    assert (new.status, new.assignee, new.risk, new.origin) == (status, holder, "high", claim.origin)
    assert (now.names, new.names) == ([], [NAME])
    assert (found(now, "quantities"), found(new, "quantities")) == (["9 percent"], ["12 leases"])
    assert (kinds(claim), kinds(new)) == (["claim.split"], ["claim.split_off"])
    assert set(claims_matching(Claim.objects.all(), "leases")) == {new}


@pytest.mark.parametrize("place", [0, 5_000, len(TEXT)])
def test_a_cut_outside_the_words_is_refused(make, reviewer, place):
    with pytest.raises(ValidationError):
        spans.split(make(FIRST), by=reviewer, at=place)


def test_two_claims_become_one_and_can_be_two_again(make, reviewer):
    first, second = make(FIRST, names=[]), make(SECOND, names=[NAME])

    kept = spans.merge(first, by=reviewer, other=second)

    assert (kept.pk, kept.text, kept.names) == (first.pk, f"{FIRST}, {SECOND}", [NAME])
    assert (stored(second).status, stored(second).continued_in) == (Status.CLOSED, first)
    assert (kinds(first), kinds(second)) == (["claim.merge"], ["claim.merged"])

    again = spans.split(kept, by=reviewer, at=at(" and Jane")[0])

    assert (again.text, stored(second).status) == (SECOND, Status.CLOSED)


def test_of_two_the_one_that_is_further_along_stays(make, reviewer):
    first, second = make(FIRST, status=Status.SUGGESTED), make(SECOND, status=Status.OPEN)

    kept = spans.merge(first, by=reviewer, other=second)

    assert (kept, kept.text, kept.status) == (second, f"{FIRST}, {SECOND}", Status.OPEN)
    assert stored(first).continued_in == second


def test_what_is_merged_is_as_pressing_as_the_more_pressing_one(make, reviewer):
    soon = timezone.now() + timedelta(hours=2)
    held = make(SECOND, status=Status.IN_CHECK, assignee=reviewer, risk="low", due_at=soon, score=0.6)
    other = make(FIRST, risk="high", due_at=soon + timedelta(days=9), prominence=10, score=0.9)

    kept = stored(spans.merge(held, by=reviewer, other=other))

    assert (kept.pk, kept.risk, kept.due_at) == (held.pk, "high", soon)
    assert (kept.prominence, kept.score) == (10, 0.9)
    assert kept.priority == sum(part.points for part in kept.priority_parts())
    event = Event.objects.about(held).last()
    assert (event.before["risk"], event.after["risk"]) == ("low", "high")


def test_claims_of_two_texts_are_not_merged(make, reviewer, desk):
    claim = make(FIRST)

    for other in (claim, ClaimFactory(article__desk=desk)):
        with pytest.raises(ValidationError):
            spans.merge(claim, by=reviewer, other=other)


def test_a_new_half_to_check_sends_a_ready_article_back(article, make, reviewer):
    claim = make(f"{FIRST}, {SECOND}", status=Status.OPEN)
    type(article).objects.filter(pk=article.pk).update(status=ArticleStatus.READY)

    spans.split(claim, by=reviewer, at=at(" and Jane")[0])

    article.refresh_from_db()
    assert article.status == ArticleStatus.CHECKING
