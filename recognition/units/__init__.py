"""Units: a tree whose names, kinds and parents have dates, so that a paper quotes the name of its day."""
