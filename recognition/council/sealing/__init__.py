"""The sealed ballot as pure functions: shares of a key, sealed ballots, the urn, the tally. No database, no clock.

Randomness and the cost of stretching a passphrase come as arguments, so that tests are fast and repeatable.
What it promises and what it cannot is told in `docs/decisions/0010-sealed-ballot.md`.
"""
