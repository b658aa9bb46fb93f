"""The window. The only floor, with ``app.py``, that imports Qt."""
