"""Passwords by Argon2id, at a cost a small machine can bear."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class Argon2id(Argon2PasswordHasher):
    """The parameters OWASP's password storage sheet recommends first: 19 MiB, 2 rounds, 1 lane.

    Django's take 100 MiB and 8 lanes a guess: eight guesses at once would fill a small machine.
    Passwords stored at another cost are stored anew at the next sign-in.
    """

    memory_cost = 19 * 1024  # KiB
    time_cost = 2
    parallelism = 1
