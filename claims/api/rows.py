"""Querysets become what the API answers: plain dicts from `values()`, a fixed number of queries a page."""

from collections import defaultdict

from django.db.models import Count, prefetch_related_objects
from django.utils import timezone

from claims import policy, priority
from claims.actions.glances import OVER
from claims.models import Claim, Note, Verdict
from claims.workflow import Status

# What is answered, and where it stands from the row.
FOUND = {
    name: name
    for name in (
        "id",
        "start",
        "end",
        "text",
        "standalone",
        "status",
        "score",
        "kind",
        "cues",
        "claimant",
        "quantities",
        "dates",
        "names",
    )
}
CLAIM = FOUND | {
    "article": "article_id",
    "revision": "revision_id",
    "desk": "desk__slug",
    "origin": "origin",
    "risk": "risk",
    "due_at": "due_at",
    "assignee": "assignee_id",
    "assignee_name": "assignee__name",
    "wants_a_glance": "wants_a_glance",
    "returned_at": "returned_at",
    "version": "version",
    "created_at": "created_at",
}
SUMMARY = {
    "id": "id",
    "rating": "rating_id",
    "rating_slug": "rating__slug",
    "rating_label": "rating__label",
    "outcome": "outcome",
    "confidence": "confidence",
    "author": "author_id",
    "author_name": "author__name",
    "standing": "standing",
}
VERDICT = SUMMARY | {
    "claim": "claim_id",
    "rationale": "rationale",
    "new_wording": "new_wording",
    "waived_until": "waived_until",
    "created_at": "created_at",
}
OF_CLAIM = {name: f"verdict__{place}" for name, place in SUMMARY.items()}
ARTICLE = {
    "id": "id",
    "title": "title",
    "kind": "kind",
    "status": "status",
    "desk": "desk__slug",
    "writer": "writer_id",
    "writer_name": "writer__name",
    "byline": "byline",
    "submitted_by": "submitted_by_id",
    "submitted_by_name": "submitted_by__name",
    "submitted_at": "submitted_at",
    "published_at": "published_at",
    "due_at": "due_at",
    "risk": "risk",
    "restricted": "restricted",
    "scale": "scale__slug",
    "revision": "revision_id",
    "sha256": "revision__sha256",
    "version": "version",
    "erased_at": "erased_at",
}
EXTRACTION = {name: f"revision__extraction__{name}" for name in ("state", "done", "total", "error")}
NOTE = {
    "id": "id",
    "claim": "claim_id",
    "parent": "parent_id",
    "body": "body",
    "author": "author_id",
    "author_name": "author__name",
    "created_at": "created_at",
    "resolved_at": "resolved_at",
    "resolved_by": "resolved_by_id",
    "resolved_by_name": "resolved_by__name",
}
EVENT = {
    "id": "id",
    "kind": "kind",
    "at": "at",
    "by": "by_id",
    "by_name": "by__name",
    "before": "before",
    "after": "after",
    "note": "note",
}
RATING = {name: name for name in ("id", "slug", "label", "order", "number", "icon", "colour", "explanation")}
# Not answered, but needed to page and to explain, and to know who reads the verdict.
UNSAID = ("priority", "prominence", "due_order", "article__status")


def valued(queryset, *tables):
    """`queryset` reading only what the tables name, as dicts."""
    return queryset.values(*{place: None for table in tables for place in table.values()})


def shaped(row, table):
    return {name: row[place] for name, place in table.items()}


def plain(table):
    """The shape of rows that are answered as they are read."""
    return lambda rows: [shaped(row, table) for row in rows]


def found_rows(rows):
    """What was found of claims, from rows of `valued(…, FOUND)`."""
    return [_found(row, FOUND) for row in rows]


def _found(row, table):
    """A row in the shape of `table`; words that need nothing added stand alone as they are."""
    return shaped(row, table) | {"standalone": row["standalone"] or row["text"]}


def sentence_rows(sentences):
    """The sentences of an extraction, each with its reasons and its twin, even if it has none."""
    return [{"against": [], "twin": None} | sentence for sentence in sentences]


