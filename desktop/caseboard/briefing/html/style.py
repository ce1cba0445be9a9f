"""How a briefing looks in a browser and on the paper it prints: the style sheet inside the file."""

from typing import Final

_SHEET: Final = """
:root{--ink:#161d2b;--muted:#566074;--line:#d5dae3;--accent:#2450ae;--tint:#f3f5fa;--ground:#fff;
--good:#ddf1e4;--good-ink:#14572f;--warn:#fbefd3;--warn-ink:#6e4706;--bad:#fadfdc;
--bad-ink:#8e1c14;--grey:#e9ecf1;--grey-ink:#414b5c;--serif:"Source Serif 4",Georgia,
"Noto Serif","Times New Roman",serif;--sans:Inter,"Segoe UI",Roboto,"Noto Sans",Arial,sans-serif;
--mono:"JetBrains Mono",Consolas,"DejaVu Sans Mono",monospace}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e4e8f0;--muted:#a2abbc;--line:#3a4252;
--accent:#8db1ff;--tint:#1c222d;--ground:#12161d;--good:#163a26;--good-ink:#a5e3bd;--warn:#40310f;
--warn-ink:#f2d48c;--bad:#4a1d1a;--bad-ink:#ffb9b2;--grey:#2a313d;--grey-ink:#c3cad6}}
*{box-sizing:border-box}
html{scroll-padding-top:4rem;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.05rem/1.55 var(--serif)}
.page{max-width:52rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}
.skip{position:absolute;left:-99rem}
.skip:focus{left:1rem;top:.5rem;z-index:3;background:var(--ground);padding:.4rem .8rem}
a{color:var(--accent);text-underline-offset:.15em;overflow-wrap:anywhere}
a:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
:target{background:var(--tint);box-shadow:0 0 0 .3rem var(--tint)}
p{margin:.55rem 0;max-width:44rem;overflow-wrap:break-word;hyphens:manual}
h1,h2,h3,dt,th,.kicker,.pill,.letter,.hung,table,.small,.table,.label,nav,footer,dl,.gauge,
.yardstick,figcaption{font-family:var(--sans)}
h1{font-size:2rem;line-height:1.2;margin:.15rem 0 .4rem;letter-spacing:-.01em;
overflow-wrap:anywhere}
h2{font-size:1.15rem;margin:2.2rem 0 .6rem;padding-bottom:.3rem;border-bottom:1px solid var(--line);
break-after:avoid;overflow-wrap:anywhere}
h3{font-size:.92rem;margin:1.2rem 0 .3rem;break-after:avoid;overflow-wrap:anywhere}
.portion{font-weight:600;color:var(--muted);font-size:.85em}
.kicker{margin:0;font-size:.75rem;font-weight:700;letter-spacing:.06em;text-transform:uppercase;
color:var(--accent)}
.question{font-style:italic;color:var(--muted);font-size:1.15rem}
header dl{border-top:2px solid var(--accent);padding-top:.6rem;display:flex;flex-wrap:wrap;
gap:.5rem 1.6rem}
header dl div{display:block}
dl{font-size:.85rem;margin:.8rem 0}
dl div{display:flex;gap:.8rem;margin:.25rem 0}
dt{color:var(--muted);min-width:8rem;flex:none}
header dt{min-width:0;font-size:.75rem}
dd{margin:0;min-width:0;overflow-wrap:anywhere}
nav{font-size:.8rem;margin:1rem 0}
nav ol{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1rem}
.lead{font-size:1.15rem;line-height:1.5}
.table,.small,.label,figcaption p{font-size:.84rem;line-height:1.45;margin:.2rem 0}
.small,.label{font-size:.77rem}
.label,.muted{color:var(--muted)}
.accent{color:var(--accent)}.good{color:var(--good-ink)}.bad{color:var(--bad-ink)}
.warn{color:var(--warn-ink)}
.code,code{font-family:var(--mono);font-size:.88em;overflow-wrap:anywhere}
.code{margin:.2rem 0;font-size:.72rem}
.code code{font-size:1em}
blockquote{margin:.4rem 0;padding-left:.8rem;border-left:3px solid var(--line);font-style:italic}
sup{font-size:.68em;line-height:0;font-family:var(--sans)}
.panel{background:var(--tint);border-left:4px solid var(--accent);padding:.7rem 1.1rem;
border-radius:0 .35rem .35rem 0}
ul{list-style:none;margin:.4rem 0;padding:0}
ul ul{margin-left:1.2rem}
li{margin:.35rem 0}
ul>li{display:flex;flex-wrap:wrap;gap:0 .6rem}
ul>li>ul{flex-basis:100%}
.hung{min-width:1.7rem;flex:none;font-size:.86rem;padding-top:.1rem}
.body{flex:1;min-width:0}.body>p:first-child{margin-top:0}.body>p:last-child{margin-bottom:0}
.wide{overflow-x:auto;margin:.7rem 0}
table{border-collapse:collapse;width:100%;font-size:.84rem;line-height:1.4}
th{font-size:.74rem;font-weight:600;color:var(--muted);text-align:left;vertical-align:bottom;
border-bottom:1.5px solid var(--line)}
th,td{padding:.4rem .8rem .4rem 0;overflow-wrap:anywhere}
td{vertical-align:top;border-top:1px solid var(--line)}
tr.joined td{border-top:0;padding-top:0}
td p{margin:.1rem 0}
.pill{display:inline-block;border-radius:1rem;padding:.1rem .6rem;font-size:.74rem;font-weight:600;
background:var(--grey);color:var(--grey-ink);border:1px solid currentColor}
.pill.good{background:var(--good);color:var(--good-ink)}
.pill.warn{background:var(--warn);color:var(--warn-ink)}
.pill.bad{background:var(--bad);color:var(--bad-ink)}
.comparison{display:grid;grid-template-columns:1fr 1fr;gap:1.4rem;border-top:2px solid var(--line);
border-bottom:1px solid var(--line);padding:.6rem 0;margin:.7rem 0;break-inside:avoid}
.letter{font-size:.75rem;font-weight:700;letter-spacing:.05em;text-transform:uppercase;
color:var(--accent);margin:0}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:1.4rem}
figure{margin:.8rem 0;break-inside:avoid}
.picture{position:relative;display:inline-block;max-width:100%;overflow:hidden}
.picture img{display:block;max-width:100%;height:auto;border:1px solid var(--line)}
.region{position:absolute;border:2px solid #fff;outline:1.5px solid #000;color:#fff;
font:700 .8rem/1 var(--sans);padding:.2rem;text-shadow:0 0 3px #000,0 0 3px #000}
.paper{background:#fff;border:1px solid var(--line);line-height:0}
.paper svg{width:100%;height:auto}
.emblem{background:#fff;padding:2px;border-radius:2px;max-width:none}
.thumbnail{max-width:4rem;max-height:4rem;border:1px solid var(--line)}
.gauge{font-size:.8rem;color:var(--muted);margin:.15rem 0}
.bar{display:inline-block;position:relative;width:6rem;height:.45rem;background:var(--line);
margin-right:.6rem;vertical-align:middle;border-radius:.2rem}
.bar i{position:absolute;top:0;bottom:0;background:var(--accent);min-width:2px}
.yardstick ol{list-style:none;display:flex;flex-wrap:wrap;gap:.2rem;padding:0;margin:.3rem 0}
.yardstick li{flex:1 1 5.5rem;border-top:4px solid var(--line);font-size:.74rem;line-height:1.3;
color:var(--muted);margin:0;padding-top:.2rem}
.yardstick .used{border-color:var(--accent);color:var(--ink);font-weight:600}
.marking{margin:0;max-width:none;padding:.4rem 1rem;text-align:center;font-family:var(--sans);
background:var(--ground)}
.marking.head{position:sticky;top:0;z-index:2;border-bottom:1px solid var(--line)}
.marking b{display:inline-block;font-size:1rem;padding:.1rem .6rem;background:#000;color:#fff;
overflow-wrap:anywhere;-webkit-print-color-adjust:exact;print-color-adjust:exact}
.marking.red b{color:#ff2b2b}.marking.amber b,.marking.amber_strict b{color:#ffc000}
.marking.green b{color:#33ff00}
.marking.free b{background:#fff;color:#000;border:2px solid #000}
footer{border-top:1px solid var(--line);margin-top:2.5rem;font-size:.77rem;color:var(--muted)}
@media (max-width:40rem){.comparison{grid-template-columns:1fr}table{min-width:36rem}
.figures{grid-template-columns:1fr}}
@media print{html{font-size:9.6pt}body{font-size:1rem}
.page{max-width:none;padding:0}.marking{position:static!important}
.skip,nav{display:none}a{color:inherit;text-decoration:none}.wide{overflow:visible}
thead{display:table-header-group}tr,li{break-inside:avoid}p{orphans:2;widows:2}
:target{background:none;box-shadow:none}}
"""


def sheet(marking: str, imprint: str) -> str:
    """The style sheet; where a browser can, each page it prints says `marking` and `imprint`."""
    page = (
        f"@page{{margin:20mm 18mm;@top-right{{content:{_quoted(marking)};{_STRONG}}}"
        f"@bottom-right{{content:{_quoted(marking)};{_STRONG}}}"
        f"@bottom-left{{content:{_quoted(imprint + ' · ')} counter(page) ' / ' counter(pages);"
        f"font:7pt sans-serif}}}}"
    )
    return f"{_SHEET.strip()}\n{page}\n"


_STRONG: Final = "font:700 12pt sans-serif"


def _quoted(text: str) -> str:
    """A CSS string of nothing but letters, digits, spaces and escapes (CSS Syntax Level 3)."""
    return f'"{"".join(_escaped(letter) for letter in text)}"'


def _escaped(letter: str) -> str:
    if letter.isascii() and letter.isalnum():
        return letter
    return f"\\{ord(letter):06x}"
