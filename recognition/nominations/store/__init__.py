"""SQL of nominations, deeds, revisions, evidence and drafts: the one place that writes these tables."""
