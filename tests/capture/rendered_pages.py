"""Pages to be drawn, with what only a browser does."""

from captured import PARAGRAPHS

TITLE = "Bridge at the grain port is open again"
ROWS = 40
ROW = 100
"""Pixels of each coloured row at the page's end."""
_TEXT = "".join(f"<p>{text}</p>" for text in PARAGRAPHS["en"])
_ROWS = "".join(
    f"<div style='height:{ROW}px;background:rgb({n},{255 - n},128)'></div>" for n in range(ROWS)
)
_LAZY = "".join(
    f"<p style='height:1500px'>{n}</p>"
    f"<img src=/pictures/lazy{n}.jpg loading=lazy width=40 height=30>"
    for n in range(3)
)
_FIXED = "style='position:fixed;left:0;right:0;"
_SHADOW = """<div id=host></div><script>
host.attachShadow({mode: 'open'}).innerHTML = '<div class="shadowed" style="position:fixed;'
 + 'left:9px;top:300px;width:300px">Мы используем файлы cookie. <button>Принять</button></div>';
</script>"""
REFUSED = ("http://10.11.12.13/a.png", "http://localhost/b.png", "https://169.254.169.254/c.png")
"""What `RICH` asks for besides, and may not have."""

_CALLS = """<script>
new WebSocket('ws://192.168.7.7/socket');
const call = new RTCPeerConnection({iceServers: [{urls: 'stun:127.0.0.1:3478'}]});
call.onicecandidate = ({candidate}) => { if (candidate) document.title += candidate.candidate; };
call.createDataChannel('x'); call.createOffer().then((offer) => call.setLocalDescription(offer));
</script><link rel=dns-prefetch href=//prefetched.example><link rel=preconnect href=//10.1.1.1>"""
"""Ways out that are not requests: a socket, a call between browsers, a name looked up early."""

RICH = f"""<!doctype html><html lang=en style="overflow:hidden"><head><meta charset=utf-8>
<title>{TITLE}</title></head><body style="margin:0;overflow:hidden;height:100vh">
<header {_FIXED}top:0;height:50px;background:rgb(0,0,200)'>News Sport Privacy</header>
<div id=onetrust-banner-sdk class="ot one" {_FIXED}bottom:0;height:200px;background:rgb(200,0,0)'>
We use cookies. <button>Accept all</button></div>
<div class=curtain {_FIXED}top:0;bottom:0;background:rgba(0,0,0,.8)'></div>
<div class=cookie-note>Używamy plików cookie. <button>Akceptuję</button></div>
{_SHADOW}<article style="padding-top:60px"><h1>{TITLE}</h1>{_TEXT}</article>
{"".join(f"<img src={url} width=1 height=1>" for url in REFUSED)}{_LAZY}{_ROWS}{_CALLS}</body>"""

FRAMED = f"""<!doctype html><title>Framed</title><body style="margin:0;overflow:hidden">
<div style="position:fixed;inset:0;overflow:auto"><main>{_LAZY}{_ROWS}</main></div>"""
"""A page that scrolls inside a box of its own."""
CALM = f"""<!doctype html><title>Calm</title><body style="margin:0">
<div class="overlay modal" style="position:fixed;inset:0;overflow:auto;background:rgb(9,9,9)"><main>
<h1>Why sites ask you to accept cookies</h1>{_TEXT * 4}<p class=cookie-story>Consent banners ask
readers to accept cookies.</p></main></div>
<a id=cookie-settings href="/">Manage cookies</a>
<div id=badge style="position:fixed;right:0;bottom:0;width:60px;height:60px"></div></body>"""
"""A page that looks like what is hidden, and is not: it lies in a box, and speaks of cookies."""
FOLLOWED = f"""<!doctype html><title>Followed</title><body style="margin:0">{_ROWS}<script>
addEventListener('scroll', () => {{
  document.querySelector('.bar')?.remove();
  if (scrollY > 500) document.body.insertAdjacentHTML('beforeend', '<div class=bar style="top:0;'
    + 'position:fixed;height:30px;width:100%;background:rgb(250,0,250)">Read more</div>');
}})</script>"""
"""A bar that comes with the first scrolling, and comes anew with each."""
TALL = (
    "<!doctype html><title>Tall</title><body style='margin:0'>"
    "<div style='height:39000px;background:rgb(1,2,3)'></div><div style='height:1000px'></div>"
)
SLOW = (
    f"{TALL}<script>addEventListener('scroll', () => {{ const began = performance.now(); "
    "while (performance.now() - began < 400); })</script>"
)
"""Each step down it takes its time."""
ENDLESS = """<!doctype html><title>Endless</title><body><script>
const more = () => { for (let n = 0; n < 40; n++) {
  const p = document.createElement('p'); p.textContent = 'Again'; p.style.height = '60px';
  document.body.append(p); } };
more(); addEventListener('scroll', more)</script>"""
BUSY = "<!doctype html><title>Busy</title><p>Words</p><script>for (;;) {}</script>"
GREEDY = """<!doctype html><title>Greedy</title><script>
const all = []; for (;;) all.push(new Array(1e6).fill(Math.random()))</script>"""
PUSHY = """<!doctype html><title>Pushy</title><p>Words</p><a id=load download href=/file.zip>x</a>
<script>
const told = (word) => { document.title += ' ' + word };
onbeforeunload = () => 'stay'; alert(1); told(confirm(2)); told(prompt(3));
told(open('/popup')); load.click(); print();
navigator.geolocation.getCurrentPosition(() => told('HERE'), () => told('nowhere'));
globalThis.Notification?.requestPermission().then(told);
navigator.mediaDevices?.getUserMedia({audio: true}).then(() => told('HEARD'));
navigator.clipboard?.readText().then(() => told('READ'));
fetch('file:///etc/passwd').then(() => told('FILE'), () => told('nofile'));
setInterval(() => alert(4), 50)</script>"""
