"""SQL of issuing: `awards` (read), `certificates`, `register`, `publications`."""
