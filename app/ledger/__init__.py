"""Every submission on the disk before it is sent: its row, its document, and what is a repeat of it."""
