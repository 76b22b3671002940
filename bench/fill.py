"""Run beside a desk, with its settings: `python -m bench.fill COUNT [STATUS]` stores COUNT claims.

They are of every status, kind, risk and deadline, or all of one STATUS; the same mixture at every COUNT.
RARE stands in RARE_CLAIMS of them whatever the COUNT, COMMON in every third.
"""

import os
import random
import sys
from datetime import timedelta
from typing import Any

import django
from django.utils import timezone

from bench.texts import texts

RARE, RARE_CLAIMS, COMMON = "zwieback", 50, "harbour"
CLAIMS_OF_AN_ARTICLE = 40
MIXTURE = {
    "suggested": 40,
    "open": 25,
    "in_check": 8,
    "awaiting_sign_off": 5,
    "resolved": 12,
    "dismissed": 10,
}
RATED = {"awaiting_sign_off", "resolved"}


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    from django.db import transaction

    count, status = int(sys.argv[1]), (sys.argv[2:] or [""])[0]
    with transaction.atomic():
        fill(count, status)


def fill(count: int, only_status: str) -> None:
    from accounts.models import Desk, User
    from claims import search
    from claims.models import Article, Claim, Evidence, Extraction, RatingScale, Revision, Verdict

    dice = random.Random(2)
    desks = list(Desk.objects.order_by("id"))
    editor = User.objects.get(email="editor@desk.example")
    checkers = list(User.objects.filter(role="reviewer", memberships__desk=desks[0]).order_by("id"))
    scale = RatingScale.objects.get(kind="outside")
    ratings = list(scale.ratings.all())
    sentences = sentences_of(dice)
    rare = set(dice.sample(range(count), RARE_CLAIMS)) if count >= RARE_CLAIMS else set()

    for first in range(0, count, CLAIMS_OF_AN_ARTICLE):
        numbers = range(first, min(first + CLAIMS_OF_AN_ARTICLE, count))
        words = [sentence_with(next(sentences), number, rare) for number in numbers]
        text = "\n\n".join(words)
        desk = dice.choice(desks)
        due_at = timezone.now() + timedelta(hours=dice.randint(-48, 400)) if dice.random() < 0.6 else None
        article = Article.objects.create(
            title=f"Filled article {first}",
            kind="outside",
            desk=desk,
            status="checking",
            submitted_by=editor,
            scale=scale,
            risk=dice.choice(["low", "normal", "normal", "high"]),
            due_at=due_at,
        )
        article.revision = Revision.objects.create(
            article=article,
            text=text,
            sha256=f"{first:064x}",
            blocks=[{"role": "paragraph", "start": 0, "end": len(text)}],
            created_by=editor,
        )
        article.save()
        Extraction.objects.create(revision=article.revision, state="done", done=1, total=1)
        made = []
        start = 0
        for sentence in words:
            status = only_status or dice.choices(list(MIXTURE), list(MIXTURE.values()))[0]
            made.append(claim_of(Claim, article, start, sentence, status, checkers, dice))
            start += len(sentence) + 2
        made = Claim.objects.bulk_create(made)
        rated = [claim for claim in made if claim.status in RATED]
        verdicts = Verdict.objects.bulk_create(
            Verdict(
                claim=claim, author=dice.choice(checkers), rating=dice.choice(ratings), rationale="As filled."
            )
            for claim in rated
        )
        for claim, verdict in zip(rated, verdicts, strict=True):
            claim.verdict = verdict
        Claim.objects.bulk_update(rated, ["verdict"])
        sources = Evidence.objects.bulk_create(
            Evidence(
                claim_id=verdict.claim_id,
                kind="document",
                locator="page 4",
                stance="supports",
                added_by=verdict.author,
            )
            for verdict in verdicts
        )
        rests_on = Verdict.evidence.through
        rests_on.objects.bulk_create(
            rests_on(verdict=verdict, evidence=source)
            for verdict, source in zip(verdicts, sources, strict=True)
        )
        search.add_article(article)
        search.add_claims(list(article.revision.claims.values_list("pk", flat=True)))


def sentences_of(dice: random.Random) -> Any:
    """Endless sentences of the sample articles, in any order."""
    found = [
        part.strip() for text in texts(8) for part in text.replace("\n", ". ").split(". ") if len(part) > 40
    ]
    while True:
        yield dice.choice(found)


def sentence_with(sentence: str, number: int, rare: set[int]) -> str:
    """The sentence with a number of its own, and the words that are searched for."""
    common = f" by the {COMMON}" if number % 3 == 0 else ""
    return f"{sentence} ({number}){common}{f' with {RARE}' if number in rare else ''}."


def claim_of(
    claim_class: Any, article: Any, start: int, text: str, status: str, checkers: Any, dice: Any
) -> Any:
    from claims import priority
    from claims.text import Kind

    score, prominence = round(dice.uniform(0.5, 1), 3), dice.choice([0, 0, 0, 4, 6, 10])
    return claim_class(
        article=article,
        desk=article.desk,
        revision=article.revision,
        start=start,
        end=start + len(text),
        text=text,
        status=status,
        score=score,
        kind=dice.choice(list(Kind)),
        cues=[{"cue": "a number", "start": start, "end": start + 5}],
        prominence=prominence,
        risk=article.risk,
        due_at=article.due_at,
        priority=priority.total(
            risk=article.risk, due_at=article.due_at, prominence=prominence, score=score, now=timezone.now()
        ),
        assignee=dice.choice(checkers) if status == "in_check" else None,
    )


if __name__ == "__main__":
    main()
