"""Mails and saved pages that tests put together."""

from email.message import EmailMessage, MIMEPart

from captured import PARAGRAPHS, picture

PAGE = (
    '<html lang="en"><head><title>A bridge | Post</title></head><body><article><h1>A bridge</h1>'
    '<div class="byline">By Olena Marchuk, March 4, 2025</div>'
    '<figure><img src="{}" alt="The bridge"><figcaption>Lorries wait. (X/AP)</figcaption></figure>'
    + "".join(f"<p>{text}</p>" for text in PARAGRAPHS["en"])
    + "</article></body></html>"
)
WORDS = "\n\n".join(PARAGRAPHS["uk"])
ADDRESS = "https://r.example/news/a"


def mail(text=WORDS, html="", **headers):
    message = EmailMessage()
    said = {
        "From": "Олена Марчук <olena@r.example>",
        "To": "desk@r.example",
        "Subject": "Міст відкрито",
        "Date": "Thu, 14 Nov 2024 11:39:00 +0200",
        "Message-ID": "<1@r.example>",
    }
    for name, value in {**said, **{k.replace("_", "-"): v for k, v in headers.items()}}.items():
        message[name] = value
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    return message


def with_attachments():
    message = mail()
    message.add_attachment(picture(), "image", "jpeg", filename="міст.jpg")
    message.add_attachment(b"x,y\n", "text", "csv", filename="../../etc/table.csv")
    message.add_attachment(mail("Earlier words"))
    return message.as_bytes()


def newsletter():
    """HTML with a picture that came along."""
    message = mail("Short.", PAGE.format("cid:pic1"))
    message.get_payload()[1].add_related(picture(), "image", "jpeg", cid="<pic1>")
    return message.as_bytes()


def saved_page(picture_address="https://r.example/m/bridge.jpg", html=PAGE, address=ADDRESS):
    """As Chromium writes it."""
    root = MIMEPart()
    root.set_content(html.format(picture_address), subtype="html", cid="<frame@mhtml.blink>")
    root["Content-Location"] = address
    message = EmailMessage()
    message["From"] = "<Saved by Blink>"
    message["Snapshot-Content-Location"] = address
    message["Subject"] = "A bridge"
    message["Date"] = "Tue, 4 Mar 2025 09:30:00 -0000"
    message["MIME-Version"] = "1.0"
    message["Content-Type"] = 'multipart/related; type="text/html"; boundary="----Multi"'
    image = MIMEPart()
    image.set_content(picture(), "image", "jpeg")
    if picture_address.startswith("cid:"):
        image["Content-ID"] = f"<{picture_address[4:]}>"
    else:
        image["Content-Location"] = picture_address
    message.set_payload([root, image])
    return message.as_bytes()
