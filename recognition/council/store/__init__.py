"""SQL of the council: `councils`, `sessions`, `agenda`, `counts`."""
