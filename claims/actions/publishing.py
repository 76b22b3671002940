"""After sign-off: where the piece ran, what was corrected in it, and requests for comment on its claims."""

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from accounts.models import Event
from claims import policy
from claims.actions.times import check_times
from claims.actions.triage import required
from claims.models import CommentAnswer, CommentRequest, Correction, Publication
from claims.moves import article_changed, claim_changed, lock_article
from claims.workflow import FINAL, ClaimChanged

LONGEST_ADDRESS = 2_000


@transaction.atomic
def publish(article, *, by, address, at=None):
    """Write down that the signed-off revision ran at `address`, an http or https URL, at a time.

    Raises ArticleChanged for an article that is not signed off, ValidationError.
    """
    policy.require(by, "publish", article)
    address = required(address, "address", _("Give the address where the piece can be read."))
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError as error:
        raise ValidationError({"address": _("Give a whole address, with http:// or https://.")}) from error
    if len(address) > LONGEST_ADDRESS:
        most = number_format(LONGEST_ADDRESS, force_grouping=True)
        wrong = _("An address has at most {most} characters.").format(most=most)
        raise ValidationError({"address": wrong})
    at = at or timezone.now()
    check_times(at=at)
    article = lock_article(article.pk)
    if article.status not in FINAL:
        raise article_changed(article, _("Only a signed-off article can be published."))
    published = Publication.objects.create(
        article=article, revision=article.revision, address=address, at=at, by=by
    )
    after = {"address": address, "at": at.isoformat(), "revision": article.revision.number}
    Event.objects.append("article.published", article, by=by, after=after, within=article)
    return published


@transaction.atomic
def correct(article, *, by, old, new, why, claim=None, shown_at=None):
    """Record what was wrong in a published piece, what stands there now (or nothing), and why.

    Raises ArticleChanged where the article was never published, ValidationError.
    """
    policy.require(by, "correct", article)
    old = required(old, "old", _("Give the words that were wrong."))
    why = required(why, "why", _("Say what was wrong with them."))
    new = new.strip()
    if old == new:
        wrong = _("These are the words that were wrong. Give the words that are right.")
        raise ValidationError({"new": wrong})
    if claim is not None and claim.article_id != article.pk:
        raise ValidationError({"claim": _("This claim belongs to another article.")})
    shown_at = shown_at or timezone.now()
    check_times(shown_at=shown_at)
    article = lock_article(article.pk)
    if not article.publications.exists():
        raise article_changed(article, _("Nothing was published yet. Change the text, and sign it off."))
    correction = Correction.objects.create(
        article=article, claim=claim, old=old, new=new, why=why, shown_at=shown_at, by=by
    )
    after = {"correction": correction.pk, "old": old, "new": new, "shown_at": shown_at.isoformat()}
    Event.objects.append("article.corrected", article, by=by, after=after, note=why, within=article)
    return correction


@transaction.atomic
def ask_for_comment(claim, *, by, whom, question="", due_at=None, asked_at=None):
    """Record whom the desk asked about a claim, and by when they were to answer."""
    policy.require(by, "ask", claim)
    lock_article(claim.article_id)
    whom = required(" ".join(whom.split()), "whom", _("Say whom you asked."))
    asked_at = asked_at or timezone.now()
    check_times(due_at=due_at, asked_at=asked_at)
    asked = CommentRequest.objects.create(
        claim=claim, whom=whom[:200], question=question.strip(), due_at=due_at, asked_at=asked_at, by=by
    )
    after = {"request": asked.pk, "whom": asked.whom, "due_at": due_at.isoformat() if due_at else None}
    Event.objects.append(
        "claim.asked", claim, by=by, after=after, note=asked.question, within=claim.article, proves=[asked]
    )
    return asked


@transaction.atomic
def answer_comment(asked, *, by, answer, answered_at=None):
    """Record the answer to a request; an empty one says that there was none.

    The first answer stands: raises ClaimChanged where there is one already.
    """
    policy.require(by, "ask", asked.claim)
    lock_article(asked.claim.article_id)
    answered_at = answered_at or timezone.now()
    check_times(answered_at=answered_at)
    open_still = CommentRequest.objects.filter(pk=asked.pk, version=asked.version, answered_at=None)
    if not open_still.update(answer=answer.strip(), answered_at=answered_at, version=F("version") + 1):
        state = claim_changed(asked.claim).state
        raise ClaimChanged(_("An answer to this request was recorded meanwhile."), **state)
    asked.refresh_from_db()
    note = asked.answer or "no answer"
    told = {"note": note, "after": {"request": asked.pk, "answered_at": answered_at.isoformat()}}
    proved = [CommentAnswer.objects.get(pk=asked.pk)]
    Event.objects.append(
        "claim.answered", asked.claim, by=by, within=asked.claim.article, proves=proved, **told
    )
