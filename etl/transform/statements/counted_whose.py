"""Of what a count tells: its award and its school."""

import re
from dataclasses import replace

from etl.transform.statements.cues import OF_WHOLE
from etl.transform.statements.lines import Line, Scene, goes_on_from, subject_of
from etl.transform.statements.values import AwardMention, SchoolMention
from etl.transform.statements.wins_schools import KIND_WORDS, by_field

_AWARD_ABOVE = 3
"""Lines above a count in a draft in which the award stands that it tells of."""
_AN_AWARD = re.compile(r"\b(?:the|its|our|their|'s)\s+(?:20[0-4]\d\s+)?award\b", re.IGNORECASE)
"""What speaks of an award where the line above tells of a tier of it."""
_BREAK = re.compile(r"[;:]|,\s+(?:and|while|as|but|again)\b|\band\b")


_FOR = re.compile(r"(?:\s+(?:win|award|honor|time|year))?\s+(?:for|that|in which)\s+(?:the\s+)?")
"""What leads to the school of a count behind it: "the sixth consecutive time for Hart", "the fourth year that Hart"."""


def distance(line: Line, award: AwardMention, match: re.Match[str]) -> int:
    """How far an award stands from a count; beyond a break between clauses it is further off."""
    start, end = award.start - line.start, award.end - line.start
    between = line.text[end : match.start()] if end <= match.start() else line.text[match.end() : start]
    breaks = len(_BREAK.findall(between))
    gap = 0 if start < match.end() and end > match.start() else len(between)
    return gap + 60 * breaks


def award_of(scene: Scene, line: Line, match: re.Match[str]) -> AwardMention | None:
    """The award of which wins are counted: the nearest in the line, else that of the text; not one for health schools
    alone "at the university level".
    """
    if not line.awards:
        near = _AWARD_ABOVE if scene.hints.several else 1 if scene.award is None else 0
        above = [award for one in scene.lines[max(0, line.number - near) : line.number] for award in one.awards]
        told = above[-1] if above else scene.award
        if told and told.on_top and _AN_AWARD.search(line.text):
            told = next((award for award in (*reversed(above), scene.award) if award and not award.on_top), told)
        older = scene.hints.older.get(told.award) if told and OF_WHOLE.search(line.text) else None
        return replace(told, award=older, health=False) if told and older else told
    return min(line.awards, key=lambda award: distance(line, award, match))


def school_of(scene: Scene, line: Line, match: re.Match[str]) -> SchoolMention | None:
    """The school that a count is about: "for Nursing" after it, else the nearest named before or after."""
    told = re.match(r"[^.;,]{0,30}?\bfor\s+(?:the\s+)?(?:\w+\s+){0,2}?(\w+)\b", line.text[match.end() :])
    kind = KIND_WORDS.get(told[1].casefold().removesuffix("'s")) if told else None
    if kind:
        named = {s.name: s for other in scene.lines for s in other.schools if re.search(kind, s.name, re.I)}
        if len(named) == 1:
            return next(iter(named.values()))
    if field := by_field(scene, line, match.start()):
        return field
    by_word = re.match(r"[^.;,]{0,20}?\bfor\s+(?:the\s+)?([A-Z][\w&-]+)\b", line.text[match.end() :])
    if by_word:
        word = by_word[1].removesuffix("'s")
        holding = {s.name: s for other in scene.lines for s in other.schools if word in re.split(r"[\s–-]", s.name)}
        if len(holding) == 1:
            return next(iter(holding.values()))
    behind = _FOR.match(line.text, match.end())
    if behind and (whose := next((s for s in line.schools if s.start - line.start == behind.end()), None)):
        return whose
    before = goes_on_from(scene, line)
    return subject_of(before, before.awards[-1].start) if before else subject_of(line, line.start + match.start())
