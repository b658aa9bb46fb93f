"""Processes apart that read what may be slow or made to harm: limits from within, a clock from without."""
