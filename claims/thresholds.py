"""What another threshold would have meant for articles that were searched already."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from accounts.models import JobState
from claims.labels import labels
from claims.models import SEARCHABLE, Article, Claim, Origin
from claims.text.overlaps import touching

ARTICLES = 10
STEPS = [step / 10 for step in range(3, 10)]  # the thresholds that are compared at a glance


class Passage(NamedTuple):
    """A suggestion that was made, or a sentence that could have been one (then `claim` is None).

    `accepted` is what people said of the suggestion, None where nobody did.
    """

    article: Article
    text: str
    score: float
    claim: int | None = None
    accepted: bool | None = None


class Count(NamedTuple):
    """How many suggestions there would be at a threshold; how many of them people judged, and how."""

    threshold: float
    suggestions: int
    accepted: int
    dismissed: int


class Search(NamedTuple):
    """The passages of the articles that were looked at: `made` suggestions, and what was left `out`."""

    articles: list[Article]
    made: list[Passage]
    out: list[Passage]

    def at(self, threshold: float) -> Count:
        said = [one.accepted for one in self.made if one.score >= threshold]
        suggestions = len(said) + len(self.appearing(threshold))
        return Count(threshold, suggestions, said.count(True), said.count(False))

    def steps(self) -> list[Count]:
        return [self.at(threshold) for threshold in STEPS]

    def appearing(self, threshold: float) -> list[Passage]:
        """The sentences that would be suggested too, in the order of the text."""
        return [one for one in self.out if one.score >= threshold]

    def vanishing(self, threshold: float) -> list[Passage]:
        """The suggestions that would not be made, in the order of the text."""
        return [one for one in self.made if one.score < threshold]


def last_search(articles) -> Search:
    """The last articles of a queryset that were searched, newest first, with what was found in each.

    Each is compared with the threshold it was searched with. A sentence that is a claim already, be it
    marked by hand, would not be suggested anew.
    """
    searched = list(
        articles.filter(
            erased_at=None,
            revision__extraction__state=JobState.DONE,
            revision__extraction__language__in=SEARCHABLE,
        )
        .select_related("revision__extraction")
        .defer("revision__blocks")
        .order_by("-id")[:ARTICLES]
    )
    claims = Claim.objects.filter(revision__in=[article.revision_id for article in searched])
    said = {label.claim: label.check_worthy for label in labels(claims.filter(origin=Origin.MACHINE))}
    found = defaultdict(list)
    for claim in claims.order_by("start").only("revision_id", "start", "end", "text", "score", "origin"):
        found[claim.revision_id].append(claim)
    made, out = [], []
    for article in searched:
        claims_here = found[article.revision_id]
        made += [
            Passage(article, claim.text, claim.score, claim.pk, said.get(claim.pk))
            for claim in claims_here
            if claim.origin == Origin.MACHINE
        ]
        out += _left_out(article, claims_here)
    return Search(searched, made, out)


def _left_out(article, claims) -> Iterator[Passage]:
    """The sentences below the threshold of their search that are no claim.

    Not those that say what another one says: the claim is made there.
    """
    extraction, text = article.revision.extraction, article.revision.text
    is_claim = touching((claim.start, claim.end) for claim in claims)
    for sentence in extraction.sentences:
        start, end, score = sentence["start"], sentence["end"], sentence["score"]
        if "twin" not in sentence and STEPS[0] <= score < extraction.threshold and not is_claim(start, end):
            yield Passage(article, text[start:end], score)
