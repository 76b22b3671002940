"""Who reads the work in progress: who only reads sees the article, its claims and how they stand.

What may be read looks at the status: verdicts are for all who see an article once it is signed off.
"""

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Event
from accounts.policy import can_review, is_editor
from claims.four_eyes import first_verdict
from claims.models import CheckRule, Claim, CommentRequest, Evidence, Note, Standing, Verdict
from claims.policy.seeing import people_who_see, sees_source, visible_claims
from claims.workflow import FINAL, Status

MOST_BESIDE = 200  # records of other claims
UNJUDGED = {Status.OPEN, Status.IN_CHECK}  # the first verdict is to come, or to come again
GATHERED = ["claim.evidence", "claim.asked", "claim.answered"]
IN_WORK = gettext_lazy("The work on this claim can be read once the article is signed off.")


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
    claim = _goes_on(claim)
    if claim.status != Status.AWAITING_SECOND_CHECK or is_editor(user):
        return False
    first = first_verdict(claim)
    return first is None or first.author_id != user.pk


def _goes_on(claim):
    """The claim with whose words those of `claim` are judged: where it was merged into another, that one."""
    return claim if claim.continued_in_id is None else claim.continued_in


def stays_blind(user, claim):
    """Whether `user` judges `claim` blind, or may come to: what others make of it is not told to them.

    That is so before the first verdict too, where a rule asks for a second one: all but the editors of the
    desk and who holds the claim read its sources without a stance, of the notes what is said to them, and no
    verdict that came back: it may well be given again.
    """
    claim = _goes_on(claim)
    if claim.status not in UNJUDGED:
        return judges_blind(user, claim)
    return not is_editor(user) and claim.assignee_id != user.pk and _second_wanted(claim).exists()


def _second_wanted(claim):
    return CheckRule.fitting(claim.desk_id, claim.kind, claim.risk, claim.priority)


def verdicts_for(user, claim):
    """Those verdicts of `claim`, which they see, that `user` reads."""
    if judges_blind(user, claim):
        return claim.verdicts.filter(author=user)
    if reads_work(user):
        return claim.verdicts.exclude(_came_back(user, claim))
    return claim.verdicts.filter(standing=Standing.SIGNED_OFF, claim__article__status__in=FINAL)


def _came_back(user, claim):
    """Verdicts of others while `user` stays blind, asked within the query: they may well be given again."""
    judged = _goes_on(claim)
    if is_editor(user) or judged.status not in UNJUDGED or judged.assignee_id == user.pk:
        return Q(pk=None)
    return Q(Exists(_second_wanted(judged)), ~Q(author=user))


def evidence_for(user, claim):
    """That evidence of `claim` which `user` reads: as the report tells it, with a verdict or not at all."""
    if stays_blind(user, claim) and not _shows_evidence(claim):
        return claim.evidence.filter(added_by=user)
    if reads_work(user):
        return claim.evidence.all()
    return claim.evidence.filter(
        claim__verdict__standing=Standing.SIGNED_OFF, claim__article__status__in=FINAL
    )


def _shows_evidence(claim):
    rule = CheckRule.of(_goes_on(claim))
    return rule is None or rule.shows_evidence


def evidence_beside(user, claim):
    """The records of the other claims of the article that `user` may use on `claim` too, newest first.

    Not among them: sources that are not shown to them; and where a rule hides the evidence from who gives a
    second verdict, that of claims on which they may come to give one.
    """
    if not reads_work(user) or claim.article.erased_at is not None:
        return []
    others = Evidence.objects.filter(claim__article=claim.article_id).exclude(claim=claim).exclude(locator="")
    hidden = CheckRule.objects.filter(active=True, shows_evidence=False)
    if not is_editor(user) and hidden.exists():
        blind = Q(claim__in=_judged_blind(user, claim.article_id))
        blind |= Q(claim__in=_to_be_judged(user, claim.article_id))
        others = others.exclude(blind, ~Q(added_by=user))
    found = list(others.select_related("claim").order_by("-id")[:MOST_BESIDE])
    prefetch_related_objects([record.claim for record in found if record.private], "verdicts")
    return [record for record in found if sees_source(user, record, record.claim)]


def notes_for(user, claim):
    """The notes on `claim` that `user` reads: blind to the first verdict, their own.

    Before it, who stays blind reads the threads that they wrote in or are named in.
    """
    if judges_blind(user, claim):
        return claim.notes.filter(author=user)
    if not stays_blind(user, claim):
        return claim.notes.all()
    theirs = claim.notes.filter(Q(author=user) | Q(mentioned=user)).distinct()
    return claim.notes.filter(pk__in={pk for one in theirs for pk in one.thread()})


