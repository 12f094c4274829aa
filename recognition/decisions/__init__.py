"""Decisions: drafted from what passed, numbered from the office's own book, recorded once; recording makes the awards."""
