"""Notices of what became of a submission, and the e-mails to contractors and offices."""
