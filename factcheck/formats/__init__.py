"""How each language orders a date. Templates and code call the orders by their names."""
