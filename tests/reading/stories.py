"""An invented story and the page that republished it, in plain text."""

# ruff: noqa: E501 - the pages under test are written as they are saved, one line a line

from collections.abc import Callable

from workbench.reading.model import ReadArticle, Reading

Read = Callable[..., Reading]


Zones = Callable[[Reading, ReadArticle, str], list[str]]


FIRST = "The bridge over the Lenn at Marrow was closed on Monday after the river tore away part of its second pier, the mayor said."


SECOND = "“We heard it go at four in the morning,” said Ilse Brandt, who keeps the toll house. Nobody was on the bridge at the time."


THIRD = "Engineers from the province will look at the damage on Wednesday, when the water is expected to have fallen."


BODY = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


REPUBLISHED = f"""

Bridge at Marrow Closed After River Tears Away Pier

By [Lenn Valley Letter](#)

Global Echo, November 14, 2018
[Lenn Valley Letter](#)

Region: [North](#), [River towns](#)
Theme: [Bridges](#)

{BODY}

If you like what we write and are able to, please support our work: PayPal: letter@lenn.example

The original source of this article is [Lenn Valley Letter](#)
Copyright © [Lenn Valley Letter](#), Ilse Brandt, 2016

[Comment on Global Echo Articles on our message board](#)

[Become a Friend of the Global Echo](#)

Articles by: [Lenn Valley Letter](#)

Disclaimer: What stands here is for its author to answer for. Global Echo has checked none of it and is not to be blamed for mistakes.
"""


def only(reading: Reading) -> ReadArticle:
    """The one article of a reading."""
    (article,) = reading.articles
    return article
