"""Prevent generated data from having no origin: the scripts that make it."""
