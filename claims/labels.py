"""The desk's labels: which suggestions people accepted or dismissed, and what they marked by hand.

Pure reading. Rows and events say all of it already, so nothing is stored a second time and nothing can
disagree with the history.
"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime
from itertools import islice, takewhile
from typing import NamedTuple

from django.db.models import F, Q

from accounts.models import Event
from claims.models import Origin
from claims.workflow import Status

BATCH = 500  # so that memory stays the same however many claims there are
JUDGEMENTS = {"claim.accept": True, "claim.restore": True, "claim.mark": True, "claim.dismiss": False}
CHECKING = {"claim.take", "claim.assign"}  # from here on a step says something about the check, not the find
TOLD = JUDGEMENTS.keys() | CHECKING
OF_CLAIM = ("start", "end", "text", "score", "kind", "origin")


class Label(NamedTuple):
    """What people made of one claim; `start` and `end` count code points of the revision `sha256`.

    `judged_by` is the id of the person who judged it first; `check_worthy`, `judged_at` and `reason`
    (of a dismissal, else "") are of the last judgement before the check began.
    """

    claim: int
    desk: str
    sha256: str
    start: int
    end: int
    text: str
    score: float
    kind: str
    cues: list[str]
    origin: str
    check_worthy: bool
    judged_by: int
    judged_at: datetime
    reason: str

    @property
    def by_machine(self) -> bool:
        return self.origin == Origin.MACHINE


def labels(claims, *, batch: int = BATCH) -> Iterator[Label]:
    """The labels of the claims of a queryset, by claim; those that nobody has judged have none.

    A judgement that was undone does not count. The events of `batch` claims are read at once.
    """
    rows = (
        claims.filter(article__erased_at=None)  # there are no words left to learn from
        .exclude(status=Status.SUGGESTED)  # nothing that stands was said of them
        .order_by("pk")
        .values(*OF_CLAIM, "cues", claim=F("pk"), slug=F("desk__slug"), sha256=F("revision__sha256"))
        .iterator(chunk_size=batch)
    )
    while read := list(islice(rows, batch)):
        steps = _standing_steps([row["claim"] for row in read])
        for row in read:
            judgements = list(takewhile(lambda step: step.kind not in CHECKING, steps[row["claim"]]))
            if judgements:
                yield _label(row, judgements[0], judgements[-1])


def _label(row, first, last):
    worthy = JUDGEMENTS[last.kind]
    return Label(
        claim=row["claim"],
        desk=row["slug"],
        sha256=row["sha256"],
        cues=list(dict.fromkeys(cue["cue"] for cue in row["cues"])),
        check_worthy=worthy,
        judged_by=first.by_id,
        judged_at=last.at,
        reason="" if worthy else last.note,
        **{name: row[name] for name in OF_CLAIM},
    )


def _standing_steps(ids):
    """For each claim the judgements and the beginnings of its check, oldest first, less what was undone."""
    undone = Q(kind="claim.undo", note__in=[kind.removeprefix("claim.") for kind in TOLD])
    events = (
        Event.objects.filter(Q(kind__in=TOLD) | undone, subject_kind="claim", subject_id__in=ids)
        .order_by("subject_id", "id")
        .only("kind", "subject_id", "by_id", "at", "note")
    )
    steps = defaultdict(list)
    for event in events:
        if event.kind in TOLD:
            steps[event.subject_id].append(event)
        else:
            steps[event.subject_id].pop()  # only the last step can be undone
    return steps
