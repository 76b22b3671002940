"""Roles × steps, written out from the product page; and who sees what."""

import pytest
from django.core.exceptions import PermissionDenied

from accounts.models import Membership, User
from accounts.policy import Role
from claims import policy
from claims.models import CheckRule, Standing
from claims.workflow import Status
from tests.factories import ArticleFactory, ClaimFactory, EvidenceFactory, UserFactory, VerdictFactory

REVIEWERS = {"reviewer", "editor"}
EDITORS = {"editor"}
CLAIM_STEPS = {
    "accept": REVIEWERS,
    "dismiss": REVIEWERS,
    "restore": REVIEWERS,
    "respan": REVIEWERS,
    "split": REVIEWERS,
    "merge": REVIEWERS,
    "take": REVIEWERS,
    "assign": EDITORS,
    "release": REVIEWERS,
    "propose": REVIEWERS,
    "take_second": {"reviewer"},  # editors of the desk know the first verdict
    "propose_second": {"reviewer"},
    "withdraw": REVIEWERS,
    "sign_off": EDITORS,
    "return": EDITORS,
    "reopen": EDITORS,
    "undo": REVIEWERS,
    "seen": REVIEWERS,
    "add_evidence": REVIEWERS,
    "add_note": REVIEWERS,
    "resolve_note": REVIEWERS,
    "plan": EDITORS,
    "ask": REVIEWERS,
}
ARTICLE_STEPS = {
    "mark": REVIEWERS,
    "set_role": REVIEWERS,
    "retry": EDITORS,
    "revise": EDITORS,
    "set_readers": EDITORS,
    "publish": EDITORS,
    "correct": EDITORS,
    "sign_off": EDITORS,
    "close": EDITORS,
    "reopen": EDITORS,
    "decide": EDITORS,  # and the author
    "settle": EDITORS,
    "ask_erasure": EDITORS,
}


@pytest.fixture
def claim(desk):
    return ClaimFactory(article__desk=desk)


def test_no_step_without_a_row():
    assert policy.CLAIM_RIGHTS.keys() == CLAIM_STEPS.keys()
    assert policy.ARTICLE_RIGHTS.keys() == ARTICLE_STEPS.keys()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("step", CLAIM_STEPS)
def test_every_role_and_step_of_a_claim(claim, desk, role, step):
    person = UserFactory(role=role, desks=[desk])

    assert policy.may(person, step, claim) == (role.value in CLAIM_STEPS[step])


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("step", ARTICLE_STEPS)
def test_every_role_and_step_of_an_article(claim, desk, role, step):
    person = UserFactory(role=role, desks=[desk])

    assert policy.may(person, step, claim.article) == (role.value in ARTICLE_STEPS[step])


def test_somebody_who_left_the_house_may_nothing(claim, desk):
    gone = UserFactory(role=Role.EDITOR, desks=[desk], is_active=False)

    assert policy.steps_for(gone, claim) == set()
    assert not policy.visible_claims(gone).exists()


@pytest.mark.parametrize("step", ["take", "propose", "seen", "sign_off", "return"])
def test_the_author_neither_checks_nor_signs(claim, editor, step):
    claim.article.writer = editor

    with pytest.raises(PermissionDenied, match="Four eyes"):
        policy.require(editor, step, claim)


def test_the_author_decides_on_the_fixes_and_does_not_settle_them(claim, viewer, editor):
    for author in (viewer, editor):
        claim.article.writer = author
        assert policy.may(author, "decide", claim.article)
        assert not policy.may(author, "settle", claim.article)
        policy.require_reads_fixes(author, claim.article)
    with pytest.raises(PermissionDenied):
        policy.require_reads_fixes(viewer, claim.article)


@pytest.mark.parametrize(
    ("kind", "written", "author"),
    [
        ("house", True, "writer"),
        ("house", False, "submitter"),
        ("outside", True, "writer"),
        ("outside", False, None),
    ],
)
def test_who_the_author_is(desk, editor, second_editor, kind, written, author):
    article = ArticleFactory(
        desk=desk, kind=kind, submitted_by=editor, writer=second_editor if written else None
    )

    expected = {"writer": second_editor.pk, "submitter": editor.pk, None: None}[author]

    assert article.author_id == expected
    assert policy.may(editor, "sign_off", article) == (expected != editor.pk)


def test_the_checker_does_not_sign_off_their_own_verdict(claim, editor, second_editor):
    claim.verdict = VerdictFactory(claim=claim, author=editor)

    assert "Four eyes" in policy.refusal(editor, "sign_off", claim)
    assert "Four eyes" in policy.refusal(editor, "return", claim)
    assert policy.may(second_editor, "sign_off", claim)


def test_only_its_author_withdraws_a_verdict(claim, reviewer, second_reviewer):
    claim.verdict = VerdictFactory(claim=claim, author=reviewer)

    assert policy.may(reviewer, "withdraw", claim)
    assert policy.refusal(second_reviewer, "withdraw", claim)


def test_people_see_the_articles_of_their_desks(claim, reviewer, outsider):
    assert set(policy.visible_claims(reviewer)) == {claim}
    assert set(policy.visible_articles(reviewer)) == {claim.article}
    assert not policy.visible_claims(outsider).exists()
    assert not policy.visible_articles(outsider).exists()


def test_an_admin_sees_only_their_own_desks(claim, admin):
    other = ClaimFactory()

    assert set(policy.visible_claims(admin)) == {claim}
    assert other not in policy.visible_claims(admin)


