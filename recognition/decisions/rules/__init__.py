"""The law of decisions as pure functions: what may be recorded, in which order, when it must be made public."""
