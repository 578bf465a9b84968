"""The one style sheet. Widgets are told apart by their `role` property, not by colour or size of their own."""

from __future__ import annotations

from ui.theme.icons import icon_file
from ui.theme.tokens import Colours, Pair, Size, Space, Tone, Weight

_CHECK = icon_file("check-white")
_CHEVRON = icon_file("chevron-down-field")


def style_sheet(colours: Colours) -> str:
    """Return the style sheet of a set of roles."""
    return "\n".join((_base(colours), _navigation(colours), _surfaces(colours), _inputs(colours), _lists(colours)))


def _text(size: int, colour: str, weight: int = Weight.NORMAL) -> str:
    return f"font-size: {size}px; color: {colour}; font-weight: {weight}; background: transparent;"


def _pair(pair: Pair) -> str:
    return f"color: {pair.ink}; background: {pair.ground};"


def _base(c: Colours) -> str:
    wrong = c.chips[Tone.RED]
    return f"""
QLabel {{ background: transparent; }}
QLabel[role="title"] {{ {_text(Size.TITLE, c.ink, Weight.STRONG)} }}
QLabel[role="heading"] {{ {_text(Size.HEADING, c.ink, Weight.STRONG)} }}
QLabel[role="label"] {{ {_text(Size.LABEL, c.ink, Weight.MEDIUM)} }}
QLabel[role="strong"] {{ {_text(Size.BODY, c.ink, Weight.STRONG)} }}
QLabel[role="muted"] {{ {_text(Size.BODY, c.muted)} }}
QLabel[role="fine"] {{ {_text(Size.LABEL, c.muted)} }}
QLabel[role="wrong"] {{ {_text(Size.LABEL, wrong.ink, Weight.MEDIUM)} }}
QLabel[role="code"] {{ {_text(Size.CODE, c.ink, Weight.MEDIUM)} letter-spacing: 1px; padding: {Space.M}px;
    background: {c.reason}; border: 1px solid {c.line}; border-radius: {Size.CORNER}px; }}
QToolTip {{ color: {c.ink}; background: {c.surface}; border: 1px solid {c.line}; padding: {Space.XS}px; }}
"""


def _navigation(c: Colours) -> str:
    return f"""
QFrame[role="navigation"] {{ background: {c.navigation.ground}; border: none; }}
QFrame[role="navigation"] QLabel {{ {_text(Size.LABEL, c.navigation.ink)} }}
QFrame[role="navigation"] QLabel[role="brand"] {{ {_text(Size.HEADING, c.navigation_strong, Weight.STRONG)} }}
QFrame[role="navigation"] QLabel[role="badge"] {{ {_pair(c.navigation_current)} font-size: {Size.LABEL}px;
    font-weight: {Weight.MEDIUM}; border-radius: {Size.CARD_CORNER}px; padding: 1px {Space.S - 1}px; }}
QFrame[role="navigation"] QPushButton {{ {_pair(c.navigation)} border: {Size.FOCUS}px solid transparent;
    border-radius: {Size.CORNER}px; padding: 0 {Space.S}px; min-height: {Size.FIELD}px; text-align: left;
    font-weight: {Weight.MEDIUM}; }}
QFrame[role="navigation"] QPushButton:hover {{ color: {c.navigation_strong}; }}
QFrame[role="navigation"] QPushButton:checked {{ {_pair(c.navigation_current)} }}
QFrame[role="navigation"] QPushButton:focus {{ border-color: {c.navigation_strong}; }}
QFrame[role="navigation"] QLabel[role="aside"] {{ {_text(Size.LABEL, c.navigation_aside)} }}
QFrame[role="navigation"] QFrame[role="dot"] {{ background: {c.navigation_fine}; border: none;
    border-radius: {Size.DOT // 2}px; min-width: {Size.DOT}px; max-width: {Size.DOT}px;
    min-height: {Size.DOT}px; max-height: {Size.DOT}px; }}
QFrame[role="navigation"] QFrame[role="dot"][tone="amber"] {{ background: {c.navigation_care}; }}
QFrame[role="navigation"] QFrame[role="rule"] {{ background: {c.navigation_line}; border: none; max-height: 1px; }}
"""


def _surfaces(c: Colours) -> str:
    care, wrong, note = c.chips[Tone.AMBER], c.chips[Tone.RED], c.chips[Tone.BLUE]
    return f"""
QMainWindow, QDialog, QWidget[role="ground"] {{ background: {c.ground}; }}
QFrame[role="header"] {{ background: {c.surface}; border: none; border-bottom: 1px solid {c.line}; }}
QFrame[role="foot"] {{ background: {c.surface}; border: none; border-top: 1px solid {c.line}; }}
QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {Size.CARD_CORNER}px; }}
QFrame[role="side"] {{ background: {c.surface}; border: none; border-left: 1px solid {c.line}; }}
QFrame[role="reason"] {{ background: {c.reason}; border: none; border-left: 3px solid {c.accent};
    border-radius: {Size.CHIP_CORNER}px; }}
QFrame[role="notice"] {{ {_pair(note)} border: none; }}
QFrame[role="notice"][tone="amber"] {{ {_pair(care)} }}
QFrame[role="notice"][tone="red"] {{ {_pair(wrong)} }}
QFrame[role="notice"] QLabel {{ color: {note.ink}; }}
QFrame[role="notice"][tone="amber"] QLabel {{ color: {care.ink}; }}
QFrame[role="notice"][tone="red"] QLabel {{ color: {wrong.ink}; }}
{_chips(c)}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: none; }}
"""


