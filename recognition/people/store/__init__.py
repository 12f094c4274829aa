"""SQL of people (`persons`) and of everybody who can be rewarded (`recipients`)."""
