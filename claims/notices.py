"""Who is told of which step: the one table. Notices are written in the transaction of the step."""

from claims import policy
from claims.models import Notice, NoticeKind, Outcome


def _holder(kind):
    """Who holds the claim since this step."""

    def told(event, article, claim):
        is_new = event.after["assignee"] != event.before["assignee"]
        return {claim.assignee_id: kind} if is_new and claim.assignee_id else {}

    return told


def _signed(event, article, claim):
    """Who gave the verdicts, and the author where the words are to change."""
    authors = [verdict.author_id for verdict in (claim.verdict, claim.second_verdict) if verdict is not None]
    asked = claim.verdict.outcome in {Outcome.FIX, Outcome.CUT}
    return (_author(event, article, claim) if asked else {}) | dict.fromkeys(authors, NoticeKind.DECIDED)


def _author(event, article, claim):
    return {article.author_id: NoticeKind.FIX} if article.author_id else {}


def _in_note(event, article, claim):
    """Whom a note mentions, and who wrote in its thread before."""
    note = claim.notes.get(pk=event.after["note"])
    mentioned = dict.fromkeys(event.after["mentioned"], NoticeKind.MENTIONED)
    if note.parent_id is None:
        return mentioned
    wrote = claim.notes.filter(pk__in=note.thread()).values_list("author_id", flat=True)
    return dict.fromkeys(wrote, NoticeKind.ANSWERED) | mentioned


def _watchers(event, article, claim):
    return dict.fromkeys(policy.watchers_of(article).values_list("pk", flat=True), NoticeKind.CHANGED)


TOLD = {  # the kind of an event: who is told of it, as {id of a person: kind of notice}
    "claim.note": _in_note,
    "claim.assign": _holder(NoticeKind.ASSIGNED),
    "claim.return": _holder(NoticeKind.RETURNED),
    "claim.reopen": _holder(NoticeKind.RETURNED),
    "claim.fact_changed": _holder(NoticeKind.RETURNED),
    "claim.waiver_ended": _holder(NoticeKind.RETURNED),
    "claim.sign_off": _signed,
    "claim.fix_insisted": _author,
    "article.revised": _watchers,
    "article.reopened": _watchers,
    "article.signed_off": _watchers,
    "article.extraction_failed": _watchers,
}


def tell(event, article, claim=None):
    """Write the notices of `event`: never to who took the step, never to who may not see the article.

    A step that is in no row of the table costs no statement.
    """
    if event.kind not in TOLD:
        return
    kinds = TOLD[event.kind](event, article, claim)
    kinds.pop(event.by_id, None)
    if not kinds:
        return
    seeing = policy.people_who_see(article).filter(pk__in=kinds).values_list("pk", flat=True)
    Notice.objects.bulk_create(
        Notice(person_id=pk, article=article, claim=claim, event=event, kind=kinds[pk]) for pk in seeing
    )
