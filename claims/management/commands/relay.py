"""The small process between the stored jobs and the broker."""

import importlib
import signal
import threading

from django.conf import settings
from django.core.management.base import BaseCommand

from claims.tasks import Relay


class Command(BaseCommand):
    help = "Publishes the jobs that are due and puts back what a dead worker left, until it is stopped."

    def handle(self, **options):
        importlib.import_module(settings.CELERY_APP)  # from here on the current app, which knows the broker
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        Relay().run(stopped)
