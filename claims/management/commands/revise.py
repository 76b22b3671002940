"""`manage.py revise`: a file becomes the next version of an article, through the same action as the page."""

import time

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError

from accounts.models import JobState
from claims import policy
from claims.actions import revisions
from claims.intake import documents
from claims.management.people import person
from claims.models import Extraction
from claims.workflow import WorkflowError

PAUSE = 0.5  # seconds between two looks at the extraction
ENDED = {JobState.DONE, JobState.FAILED}


class Command(BaseCommand):
    help = "Stores a text file as the next version of an article; prints its id and what became of claims."

    def add_arguments(self, parser):
        parser.add_argument("article", type=int, metavar="ARTICLE", help="its id")
        parser.add_argument("file", metavar="FILE")
        parser.add_argument("--as", dest="email", required=True, metavar="EMAIL", help="who sends it")
        parser.add_argument(
            "--base", type=int, metavar="ID", help="the revision it was made from; the newest"
        )
        parser.add_argument("--wait", action="store_true", help="return when the search for claims has ended")

    def handle(self, *, article, file, email, base, wait, **options):
        by = person(email)
        article = policy.visible_articles(by).filter(pk=article).select_related("revision").first()
        if article is None:
            raise CommandError(f"There is no such article that {by.name} may see.")
        try:
            text = documents.read(file).text
            base = article.revision_id if base is None else base
            revision, plan, is_new = revisions.add_revision(article, by=by, text=text, base=base)
        except (documents.UnreadableFile, PermissionDenied) as error:
            raise CommandError(f"{file}: {error}") from error
        except ValidationError as error:
            raise CommandError(f"{file}: {' '.join(error.messages)}") from error
        except WorkflowError as error:
            raise CommandError(error.message) from error
        self.stdout.write(str(revision.pk))
        for change, count in plan.counts.items():
            self.stdout.write(f"{change} {count}")
        if not is_new:
            self.stderr.write(f"{file}: nothing changed, this is revision {revision.number} word for word.")
        if wait:
            self.wait_for(revision)

    def wait_for(self, revision):
        """Until the search has ended; a line on standard error as it does."""
        searches = Extraction.objects.filter(revision=revision, state__in=ENDED).defer("sentences", "facts")
        while (ended := searches.first()) is None:
            time.sleep(PAUSE)
        count = revision.claims.count()
        found = f"{count} claim{'' if count == 1 else 's'}"
        self.stderr.write(f"revision {revision.pk}: {ended.state}, {ended.error or found}")
