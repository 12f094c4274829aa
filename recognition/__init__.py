"""What the product does: one room per noun, in the order of a case's road."""