def claims_of(queryset):
    return queryset.values(*dict.fromkeys((*CLAIM.values(), *OF_CLAIM.values(), *UNSAID)))


def claim_rows(rows, user):
    """Rows of `claims_of` as they are answered to `user`."""
    now = timezone.now()
    works = policy.reads_work(user)
    return [_claim(row, now, works, policy.reads_verdicts(user, row["article__status"])) for row in rows]


def _claim(row, now, works, judged):
    facts = {name: row[name] for name in ("risk", "due_at", "prominence", "score")}
    parts = [part._asdict() for part in priority.parts(**facts, now=now)]
    return _found(row, CLAIM) | {
        "priority": {"total": sum(part["points"] for part in parts), "parts": parts},
        "verdict": shaped(row, OF_CLAIM) if judged and row["verdict__id"] else None,
        "wants_a_glance": works and row["wants_a_glance"] and row["status"] not in OVER,
        "returned_at": row["returned_at"] if judged else None,
    }


def claim_row(claim, user):
    """One claim, as it stands now, in the shape of the lists."""
    return claim_rows(claims_of(Claim.objects.filter(pk=claim.pk)), user)[0]


def articles_of(queryset):
    return valued(queryset, ARTICLE, EXTRACTION)


def article_rows(rows):
    """Rows of `articles_of` as they are answered; the claims of all are counted in one query."""
    counts = defaultdict(lambda: dict.fromkeys(["total", *Status.values], 0))
    counted = Claim.objects.filter(article_id__in=[row["id"] for row in rows]).order_by()
    for article, status, count in counted.values_list("article_id", "status").annotate(Count("pk")):
        counts[article][status] = count
        counts[article]["total"] += count
    return [_article(row, counts[row["id"]]) for row in rows]


def _article(row, counts):
    extraction = shaped(row, EXTRACTION)
    return shaped(row, ARTICLE) | {
        "extraction": extraction if extraction["state"] else None,
        "claims": counts,
    }


def evidence_of(claim, user):
    return policy.evidence_for(user, claim).select_related("added_by")


def evidence_rows(records, claim, user):
    """Evidence of `claim` as `user` may see it: of a private source the others learn kind and stance."""
    prefetch_related_objects([claim], "verdicts")  # the policy asks for their authors
    blind = policy.stays_blind(user, claim)
    return [
        _evidence(record, policy.sees_source(user, record, claim), not blind or record.added_by_id == user.pk)
        for record in records
    ]


def _evidence(record, seen, told):
    """`seen`: its source is shown; `told`: so is what its checker made of it, and who that was."""
    return {
        "id": record.pk,
        "claim": record.claim_id,
        "kind": record.kind,
        "stance": record.stance if told else None,
        "private": record.private,
        "source": record.locator if seen else "private source",
        "locator": record.locator if seen else None,
        "quote": record.quote if seen else None,
        "terms": record.terms if seen else None,
        "obtained_at": record.obtained_at if seen else None,
        "added_by": record.added_by_id if told else None,
        "added_by_name": record.added_by.name if told else None,
        "created_at": record.created_at,
    }


def note_rows(rows):
    """Rows of notes by `valued(…, NOTE)` with the ids of the people each mentions."""
    mentioned = defaultdict(list)
    links = Note.mentioned.through.objects.filter(note_id__in=[row["id"] for row in rows]).order_by("user_id")
    for note, person in links.values_list("note_id", "user_id"):
        mentioned[note].append(person)
    return [shaped(row, NOTE) | {"mentioned": mentioned[row["id"]]} for row in rows]


def verdict_rows(rows):
    """Rows of verdicts by `valued(…, VERDICT)` with the ids of the evidence each rests on."""
    rests_on = defaultdict(list)
    links = Verdict.evidence.through.objects.filter(verdict_id__in=[row["id"] for row in rows]).order_by(
        "evidence_id"
    )
    for verdict, evidence in links.values_list("verdict_id", "evidence_id"):
        rests_on[verdict].append(evidence)
    return [shaped(row, VERDICT) | {"evidence": rests_on[row["id"]]} for row in rows]
