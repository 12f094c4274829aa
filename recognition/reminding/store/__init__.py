"""SQL of reminding: what still waits, read across nouns, and the letters about it."""
