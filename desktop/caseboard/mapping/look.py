"""The colours of the map: by day, by night, and on paper."""

from dataclasses import dataclass

from caseboard.model.terms import ClaimStatus


@dataclass(frozen=True, slots=True)
class Look:
    """One colour (`#rrggbb`) for each meaning; words pass 4.5:1 on land and water."""

    sea: str
    land: str
    water: str
    """Lakes and reservoirs."""
    river: str
    coast: str
    border: str
    border_glow: str
    region: str
    """The line between two regions of a country."""
    text: str
    text_soft: str
    """Names of villages."""
    region_text: str
    water_text: str
    halo: str
    town: str
    town_edge: str
    place: str
    on_place: str
    photo: str
    on_photo: str
    unit: str
    on_unit: str
    statuses: tuple[tuple[ClaimStatus, str], ...]
    on_status: str
    rim: str
    """The ring about every mark."""
    chosen: str
    panel: str
    panel_line: str
    grid: str
    grid_text: str

    def status(self, status: ClaimStatus) -> str:
        """The colour of a claim of that status."""
        return dict(self.statuses)[status]


LIGHT = Look(
    sea="#d5e3ee",
    land="#f1f3f1",
    water="#c3d9ea",
    river="#93bad9",
    coast="#a9c3d6",
    border="#8d819c",
    border_glow="#b9aec6",
    region="#b3aabf",
    text="#333c4b",
    text_soft="#56606f",
    region_text="#686f80",
    water_text="#3f7098",
    halo="#f7f9f8",
    town="#ffffff",
    town_edge="#5b6472",
    place="#0f7b6c",
    on_place="#ffffff",
    photo="#7a3fb0",
    on_photo="#ffffff",
    unit="#2f5fd0",
    on_unit="#ffffff",
    statuses=(
        (ClaimStatus.OPEN, "#596275"),
        (ClaimStatus.SINGLE_SOURCE, "#9a5200"),
        (ClaimStatus.CORROBORATED, "#16713f"),
        (ClaimStatus.DISPUTED, "#b02f26"),
    ),
    on_status="#ffffff",
    rim="#ffffff",
    chosen="#2f5fd0",
    panel="#ffffff",
    panel_line="#e1e4e9",
    grid="#7d8a9c",
    grid_text="#4d586a",
)

DARK = Look(
    sea="#0f151d",
    land="#20262f",
    water="#16222f",
    river="#34597a",
    coast="#34475a",
    border="#8f83a0",
    border_glow="#4a4358",
    region="#574f66",
    text="#d6dce6",
    text_soft="#aab3c1",
    region_text="#98a1b3",
    water_text="#7fb0d6",
    halo="#1a1f27",
    town="#2a313c",
    town_edge="#aab3c1",
    place="#5fd4bf",
    on_place="#0f2420",
    photo="#c79bf0",
    on_photo="#251433",
    unit="#8fb0ff",
    on_unit="#10141c",
    statuses=(
        (ClaimStatus.OPEN, "#a9b2c2"),
        (ClaimStatus.SINGLE_SOURCE, "#f0b45f"),
        (ClaimStatus.CORROBORATED, "#5fd394"),
        (ClaimStatus.DISPUTED, "#ff8d84"),
    ),
    on_status="#14171d",
    rim="#14171d",
    chosen="#7ba2ff",
    panel="#1b1f27",
    panel_line="#2d333e",
    grid="#66728a",
    grid_text="#a3adbd",
)

PRINT = Look(
    sea="#e2ebf2",
    land="#fbfbfa",
    water="#d3e2ee",
    river="#8fb4d2",
    coast="#9db4c6",
    border="#6f6580",
    border_glow="#d4ccdd",
    region="#a89fb3",
    text="#232a36",
    text_soft="#474f5d",
    region_text="#5f6675",
    water_text="#356489",
    halo="#ffffff",
    town="#ffffff",
    town_edge="#3f4754",
    place="#0c6f61",
    on_place="#ffffff",
    photo="#7a3fb0",
    on_photo="#ffffff",
    unit="#2f5fd0",
    on_unit="#ffffff",
    statuses=LIGHT.statuses,
    on_status="#ffffff",
    rim="#ffffff",
    chosen="#2f5fd0",
    panel="#ffffff",
    panel_line="#cfd4dc",
    grid="#8a94a3",
    grid_text="#4d586a",
)
"""Light, with what greyscale would blur drawn darker; what is estimated is told by its hatching."""
