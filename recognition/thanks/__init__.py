"""Thanks under published examples: a press of gratitude, a short word of appreciation, and what the public may read of it."""
