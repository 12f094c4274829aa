"""What people do with thanks: read, thank, say a word, decide what the public reads, count."""

from recognition.thanks.actions.deciding import approve, awaiting, hide, keep
from recognition.thanks.actions.giving import appreciate, take_back, thank, unthank
from recognition.thanks.actions.reading import counts, find, for_me, get, may, measured, of_case, public

__all__ = [
    "appreciate", "approve", "awaiting", "counts", "find", "for_me", "get", "hide", "keep", "may", "measured", "of_case", "public", "take_back", "thank", "unthank",
]  # fmt: skip
