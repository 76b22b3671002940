"""What editors do with articles: submit, try again, sign off, close, reopen."""

import hashlib
import json
from typing import Any, NamedTuple

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from accounts.models import Event, JobState
from claims import policy, search
from claims.actions import guest_links
from claims.actions.times import check_times
from claims.gates import named, open_gates, uncovered
from claims.intake import documents
from claims.models import (
    MAX_TITLE,
    Article,
    Extraction,
    IdempotencyKey,
    RatingScale,
    Revision,
    SignOff,
)
from claims.moves import article_changed, lock_article, move_article, settle
from claims.priority import Risk
from claims.workflow import FINAL, ArticleStatus, WorkflowError


class KeyReused(WorkflowError):
    """An Idempotency-Key came again with another body."""

    code = "idempotency_key_reused"


def read_text(text, *, headline="", standfirst=""):
    """The document in a typed or sent text; raises ValidationError at the field `text`."""
    try:
        return documents.from_text(text, headline=headline, standfirst=standfirst)
    except documents.UnreadableText as error:
        raise ValidationError({"text": _wrong(error)}) from error


def _wrong(error):
    """What the exception says, to who reads it on a page."""
    if not error.length:
        return _("There is no text here. Paste the words of the article.")
    return _(
        "The text has {length} characters; at most {most} can be checked as one article. "
        "Split it into parts and submit each."
    ).format(
        length=number_format(error.length, force_grouping=True),
        most=number_format(documents.LONGEST, force_grouping=True),
    )


def sha256_of(text):
    """The SHA-256 of a text in UTF-8, in hexadecimal: the name of a revision's words."""
    return hashlib.sha256(text.encode()).hexdigest()


def same_text(text, *, desk, by, but=None):
    """The newest article on `desk` (other than `but`) with the same text that `by` may see, or None."""
    twins = policy.visible_articles(by).filter(desk=desk, revisions__sha256=sha256_of(text))
    return twins.exclude(pk=but and but.pk).order_by("-id").first()


class Prepared(NamedTuple):
    """A submission that is in order: the fields of the article, its document, its readers or None."""

    fields: dict[str, Any]
    document: documents.Document
    readers: set | None


def prepare(
    *,
    by,
    text,
    kind,
    desk,
    title="",
    headline="",
    standfirst="",
    writer=None,
    byline="",
    published_at=None,
    due_at=None,
    risk=Risk.NORMAL,
    restricted_to=None,
):
    """Read and check a submission; nothing is stored, and no transaction waits for the reading.

    `restricted_to` names the people who see the article; None: everybody on the desk. Raises
    PermissionDenied, or ValidationError with the field that is wrong.
    """
    policy.require_submit(by, desk)
    check_times(published_at=published_at, due_at=due_at)
    document = read_text(text, headline=headline, standfirst=standfirst)
    title = " ".join(title.split()) or document.title
    if len(title) > MAX_TITLE:
        wrong = _("The title has {length} characters; at most {most} are stored.")
        raise ValidationError({"title": wrong.format(length=len(title), most=MAX_TITLE)})
    scale = RatingScale.objects.filter(kind=kind, active=True).order_by("-id").first()
    if scale is None:
        wrong = _("No rating scale serves this kind of copy yet; an admin can add one.")
        raise ValidationError({"kind": wrong})
    fields = {
        "title": title,
        "kind": kind,
        "desk": desk,
        "writer": writer,
        "byline": byline,
        "submitted_by": by,
        "published_at": published_at,
        "due_at": due_at,
        "risk": risk,
        "restricted": restricted_to is not None,
        "scale": scale,
    }
    return Prepared(fields, document, None if restricted_to is None else {by, *restricted_to})


@transaction.atomic
def store(prepared):
    """Store article, first revision and extraction: with the commit the submission is accepted."""
    document, by = prepared.document, prepared.fields["submitted_by"]
    article = Article.objects.create(**prepared.fields)
    if prepared.readers is not None:
        article.readers.set(prepared.readers)
    article.revision = Revision.objects.create(
        article=article,
        text=document.text,
        sha256=sha256_of(document.text),
        blocks=[block._asdict() for block in document.blocks],
        created_by=by,
    )
    article.save(update_fields=["revision"])
    Extraction.objects.create(revision=article.revision, total=len(document.blocks))
    search.add_article(article)
    Event.objects.append(
        "article.submitted",
        article,
        by=by,
        after={"status": article.status, "sha256": article.revision.sha256, "kind": article.kind},
        within=article,
        proves=[article.revision],
    )
    return article


def submit_article(**submission):
    """Store an article that is told as `prepare` wants it, and raises what that raises."""
    return store(prepare(**submission))


