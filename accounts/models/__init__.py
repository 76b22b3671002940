from .desk import Desk
from .event import Event
from .job import Job, JobState
from .outgoing_mail import OutgoingMail
from .seal import Seal, Unsealed
from .session import Session
from .throttle import Throttle
from .token import Token
from .user import Membership, User

__all__ = [
    "Desk",
    "Event",
    "Job",
    "JobState",
    "Membership",
    "OutgoingMail",
    "Seal",
    "Session",
    "Throttle",
    "Token",
    "Unsealed",
    "User",
]
