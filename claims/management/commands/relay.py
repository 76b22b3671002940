"""The small process between the stored jobs and the broker."""

import signal
import threading

from django.core.management.base import BaseCommand

from claims.tasks import Relay


class Command(BaseCommand):
    help = "Publishes the jobs that are due and puts back what a dead worker left, until it is stopped."

    def handle(self, **options):
        stopped = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: stopped.set())
        Relay().run(stopped)
