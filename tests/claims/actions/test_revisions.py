"""A new version of the text: stored once, every claim carried over by what became of its words."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from accounts.models import Event
from claims import search
from claims.actions import articles, evidence, revisions, triage, verdicts
from claims.actions.carrying import Carry, apart
from claims.anchoring import Anchored, Change
from claims.jobs import extraction as job
from claims.models import Carried, Claim, Extraction, Fix, FixState, Revision, SignOff, Standing
from claims.text import Span
from claims.workflow import ArticleChanged, ArticleStatus, ClaimChanged, Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory

TEXT = "Rents rose by 9 percent in May. The mayor signed 12 leases. It rained all week in Brask."
RENTS, LEASES, RAIN = (0, 31), (32, 59), (60, 88)


@pytest.fixture
def article(editor, desk):
    return ArticleFactory(desk=desk, submitted_by=editor, text=TEXT)


def claim_on(article, span, **fields):
    claim = ClaimFactory(article=article, start=span[0], end=span[1], **fields)
    search.add_claims([claim.pk])
    return claim


@pytest.fixture
def decided(article, reviewer, second_editor):
    """A claim on the rents that was checked and signed off."""
    claim = claim_on(article, RENTS, status=Status.IN_CHECK, assignee=reviewer)
    record = EvidenceFactory(claim=claim, added_by=reviewer)
    verdict = verdicts.propose_verdict(
        claim, by=reviewer, rating=RatingFactory(scale=article.scale), rationale="Seen.", evidence=[record]
    )
    verdicts.sign_off(claim, by=second_editor, verdict=verdict.pk)
    return claim


def revise(article, text, by, base=None):
    article.refresh_from_db()
    return revisions.add_revision(article, by=by, text=text, base=base or article.revision_id)


def test_what_stays_the_same_only_moves(article, decided, editor):
    version = decided.version
    revise(article, "A new first sentence.\n\n" + TEXT, editor)

    decided.refresh_from_db()
    article.refresh_from_db()
    assert (article.revision.number, decided.revision_id) == (2, article.revision_id)
    assert decided.text == article.revision.text[decided.start : decided.end] == TEXT[slice(*RENTS)]
    assert (decided.status, decided.version, decided.verdict.standing) == (
        Status.RESOLVED,
        version,
        Standing.SIGNED_OFF,
    )
    assert not Event.objects.about(decided).filter(kind__contains="changed").exists()
    assert Carried.objects.get(claim=decided).change == Change.SAME


def test_a_changed_fact_sends_a_decided_claim_back_to_its_checker(article, decided, editor, reviewer):
    revise(article, TEXT.replace("9 percent", "8 percent"), editor)

    decided.refresh_from_db()
    event = Event.objects.about(decided).last()
    assert (decided.status, decided.assignee, decided.verdict) == (Status.IN_CHECK, reviewer, None)
    assert decided.text == "Rents rose by 8 percent in May."
    assert decided.verdicts.get().standing == Standing.SUPERSEDED
    assert decided.evidence.count() == 1
    assert (event.kind, event.note) == (
        "claim.fact_changed",
        "The number “9 percent” became “8 percent”.",
    )
    assert decided.verdicts.get().words == "Rents rose by 9 percent in May."


def test_a_changed_fact_leaves_the_claim_open_where_its_checker_may_no_longer(
    article, decided, editor, reviewer
):
    reviewer.memberships.all().delete()

    revise(article, TEXT.replace("9 percent", "8 percent"), editor)

    decided.refresh_from_db()
    assert (decided.status, decided.assignee) == (Status.OPEN, None)


def test_changed_wording_keeps_the_verdict_and_asks_for_a_glance(article, decided, editor):
    revise(article, TEXT.replace("Rents rose", "Rents climbed"), editor)

    decided.refresh_from_db()
    assert (decided.status, decided.wants_a_glance) == (Status.RESOLVED, True)
    assert decided.verdict.standing == Standing.SIGNED_OFF


def test_a_claim_whose_words_are_gone_is_closed_with_its_history(article, decided, editor):
    old = article.revision_id
    revise(article, TEXT[RENTS[1] + 1 :], editor)

    decided.refresh_from_db()
    assert (decided.status, decided.revision_id, decided.text) == (Status.CLOSED, old, TEXT[slice(*RENTS)])
    assert decided.evidence.count() == decided.verdicts.count() == 1


def test_a_claim_marked_by_hand_is_carried_like_any_other(article, editor):
    claim = triage.mark_claim(article, by=editor, start=36, end=41)

    revise(article, "Late. " + TEXT, editor)

    claim.refresh_from_db()
    assert (claim.text, claim.start) == ("mayor", 42)
    assert [(cue["start"], cue["end"]) for cue in claim.cues] == [(42, 47)]


def test_who_checks_a_claim_is_told_that_its_words_changed(article, editor, reviewer):
    claim = claim_on(article, LEASES, status=Status.IN_CHECK, assignee=reviewer)
    seen = Claim.objects.get(pk=claim.pk)

    revise(article, TEXT.replace("12", "13"), editor)

    claim.refresh_from_db()
    assert (claim.status, claim.assignee, claim.wants_a_glance) == (Status.IN_CHECK, reviewer, True)
    record = evidence.add_evidence(claim, by=reviewer, kind="primary", locator="Register", stance="supports")
    with pytest.raises(ClaimChanged):  # what was typed for the old words does not pass for the new ones
        verdicts.propose_verdict(
            seen, by=reviewer, rating=RatingFactory(scale=article.scale), rationale="Seen.", evidence=[record]
        )


def test_a_fix_that_was_asked_for_is_applied_and_the_sign_off_stands(article, decided, editor):
    fix = Fix.objects.create(
        verdict=decided.verdict,
        claim=decided,
        article=article,
        old=decided.text,
        new="Rents rose by 7 percent in May.",
        state=FixState.ACCEPTED,
    )

    revise(article, TEXT.replace("9", "7"), editor)

    decided.refresh_from_db()
    fix.refresh_from_db()
    assert (decided.status, decided.text, fix.state) == (Status.RESOLVED, fix.new, FixState.APPLIED)
    assert decided.verdict.standing == Standing.SIGNED_OFF


def test_a_late_change_reopens_a_signed_article_visibly(article, decided, editor, second_editor):
    articles.sign_off_article(article, by=second_editor, revision=article.revision_id)

    revise(article, "One more line. " + TEXT, editor)

    article.refresh_from_db()
    assert article.status == ArticleStatus.CHECKING
    assert SignOff.objects.get(claim=None).undone_at is not None
    event = Event.objects.about(article).filter(kind="article.revised").get()
    assert event.after["sha256"] == article.revision.sha256


def test_the_same_text_again_stores_nothing(article, editor):
    first, _plan, new = revise(article, TEXT + " More.", editor)
    again, _plan, new_again = revise(article, TEXT + " More.", editor)

    assert (new, new_again, first) == (True, False, again)
    assert article.revisions.count() == 2


def test_what_was_sent_twice_is_stored_once_and_no_conflict(article, editor):
    base = article.revision_id
    first, _plan, _new = revise(article, TEXT + " More.", editor, base=base)
    again, plan, new = revise(article, TEXT + " More.", editor, base=base)

    assert (again, plan.base, new) == (first, first, False)
    assert article.revisions.count() == 2


def test_a_revision_of_an_older_text_is_refused(article, editor):
    old = article.revision_id
    revise(article, TEXT + " More.", editor)

    with pytest.raises(ArticleChanged):
        revise(article, TEXT + " Other.", editor, base=old)

    assert article.revisions.count() == 2


def test_an_empty_text_is_refused_at_its_field(article, editor):
    with pytest.raises(ValidationError) as raised:
        revise(article, "  \n ", editor)

    assert "text" in raised.value.message_dict


def test_a_preview_stores_nothing_and_says_the_same(article, decided, editor):
    text = TEXT.replace("9 percent", "8 percent")
    plan = revisions.plan_revision(article, by=editor, text=text, base=article.revision_id)

    assert article.revisions.count() == 1
    assert [(one.claim, one.anchored.change) for one in plan.carries] == [(decided, Change.FACT_CHANGED)]
    assert [piece.text for piece in plan.diff if piece.op != "equal"] == ["9 ", "8 "]


@pytest.mark.parametrize("person", ["reviewer", "viewer", "admin"])
def test_only_editors_bring_a_new_text(article, person, request):
    with pytest.raises(PermissionDenied):
        revise(article, TEXT + " More.", request.getfixturevalue(person))


def test_two_claims_that_become_one_leave_the_first(article, editor):
    first, second = claim_on(article, (32, 58)), claim_on(article, (36, 58))

    revise(article, TEXT.replace("The mayor signed", "Mayor signed"), editor)

    first.refresh_from_db()
    second.refresh_from_db()
    assert {first.status, second.status} >= {Status.OPEN}
    assert Claim.objects.filter(revision=article.revision_id).count() == len(
        {(c.start, c.end) for c in Claim.objects.filter(revision=article.revision_id)}
    )


def test_changed_words_are_found_by_search_and_old_ones_are_not(article, editor):
    claim = claim_on(article, LEASES)

    revise(article, TEXT.replace("12 leases", "12 contracts"), editor)

    assert list(search.claims_matching(Claim.objects.all(), "contracts")) == [claim]
    assert list(search.claims_matching(Claim.objects.all(), "leases")) == []


class TestTheSearchOfALaterRevision:
    @pytest.fixture
    def found(self, monkeypatch):
        """`found(text, *words)`: the extractor suggests these words."""
        from claims.extraction import Candidate, Extracted, pipeline

        monkeypatch.setattr(pipeline, "load", lambda: None)

        def found(text, *words):
            candidates = [
                Candidate(
                    text.index(one), text.index(one) + len(one), 0.9, "quantity", [], "Ada Brandt", [], []
                )
                for one in words
            ]
            monkeypatch.setattr(
                job.language, "find_candidates", lambda *_, **__: Extracted("en", [], candidates)
            )

        return found

    def run(self, article):
        article.refresh_from_db()
        job.extract_claims(Extraction.objects.get(revision=article.revision_id).pk)

    def test_only_what_is_new_is_suggested(self, article, editor, found):
        text = TEXT + " The port has 40 cranes."
        revise(article, text, editor)
        found(text, TEXT[slice(*RENTS)], "The port has 40 cranes.")

        self.run(article)

        assert [claim.text for claim in Claim.objects.filter(article=article)] == ["The port has 40 cranes."]
        article.refresh_from_db()
        assert article.status == ArticleStatus.CHECKING

    def test_what_was_dismissed_does_not_come_back_for_the_same_words(self, article, editor, found):
        claim = claim_on(article, LEASES, status=Status.SUGGESTED)
        triage.dismiss(claim, by=editor, reason="Trivial.")
        text = "New. " + TEXT
        revise(article, text, editor)
        found(text, TEXT[slice(*LEASES)])

        self.run(article)

        assert [one.status for one in Claim.objects.filter(article=article)] == [Status.DISMISSED]

    def test_what_was_dismissed_may_come_back_with_another_fact(self, article, editor, found):
        claim = claim_on(article, LEASES, status=Status.SUGGESTED)
        triage.dismiss(claim, by=editor, reason="Trivial.")
        text = TEXT.replace("12", "13")
        revise(article, text, editor)
        found(text, "The mayor signed 13 leases.")

        self.run(article)

        assert sorted(one.status for one in Claim.objects.filter(article=article)) == [
            Status.CLOSED,
            Status.SUGGESTED,
        ]

    def test_a_changed_claim_is_told_anew(self, article, editor, found):
        claim = claim_on(article, LEASES)
        text = TEXT.replace("12", "13")
        revise(article, text, editor)
        found(text, "The mayor signed 13 leases.")

        self.run(article)

        claim.refresh_from_db()
        assert (claim.claimant, claim.kind, claim.status) == ("Ada Brandt", "quantity", Status.OPEN)

    def test_the_search_of_an_older_text_stores_nothing(self, article, editor, found):
        Extraction.objects.filter(revision=article.revision_id).update(state="queued")
        old = Extraction.objects.get(revision=article.revision_id)
        revise(article, TEXT + " More.", editor)
        found(TEXT, TEXT[slice(*RENTS)])

        job.extract_claims(old.pk)

        assert Claim.objects.filter(article=article).count() == 0
        found(TEXT + " More.", TEXT[slice(*RENTS)])
        self.run(article)
        assert Claim.objects.get(article=article).text == TEXT[slice(*RENTS)]


def test_of_two_claims_that_become_one_the_plan_says_which_goes(article, editor):
    first = claim_on(article, RENTS)
    second = claim_on(article, LEASES)
    place = Anchored(Change.SAME, Span(0, 31), "The same words.")

    kept, gone = apart([Carry(first, place, None), Carry(second, place, None)])

    assert (kept.anchored, gone.anchored.change, gone.anchored.place) == (place, Change.GONE, None)


def test_what_made_the_old_words_readable_alone_is_not_kept_for_new_ones(article, editor):
    alone = "The mayor [of Brask] signed 12 leases."
    same = claim_on(article, LEASES, standalone=alone)
    changed = claim_on(article, RENTS, standalone="Rents [in Brask] rose by 9 percent in May.")

    revise(article, TEXT.replace("9 percent", "7 percent"), editor)

    changed.refresh_from_db()
    same.refresh_from_db()
    assert (changed.standalone, same.standalone) == ("", alone)


def test_a_long_reason_is_kept_as_far_as_its_place_goes(article, editor):
    number = "9" * 400
    article.revision.text = TEXT.replace("12", number)
    Revision.objects.filter(pk=article.revision_id).update(text=article.revision.text)
    claim = claim_on(article, (LEASES[0], LEASES[1] + 398))

    revise(article, article.revision.text.replace(number, number + "1"), editor)

    assert len(claim.carried.get().why) == Carried._meta.get_field("why").max_length
    assert Event.objects.about(claim).last().note.endswith("1”.")


def test_headline_and_standfirst_keep_their_parts(article, editor):
    told = {"headline": "Rents rose in Brask.", "standfirst": "By 9 percent, the register says."}
    article = articles.submit_article(
        by=editor, text=TEXT, kind=article.kind, desk=article.desk, title="Rents", **told
    )

    revision, *_ = revise(article, article.revision.text.replace("12 leases", "13 leases"), editor)

    assert [block["role"] for block in revision.blocks] == ["headline", "standfirst", "paragraph"]
