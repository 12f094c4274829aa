"""Emulation covenants: several units promise one another the same targets, sign, report at the end and are compared."""
