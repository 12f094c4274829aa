"""Certificates: numbers taken at issue, facts frozen and signed; the register; checking by anybody; publication."""
