"""HTTP: blueprints, bodies, fields, conditional requests and the OpenAPI description."""
