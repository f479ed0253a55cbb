"""The web server: gunicorn with a worker that receives a whole request before a thread handles it."""
