"""The small newsroom of seeds/, put on an empty desk. What is there already is left as it is."""

import tomllib
from datetime import UTC, datetime, time, timedelta
from functools import cache

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from accounts import people as accounts_people
from accounts.models import Desk, Event, JobState, User
from claims.actions import articles, rules
from claims.jobs import extraction as extraction_job
from claims.management import story
from claims.models import Article, CheckRule, Extraction, Rating, RatingScale

SEEDS = settings.BASE_DIR / "seeds"
SEEDED = "article.seeded"
DEMO_TEXT = "demo text: {}"  # the note of that event, which people read in the history


@cache
def read(name):
    """The content of the file `name` in seeds/."""
    return tomllib.loads((SEEDS / name).read_text("utf-8"))


def article_slugs():
    return sorted(path.stem for path in (SEEDS / "articles").glob("*.toml"))


@transaction.atomic
def load_scales():
    """Store the rating scales that are missing; what people changed in one that is there stays."""
    for scale in read("ratings.toml")["scales"]:
        row, is_new = RatingScale.objects.get_or_create(
            slug=scale["slug"], defaults={"name": scale["name"], "kind": scale["kind"]}
        )
        if is_new:
            Rating.objects.bulk_create(
                Rating(scale=row, order=order, **rating)
                for order, rating in enumerate(scale["ratings"], start=1)
            )


@transaction.atomic
def load_people():
    """Store the desks and people that are missing, and return all people of the seeds by their key."""
    newsroom = read("people.toml")
    desks = {
        desk["slug"]: Desk.objects.get_or_create(slug=desk["slug"], defaults={"name": desk["name"]})[0]
        for desk in newsroom["desks"]
    }
    present = User.objects.in_bulk([person["email"] for person in newsroom["people"]], field_name="email")
    return {
        person["key"]: present.get(person["email"]) or _add_person(person, desks)
        for person in newsroom["people"]
    }


def _add_person(person, desks):
    user = User.objects.create_user(
        person["email"],
        person["name"],
        person["role"],
        password=person["password"],
        desks=[desks[slug] for slug in person["desks"]],
    )
    after = accounts_people.rights_of(user)
    Event.objects.append("person.invited", user, by=None, after=after, note="demo newsroom")
    return user


@transaction.atomic
def load_rules(people):
    """Store the rules for second checks, unless the desk has rules already; switched off they stay."""
    if CheckRule.objects.exists():
        return
    for rule in read("rules.toml")["rules"]:
        fits = rule | {"desk": Desk.objects.get(slug=rule["desk"]), "by": people[rule["by"]]}
        rules.add_rule(**fits)


def load_article(slug, people):
    """Submit one article of the seeds, find its claims and play its story; returns whether anything was new.

    Interrupted at any point, it goes on there the next time. Once a person has taken a step on the
    article it is theirs, and nothing more is done.
    """
    seeded = Event.objects.filter(kind=SEEDED, note=DEMO_TEXT.format(slug)).first()
    article = Article.objects.get(pk=seeded.subject_id) if seeded else _submit(slug, people)
    if Event.objects.within(article).exclude(kind="article.submitted").exclude(by=None).exists():
        return False
    extraction = Extraction.objects.get(revision=article.revision_id)
    extraction_job.extract_claims(extraction.pk)
    article.refresh_from_db()
    extraction.refresh_from_db()
    chapter = next((one for one in read("story.toml")["articles"] if one["slug"] == slug), None)
    # A story is told about suggestions. Without them the article waits, with its retry button.
    if chapter is None or extraction.state != JobState.DONE:
        return seeded is None
    story.play(article, chapter, people)
    return True


@transaction.atomic
def _submit(slug, people):
    facts = read(f"articles/{slug}.toml")
    article = articles.submit_article(
        by=people[facts["submitted_by"]],
        text=(SEEDS / "articles" / f"{slug}.txt").read_text("utf-8"),
        title=facts["title"],
        kind=facts["kind"],
        desk=Desk.objects.get(slug=facts["desk"]),
        writer=people[facts["writer"]] if "writer" in facts else None,
        byline=facts["byline"],
        published_at=_at_midnight(facts.get("published")),
        due_at=timezone.now() + timedelta(hours=facts["due_in_hours"]),
        risk=facts["risk"],
    )
    Event.objects.append(SEEDED, article, by=None, note=DEMO_TEXT.format(slug), within=article)
    return article


def _at_midnight(date):
    return date and datetime.combine(date, time(), UTC)
