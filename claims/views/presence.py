"""Who is at a claim, as sentences for the others."""

from hashlib import blake2s
from typing import NamedTuple

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import get_text_list
from django.utils.translation import gettext as _

from claims import policy
from claims.models import Presence
from claims.workflow import Status


class Company(NamedTuple):
    """`here` names who else reads a claim, `writing` who decides on it; both may be "".

    `own` is the row of the reader, or None. `token` is the same for as long as the sentences are.
    """

    here: str
    writing: str
    own: Presence | None

    @property
    def token(self) -> str:
        return blake2s(f"{self.here}\n{self.writing}".encode(), digest_size=6).hexdigest()


def company(user, claim) -> Company:
    """The others at `claim`, as far as `user` is told of them."""
    rows = policy.people_at(user, claim)
    own = next((row for row in rows if row.person_id == user.pk), None)
    others = [row for row in rows if row.person_id != user.pk]
    return Company(
        _here([row.person.name for row in others if not row.writing_since]),
        " ".join(_writing(row, own, claim.status) for row in others if row.writing_since),
        own,
    )


def _here(names):
    if not names:
        return ""
    if len(names) == 1:
        return _("{who} is on this claim now.").format(who=names[0])
    return _("{people} are on this claim now.").format(people=get_text_list(names, _("and")))


def _writing(row, own, status):
    since = date_format(timezone.localtime(row.writing_since), "H:i")
    signing = status == Status.AWAITING_SIGN_OFF
    if own is not None and own.writing_since and own.writing_since < row.writing_since:
        said = (
            _("{who} decides on this verdict too (since {time}): who sends second sees both.")
            if signing
            else _("{who} writes a verdict here too (since {time}): who sends second sees both.")
        )
    elif signing:
        said = _("{who} is deciding on this verdict (since {time}).")
    else:
        said = _("{who} is writing a verdict here (since {time}).")
    return said.format(who=row.person.name, time=since)
