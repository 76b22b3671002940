"""Who may take which step: rules give the sentence that refuses, or "".

A rule asks an article or a claim for what it has to know, and gives back who is refused: what was asked once
serves for many people. Rights to steps never look at a status: a step at the wrong moment is a 409 of the
workflow, never a 403.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.policy import can_review, is_editor
from claims.four_eyes import first_verdict, free_for
from claims.models import Article, CheckRule, Claim
from claims.policy.seeing import people_who_see, visible_claims
from claims.workflow import Status


def _only(fits, why):
    """The rule that a step is for people who fit, whatever it is taken on."""
    return lambda _subject: lambda user: "" if fits(user) else str(why)


_reviews = _only(can_review, gettext_lazy("Only reviewers and editors can do this."))
_edits = _only(is_editor, gettext_lazy("Only editors can do this."))
_knows_no_verdict = _only(
    lambda user: not is_editor(user),
    gettext_lazy("Editors of the desk know the first verdict, so they do not give the second."),
)


def _proposed(claim):
    given = claim.verdict or first_verdict(claim)
    why = _("Only the person who proposed this verdict can withdraw it.")
    return lambda user: "" if given is None or given.author_id == user.pk else why


def _is_named_by_rule(claim):
    rule = CheckRule.of(claim) if claim.status == Status.AWAITING_SECOND_CHECK else None
    named = set(rule.people.values_list("pk", flat=True)) if rule is not None else set()
    why = _("The rule for this claim names who gives the second verdict.")
    return lambda user: "" if not named or user.pk in named else why


CLAIM_RIGHTS = {
    "accept": [_reviews],
    "dismiss": [_reviews],
    "restore": [_reviews],
    "respan": [_reviews],
    "split": [_reviews],
    "merge": [_reviews],
    "take": [_reviews, free_for("checker")],
    "assign": [_edits],
    "release": [_reviews],
    "propose": [_reviews, free_for("checker")],
    "withdraw": [_reviews, _proposed],
    "take_second": [_reviews, free_for("second_checker"), _knows_no_verdict, _is_named_by_rule],
    "propose_second": [_reviews, free_for("second_checker"), _knows_no_verdict, _is_named_by_rule],
    "sign_off": [_edits, free_for("approver")],
    "return": [_edits, free_for("approver")],
    "reopen": [_edits],
    "undo": [_reviews],
    "seen": [_reviews, free_for("checker")],
    "add_evidence": [_reviews],
    "add_note": [_reviews],
    "resolve_note": [_reviews],
    "plan": [_edits],
    "ask": [_reviews],
}


def _did_not_write_article(article):
    why = _("Four eyes: the author of an article cannot sign it off.")
    return lambda user: why if article.author_id == user.pk else ""


def _answers_for_writer(article):
    why = _("The writer of the article decides on its fixes, or an editor for them.")

    def refusal(user):
        answers = is_editor(user) or (user.is_active and article.author_id == user.pk)
        return "" if answers else why

    return refusal


def _is_not_asked(article):
    why = _("Four eyes: the author of an article does not settle its fixes.")
    return lambda user: why if article.author_id == user.pk else ""


ARTICLE_RIGHTS = {
    "mark": [_reviews],
    "set_role": [_reviews],  # of a block of its text
    "retry": [_edits],
    "revise": [_edits],
    "set_readers": [_edits],
    "publish": [_edits],
    "correct": [_edits],
    "sign_off": [_edits, _did_not_write_article],
    "close": [_edits],
    "reopen": [_edits],
    "ask_erasure": [_edits],
    "decide": [_answers_for_writer],  # on its fixes: accept, decline
    "settle": [_edits, _is_not_asked],  # what the writer declined: insist, give way, waive
}


def refusal(user, step, subject):
    """The sentence that refuses `user` the step on an article or claim, or "" where they may."""
    rights = ARTICLE_RIGHTS if isinstance(subject, Article) else CLAIM_RIGHTS
    return next((why for rule in rights[step] if (why := rule(subject)(user))), "")


def may(user, step, subject):
    return not refusal(user, step, subject)


def require(user, step, subject):
    """Raise PermissionDenied, with the sentence that refuses, unless `user` may take the step."""
    if why := refusal(user, step, subject):
        raise PermissionDenied(why)


def may_hold(user, claim, right="take"):
    """Whether a claim may be put into the hands of `user`: they see its article and may check it."""
    return people_who_see(claim.article).contains(user) and may(user, right, claim)


def out_of_reach(user):
    """The claims in the hands of `user` that they no longer see, or may no longer judge, as a list."""
    seen = set(visible_claims(user).held_by(user).values_list("pk", flat=True))
    held = Claim.objects.held_by(user).select_related("article", "verdict")
    return [one for one in held if one.pk not in seen or not may(user, proposing(one), one)]


def people_to_assign(claim):
    """The people who may be given `claim` where it stands, as a list: those who `may_hold` it.

    However many they are, the rules ask for what belongs to the claim once.
    """
    rules = [rule(claim) for rule in CLAIM_RIGHTS[taking(claim)]]
    return [one for one in people_who_see(claim.article) if not any(refuses(one) for refuses in rules)]


def taking(claim):
    """The right that taking `claim` asks for: the first check's, or the second's."""
    return "take_second" if claim.status == Status.AWAITING_SECOND_CHECK else "take"


def proposing(claim):
    """The right that a verdict on `claim` asks for, likewise."""
    return "propose_second" if claim.status == Status.AWAITING_SECOND_CHECK else "propose"


def right_to(step, claim):
    """The right that a step of the workflow asks for where `claim` stands."""
    return {"take": taking, "propose": proposing}.get(step, lambda _claim: step)(claim)


def second_checks_for(user, claims):
    """Those of the queryset `claims` that wait, in nobody's hands, for a second verdict `user` may give."""
    if not can_review(user) or is_editor(user):
        return claims.none()
    waiting = claims.free_for_second_check(user).written_by_others(user)
    naming_others = CheckRule.objects.exclude(people=None).exclude(people=user).filter(active=True)
    if not (for_others := list(naming_others.values_list("pk", flat=True))):
        return waiting
    rule = CheckRule.fitting(OuterRef("desk_id"), OuterRef("kind"), OuterRef("risk"), OuterRef("priority"))
    waiting = waiting.alias(rule=Subquery(rule.values("pk")[:1]))
    return waiting.filter(Q(rule=None) | ~Q(rule__in=for_others))


def steps_for(user, subject):
    """The steps `user` may take on an article or claim at the right moment, for drawing buttons.

    None where the words were erased: that moment does not come again.
    """
    article = subject if isinstance(subject, Article) else subject.article
    if article.erased_at is not None:
        return set()
    rights = ARTICLE_RIGHTS if isinstance(subject, Article) else CLAIM_RIGHTS
    return {step for step in rights if may(user, step, subject)}
