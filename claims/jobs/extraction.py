"""The work on one revision: find its claims, store them once."""

import logging

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from accounts.models import JobState
from claims import extraction as language
from claims import priority, search
from claims.extraction import pipeline
from claims.jobs import leases
from claims.models import Article, Claim, DeskSetting, Extraction
from claims.moves import lock_article, move_article, settle
from claims.text import Block, Role
from claims.text.overlaps import touching
from claims.workflow import ArticleStatus

log = logging.getLogger(__name__)

BROKEN = (
    "The text could not be searched for claims ({error}). Try again; "
    "if it fails again, tell who runs this desk: the worker's log has the details."
)


def extract_claims(pk):
    """Run the extraction with this id, unless another run has or had it."""
    extraction = leases.start(Extraction, pk)
    if extraction is None:
        return
    Article.objects.filter(revision__extraction=extraction, status=ArticleStatus.RECEIVED).update(
        status=ArticleStatus.EXTRACTING
    )
    revision = extraction.revision
    threshold = DeskSetting.objects.of(revision.article.desk_id).threshold
    published = day_of(revision.article.published_at)
    blocks = [Block(Role(block["role"]), block["start"], block["end"]) for block in revision.blocks]
    try:
        with leases.kept(extraction) as report:
            # No transaction is open here, and none opens until the language work is done.
            found = language.find_candidates(
                revision.text,
                blocks,
                pipeline=pipeline.load(),
                threshold=threshold,
                published=published,
                progress=report,
            )
        store(extraction, revision, blocks, found, threshold, given=published is not None)
    except leases.LeaseLost:
        log.info("extraction %s: another run has it; thrown away", pk)
    except (OperationalError, InterfaceError):
        raise  # the database is away or busy: the lease runs out and the job is put back
    except Exception as error:
        log.exception("extraction %s failed", pk)
        fail(extraction, BROKEN.format(error=type(error).__name__))


@transaction.atomic
def store(extraction, revision, blocks, found, threshold, *, given):
    """Store what was found, in one transaction that first wins the job; raises LeaseLost.

    `given`: the article's date was given with it.
    """
    leases.finish(
        extraction,
        JobState.DONE,
        done=len(blocks),
        total=len(blocks),
        language=found.language,
        extractor=language.EXTRACTOR,
        threshold=threshold,
        sentences=[stored_sentence(sentence) for sentence in found.sentences],
        date=found.date,
        date_printed=found.date is not None and not given,
        notices=list(found.notices),
    )
    article = lock_article(revision.article_id)
    # A person may have marked these words, or some of them, meanwhile: theirs stands.
    is_taken = touching(revision.claims.order_by("start").values_list("start", "end"))
    claims = [
        suggestion(article, revision, candidate, blocks)
        for candidate in found.candidates
        if not is_taken(candidate.start, candidate.end)
    ]
    Claim.objects.bulk_create(claims)
    search.add_suggestions(revision)
    target = ArticleStatus.CHECKING if revision.claims.exists() else ArticleStatus.READY
    move_article(article, target, by=None, step="extracted", note=f"{len(claims)} suggestions")
    settle(article.pk, by=None)


def day_of(published_at):
    """The day an article appeared, in the desk's time; None where nobody said."""
    return published_at and timezone.localdate(published_at)


def stored_sentence(sentence):
    """A sentence as `Extraction.sentences` keeps it: with its reasons and its twin only if it has any."""
    stored = {"start": sentence.start, "end": sentence.end, "score": sentence.score}
    if sentence.against:
        stored["against"] = list(sentence.against)
    if sentence.twin is not None:
        stored["twin"] = sentence.twin._asdict()
    return stored


def suggestion(article, revision, candidate, blocks):
    """The unsaved claim that proposes `candidate`."""
    prominence = prominence_of(candidate.start, blocks)
    words = revision.text[candidate.start : candidate.end]
    return Claim(
        article=article,
        desk_id=article.desk_id,
        revision=revision,
        start=candidate.start,
        end=candidate.end,
        text=words,
        standalone="" if candidate.standalone == words else candidate.standalone,
        score=candidate.score,
        kind=candidate.kind,
        cues=candidate.cues,
        claimant=candidate.claimant,
        quantities=candidate.quantities,
        dates=candidate.dates,
        names=list(candidate.names),
        prominence=prominence,
        risk=article.risk,
        due_at=article.due_at,
        priority=priority.total(
            risk=article.risk,
            due_at=article.due_at,
            prominence=prominence,
            score=candidate.score,
            now=timezone.now(),
        ),
    )


def prominence_of(start, blocks):
    """How much a reader notices words at the offset `start`, 0 to 10."""
    lead = next((block for block in blocks if block.role == Role.PARAGRAPH), None)
    for block in blocks:
        if block.start <= start < block.end:
            name = "lead" if block is lead else block.role.value
            return priority.PROMINENCE_POINTS.get(name, 0)
    return 0


@transaction.atomic
def fail(extraction, reason):
    """End the extraction as failed, with a reason in plain words; raises LeaseLost."""
    leases.finish(extraction, JobState.FAILED, error=reason)
    tell_article(extraction, reason)


def tell_article(extraction, reason):
    article = lock_article(extraction.revision.article_id)
    move_article(article, ArticleStatus.EXTRACTION_FAILED, by=None, step="extraction_failed", note=reason)
