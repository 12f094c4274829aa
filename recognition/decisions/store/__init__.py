"""SQL of decisions: `decisions`, `lines`, `awards`."""
