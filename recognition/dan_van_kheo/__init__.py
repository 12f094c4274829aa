"""Exemplary models "Dân vận khéo": registered once, working for years, reported, checked and recognised year by year."""
