"""An article with a word of its own in every place where words can stand, and where it is looked for."""

from pathlib import Path

from django.conf import settings
from django.db import connection

from accounts.models import Event
from claims import search
from claims.models import (
    Carried,
    Claim,
    CommentRequest,
    Correction,
    Draft,
    Export,
    Extraction,
    GuestLink,
    Publication,
    Revision,
    SignOff,
    Waiver,
)
from claims.workflow import ArticleStatus, Status
from tests.factories import (
    ArticleFactory,
    ClaimFactory,
    EvidenceFactory,
    FixFactory,
    RatingFactory,
    VerdictFactory,
)

MARK = "zwieback"
SPAN = [{"start": 0, "end": 8, "text": MARK}]


def marked_article(desk, people, now):
    """A signed-off house article that says MARK; `people` are author, checker, second checker and editor."""
    author, checker, second, editor = people
    article = ArticleFactory(
        desk=desk,
        title=f"The {MARK} affair",
        byline=f"by {MARK}",
        kind="house",
        status=ArticleStatus.SIGNED_OFF,
        writer=author,
        text=f"{MARK} one. {MARK} two. {MARK} three. {MARK} four.",
        published_at=now,
        due_at=now,
    )
    search.add_article(article)
    first = article.revision
    article.revision = Revision.objects.create(
        article=article,
        number=2,
        text=first.text + f" {MARK} five.",
        sha256="b" * 64,
        created_by=editor,
        blocks=[{"role": "paragraph", "start": 0, "end": 50, "text": MARK}],
    )
    article.save()
    Extraction.objects.create(
        revision=article.revision, state="done", sentences=SPAN, facts=SPAN, notices=[MARK], date=now.date()
    )
    rating = RatingFactory(scale=article.scale)
    claims = [
        ClaimFactory(
            article=article,
            start=start,
            end=start + 8,
            status=status,
            assignee=checker,
            standalone=f"{MARK} [here]",
            claimant=MARK,
            cues=SPAN,
            quantities=SPAN,
            dates=SPAN,
            names=SPAN,
        )
        for start, status in (
            (0, Status.RESOLVED),
            (14, Status.DISMISSED),
            (28, Status.IN_CHECK),
            (44, "open"),
        )
    ]
    search.add_claims([claim.pk for claim in claims])
    claim = claims[0]
    verdict = VerdictFactory(
        claim=claim,
        author=checker,
        rating=rating,
        rationale=MARK,
        words=MARK,
        new_wording=MARK,
        outcome="fix",
        revision=article.revision,
        standing="signed_off",
    )
    cut = VerdictFactory(claim=claim, author=second, rating=rating, rationale=MARK, outcome="cut")
    Claim.objects.filter(pk=claim.pk).update(verdict=verdict, second_verdict=cut)
    evidence = EvidenceFactory(claim=claim, locator=MARK, quote=MARK, added_by=checker, private=True)
    note = claim.notes.create(author=checker, body=MARK)
    Carried.objects.create(
        claim=claim, revision=article.revision, start=0, end=8, text=MARK, change="same", why=MARK
    )
    FixFactory(claim=claim, verdict=verdict, old=MARK, new=MARK, reason=MARK, state="declined")
    FixFactory(claim=claim, verdict=cut, old=MARK, new="")
    Waiver.objects.create(
        verdict=cut, claim=claim, article=article, reason=MARK, asked_by=checker, approved_by=editor
    )
    GuestLink.objects.create(
        article=article, number=1, name=MARK, digest="c" * 64, created_by=editor, expires_at=now
    )
    four = {"by": editor, "author": author, "checker": checker, "second_checker": second}
    signed = SignOff.objects.create(
        article=article, revision=article.revision, claim=claim, verdict=verdict, note=MARK, **four
    )
    Publication.objects.create(
        article=article, revision=article.revision, address="https://paper.example/rusk", at=now, by=editor
    )
    Correction.objects.create(article=article, claim=claim, old=MARK, new=f"{MARK}s", why=MARK, by=editor)
    Correction.objects.create(article=article, old=MARK, new="", why=MARK, by=editor)
    asked = CommentRequest.objects.create(
        claim=claim, whom=MARK, question=MARK, answer=MARK, answered_at=now, by=checker
    )
    Event.objects.append(
        "article.submitted",
        article,
        by=editor,
        after={"said": MARK},
        within=article,
        proves=[*article.revisions.all()],
    )
    Event.objects.append(
        "claim.propose",
        claim,
        by=checker,
        before={"said": MARK},
        note=MARK,
        within=article,
        proves=[verdict, cut, evidence, note, signed, asked],
    )
    for place in (f"claim:{claim.pk}:verdict", f"article:{article.pk}:revise"):
        Draft.objects.create(person=checker, place=place, values={"text": MARK})
    Draft.objects.create(person=checker, place="claim:999999:verdict", values={"text": "somebody else's"})
    for number, inside in ((article, []), (None, [article.pk])):
        export = Export.objects.create(
            requested_by=editor,
            article=number,
            articles=inside,
            format="csv",
            state="done",
            filters={"q": MARK} if number else {},
        )
        path = Path(settings.EXPORT_DIR) / f"{export.pk}-1.csv"
        path.write_text(MARK)
        Export.objects.filter(pk=export.pk).update(path=path.name)
    return article


def places_of(word):
    """The columns of the whole database in which `word` stands, in bytes of an index as well."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        if connection.vendor == "sqlite":
            cursor.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            tables = [name for (name,) in cursor.fetchall()]
        found = set()
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    said = bytes(value) if isinstance(value, bytes | memoryview) else str(value).encode()
                    if word.encode() in said.lower():
                        found.add(f"{table}.{name}")
    return found


def files_with(word):
    return [file.name for file in Path(settings.EXPORT_DIR).iterdir() if word in file.read_text()]
