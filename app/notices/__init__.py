"""Who is told what became of a submission: notices that become due, and the e-mails that they turn into."""
