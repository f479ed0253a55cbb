"""The application for the WSGI server (`gunicorn -c gunicorn.conf.py wsgi:app`) and for `flask --app wsgi`."""

import sys

from flask import Flask

import config
from app import create_app
from app.agentos.check.report import as_json
from app.cli import commands
from app.cli.shared import is_development_server
from app.observability import logging
from app.settings.env_file import follow_env_file
from app.settings.model import ConfigurationError
from app.settings.warnings import log_warnings
from app.store import migrations

logging.begin()
try:
    if not config.is_kept():  # by gunicorn, which follows the file itself
        follow_env_file()
    settings = config.current()
    app = create_app(settings)
    if is_development_server():
        migrations.log_fault(app.extensions["services"].database, settings.database_url)
        log_warnings(settings)
except ConfigurationError as error:
    if "--help" not in sys.argv and sys.argv[-1] != "version":
        if "--json" in sys.argv:  # the option of `agentos check`, whose reader expects JSON
            print(as_json((), error.faults))
        logging.refuse_to_start(error.faults)
    app = Flask(__name__)  # the help on commands and the version need no settings
    commands.register(app)
except Exception:
    logging.refuse_to_start()
