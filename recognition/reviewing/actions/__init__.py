"""What secretaries and reviewers do: deal out cases, score them, compare, put them on the list."""
