"""An invented province in 2026: one campaign, for the first look, for tests, pictures and benchmarks."""
