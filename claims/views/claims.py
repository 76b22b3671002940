"""The claim desk: one claim with everything around it on one screen."""

from django.shortcuts import render
from django.views.decorators.http import require_safe

from claims import policy
from claims.actions.verdicts import agree
from claims.forms import (
    AnswerForm,
    AskForm,
    NoteForm,
    PlanForm,
    ReasonForm,
    SignOffForm,
)
from claims.models import Stance
from claims.source_forms import EvidenceForm, LinksForm
from claims.views import erased, glances, history
from claims.views.begun import begun_verdict
from claims.views.buttons import buttons, can, undoable
from claims.views.conflicts import meanwhile
from claims.views.doors import carried, find_claim, less_unread, refused
from claims.views.galley import excerpt
from claims.views.kept import Drafts, filled
from claims.views.lists import walk
from claims.views.load import least_laden
from claims.views.presence import company
from claims.views.why import why
from claims.workflow import Status


@require_safe
def claim(request, pk):
    return claim_desk(request, pk)


def claim_desk(request, pk, **sent):
    """The page of one claim; `sent` is a form that was sent and not carried out, by its name."""
    claim, user = find_claim(request, pk, fresh=True), request.user
    form = next(iter(sent.values()), None)
    if claim.article.erased_at is not None:
        return erased.claim_page(request, claim, form)
    reads_work = policy.reads_work(user)
    less_unread([claim], user)
    steps = ("propose", "sign_off", "return", "assign")
    rights = ("add_evidence", "add_note", "resolve_note", "plan", "seen", "ask")
    events = history.of_claim(user, claim) if reads_work else []
    blind, untold = policy.judges_blind(user, claim), policy.stays_blind(user, claim)
    here = f"{claim.get_absolute_url()}{carried(request)}"
    drafts = Drafts(claim, user, back=here)
    evidence = list(policy.evidence_for(user, claim).select_related("added_by"))
    verdicts = list(policy.verdicts_for(user, claim))
    context = {
        "claim": claim,
        "article": claim.article,
        "copy": excerpt(claim),
        "why": why(claim, claim.revision.text, claim.revision.extraction),
        "forms": blank_forms(claim, user, drafts, evidence, verdicts) | sent,
        "drafts": drafts,
        "sent": form,
        "reads_work": reads_work,
        "unread": "" if policy.reads_verdicts(user, claim.article.status) else policy.IN_WORK,
        "walk": walk(request, claim),
        "carried": carried(request),
        "here": here,
        "goes_on": _goes_on(user, claim),
        "evidence": [
            (record, policy.sees_source(user, record, claim), not untold or record.added_by_id == user.pk)
            for record in evidence
        ],
        "beside": _beside(user, claim, evidence),
        "stances": Stance.choices,
        "verdicts": verdicts,
        "threads": _threads(policy.notes_for(user, claim)) if reads_work else [],
        "asked": _comment_requests(claim, user, drafts, sent.get("answer")) if reads_work else [],
        "blind": blind,
        "untold": untold and not blind,
        "glance": glances.waiting([claim], user).get(claim.pk),
        "events": history.lines(events),
        "newest": events[-1].pk if events else 0,
        "company": company(user, claim),
        "buttons": buttons(user, claim),
        "can": {step: can(user, claim, step) for step in steps}
        | {right: policy.may(user, right, claim) for right in rights}
        | {"undo_now": undoable(user, claim, events)},
        "ratings": claim.article.scale.ratings.all(),
    }
    now = {step for step, allowed in context["can"].items() if allowed} | {b.name for b in context["buttons"]}
    context["meanwhile"] = meanwhile(request, claim, events, verdicts, sent, now)
    if claim.status == Status.AWAITING_SECOND_CHECK:
        context["refusal"] = policy.refusal(user, "take_second", claim)
    if claim.second_verdict is not None:
        context["differ"] = not agree(claim.verdict, claim.second_verdict)
    if claim.status == Status.AWAITING_SIGN_OFF:
        context["refusal"] = policy.refusal(user, "sign_off", claim)
    if context["can"]["assign"]:
        context["load"] = least_laden(policy.people_to_assign(claim), seen_by=user)
    return render(request, "claims/claim.html", context, status=refused(form) if form else 200)


def blank_forms(claim, user, drafts, evidence, verdicts):
    """The forms of the page with what was typed in them before, by the name of the draft, "_" for "-"."""
    forms = {
        "evidence": EvidenceForm(prefix="evidence"),
        "links": LinksForm(prefix="links"),
        "note": NoteForm(prefix="note"),
        "ask": AskForm(prefix="ask"),
        "dismiss": ReasonForm(),
        "reopen": ReasonForm(),
        "return": ReasonForm(name="note"),
        "sign_off": SignOffForm(),
    }
    plan = {"risk": claim.risk, "due_at": claim.due_at}
    return {name: filled(form, drafts[name.replace("_", "-")]) for name, form in forms.items()} | {
        "verdict": begun_verdict(claim, user, drafts["verdict"], evidence, verdicts),
        "plan": PlanForm(initial=plan, prefix="plan"),
    }


def _goes_on(user, claim):
    """The claim with which the words of `claim` go on, if `user` sees that one; most go on in none."""
    if claim.continued_in_id is None:
        return None
    return policy.visible_claims(user).filter(pk=claim.continued_in_id).first()


def _beside(user, claim, evidence):
    """Records of other claims to use here as well, each source once, those that are here already left out."""
    known = {(record.locator, record.quote) for record in evidence}
    found = {(record.locator, record.quote): record for record in policy.evidence_beside(user, claim)}
    return [record for source, record in found.items() if source not in known]


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