def comment_requests_for(user, claim):
    """The requests for comment on `claim` that `user` reads: as long as they stay blind, their own."""
    asked = claim.comment_requests.all()
    return asked.filter(by=user) if stays_blind(user, claim) else asked


def note(user, pk):
    """The note `pk` on a claim that `user` sees, or None where it is not for them."""
    found = Note.objects.filter(claim__in=visible_claims(user)).select_related("claim__article")
    one = found.filter(pk=pk).first()
    return one if one is not None and notes_for(user, one.claim).contains(one) else None


def comment_request(user, pk):
    """The request for comment `pk` on a claim that `user` sees, or None where it is not for them."""
    found = CommentRequest.objects.filter(claim__in=visible_claims(user))
    asked = found.select_related("claim__article").filter(pk=pk).first()
    if asked is None or not comment_requests_for(user, asked.claim).contains(asked):
        return None
    return asked


def people_at(user, claim):
    """Who is at `claim` now, as a list of Presence with their person; `user` among them if they are there.

    Only people who see the claim, told only to those who read the work. Who judges blind is told of the
    holder alone, who gives the second verdict: of everybody else they could conclude who gave the first.
    """
    there = claim.presences.now() if reads_work(user) else []
    others = [row.person_id for row in there if row.person_id != user.pk]
    if not others:  # the commonest: one person at one claim
        return there
    if judges_blind(user, claim):
        others = [claim.assignee_id]
    known = people_who_see(claim.article).filter(pk__in=others)
    told = {user.pk, *known.values_list("pk", flat=True)}
    return sorted((row for row in there if row.person_id in told), key=lambda row: row.person.name)


def history_of_claim(user, claim):
    """The events of `claim` that `user` reads: blind to the first verdict, their own steps.

    Before it, who stays blind reads all but what others gathered: the event of a source tells its stance,
    that of a request for comment what was asked.
    """
    events = Event.objects.about(claim)
    if judges_blind(user, claim):
        return events.filter(by=user)
    return events.exclude(~Q(by=user), kind__in=GATHERED) if stays_blind(user, claim) else events


def history_of_article(user, article):
    """The events within `article` that `user` reads: nothing of claims whose first verdict is not theirs,
    and of those whose first verdict is not given yet what `history_of_claim` shows."""
    events = Event.objects.within(article)
    if is_editor(user):
        return events
    blind = _judged_blind(user, article)
    others = {"subject_kind": "claim", "subject_id__in": blind}
    gathered = {"kind__in": GATHERED, "subject_id__in": _to_be_judged(user, article)}
    return events.exclude(~Q(by=user) | Q(by=None), **others).exclude(~Q(by=user), **gathered)


def _judged_blind(user, article):
    """The claims of `article` whose first verdict is not for `user`, who is no editor: as `judges_blind`."""
    own = Verdict.objects.filter(claim=OuterRef("pk"), standing=Standing.BLIND, author=user)
    waiting = Claim.objects.filter(article=article, status=Status.AWAITING_SECOND_CHECK)
    return _with_merged(waiting.exclude(Exists(own)), article)


def _to_be_judged(user, article):
    """The claims of `article` to which `user`, who is no editor, may give a second verdict one day."""
    rule = CheckRule.fitting(OuterRef("desk_id"), OuterRef("kind"), OuterRef("risk"), OuterRef("priority"))
    unjudged = Claim.objects.filter(Exists(rule), article=article, status__in=UNJUDGED)
    return _with_merged(unjudged.exclude(assignee=user), article)


def _with_merged(claims, article):
    """The ids of `claims` of `article`, and of those that were merged into one of them."""
    ids = claims.values("pk")
    return Claim.objects.filter(Q(pk__in=ids) | Q(continued_in__in=ids), article=article).values("pk")


def require_reads_verdicts(user, claim):
    """Raise PermissionDenied while the verdicts of `claim` and their evidence are not for `user`."""
    if not reads_verdicts(user, claim.article.status):
        raise PermissionDenied(str(IN_WORK))


def require_reads_work(user):
    """Raise PermissionDenied unless notes and history are for `user`."""
    if not reads_work(user):
        raise PermissionDenied(_("Notes and history are for reviewers and editors."))


def reads_fixes(user, article):
    """Whether the fix list of `article`, which they see, is for `user`: its author, and who checks."""
    return article.author_id == user.pk or reads_work(user)


def require_reads_fixes(user, article):
    """Raise PermissionDenied unless the fix list of `article` is for `user`."""
    if not reads_fixes(user, article):
        raise PermissionDenied(_("The fix list is for the writer of the article, reviewers and editors."))
