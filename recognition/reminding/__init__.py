"""Reminding units and people of what is due: composed from the record, looked at by a person, only then sent."""
