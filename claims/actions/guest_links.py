"""Links that show one article's fix list to somebody without an account."""

import hashlib
import secrets
from datetime import timedelta

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Event
from claims import policy
from claims.actions.triage import required
from claims.models import GuestLink
from claims.moves import article_changed, lock_article
from claims.workflow import FINAL

DAYS, MOST_DAYS = 7, 60


@transaction.atomic
def make(article, *, by, name, days=DAYS):
    """Store a new link for `name`; returns (link, plain key). The key is shown once and stored hashed.

    Raises ArticleChanged for an article that is signed off: a link dies with that.
    """
    policy.require(by, "revise", article)
    name = required(" ".join(name.split()), "name", _("Say whom the link is for."))
    article = lock_article(article.pk)
    if article.status in FINAL:
        said = _("This article is signed off: there is nothing left to decide on.")
        raise article_changed(article, said)
    number = (article.guest_links.aggregate(last=Max("number"))["last"] or 0) + 1
    raw = secrets.token_urlsafe(32)
    link = GuestLink.objects.create(
        article=article,
        number=number,
        name=name[:150],
        digest=_digest(raw),
        created_by=by,
        expires_at=timezone.now() + timedelta(days=min(max(days, 1), MOST_DAYS)),
    )
    after = {"link": number, "name": link.name, "until": link.expires_at.isoformat()}
    Event.objects.append("article.link_made", article, by=by, after=after, within=article)
    return link, raw


@transaction.atomic
def revoke(link, *, by):
    """End a link at once; one that is revoked already stays as it is."""
    policy.require(by, "revise", link.article)
    if GuestLink.objects.filter(pk=link.pk, revoked_at=None).update(revoked_at=timezone.now()):
        after = {"link": link.number, "name": link.name}
        Event.objects.append("article.link_revoked", link.article, by=by, after=after, within=link.article)


def find(raw):
    """The link with this plain key and its article, or None: unknown, revoked, expired, or signed off."""
    return _alive(GuestLink.objects.filter(digest=_digest(raw)))


def alive(link):
    """The link as it stands now, or None where it has ended."""
    return _alive(GuestLink.objects.filter(pk=link.pk))


def end_all(article):
    """No link of `article` opens its fix list any more; called by its sign-off, and not undone with it."""
    GuestLink.objects.filter(article=article, revoked_at=None).update(revoked_at=timezone.now())


def _alive(links):
    link = links.select_related("article__revision").filter(revoked_at=None).first()
    if link is None or link.expires_at <= timezone.now() or link.article.status in FINAL:
        return None
    return link


def _digest(raw):
    # A plain hash is enough: the value is 256 random bits, there is nothing to guess.
    return hashlib.sha256(raw.encode()).hexdigest()
