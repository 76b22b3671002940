"""`manage.py extraction_report`: what people made of the suggestions, as figures."""

import json
from datetime import date, datetime, time

from django.core.management.base import BaseCommand
from django.utils import timezone

from claims.figures import figures
from claims.labels import labels
from claims.management.searched import searched_claims


class Command(BaseCommand):
    help = (
        "Prints precision (accepted of judged suggestions) by desk, kind and cue, recall (against claims "
        "marked by hand) by desk, and why suggestions were dismissed. No words of an article are printed."
    )

    def add_arguments(self, parser):
        parser.add_argument("--desk", metavar="SLUG")
        parser.add_argument(
            "--since", type=day, metavar="DATE", help="judged on this day or later: 2026-11-22"
        )
        parser.add_argument("--json", action="store_true", dest="as_json", help="one object, for programs")

    def handle(self, *, desk, since, as_json, **options):
        found = labels(searched_claims(desk))
        if since is not None:
            found = (label for label in found if label.judged_at >= since)
        counted = figures(found)
        self.stdout.write(_as_json(counted) if as_json else "\n".join(_as_lines(counted)))


def day(text):
    return timezone.make_aware(datetime.combine(date.fromisoformat(text), time.min))


def _as_json(counted):
    judged, wanted = ("accepted", "judged", "precision"), ("suggested", "wanted", "recall")
    answer = {
        "precision": {
            "all": _told(counted.precision, *judged),
            "desk": [_told(share, *judged) for share in counted.by_desk],
            "kind": [_told(share, *judged) for share in counted.by_kind],
            "cue": [_told(share, *judged) for share in counted.by_cue],
        },
        "recall": {
            "all": _told(counted.recall, *wanted),
            "desk": [_told(share, *wanted) for share in counted.recall_by_desk],
        },
        "reasons": [{"reason": reason, "count": count} for reason, count in counted.reasons],
    }
    return json.dumps(answer, ensure_ascii=False)


def _told(share, part, whole, ratio):
    rounded = None if share.ratio is None else round(share.ratio, 3)
    return {"name": share.name, part: share.part, whole: share.whole, ratio: rounded}


def _as_lines(counted):
    yield from _table(
        "Precision by desk: accepted of judged suggestions", [counted.precision, *counted.by_desk]
    )
    yield from _table("Precision by kind", counted.by_kind)
    yield from _table("Precision by cue", counted.by_cue)
    yield from _table(
        "Recall by desk: suggested, of claims accepted or marked by hand",
        [counted.recall, *counted.recall_by_desk],
    )
    yield "Dismissed most often because"
    for reason, count in counted.reasons:
        yield f"  {count:>7,}  {reason}"


def _table(title, shares):
    yield title
    for share in shares:
        ratio = "too few" if share.ratio is None else f"{share.ratio:.0%}"
        yield f"  {share.part:>7,} of {share.whole:>7,}  {ratio:>7}  {share.name}"
    yield ""
