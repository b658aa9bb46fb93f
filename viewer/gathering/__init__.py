"""What comes from outside when the reader asks for it: addresses, feeds, an inbox. Used by the commands alone.

Here network, importers and library meet, which know nothing of one another. The window starts the commands as a
process of its own, which can be ended.
"""
