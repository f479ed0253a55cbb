"""Business objects and rules: accounts, jobs, statements, invoices, submissions. Imports nothing from `app`."""
