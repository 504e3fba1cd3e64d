"""A TOML table -> a FramePack. Refuses unknown keys, actors and poles, and variants without examples."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Mapping
from itertools import product, starmap
from typing import Any, cast, get_args

from framing.errors import PackError
from framing.packs.pattern import Sequence, elements_of, needs_of, read_pattern, slots_of
from framing.packs.referent import (
    Anchors,
    Context,
    FramePack,
    PackHead,
    Pattern,
    Pole,
    PoleKind,
    Referent,
    ReferentKind,
    Scope,
    Variant,
    Within,
    find_parents,
    index_names,
    index_variants,
    load_frame_rules,
)
from framing.packs.roster import load_world, parse_actor_entries

PACK_KEYS = {"id", "title", "about", "language", "version", "license", "sources", "anchors", "scope"}
ANCHOR_KEYS, POLE_KEYS, CONTEXT_KEYS, REFERENT_KEYS, VARIANT_KEYS = (
    {entry.name for entry in dataclasses.fields(record)} for record in (Anchors, Pole, Context, Referent, Variant)
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def read_pack(table: Mapping[str, Any], *, where: str) -> FramePack:
    """The pack that a TOML table describes.

    Raises:
        PackError: an entry breaks a rule of the format; the message names `where`, the entry and the remedy.
    """
    here = f"{where}: [pack]"
    _known(table, {"pack", "actor", "referent"}, where)
    head, fields = read_pack_head(table, where=where), _table(table, "pack", where)
    actors = parse_actor_entries(_tables(table, "actor", where), where)
    referents = tuple(_referent(entry, where) for entry in _tables(table, "referent", where))
    if not referents:
        raise PackError(f"{where}: no [[referent]]. A pack needs at least one thing that can be named in rival ways.")
    _unique((r.id for r in referents), f"{where}: referent")
    pack = FramePack(
        **head._asdict(),
        language=fields.get("language", "en"),
        version=str(fields.get("version", "1")),
        sources=_texts(fields, "sources", here),
        actors=actors,
        referents=referents,
        where=where,
        rules=load_frame_rules(),
        names=index_names(actors),
        parents=find_parents((*load_world(), *actors)),
        index=index_variants(referents),
    )
    _check_actors(pack)
    return pack


def read_pack_head(table: Mapping[str, Any], *, where: str) -> PackHead:
    """The head of the pack that a TOML table describes; its wordings are not looked at.

    Raises:
        PackError: an entry of the head breaks a rule of the format.
    """
    here = f"{where}: [pack]"
    head = _table(table, "pack", where)
    _known(head, PACK_KEYS, here)
    id, title, about = _text(head, "id", here), _text(head, "title", here), head.get("about", "")
    return PackHead(id, title, about, _scope(head, here), _anchors(head, f"{here} anchors"))


def _anchors(head: Mapping[str, Any], where: str) -> Anchors:
    """What switches the pack on."""
    table = head.get("anchors", {})
    if not isinstance(table, Mapping):
        raise PackError(f'{where}: must be a table, for example: anchors = {{ any = ["flood"], hits = 2 }}.')
    _known(table, ANCHOR_KEYS, where)
    hits = table.get("hits", 1)
    if not isinstance(hits, int) or hits < 1:
        raise PackError(f"{where}: hits must be a whole number from 1 on, not {hits!r}.")
    per_1000 = table.get("per_1000", 0)
    if not isinstance(per_1000, int | float) or per_1000 < 0:
        raise PackError(f"{where}: per_1000 must be a number from 0 on, not {per_1000!r}.")
    lead = table.get("lead", 0)
    if not isinstance(lead, int) or lead < 0:
        raise PackError(f"{where}: lead must be a number of words, for example 100, not {lead!r}.")
    words, each = _patterns(table, "any", where), _patterns(table, "all", where)
    if slots := _slots_in((*words, *each)):
        raise PackError(
            f"{where}: <{min(slots)}> is an actor. Anchors are read in the plain text: give its names as words."
        )
    return Anchors(words, hits, float(per_1000), lead, each)


def _scope(head: Mapping[str, Any], where: str) -> Scope:
    """Whether the pack belongs to a topic or reads any text."""
    scope = head.get("scope", "topic")
    if scope not in get_args(Scope):
        raise PackError(f'{where} scope must be "topic" or "general", not {scope!r}.')
    return cast(Scope, scope)


def _referent(entry: Mapping[str, Any], where: str) -> Referent:
    """One [[referent]] with its poles and variants."""
    id = _text(entry, "id", f"{where}: a [[referent]]")
    here = f"{where}: referent {id!r}"
    _known(entry, REFERENT_KEYS - {"variants", "context"} | {"variant"} | CONTEXT_KEYS, here)
    axis = _texts(entry, "axis", here)
    if len(axis) != 2:
        raise PackError(f'{here}: axis needs two texts, what -1 and what +1 mean: axis = ["aggression", "defence"].')
    poles = tuple(_pole(name, table, here) for name, table in _table(entry, "poles", here).items())
    kind = _referent_kind(entry, here)
    variants = tuple(_variant(v, poles, here, kind) for v in _tables(entry, "variant", here))
    _unique((v.id for v in variants), f"{here}: variant")
    _no_shared_patterns(variants, here)
    return Referent(
        id=id,
        name=_text(entry, "name", here),
        axis=(axis[0], axis[1]),
        poles=poles,
        variants=variants,
        context=_context(entry, here),
        after=_date(entry, "after", here),
        before=_date(entry, "before", here),
        kind=kind,
    )


def _referent_kind(entry: Mapping[str, Any], where: str, otherwise: ReferentKind = "naming") -> ReferentKind:
    """Whether a referent is one thing under rival names or a question that is argued; a variant, a name or a claim."""
    kind = entry.get("kind", otherwise)
    if kind not in get_args(ReferentKind):
        raise PackError(
            f'{where}: kind must be "naming" (one thing, deed or outcome under rival names) or "argument" '
            f"(claims that differ), not {kind!r}."
        )
    return cast(ReferentKind, kind)


def _pole(id: str, table: Mapping[str, Any], where: str) -> Pole:
    """One pole of a referent."""
    here = f"{where}, pole {id!r}"
    if not isinstance(table, Mapping):
        raise PackError(f'{here}: must be a table, for example: {id} = {{ value = 1, gloss = "..." }}.')
    _known(table, POLE_KEYS - {"id"}, here)
    value, kind = table.get("value", 0), table.get("kind", "side")
    if not isinstance(value, int | float) or not -1 <= value <= 1:
        raise PackError(f"{here}: value must be a number from -1 to 1, not {value!r}.")
    if kind not in get_args(PoleKind) or (kind != "side" and value):
        raise PackError(f"{here}: kind must be one of {', '.join(get_args(PoleKind))}, and the last two have value 0.")
    favours, against = _texts(table, "favours", here), _texts(table, "against", here)
    return Pole(id, float(value), cast(PoleKind, kind), table.get("gloss", ""), favours, against)


def _variant(entry: Mapping[str, Any], poles: tuple[Pole, ...], where: str, kind: ReferentKind) -> Variant:
    """One [[referent.variant]] of a referent of a kind."""
    id = _text(entry, "id", f"{where}, a variant")
    here = f"{where}, variant {id!r}"
    _known(entry, VARIANT_KEYS - {"context"} | CONTEXT_KEYS, here)
    pole = _text(entry, "pole", here)
    if pole not in {p.id for p in poles}:
        raise PackError(f"{here}: unknown pole {pole!r}. Known: {', '.join(p.id for p in poles)}.")
    return Variant(
        id=id,
        pole=pole,
        match=_match(entry, here),
        yes=_examples(entry, "yes", here, "it should find"),
        no=_examples(entry, "no", here, "it must leave alone"),
        confidence=_confidence(entry, here),
        context=_context(entry, here),
        agent=_texts(entry, "agent", here),
        patient=_texts(entry, "patient", here),
        not_agent=_texts(entry, "not_agent", here),
        after=_date(entry, "after", here),
        before=_date(entry, "before", here),
        note=entry.get("note", ""),
        source=entry.get("source", ""),
        kind=_referent_kind(entry, here, kind),
    )


def _match(entry: Mapping[str, Any], where: str) -> tuple[Pattern, ...]:
    """The patterns of a variant, each with a word in it."""
    match = _patterns(entry, "match", where)
    if not match:
        raise PackError(f'{where}: no `match`. Give the wording, for example: match = ["[recapture|retake] <PLACE>"].')
    if not all(pattern.needs for pattern in match):
        raise PackError(f"{where}: a pattern of actors only. Add a word to `match`, for example: <AZ> attack.")
    return match


def _examples(entry: Mapping[str, Any], key: str, where: str, does: str) -> tuple[str, ...]:
    """The example sentences under `key`, at least one."""
    examples = _texts(entry, key, where)
    if not examples:
        raise PackError(f"{where}: no `{key}` example. Add one sentence that {does}, so that the tests can check it.")
    return examples


def _confidence(entry: Mapping[str, Any], where: str) -> float:
    """How sure a match is, in (0, 1]; 1 when it is left out."""
    confidence = entry.get("confidence", 1.0)
    if not isinstance(confidence, int | float) or not 0 < confidence <= 1:
        raise PackError(f"{where}: confidence must be a number above 0 and up to 1, not {confidence!r}.")
    return float(confidence)


def _context(entry: Mapping[str, Any], where: str) -> Context:
    """`near`, `within`, `not_near`, `not_within` of a referent or variant."""
    within, not_within = entry.get("within", "sentence"), entry.get("not_within", "sentence")
    for key, value in (("within", within), ("not_within", not_within)):
        if value not in get_args(Within):
            raise PackError(f"{where}: {key} must be one of {', '.join(get_args(Within))}, not {value!r}.")
    near, not_near = _patterns(entry, "near", where), _patterns(entry, "not_near", where)
    return Context(near, cast(Within, within), not_near, cast(Within, not_within))


def _patterns(entry: Mapping[str, Any], key: str, where: str) -> tuple[Pattern, ...]:
    """The patterns under `key`."""
    return tuple(_pattern(text, f"{where}: {key}") for text in _texts(entry, key, where))


def _pattern(text: str, where: str) -> Pattern:
    """A pattern, read but not yet written out."""
    try:
        tree = read_pattern(text, where)
        return Pattern(text, tree, needs_of(tree), frozenset().union(*(element.words for element in elements_of(tree))))
    except RecursionError as problem:
        raise PackError(f"{where}: {text[:40]!r}… has too many brackets inside each other. Write it flat.") from problem


def _no_shared_patterns(variants: tuple[Variant, ...], where: str) -> None:
    """Refuses one wording under two poles."""
    rows: dict[tuple[object, ...], list[tuple[Pattern, Variant]]] = {}
    for variant in variants:
        condition = (variant.context, variant.agent, variant.patient, variant.not_agent, variant.after, variant.before)
        rivals = [(p, rival) for p, rival in rows.setdefault(condition, []) if rival.pole != variant.pole]
        for pattern, (other, rival) in product(variant.match, rivals):
            if words := _shared_words(pattern, other):
                raise PackError(
                    f"{where}: the wording {words!r} stands under two poles, {rival.pole!r} (variant {rival.id!r}) "
                    f"and {variant.pole!r} (variant {variant.id!r}). Keep it in one, or tell them apart with near."
                )
        rows[condition] += [(pattern, variant) for pattern in variant.match]


def _shared_words(one: Pattern, other: Pattern) -> str:
    """A wording that both patterns find, or ""; most pairs are told apart before they are written out."""
    for needs, words in ((one.needs, other.words), (other.needs, one.words)):
        for need in needs:
            if need.isdisjoint(words):
                return ""
    return next(filter(None, starmap(_shared, product(one.sequences, other.sequences))), "")


def _shared(one: Sequence, other: Sequence) -> str:
    """A wording that two sequences both find, or ""."""
    if len(one) != len(other):
        return ""
    words = []
    for left, right in zip(one, other, strict=True):
        if left._replace(keys=right.keys, words=right.words, marked=right.marked) != right:
            return ""
        if left.kind == "word":
            both = left.keys & right.keys
            if not both:
                return ""
            words.append(min(both))
    return " ".join(words)


def _check_actors(pack: FramePack) -> None:
    """Refuses an actor that the pack does not declare."""
    known = set(pack.parents)
    for referent in pack.referents:
        here = f"{pack.where}: referent {referent.id!r}"
        _all_known(_near_slots(referent.context), known, here)
        for pole in referent.poles:
            _all_known({*pole.favours, *pole.against}, known, f"{here}, pole {pole.id!r}")
        for variant in referent.variants:
            named = {*variant.agent, *variant.patient, *variant.not_agent} - {"any", "none"}
            slots = _slots_in(variant.match) | _near_slots(variant.context)
            _all_known(named | slots, known, f"{here}, variant {variant.id!r}")


def _near_slots(context: Context) -> frozenset[str]:
    """Actors that a context names."""
    return _slots_in((*context.near, *context.not_near))


def _slots_in(patterns: Iterable[Pattern]) -> frozenset[str]:
    """Actors that patterns name."""
    return frozenset().union(*(slots_of(pattern.tree) for pattern in patterns if "<" in pattern.text))


def _all_known(ids: Iterable[str], known: set[str], where: str) -> None:
    """Refuses ids that no [[actor]] entry declares."""
    for id in sorted(ids):
        if id not in known:
            raise PackError(
                f"{where}: unknown actor {id!r}. It stands neither in the world roster nor in this pack. "
                "Add an [[actor]] entry with this id, or mend the spelling."
            )


def _known(entry: Mapping[str, Any], keys: set[str], where: str) -> None:
    """Refuses unknown keys."""
    for key in entry:
        if key not in keys:
            raise PackError(f"{where}: unknown key {key!r}. Known: {', '.join(sorted(keys))}.")


def _unique(ids: Iterable[str], where: str) -> None:
    """Refuses an id used twice."""
    seen: set[str] = set()
    for id in ids:
        if id in seen:
            raise PackError(f"{where} id {id!r} is used twice. Give each its own.")
        seen.add(id)


def _date(entry: Mapping[str, Any], key: str, where: str) -> str:
    """A day as ISO text, or "" when it is left out."""
    day = str(entry.get(key, ""))
    if day and not _DAY.fullmatch(day):
        raise PackError(f'{where}: `{key}` must be a day like "2023-09-19", not {day!r}.')
    return day


def _text(entry: Mapping[str, Any], key: str, where: str) -> str:
    """The text under `key`. Raises PackError when it is missing or empty."""
    value = entry.get(key)
    if not isinstance(value, str) or not value:
        raise PackError(f'{where}: needs `{key}`, for example: {key} = "...".')
    return value


def _texts(entry: Mapping[str, Any], key: str, where: str) -> tuple[str, ...]:
    """The texts under `key`, perhaps none; one text alone counts as a list of one."""
    value = entry.get(key, ())
    if isinstance(value, str):
        return (value,)
    if not isinstance(value, list | tuple) or not all(isinstance(item, str) for item in value):
        raise PackError(f'{where}: `{key}` must be a text or a list of texts, for example: {key} = ["..."].')
    return tuple(value)


def _table(entry: Mapping[str, Any], key: str, where: str) -> Mapping[str, Any]:
    """The table under `key`. Raises PackError when it is missing or empty."""
    value = entry.get(key)
    if not isinstance(value, Mapping) or not value:
        raise PackError(f"{where}: needs a table [{key}]. See the pack guide for an example.")
    return value


def _tables(entry: Mapping[str, Any], key: str, where: str) -> list[dict[str, Any]]:
    """The tables under `key`, perhaps none."""
    value = entry.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
        raise PackError(f"{where}: `{key}` must be written as [[{key}]] entries.")
    return value
