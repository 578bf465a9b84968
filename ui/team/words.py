"""The team's sentences and periods in Danish."""

from __future__ import annotations

from datetime import date

from ui.danish_dates import MONTHS, day_and_month


def period_words(first: date, last: date) -> str:
    """As in `2.–20. juli`, `28. juni – 3. juli` or `20. december 2007 – 4. januar 2008`."""
    if first == last:
        return f"{day_and_month(first)} {first.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}.–{last.day}. {MONTHS[last.month - 1]} {last.year}"
    if first.year == last.year:
        return f"{day_and_month(first)} – {day_and_month(last)} {last.year}"
    return f"{day_and_month(first)} {first.year} – {day_and_month(last)} {last.year}"


def cover_words(away: str, cover: str, first: date, last: date) -> str:
    """As in `For M. Holm 2.–20. juli 2007: A. Lind ser og kan behandle køen; tovholder uændret`."""
    return f"For {away} {period_words(first, last)}: {cover} ser og kan behandle køen; tovholder uændret."


def cases_words(count: int) -> str:
    """As in `1 sag` or `12 sager`."""
    return "1 sag" if count == 1 else f"{count} sager"
