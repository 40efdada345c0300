"""What sources say, in the words of screen and report: outcomes, bases, counted claims."""

from typing import Final

OUTCOME_WORDS: Final = {
    "won": "won",
    "not_won": "not won",
    "did_not_apply": "did not apply",
    "withdrawn": "withdrawn",
    "submitted": "submitted",
    "drafting": "drafting",
    "planned": "planned",
}
BASIS_WORDS: Final = {"announced": "announced", "claimed": "named as a past win", "own_log": "own log"}
"""Of an observation."""
RECORD_BASIS_WORDS: Final = {**BASIS_WORDS, "claim": "counted claim", "tier": "tier", "list": "complete list"}
"""Of a record, which may also follow from other things."""
CLAIM_WORDS: Final = {
    "consecutive": "{n} in a row",
    "total": "{n} in all",
    "first_time": "first time",
    "every_year_since": "every year since {n}",
}
