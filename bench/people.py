"""Run beside a desk, with its settings: puts the people of the seeds on it and prints {key: API token}."""

import json
import os
import sys

import django

CROWD = 8  # reviewers who want the same claim


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    from accounts import tokens
    from accounts.models import Desk, User
    from accounts.policy import Role
    from claims.management import newsroom

    newsroom.load_scales()
    people = newsroom.load_people()
    for number in range(1, CROWD + 1):
        email = f"reviewer{number}@desk.example"
        people[f"reviewer{number}"] = User.objects.filter(email=email).first() or User.objects.create_user(
            email,
            f"Reviewer {number}",
            Role.REVIEWER,
            password=f"galley-proof-{number}",
            desks=Desk.objects.all(),
        )
    made = {key: tokens.make(user, name="bench", scope="write", by=None)[1] for key, user in people.items()}
    json.dump(made, sys.stdout)


if __name__ == "__main__":
    main()
