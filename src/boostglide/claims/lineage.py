"""Who took a claim from whom: a graph of sources, its roots and the first appearance."""

from collections.abc import Mapping

from boostglide.claims.ledger import Claim, Ledger, Source


def parents(source: Source, topic: str) -> tuple[str, ...]:
    """The sources that a source takes claims of a topic from.

    Parameters
    ----------
    source
        The source.
    topic
        Topic of the claim; an edge without topics covers all.
    """
    return tuple(edge.source for edge in source.derives_from if edge.topics is None or topic in edge.topics)


def chain(ledger: Ledger, claim: Claim) -> dict[str, tuple[str, ...]]:
    """The part of the graph that one claim travelled: each source with its parents.

    A source whose edges do not cover the topic of the claim made the statement itself, and is a root.
    An appearance that names `taken_from` follows that instead of the edges of its source.

    Parameters
    ----------
    ledger, claim
        The claim and the ledger that it stands in.

    Raises
    ------
    ValueError
        If the sources derive from each other in a circle.
    """
    by_key = {source.key: source for source in ledger.sources}
    own = {a.source: a.taken_from for a in claim.appearances if a.taken_from is not None}
    graph: dict[str, tuple[str, ...]] = {}
    waiting = [appearance.source for appearance in claim.appearances]
    while waiting:
        key = waiting.pop()
        if key in graph:
            continue
        graph[key] = own[key] if key in own else parents(by_key[key], claim.topic)
        waiting.extend(graph[key])
    _refuse_circles(graph)
    return graph


def roots(graph: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """The sources without a parent, in alphabetical order: the independent origins."""
    return tuple(sorted(key for key, above in graph.items() if not above))


def first_appearance(ledger: Ledger, graph: Mapping[str, tuple[str, ...]]) -> Source:
    """The root with the earliest date; one of a month or a year counts at its end, an undated one last.

    Parameters
    ----------
    ledger
        The ledger.
    graph
        Result of `chain`.
    """
    return min((ledger.find_source(key) for key in roots(graph)), key=_age)


def _age(source: Source) -> tuple[str, str]:
    date = "9999" if source.date == "undated" else source.date
    return date + "-99-99"[len(date) - 4 :], source.key


def _refuse_circles(graph: Mapping[str, tuple[str, ...]]) -> None:
    done: set[str] = set()
    while len(done) < len(graph):
        free = [key for key, above in graph.items() if key not in done and set(above) <= done]
        if not free:
            circle = ", ".join(sorted(set(graph) - done))
            raise ValueError(
                f"Argument `ledger` must not hold circles of sources, but these form one: {circle}."
            )
        done.update(free)
