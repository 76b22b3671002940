"""New versions of an article's text: looked at first, then stored, with every claim carried over."""

from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from claims import policy
from claims.actions.articles import read_text, sha256_of
from claims.actions.blocks import corrected
from claims.actions.carrying import Carry, apart, carry
from claims.anchoring import Change, Piece, anchor, diff
from claims.intake.documents import Document
from claims.models import Claim, Extraction, Fix, FixState, Revision
from claims.moves import article_changed, article_erased, lock_article, move_article, settle
from claims.text import Role, Span
from claims.workflow import ArticleStatus, Status

# Where a new revision leads. While the first search waits or runs, the article waits with it.
LEADS_TO = {
    ArticleStatus.RECEIVED: ArticleStatus.RECEIVED,
    ArticleStatus.EXTRACTING: ArticleStatus.EXTRACTING,
    ArticleStatus.EXTRACTION_FAILED: ArticleStatus.EXTRACTING,
    ArticleStatus.CHECKING: ArticleStatus.CHECKING,
    ArticleStatus.READY: ArticleStatus.CHECKING,
    ArticleStatus.SIGNED_OFF: ArticleStatus.CHECKING,
}


class Plan(NamedTuple):
    """What a new text would do: nothing is stored. `base` is the revision it was compared with."""

    base: Revision
    document: Document
    asked: list[tuple[int, Span, str | None]]  # claim, place, the wording its fix asks for
    carries: list[Carry]

    @property
    def diff(self) -> list[Piece]:
        return diff(self.base.text, self.document.text)

    @property
    def counts(self) -> dict[Change, int]:
        """How many claims there are of each change, in the order of their weight, without zeros."""
        changes = [one.anchored.change for one in self.carries]
        return {change: changes.count(change) for change in Change if change in changes}


def plan_revision(article, *, by, text, base):
    """What `text` would do to the claims of `article`; no transaction waits for the comparing.

    `base` is the id of the revision that the new text was made from. Raises PermissionDenied, ArticleChanged
    where it is not the newest (unless the newest has this very text), ValidationError for a text that cannot
    be read.
    """
    policy.require(by, "revise", article)
    _require_open(article)
    document = read_text(text)
    _require_base(article, base, document)
    return _planned(article, _with_roles(document, article.revision))


def add_revision(article, *, by, text, base):
    """Store `text` as the next revision and carry the claims over; the same text stores nothing.

    Returns the revision, the Plan, and whether the revision is new. Raises what `plan_revision` raises.
    """
    plan = plan_revision(article, by=by, text=text, base=base)
    if _is_newest(article, plan.document):
        return plan.base, plan, False
    return _store(article, plan, by=by)


@transaction.atomic
def _store(article, plan, *, by):
    article = lock_article(article.pk)
    _require_open(article)
    _require_base(article, plan.base.pk, plan.document)
    if _is_newest(article, plan.document):
        return article.revision, _planned(article, plan.document), False
    # Nobody changes a claim of this article now; what people did since the comparing counts.
    plan = _planned(article, plan.document, known=plan)
    document, old = plan.document, plan.base
    revision = Revision.objects.create(
        article=article,
        number=old.number + 1,
        text=document.text,
        sha256=sha256_of(document.text),
        blocks=[block._asdict() for block in document.blocks],
        created_by=by,
    )
    Extraction.objects.create(revision=revision, total=len(document.blocks))
    move_article(
        article,
        LEADS_TO[ArticleStatus(article.status)],
        by=by,
        step="revised",
        note=_summary(plan),
        details={"revision": revision.number, "sha256": revision.sha256},
        proves=[revision],
        revision=revision,
    )
    carry(plan.carries, old=old, new=revision, by=by)
    settle(article.pk, by=by)
    return revision, plan, True


def _with_roles(document, base):
    """`document`, its headline and standfirst being those of `base` where their words still stand.

    So is every role that people put right.
    """
    told = {
        base.text[block["start"] : block["end"]].strip(): Role(block["role"])
        for block in base.blocks
        if block["role"] in {Role.HEADLINE, Role.STANDFIRST}
    } | corrected(base.article)
    blocks = [
        block._replace(role=told.get(document.text[block.start : block.end].strip(), block.role))
        for block in document.blocks
    ]
    return document._replace(blocks=blocks)


def _is_newest(article, document):
    return article.revision.sha256 == sha256_of(document.text)


def _require_open(article):
    if article.erased_at is not None:
        raise article_erased(article)
    if article.status not in LEADS_TO:
        raise article_changed(article, _("This article is closed. Reopen it before its text is changed."))
    if article.revision_id is None:
        raise article_changed(article, _("This article has no text yet. Wait until it has been read."))


def _require_base(article, base, document):
    """The words of the newest are no conflict, whatever they were made from: they were sent twice."""
    if article.revision_id != base and not _is_newest(article, document):
        raise article_changed(
            article, _("A newer version of the text arrived meanwhile. Compare yours with that one first.")
        )


def _planned(article, document, known=None):
    """The plan for `document`; an earlier one is good for the places as long as the same is asked."""
    base = article.revision
    claims = list(
        Claim.objects.filter(revision=base)
        .exclude(status=Status.CLOSED)
        .select_related("article", "assignee", "verdict__author", "second_verdict", "revision")
        .order_by("start", "id")
    )
    undecided = Fix.objects.filter(claim__in=claims, state__in=[FixState.ASKED, FixState.ACCEPTED])
    fixes = {fix.claim_id: fix for fix in undecided.order_by("id")}
    asked = [
        (claim.pk, Span(claim.start, claim.end), fixes[claim.pk].new if claim.pk in fixes else None)
        for claim in claims
    ]
    if known is not None and known.asked == asked:
        found = [one.anchored for one in known.carries]
    else:
        wordings = {n: wording for n, (_pk, _span, wording) in enumerate(asked) if wording is not None}
        found = anchor(base.text, document.text, [span for _pk, span, _wording in asked], wordings)
    carries = [Carry(claim, one, fixes.get(claim.pk)) for claim, one in zip(claims, found, strict=True)]
    return Plan(base, document, asked, apart(carries))


def _summary(plan):
    """ "12 same, 1 fact changed", for the history."""
    said = ", ".join(f"{count} {change.value.replace('_', ' ')}" for change, count in plan.counts.items())
    return said or "no claims yet"
