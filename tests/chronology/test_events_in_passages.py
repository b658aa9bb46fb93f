"""Sentences of papers and histories, through the whole of the chronology: what happened, when, and how it is told."""

from __future__ import annotations

from datetime import date

import pytest

from viewer.chronology import analyse
from viewer.document import parse


@pytest.mark.parametrize(
    ("published", "text", "events"),
    [
        (
            "2019-04-25",
            "“Sugar Cane Road,” recorded in a single take one night in August 1956, reached No. 4 on the R&B "
            "chart the next spring.",
            [
                ("1956-08", "reported", "“Sugar Cane Road,” recorded in a single take one night"),
                ("1957-21", "reported", "reached No. 4 on the R&B chart"),
            ],
        ),
        (
            "2014-11-05",
            "With 94 percent of precincts reporting early Wednesday, Dietrich, a dairy equipment dealer who "
            "has never held public office, led by 51 percent to 47 percent.",
            [
                ("2014-11-05", "reported", "Dietrich, a dairy equipment dealer, led by 51 percent to 47 percent"),
            ],
        ),
        (
            "2019-06-27",
            "The findings, published on Wednesday in the journal Quaternary Letters, are based on sediment "
            "cores drilled from Laguna Chancara in 2016 and 2017.",
            [
                ("2016", "reported", "sediment cores were drilled from Laguna Chancara"),
                ("2017", "reported", "sediment cores were drilled from Laguna Chancara"),
                ("2019-06-26", "reported", "The findings were published in the journal Quaternary Letters"),
            ],
        ),
        (
            "2021-05-16",
            "In early March it emerged that Sayle's wife had bought shares in Ashmere's parent company the "
            "previous summer, a purchase he had not declared.",
            [
                ("2020-22", "reported", "Sayle's wife had bought shares in Ashmere's parent company"),
                (
                    "2021-03-01~/2021-03-10~",
                    "reported",
                    "it emerged that Sayle's wife had bought shares in Ashmere's parent company the previous…",
                ),
            ],
        ),
        (
            "2009-02-17",
            "Relations had been deteriorating since the customs treaty of 1868 lapsed without renewal in the "
            "spring of 1872.",
            [
                ("1872-21", "reported", "the customs treaty of 1868 lapsed without renewal"),
            ],
        ),
        (
            "2013-09-24",
            "This report documents a pattern of unlawful killings, enforced disappearances and torture by "
            "government forces in the Eastern Highlands between late 2011 and mid-2013.",
            [],
        ),
        (
            "2019-06-27",
            "The following summer they returned with a raft and a portable drilling rig, and pulled up nine "
            "metres of mud spanning the past 4,000 years.",
            [
                ("", "reported", "they returned with a raft and a portable drilling rig"),
            ],
        ),
        (
            "2016-02-19",
            "An interim report must be published within 30 days of the accident under international rules.",
            [],
        ),
        (
            "2003-11-07",
            "He was elected for Falmouth West at a by-election in November 1957, by 212 votes. He held the "
            "seat for the next 26 years.",
            [
                ("1957-11", "reported", "He was elected for Falmouth West at a by-election, by 212 votes"),
                ("", "reported", "He held the seat for the next 26 years"),
            ],
        ),
        (
            "2015-11-19",
            "On 14 September Baumgart went public. Within a week the hedge funds Marlin and Oakhill had "
            "built a combined stake of 11 per cent.",
            [
                ("2015-09-14", "reported", "Baumgart went public"),
                (
                    "2015-09-14/2015-09-21~",
                    "reported",
                    "the hedge funds Marlin and Oakhill had built a combined stake of 11 per cent",
                ),
            ],
        ),
        (
            "2017-08-30",
            "Bicycle manufacture continued on a reduced scale until 1983, when Tarrant sold the name to a "
            "Taiwanese importer.",
            [
                ("1983", "reported", "Tarrant sold the name to a Taiwanese importer"),
            ],
        ),
        (
            "2011-05-20",
            "Between June 1940 and the summer of 1942 she took some forty people across the frontier at "
            "Diepoldsau, and when the Swiss police arrested her that September she gave them nothing but her "
            "date of birth, which was false.",
            [
                ("1940-06/1942-22", "reported", "she took some forty people across the frontier at Diepoldsau"),
                ("1942-09", "reported", "the Swiss police arrested her"),
            ],
        ),
        (
            "2002-08-06",
            "A curfew imposed on Deir Salim since June 20 was lifted for six hours on Monday so that people "
            "could buy food, but was reinstated after gunmen fired on a patrol, wounding an officer.",
            [
                ("2002-06-20/..", "reported", "A curfew was imposed on Deir Salim"),
                ("2002-08-05", "reported", "A curfew imposed on Deir Salim since June 20 was lifted for six hours"),
                ("", "reported", "gunmen fired on a patrol, wounding an officer"),
            ],
        ),
        (
            "2026-02-12",
            "Kasombo's representative, rejecting those allegations, said Mr. Ndele had succumbed to an "
            "illness. An autopsy had been carried out on 7 February, he added, and its findings would be "
            "shared with the family next week.",
            [
                ("2026-02-07", "attributed", "An autopsy had been carried out"),
                ("2026-02-16/2026-02-22", "planned", "its findings would be shared with the family"),
            ],
        ),
        (
            "2023-08-03",
            "Consumer prices rose 7.9 per cent in the year to June, down from 8.7 per cent in May and a peak "
            "of 11.4 per cent last October.",
            [
                (
                    "2022-07/2023-06",
                    "reported",
                    "Consumer prices rose 7.9 per cent in the year to June, down from 8.7 per cent in May…",
                ),
            ],
        ),
        (
            "2021-05-16",
            "It emerged that his wife had bought shares in May.",
            [
                ("2021-05", "reported", "his wife had bought shares"),
            ],
        ),
        (
            "2021-05-16",
            "In March it emerged that his wife had bought shares in May.",
            [
                ("2021-03", "reported", "it emerged that his wife had bought shares in May"),
                ("2021-05", "reported", "his wife had bought shares"),
            ],
        ),
        (
            "2021-05-16",
            "In March it was revealed that his wife had bought shares in May.",
            [
                ("2021-03", "reported", "it was revealed that his wife had bought shares in May"),
                ("2021-05", "reported", "his wife had bought shares"),
            ],
        ),
        (
            "2021-05-16",
            "In March it turned out that the money had gone.",
            [
                ("2021-03", "reported", "it turned out that the money had gone"),
            ],
        ),
        (
            "2021-05-16",
            "It emerged yesterday that the money had gone.",
            [
                ("2021-05-15", "reported", "It emerged that the money had gone"),
            ],
        ),
        (
            "1998-10-03",
            "The town, which fell on 4 October 1873, was poor. Ostrel fell within a week.",
            [
                ("1873-10-04", "reported", "The town fell"),
                ("1873-10-04/1873-10-11~", "reported", "Ostrel fell"),
            ],
        ),
        (
            "2003-11-07",
            "The company said on Tuesday it would invest $5bn over the next three years. It will hire 200 "
            "people within a year.",
            [
                ("2003-11-07/2004-11-07~", "planned", "It will hire 200 people"),
                ("2003-11-07/2006-11-07~", "planned", "the company would invest $5bn"),
            ],
        ),
        (
            "2011-05-20",
            "Between June 1940 and the summer of 1942 she took some forty people across the frontier, and "
            "when the Swiss police arrested her that September she gave them nothing.",
            [
                ("1940-06/1942-22", "reported", "she took some forty people across the frontier"),
                ("1942-09", "reported", "the Swiss police arrested her"),
            ],
        ),
        (
            "2011-05-20",
            "The ministry plans to build 40 schools within two years.",
            [
                ("2011-05-20/2013-05-20~", "planned", "The ministry plans to build 40 schools"),
            ],
        ),
        (
            "2024-05-18",
            "Begun in 1884 and opened in 1887, the theatre had one glorious decade.",
            [
                ("1884", "reported", "the theatre was begun"),
                ("1887", "reported", "the theatre was opened"),
            ],
        ),
        (
            "2024-05-18",
            "Founded in Leeds in 1921, the company makes toys.",
            [
                ("1921", "reported", "the company was founded in Leeds"),
            ],
        ),
        (
            "2024-05-18",
            "Founded in Leeds in 1921 and bought by a rival in 1988, the company made toys until 2001.",
            [
                ("1921", "reported", "the company was founded in Leeds"),
                ("1988", "reported", "the company was bought by a rival"),
                ("../2001", "reported", "the company made toys"),
            ],
        ),
        (
            "1998-10-03",
            "There has been a crossing since at least 1247, when the monks were granted the right to take "
            "toll of carts.",
            [
                ("1247", "reported", "the monks were granted the right to take toll of carts"),
                ("1247/..", "reported", "There has been a crossing"),
            ],
        ),
        (
            "2002-08-06",
            "The uprising erupted in September 2000, two months after peace talks collapsed at Camp David.",
            [
                ("2000-07", "reported", "peace talks collapsed at Camp David"),
                ("2000-09", "reported", "The uprising erupted"),
            ],
        ),
        (
            "2016-12-09",
            "The chief executive, who announced in March that he would step down, told analysts that orders "
            "had picked up in April and that the plant was now running well.",
            [
                ("2016-03", "planned", "he would step down"),
                ("2016-04", "attributed", "orders had picked up"),
            ],
        ),
        (
            "2011-05-20",
            "A trumpeter whose solos on the Pelican label helped define the sound of rhythm and blues in the "
            "late 1950s, died on April 19 at a hospice.",
            [
                (
                    "1956~/1959~",
                    "reported",
                    "A trumpeter's solos on the Pelican label helped define the sound of rhythm and blues",
                ),
                ("2011-04-19", "reported", "A trumpeter died at a hospice"),
            ],
        ),
        (
            "2024-05-18",
            "It was listed in 2016, and in June 2022, after a restoration that cost two million and was held "
            "up for eighteen months by the pandemic, the curtain went up again.",
            [
                ("2016", "reported", "It was listed"),
                ("2022-06", "reported", "the curtain went up again"),
                ("", "reported", "a restoration was held up for eighteen months by the pandemic"),
            ],
        ),
        (
            "2021-05-20",
            "The museum did not reopen until 2019.",
            [("2019", "reported", "The museum did not reopen until 2019")],
        ),
        (
            "2021-05-20",
            "She wrote a novel that would not be published until 1974.",
            [("1974", "reported", "a novel would not be published until 1974")],
        ),
        (
            "2021-05-20",
            "It is a bridge that would not be finished until 2030.",
            [("2030", "planned", "a bridge would not be finished until 2030")],
        ),
        (
            "2019-10-02",
            "Creditors were supposed to vote on 18 September. The meeting was put back by a week.",
            [
                ("2019-09-18", "planned", "Creditors were supposed to vote"),
            ],
        ),
        (
            "2003-06-15",
            "Cholera reached Port Sallow on the evening tide of Tuesday, 3 April 1832, aboard a collier out "
            "of Sunderland.",
            [
                (
                    "1832-04-03",
                    "reported",
                    "Cholera reached Port Sallow on the evening tide, aboard a collier out of Sunderland",
                ),
            ],
        ),
        (
            "2003-06-15",
            "Through May and June 1832 it slackened.",
            [
                ("1832-05/1832-06", "reported", "it slackened"),
            ],
        ),
        (
            "2024-03-28",
            "Purvis is tried again on Jan. 11, 1999. Purvis is convicted on Jan. 22 and sentenced in March "
            "to life without parole.",
            [
                ("1999-01-11", "reported", "Purvis is tried again"),
                ("1999-01-22", "reported", "Purvis is convicted"),
                ("1999-03", "reported", "Purvis is sentenced to life without parole"),
            ],
        ),
        (
            "2016-08-12",
            "The ground was built in 1911. In 1958 they finished bottom. They were voted out on 2 June 1962. "
            "A fire destroyed the main stand in the early hours of 4 March 1985. The new campaign begins at "
            "home to Goole tomorrow.",
            [
                ("1911", "reported", "The ground was built"),
                ("1958", "reported", "they finished bottom"),
                ("1962-06-02", "reported", "They were voted out"),
                ("1985-03-04", "reported", "A fire destroyed the main stand"),
                ("2016-08-13", "planned", "The new campaign begins at home to Goole"),
            ],
        ),
        (
            "2009-11-19",
            "She joined in 1947. They married in 1951. Her paper appeared in March 1973. A son was killed in "
            "August 1982. A memorial service will be held at Cartmel Priory on Saturday, December 5 at "
            "2.30pm.",
            [
                ("1947", "reported", "She joined"),
                ("1951", "reported", "They married"),
                ("1973-03", "reported", "Her paper appeared"),
                ("1982-08", "reported", "A son was killed"),
                ("2009-12-05T14:30:00", "planned", "A memorial service will be held at Cartmel Priory"),
            ],
        ),
        (
            "2014-05-06",
            "By mid-May 1709 the besiegers had thirty-two guns in battery, and on 23 May a breach was made "
            "near the Salt Gate; an assault the following morning was thrown back with the loss of some 900 "
            "men.",
            [
                ("1709-05-11~/1709-05-20~", "reported", "the besiegers had thirty-two guns in battery"),
                ("1709-05-23", "reported", "a breach was made near the Salt Gate"),
                ("1709-05-24", "reported", "an assault was thrown back with the loss of some 900 men"),
            ],
        ),
        (
            "2001-06-14",
            "Rebels of the People's Front for Renewal (PFR), who had held the town since early March, "
            "withdrew across the Sema river overnight.",
            [
                ("2001-03-01~/..", "reported", "Rebels of the People's Front for Renewal (PFR), who had held the town"),
                (
                    "2001-06-13",
                    "reported",
                    "Rebels of the People's Front for Renewal (PFR) withdrew across the Sema river",
                ),
            ],
        ),
        (
            "2001-06-14",
            "The People's Front (PFR) withdrew on Monday.",
            [
                ("2001-06-11", "reported", "The People's Front (PFR) withdrew"),
            ],
        ),
        (
            "1998-03-12",
            "The landlord, Corvane Realty, which bought the building in 1989, has denied any knowledge of the payment.",
            [
                ("1989", "reported", "The landlord, Corvane Realty, bought the building"),
            ],
        ),
        (
            "2015-07-28",
            "Founded in 1927 by two brothers who sold pretzels from a cart, Brightwell went public in 1986.",
            [
                ("1927", "reported", "Brightwell was founded by two brothers who sold pretzels from a cart"),
                ("1986", "reported", "Brightwell went public"),
            ],
        ),
        (
            "2019-04-12",
            "The World Health Organization said this week that reported measles cases worldwide quadrupled "
            "in the first three months of 2019.",
            [
                (
                    "2019-01-01/2019-03-31",
                    "attributed",
                    "reported measles cases worldwide quadrupled in the first three months",
                ),
            ],
        ),
        (
            "2015-11-19",
            "Baumgart first approached Hallmead in the autumn of 2012, when the shares stood at 190p, and "
            "was told the company was not for sale.",
            [
                ("2012-23", "reported", "Baumgart first approached Hallmead"),
                ("2012-23", "reported", "the shares stood at 190p"),
            ],
        ),
        (
            "2024-03-28",
            "Prosecutors don't disclose that theft charges against him were dropped in January 1999.",
            [
                ("1999-01", "reported", "theft charges against him were dropped"),
            ],
        ),
        (
            "2014-05-06",
            "The siege began in April 1709. A breach was made on 23 May. A second attempt, planned for 10 "
            "June, was abandoned. Reuss was replaced on the 17th. The war ended in 1712. The walls were "
            "razed in 1713 and the treaty was burned in 1720.",
            [
                ("1709-04", "reported", "The siege began"),
                ("1709-05-23", "reported", "A breach was made"),
                ("1709-06-10", "planned", "A second attempt was planned"),
                ("1709-06-17", "reported", "Reuss was replaced"),
                ("1712", "reported", "The war ended"),
                ("1713", "reported", "The walls were razed"),
                ("1720", "reported", "the treaty was burned"),
            ],
        ),
        (
            "2019-04-25",
            "Lonnie Deveraux, a trumpeter whose solos helped define the sound of rhythm and blues in the "
            "late 1950s, died on April 19 at a hospice.",
            [
                ("1956~/1959~", "reported", "Lonnie Deveraux's solos helped define the sound of rhythm and blues"),
                ("2019-04-19", "reported", "Lonnie Deveraux, a trumpeter, died at a hospice"),
            ],
        ),
        (
            "2017-02-09",
            "An inquest was opened and adjourned in Leicester on Friday and is due to resume on 12 June.",
            [
                ("2017-02-03", "reported", "An inquest was opened and adjourned in Leicester"),
                ("2017-06-12", "planned", "An inquest is due to resume"),
            ],
        ),
        (
            "2017-02-09",
            "Residents were told to stop using their showers last Thursday.",
            [("2017-02-02", "reported", "Residents were told to stop using their showers")],
        ),
        (
            "2017-02-09",
            "The cable was meant to be carrying power last autumn.",
            [("2016-23", "planned", "The cable was meant to be carrying power")],
        ),
        (
            "2007-08-17",
            "Mackie led until the 16th, where he made double bogey.",
            [],
        ),
        (
            "2011-11-20",
            "On Feb. 9, 2008, an aide found him. He had been there since the previous evening. He died on Feb. 14.",
            [
                ("2008-02-09", "reported", "an aide found him"),
                ("2008-02-14", "reported", "He died"),
            ],
        ),
        (
            "2018-11-02",
            "The UN report describes how soldiers killed 300 people in the village on 25 August.",
            [
                ("2018-08-25", "reported", "how soldiers killed 300 people in the village"),
            ],
        ),
        (
            "2018-11-02",
            "Police say he stabbed his wife and called 911 on Tuesday.",
            [
                ("", "attributed", "he stabbed his wife"),
                ("2018-10-30", "attributed", "he called 911"),
            ],
        ),
        (
            "2018-11-02",
            "Historians say the king broke his word and ordered the massacre in August 1572.",
            [
                ("1572-08", "attributed", "the king ordered the massacre"),
            ],
        ),
        (
            "2018-11-02",
            "The Munich agreement of September 1938 gave Hitler the Sudetenland.",
            [
                ("1938-09", "reported", "The Munich agreement"),
            ],
        ),
        (
            "2018-11-02",
            "The talks failed, officials said on Monday, and by 1990 the rebels had taken the city.",
            [
                ("1990", "reported", "the rebels had taken the city"),
                ("2018-10-29", "attributed", "The talks failed"),
            ],
        ),
        (
            "2018-11-02",
            "Britain did so in 1973.",
            [
                ("1973", "reported", "Britain did so"),
            ],
        ),
        (
            "2018-11-02",
            "The crash on 4 October was the third within a month.",
            [
                ("2018-10-04", "reported", "The crash"),
            ],
        ),
        (
            "2018-11-02",
            "She resigned on 4 October. Two other ministers had quit within a week.",
            [
                ("2018-10-04", "reported", "She resigned"),
                ("", "reported", "Two other ministers had quit within a week"),
            ],
        ),
        (
            "2018-11-02",
            "The court on Monday banned him from politics for the next five years.",
            [
                ("2018-11-02/2023-11-02~", "reported", "The court banned him from politics"),
            ],
        ),
        (
            "2018-11-02",
            "In a ruling issued on Thursday, the court overturned his conviction.",
            [
                ("2018-11-01", "reported", "the court overturned his conviction"),
            ],
        ),
        (
            "2018-11-02",
            "Born in 1920 and raised in Leeds, she joined the BBC in 1945.",
            [
                ("1920", "reported", "she was born"),
                ("1945", "reported", "she joined the BBC"),
            ],
        ),
    ],
)
def test_what_a_passage_tells(published, text, events):
    found = analyse(parse(text, language="en").blocks, date.fromisoformat(published)).events
    assert [(event.when, event.factuality.name.lower(), event.label) for event in found] == events
