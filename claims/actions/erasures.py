"""Erasing an article's words, or a person: an editor asks, an admin carries out or declines."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.erasing import erase_person
from accounts.models import Event
from claims import policy
from claims.actions.tombstones import erase_article
from claims.actions.triage import required
from claims.models import Article, Draft, Erasure, ErasureState, Notice, Presence, SavedView, Watch
from claims.moves import article_erased
from claims.workflow import WorkflowError

STAYS = gettext_lazy("Say why, without the words or names that are to go: the reason stays.")


class ErasureChanged(WorkflowError):
    """Somebody asked before, or decided meanwhile."""

    code = "erasure_changed"


def ask(subject, *, by, reason):
    """Ask for the erasure of an article or a person; returns the request.

    `by` is an editor, or None for the operator of the machine. Raises ArticleErased, ErasureChanged where
    it was asked for before, ValidationError for a reason that names the person.
    """
    of_article = isinstance(subject, Article)
    if by is not None and of_article:
        policy.require(by, "ask_erasure", subject)
    elif by is not None:
        policy.require_to_erase(by, subject)
    reason = required(reason, "reason", STAYS)
    if of_article and subject.erased_at is not None:
        raise article_erased(subject)
    if not of_article:
        _require_nameless(reason, subject)
    about = {"article" if of_article else "person": subject}
    try:
        with transaction.atomic():
            erasure = Erasure.objects.create(**about, reason=reason, asked_by=by)
            _tell(erasure, "asked", by=by, note=reason)
    except IntegrityError as error:
        said = (
            _("The erasure of article {number} was asked for already.")
            if of_article
            else _("The erasure of person {number} was asked for already.")
        )
        raise ErasureChanged(said.format(number=subject.pk)) from error
    return erasure


def decline(erasure, *, by, reason):
    """Leave everything as it is; the reason is told to who asked. Raises ErasureChanged."""
    policy.require_deciding(by, erasure)
    reason = required(reason, "reason", STAYS)
    with transaction.atomic():
        _decide(erasure, ErasureState.DECLINED, by=by, declined_because=reason)
        _tell(erasure, "declined", by=by, note=reason)


@transaction.atomic
def carry_out(erasure, *, by):
    """Erase what was asked for, for good. `by` is an admin, or None for the operator of the machine.

    Raises ErasureChanged where it was decided meanwhile.
    """
    if by is not None:
        policy.require_deciding(by, erasure)
    _decide(erasure, ErasureState.CARRIED_OUT, by=by)
    if erasure.article is not None:
        erase_article(erasure.article, by=by, reason=erasure.reason, details={"erasure": erasure.pk})
        return
    person = erasure.person
    for model in (Draft, Watch, Notice, Presence):
        model.objects.filter(person=person).delete()
    SavedView.objects.filter(owner=person, desk=None).delete()
    erase_person(person, by=by, reason=erasure.reason)
    _tell(erasure, "carried_out", by=by, note=erasure.reason)


def _require_nameless(reason, person):
    if any(word.casefold() in reason.casefold() for word in (person.name, person.email)):
        raise ValidationError({"reason": STAYS})


def _decide(erasure, state, *, by, **changes):
    won = Erasure.objects.filter(pk=erasure.pk, state=ErasureState.ASKED).update(
        state=state, decided_by=by, decided_at=timezone.now(), **changes
    )
    erasure.refresh_from_db()
    if not won:
        said = _("This was decided meanwhile: it is {state}.")
        raise ErasureChanged(said.format(state=erasure.get_state_display()))


def _tell(erasure, step, *, by, note):
    subject = erasure.article or erasure.person
    after = {"erasure": erasure.pk}
    Event.objects.append(f"erasure.{step}", subject, by=by, after=after, note=note, within=subject)
