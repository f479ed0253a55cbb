"""Financial: statements, invoices, and the figures made of them."""
