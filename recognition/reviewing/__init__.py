"""Scoring of cases by reviewers against a campaign's criteria: assigned, masked, locked, compared."""
