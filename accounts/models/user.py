"""A person: the e-mail address is the name they sign in with."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .. import policy
from ..policy import Role
from .desk import Desk
from .event import Event


def default_time_zone():
    return settings.TIME_ZONE


def default_language():
    return settings.LANGUAGE_CODE


class Mails(models.TextChoices):
    """When the inbox is mailed to somebody."""

    AT_ONCE = "at_once", _("at once")
    DIGEST = "digest", _("once a day")
    OFF = "off", _("never")


class UserManager(BaseUserManager["User"]):
    @classmethod
    def normalize_email(cls, email):
        """Addresses are stored and looked up in lower case: nobody remembers how they once typed theirs."""
        return (email or "").strip().lower()

    def create_user(self, email, name, role, password=None, desks=(), **preferences):
        """Store a person; without a password they can only come in by a link they are sent."""
        user = self.model(email=self.normalize_email(email), name=name, role=role, **preferences)
        user.set_password(password)
        user.save(using=self._db)
        for desk in desks:
            Membership.objects.create(user=user, desk=desk)
        return user

    @transaction.atomic
    def create_superuser(self, email, name, password=None):
        """The first admin of a new desk, for Django's `createsuperuser`."""
        user = self.create_user(email, name, Role.ADMIN, password)
        after = {"role": user.role, "desks": [], "active": True}
        Event.objects.append("person.invited", user, by=None, after=after, note="on the command line")
        return user

    def get_by_natural_key(self, email):
        return self.get(email=self.normalize_email(email))


class User(AbstractBaseUser):
    email = models.EmailField(_("e-mail"), unique=True)
    name = models.CharField(max_length=150)
    role = models.CharField(max_length=8, choices=Role)
    desks = models.ManyToManyField(Desk, through="Membership", related_name="people")
    language = models.CharField(max_length=10, default=default_language)
    time_zone = models.CharField(max_length=50, default=default_time_zone)
    shortcuts = models.BooleanField(_("single-letter shortcuts"), default=True)
    mails = models.CharField(_("inbox by e-mail"), max_length=7, choices=Mails, default=Mails.DIGEST)
    is_active = models.BooleanField(_("active"), default=True)
    created_at = models.DateTimeField(default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name", "id"]

    def __str__(self):
        return self.name

    @property
    def address_when_erased(self):
        """Leads nowhere (RFC 2606, section 2); `accounts.erasing` puts it in the place of theirs."""
        return f"erased-{self.pk}@erased.invalid"

    @property
    def is_erased(self):
        return self.email == self.address_when_erased

    @property
    def zone(self):
        """The time zone of the person; the desk's where this machine does not know theirs."""
        try:
            return ZoneInfo(self.time_zone)
        except (ZoneInfoNotFoundError, ValueError):
            return ZoneInfo(settings.TIME_ZONE)

    @property
    def first_desk(self):
        """The desk the person has been on longest, or None."""
        membership = self.memberships.select_related("desk").order_by("since", "id").first()
        return membership and membership.desk

    # What Django's admin asks of a user: admins look, and nobody changes anything there.

    @property
    def is_staff(self):
        return policy.can_administer(self)

    def has_perm(self, perm, obj=None):
        return policy.can_administer(self) and perm.partition(".")[2].startswith("view_")

    def has_module_perms(self, app_label):
        return policy.can_administer(self)


class Membership(models.Model):
    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    desk = models.ForeignKey(Desk, models.PROTECT, related_name="memberships")
    since = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "desk"], name="membership_once")]

    def __str__(self):
        return f"{self.user_id} on {self.desk_id}"
