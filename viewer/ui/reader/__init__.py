"""The reading pane: an article's blocks as a page of text, with its dates, links and pictures."""
