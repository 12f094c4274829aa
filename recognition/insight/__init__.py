"""Figures, search and histories across the nouns: reads much, writes nothing."""
