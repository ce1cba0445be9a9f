"""The rows beside the graph: nodes, the links of one, and the words a link rests on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from caseboard.analysis.network import Edge, Evidence, Network, Node
from caseboard.analysis.standing import status_name
from caseboard.i18n import _, ngettext
from caseboard.model.ids import ReportId
from caseboard.model.ledger import Ledger, Word
from caseboard.model.network import EdgeKind
from caseboard.model.refs import short
from caseboard.store.links import Passage
from caseboard.ui import words as terms
from caseboard.ui.delegates.line import Face
from caseboard.ui.graph.look import edge_word, kind_name, node_name
from caseboard.ui.inspector.chains import ARROW
from caseboard.ui.words import STANCE_TINTS

MOST = 200
"""Places of one link that are listed."""


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A link as it is seen from one of its nodes."""

    edge: Edge
    here: Node
    other: Node


@dataclass(frozen=True, slots=True)
class EvidenceRow:
    """A place that a link rests on; without a passage it is the clip as a whole."""

    evidence: Evidence
    words: str
    way: str


def node_face(node: Node) -> Face:
    """What it is called, and what it is."""
    count = ngettext("{n} link", "{n} links", node.weight)
    return Face(node_name(node), " · ".join((*about(node), count)))


def about(node: Node) -> list[str]:
    """Its kind, and its status or grade."""
    parts = [kind_name(node.kind)]
    if node.status is not None:
        parts.append(status_name(node.status))
    if node.reliability is not None:
        parts.append(terms.reliability(node.reliability))
    return parts


def node_words(node: Node) -> str:
    """The same in one line."""
    face = node_face(node)
    return f"{face.first}, {face.second}"


def links_of(network: Network, node_id: str) -> list[LinkRow]:
    """The links of a node: disputes first, then what is said, then the rest; heaviest first."""
    order = list(EdgeKind)
    order.insert(0, order.pop(order.index(EdgeKind.DISPUTES)))
    rows = [
        LinkRow(edge, network.nodes[node_id], network.nodes[edge.beyond(node_id)])
        for edge in network.at.get(node_id, ())
    ]

    def rank(row: LinkRow) -> tuple[int, int, str]:
        return order.index(row.edge.kind), -len(row.edge.evidence), row.other.title

    return sorted(rows, key=rank)


def link_face(row: LinkRow) -> Face:
    """The other end, and what joins it to this one, read in the direction it was said."""
    start = row.here if row.edge.one == row.here.id else row.other
    word = edge_word(row.edge, start)
    arrow = _("→ {word}") if row.edge.one == row.here.id else _("← {word}")
    said = word if row.edge.kind is EdgeKind.DISPUTES else arrow.format(word=word)
    pill = None
    if row.edge.stance is not None:
        pill = (terms.term(row.edge.stance), STANCE_TINTS[row.edge.stance])
    return Face(node_name(row.other), f"{said} · {kind_name(row.other.kind)}", pill=pill)


def link_words(row: LinkRow) -> str:
    """The same in one line."""
    face = link_face(row)
    return f"{face.first}, {face.second}"


def evidence_rows(
    evidence: Sequence[Evidence],
    passages: Mapping[str, Passage],
    refs: Mapping[str, Node],
    words: Mapping[ReportId, Word],
    ledger: Ledger,
) -> list[EvidenceRow]:
    """The places with their words and the way each took; one that has gone is left out."""
    rows = []
    for place in evidence:
        clip = refs.get(place.clip_id)
        ref = short(clip.ref) if clip is not None else ""
        passage = passages.get(place.anchor_id or "")
        if passage is not None:
            exact = " ".join(passage.exact.split())
            quote = _("“{words}”").format(words=exact) if exact else ""
            rows.append(
                EvidenceRow(
                    place,
                    quote or _("A region of {ref}").format(ref=short(passage.ref)),
                    _joined(short(passage.ref), _way(place, words, ledger)),
                )
            )
        elif place.anchor_id is None and clip is not None:
            rows.append(EvidenceRow(place, clip.title, ref))
    return rows


def evidence_face(row: EvidenceRow) -> Face:
    """The words, and the way they took."""
    return Face(row.words, row.way)


def evidence_words(row: EvidenceRow) -> str:
    """The same in one line."""
    return f"{row.words}, {row.way}"


def _way(place: Evidence, words: Mapping[ReportId, Word], ledger: Ledger) -> str:
    """`General Staff → Ukrinform`; empty for what is no report."""
    word = words.get(place.report_id) if place.report_id is not None else None
    if word is None:
        return ""
    chain = [word.claimant_id, *word.relays]
    if word.outlet_id is not None and word.outlet_id not in chain:
        chain.append(word.outlet_id)
    voices = ledger.voices
    return ARROW.join(voices[each].name for each in chain if each in voices)


def _joined(ref: str, way: str) -> str:
    return " · ".join(part for part in (ref, way) if part)
