"""Word and Excel papers from facts: facts in, bytes out. Knows no database and no clock."""
