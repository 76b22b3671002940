"""The claim desk: one claim with everything around it on one screen."""

from django.db.models import Q
from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import policy
from claims.actions.verdicts import agree
from claims.forms import (
    AnswerForm,
    AskForm,
    EvidenceForm,
    NoteForm,
    PlanForm,
    ReasonForm,
    SignOffForm,
    VerdictForm,
)
from claims.models import ArticleKind, Claim
from claims.views import glances, history
from claims.views.buttons import buttons, can, undoable
from claims.views.doors import find_claim, less_unread, refused
from claims.views.galley import excerpt
from claims.views.kept import Drafts, filled
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
    rights = ("add_evidence", "add_note", "resolve_note", "plan", "seen", "ask")
    events = history.of_claim(user, claim) if reads_work else []
    blind = policy.judges_blind(user, claim)
    drafts = Drafts(claim, user)
    context = {
        "claim": claim,
        "article": claim.article,
        "copy": excerpt(claim),
        "why": why(claim, claim.revision.text, claim.revision.extraction),
        "forms": blank_forms(claim, user, drafts) | sent,
        "drafts": drafts,
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
        "asked": _comment_requests(claim, user, drafts, sent.get("answer")) if reads_work else [],
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


def blank_forms(claim, user, drafts):
    """The forms of the page with what was typed in them before, by the name of the draft, "_" for "-"."""
    forms = {
        "evidence": EvidenceForm(prefix="evidence"),
        "note": NoteForm(prefix="note"),
        "ask": AskForm(prefix="ask"),
        "dismiss": ReasonForm(),
        "reopen": ReasonForm(),
        "return": ReasonForm(name="note"),
        "sign_off": SignOffForm(),
    }
    plan = {"risk": claim.risk, "due_at": claim.due_at}
    return {name: filled(form, drafts[name.replace("_", "-")]) for name, form in forms.items()} | {
        "verdict": _begun_verdict(claim, user, drafts["verdict"]),
        "plan": PlanForm(initial=plan, prefix="plan"),
    }


def verdict_form(claim, user, data=None, initial=None):
    return VerdictForm(
        data,
        ratings=claim.article.scale.ratings.all(),
        evidence=policy.evidence_for(user, claim),
        house=claim.article.kind == ArticleKind.HOUSE,
        prefix="verdict",
        initial=initial,
    )


def _begun_verdict(claim, user, kept):
    """A form that rests on all the evidence `user` reads, less what the draft left out when it was typed."""
    form = filled(verdict_form(claim, user), kept)
    records = policy.evidence_for(user, claim)
    newer = records.filter(created_at__gt=kept.at) if kept.at else records
    form.initial["evidence"] = [*form.initial.get("evidence", ()), *newer.values_list("pk", flat=True)]
    return form


def _threads(notes):
    """Notes with their answers: [(note, [answers])]; an answer to an answer stands in the same thread."""
    threads, roots = {}, {}
    for note in notes.select_related("author", "resolved_by").prefetch_related("mentioned"):
        root = roots[note.pk] = roots.get(note.parent_id, note.pk)
        threads.setdefault(root, []).append(note)
    return [(first, answers) for first, *answers in threads.values()]


def _comment_requests(claim, user, drafts, sent):
    """Requests for comment: [(request, form, draft)], None for the form of one that is answered.

    `sent` is the form of an answer that was not recorded, or None.
    """
    rows = []
    for asked in policy.comment_requests_for(user, claim).select_related("by"):
        kept = drafts[f"asked-{asked.pk}"]
        form = sent if sent is not None and sent.of == asked.pk else filled(AnswerForm(of=asked.pk), kept)
        rows.append((asked, None if asked.answered_at else form, kept))
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
