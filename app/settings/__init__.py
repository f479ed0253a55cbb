"""The portal's settings: what each variable may hold, and the agencies. `config.py` reads them."""
