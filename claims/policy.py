"""Who may take which step, and who sees what: the only place for rights on articles and claims.

Rights to steps never look at a status: a step at the wrong moment is a 409 of the workflow, never a
403. What may be read does: verdicts are for all who see an article once it is signed off.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, Subquery

from accounts.models import Desk, Event, User
from accounts.policy import can_administer, can_review, is_editor
from claims.four_eyes import first_verdict, free_for
from claims.models import Article, CheckRule, Claim, Fix, Standing, Verdict, Waiver
from claims.workflow import FINAL, Status

# ---- who sees what


def desks_of(user):
    """The desks whose articles `user` sees; first the one they joined first."""
    if not user.is_active:
        return Desk.objects.none()
    return Desk.objects.filter(memberships__user=user).order_by("memberships__since", "memberships__id")


def _desk_ids(user):
    # Read as a list: an IN of constants lets a page of the queue be read in the order of its index.
    return list(desks_of(user).values_list("pk", flat=True))


def _named(user, article):
    return Exists(Article.readers.through.objects.filter(article_id=OuterRef(article), user_id=user.pk))


def visible_articles(user):
    """The articles of the desks of `user`, less restricted ones that do not name them."""
    return Article.objects.filter(Q(restricted=False) | _named(user, "pk"), desk_id__in=_desk_ids(user))


def visible_claims(user):
    """The claims of the articles `user` may see."""
    return Claim.objects.filter(
        Q(article__restricted=False) | _named(user, "article_id"), desk_id__in=_desk_ids(user)
    )


def visible_fixes(user):
    """The fixes of the articles `user` may see, less old ones of claims that a second person judges blind."""
    fixes = Fix.objects.filter(
        Q(article__restricted=False) | _named(user, "article_id"), article__desk_id__in=_desk_ids(user)
    )
    return fixes if is_editor(user) else fixes.exclude(claim__status=Status.AWAITING_SECOND_CHECK)


def visible_waivers(user):
    """The waivers in the articles `user` may see."""
    return Waiver.objects.filter(
        Q(article__restricted=False) | _named(user, "article_id"), article__desk_id__in=_desk_ids(user)
    )


def people_who_see(article):
    """The active people who may see `article`."""
    people = User.objects.filter(is_active=True, memberships__desk_id=article.desk_id)
    return people.filter(restricted_articles=article) if article.restricted else people


def colleagues_of(user):
    """The active people of the desks of `user`: those whom they may name."""
    return User.objects.filter(is_active=True, memberships__desk__in=_desk_ids(user)).distinct()


def sees_source(user, evidence, claim):
    """Whether locator and quote of `evidence` are shown to `user`, who sees `claim`.

    A private source is for who added it, the checkers of the claim (its holder and the authors of
    its verdicts) and the editors of the desk. Reads `claim.verdicts`: prefetch it for a list.
    """
    if not evidence.private or is_editor(user) or evidence.added_by_id == user.pk:
        return True
    checkers = {claim.assignee_id} | {verdict.author_id for verdict in claim.verdicts.all()}
    return can_review(user) and user.pk in checkers


# ---- work in progress: who only reads sees the article, its claims and how they stand


IN_WORK = "The work on this claim can be read once the article is signed off."


def reads_work(user):
    """Whether `user` reads the work in progress: every verdict and source, the notes and the history.

    Who only reads sees an article, its claims and their statuses; the signed verdicts with their
    evidence once the article is signed off; never notes or the steps in between.
    """
    return can_review(user)


def reads_verdicts(user, article_status):
    """Whether `user` reads the verdicts that stand on the claims of an article of this status."""
    return reads_work(user) or article_status in FINAL


def judges_blind(user, claim):
    """Whether the first verdict on `claim` does not exist for `user`: until the second one is given.

    Its author and the editors of the desk know it; they do not give the second.
    """
    if claim.status != Status.AWAITING_SECOND_CHECK or is_editor(user):
        return False
    first = first_verdict(claim)
    return first is None or first.author_id != user.pk


def verdicts_for(user, claim):
    """Those verdicts of `claim`, which they see, that `user` reads."""
    if judges_blind(user, claim):
        return claim.verdicts.filter(author=user)
    if reads_work(user):
        return claim.verdicts.all() if is_editor(user) else claim.verdicts.exclude(_taken_back(user, claim))
    return claim.verdicts.filter(standing=Standing.SIGNED_OFF, claim__article__status__in=FINAL)


def _taken_back(user, claim):
    """What its author withdrew may well come as the first verdict again; `user` could give the second."""
    if claim.status not in {Status.OPEN, Status.IN_CHECK}:
        return Q(pk=None)
    rule = CheckRule.fitting(claim.desk_id, claim.kind, claim.risk, claim.priority)
    return Q(Exists(rule), ~Q(author=user), standing=Standing.WITHDRAWN)


def evidence_for(user, claim):
    """That evidence of `claim` which `user` reads: as the report tells it, with a verdict or not at all."""
    if judges_blind(user, claim) and not _shows_evidence(claim):
        return claim.evidence.filter(added_by=user)
    if reads_work(user):
        return claim.evidence.all()
    return claim.evidence.filter(
        claim__verdict__standing=Standing.SIGNED_OFF, claim__article__status__in=FINAL
    )


def _shows_evidence(claim):
    rule = CheckRule.of(claim)
    return rule is None or rule.shows_evidence


def notes_for(user, claim):
    """The notes on `claim` that `user` reads: blind to the first verdict, their own."""
    return claim.notes.filter(author=user) if judges_blind(user, claim) else claim.notes.all()


def history_of_claim(user, claim):
    """The events of `claim` that `user` reads: blind to the first verdict, their own steps."""
    events = Event.objects.about(claim)
    return events.filter(by=user) if judges_blind(user, claim) else events


def history_of_article(user, article):
    """The events within `article` that `user` reads: nothing of claims whose first verdict is not theirs."""
    events = Event.objects.within(article)
    if is_editor(user):
        return events
    blind = (
        Claim.objects.filter(article=article, status=Status.AWAITING_SECOND_CHECK)
        .exclude(Exists(Verdict.objects.filter(claim=OuterRef("pk"), standing=Standing.BLIND, author=user)))
        .values("pk")
    )
    return events.exclude(~Q(by=user) | Q(by=None), subject_kind="claim", subject_id__in=blind)


def require_reads_verdicts(user, claim):
    """Raise PermissionDenied while the verdicts of `claim` and their evidence are not for `user`."""
    if not reads_verdicts(user, claim.article.status):
        raise PermissionDenied(IN_WORK)


def require_reads_work(user):
    """Raise PermissionDenied unless notes and history are for `user`."""
    if not reads_work(user):
        raise PermissionDenied("Notes and history are for reviewers and editors.")


# ---- who may take which step: rules give the sentence that refuses, or ""


def _reviews(user, claim):
    return "" if can_review(user) else "Only reviewers and editors can do this."


def _edits(user, claim):
    return "" if is_editor(user) else "Only editors can do this."


def _proposed(user, claim):
    given = claim.verdict or first_verdict(claim)
    if given is not None and given.author_id != user.pk:
        return "Only the person who proposed this verdict can withdraw it."
    return ""


def _knows_no_verdict(user, claim):
    if is_editor(user):
        return "Editors of the desk know the first verdict, so they do not give the second."
    return ""


def _is_named_by_rule(user, claim):
    rule = CheckRule.of(claim) if claim.status == Status.AWAITING_SECOND_CHECK else None
    if rule is None or not (named := list(rule.people.values_list("pk", flat=True))) or user.pk in named:
        return ""
    return "The rule for this claim names who gives the second verdict."


CLAIM_RIGHTS = {
    "accept": [_reviews],
    "dismiss": [_reviews],
    "restore": [_reviews],
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
    "plan": [_edits],
    "ask": [_reviews],
}


def _article_edits(user, article):
    return "" if is_editor(user) else "Only editors can do this."


def _article_reviews(user, article):
    return "" if can_review(user) else "Only reviewers and editors can do this."


def _did_not_write_article(user, article):
    return "Four eyes: the author of an article cannot sign it off." if article.author_id == user.pk else ""


def _answers_for_writer(user, article):
    if is_editor(user) or (user.is_active and article.author_id == user.pk):
        return ""
    return "The writer of the article decides on its fixes, or an editor for them."


def _is_not_asked(user, article):
    if article.author_id == user.pk:
        return "Four eyes: the author of an article does not settle its fixes."
    return ""


ARTICLE_RIGHTS = {
    "mark": [_article_reviews],
    "retry": [_article_edits],
    "revise": [_article_edits],
    "publish": [_article_edits],
    "correct": [_article_edits],
    "sign_off": [_article_edits, _did_not_write_article],
    "reopen": [_article_edits],
    "decide": [_answers_for_writer],  # on its fixes: accept, decline
    "settle": [_article_edits, _is_not_asked],  # what the writer declined: insist, give way, waive
}


def refusal(user, step, subject):
    """The sentence that refuses `user` the step on an article or claim, or "" where they may."""
    rights = ARTICLE_RIGHTS if isinstance(subject, Article) else CLAIM_RIGHTS
    return next((why for rule in rights[step] if (why := rule(user, subject))), "")


def may(user, step, subject):
    return not refusal(user, step, subject)


def require(user, step, subject):
    """Raise PermissionDenied, with the sentence that refuses, unless `user` may take the step."""
    if why := refusal(user, step, subject):
        raise PermissionDenied(why)


def may_hold(user, claim, right="take"):
    """Whether a claim may be put into the hands of `user`: they see its article and may check it."""
    return people_who_see(claim.article).contains(user) and may(user, right, claim)


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
    """The steps `user` may take on an article or claim at the right moment, for drawing buttons."""
    rights = ARTICLE_RIGHTS if isinstance(subject, Article) else CLAIM_RIGHTS
    return {step for step in rights if may(user, step, subject)}


def reads_fixes(user, article):
    """Whether the fix list of `article`, which they see, is for `user`: its author, and who checks."""
    return article.author_id == user.pk or reads_work(user)


def require_reads_fixes(user, article):
    """Raise PermissionDenied unless the fix list of `article` is for `user`."""
    if not reads_fixes(user, article):
        raise PermissionDenied("The fix list is for the writer of the article, reviewers and editors.")


def require_register(user):
    """Raise PermissionDenied unless `user` reads the register of fixes and waivers."""
    if not is_editor(user):
        raise PermissionDenied("Only editors read the register of fixes and waivers.")


def require_review(user):
    """Raise PermissionDenied unless `user` works the queue."""
    if why := _reviews(user, None):
        raise PermissionDenied(why)


def may_submit(user):
    return is_editor(user)


def require_submit(user, desk=None):
    """Raise PermissionDenied unless `user` may submit articles, to `desk` where one is named."""
    if not may_submit(user):
        raise PermissionDenied("Only editors can submit articles.")
    if desk is not None and not desks_of(user).filter(pk=desk.pk).exists():
        raise PermissionDenied("You can submit only to your own desks.")


def require_rules(user):
    """Raise PermissionDenied unless `user` says which claims get a second verdict."""
    if not can_administer(user):
        raise PermissionDenied("Rules are for admins.")


def may_set_threshold(user, desk):
    return is_editor(user) and desks_of(user).filter(pk=desk.pk).exists()


def require_set_threshold(user, desk):
    """Raise PermissionDenied unless `user` may say from which score on `desk` is shown suggestions."""
    if not may_set_threshold(user, desk):
        raise PermissionDenied("Only editors of the desk can set its threshold.")


def require_agreement(user, desk):
    """Raise PermissionDenied unless `user` reads how far the verdicts of `desk` agree."""
    if not (is_editor(user) and desks_of(user).filter(pk=desk.pk).exists()):
        raise PermissionDenied("Only editors of the desk see how far its verdicts agree.")


def may_export(user):
    """Whether `user` may take files of reports away; all others read them on the page."""
    return is_editor(user)


def require_export(user):
    """Raise PermissionDenied unless `user` may export."""
    if not may_export(user):
        raise PermissionDenied("Only editors can export. The report can be read on its page.")
