"""The one style sheet. Widgets are told apart by their `role` property, not by colour or size of their own."""

from __future__ import annotations

from ui.theme.icons import icon_file
from ui.theme.tokens import Colours, Pair, Size, Space, Tone, Weight

_CHECK = icon_file("check-white")
_CHEVRON = icon_file("chevron-down-field")
_CHEVRON_AT_THE_END = icon_file("chevron-down-end")


def style_sheet(colours: Colours) -> str:
    """Return the style sheet of a set of roles."""
    parts = (_base, _navigation, _surfaces, _inputs, _lists, _search)
    return "\n".join(part(colours) for part in parts)


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
QLabel[role="part"] {{ {_text(Size.LABEL, c.muted, Weight.STRONG)} }}
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
QFrame[role="navigation"] QPushButton:checked QLabel[role="badge"] {{ background: {c.navigation.ground}; }}
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
QFrame[role="rule"] {{ background: {c.line}; border: none; max-height: 1px; }}
QFrame[role="card"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {Size.CARD_CORNER}px; }}
QFrame[role="popover"] {{ background: {c.surface}; border: 1px solid {c.field_border}; }}
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
    # Qt itself leaves room for its own arrow in a button with a menu, half of it on either side of the text.
    # A focus ring is two pixels of border; the padding gives way, so that nothing moves.
    return f"""
QLineEdit, QComboBox, QPlainTextEdit {{ color: {c.ink}; background: {c.surface}; border: 1px solid {c.field_border};
    border-radius: {Size.CORNER}px; padding: 0 {Space.S}px; selection-background-color: {c.accent};
    selection-color: {c.on_accent}; }}
QLineEdit, QComboBox {{ min-height: {Size.FIELD - 2}px; }}
QPlainTextEdit {{ padding: {Space.S}px; }}
QLineEdit, QPlainTextEdit {{ placeholder-text-color: {c.muted}; }}
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
    padding: 0; min-height: {Size.LINK - 2 * Size.FOCUS}px; text-align: left; }}
QPushButton[role="link"]:focus {{ border-color: {c.link}; min-height: {Size.LINK - 2 * Size.FOCUS}px; padding: 0; }}
QPushButton[role="link"]:hover {{ text-decoration: underline; }}
QPushButton[role="link"]:disabled {{ color: {c.disabled}; font-weight: {Weight.NORMAL}; }}
QPushButton[role="section"] {{ {_text(Size.BODY, c.ink, Weight.STRONG)} border: {Size.FOCUS}px solid transparent;
    padding: 0 {Space.XS}px; text-align: left; min-height: {Size.FIELD - Space.S}px; }}
QPushButton[role="section"]:focus {{ border-color: {c.link}; }}
QPushButton[role="quiet-link"] {{ color: {c.link}; background: transparent; border: {Size.FOCUS}px solid transparent;
    padding: 0; margin-left: -{Size.FOCUS}px; min-height: 20px; text-align: left; }}
QPushButton[role="quiet-link"]:focus {{ border-color: {c.link}; min-height: 20px; padding: 0; }}
QPushButton[role="search"] {{ color: {c.muted}; text-align: left; font-weight: {Weight.NORMAL}; }}
QPushButton[role="tab"]:checked {{ color: {c.on_accent}; background: {c.accent}; border-color: {c.accent}; }}
QPushButton[role="tab"]:checked:focus {{ border: {Size.FOCUS}px solid {c.ink}; }}
QPushButton[role="option"], QPushButton[role="filter"] {{ min-height: {Size.OPTION - 2}px; padding: 0 {Space.S}px;
    font-size: {Size.LABEL}px; }}
QPushButton[role="option"]:focus, QPushButton[role="filter"]:focus {{ min-height: {Size.OPTION - 4}px;
    padding: 0 {Space.S - 1}px; }}
QPushButton[role="option"]:checked {{ color: {c.on_accent}; background: {c.accent}; border-color: {c.accent}; }}
QPushButton[role="option"]:checked:focus {{ border: {Size.FOCUS}px solid {c.ink}; }}
QPushButton[role="filter"] {{ {_pair(c.chips[Tone.BLUE])} border-color: {c.chips[Tone.BLUE].ground}; }}
QPushButton[role="figure"] {{ border: 1px solid {c.line}; border-radius: {Size.CARD_CORNER}px; padding: 0; }}
QPushButton[role="figure"]:focus {{ border: {Size.FOCUS}px solid {c.link}; padding: 0; }}
QPushButton[role="menu"], QPushButton[role="menu"]:focus {{ padding-left: 2px;
    padding-right: {Space.XL + Space.XS}px; }}
QPushButton[role="menu"]::menu-indicator {{ image: url("{_CHEVRON}"); width: {Size.ICON - 2}px;
    height: {Size.ICON - 2}px; subcontrol-origin: padding; subcontrol-position: right center; right: {Space.S}px; }}
QPushButton[role="opens"] {{ padding-right: {Space.XL + Space.S}px; text-align: left;
    background-image: url("{_CHEVRON_AT_THE_END}"); background-repeat: no-repeat;
    background-position: right center; background-origin: padding; }}
QPushButton[role="opens"]:focus {{ padding-right: {Space.XL + Space.S - 1}px; }}
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
QTableView[role="plain"] QHeaderView::section {{ padding: 0 {Space.M + 3}px; }}
QHeaderView::section {{ {_text(Size.LABEL, c.muted, Weight.MEDIUM)} border: none; border-bottom: 1px solid {c.line};
    padding: 0 {Space.M}px; min-height: {Size.GROUP_ROW}px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QTableCornerButton::section {{ background: transparent; border: none; }}
QListWidget, QTextBrowser {{ color: {c.ink}; background: {c.surface}; border: 1px solid {c.line};
    border-radius: {Size.CARD_CORNER}px; outline: none; }}
QListWidget {{ padding: {Space.XS}px 1px; }}
QListWidget:focus, QTextBrowser:focus {{ border: {Size.FOCUS}px solid {c.link}; }}
QListWidget:focus {{ padding: {Space.XS - 1}px 0; }}
QListWidget::item {{ padding: {Space.XS}px {Space.M}px; }}
QListWidget::indicator {{ width: {Size.ICON - 2}px; height: {Size.ICON - 2}px; background: {c.surface};
    border: 1px solid {c.field_border}; border-radius: {Size.CHIP_CORNER}px; }}
QListWidget::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url("{_CHECK}"); }}
QListWidget::item:selected {{ color: {c.ink}; background: {c.selection}; }}
QListView[role="plain"] {{ background: transparent; border: none; outline: none; }}
QScrollArea[role="detail"] {{ border-top: 1px solid {c.line}; }}
QMenu {{ color: {c.ink}; background: {c.surface}; border: 1px solid {c.line}; padding: {Space.XS}px; }}
QMenu::item {{ padding: {Space.S}px {Space.XL}px {Space.S}px {Space.M}px; border-radius: {Size.CHIP_CORNER}px; }}
QMenu::item:selected {{ background: {c.selection}; }}
QMenu::item:disabled {{ color: {c.disabled}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {Space.XS}px {Space.S}px; }}
{_blocks(c)}
QScrollBar:vertical {{ background: transparent; width: {Size.SCROLL_BAR}px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: {Size.SCROLL_BAR}px; margin: 0; }}
QScrollBar::handle {{ background: {c.field_border}; border-radius: {Space.XS}px; margin: 2px;
    min-height: {Size.FIELD}px; min-width: {Size.FIELD}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def _search(c: Colours) -> str:
    return f"""
