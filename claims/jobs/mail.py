"""E-mails are jobs too."""

import logging
from smtplib import SMTPRecipientsRefused

from accounts import mail
from accounts.models import JobState, OutgoingMail
from claims.jobs import leases

log = logging.getLogger(__name__)


def send_mail(pk):
    """Send the stored mail with this id, unless another run has or had it.

    A mail may arrive twice if the process dies between the sending and the noting of it; it never
    fails to arrive because of that.
    """
    job = leases.start(OutgoingMail, pk)
    if job is None:
        return
    try:
        mail.send(job)
    except OSError as error:  # SMTP errors are OSErrors: passing, until the lease has run out three times
        if isinstance(error, SMTPRecipientsRefused):
            leases.finish(job, JobState.FAILED, error="The address was refused.")
        else:
            log.warning("mail %s: not sent yet (%s)", pk, error)
    else:
        leases.finish(job, JobState.DONE)
