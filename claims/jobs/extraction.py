"""The work on one revision: find the claims, store them once."""

import logging

from django.db import DatabaseError, transaction

from accounts.models import Event, JobState
from claims import extraction as language
from claims import search
from claims.jobs import leases
from claims.models import Claim, Extraction, Revision
from claims.moves import lock_article, move_article, settle
from claims.priority import PROMINENCE_POINTS, total
from claims.workflow import ArticleStatus
from django.utils import timezone

log = logging.getLogger(__name__)