QDialog[role="palette"] {{ background: {c.surface}; border: 1px solid {c.field_border}; }}
QDialog[role="palette"] QLineEdit, QDialog[role="palette"] QLineEdit:focus {{ border: none; padding: 0;
    font-size: {Size.HEADING}px; background: transparent; }}
QFrame[role="palette-field"] {{ background: {c.surface}; border: none; border-bottom: 1px solid {c.line}; }}
QListView[role="results"] {{ background: {c.surface}; border: none; outline: none; }}
QLabel[role="key"] {{ {_text(Size.LABEL, c.muted, Weight.MEDIUM)} border: 1px solid {c.line};
    border-radius: {Size.CHIP_CORNER}px; padding: 0 {Space.XS}px; background: {c.ground}; }}
QWidget[role="curtain"] {{ background: {c.ground}; }}
"""


def _blocks(c: Colours) -> str:
    """Appointments of the week; a chosen one has a ring in the colour of its mark."""
    tones = "\n".join(
        f'QPushButton[role="block"][tone="{tone}"] {{ {_pair(pair)} border-left: {Size.MARK}px solid {pair.ink}; }}\n'
        f'QPushButton[role="block"][tone="{tone}"]:checked, QPushButton[role="block"][tone="{tone}"]:focus'
        f" {{ border: {Size.FOCUS}px solid {pair.ink}; border-left: {Size.MARK}px solid {pair.ink}; }}"
        for tone, pair in c.chips.items()
    )
    return f"""QPushButton[role="block"] {{ border: 1px solid {c.line}; border-radius: {Size.CHIP_CORNER}px; padding: 0;
    min-height: 24px; }}
{tones}"""
