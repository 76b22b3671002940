"""What a signed-off verdict asks of house copy: fixes that the writer decides on, and waivers."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from claims import search
from claims.actions import fixes, undo, verdicts
from claims.consequences import UNDECIDED as FIXES_UNDECIDED
from claims.gates import open_gates
from claims.models import ArticleKind, Claim, Fix, FixState, Outcome, Waiver
from claims.workflow import ClaimChanged, Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, RatingFactory, UserFactory

TEXT = "Rents rose by 9 percent in May. The mayor signed 12 leases. It rained all week in Brask."


@pytest.fixture
def writer(desk):
    return UserFactory(name="Wanda Writer", role="reviewer", desks=[desk])


@pytest.fixture
def article(editor, desk, writer):
    return ArticleFactory(desk=desk, submitted_by=editor, writer=writer, kind=ArticleKind.HOUSE, text=TEXT)


@pytest.fixture
def judged(article, reviewer, second_editor):
    """`judged(words, outcome, …)`: the claim on these words, checked and signed off with this outcome."""

    def judged(words, outcome, **verdict):
        start = TEXT.index(words)
        claim = ClaimFactory(
            article=article, start=start, end=start + len(words), status=Status.IN_CHECK, assignee=reviewer
        )
        search.add_claims([claim.pk])
        record = EvidenceFactory(claim=claim, added_by=reviewer)
        proposed = verdicts.propose_verdict(
            claim,
            by=reviewer,
            rating=RatingFactory(scale=article.scale),
            rationale="The register says so.",
            evidence=[record],
            outcome=outcome,
            **verdict,
        )
        verdicts.sign_off(claim, by=second_editor, verdict=proposed.pk)
        return claim

    return judged


@pytest.fixture
def fix(judged):
    return judged("9 percent", Outcome.FIX, new_wording="8 percent").fixes.get()


def gates(article):
    return [gate.code for gate in open_gates(article)]


def test_a_signed_verdict_asks_the_writer_and_holds_up_the_sign_off(fix, article):
    assert (fix.old, fix.new, fix.state) == ("9 percent", "8 percent", FixState.ASKED)
    assert gates(article) == ["fixes_asked"]


def test_an_accepted_fix_is_applied_and_nothing_else_changes(fix, article, judged, writer, editor):
    cut = judged("The mayor signed 12 leases.", Outcome.CUT).fixes.get()
    for one in (fix, cut):
        fixes.accept(one, by=writer)
    assert gates(article) == ["fixes_accepted"]

    plan = fixes.plan_accepted(article, by=editor, base=article.revision_id)
    fixes.apply_accepted(article, by=editor, base=article.revision_id)

    article.refresh_from_db()
    assert plan.document.text == article.revision.text
    assert article.revision.text == "Rents rose by 8 percent in May. It rained all week in Brask."
    assert {one.state for one in Fix.objects.all()} == {FixState.APPLIED}
    fix.claim.refresh_from_db()
    assert (fix.claim.text, fix.claim.status) == ("8 percent", Status.RESOLVED)
    assert "fixes_accepted" not in gates(article)


def test_two_fixes_in_one_sentence_are_applied_together(article, judged, writer, editor):
    both = [
        judged("9 percent", Outcome.FIX, new_wording="8 percent"),
        judged("in May", Outcome.FIX, new_wording="in June"),
    ]
    for claim in both:
        fixes.accept(claim.fixes.get(), by=writer)

    fixes.apply_accepted(article, by=editor, base=article.revision_id)

    for claim in both:
        claim.refresh_from_db()
    assert [(claim.text, claim.status) for claim in both] == [
        ("8 percent", Status.RESOLVED),
        ("in June", Status.RESOLVED),
    ]


@pytest.mark.parametrize(
    ("words", "new", "text"),
    [
        # Joined with the next sentence, split in two, begun in lower case, the end cut, no end.
        ("Rents rose by 9 percent in May.", "Rents rose by 8 percent", "Rents rose by 8 percent The mayor"),
        (
            "Rents rose by 9 percent in May.",
            "Rents rose. By 8 percent.",
            "Rents rose. By 8 percent. The mayor",
        ),
        ("The mayor signed 12 leases.", "eleven leases, it says", "in May. eleven leases, it says It rained"),
        ("It rained all week in Brask.", "", "signed 12 leases."),
        ("It rained all week in Brask.", "It rained twice", "12 leases. It rained twice"),
    ],
)
def test_what_was_accepted_counts_as_applied_however_it_is_worded(
    article, judged, writer, editor, words, new, text
):
    outcome = Outcome.FIX if new else Outcome.CUT
    claim = judged(words, outcome, **({"new_wording": new} if new else {}))
    fix = claim.fixes.get()
    fixes.accept(fix, by=writer)

    fixes.apply_accepted(article, by=editor, base=article.revision_id)

    for row in (article, claim, fix):
        row.refresh_from_db()
    assert text in article.revision.text
    assert fix.state == FixState.APPLIED
    assert claim.status == (Status.RESOLVED if new else Status.CLOSED)
    assert claim.text.split() == (new or words).split()


def test_fixes_of_the_same_words_are_refused(article, judged, writer, editor):
    for words, new in (("9 percent in May", "8 percent in May"), ("in May", "in June")):
        fixes.accept(judged(words, Outcome.FIX, new_wording=new).fixes.get(), by=writer)

    with pytest.raises(ValidationError, match="same words"):
        fixes.apply_accepted(article, by=editor, base=article.revision_id)


def test_declining_needs_a_reason_and_goes_back_to_the_editor(fix, article, writer, editor, second_editor):
    with pytest.raises(ValidationError):
        fixes.decline(fix, by=writer, reason=" ")
    fixes.decline(fix, by=writer, reason="My source says 9.")
    assert gates(article) == ["fixes_declined"]

    fixes.insist(fix, by=second_editor, reason="The register counts.")
    assert fix.state == FixState.ASKED
    fixes.decline(fix, by=writer, reason="No.")
    fixes.give_way(fix, by=second_editor, reason="A matter of style.")
    assert (fix.state, gates(article)) == (FixState.DROPPED, [])


def test_an_editor_waives_what_the_writer_declined(fix, article, writer, second_editor):
    fixes.decline(fix, by=writer, reason="My source says 9.")

    fixes.waive(fix, by=second_editor, reason="Source known to us.")

    waiver = Waiver.objects.get()
    assert (waiver.asked_by, waiver.approved_by, fix.state) == (writer, second_editor, FixState.DROPPED)


def test_nobody_waives_what_they_declined_themselves(fix, second_editor):
    fixes.decline(fix, by=second_editor, reason="For the writer.")

    with pytest.raises(PermissionDenied):
        fixes.waive(fix, by=second_editor, reason="It is fine.")


def test_who_gave_the_verdict_does_not_waive_it(fix, writer, reviewer):
    fixes.decline(fix, by=writer, reason="My source says 9.")
    reviewer.role = "editor"  # since
    reviewer.save()

    with pytest.raises(PermissionDenied):
        fixes.waive(fix, by=reviewer, reason="It is fine.")


def test_only_the_writer_or_an_editor_decides(fix, reviewer, second_reviewer, editor):
    for person in (reviewer, second_reviewer):
        with pytest.raises(PermissionDenied):
            fixes.accept(fix, by=person)
    with pytest.raises(PermissionDenied):
        fixes.insist(fix, by=reviewer, reason="Because.")
    fixes.accept(fix, by=editor)


def test_of_two_decisions_the_second_is_told(fix, writer):
    other = Fix.objects.get(pk=fix.pk)
    fixes.accept(fix, by=writer)

    with pytest.raises(ClaimChanged):
        fixes.decline(other, by=writer, reason="No.")


def test_undoing_the_sign_off_drops_the_fix_and_signing_again_asks_again(fix, second_editor, article):
    claim = fix.claim
    claim.refresh_from_db()
    undo.undo(claim, by=second_editor)
    fix.refresh_from_db()
    assert fix.state == FixState.DROPPED

    verdicts.sign_off(claim, by=second_editor, verdict=claim.verdict_id)
    fix.refresh_from_db()
    assert fix.state == FixState.ASKED


@pytest.fixture
def reopened(fix, second_editor):
    """`reopened()`: the claim of the fix is reopened, and that is undone at once."""

    def reopened():
        claim = Claim.objects.get(pk=fix.claim_id)
        verdicts.reopen(claim, by=second_editor, reason="Is that so?")
        assert not claim.fixes.filter(state__in=FIXES_UNDECIDED).exists()
        assert not claim.waivers.filter(ended_at=None).exists()
        undo.undo(claim, by=second_editor)
        fix.refresh_from_db()

    return reopened


class TestUndoingAReopening:
    def test_a_fix_that_waits_for_the_writer_waits_again(self, fix, reopened):
        reopened()
        assert fix.state == FixState.ASKED

    def test_an_accepted_fix_is_accepted(self, fix, reopened, writer):
        fixes.accept(fix, by=writer)
        reopened()
        assert fix.state == FixState.ACCEPTED

    def test_an_applied_fix_is_not_asked_for_again(self, fix, reopened, article, writer, editor):
        fixes.accept(fix, by=writer)
        fixes.apply_accepted(article, by=editor, base=article.revision_id)
        reopened()
        assert fix.state == FixState.APPLIED

    def test_a_waiver_holds_again(self, fix, reopened, writer, second_editor):
        fixes.decline(fix, by=writer, reason="My source says 9.")
        fixes.waive(fix, by=second_editor, reason="Source known to us.")
        reopened()
        assert (fix.state, Waiver.objects.get().ended_at) == (FixState.DROPPED, None)

    def test_a_waiver_of_the_verdict_holds_again(self, judged, second_editor):
        claim = judged("12 leases", Outcome.ON_AUTHOR)
        verdicts.reopen(claim, by=second_editor, reason="Is that so?")
        undo.undo(claim, by=second_editor)
        assert Waiver.objects.get().ended_at is None


def test_on_author_is_a_waiver_by_who_signs(judged, reviewer, second_editor):
    until = timezone.now() + timedelta(days=3)

    claim = judged("12 leases", Outcome.ON_AUTHOR, waived_until=until)

    waiver = claim.waivers.get()
    assert (waiver.asked_by, waiver.approved_by, waiver.expires_at) == (reviewer, second_editor, until)


def test_a_waiver_that_ran_out_is_a_gate(judged, article):
    claim = judged("12 leases", Outcome.ON_AUTHOR)
    Waiver.objects.filter(claim=claim).update(expires_at=timezone.now() - timedelta(seconds=1))

    assert gates(article) == ["waivers"]
