"""The inbox by e-mail: at once or once a day, as each person chose; each notice once."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.db.models import Min
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_noop

from accounts import mail
from accounts.models import Mails, OutgoingMail, User
from claims import policy
from claims.models import Notice, NoticeKind

TOO_OLD = timedelta(days=3)  # what could not be mailed for so long stays in the inbox alone
MORNING = time(7)  # of the person's time zone: the digest has what came before
LISTED = 50  # in one mail; of more only the number
KEPT = timedelta(days=90)  # after it was read

ABOUT = {  # ids only: a mail holds no words of an article; stored in English, sent in the reader's language
    NoticeKind.MENTIONED: gettext_noop("You are named in a note on claim {number}."),
    NoticeKind.ANSWERED: gettext_noop("There is an answer in a thread of yours on claim {number}."),
    NoticeKind.ASSIGNED: gettext_noop("You are given claim {number} to check."),
    NoticeKind.RETURNED: gettext_noop("You have claim {number} to check again."),
    NoticeKind.DECIDED: gettext_noop("A verdict of yours on claim {number} was decided on."),
    NoticeKind.FIX: gettext_noop("A fix on claim {number} waits for you."),
    NoticeKind.CHANGED: gettext_noop("Something changed in article {number}, which you watch."),
}
MORE = gettext_noop("Your inbox has {number} more.")


def mail_notices():
    """Store a mail for each person with notices that are to be mailed now."""
    now = timezone.now()
    waiting = _unmailed(Notice.objects, now).exclude(person__mails=Mails.OFF)
    oldest = dict(waiting.order_by().values_list("person").annotate(Min("at")))
    for person in User.objects.filter(pk__in=oldest, is_active=True).order_by("pk"):
        if oldest[person.pk] < _until(person, now) and _to_mail(person, now).exists():
            _mail(person, now)


@transaction.atomic
def _mail(person, now):
    """One mail of all that waits. Of two workers at once the second finds nothing left."""
    person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    found = list(_to_mail(person, now).order_by("-pk"))
    links = [
        {
            "notice": notice.pk,
            "about": ABOUT[notice.kind],
            "number": notice.article_id if notice.kind == NoticeKind.CHANGED else notice.claim_id,
            "path": reverse("notice", args=[notice.pk]),
        }
        for notice in found[:LISTED]
    ]
    if len(found) > LISTED:
        links.append({"about": MORE, "number": len(found) - LISTED, "path": reverse("inbox")})
    if found:
        Notice.objects.filter(pk__in=[notice.pk for notice in found]).update(mailed_at=now)
        mail.store(OutgoingMail.Kind.NOTICES, person.email, links=links)


def _unmailed(notices, now):
    return notices.filter(mailed_at=None, read_at=None, at__gt=now - TOO_OLD)


def _to_mail(person, now):
    return _unmailed(policy.notices_for(person), now).filter(at__lt=_until(person, now))


def _until(person, now):
    """The moment before which a notice must have come to be mailed now."""
    if person.mails == Mails.AT_ONCE:
        return now
    today = now.astimezone(person.zone).date()
    morning = datetime.combine(today, MORNING, person.zone)
    return morning if morning <= now else datetime.combine(today - timedelta(days=1), MORNING, person.zone)


def still_told(job):
    """Those links of a stored mail that its reader may still see and has not read: some wait for hours."""
    person = User.objects.filter(email=job.address, is_active=True).exclude(mails=Mails.OFF).first()
    if person is None:
        return []
    asked = [link["notice"] for link in job.links if "notice" in link]
    unread = policy.notices_for(person).filter(pk__in=asked, read_at=None).values_list("pk", flat=True)
    told = [link for link in job.links if link.get("notice") in set(unread)]
    return told and told + [link for link in job.links if "notice" not in link]


def tidy(now):
    """Remove what was read long ago."""
    Notice.objects.filter(read_at__lt=now - KEPT).delete()
