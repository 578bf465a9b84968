"""The roles of colour and the sizes, light and dark. Every pair that carries text is at least 4.5:1.

Named tuples and not dataclasses: they are made before the first paint, and importing dataclasses takes 5 ms.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final, NamedTuple


class Tone(StrEnum):
    """What a chip says beside its words."""

    RED = "red"
    AMBER = "amber"
    BLUE = "blue"
    GREEN = "green"
    GREY = "grey"


class Pair(NamedTuple):
    """Text and the ground under it."""

    ink: str
    ground: str


class Colours(NamedTuple):
    """One set of roles. `accent` is a ground under `on_accent`; `link` is the accent as text and as focus ring."""

    dark: bool
    ink: str
    muted: str
    ground: str
    surface: str
    line: str
    field_border: str
    disabled: str
    navigation: Pair
    navigation_current: Pair
    navigation_strong: str
    navigation_line: str
    navigation_aside: str
    navigation_fine: str
    navigation_care: str
    accent: str
    accent_hover: str
    on_accent: str
    link: str
    selection: str
    hover: str
    group_row: str
    reason: str
    interval: str
    chips: dict[Tone, Pair]


LIGHT: Final = Colours(
    dark=False,
    ink="#1B2430",
    muted="#5B6776",
    ground="#F5F7FA",
    surface="#FFFFFF",
    line="#DDE3EA",
    field_border="#7D8A99",
    disabled="#6B7785",
    navigation=Pair("#C9D6E4", "#0F2E4D"),
    navigation_current=Pair("#FFFFFF", "#1D4A78"),
    navigation_strong="#FFFFFF",
    navigation_line="#2A4A6B",
    navigation_aside="#9DB2C8",
    navigation_fine="#4CC38A",
    navigation_care="#F5B84B",
    accent="#0B4F8A",
    accent_hover="#0A4376",
    on_accent="#FFFFFF",
    link="#0B4F8A",
    selection="#E8F1FB",
    hover="#F3F6FA",
    group_row="#F1F4F8",
    reason="#F0F5FC",
    interval="#5C90C5",
    chips={
        Tone.RED: Pair("#A3211A", "#FDECEA"),
        Tone.AMBER: Pair("#7A4B00", "#FFF3DC"),
        Tone.BLUE: Pair("#0B4F8A", "#E6F0FA"),
        Tone.GREEN: Pair("#17633D", "#E4F4EA"),
        Tone.GREY: Pair("#46525F", "#EDF1F5"),
    },
)

DARK: Final = Colours(
    dark=True,
    ink="#E6EBF1",
    muted="#A3AFBD",
    ground="#12181F",
    surface="#1A222B",
    line="#2E3945",
    field_border="#7D8A99",
    disabled="#8B97A5",
    navigation=Pair("#C9D6E4", "#0C1825"),
    navigation_current=Pair("#FFFFFF", "#1D4A78"),
    navigation_strong="#FFFFFF",
    navigation_line="#24364A",
    navigation_aside="#93A7BC",
    navigation_fine="#4CC38A",
    navigation_care="#F5B84B",
    accent="#2F72B1",
    accent_hover="#2A659D",
    on_accent="#FFFFFF",
    link="#8CC0F0",
    selection="#22384F",
    hover="#1F2932",
    group_row="#212B36",
    reason="#1E2C3B",
    interval="#4F83B6",
    chips={
        Tone.RED: Pair("#FFB4AB", "#4A1F1C"),
        Tone.AMBER: Pair("#F5C879", "#43330F"),
        Tone.BLUE: Pair("#9CCBF5", "#1B3A57"),
        Tone.GREEN: Pair("#8FD9AE", "#16402A"),
        Tone.GREY: Pair("#C2CCD7", "#2E3945"),
    },
)


# A letter is printed on white, whatever the screen's colours are.
PAPER: Final = "#FFFFFF"


class Size:
    """Pixels at 100 %; Qt scales them."""

    BODY: Final = 13
    LABEL: Final = 12
    HEADING: Final = 16
    TITLE: Final = 18
    CODE: Final = 16

    ROW: Final = 41
    GROUP_ROW: Final = 34
    FIELD: Final = 32
    CHIP: Final = 22
    SCROLL_BAR: Final = 12
    ICON: Final = 18
    FOCUS: Final = 2
    MARK: Final = 3
    DOT: Final = 8
    HEADER: Final = 58

    NAVIGATION: Final = 208
    WHY_PANEL: Final = 340
    SEARCH: Final = 330
    CITIZEN_SIDE: Final = 556
    FORM_AT_MOST: Final = 700
    FORM: Final = 460
    WINDOW: Final = (1440, 860)
    SMALLEST_WINDOW: Final = (1080, 600)
    DIALOG: Final = (680, 560)
    MANUAL_WINDOW: Final = (940, 720)
    MANUAL_CONTENTS: Final = 220
    MANUAL_PICTURE: Final = 620

    # The search of everything.
    PALETTE: Final = (760, 580)
    PALETTE_TOP: Final = 72
    PALETTE_FIELD: Final = 54
    READING: Final = 820

    # The table of rules: task, applies to, counted from, due, opens, amber, class, ground.
    RULE_COLUMNS: Final = (220, 150, 165, 140, 110, 90, 140, 145)
    RULE_TASK_AT_LEAST: Final = 226

    # The queue's columns: deadline, citizen, task, match, benefit, holder, next step. The task takes what is left.
    QUEUE_COLUMNS: Final = (116, 236, 300, 62, 126, 110, 144)
    QUEUE_TASK_AT_LEAST: Final = 196
    # In a lower window what stands above the list is folded to one line.
    FOLD_FIGURES_BELOW: Final = 820
    FOLD_DAY_BELOW: Final = 1000
    OPTION: Final = 26
    FILTER_PANEL: Final = 640
    FILTER_CAPTION: Final = 92
    FACT_CAPTION: Final = 84
    DETAIL: Final = (720, 620)
    LINK: Final = 24
    CHART: Final = 150

    # The caseload's columns, in the order of `app.cases.caseload_row.CaseColumn`.
    CASE_COLUMNS: Final = (206, 58, 106, 80, 170, 130, 118, 102, 112, 216, 116, 84, 110, 150, 84, 104)
    POPOVER: Final = 320

    # What waits in other systems: how long, citizen, what; the systems take what is left.
    TRANSFER_COLUMNS: Final = (84, 204, 190)
    TRANSFER_PANEL: Final = 420
    TRANSFER_LABEL: Final = 124

    # Files in: the list of files with its chip, a chosen column, a row of two lines, and the columns of the lists:
    # line, what becomes of it, and a cell's least and most; citizen, holder, day; citizen, field, value, day; day,
    # kind, figure.
    IMPORT_FILES: Final = 288
    IMPORT_STATE: Final = 122
    IMPORT_COLUMN: Final = 240
    IMPORT_ROW: Final = 50
    IMPORT_COLUMNS: Final = (64, 96, 84, 230)
    MISSING_COLUMNS: Final = (300, 200, 120)
    DIFFERING_COLUMNS: Final = (230, 130, 190, 96)
    MISSING_OFFER_COLUMNS: Final = (110, 360, 260, 120)
    RUN_COLUMNS: Final = (170, 200, 96)

    # The guide's columns: tick, offer, dot and line, citizens, next start, criteria. The offer takes what is left.
    GUIDE_COLUMNS: Final = (40, 300, 238, 116, 138, 80)
    GUIDE_COLUMNS_NARROW: Final = (36, 220, 212, 106, 134, 60)
    GUIDE_WIDE: Final = 960
    GUIDE_ROW: Final = 55
    TICK: Final = 16
    TRACK: Final = 18
    INTERVAL: Final = 4
    ESTIMATE: Final = 10
    # The bold share beside dot and line, as wide as "100 %".
    SHARE: Final = 46
    # Where a press folds the offers of a family out.
    SIMILAR: Final = 96
    COMPARE: Final = (1080, 640)
    COMPARE_CAPTION: Final = 196
    OFFER_PROFILE: Final = (940, 600)
    DECISION: Final = (990, 712)
    PROFILE_CAPTION: Final = 150

    LETTER_PREVIEW: Final = 420
    LETTER: Final = 620
    HOUR: Final = 80

    CORNER: Final = 6
    CARD_CORNER: Final = 8
    CHIP_CORNER: Final = 4


class Space:
    """Distances between things."""

    XS: Final = 4
    S: Final = 8
    M: Final = 12
    L: Final = 16
    XL: Final = 22


class Weight:
    """The three weights that the program brings with it."""

    NORMAL: Final = 400
    MEDIUM: Final = 500
    STRONG: Final = 600
