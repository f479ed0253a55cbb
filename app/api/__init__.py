"""HTTP: blueprints, bodies, fields, headers, the middleware, and the description of the API with its page."""
