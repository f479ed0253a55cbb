"""E-mail: one queue and one sender for sign-in codes, mails about security, and notices; and the SMTP client."""
