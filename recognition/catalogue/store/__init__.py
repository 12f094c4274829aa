"""SQL of the catalogue, one file per table: `issuers`, `awards`, `regulations`, `holidays`."""
