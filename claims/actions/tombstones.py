"""What is left of an article when its words are erased: ids, offsets, statuses, who and when."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.db.models.functions import Length, Repeat
from django.utils import timezone

from accounts.erasing import erase_values
from accounts.models import Event, JobState
from claims import search
from claims.actions import guest_links
from claims.models import (
    Article,
    Carried,
    Claim,
    CommentAnswer,
    CommentRequest,
    Correction,
    Draft,
    Evidence,
    Export,
    Extraction,
    Fix,
    GuestLink,
    Note,
    Revision,
    SignOff,
    Verdict,
    Waiver,
)
from claims.moves import lock_article, snapshot
from claims.workflow import UNFINISHED, Status

ERASED = "[erased]"
GONE = "The words of this article were erased."


def _if_any(field, instead=ERASED):
    """What was empty stays so: a cut has no new wording, and a request without an answer none."""
    return Case(When(**{field: ""}, then=Value("")), default=Value(instead))


# Of each table: how a row leads to its article, and what its words become. What the database wants some
# words of keeps a mark; the text stays as long as it was, so that all offsets lie within it.
TOMBSTONES: dict[Any, tuple[str, dict[str, Any]]] = {
    Revision: ("article", {"text": Repeat(Value(" "), Length("text")), "blocks": []}),
    Extraction: (
        "revision__article",
        {"sentences": [], "facts": [], "notices": [], "date": None, "date_printed": False},
    ),
    Claim: (
        "article",
        {"text": ERASED}
        | dict.fromkeys(["standalone", "claimant"], "")
        | {name: [] for name in ("cues", "quantities", "dates", "names")},
    ),
    Carried: ("claim__article", {"text": ERASED, "why": ERASED}),
    Evidence: ("claim__article", {"locator": ERASED, "quote": ""}),
    Note: ("claim__article", {"body": ERASED}),
    Verdict: ("claim__article", {"rationale": ERASED, "words": "", "new_wording": _if_any("new_wording")}),
    SignOff: ("article", {"note": _if_any("note")}),
    Fix: ("article", {"old": ERASED, "new": _if_any("new"), "reason": _if_any("reason")}),
    Waiver: ("article", {"reason": ERASED}),
    GuestLink: ("article", {"name": ERASED}),
    Correction: ("article", {"old": ERASED, "new": _if_any("new", "[erased, too]"), "why": ERASED}),
    CommentRequest: ("claim__article", {"whom": ERASED, "question": ""}),
    CommentAnswer: ("claim__article", {"answer": _if_any("answer")}),
    Export: ("article", {"filters": {}}),
}


@transaction.atomic
def erase_article(article, *, by, reason, details):
    """Take all words of `article` out of the desk for good; an event of its history says so, with `details`.

    `by` is an admin, or None for the operator of the machine. Claims not judged to the end are closed: their
    words are gone. Raises ArticleErased.
    """
    _end_searches(article)  # before the article is locked, as a search that ends does it
    article = lock_article(article.pk)
    _end_searches(article)  # of a version that came in between
    claims = Claim.objects.filter(article=article)
    ids = list(claims.values_list("pk", flat=True))
    unfinished = list(claims.filter(status__in=UNFINISHED).select_related("verdict", "second_verdict"))
    search.forget_claims(ids)
    search.forget_article(article)
    for model, (way, instead) in TOMBSTONES.items():
        model.objects.filter(**{way: article}).update(**instead)
    Article.objects.filter(pk=article.pk).update(
        title=f"Erased article {article.pk}",
        byline="",
        due_at=None,
        erased_at=timezone.now(),
        version=F("version") + 1,
    )
    search.add_article(article)
    search.scrub()
    guest_links.end_all(article)
    article.waivers.filter(ended_at=None).update(ended_at=timezone.now())
    _forget_drafts(article, ids)
    _forget_files(article)
    erase_values(_trail(article, ids), article, by=by, reason=reason)
    for claim in unfinished:
        _close(claim, by=by)
    # What verify_audit compared with events that say nothing now, it compares with this one.
    proved = [
        row
        for model, (way, _instead) in TOMBSTONES.items()
        if hasattr(model, "PROVED")
        for row in model.objects.filter(**{way: article})
    ]
    Event.objects.append(
        "erasure.carried_out", article, by=by, after=details, note=reason, within=article, proves=proved
    )


def _trail(article, claims):
    """All events of the article and its claims."""
    own = Q(subject_kind="article", subject_id=article.pk) | Q(subject_kind="claim", subject_id__in=claims)
    return Event.objects.within(article) | Event.objects.filter(own)


def _close(claim, *, by):
    before = snapshot(claim)
    Claim.objects.filter(pk=claim.pk).update(
        status=Status.CLOSED, assignee=None, wants_a_glance=False, version=F("version") + 1
    )
    claim.refresh_from_db()
    Event.objects.append(
        "claim.gone", claim, by=by, before=before, after=snapshot(claim), note=GONE, within=claim.article
    )


def _end_searches(article):
    """No worker stores what it still finds: its run is over."""
    Extraction.objects.filter(
        revision__article=article.pk, state__in=[JobState.QUEUED, JobState.RUNNING]
    ).update(state=JobState.FAILED, error=GONE, finished_at=timezone.now(), lease_until=None)


def _forget_drafts(article, claims):
    of_claims = {
        pk: int(place.split(":")[1])
        for pk, place in Draft.objects.filter(place__startswith="claim:").values_list("pk", "place")
    }
    theirs = [pk for pk, claim in of_claims.items() if claim in set(claims)]
    Draft.objects.filter(Q(place__startswith=f"article:{article.pk}:") | Q(pk__in=theirs)).delete()


def _forget_files(article):
    """Reports that hold the article are gone at once; those being written are begun again."""
    Export.objects.filter(state=JobState.RUNNING).update(
        state=JobState.QUEUED, published_at=None, lease_until=None
    )
    kept = Export.objects.exclude(path="").values_list("pk", "article_id", "articles")
    holding = [pk for pk, of, inside in kept if of == article.pk or article.pk in inside]
    Export.objects.filter(pk__in=holding).update(path="", expires_at=timezone.now())
    transaction.on_commit(lambda: _unlink(holding))


def _unlink(exports):
    for pk in exports:
        for file in Path(settings.EXPORT_DIR).glob(f"{pk}-*"):
            file.unlink(missing_ok=True)
