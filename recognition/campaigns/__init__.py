"""Campaigns (phong trào, đợt thi đua): regular or thematic, launched by an issuer down to units."""
