"""What the manifest of a briefing holds, and what it does not."""

import json
from dataclasses import replace

from briefing_cases import HEAD, TOOL, hostile, kupiansk, outline
from sectioning import composed, manifest_of

from caseboard.briefing import manifest
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.fingerprint import fingerprint
from caseboard.briefing.release import Reason, Withheld
from caseboard.model.terms import FileRole


def only(*kinds):
    return [{"kind": kind, "on": True} for kind in kinds]


def test_it_says_of_which_briefing_version_and_journal_it_is():
    case = kupiansk()
    found = manifest_of(case, ref="KUP-2024-11-B1")

    assert (found["format"], found["format_version"]) == ("caseboard-briefing-manifest", 1)
    assert (found["briefing"]["ref"], found["briefing"]["version"]) == ("KUP-2024-11-B1", 2)
    assert found["briefing"]["exported"] == "2024-11-14T18:00:00+00:00"
    assert found["journal"] == {"seq": 87, "head": HEAD}
    assert found["program"] == TOOL


def test_it_holds_the_fingerprint_that_the_pages_carry():
    case = kupiansk()
    found = manifest_of(case, sections=only("bottom_line", "exhibits"))
    printed = composed(case, SectionKind.BOTTOM_LINE, SectionKind.EXHIBITS, version=2)
    assert found["briefing"]["fingerprint"] == fingerprint(printed)


def test_an_exhibit_has_every_file_with_its_hash_and_role():
    case = kupiansk()
    first = manifest_of(case)["exhibits"][0]
    wanted = {
        file.sha256: file.role.value for file in case.files if file.clip_id == case.clips[0].id
    }

    assert first["ref"] == "KUP-2024-11-E001"
    assert first["captured"] == "2024-11-14T12:02:31+00:00"
    assert {file["sha256"]: file["role"] for file in first["files"]} == wanted


def test_a_derivative_names_the_file_it_was_made_from():
    case = kupiansk()
    case.files[-1].made_from_id = case.files[2].id
    files = manifest_of(case)["exhibits"][0]["files"]

    made_from = {file["sha256"]: file["made_from"] for file in files}
    assert made_from[case.files[-1].sha256] == case.files[2].sha256
    assert made_from[case.files[0].sha256] is None


def test_a_claim_has_its_status_grades_and_the_place_of_each_report():
    case = kupiansk()
    case.anchors[0].prefix, case.anchors[0].suffix = "before ", " after"
    claim = manifest_of(case)["claims"][0]
    (report,) = claim["reports"]

    assert (claim["ref"], claim["status"]) == ("KUP-2024-11-C1", "disputed")
    assert (report["claimant"], report["reliability"], report["credibility"]) == (
        "General Staff",
        "B",
        "2",
    )
    assert report["relays"] == ["Ukrinform", "The Kyiv Independent"]
    original = next(file for file in case.files if file.role is FileRole.ORIGINAL)
    assert report["anchor"] == {
        "exhibit": "KUP-2024-11-E001",
        "kind": "text",
        "file": original.sha256,
        "exact": "Russian invaders failed to enter Kupiansk.",
        "prefix": "before ",
        "suffix": " after",
        "start": 0,
        "end": 42,
        "page": None,
        "region": None,
        "polygon": None,
    }


def test_a_region_of_a_picture_stands_in_the_file_it_was_drawn_on():
    case = kupiansk()
    anchor, picture = case.anchors[0], case.files[1]
    anchor.file_id, anchor.x, anchor.y, anchor.w, anchor.h = picture.id, 0.1, 0.2, 0.3, 0.4
    (report,) = manifest_of(case)["claims"][0]["reports"]

    assert report["anchor"]["file"] == picture.sha256
    assert report["anchor"]["region"] == [0.1, 0.2, 0.3, 0.4]


def test_judgements_name_what_they_rest_on():
    judgements = manifest_of(kupiansk())["judgements"]

    assert [each["number"] for each in judgements] == [1, 2, 3]
    assert judgements[0]["rests_on"] == ["KUP-2024-11-E001", "KUP-2024-11-E002"]
    assert judgements[0]["text"].endswith("built-up area before they were stopped.")


def test_no_more_is_listed_than_is_printed_or_led_to():
    found = manifest_of(
        kupiansk(), bottom_line="It is [[E002]].", judgements=[], sections=only("bottom_line")
    )

    assert [exhibit["ref"] for exhibit in found["exhibits"]] == ["KUP-2024-11-E002"]
    assert found["claims"] == found["judgements"] == found["layers"] == found["positions"] == []


def test_a_claim_that_is_led_to_brings_the_exhibits_it_rests_on():
    found = manifest_of(
        kupiansk(), bottom_line="See [[C1]] and be warned.", sections=only("bottom_line")
    )

    assert [claim["ref"] for claim in found["claims"]] == ["KUP-2024-11-C1"]
    assert [exhibit["ref"] for exhibit in found["exhibits"]] == ["KUP-2024-11-E001"]
    assert found["exhibits"][0]["number"] is None


def test_what_is_withheld_is_counted_by_reason_and_not_named():
    withheld = (Withheld(Reason.MARKING, "E009"), Withheld(Reason.MARKING, "C7"))
    found = manifest_of(kupiansk(), withheld)

    assert found["withheld"] == {"marking": 2}
    assert found["briefing"]["is_release"] is True
    assert "E009" not in json.dumps(found)


def test_positions_are_told_without_where():
    found = manifest_of(kupiansk())

    assert found["positions"] == [
        {"unit": "Khartia Brigade", "interval": "2024-05-05", "exhibit": "KUP-2024-11-E001"}
    ]
    assert "49.7" not in json.dumps(found)


def test_a_free_classification_is_its_marking():
    assert manifest_of(kupiansk(), classification=" Restricted ")["briefing"]["marking"] == (
        "Restricted"
    )


def test_the_same_case_gives_the_same_bytes():
    case = kupiansk()
    first = manifest.written(manifest_of(case))
    assert first == manifest.written(manifest_of(replace(case)))
    assert json.loads(first) == manifest_of(case)
    assert b"\\u" not in first, "letters stand as they are"


def test_hostile_words_are_data():
    case = hostile()
    found = json.loads(manifest.written(manifest_of(case)))
    assert found["claims"][0]["statement"] == case.claims[0].statement
    assert outline(case).sections, "the briefing itself is made"
