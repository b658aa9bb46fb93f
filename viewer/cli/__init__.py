"""The program in a terminal. ``main`` is the whole of the public interface."""

from viewer.cli.program import main

__all__ = ["main"]
