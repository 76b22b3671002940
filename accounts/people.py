"""What admins do with people, and people with their own account."""

from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from . import devices, mail, policy, sessions, throttle, tokens
from .addresses import client_address
from .models import Event, Membership, OutgoingMail, User

# Changes of rights, which all admins are told of on the page of people.
RIGHTS = ["person.invited", "rights.changed", "token.made", "token.revoked", "desk.added"]
# What everybody does every day: in the trail, but not in the history on a person's page.
EVERYDAY = ["person.signed_in", "person.signed_out", "person.sign_in_failed", "export.taken"]
# What tells where somebody was, and how they called what is theirs.
PERSONAL = ["person.signed_in", "person.sign_in_failed", "profile.changed", "token.made", "token.revoked"]
MOST_FAILURES = 60  # an hour, for one account
CONCERNED = ["user", "token", "desk"]  # their subjects: by these an index finds them among all events


@transaction.atomic
def invite(*, email, name, role, desks, by):
    """Store a person without a password, with the language of `by`, and mail them a link to set one."""
    policy.require(policy.can_administer(by), _("Only an admin invites people."))
    person = User.objects.create_user(email, name, role, desks=desks, language=by.language)
    Event.objects.append("person.invited", person, by=by, after=rights_of(person))
    mail.store(OutgoingMail.Kind.INVITATION, person.email)
    return person


@transaction.atomic
def send_invitation(person, *, by):
    """Leave the mail with the link again."""
    policy.require(policy.can_administer(by), _("Only an admin invites people."))
    policy.require(not person.is_erased, _("This person was erased. Invite them anew."))
    Event.objects.append("invitation.sent", person, by=by)
    return mail.store(OutgoingMail.Kind.INVITATION, person.email)


def rights_of(person):
    slugs = person.desks.order_by("slug").values_list("slug", flat=True)
    return {"role": person.role, "desks": list(slugs), "active": person.is_active}


@transaction.atomic
def change_rights(person, *, role, desks, active, by):
    """Set role, desks and activity; all take effect at once. Returns whether anything changed.

    Both rows are locked and read anew: of two admins who deactivate each other one comes second
    and is no admin any more.
    """
    rows = User.objects.select_for_update().filter(pk__in=[person.pk, by.pk]).order_by("pk").in_bulk()
    person, by = rows[person.pk], rows[by.pk]
    policy.require(
        policy.can_change_rights(by, person), _("Only another admin changes somebody's role and desks.")
    )
    before = rights_of(person)
    person.role, person.is_active = role, active
    person.save(update_fields=["role", "is_active"])
    person.memberships.exclude(desk__in=desks).delete()
    for desk in desks:
        Membership.objects.get_or_create(user=person, desk=desk, defaults={"since": timezone.now()})
    after = rights_of(person)
    if before == after:
        return False
    Event.objects.append("rights.changed", person, by=by, before=before, after=after)
    if before["active"] and not active:
        _shut_out(person, by=by)
    return True


def _shut_out(person, *, by):
    """Sessions and tokens end for good: they must not come alive again with the account."""
    sessions.end_all(person, by=by)
    for token in person.tokens.filter(revoked_at=None):
        tokens.revoke(token, by=by)


def recent_changes(limit=10):
    """The latest changes of rights, newest first."""
    events = Event.objects.filter(subject_kind__in=CONCERNED, kind__in=RIGHTS)
    return events.select_related("by").order_by("-id")[:limit]


def history(person):
    """What happened to one person's account, oldest first."""
    own = Event.objects.about(person) | Event.objects.within(person)
    return own.exclude(kind__in=EVERYDAY).select_related("by").order_by("id")


@transaction.atomic
def add_desk(desk, *, by):
    policy.require(policy.can_administer(by), _("Only an admin adds desks."))
    desk.save()
    Event.objects.append("desk.added", desk, by=by, after={"slug": desk.slug, "name": desk.name})


def password_changed(person, *, keep=None):
    """After somebody stored a new password: every other browser is signed out."""
    sessions.end_all(person, by=person, keep=keep)
    Event.objects.append("password.changed", person, by=person)


def password_set(person):
    """After a link was used that they had been sent, for the first password or a forgotten one."""
    sessions.end_all(person, by=person)
    Event.objects.append("password.set", person, by=person)


@transaction.atomic
def save_profile(form):
    """Store what a person changed in their own profile (`form`: a valid ProfileForm)."""
    person, changed = form.save(), form.changed_data
    if changed:
        before, after = ({name: of[name] for name in changed} for of in (form.initial, form.cleaned_data))
        Event.objects.append("profile.changed", person, by=person, before=before, after=after)


def signed_in(person, request):
    """After the password was right: from where, and with which browser."""
    Event.objects.append("person.signed_in", person, by=person, after=_whence(request))


def signed_out(person):
    Event.objects.append("person.signed_out", person, by=person)


@transaction.atomic
def sign_in_failed(email, request):
    """After a guess that the throttle let through: the trail tells it of whom it concerns, if anybody.

    What was typed is kept nowhere. For an address that nobody has the same is written, counted and taken
    back: the time must not tell. More than MOST_FAILURES an hour would only fill the trail.
    """
    if not throttle.take("failed", email, limit=MOST_FAILURES, seconds=throttle.HOUR):
        return
    person = User.objects.filter(email=email).first()
    with transaction.atomic():
        Event.objects.append("person.sign_in_failed", person or User(pk=0), by=None, after=_whence(request))
        transaction.set_rollback(person is None)


def _whence(request):
    """From where a request comes, and from which browser; `request` is None for one over no network."""
    if request is None:
        return {}
    with translation.override(None):  # what is stored is in English
        browser = devices.describe(request.headers.get("User-Agent", ""))
    return {"address": client_address(request), "browser": browser}
