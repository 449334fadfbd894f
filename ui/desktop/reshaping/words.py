"""Families and passages in words, for the lists in which a person chooses what to join, split or bring back."""

from collections.abc import Iterable, Mapping, Sequence

from ui.desktop.reshaping.question import Row
from ui.desktop.wording import article_words, count, listed, outlet_words, shortened
from workbench.model import Correction, Family, Place, Witness
from workbench.nearby import Nearby
from workbench.places_chosen import joined
from workbench.snapshot import Snapshot

_EXCERPT = 150
_MOST = 4
Texts = Mapping[int, str]


def near_row(snapshot: Snapshot, near: Nearby, texts: Texts) -> Row:
    """A family that may be joined: its passage, who has it, what it has in common with the current one."""
    common = [
        count(near.words, "word") if near.words else "",
        count(near.articles, "article") if near.articles else "",
    ]
    shared = " and ".join(part for part in common if part)
    facts = f"{family_facts(snapshot, near.family)}{f' · {shared} in common' if shared else ''}"
    return Row(quoted(snapshot.base(near.family).place, texts), facts)


def family_row(snapshot: Snapshot, family: Family, texts: Texts) -> Row:
    """A family: its passage, who has it."""
    return Row(quoted(snapshot.base(family).place, texts), family_facts(snapshot, family))


def family_facts(snapshot: Snapshot, family: Family) -> str:
    """How many witnesses a family has, and of which outlets."""
    number = count(len(family.witnesses), "witness", "witnesses")
    furniture = ", boilerplate" if family.boilerplate else ""
    return f"{number}{furniture}: {outlets(snapshot, (witness.place for witness in family.witnesses))}"


def witness_row(snapshot: Snapshot, witness: Witness, texts: Texts) -> Row:
    """A witness: whose it is, and what it says."""
    base = ", the base" if any(snapshot.base(f).id == witness.id for f in _families(snapshot, witness)) else ""
    return Row(f"{article_words(snapshot.article[witness.place.article_id])}{base}", quoted(witness.place, texts))


def place_row(snapshot: Snapshot, place: Place, texts: Texts, *, chosen: bool = False) -> Row:
    """A passage that a person marked."""
    return Row(quoted(place, texts), article_words(snapshot.article[place.article_id]), chosen)


def dismissed_row(snapshot: Snapshot, dismissed: Correction, texts: Texts) -> Row:
    """A family that was dismissed."""
    places = dismissed.settled
    number = count(len(places), "witness", "witnesses")
    return Row(quoted(places[0], texts), f"{number}: {outlets(snapshot, places)}")


def outlets(snapshot: Snapshot, places: Iterable[Place]) -> str:
    """The outlets that have some passages."""
    articles = (snapshot.article[place.article_id] for place in places)
    return listed(dict.fromkeys(outlet_words(article) for article in articles), _MOST)


def quoted(place: Place, texts: Texts) -> str:
    """How a passage begins."""
    return f"“{shortened(place.span.of(texts.get(place.article_id, '')), _EXCERPT)}”"


def joined_words(snapshot: Snapshot, families: Sequence[Family], texts: Texts) -> str:
    """What comes together when families are joined."""
    places = [witness.place for family in families for witness in family.witnesses]
    one = set(joined(places, texts).values())
    articles = len({place.article_id for place in one})
    size = f"{count(len(one), 'witness', 'witnesses')} in {count(articles, 'article')}"
    merged = len(set(places)) - len(one)
    meet = f"; {count(merged, 'passage')} that would meet another become one with it" if merged else ""
    return f"{len(families)} families become one of {size}: {outlets(snapshot, sorted(one))}{meet}."


def _families(snapshot: Snapshot, witness: Witness) -> Iterable[Family]:
    families = snapshot.families_of_article.get(witness.place.article_id, ())
    return (family for family in families if witness in family.witnesses)
