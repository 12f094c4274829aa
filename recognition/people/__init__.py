"""People, their keys, posts and history, and everybody who can be rewarded."""
