"""`manage.py seed`: the rating scales, and with --demo a small newsroom to look at."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from claims.management import newsroom


class Command(BaseCommand):
    help = (
        "Loads the rating scales of seeds/; with --demo also its people, articles and what they did so far."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--demo", action="store_true", help="load the demo newsroom, whose passwords are public"
        )
        parser.add_argument(
            "--sign-ins", action="store_true", help="only print who can sign in to the demo newsroom"
        )

    def handle(self, *, demo, sign_ins, **options):
        if sign_ins:
            self.stdout.write(sign_in_table())
            return
        if demo and settings.HTTPS:
            raise CommandError(
                "The people of the demo have public passwords: not on a desk served over https."
            )
        newsroom.load_scales()
        if not demo:
            return
        people = newsroom.load_people()
        newsroom.load_rules(people)
        new = [slug for slug in newsroom.article_slugs() if newsroom.load_article(slug, people)]
        self.stdout.write(f"Articles loaded: {', '.join(new) or 'none, all are there'}.")


def sign_in_table():
    """Role, name, address, password and desks of everybody in the seeds, in columns."""
    rows = [
        (person["role"], person["name"], person["email"], person["password"], ", ".join(person["desks"]))
        for person in newsroom.read("people.toml")["people"]
    ]
    rows.insert(0, ("role", "name", "e-mail", "password", "desks"))
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    lines = ("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)
    return "\n".join(line.rstrip() for line in lines)
