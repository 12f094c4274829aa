"""Units, people and accounts from one Excel workbook: checked row by row, shown, then stored in one transaction."""

from recognition.accounts.importing.check import check
from recognition.accounts.importing.keep import keep
from recognition.accounts.importing.marks import marked
from recognition.accounts.importing.plan import Kept, Plan, Row, Standing
from recognition.accounts.importing.template import template

__all__ = ["Kept", "Plan", "Row", "Standing", "check", "keep", "marked", "template"]
