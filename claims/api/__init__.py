"""The REST door, under /api/v1/: reads a request, calls one action, answers in JSON."""
