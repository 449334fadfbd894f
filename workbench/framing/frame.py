"""The frame of a passage, from its article."""

from workbench.framing.attributing import READ_AT_MOST, Laid, attribution_of
from workbench.framing.headlines import differences_of, headline_of
from workbench.framing.model import Frame, Voice
from workbench.framing.quotation_kinds import quotations_of
from workbench.framing.standing import sentences_around, standing_of
from workbench.framing.story import story_of
from workbench.model import Article
from workbench.spans import Span


def frame_of(article: Article, text: str, passage: Span) -> Frame:
    """What the outlet put around `passage`, a span of `text`, the article's text.

    Attribution is read in English only; of an article in another language `voice` is "can't tell". Of a passage longer
    than `READ_AT_MOST` attribution and quotations are read at its beginning. A span beyond the text is cut.
    """
    start = min(passage.start, len(text))
    passage = Span(start, max(start, min(passage.end, len(text))))
    story = story_of(text, article.zones)
    english = article.language[:2].lower() in ("en", "")
    laid = attribution_of(story, passage, article.outlet) if english else _other_language(article.language)
    sentence, before, after = sentences_around(story, passage, article.language)
    headline = headline_of(story, article.title)
    return Frame(
        voice=laid.voice,
        reason=laid.reason,
        attribution=laid.main,
        others=laid.others,
        sentence=sentence,
        before=before,
        after=after,
        standing=standing_of(story, passage),
        headline=headline,
        differences=differences_of(story, headline, passage, laid.main) if headline and english else (),
        quotations=quotations_of(story, Span(start, min(passage.end, start + READ_AT_MOST))),
    )


def _other_language(language: str) -> Laid:
    return Laid(Voice.UNKNOWN, f"who is cited is read in English only, and the article is in “{language}”", None, ())
