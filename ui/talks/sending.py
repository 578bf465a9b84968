"""How a letter goes, in the words of the forms that write one."""

from __future__ import annotations

from enum import StrEnum
from typing import Final


class Sending(StrEnum):
    """How the letter goes, or that there is none."""

    LETTER = "letter"
    HANDED_OVER = "handed_over"
    DIGITAL = "digital"
    NONE = "none"


SENDINGS: Final = {
    Sending.LETTER: "Brev",
    Sending.HANDED_OVER: "Udleveres",
    Sending.DIGITAL: "Digitalt",
    Sending.NONE: "Intet brev",
}
