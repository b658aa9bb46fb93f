"""Words that say nothing of the subject of an article."""

from __future__ import annotations

STOP_WORDS = frozenset(
    """
    a about above across after again against ago all almost along already also although always am among an and another
    any anyone anything are aren't around as at away back be became because become been before began being below
    between both but by came can can't cannot come could couldn't did didn't do does doesn't doing don't done down
    during each either else enough etc even ever every everyone everything far few first for found from further gave
    get gets getting give given go goes going gone good got great had hadn't has hasn't have haven't having he he'd
    he'll he's her here hers herself him himself his how however i i'd i'll i'm i've if in indeed instead into is isn't
    it it's its itself just keep kept kind knew know last later least less let like likely little long look made make
    makes making many may maybe me might mine more most much must my myself near nearly never new next no nobody none
    nor not nothing now of off often on once one only onto or other others our ours ourselves out over own part per
    perhaps put quite rather really said same saw say saying says see seem seemed seems seen several shall she she'd
    she'll she's should shouldn't since so some someone something soon still such take taken tell than that that's the
    their theirs them themselves then there there's these they they'd they'll they're they've thing things think this
    those though three through thus till to today together told too took toward towards two under until up upon us use
    used using very via want wants was wasn't way we we'd we'll we're we've well went were weren't what whatever when
    where whether which while who whole whom whose why will with within without won't would wouldn't yes yesterday yet
    you you'd you'll you're you've your yours yourself
    monday tuesday wednesday thursday friday saturday sunday january february march april june july august september
    october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun
    according added adding asked called early late half hours hour minutes days day week weeks month months year years
    mr mrs ms dr percent per cent news report reports reported reporter reporting spokesman spokeswoman statement
    photo image copyright http https www com org html
    four five six seven eight nine ten hundred thousand million billion
    """.split()  # noqa: SIM905
)
