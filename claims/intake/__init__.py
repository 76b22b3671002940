"""Bytes and text in, a title and blocks out. No Django, no spaCy."""
