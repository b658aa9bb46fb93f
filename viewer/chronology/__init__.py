"""Text to temporal expressions, and from them to events with evidence."""

from viewer.chronology.tagger import tag

__all__ = ["tag"]
