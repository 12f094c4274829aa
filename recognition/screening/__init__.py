"""Screening: is the case whole, in time, allowed, not yet rewarded? Each answer with its clause."""
