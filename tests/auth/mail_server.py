"""A mail server in this process, with enough of SMTP to accept or refuse a mail."""

import socketserver
import ssl
import threading
from email import message_from_bytes, policy
from email.message import EmailMessage

from tests.mailed_codes import codes_in


class MailServer:
    """Store all mails that are sent to it. `refuses`: refuse every recipient with `reply`, by default for the moment.

    `refuses_login`: refuse every name and password.
    With `tls`, connections are encrypted from the start.
    """

    def __init__(self, tls: ssl.SSLContext | None = None, address: tuple[str, int] = ("127.0.0.1", 0)) -> None:
        self._scheme = "smtps" if tls else "smtp"
        self.mails: list[EmailMessage] = []
        self.logins: list[str] = []
        self.refuses = self.refuses_login = False
        self.reply = "451 not now"
        self._server = socketserver.ThreadingTCPServer(address, self._handler())
        self._server.daemon_threads = True
        if tls:
            self._server.socket = tls.wrap_socket(self._server.socket, server_side=True)
        threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()

    @property
    def url(self) -> str:
        return f"{self._scheme}://127.0.0.1:{self._server.server_address[1]}"

    @property
    def codes(self) -> list[str]:
        """Return the six digits of each mail, the oldest first."""
        return [code for mail in self.mails for _, code in codes_in(mail.get_content())]

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[socketserver.StreamRequestHandler]:
        box = self

        class Handler(socketserver.StreamRequestHandler):
            def handle(self) -> None:
                self.say("220 postbox")
                for line in iter(self.rfile.readline, b""):
                    verb = line[:4].upper().strip()
                    if verb == b"EHLO":
                        self.say("250-postbox\r\n250 AUTH PLAIN")
                    elif verb == b"AUTH":
                        box.logins.append(line.decode().split()[2])
                        self.say("535 jo has another password" if box.refuses_login else "235 ok")
                    elif verb == b"RCPT" and box.refuses:
                        self.say(f"{box.reply}, {line.decode().strip()}")
                    elif verb == b"DATA":
                        self.say("354 go on")
                        lines = list(iter(self.rfile.readline, b".\r\n"))
                        box.mails.append(message_from_bytes(b"".join(lines), policy=policy.default))
                        self.say("250 taken")
                    elif verb == b"QUIT":
                        self.say("221 bye")
                        return
                    else:
                        self.say("250 ok")

            def say(self, text: str) -> None:
                self.wfile.write(f"{text}\r\n".encode())

        return Handler
