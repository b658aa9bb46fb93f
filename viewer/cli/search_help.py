"""What a search can say, for the terminal."""

from __future__ import annotations

SEARCH_HELP = """\
  border troops       both words           "border troops"     one after the other
  Hajin OR Baghuz     either               (a OR b) c          groups
  -Raqqa  -tag:Iraq   without it           reinf*              words that begin so
  title:border  author:"Ada Writer"  site:guardian  url:example.org
  tag:Syria  section:War             lang:de
  is:unread  read  starred  archived  trash  unfinished  undated
  published:2018-11   saved:today    days, months, years, ranges such as 2018-10..2018-12
  before:2018-11      after:2018     published before or after
  when:2018-10        reports something that happened then

A search without words lists the newest first. Mistakes are told on standard error."""
