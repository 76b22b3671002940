"""Pairs of first and second verdicts, each given without knowing the other, and how far they agree.

Pure reading: the event of each second verdict names the two, whatever became of them later. A pair whose
event was erased counts no more.
"""

from collections import Counter, defaultdict
from datetime import datetime
from typing import NamedTuple

from django.db.models import F

from accounts.models import Event
from claims.agreement import Agreement, agreement
from claims.models import Verdict

MOST = 2_000  # pairs, the latest: with more, an interval says hardly more and takes longer


class Pair(NamedTuple):
    """Two verdicts on one claim: `people` and `ratings` are ids, the first verdict's first."""

    kind: str
    scale: int
    people: tuple[int, int]
    ratings: tuple[int, int]


class Row(NamedTuple):
    """The agreement in the pairs of two `people` (ids), on claims of one `kind`, or in all."""

    agreement: Agreement
    people: tuple[int, ...] = ()
    kind: str = ""


class Table(NamedTuple):
    """`people` and `kinds` begin with the most pairs. `cut`: there were more than `MOST` pairs."""

    all: Row
    people: list[Row]
    kinds: list[Row]
    names: dict[int, str]
    cut: bool


def table(claims, since: datetime, until: datetime) -> Table:
    """The agreement on the claims of a queryset in the second verdicts given from `since` up to `until`.

    Two queries, whatever the number of pairs.
    """
    given = (
        Event.objects.filter(kind="claim.propose_second", subject_kind="claim", at__gte=since, at__lt=until)
        .filter(subject_id__in=claims.order_by().values("pk"))
        .order_by("-id")
        .values_list("after", flat=True)[: MOST + 1]
    )
    named = [(one["verdict"], one["second_verdict"]) for one in given if one.get("second_verdict")]
    pairs, numbers, names = _read(named[:MOST])
    by_people, by_kind = defaultdict(list), defaultdict(list)
    for pair in pairs:
        ordered = sorted(zip(pair.people, pair.ratings, strict=True))  # the same side for the same person
        people, ratings = zip(*ordered, strict=True)
        by_people[people].append(pair._replace(ratings=ratings))
        by_kind[pair.kind].append(pair)
    people_rows = [Row(_agreement(group, numbers), people=people) for people, group in by_people.items()]
    kind_rows = [Row(_agreement(group, numbers), kind=kind) for kind, group in by_kind.items()]
    return Table(
        Row(_agreement(pairs, numbers)),
        _most_first(people_rows),
        _most_first(kind_rows),
        names,
        len(named) > MOST,
    )


def _read(named):
    """The pairs of verdicts named by ids, the numbers of their ratings, and the names of people."""
    told = Verdict.objects.filter(pk__in=[pk for both in named for pk in both]).values(
        "pk",
        "author",
        "rating",
        name=F("author__name"),
        kind=F("claim__kind"),
        scale=F("rating__scale"),
        number=F("rating__number"),
    )
    verdicts = {one["pk"]: one for one in told}
    numbers = {one["rating"]: one["number"] for one in verdicts.values() if one["number"] is not None}
    pairs = []
    for first, second in ((verdicts[one], verdicts[other]) for one, other in named):
        people, ratings = (first["author"], second["author"]), (first["rating"], second["rating"])
        pairs.append(Pair(first["kind"], first["scale"], people, ratings))
    return pairs, numbers, {one["author"]: one["name"] for one in verdicts.values()}


def _most_first(rows):
    return sorted(rows, key=lambda row: (-row.agreement.pairs, row.people, row.kind))


def _agreement(pairs, numbers):
    """`numbers` by rating count for the scale used most: the steps of two scales have no common order."""
    scales = Counter(pair.scale for pair in pairs if set(pair.ratings) <= numbers.keys())
    most = max(scales, key=lambda scale: (scales[scale], scale), default=None)
    on_scale = {rating for pair in pairs if pair.scale == most for rating in pair.ratings} & numbers.keys()
    return agreement([pair.ratings for pair in pairs], {rating: numbers[rating] for rating in on_scale})
