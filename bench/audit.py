"""How each extraction went, as the database has it; asked in a process beside the desk, with its settings."""

import json
import os
import sys
from typing import Any

import django

from bench.stack import Stack


def audit(stack: Stack) -> list[dict[str, Any]]:
    """One object an extraction: article, state, attempt, deaths, error, and how often a result was stored."""
    rows: list[dict[str, Any]] = json.loads(stack.run("-m", "bench.audit"))
    return rows


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    from django.db.models import F

    from accounts.models import Event
    from claims.models import Extraction

    stored = list(Event.objects.filter(kind="article.extracted").values_list("subject_id", flat=True))
    jobs = Extraction.objects.values("state", "attempt", "deaths", "error", article=F("revision__article_id"))
    json.dump([job | {"stored": stored.count(job["article"])} for job in jobs], sys.stdout)


if __name__ == "__main__":
    main()
