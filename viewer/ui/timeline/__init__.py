"""The timeline pane: when what an article reports happened, drawn and as a list."""

from viewer.ui.timeline.pane import TimelinePane

__all__ = ["TimelinePane"]
