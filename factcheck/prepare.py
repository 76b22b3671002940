"""Makes the data folder ready for a run of the demo: tables, seeds, static files. Safe to repeat.

Prints the sign-ins of the seeds; everything else it has to say goes to standard error.
"""

import os
import sys

import django
from django.core.management import call_command


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factcheck.settings")
    django.setup()
    from claims.models import Heartbeat  # noqa: PLC0415  models need the set-up above

    call_command("migrate", interactive=False, stdout=sys.stderr)
    Heartbeat.objects.all().delete()  # of the last run; Ready waits for those of this one
    call_command("collectstatic", interactive=False, verbosity=0, stdout=sys.stderr)
    call_command("seed", "--demo", stdout=sys.stderr)
    call_command("seed", "--sign-ins")


if __name__ == "__main__":
    main()
