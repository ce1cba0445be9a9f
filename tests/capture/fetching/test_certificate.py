"""How a connection was secured."""

import hashlib
import socket
import ssl

from caseboard.capture.fetching import certificate


def test_without_tls_there_is_nothing_to_say():
    assert certificate.of(None) == {}


def test_the_facts_of_a_secure_connection_are_said(web):
    context = ssl.create_default_context(cafile=str(web.certificate))
    port = int(web.secure("").rsplit(":", 1)[-1])
    with (
        socket.create_connection(("127.0.0.1", port)) as plain,
        context.wrap_socket(plain, server_hostname="localhost") as secured,
    ):
        said = certificate.of(secured)
    der = ssl.PEM_cert_to_DER_cert(web.certificate.read_text())
    assert said["sha256"] == hashlib.sha256(der).hexdigest()
    assert said["subject"] == "organizationName=Caseboard tests, commonName=localhost"
    assert said["not_before"].endswith("+00:00")
    assert said["not_before"] < said["not_after"]
    assert said["version"].startswith("TLSv1.")
