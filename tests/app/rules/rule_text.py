"""The text of a small rule set that is right, to be spoilt one line at a time."""

from __future__ import annotations

from app.rules.book import standard_rule_files

PARAMETERS = (
    standard_rule_files()[0].read_text(encoding="utf-8").partition("[parameters]")[2].partition("# --- Match")[0]
)

HEAD = """
name = "proeve"
title = "Prøve"
source = "en prøve"
valid_from = 2008-01-01
"""

RULE = """
[[rules]]
kind = "CONTACT_DUE"
label = "Kontaktsamtale"
applies_to = { benefits = ["cash_assistance"] }
counted_from = "last_contact"
due = "+2 months"
opens = 28
amber = 14
class = 1
turn = "ours"
excludable = true
sentence.talk = "Seneste samtale var {date}."
sentence.offer_end = "Tilbuddet sluttede {date}."
sentence.benefit_start = "Ydelsen begyndte {date}."
source = "en prøve"
mark = "O"
"""


def rule_text(*changes: tuple[str, str], head: str = HEAD, rule: str = RULE, parameters: bool = False) -> str:
    """The text with parts of it changed; each part must be there."""
    text = head + ("[parameters]" + PARAMETERS if parameters else "") + rule
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return text
