"""The claim desk: one claim with everything around it on one screen."""

from django.db.models import Q
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import policy
from claims.actions.verdicts import agree
from claims.forms import AnswerForm, AskForm, EvidenceForm, NoteForm, PlanForm, VerdictForm
from claims.models import ArticleKind, Claim
from claims.views import glances, history
from claims.views.buttons import buttons, can, undoable
from claims.views.doors import find_claim, less_unread, refused
from claims.views.galley import excerpt
from claims.views.why import why
from claims.workflow import Status

NOT_CHECKED = {Status.DISMISSED, Status.CLOSED}


@require_safe
def claim(request, pk):
    return claim_desk(request, pk)


def claim_desk(request, pk, **sent):
    """The page of one claim; `sent` is a form that was sent and not carried out, by its name."""
    claim, user = find_claim(request, pk, fresh=True), request.user
    reads_work = policy.reads_work(user)
    less_unread([claim], user)
    form = next(iter(sent.values()), None)
    steps = ("propose", "sign_off", "return", "assign")
    rights = ("add_evidence", "add_note", "plan", "seen", "ask")
    events = history.of_claim(user, claim) if reads_work else []
    blind = policy.judges_blind(user, claim)
    context = {
        "claim": claim,
        "article": claim.article,
        "copy": excerpt(claim),
        "why": why(claim, claim.revision.text, claim.revision.extraction),
        "forms": blank_forms(claim, user) | sent,
        "sent": form,
        "reads_work": reads_work,
        "unread": "" if policy.reads_verdicts(user, claim.article.status) else policy.IN_WORK,
        "neighbours": _neighbours(claim),
        "evidence": [
            (record, policy.sees_source(user, record, claim), not blind or record.added_by_id == user.pk)
            for record in policy.evidence_for(user, claim).select_related("added_by")
        ],
        "verdicts": policy.verdicts_for(user, claim),
        "threads": _threads(policy.notes_for(user, claim)) if reads_work else [],
        "asked": _comment_requests(claim, user, sent.get("answer")) if reads_work else [],
        "blind": blind,
        "glance": glances.waiting([claim], user).get(claim.pk),
        "events": history.lines(events),
        "buttons": buttons(user, claim),
        "can": {step: can(user, claim, step) for step in steps}
        | {right: policy.may(user, right, claim) for right in rights}
        | {"undo_now": undoable(user, claim, events)},
        "ratings": claim.article.scale.ratings.all(),
    }
    if claim.status == Status.AWAITING_SECOND_CHECK:
        context["refusal"] = policy.refusal(user, "take_second", claim)
    if claim.second_verdict is not None:
        context["differ"] = not agree(claim.verdict, claim.second_verdict)
    if claim.status == Status.AWAITING_SIGN_OFF:
        context["refusal"] = policy.refusal(user, "sign_off", claim)
    if context["can"]["assign"]:
        seeing = policy.people_who_see(claim.article)
        context["people"] = [person for person in seeing if policy.may(person, policy.taking(claim), claim)]
    return render(request, "claims/claim.html", context, status=refused(form) if form else 200)


def blank_forms(claim, user):
    plan = {"risk": claim.risk, "due_at": claim.due_at}
    return {
        "evidence": EvidenceForm(prefix="evidence"),
        "verdict": verdict_form(claim, user),
        "note": NoteForm(prefix="note"),
        "ask": AskForm(prefix="ask"),
        "plan": PlanForm(initial=plan, prefix="plan"),
    }


def verdict_form(claim, user, data=None):
    """The form for a verdict on `claim`; all the evidence that `user` reads is chosen to begin with."""
    return VerdictForm(
        data,
        ratings=claim.article.scale.ratings.all(),
        evidence=policy.evidence_for(user, claim),
        house=claim.article.kind == ArticleKind.HOUSE,
        prefix="verdict",
    )


def _threads(notes):
    """Notes with their answers: [(note, [answers])]; an answer to an answer stands in the same thread."""
    threads, roots = {}, {}
    for note in notes.select_related("author"):
        root = roots[note.pk] = roots.get(note.parent_id, note.pk)
        threads.setdefault(root, []).append(note)
    return [(first, answers) for first, *answers in threads.values()]


def _comment_requests(claim, user, sent):
    """Requests for comment: [(request, form)], None for the form of one that is answered.

    `sent` is the form of an answer that was not recorded, or None.
    """
    rows = []
    for asked in policy.comment_requests_for(user, claim).select_related("by"):
        form = sent if sent is not None and sent.of == asked.pk else AnswerForm(of=asked.pk)
        rows.append((asked, None if asked.answered_at else form))
    return rows


def _neighbours(claim):
    """The claims before and after this one in its article, those that are to be checked."""
    others = Claim.objects.filter(revision=claim.revision_id).exclude(status__in=NOT_CHECKED).only("id")
    here = Q(start__lt=claim.start) | Q(start=claim.start, end__lt=claim.end)
    there = Q(start__gt=claim.start) | Q(start=claim.start, end__gt=claim.end)
    return {
        "previous": others.filter(here).order_by("-start", "-end").first(),
        "next": others.filter(there).order_by("start", "end").first(),
    }
