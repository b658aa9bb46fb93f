"""The window. The only floor, with ``app.py``, that imports Qt."""

import gc

gc.disable()  # the Collector takes over; until then nothing is made that would be worth looking through
