"""Dateline, a desktop reader for following a running story offline."""

__version__ = "0.1.0"
