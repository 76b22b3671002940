"""Mails: the web stores a row, a worker builds and sends the mail.

They carry links, and no words of an article.
"""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.tokens import default_token_generator
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from .models import OutgoingMail, User

SUBJECTS = {
    OutgoingMail.Kind.PASSWORD_RESET: _("Set a new password for the fact-check desk"),
    OutgoingMail.Kind.INVITATION: _("You are invited to the fact-check desk"),
    OutgoingMail.Kind.REMINDER: _("Deadlines on the fact-check desk"),
    OutgoingMail.Kind.NOTICES: _("Your inbox on the fact-check desk"),
}
WITH_PASSWORD_LINK = {OutgoingMail.Kind.PASSWORD_RESET, OutgoingMail.Kind.INVITATION}


def store(kind, address, links=()):
    """Leave a mail for the worker; the same work whether anybody has that address or not."""
    return OutgoingMail.objects.create(
        kind=kind, address=address, base_url=settings.BASE_URL, links=list(links)
    )


def forget(address, instead):
    """Put another address into all mails that were stored for `address`; those not sent yet go nowhere."""
    OutgoingMail.objects.filter(address__iexact=address).update(address=instead)


def password_link(user, base_url):
    """A link to set a password: works once, until the password or the address changes or the time is up."""
    uid = urlsafe_base64_encode(force_bytes(user.pk))
    path = reverse("password-set", args=[uid, default_token_generator.make_token(user)])
    return base_url.rstrip("/") + path


def _links(mail):
    """The links of a mail, with whole addresses.

    What they are about is stored in English, and marked for translation by who stores it.
    """
    return [
        {
            "about": gettext(link["about"]).format(number=link.get("number")),
            "address": mail.base_url.rstrip("/") + link["path"],
            "due": datetime.fromisoformat(link["due"]) if "due" in link else None,
        }
        for link in mail.links
    ]


def send(mail):
    """Send a stored mail, in the language and the time zone of its reader; run by a worker.

    Nothing is sent when no active person has the address.
    """
    user = User.objects.filter(email=User.objects.normalize_email(mail.address), is_active=True).first()
    if user is None:
        return
    with override(user.language), timezone.override(user.zone):
        context = {"person": user, "links": _links(mail)}
        if mail.kind in WITH_PASSWORD_LINK:
            context["link"] = password_link(user, mail.base_url)
            context["hours"] = settings.PASSWORD_RESET_TIMEOUT // 3600
        body = render_to_string(f"accounts/mail/{mail.kind}.txt", context)
        subject = str(SUBJECTS[OutgoingMail.Kind(mail.kind)])
        # To the address on file, not the typed one: letters that look alike must not redirect the link.
        send_mail(subject, body, None, [user.email])
