"""Who decides and prints, by which rules, with which awards and money. The first room of the road."""