def submit_articles(submissions, *, by):
    """Store all of them, in order, or none; a field that is wrong is named with its place: "3.text"."""
    ready, wrong = [], {}
    for index, submission in enumerate(submissions):
        try:
            ready.append(prepare(by=by, **submission))
        except ValidationError as error:
            wrong |= {f"{index}.{name}": messages for name, messages in error.message_dict.items()}
    if wrong:
        raise ValidationError(wrong)
    with transaction.atomic():
        return [store(prepared) for prepared in ready]


def submit_once(*, by, key, body, submit):
    """The article that `submit()` or an earlier call with this key stored, and whether it is new.

    `body` is what was sent, as JSON would hold it. Raises KeyReused when the key came with another body.
    """
    digest = hashlib.sha256(json.dumps(body, sort_keys=True, default=str).encode()).hexdigest()
    keys = IdempotencyKey.objects.select_related("article").filter(user=by, key=key)
    earlier = keys.first()
    if earlier is None:
        try:
            with transaction.atomic():
                article = submit()
                IdempotencyKey.objects.create(user=by, key=key, digest=digest, article=article)
                return article, True
        except IntegrityError:  # the same call, at the same time
            earlier = keys.first()
            if earlier is None:
                raise
    if earlier.digest != digest:
        raise KeyReused("This Idempotency-Key was used for another article. Use a new key for a new article.")
    return earlier.article, False


@transaction.atomic
def retry_extraction(article, *, by):
    """Queue a failed extraction again."""
    policy.require(by, "retry", article)
    lock_article(article.pk)
    won = Extraction.objects.filter(revision_id=article.revision_id, state=JobState.FAILED).update(
        state=JobState.QUEUED, deaths=0, published_at=None, error="", done=0, queued_at=timezone.now()
    )
    if not won:
        raise article_changed(article)
    if article.status == ArticleStatus.EXTRACTION_FAILED:
        return move_article(article, ArticleStatus.EXTRACTING, by=by, step="retried")
    after = {"status": article.status}
    return Event.objects.append("article.retried", article, by=by, after=after, within=article)


@transaction.atomic
def sign_off_article(article, *, by, revision, note="", exceptions=()):
    """Approve the revision that was seen (its id).

    `exceptions` name open gates in spite of which it is signed off, by code or with the number that was
    seen ("stale:3"); `note` then says why. Raises ArticleChanged, with the gates that are open and not
    excepted, or more than was seen; ValidationError without a reason.
    """
    policy.require(by, "sign_off", article)
    article = lock_article(article.pk)
    if article.revision_id != revision:
        raise article_changed(
            article, _("The text changed since you read it. Look at the newest revision first.")
        )
    if article.status in FINAL:
        raise article_changed(article, _("This article is signed off already."))
    gates = open_gates(article)
    if missing := uncovered(gates, filter(None, map(named, exceptions))):
        said = "; ".join(gate.words for gate in missing)
        raise article_changed(article, _("Not ready: {gates}.").format(gates=said), missing)
    if gates and not note.strip():
        raise ValidationError({"note": _("Say why the article is signed off in spite of what is open.")})
    settle(article.pk, by=by)  # after a reopening without a further change it is still in check
    article.refresh_from_db()
    if article.status not in {ArticleStatus.READY, ArticleStatus.CHECKING}:
        raise article_changed(article)
    sign_off = SignOff.objects.create(
        article=article,
        revision=article.revision,
        by=by,
        author_id=article.author_id,
        exceptions=[gate._asdict() for gate in gates],
        note=note,
    )
    details = {"revision": article.revision.number, "sha256": article.revision.sha256}
    if gates:
        details["exceptions"] = [gate.code for gate in gates]
    guest_links.end_all(article)
    told = {"note": note, "details": details, "proves": [sign_off]}
    move_article(article, ArticleStatus.SIGNED_OFF, by=by, step="signed_off", **told)
    return sign_off


@transaction.atomic
def close_article(article, *, by):
    """File a signed-off article: its text takes no new version until it is reopened.

    Raises ArticleChanged where it is not signed off, or closed already.
    """
    policy.require(by, "close", article)
    article = lock_article(article.pk)
    if article.status != ArticleStatus.SIGNED_OFF:
        raise article_changed(article)
    return move_article(article, ArticleStatus.CLOSED, by=by, step="closed")


@transaction.atomic
def reopen_article(article, *, by, note, revision=None):
    """Take back the sign-off of an article; the reason is compulsory. `revision`: the id of the one seen."""
    policy.require(by, "reopen", article)
    article = lock_article(article.pk)
    if not note.strip():
        raise ValidationError({"note": _("Say why the article is reopened.")})
    if article.status not in FINAL or revision not in {None, article.revision_id}:
        raise article_changed(article)
    return move_article(article, ArticleStatus.CHECKING, by=by, step="reopened", note=note)
