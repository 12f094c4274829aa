"""Democracy at the grassroots: what units do for it beside examples - dialogues, reviews, outreach, inspections - and what was promised there."""
