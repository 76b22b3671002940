"""`manage.py submit`: files become articles, through the same action as the page."""

import sys
import time

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError

from accounts.models import JobState
from claims import policy
from claims.actions import articles
from claims.intake import documents
from claims.management.people import person
from claims.models import ArticleKind, Extraction

PAUSE = 0.5  # seconds between two looks at the extractions
ENDED = {JobState.DONE, JobState.FAILED}


class Command(BaseCommand):
    help = "Submits text files as articles and prints their ids, one a line, in the order of the files."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="+", metavar="FILE")
        parser.add_argument("--as", dest="email", required=True, metavar="EMAIL", help="who submits")
        parser.add_argument("--desk", metavar="SLUG", help="unasked, the person's first")
        parser.add_argument("--kind", choices=ArticleKind.values, default=ArticleKind.OUTSIDE.value)
        parser.add_argument("--wait", action="store_true", help="return when the extractions have ended")

    def handle(self, *, files, email, desk, kind, wait, **options):
        by = person(email)
        desk = _desk(by, desk)
        submitted = [self.submit(file, by, desk, kind) for file in files]
        ids = [article.pk for article in submitted if article is not None]
        if wait:
            self.wait_for(ids)
        if len(ids) < len(files):
            sys.exit(1)

    def submit(self, file, by, desk, kind):
        """The new article, or None where the file cannot be one, and standard error says why."""
        try:
            text = documents.read(file).text
            twin = articles.same_text(text, desk=desk, by=by)
            article = articles.submit_article(by=by, text=text, kind=kind, desk=desk)
        except documents.UnreadableFile as error:
            self.stderr.write(f"{file}: {error}")
            return None
        except ValidationError as error:
            self.stderr.write(f"{file}: {' '.join(error.messages)}")
            return None
        except PermissionDenied as error:
            raise CommandError(str(error)) from error
        self.stdout.write(str(article.pk))
        self.stdout.flush()
        if twin is not None:
            self.stderr.write(f"{file}: the same text is on this desk already, as article {twin.pk}.")
        return article

    def wait_for(self, ids):
        """Until each extraction has ended; a line on standard error as it does."""
        waiting = set(ids)
        while waiting:
            ended = Extraction.objects.filter(revision__article__in=waiting, state__in=ENDED)
            for extraction in ended.select_related("revision").defer("sentences", "facts", "revision__text"):
                article = extraction.revision.article_id
                waiting.discard(article)
                count = extraction.revision.claims.count()
                found = f"{count} claim{'' if count == 1 else 's'}"
                self.stderr.write(f"article {article}: {extraction.state}, {extraction.error or found}")
            if waiting:
                time.sleep(PAUSE)


def _desk(by, slug):
    """The desk of `by` with this slug, or their first; raises CommandError."""
    desks = policy.desks_of(by)
    desk = desks.filter(slug=slug).first() if slug else desks.first()
    if desk is None:
        raise CommandError(f"{by.name} is not on the desk {slug}." if slug else f"{by.name} is on no desk.")
    return desk
