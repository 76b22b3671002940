from .desk import Desk
from .event import Event
from .job import Job, JobState
from .outgoing_mail import OutgoingMail
from .seal import Seal, Unsealed
from .session import Session
from .throttle import Throttle
from .token import Token
from .user import Mails, Membership, User

__all__ = [
    "Desk",
    "Event",
    "Job",
    "JobState",
    "Mails",
    "Membership",
    "OutgoingMail",
    "Seal",
    "Session",
    "Throttle",
    "Token",
    "Unsealed",
    "User",
]
