"""The work on one revision: find its claims, store them once."""

import logging

from django.db import InterfaceError, OperationalError, transaction
from django.utils import timezone

from accounts.models import Event, JobState
from claims import extraction as language
from claims import notices, search, spoken
from claims.extraction import pipeline
from claims.jobs import leases
from claims.jobs.suggestions import news_in, refresh, suggestion
from claims.models import Article, Claim, DeskSetting, Extraction
from claims.moves import lock_article, move_article, settle
from claims.text import Block, Role
from claims.text.overlaps import touching
from claims.workflow import ArticleStatus, Status

log = logging.getLogger(__name__)

OVERTAKEN = "A newer text came before the search of this one ended."


def extract_claims(pk):
    """Run the extraction with this id, unless another run has or had it."""
    extraction = leases.start(Extraction, pk)
    if extraction is None:
        return
    revision = extraction.revision
    begin(revision)
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
        fail(extraction, spoken.BROKEN.format(error=type(error).__name__))


@transaction.atomic
def begin(revision):
    """A new article is being searched; not so one that was searched before, or a later revision."""
    article = Article(pk=revision.article_id)
    new = Article.objects.filter(pk=article.pk, revision=revision, status=ArticleStatus.RECEIVED)
    if new.update(status=ArticleStatus.EXTRACTING):
        states = {"before": {"status": ArticleStatus.RECEIVED}, "after": {"status": ArticleStatus.EXTRACTING}}
        Event.objects.append("article.extracting", article, by=None, within=article, **states)


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
        facts=list(found.facts),
    )
    article = lock_article(revision.article_id)
    if article.revision_id != revision.pk:
        # A newer text came meanwhile, and has a search of its own.
        Extraction.objects.filter(pk=extraction.pk).update(state=JobState.FAILED, error=OVERTAKEN)
        return
    is_news = news_in(revision, extraction.sentences)
    # What people marked stands, as do the claims that came over from the revision before.
    live = revision.claims.exclude(status=Status.CLOSED)
    is_taken = touching(live.order_by("start").values_list("start", "end"))
    if not extraction.sentences:  # else claims that came over were told anew by an earlier search
        refresh(revision, [one for one in found.candidates if is_taken(one.start, one.end)])
    claims = [
        suggestion(article, revision, candidate, blocks)
        for candidate in found.candidates
        if not is_taken(candidate.start, candidate.end) and is_news(candidate)
    ]
    Claim.objects.bulk_create(claims)
    search.add_claims([claim.pk for claim in claims])
    note = f"{len(claims)} suggestions"
    if article.status == ArticleStatus.EXTRACTING:
        target = ArticleStatus.CHECKING if revision.claims.exists() else ArticleStatus.READY
        move_article(article, target, by=None, step="extracted", note=note)
    else:  # a later revision: the claims that came over were checked on meanwhile
        after = {"status": article.status}
        Event.objects.append("article.extracted", article, by=None, after=after, note=note, within=article)
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


@transaction.atomic
def fail(extraction, reason):
    """End the extraction as failed, with a reason in plain words; raises LeaseLost."""
    leases.finish(extraction, JobState.FAILED, error=reason)
    tell_article(extraction, reason)


def tell_article(extraction, reason):
    """Let the article say so; of a later revision it is a gate, for the claims that came over go on."""
    article = lock_article(extraction.revision.article_id)
    if article.revision_id != extraction.revision_id:
        return  # a newer text has a search of its own
    step = "extraction_failed"
    if article.status in {ArticleStatus.RECEIVED, ArticleStatus.EXTRACTING}:
        move_article(article, ArticleStatus.EXTRACTION_FAILED, by=None, step=step, note=reason)
    else:
        after = {"status": article.status}
        event = Event.objects.append(
            f"article.{step}", article, by=None, after=after, note=reason, within=article
        )
        notices.tell(event, article)
