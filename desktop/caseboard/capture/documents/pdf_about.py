"""What a PDF says of itself, in words: its dictionary, its make, what it carries besides pages."""

import ctypes
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pypdfium2
from pypdfium2 import raw

from caseboard.capture import safenames
from caseboard.capture.documents import pdf_date, said
from caseboard.capture.documents.pieces import tidy

_KEYS = {"Title", "Author", "Subject", "Keywords", "Creator", "Producer"}
_MAX_ATTACHMENTS = 50
_MAX_FIELDS = 100
_FIELD_PAGES = 50
_MEASURED = 500
_FORMS = {1: "AcroForm", 2: "XFA", 3: "XFA foreground"}
_MILLIMETRES = 25.4 / 72


def words(document: pypdfium2.PdfDocument, data: bytes) -> dict[str, str]:
    """Everything but the XMP; `data` are the bytes of the file. Nothing in it is opened or run."""
    return {
        **_dictionary(document),
        **_make(document),
        **_attachments(document),
        **_scripts(document, data),
        **_form(document),
    }


def _dictionary(document: pypdfium2.PdfDocument) -> dict[str, str]:
    """The document information dictionary, dates as EDTF."""
    told = {key: tidy(value)[:2000] for key, value in document.get_metadata_dict().items()}
    found = {key: value for key, value in told.items() if key in _KEYS and said.is_said(value)}
    for key, name in (("CreationDate", "Created"), ("ModDate", "Changed")):
        moment = pdf_date.edtf(told.get(key, ""))
        if moment is not None:
            found[name] = moment
    return found


def _make(document: pypdfium2.PdfDocument) -> dict[str, str]:
    """Version, size of the pages, protection."""
    version = document.get_version()
    found = {"PDF version": f"{version // 10}.{version % 10}"} if version else {}
    sizes = Counter(_sizes(document))
    if sizes:
        usual, _times = sizes.most_common(1)[0]
        more = f" and {len(sizes) - 1} other sizes" if len(sizes) > 1 else ""
        found["Page size"] = f"{usual[0]} × {usual[1]} mm{more}"
    if raw.FPDF_GetSecurityHandlerRevision(document) >= 0:
        found["Protection"] = "encrypted; opens without a password"
    return found


def _sizes(document: pypdfium2.PdfDocument) -> Iterator[tuple[int, int]]:
    box = raw.FS_SIZEF()
    for index in range(min(len(document), _MEASURED)):
        if raw.FPDF_GetPageSizeByIndexF(document, index, box) and 0 < box.width < 1e6:
            yield round(box.width * _MILLIMETRES), round(box.height * _MILLIMETRES)


def _attachments(document: pypdfium2.PdfDocument) -> dict[str, str]:
    """The names of files attached to the document; none is opened."""
    count = document.count_attachments()
    found: dict[str, str] = {}
    for index in range(min(count, _MAX_ATTACHMENTS)):
        try:
            name = document.get_attachment(index).get_name()
        except pypdfium2.PdfiumError:  # a broken entry of the list
            name = ""
        found[f"Attachment {index + 1}"] = safenames.shown(tidy(name)[:300]) or "unnamed"
    if count > _MAX_ATTACHMENTS:
        found["Attachments"] = str(count)
    return found


def _scripts(document: pypdfium2.PdfDocument, data: bytes) -> dict[str, str]:
    count = raw.FPDFDoc_GetJavaScriptActionCount(document)
    if count > 0 or b"/JavaScript" in data:
        return {"Scripts": "carries scripts; they were not run"}
    return {}


def _form(document: pypdfium2.PdfDocument) -> dict[str, str]:
    """The fields of a form that somebody filled in, by their names."""
    kind = _FORMS.get(document.get_formtype())
    if kind is None:
        return {}
    found = {"Form": kind}
    if document.get_formtype() == raw.FORMTYPE_ACRO_FORM:  # nothing here reads XFA
        document.init_forms()
    if document.formenv is None:
        return found
    for name, value in _fields(document):
        if value and len(found) <= _MAX_FIELDS:
            found.setdefault(f"Field {name}", value)
    return found


def _fields(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, str]]:
    for index in range(min(len(document), _FIELD_PAGES)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:  # one broken page
            continue
        try:
            yield from _fields_on(document.formenv, page)
        finally:
            page.close()


def _fields_on(form: Any, page: pypdfium2.PdfPage) -> Iterator[tuple[str, str]]:
    for index in range(min(raw.FPDFPage_GetAnnotCount(page), 10 * _MAX_FIELDS)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if not annotation:
            continue
        try:
            if raw.FPDFAnnot_GetSubtype(annotation) == raw.FPDF_ANNOT_WIDGET:
                name = _told(raw.FPDFAnnot_GetFormFieldName, form, annotation)[:100]
                yield name, _told(raw.FPDFAnnot_GetFormFieldValue, form, annotation)[:2000]
        finally:
            raw.FPDFPage_CloseAnnot(annotation)


def _told(ask: Any, form: Any, annotation: Any) -> str:
    """What one of PDFium's functions writes as UTF-16."""
    length = min(ask(form, annotation, None, 0), 65_536)
    if length <= 2:
        return ""
    buffer = (ctypes.c_ushort * (length // 2 + 1))()
    ask(form, annotation, buffer, length)
    units = "".join(map(chr, buffer[: length // 2 - 1]))
    return tidy(units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace"))
