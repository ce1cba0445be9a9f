from briefing_cases import PHOTO, kupiansk, picture_file
from lintwork import findings, with_rows

from caseboard.briefing.linter.finding import Rule
from caseboard.model.terms import ClipKind, FileRole
from caseboard.model.work import Layer


def test_a_picture_without_a_credit_is_found():
    dossier = kupiansk()
    bare = picture_file(dossier.clips[1], PHOTO + b"1", "bare.jpg", "A bridge", "")
    dossier = with_rows(dossier, "files", bare)
    (found,) = findings(Rule.NO_CREDIT, dossier=dossier)
    assert "E002" in found.words
    assert "bare.jpg" in found.words
    assert (found.where.table, found.where.row_id) == ("clip", dossier.clips[1].id)
    assert not findings(
        Rule.NO_CREDIT, dossier=dossier, sections=[{"kind": "pictures", "on": False}]
    )


def test_the_credit_of_an_image_clip_is_its_pictures():
    dossier = kupiansk()
    clip = dossier.clips[1]
    clip.kind = ClipKind.IMAGE
    file = picture_file(clip, PHOTO + b"1", "photo.jpg", "", "")
    file.role = FileRole.ORIGINAL
    dossier = with_rows(dossier, "files", file)
    assert findings(Rule.NO_CREDIT, dossier=dossier)
    clip.credit = "A desk"
    assert not findings(Rule.NO_CREDIT, dossier=dossier)


def test_a_layer_without_an_as_of_is_found_while_it_is_shown():
    layer = Layer(case_id="c", ref="KUP-2024-11-L1", name="Line")
    dossier = with_rows(kupiansk(), "layers", layer)
    (found,) = findings(Rule.NO_AS_OF, dossier=dossier)
    assert (found.where.table, found.where.row_id) == ("layer", layer.id)
    layer.as_of = "2024-11-13"
    assert not findings(Rule.NO_AS_OF, dossier=dossier)
    layer.as_of, layer.is_shown = "", False
    assert not findings(Rule.NO_AS_OF, dossier=dossier)