def _chips(c: Colours) -> str:
    shape = f"border-radius: {Size.CHIP_CORNER}px; padding: 2px {Space.S}px; font-weight: {Weight.MEDIUM};"
    return "\n".join(
        f'QLabel[role="chip"][tone="{tone}"] {{ {_pair(pair)} font-size: {Size.LABEL}px; {shape} }}'
        for tone, pair in c.chips.items()
    )


def _inputs(c: Colours) -> str:
    wrong = c.chips[Tone.RED]
    # A focus ring is two pixels of border; the padding gives way, so that nothing moves.
    return f"""
QLineEdit, QComboBox, QPlainTextEdit {{ color: {c.ink}; background: {c.surface}; border: 1px solid {c.field_border};
    border-radius: {Size.CORNER}px; padding: 0 {Space.S}px; selection-background-color: {c.accent};
    selection-color: {c.on_accent}; }}
QLineEdit, QComboBox {{ min-height: {Size.FIELD - 2}px; }}
QPlainTextEdit {{ padding: {Space.S}px; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit:focus {{ border: {Size.FOCUS}px solid {c.link};
    padding: 0 {Space.S - 1}px; }}
QLineEdit[wrong="true"] {{ border-color: {wrong.ink}; }}
QComboBox::drop-down {{ border: none; width: {Size.FIELD - Space.S}px; }}
QComboBox::down-arrow {{ image: url("{_CHEVRON}"); width: {Size.ICON - 2}px; height: {Size.ICON - 2}px; }}
QComboBox QAbstractItemView {{ color: {c.ink}; background: {c.surface}; border: 1px solid {c.line};
    selection-background-color: {c.accent}; selection-color: {c.on_accent}; outline: none; }}
QPushButton {{ color: {c.ink}; background: {c.surface}; border: 1px solid {c.field_border};
    border-radius: {Size.CORNER}px; padding: 0 {Space.M}px; min-height: {Size.FIELD - 2}px;
    font-weight: {Weight.MEDIUM}; }}
QPushButton:hover {{ background: {c.hover}; }}
QPushButton:focus {{ border: {Size.FOCUS}px solid {c.link}; padding: 0 {Space.M - 1}px;
    min-height: {Size.FIELD - 4}px; }}
QPushButton:disabled {{ color: {c.disabled}; border-color: {c.line}; }}
QPushButton[role="primary"] {{ color: {c.on_accent}; background: {c.accent}; border-color: {c.accent}; }}
QPushButton[role="primary"]:hover {{ background: {c.accent_hover}; }}
QPushButton[role="primary"]:focus {{ border: {Size.FOCUS}px solid {c.ink}; }}
QPushButton[role="primary"]:disabled {{ color: {c.disabled}; background: {c.group_row}; border-color: {c.line}; }}
QPushButton[role="link"] {{ color: {c.link}; background: transparent; border: {Size.FOCUS}px solid transparent;
    padding: 0 {Space.XS}px; text-align: left; }}
QPushButton[role="link"]:focus {{ border-color: {c.link}; }}
QPushButton[role="search"] {{ color: {c.muted}; text-align: left; font-weight: {Weight.NORMAL}; }}
QPushButton[role="tab"]:checked {{ color: {c.on_accent}; background: {c.accent}; border-color: {c.accent}; }}
QPushButton[role="tab"]:checked:focus {{ border: {Size.FOCUS}px solid {c.ink}; }}
QCheckBox {{ color: {c.ink}; background: transparent; spacing: {Space.S}px; min-height: 24px; }}
QCheckBox::indicator {{ width: {Size.ICON}px; height: {Size.ICON}px; background: {c.surface};
    border: 1px solid {c.field_border}; border-radius: {Size.CHIP_CORNER}px; }}
QCheckBox::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url("{_CHECK}"); }}
QCheckBox::indicator:focus {{ border: {Size.FOCUS}px solid {c.link}; width: {Size.ICON - 2}px;
    height: {Size.ICON - 2}px; }}
QProgressBar {{ color: {c.ink}; background: {c.group_row}; border: none; border-radius: {Space.XS}px;
    min-height: {Space.S}px; max-height: {Space.S}px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: {Space.XS}px; }}
"""


def _lists(c: Colours) -> str:
    return f"""
QTableView {{ color: {c.ink}; background: transparent; border: none; outline: none; gridline-color: transparent;
    selection-background-color: {c.selection}; selection-color: {c.ink}; }}
QTableView[role="plain"]::item {{ padding: 0 {Space.M}px; }}
QTableView[role="plain"]::item:selected {{ color: {c.ink}; background: {c.selection}; }}
QTableView[role="plain"]:focus {{ border: {Size.FOCUS}px solid {c.link}; border-radius: {Size.CORNER}px; }}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{ {_text(Size.LABEL, c.muted, Weight.MEDIUM)} border: none; border-bottom: 1px solid {c.line};
    padding: 0 {Space.M}px; min-height: {Size.GROUP_ROW}px; }}
QTableCornerButton::section {{ background: transparent; border: none; }}
QListWidget, QTextBrowser {{ color: {c.ink}; background: {c.surface}; border: 1px solid {c.line};
    border-radius: {Size.CARD_CORNER}px; outline: none; }}
QListWidget:focus, QTextBrowser:focus {{ border: {Size.FOCUS}px solid {c.link}; }}
QListWidget::item {{ padding: 0 {Space.M}px; }}
QListWidget::item:selected {{ color: {c.ink}; background: {c.selection}; }}
QScrollBar:vertical {{ background: transparent; width: {Size.SCROLL_BAR}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {Size.SCROLL_BAR}px; margin: 0; }}
QScrollBar::handle {{ background: {c.field_border}; border-radius: {Space.XS}px; margin: 2px;
    min-height: {Size.FIELD}px; min-width: {Size.FIELD}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
