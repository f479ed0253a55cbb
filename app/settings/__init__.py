"""The portal's settings: the rules for each variable, and the agencies. `config.py` reads them."""
