"""How a connection was secured, for the record."""

import hashlib
import ssl
from datetime import UTC, datetime
from typing import Any


def of(connection: ssl.SSLObject | ssl.SSLSocket | None) -> dict[str, Any]:
    """The facts of a TLS connection, as `Collection.tls` keeps them; empty without TLS."""
    if connection is None:
        return {}
    said: Any = connection.getpeercert() or {}
    cipher = connection.cipher()
    return {
        "version": connection.version() or "",
        "cipher": cipher[0] if cipher else "",
        "subject": _name(said.get("subject", ())),
        "issuer": _name(said.get("issuer", ())),
        "not_before": _time(said.get("notBefore", "")),
        "not_after": _time(said.get("notAfter", "")),
        "sha256": hashlib.sha256(connection.getpeercert(binary_form=True) or b"").hexdigest(),
        "verified": True,
    }


def _name(pieces: Any) -> str:
    """A distinguished name in the order of the certificate: `organizationName=…, commonName=…`."""
    return ", ".join(f"{key}={value}" for group in pieces for key, value in group)


def _time(stated: str) -> str:
    if not stated:
        return ""
    return datetime.fromtimestamp(ssl.cert_time_to_seconds(stated), UTC).isoformat()