def test_a_restricted_article_exists_only_for_the_people_named(claim, editor, reviewer, second_reviewer):
    claim.article.restricted = True
    claim.article.save()
    claim.article.readers.add(reviewer)

    assert set(policy.visible_claims(reviewer)) == {claim}
    assert not policy.visible_claims(editor).exists()
    assert not policy.visible_articles(second_reviewer).exists()
    assert set(policy.people_who_see(claim.article)) == {reviewer}


def test_being_named_does_not_open_another_desk(claim, outsider):
    claim.article.restricted = True
    claim.article.save()
    claim.article.readers.add(outsider)

    assert not policy.visible_claims(outsider).exists()
    assert outsider not in policy.people_who_see(claim.article)


def test_leaving_a_desk_takes_effect_at_once(claim, reviewer):
    Membership.objects.filter(user=reviewer).delete()

    assert not policy.visible_claims(reviewer).exists()


def test_a_private_source_is_for_its_finder_the_checkers_and_the_editors(
    claim, editor, reviewer, second_reviewer, viewer, desk
):
    finder, past_checker = UserFactory(desks=[desk]), UserFactory(desks=[desk])
    evidence = EvidenceFactory(claim=claim, private=True, added_by=finder)
    claim.assignee = reviewer
    VerdictFactory(claim=claim, author=past_checker)

    seers = {
        person
        for person in [editor, reviewer, second_reviewer, viewer, finder, past_checker]
        if policy.sees_source(person, evidence, claim)
    }

    assert seers == {editor, reviewer, finder, past_checker}


def test_an_open_source_is_for_all_who_see_the_claim(claim, viewer):
    assert policy.sees_source(viewer, EvidenceFactory(claim=claim, private=False), claim)


def test_only_editors_submit_and_only_to_their_desks(editor, reviewer, desk, other_desk):
    policy.require_submit(editor, desk)

    with pytest.raises(PermissionDenied, match="Only editors"):
        policy.require_submit(reviewer, desk)
    with pytest.raises(PermissionDenied, match="your own desks"):
        policy.require_submit(editor, other_desk)


def test_only_editors_of_a_desk_set_its_threshold(editor, reviewer, viewer, admin, outsider, desk):
    policy.require_set_threshold(editor, desk)

    for person in [reviewer, viewer, admin, outsider]:
        with pytest.raises(PermissionDenied, match="Only editors of the desk"):
            policy.require_set_threshold(person, desk)


def test_only_editors_export(editor, reviewer, viewer, admin):
    policy.require_export(editor)

    for person in [reviewer, viewer, admin]:
        with pytest.raises(PermissionDenied, match="Only editors"):
            policy.require_export(person)


@pytest.fixture
def checked(desk, reviewer):
    """A resolved claim with a returned and a signed verdict and a source."""
    claim = ClaimFactory(article=ArticleFactory(desk=desk), status=Status.RESOLVED)
    VerdictFactory(claim=claim, author=reviewer, standing=Standing.RETURNED)
    claim.verdict = VerdictFactory(claim=claim, author=reviewer, standing=Standing.SIGNED_OFF)
    claim.save()
    EvidenceFactory(claim=claim)
    return claim


def read_by(person, claim):
    """How many verdicts and sources of `claim` a person reads, and whether they ask in vain."""
    try:
        policy.require_reads_verdicts(person, claim)
        refused = ""
    except PermissionDenied as error:
        refused = str(error)
    return policy.verdicts_for(person, claim).count(), policy.evidence_for(person, claim).count(), refused


@pytest.mark.parametrize("status", ["checking", "ready", "signed_off", "closed"])
def test_who_only_reads_reads_what_was_signed_once_the_article_is(
    editor, reviewer, viewer, admin, checked, status
):
    checked.article.status = status
    checked.article.save()

    final = status in {"signed_off", "closed"}
    for person in [editor, reviewer]:
        assert read_by(person, checked) == (2, 1, "")
        policy.require_reads_work(person)
    for person in [viewer, admin]:
        assert read_by(person, checked) == ((1, 1, "") if final else (0, 0, policy.IN_WORK))
        assert policy.reads_verdicts(person, status) == final
        with pytest.raises(PermissionDenied, match=r"^Notes and history are for reviewers and editors\.$"):
            policy.require_reads_work(person)


def test_of_a_claim_that_was_dropped_who_only_reads_sees_no_source(viewer, checked):
    checked.article.status = "signed_off"
    checked.article.save()
    checked.verdict, checked.status = None, Status.DISMISSED
    checked.save()

    assert policy.evidence_for(viewer, checked).count() == 0


@pytest.mark.parametrize("status", [Status.OPEN, Status.AWAITING_SECOND_CHECK])
@pytest.mark.parametrize("number", [2, 12])
def test_whom_a_claim_can_be_given_is_asked_once_for_all(
    claim, desk, reviewer, editor, viewer, outsider, status, number, django_assert_num_queries
):
    """Two of them named by the rule for the claim, of all who are there."""
    colleagues = [UserFactory(desks=[desk]) for _ in range(number)]
    claim.status = status
    claim.save()
    VerdictFactory(claim=claim, author=reviewer, standing=Standing.BLIND)
    CheckRule.objects.create().people.set([*colleagues[:2], reviewer])

    with django_assert_num_queries(1 if status == Status.OPEN else 4):
        people = policy.people_to_assign(claim)

    first = {reviewer, editor, *colleagues}
    assert set(people) == (first if status == Status.OPEN else set(colleagues[:2]))
    assert set(people) == {
        one for one in User.objects.all() if policy.may_hold(one, claim, policy.taking(claim))
    }
