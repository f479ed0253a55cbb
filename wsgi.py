"""The application for the WSGI server: `gunicorn -c gunicorn.conf.py wsgi:app`."""

import config
from app import create_app
from app.observability import logging

logging.begin()
try:
    app = create_app(config.load())
except config.ConfigurationError as error:
    logging.refuse(error.faults)
except Exception:
    logging.refuse()
