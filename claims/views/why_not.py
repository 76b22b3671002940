"""Why is this not a claim? Each sentence of the copy that is none, with what speaks against it."""

from bisect import bisect_right
from heapq import merge
from operator import itemgetter
from typing import NamedTuple

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.models import JobState
from claims import policy, spoken
from claims.forms import SpanForm
from claims.text import Role
from claims.text.spans import WITHOUT_CLAIMS, trim
from claims.views.doors import find_article
from claims.views.galley import UNMARKED
from claims.views.numbered import Numbered, finder, numbered
from claims.views.why import Place, Reason, place_of, reasons

SHOWN = 200  # sentences on a page
SOME = 0.2  # from this score on there is something to check in a sentence, if too little


class Twin(NamedTuple):
    """The sentence that says the same: its place, the address of its block, the claim made there or None."""

    place: Place
    at: str
    claim: Numbered | None


class Unmarked(NamedTuple):
    """A sentence that is no claim, or a line of furniture; then `score` is None.

    `aside` is the role, in a word, of what is no part of the article's text, else "". `dismissed`
    was a claim here. `at` is the address of its block on the annotated copy.
    """

    start: int
    end: int
    at: str
    words: str
    score: float | None
    aside: str
    reasons: list[Reason]
    twin: Twin | None
    dismissed: Numbered | None

    @property
    def is_furniture(self):
        return self.score is None

    @property
    def has_some(self):
        return self.score is not None and self.score >= SOME


@require_safe
def article_why_not(request, pk):
    """All sentences that are no claim, or those of the words from `start` to `end` in the address."""
    article = find_article(request, pk)
    extraction = article.revision.extraction
    claims = numbered(article.revision_id)
    sentences = unmarked(article.revision, claims) if extraction.state == JobState.DONE else []
    context = {
        "article": article,
        "extraction": extraction,
        "copy": article.get_absolute_url(),
        "can": policy.steps_for(request.user, article),
        "chosen": (form := SpanForm(request.GET)).is_valid(),
    }
    if form.is_valid():
        start, end = form.cleaned_data["start"], form.cleaned_data["end"]
        sentences = [one for one in sentences if one.start < end and start < one.end]
        standing = (one for one in claims if one.claim.status not in UNMARKED)
        context["claims"] = [one for one in standing if one.claim.start < end and start < one.claim.end]
    elif request.GET.get("order") == "score":
        sentences = sorted(sentences, key=lambda one: -1 if one.score is None else one.score, reverse=True)
        context["by_score"] = True
    context["count"] = len(sentences)
    context["sentences"] = Paginator(sentences, SHOWN).get_page(request.GET.get("page"))
    fragment = request.htmx and request.htmx.target == "card"
    return render(request, "claims/why_not_card.html" if fragment else "claims/why_not.html", context)


def unmarked(revision, claims):
    """The sentences and the furniture of a revision that none of its claims touches, in order."""
    text, blocks = revision.text, revision.blocks
    standing = finder([one for one in claims if one.claim.status not in UNMARKED])
    dismissed = finder([one for one in claims if one.claim.status in UNMARKED])
    starts = [block["start"] for block in blocks]

    def block_at(start):
        return bisect_right(starts, start)  # counted from 1, as on the copy

    def twin_at(start, end):
        place = place_of({"start": start, "end": end}, text)
        return Twin(place, f"#b{block_at(start)}", standing(start, end))

    furniture = [
        {"start": start, "end": end, "score": None}
        for block in blocks
        if block["role"] == Role.FURNITURE
        for start, end in [trim(text, block["start"], block["end"])]
        if start < end
    ]
    found = []
    for sentence in merge(revision.extraction.sentences, furniture, key=itemgetter("start")):
        start, end = sentence["start"], sentence["end"]
        if standing(start, end):
            continue
        block, twin = block_at(start), sentence.get("twin")
        role = Role(blocks[block - 1]["role"])
        found.append(
            Unmarked(
                start,
                end,
                at=f"#b{block}",
                words=text[start:end],
                score=sentence["score"],
                aside=str(spoken.ROLES[role]) if role in WITHOUT_CLAIMS else "",
                reasons=reasons(sentence.get("against", ()), text, whole=(start, end)),
                twin=twin and twin_at(**twin),
                dismissed=dismissed(start, end),
            )
        )
    return found
