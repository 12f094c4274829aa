"""The law and the customs of voting, as pure functions over whole numbers."""
