"""Nominations (đề nghị khen thưởng): the one thing that travels from a unit to the council and to a decision."""
