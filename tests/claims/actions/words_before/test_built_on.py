"""Words, a split or a merge that somebody built on stay; and who may take them back."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import timezone

from accounts.models import Event
from claims import desk_figures
from claims.actions import assignments, evidence, notes, revisions, tombstones, triage
from claims.actions.articles import sign_off_article
from claims.actions.undo import undo
from claims.models import Article, Claim
from claims.workflow import ArticleErased, ClaimChanged, NotHolder, Status
from tests.claims.actions.words_before.steps import (
    BUILT_ON,
    FIRST,
    SECOND,
    TEXT,
    WHOLE,
    all_of,
    cut,
    merged,
    respan,
    stored,
    told_anew,
)

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
