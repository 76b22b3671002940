"""The wiring of the desk: settings, addresses, processes. No rules.

Celery is not loaded here: the web process never talks to the broker and stays small without it.
"""
