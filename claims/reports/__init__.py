"""Verdicts on paper: one query, a module per format, and the table of formats."""
