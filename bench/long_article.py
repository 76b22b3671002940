"""An article of 3,000 words with 150 claims, some over others: the longest that must be carried smoothly."""

import random
from itertools import islice
from typing import Any

from bench.fill import claim_of
from bench.texts import texts

WORDS, CLAIMS = 3_000, 150
OVERLAP = 10  # every tenth claim lies over the one before
STATUSES = ["suggested", "open", "in_check", "awaiting_sign_off", "resolved", "dismissed"]


def long_text() -> str:
    """The sample articles one after the other, until they have 3,000 words; then the paragraph ends."""
    paragraphs, words = [], 0
    for text in texts(16):
        for paragraph in filter(str.strip, text.split("\n")):
            if words >= WORDS:
                return "\n\n".join(paragraphs)
            paragraphs.append(paragraph)
            words += len(paragraph.split())
    return "\n\n".join(paragraphs)


def make_long_article() -> Any:
    """Submit it as an editor does and store what a worker would have found; needs a desk with its people."""
    from accounts.models import Desk, User
    from claims import search
    from claims.actions.articles import submit_article
    from claims.extraction.facts import facts_of
    from claims.extraction.finding import sentences_in
    from claims.extraction.names import Names
    from claims.models import Article, Claim, Extraction, Verdict
    from claims.text import Block, Role

    dice = random.Random(5)
    editor = User.objects.get(email="editor@desk.example")
    checkers = list(User.objects.filter(role="reviewer").order_by("id"))
    desk = Desk.objects.get(slug="news")
    article = submit_article(by=editor, text=long_text(), kind="outside", desk=desk, title="The long one")
    revision = article.revision
    blocks = [Block(Role(block["role"]), block["start"], block["end"]) for block in revision.blocks]
    spans = [span for block in blocks for span in sentences_in(revision.text, block)]
    Extraction.objects.filter(revision=revision).update(
        state="done",
        language="en",
        done=len(blocks),
        total=len(blocks),
        sentences=[{"start": span.start, "end": span.end, "score": 0.7} for span in spans],
        facts=facts_of(revision.text, blocks, ((span, None) for span in spans), Names()),
    )
    Article.objects.filter(pk=article.pk).update(status="checking")
    places = islice((span for span in spans if span.end - span.start > 30), CLAIMS)
    made = [
        claim_of(
            Claim,
            article,
            span.start,
            revision.text[span.start : span.end - (10 if number % OVERLAP == 0 else 0)],
            STATUSES[number % len(STATUSES)],
            checkers,
            dice,
        )
        for number, span in enumerate(places)
    ]
    for number in range(OVERLAP, len(made), OVERLAP):
        made[number].start = made[number - 1].start + 5
        made[number].text = revision.text[made[number].start : made[number].end]
    Claim.objects.bulk_create(made)
    rated = [claim for claim in made if claim.status in {"awaiting_sign_off", "resolved"}]
    rating = list(article.scale.ratings.all())
    for claim in rated:
        claim.verdict = Verdict.objects.create(
            claim=claim, author=checkers[0], rating=dice.choice(rating), rationale="As the register says."
        )
    Claim.objects.bulk_update(rated, ["verdict"])
    search.add_claims([claim.pk for claim in made])
    return article
