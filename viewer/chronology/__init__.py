"""Text to temporal expressions, and from them to events with evidence."""

from viewer.chronology.analyse import analyse
from viewer.chronology.tagger import tag

__all__ = ["analyse", "tag"]
