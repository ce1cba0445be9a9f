"""Certificates for the tests of signing, made afresh: nobody else trusts them."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from asn1crypto import x509 as asn1_x509
from asn1crypto.keys import PrivateKeyInfo
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

PASSPHRASE = "korrekt Pferd “батарея”"
NOW = datetime.now(UTC)


@dataclass(frozen=True)
class Issued:
    """A certificate and its key."""

    key: object
    certificate: x509.Certificate

    def packed(self, passphrase=PASSPHRASE, *, with_key=True):
        """As PKCS#12."""
        secret = BestAvailableEncryption(passphrase.encode())
        key = self.key if with_key else None
        own = self.certificate if with_key else None
        others = None if with_key else [self.certificate]
        return pkcs12.serialize_key_and_certificates(b"test", key, own, others, secret)

    @property
    def asn1(self):
        """The certificate as pyHanko reads it."""
        return asn1_x509.Certificate.load(self.certificate.public_bytes(Encoding.DER))

    @property
    def asn1_key(self):
        """The key as pyHanko reads it."""
        data = self.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
        return PrivateKeyInfo.load(data)


def issued(name="Desk 2", *, kind="rsa", since=-1, until=30, stamps=False):
    """A certificate signed by itself, from `since` to `until`, in days from now."""
    key = _key(kind)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    builder = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(NOW + timedelta(days=since))
        .not_valid_after(NOW + timedelta(days=until))
        .add_extension(_usage(), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    )
    if stamps:
        use = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
        builder = builder.add_extension(use, critical=True)
    return Issued(key, builder.sign(key, hashes.SHA256()))


def _key(kind):
    if kind == "ec":
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def _usage():
    named = "key_encipherment data_encipherment key_agreement key_cert_sign crl_sign"
    off = dict.fromkeys([*named.split(), "encipher_only", "decipher_only"], False)
    return x509.KeyUsage(digital_signature=True, content_commitment=True, **off)
