"""Single sign-on: other systems vouch for a person's e-mail address, by OpenID Connect or by handing over a token."""
