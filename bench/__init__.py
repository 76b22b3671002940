"""Figures of the desk, taken from outside: real processes, real requests."""
