"""A claim told anew, split or merged is again what it was, unless somebody built on that."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.forms.models import model_to_dict
from django.utils import timezone

from accounts.models import Event, Membership
from claims import desk_figures
from claims.actions import assignments, evidence, notes, revisions, spans, tombstones, triage
from claims.actions.articles import sign_off_article
from claims.actions.undo import undo
from claims.models import Article, Claim
from claims.search import add_claims, claims_matching
from claims.workflow import ArticleErased, ClaimChanged, NotHolder, Status
from tests.factories import ArticleFactory, ClaimFactory

TEXT = "In May 2019 rents rose by 9 percent, and Jane Doe signed 12 leases in Berlin. Nobody left."
FIRST, SECOND = "In May 2019 rents rose by 9 percent", "and Jane Doe signed 12 leases in Berlin."
WHOLE = f"{FIRST}, {SECOND}"
BUILT_ON = "something was built on it"


@pytest.fixture
def article(desk):
    return ArticleFactory(desk=desk, text=TEXT)


@pytest.fixture
def make(article):
    """`make(words, …)`: a claim on these words with all that the extractor may tell of them."""

    def make(words, **fields):
        start, end = TEXT.index(words), TEXT.index(words) + len(words)
        found = {
            "cues": [{"cue": "something said", "start": start, "end": start + 2}],
            "names": [{"text": words[:3], "start": start, "end": start + 3, "name": "Jane Doe"}],
            "quantities": [
                {"start": start, "end": end, "text": words, "number": 9.5, "unit": "", "approximate": True}
            ],
            "standalone": f"{words} [in Berlin]",
            "kind": "cause",
        }
        claim = ClaimFactory(article=article, start=start, end=end, **found | fields)
        Claim.objects.filter(pk=claim.pk).update(priority=sum(part.points for part in claim.priority_parts()))
        add_claims([claim.pk])
        return stored(claim)

    return make


def stored(claim):
    return Claim.objects.select_related("article", "assignee", "revision").get(pk=claim.pk)


def all_of(claim):
    """Every field of a claim but the version, which counts its steps."""
    return {name: value for name, value in model_to_dict(stored(claim)).items() if name != "version"}


def respan(claim, by):
    spans.respan(claim, by=by, start=0, end=11)
    return claim


def split(claim, by):
    return spans.split(claim, by=by, at=TEXT.index(" and Jane"))


def kinds(claim):
    return [(event.kind, event.note) for event in Event.objects.about(claim) if event.kind == "claim.undo"]


def found(words):
    return list(claims_matching(Claim.objects.exclude(status=Status.CLOSED), words))


@pytest.mark.parametrize("status", [Status.SUGGESTED, Status.OPEN, Status.IN_CHECK])
def test_other_words_taken_back_are_those_of_before_to_the_letter(make, reviewer, status):
    claim = make(WHOLE, status=status, assignee=reviewer if status == Status.IN_CHECK else None)
    before = all_of(claim)

    respan(claim, reviewer)
    assert all_of(claim) != before
    undo(claim, by=reviewer)

    assert (all_of(claim), stored(claim).version) == (before, 3)
    assert kinds(claim) == [("claim.undo", "respan")]
    assert found("leases") == [claim]


def test_the_event_keeps_no_text_that_the_revision_has(make, reviewer):
    claim = respan(make(WHOLE, standalone="", names=[], quantities=[]), reviewer)

    [event] = Event.objects.about(claim)

    assert WHOLE not in str(event.before)
    assert (event.before["start"], event.before["end"]) == (0, len(WHOLE))


def test_a_split_taken_back_is_one_claim_again_and_the_second_is_closed(make, reviewer):
    claim = make(WHOLE, status=Status.IN_CHECK, assignee=reviewer, risk="high")
    before = all_of(claim)

    new = split(claim, reviewer)
    undo(stored(claim), by=reviewer)

    assert all_of(claim) == before
    new = stored(new)
    assert (new.status, new.assignee, new.continued_in) == (Status.CLOSED, None, claim)
    assert (kinds(claim), kinds(new)) == ([("claim.undo", "split")], [("claim.undo", "split_off")])
    assert found("leases") == [claim]


def test_a_merge_taken_back_leaves_both_as_they_were(make, editor, reviewer, second_reviewer):
    soon = timezone.now() + timedelta(hours=2)
    held = {"status": Status.IN_CHECK, "risk": "low", "due_at": soon, "score": 0.6}
    second = make(SECOND, assignee=reviewer, **held)
    first = make(FIRST, status=Status.IN_CHECK, assignee=second_reviewer, risk="high", prominence=10)
    for claim in (first, second):
        notes.add_note(claim, by=reviewer, body="Ask them.")
        evidence.add_evidence(claim, by=reviewer, kind="primary", locator="p. 3", stance="supports")
    before = all_of(first), all_of(second)

    kept = spans.merge(stored(first), by=editor, other=second)
    assert (all_of(first), all_of(second)) != before
    undo(kept, by=editor)

    assert (all_of(first), all_of(second)) == before
    assert [claim.notes.count() for claim in (first, second)] == [1, 1]
    assert [claim.evidence.count() for claim in (first, second)] == [1, 1]
    assert (kinds(first), kinds(second)) == ([("claim.undo", "merge")], [("claim.undo", "merged")])
    assert (found("rents"), found("leases")) == ([first], [second])


def test_what_went_on_in_a_claim_that_was_merged_goes_on_there_again(make, reviewer):
    third = make("Nobody left.")
    second, first = make(SECOND), make(FIRST, status=Status.SUGGESTED)
    spans.merge(second, by=reviewer, other=third)

    kept = spans.merge(stored(second), by=reviewer, other=first)
    assert kept == second
    undo(kept, by=reviewer)
    assert stored(third).continued_in == second

    first = stored(first)
    triage.accept(first, by=reviewer)
    assignments.take(first, by=reviewer)
    kept = spans.merge(first, by=reviewer, other=stored(second))
    assert (kept, stored(third).continued_in) == (first, first)
    undo(kept, by=reviewer)

    assert (stored(second).continued_in, stored(third).continued_in) == (None, second)


def test_a_claim_that_lay_around_the_other_gets_its_words_back(make, reviewer):
    inner, outer = make(FIRST), make(WHOLE, status=Status.SUGGESTED)
    before = all_of(inner), all_of(outer)

    kept = spans.merge(inner, by=reviewer, other=outer)
    assert (kept, kept.text) == (inner, WHOLE)
    undo(kept, by=reviewer)

    assert (all_of(inner), all_of(outer)) == before


def test_who_may_no_longer_check_the_claim_that_was_merged_leaves_it_to_the_next(make, editor, reviewer):
    first, second = make(FIRST, status=Status.IN_CHECK, assignee=editor), make(SECOND)
    assignments.take(second, by=reviewer)
    kept = spans.merge(first, by=editor, other=second)
    Membership.objects.filter(user=reviewer).delete()

    undo(kept, by=editor)

    assert (stored(second).status, stored(second).assignee) == (Status.OPEN, None)


def told_anew(make, by):
    claim = make(WHOLE)
    return respan(claim, by), claim


def cut(make, by):
    claim = make(WHOLE)
    return claim, split(claim, by)


def merged(make, by):
    first, second = make(FIRST), make(SECOND)
    return spans.merge(first, by=by, other=second), stored(second)


EACH = pytest.mark.parametrize("anew", [told_anew, cut, merged])
BUILDING = {
    "a note": lambda one, who: notes.add_note(one, by=who, body="Sure?"),
    "evidence": lambda one, who: evidence.add_evidence(
        one, by=who, kind="primary", locator="p. 3", stance="supports"
    ),
    "a version": lambda one, who: revisions.add_revision(
        one.article, by=who, text=f"{TEXT} New.", base=one.article.revision_id
    ),
}


@EACH
@pytest.mark.parametrize("what", BUILDING)
def test_what_was_built_on_either_claim_stays(make, editor, anew, what):
    claim, other = anew(make, editor)
    BUILDING[what](stored(other), editor)
    before = all_of(claim), all_of(other)

    with pytest.raises(ClaimChanged, match=BUILT_ON):
        undo(stored(claim), by=editor)

    assert (all_of(claim), all_of(other)) == before


def test_a_half_that_somebody_took_stays_theirs(make, editor, reviewer):
    claim, half = cut(make, editor)
    assignments.take(stored(half), by=reviewer)

    with pytest.raises(ClaimChanged, match=BUILT_ON):
        undo(stored(claim), by=editor)

    assert (stored(half).assignee, stored(claim).text) == (reviewer, FIRST)


@EACH
def test_a_step_of_somebody_else_on_it_stays(make, editor, reviewer, anew):
    claim, _other = anew(make, editor)
    assignments.take(stored(claim), by=reviewer)

    with pytest.raises(ClaimChanged, match=BUILT_ON):
        undo(stored(claim), by=editor)

    assert stored(claim).assignee == reviewer


@EACH
def test_words_that_somebody_else_chose_are_not_mine_to_take_back(make, editor, reviewer, anew):
    claim, _other = anew(make, reviewer)

    with pytest.raises(PermissionDenied):
        undo(stored(claim), by=editor)


@EACH
def test_nothing_is_taken_back_twice_or_after_the_sign_off(make, article, editor, second_editor, anew):
    claim, _other = anew(make, editor)
    undo(stored(claim), by=editor)
    with pytest.raises(ClaimChanged):
        undo(stored(claim), by=editor)
    respan(stored(claim), editor)
    named = {"exceptions": ["open"], "note": "It runs now."}
    sign_off_article(Article.objects.get(), by=second_editor, revision=article.revision_id, **named)

    with pytest.raises(ClaimChanged, match=BUILT_ON):
        undo(stored(claim), by=editor)


@EACH
def test_words_that_are_another_claims_by_now_are_not_taken_from_it(make, article, editor, anew):
    claim, _other = anew(make, editor)
    start = TEXT.index(SECOND) if anew is merged else 0
    there = triage.mark_claim(article, by=editor, start=start, end=start + len(SECOND if start else WHOLE))

    with pytest.raises(ClaimChanged, match="another claim already") as refused:
        undo(stored(claim), by=editor)

    assert refused.value.state["claim"] == there.pk
    assert stored(claim).version == 2


def test_who_is_no_editor_any_more_takes_back_no_words_in_the_hands_of_another(make, editor, reviewer):
    claim = respan(make(WHOLE, status=Status.IN_CHECK, assignee=reviewer), editor)
    editor.role = "reviewer"
    editor.save()

    with pytest.raises(NotHolder):
        undo(stored(claim), by=editor)


@EACH
def test_an_event_of_before_words_were_kept_leads_nowhere(make, editor, anew):
    claim = make(WHOLE)
    kind = {told_anew: "claim.respan", cut: "claim.split", merged: "claim.merge"}[anew]
    Event.objects.append(kind, claim, by=editor, before={"status": "open"}, within=claim.article)

    with pytest.raises(ClaimChanged):
        undo(claim, by=editor)


@EACH
def test_the_words_of_before_go_from_the_trail_with_those_of_the_article(make, article, editor, anew):
    claim, other = anew(make, editor)
    events = Event.objects.filter(subject_kind="claim", subject_id__in=[claim.pk, other.pk])
    assert any("Jane" in str(event.before) for event in events)

    tombstones.erase_article(article, by=None, reason="A court asked.", details={})

    assert not any("Jane" in str([event.before, event.after]) for event in events.all())
    with pytest.raises(ArticleErased):
        undo(stored(claim), by=editor)


@pytest.mark.parametrize("anew", [cut, merged])
def test_what_was_taken_back_does_not_count_as_work(make, desk, editor, anew):
    now = timezone.now() + timedelta(minutes=1)

    def of_today():
        return desk_figures.days(Claim.objects.filter(desk=desk), now - timedelta(days=1), now, 1)[-1]

    claim, _other = anew(make, editor)
    undo(stored(claim), by=editor)

    assert (of_today().came, of_today().dropped) == (0, 0)
