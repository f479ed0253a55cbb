"""The application for the WSGI server: `gunicorn -c gunicorn.conf.py wsgi:app`."""

import sys

import config
from app import create_app

try:
    app = create_app(config.load())
except config.ConfigurationError as error:
    sys.exit(str(error))
