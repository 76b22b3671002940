"""The fix list of house copy: the writer accepts or declines, the editor insists, gives way or applies."""

from collections.abc import Callable
from typing import NamedTuple

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from accounts.models import Event
from claims import notices, policy
from claims.actions import guest_links
from claims.actions.revisions import add_revision, plan_revision
from claims.actions.times import check_ends
from claims.actions.triage import required
from claims.models import Fix, FixState, Waiver
from claims.moves import claim_changed, lock_article, settle
from claims.workflow import ClaimChanged


@transaction.atomic
def accept(fix, *, by=None, link=None):
    """The writer takes the new wording, `by` a person here or through a guest `link`."""
    _decide(fix, "fix_accepted", FixState.ASKED, FixState.ACCEPTED, by=by, link=link)


@transaction.atomic
def decline(fix, *, reason, by=None, link=None):
    """The writer does not take it; the reason is compulsory. The fix goes back to the editor."""
    reason = required(reason, "reason", _("Say why the words should stay as they are."))
    _decide(fix, "fix_declined", FixState.ASKED, FixState.DECLINED, by=by, link=link, reason=reason)


@transaction.atomic
def insist(fix, *, by, reason):
    """The editor asks again for what the writer declined."""
    reason = required(reason, "reason", _("Say why the words must change."))
    _settle(fix, "fix_insisted", FixState.ASKED, by=by, reason=reason)


@transaction.atomic
def give_way(fix, *, by, reason):
    """The editor accepts that the words stay as they are."""
    reason = required(reason, "reason", _("Say why the words may stay as they are."))
    _settle(fix, "fix_dropped", FixState.DROPPED, by=by, reason=reason)


@transaction.atomic
def waive(fix, *, by, reason, expires_at=None):
    """The editor lets the words stand on their author's word; who declined the fix is who asks for that.

    Raises PermissionDenied for an editor who declined it themselves, or proposed the verdict.
    """
    reason = required(reason, "reason", _("Say why the words may stand without a source."))
    check_ends(expires_at=expires_at)
    asked_by = fix.decided_by or fix.verdict.author
    if by in {asked_by, fix.verdict.author}:
        raise PermissionDenied(_("Four eyes: a waiver is approved by somebody other than who asks for it."))
    _settle(fix, "fix_waived", FixState.DROPPED, by=by, reason=reason)
    Waiver.objects.create(
        verdict=fix.verdict,
        claim=fix.claim,
        article=fix.article,
        reason=reason,
        asked_by=asked_by,
        approved_by=by,
        expires_at=expires_at,
    )


def plan_accepted(article, *, by, base):
    """What `apply_accepted` would do, as a Plan; nothing is stored. Raises what that raises."""
    return plan_revision(article, by=by, text=_accepted(article, by=by), base=base)


def apply_accepted(article, *, by, base):
    """The next revision of `article`: its text with all accepted fixes, and nothing else changed.

    `base` is the id of the revision that was seen. Returns what `add_revision` returns; raises
    ValidationError where nothing is accepted or two fixes change the same words, ArticleChanged.
    """
    return add_revision(article, by=by, text=_accepted(article, by=by), base=base)


def _accepted(article, *, by):
    """The text with the accepted fixes."""
    policy.require(by, "revise", article)
    fixes = list(
        Fix.objects.filter(article=article, state=FixState.ACCEPTED, claim__revision=article.revision_id)
        .select_related("claim")
        .order_by("claim__start")
    )
    if not fixes:
        raise ValidationError(_("No accepted fix waits to be applied."))
    return fixed_text(article.revision.text, fixes)


def fixed_text(text, fixes):
    """`text` with the new wording of each fix, in the order of places; a cut takes one space with it."""
    pieces, done = [], 0
    for fix in fixes:
        start, end = fix.claim.start, fix.claim.end
        if start < done:
            raise ValidationError(_("Two accepted fixes change the same words. Decline one of them first."))
        if not fix.new and text[end : end + 1] == " ":
            end += 1
        pieces += [text[done:start], fix.new]
        done = end
    return "".join(pieces) + text[done:]


class Step(NamedTuple):
    """`right` is asked of the article in the policy; `takes` are the arguments besides the fix and `by`."""

    right: str
    act: Callable[..., None]
    takes: tuple[str, ...] = ()


STEPS = {  # by the name that every door gives them
    "accept": Step("decide", accept),
    "decline": Step("decide", decline, ("reason",)),
    "insist": Step("settle", insist, ("reason",)),
    "give-way": Step("settle", give_way, ("reason",)),
    "waive": Step("settle", waive, ("reason", "expires_at")),
}


def take_step(name, fix, typed, **who):
    """Take the step of this name, `by` a person or through a `link`; of `typed` it uses what it needs."""
    step = STEPS[name]
    step.act(fix, **{name: typed[name] for name in step.takes}, **who)


def _decide(fix, kind, source, target, *, by, link, reason=""):
    if by is not None:
        policy.require(by, "decide", fix.article)
    _change(
        fix,
        kind,
        source,
        by=by,
        link=link,
        state=target,
        reason=reason,
        decided_by=by,
        decided_through=link,
        decided_at=timezone.now(),
    )


def _settle(fix, kind, target, *, by, reason):
    policy.require(by, "settle", fix.article)
    _change(fix, kind, FixState.DECLINED, by=by, state=target, reason=reason)


def _change(fix, kind, source, *, by, link=None, **changes):
    """Change the row if it is still the one that was read, with an event in the history of its claim."""
    lock_article(fix.article_id)
    if link is not None and guest_links.alive(link) is None:  # revoked, or signed off, in the meantime
        raise fix_changed(fix)
    won = Fix.objects.filter(pk=fix.pk, version=fix.version, state=source).update(
        version=F("version") + 1, **changes
    )
    if not won:
        raise fix_changed(fix)
    before = {"state": source.value}
    fix.refresh_from_db()
    event = Event.objects.append(
        f"claim.{kind}",
        fix.claim,
        by=by,
        before=before,
        after={"fix": fix.pk, "state": fix.state, "through": _stored_name(link)},
        note=fix.reason,
        within=fix.article,
    )
    notices.tell(event, fix.article, fix.claim)
    settle(fix.article_id, by=by)


def _stored_name(link):
    """The name of a guest link for an event, in the one language of all that is stored; "" for none."""
    with translation.override(settings.LANGUAGE_CODE):
        return str(link) if link is not None else ""


def fix_changed(fix):
    """The 409 that says how `fix` and its claim stand now; its message names nobody, for guests."""
    now = Fix.objects.get(pk=fix.pk)
    state = claim_changed(fix.claim).state | {"fix": {"state": now.state, "version": now.version}}
    said = _("This fix changed meanwhile: it is {state}.").format(state=now.get_state_display())
    return ClaimChanged(said, **state)
