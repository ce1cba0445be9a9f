"""The style sheet, with names for every colour and length.

Widgets say what they are by dynamic properties: `primary`, `flat`, `link` on buttons; `surface`,
`edge`, `card` on frames; `tone` and `textsize` on labels; `plain` on fields without a frame.
"""

SHEET = """
QMainWindow, QDialog { background: $window; }
QDialog { background: $panel; }
QFrame[surface="window"] { background: $window; border: none; }
QFrame[surface="panel"] { background: $panel; border: none; }
QFrame[surface="panel_2"] { background: $panel_2; border: none; }
QFrame[edge="right"] { border-right: 1px solid $line; }
QFrame[edge="left"] { border-left: 1px solid $line; }
QFrame[edge="top"] { border-top: 1px solid $line; }
QFrame[edge="bottom"] { border-bottom: 1px solid $line; }
QFrame[card="true"] { background: $panel; border: 1px solid $line; border-radius: $px10; }
QFrame[card="true"][held="true"] { background: $accent_soft; border-color: $accent; }

QLabel { background: transparent; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="good"] { color: $supports; }
QLabel[tone="bad"] { color: $contradicts; }
QLabel[textsize="small"] { font-size: $fine; }
QLabel[textsize="caps"] { font-size: $px11; font-weight: 600; color: $muted; }
QLabel[textsize="strong"] { font-weight: 600; }
QLabel[textsize="heading"] { font-size: $px15; font-weight: 600; }
QLabel[textsize="title"] { font-size: $px24; font-weight: 600; }
QLabel[textsize="fact"] { font-size: $fine_2; }
QLabel[textsize="mono"] { font-family: $mono; font-size: $px11; }
QLabel[textsize="quote"] { font-family: $reading; font-size: $px13; }
QLabel[textsize="reading"] { font-family: $reading; font-size: $read; }
QLabel[textsize="headline"] { font-family: $reading; font-size: $px24; font-weight: 600; }

QPushButton {
  min-height: $px28; padding: 0 $px12; border: 1px solid $line; border-radius: $px7;
  background: $panel; color: $text; font-weight: 500;
}
QPushButton:hover { background: $panel_2; border-color: $faint; }
QPushButton:pressed, QPushButton:checked { background: $accent_soft; color: $accent; }
QPushButton:disabled { color: $faint; background: $panel_2; border-color: $line; }
QPushButton:focus { border: 2px solid $accent; min-height: $px26; padding: 0 $px11; }
QPushButton::menu-indicator {
  image: url("$controls/chevron-down.svg"); width: $px12; height: $px12;
  subcontrol-position: right center; subcontrol-origin: padding; right: $px8;
}
QPushButton[menu="true"], QPushButton[menu="true"]:focus { padding-right: $px20; }
QPushButton[primary="true"] {
  background: $accent; border-color: $accent; color: $on_accent;
}
QPushButton[primary="true"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[primary="true"]:focus { border: 2px solid $text; }
QPushButton[primary="true"]:disabled {
  background: $line; border-color: $line; color: $muted;
}
QPushButton[danger="true"] { color: $contradicts; }
QPushButton[danger="true"]:hover { background: $contradicts_soft; }
QPushButton[link="true"] {
  min-height: $px18; padding: 0 $px4; border: 1px solid transparent; border-radius: $px4;
  background: transparent; color: $accent; font-size: $px11; font-weight: 600;
}
QPushButton[link="true"]:hover { background: $accent_soft; }
QPushButton[link="true"]:focus { border: 2px solid $accent; padding: 0 $px3; min-height: $px16; }
QPushButton[link="true"]:disabled { color: $muted; }
QPushButton[flat="true"] {
  background: transparent; border-color: transparent; color: $muted; padding: 0 $px8;
}
QPushButton[flat="true"]:hover { background: $accent_soft; color: $text; }
QPushButton[flat="true"]:checked { background: $accent_soft; color: $accent; }
QPushButton[flat="true"]:focus { border: 2px solid $accent; padding: 0 $px7; }
QPushButton[flat="true"][menu="true"], QPushButton[flat="true"][menu="true"]:focus {
  padding-right: $px18;
}

QPushButton[heading="true"] { color: $text; font-size: $px15; font-weight: 600; }

QPushButton[segment="first"], QPushButton[segment="middle"], QPushButton[segment="last"],
QPushButton[segment="only"] {
  min-height: $px22; padding: 0 $px10; border-radius: 0; font-size: $fine_2; font-weight: 400;
}
QPushButton[segment="middle"], QPushButton[segment="last"] { border-left: none; }
QPushButton[segment="first"] {
  border-top-left-radius: $px7; border-bottom-left-radius: $px7;
}
QPushButton[segment="last"] {
  border-top-right-radius: $px7; border-bottom-right-radius: $px7;
}
QPushButton[segment="only"] { border-radius: $px7; }
QPushButton[segment]:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QPushButton[segment]:focus {
  border: 2px solid $accent; min-height: $px20; padding: 0 $px8;
}

QToolButton {
  border: 1px solid transparent; border-radius: $px7; background: transparent; color: $muted;
  padding: $px4; font-weight: 500;
}
QToolButton:hover { background: $accent_soft; color: $text; }
QToolButton:pressed, QToolButton:checked { background: $accent_soft; color: $accent; }
QToolButton:disabled { color: $faint; }
QToolButton:focus { border: 2px solid $accent; padding: $px3; }
QToolButton::menu-indicator { image: none; }

QAbstractScrollArea { background: $panel; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget { background: transparent; border: none; }

QLineEdit, QTextEdit, QPlainTextEdit, QAbstractSpinBox, QComboBox {
  border: 1px solid $line; border-radius: $px7; background: $panel; color: $text;
}
QLineEdit, QTextEdit, QPlainTextEdit {
  selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QAbstractSpinBox, QComboBox { min-height: $px28; padding: 0 $px8; }
QTextEdit, QPlainTextEdit { padding: $px4; }
QLineEdit:hover, QAbstractSpinBox:hover, QComboBox:hover { border-color: $faint; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid $accent; min-height: $px26; padding: 0 $px7;
}
QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; padding: $px3; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled,
QComboBox:disabled { background: $panel_2; color: $faint; }
QLineEdit[wrong="true"] { border-color: $contradicts; }
QLineEdit[search="true"] { background: $panel_2; }
QLineEdit[plain="true"], QTextEdit[plain="true"], QPlainTextEdit[plain="true"],
QTextEdit[plain="true"]:focus, QPlainTextEdit[plain="true"]:focus {
  border: none; border-radius: 0; padding: 0; background: $panel;
}
QAbstractSpinBox QLineEdit, QComboBox QLineEdit,
QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit:focus {
  border: none; min-height: 0; padding: 0; background: transparent;
}
QAbstractSpinBox { max-height: $px28; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus { margin-left: $px8; }
QComboBox { combobox-popup: 0; }
QComboBox::drop-down { border: none; width: $px24; }
QComboBox::down-arrow {
  image: url("$controls/chevron-down.svg"); width: $px14; height: $px14;
}
QComboBox QAbstractItemView {
  border: 1px solid $line; background: $panel; padding: $px4; outline: 0;
  selection-background-color: $accent_soft; selection-color: $accent;
}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
  border: none; background: transparent; width: $px18; subcontrol-origin: border;
}
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow {
  image: url("$controls/chevron-up.svg"); width: $px12; height: $px12;
}
QAbstractSpinBox::down-arrow {
  image: url("$controls/chevron-down.svg"); width: $px12; height: $px12;
}

QCheckBox, QRadioButton { spacing: $px8; background: transparent; color: $text; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator, QRadioButton::indicator, QAbstractItemView::indicator {
  width: $px14; height: $px14; border: 1px solid $muted; background: $panel;
}
QCheckBox::indicator, QAbstractItemView::indicator { border-radius: $px4; }
QRadioButton::indicator { border-radius: $ring; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked {
  background: $accent; border-color: $accent; image: url("$controls/check.svg");
}
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
  background: $accent; border-color: $accent; image: url("$controls/minus.svg");
}
QRadioButton::indicator:checked {
  background: $accent; border-color: $accent; image: url("$controls/dot.svg");
}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {
  border: 2px solid $accent; width: $px12; height: $px12;
}
QCheckBox::indicator:checked:focus, QRadioButton::indicator:checked:focus {
  border: 2px solid $text;
}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {
  border-color: $line; background: $panel_2;
}

QMenuBar { background: $panel; color: $text; border-bottom: 1px solid $line; }
QMenuBar::item { padding: $px4 $px8; background: transparent; border-radius: $px5; }
QMenuBar::item:selected { background: $accent_soft; color: $accent; }
QMenu { background: $panel; border: 1px solid $line; padding: $px4; color: $text; }
QMenu::item { padding: $px6 $px24 $px6 $px10; border-radius: $px5; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
QMenu::item:disabled { color: $faint; }
QMenu::icon { padding-left: $px8; }
QMenu::separator { height: 1px; background: $line; margin: $px4 $px6; }
QMenu::indicator { width: $px14; height: $px14; left: $px6; }
QMenu::indicator:checked { image: url("$controls/tick.svg"); }
QMenu::right-arrow {
  image: url("$controls/chevron-right.svg"); width: $px14; height: $px14; right: $px4;
}

QTabWidget::pane { border: none; border-top: 1px solid $line; }
QTabWidget::tab-bar { left: $px8; }
QTabBar { background: transparent; qproperty-drawBase: 0; font-weight: 500; }
QTabBar::tab {
  background: transparent; color: $muted; padding: $px10 $px5 $px8 $px5;
  border: 2px solid transparent; border-bottom: 2px solid transparent;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:selected:focus { border: 2px solid $accent; border-radius: $px4; }
QTabBar::tab:disabled { color: $faint; }

QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: $px10; }
QScrollBar:horizontal { height: $px10; }
QScrollBar::handle { background: $faint; border-radius: $px3; margin: $px2; }
QScrollBar::handle:vertical { min-height: $px32; }
QScrollBar::handle:horizontal { min-width: $px32; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QAbstractItemView {
  background: $panel; alternate-background-color: $panel_2; color: $text; outline: 0;
  selection-background-color: $accent_soft; selection-color: $text; border: none;
}
QAbstractItemView[surface="panel_2"] { background: $panel_2; }
QAbstractItemView[popup="true"] { border: 1px solid $line; padding: $px4; }
QTableView { gridline-color: transparent; }
QTableView::item { border: none; border-bottom: 1px solid $line; padding: 0 $px10; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QTableView::item:focus { border: 2px solid $accent; padding: 0 $px8; }
QTableView[painted="true"]::item, QTableView[painted="true"]::item:selected,
QTableView[painted="true"]::item:focus { border: none; background: transparent; }
QListView::item:selected, QTreeView::item:selected { background: $accent_soft; color: $text; }
QListView::item, QTreeView::item { min-height: $px24; padding: 0 $px6; }
QComboBox QAbstractItemView::item { min-height: $px26; border-radius: $px5; }
QTreeView::branch { background: transparent; }
QTreeView::branch:has-children:closed { image: url("$controls/chevron-right.svg"); }
QTreeView::branch:has-children:open { image: url("$controls/chevron-down.svg"); }
QHeaderView { background: $panel_2; border: none; }
QHeaderView::section {
  background: $panel_2; color: $muted; font-size: $fine; font-weight: 600; border: none;
  border-bottom: 1px solid $line; padding: $px8 $px10;
}
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow { image: url("$controls/chevron-up.svg"); width: $px12; height: $px12; }
QHeaderView::down-arrow { image: url("$controls/chevron-down.svg"); width: $px12; height: $px12; }
QTableCornerButton::section { background: $panel_2; border: none; }

QSplitter::handle { background: $line; }
QSplitter::handle:hover, QSplitter::handle:focus { background: $accent; }
QMainWindow::separator { background: $line; width: 1px; height: 1px; }
QToolTip {
  background: $panel; color: $text; border: 1px solid $line; padding: $px4 $px6;
  font-size: $fine_2;
}
QStatusBar { background: $panel; border-top: 1px solid $line; color: $muted; font-size: $fine; }
QStatusBar::item { border: none; }
QProgressBar {
  border: none; border-radius: $px3; background: $line; min-height: $px6; max-height: $px6;
  color: transparent;
}
QProgressBar::chunk { background: $accent; border-radius: $px3; }
QGroupBox {
  border: 1px solid $line; border-radius: $px7; margin-top: $px20; padding: $px10;
  font-weight: 600;
}
QGroupBox::title { subcontrol-origin: margin; left: 0; color: $muted; }
QSlider::groove:horizontal { height: $px4; border-radius: $px2; background: $line; }
QSlider::handle:horizontal {
  width: $px14; height: $px14; margin: -$px5 0; border-radius: $px7; background: $accent;
}
QSlider:focus { border: 2px solid $accent; border-radius: $px7; }
QDockWidget { titlebar-close-icon: none; color: $text; }
"""
