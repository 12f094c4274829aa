"""The impact ledger: every figure that models brought, each with its unit of measure; one thing that two units claim counts once."""
