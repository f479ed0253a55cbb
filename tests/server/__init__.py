"""The web server's own part: requests are received whole before a thread handles them."""
