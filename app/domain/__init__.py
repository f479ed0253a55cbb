"""What the portal is about: accounts, jobs, statements, invoices, and their rules. Imports nothing from `app`."""
