"""Who may sign in, as what, from where."""
