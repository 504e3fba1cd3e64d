"""What follows from the heads of tokens alone: sentence numbers, children, edges of subtrees."""

from __future__ import annotations


def derive_tree(
    heads: tuple[int, ...], sentences: tuple[tuple[int, int], ...]
) -> tuple[tuple[int, ...], tuple[tuple[int, ...], ...], tuple[int, ...], tuple[int, ...]]:
    """Sentence number, children and subtree edges of every token, from the heads alone."""
    count = len(heads)
    sentence_of = [0] * count
    for number, (first, end) in enumerate(sentences):
        sentence_of[first:end] = [number] * (end - first)
    children: list[list[int]] = [[] for _ in range(count)]
    for token, head in enumerate(heads):
        if head != token:
            children[head].append(token)
    lefts, rights = list(range(count)), list(range(count))
    downward = [token for token, head in enumerate(heads) if head == token]
    for token in downward:  # grows while it is walked: every token after its head
        downward.extend(children[token])
    for token in reversed(downward):
        head = heads[token]
        if lefts[token] < lefts[head]:
            lefts[head] = lefts[token]
        if rights[token] > rights[head]:
            rights[head] = rights[token]
    return tuple(sentence_of), tuple(map(tuple, children)), tuple(lefts), tuple(rights)
