"""E-mails are jobs too."""

import logging
from datetime import timedelta
from smtplib import SMTPRecipientsRefused

from django.utils import timezone

from accounts import mail
from accounts.models import JobState, OutgoingMail
from claims.jobs import inbox, leases

log = logging.getLogger(__name__)

TRIED_FOR = timedelta(days=1)  # as long as the link in a mail works


def send_mail(pk):
    """Send the stored mail with this id, unless another run has or had it.

    A mail may arrive twice if the process dies between the sending and the noting of it; it never
    fails to arrive because of that.
    """
    job = leases.start(OutgoingMail, pk)
    if job is None:
        return
    if job.kind == OutgoingMail.Kind.NOTICES:
        job.links = inbox.still_told(job)
    try:
        if job.links or job.kind != OutgoingMail.Kind.NOTICES:
            mail.send(job)
    except SMTPRecipientsRefused:
        leases.finish(job, JobState.FAILED, error="The address was refused.")
    except OSError as error:  # also all of SMTP's: passing, the process is well and nothing died
        if timezone.now() - job.queued_at < TRIED_FOR:
            log.warning("mail %s: not sent yet (%s)", pk, type(error).__name__)
            leases.put_back(job)
        else:
            leases.finish(job, JobState.FAILED, error="The mail server could not be reached for a day.")
    else:
        leases.finish(job, JobState.DONE)
