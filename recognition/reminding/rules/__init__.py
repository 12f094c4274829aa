"""Who is reminded of what on a day, and what a letter says: pure functions over plain facts."""
