#!/usr/bin/env python3
"""Makes the files beside it anew, by programs that people use: all of them, or those of the kinds that are named (`make.py pdf`).

Needs, besides what `pdf_programs.py` names: pip install pyarrow polars duckdb warcio brotli lz4 python-docx odfpy openpyxl python-pptx websocket-client wacz py7zr
npm install single-file-cli; chromium, pandoc, libreoffice-writer and -calc
"""

import base64
import bz2
import datetime
import http.server
import io
import json
import lzma
import mailbox
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import threading
import time
import urllib.request
import zipfile
from email.message import EmailMessage
from pathlib import Path

import brotli
import docx
import duckdb
import lz4.frame
import openpyxl
import pdf_programs
import polars as pl
import pptx
import py7zr
import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet as pq
import websocket
from odf import dc, meta
from odf.opendocument import OpenDocumentText
from odf.text import P
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
TITLE = "افتتاح مكتبة الحي بعد ترميمها"
BODY = "رفع العمال ألف رف خشبي، ووصلت الكتب على متن سفينة شراعية."
END = "وقالت أمينة المكتبة إن القراء ينتظرون هذا اليوم."
TEXT = f"{TITLE}\n\n{BODY}\n{END}\n"
AUTHOR = "ليلى النجار"
SOURCE = "صحيفة الحي"
URL = "https://library.example/7"
PICTURE = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==")
PAGE = f"<html lang=ar><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{BODY}</p><p>{END}</p></body></html>"


def packed():
    data = TEXT.encode()
    (HERE / "packed.txt.bz2").write_bytes(bz2.compress(data[:40]) + bz2.compress(data[40:]))
    (HERE / "packed.txt.xz").write_bytes(lzma.compress(data))
    (HERE / "packed.txt.lz4").write_bytes(lz4.frame.compress(data))
    (HERE / "packed.txt.br").write_bytes(brotli.compress(data))


PARTS = [("text/html; charset=utf-8", PAGE.encode()), ("image/png", b"\x89PNG")]


def crawl(path, host, parts):
    with open(path, "wb") as file:
        writer = WARCWriter(file, gzip=True)
        header = {"WARC-Date": "2019-06-12T08:00:00Z"}
        for number, (kind, body) in enumerate(parts):
            answer = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            address = f"http://{host}/{number}" + (".png" if number else "")
            record = writer.create_warc_record(
                address, "response", payload=io.BytesIO(body), http_headers=answer, warc_headers_dict=header
            )
            writer.write_record(record)


def warc():
    crawl(HERE / "crawl.warc.gz", "library.example", PARTS)
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "data.warc.gz"
        crawl(archive, "museum.example", PARTS[:1])
        subprocess.run(["wacz", "create", "-f", archive, "-o", HERE / "crawl.wacz", "--detect-pages"], check=True)


def columns():
    rows = {"title": [TITLE], "text": [f"{BODY}\n{END}"], "date": [pa.scalar(1560326400000, pa.timestamp("ms"))]}
    rows |= {"author": [AUTHOR], "source": [SOURCE], "url": [URL]}
    table = pa.table(rows)
    pq.write_table(table, HERE / "snappy.parquet", compression="snappy")
    pq.write_table(table, HERE / "gzip.parquet", compression="gzip", data_page_version="2.0")
    pq.write_table(table, HERE / "lz4.parquet", compression="lz4")
    pq.write_table(table, HERE / "zstd.parquet", compression="zstd", data_page_version="2.0")
    pq.write_table(table, HERE / "brotli.parquet", compression="brotli")
    frame = pl.from_arrow(table)
    frame.write_parquet(HERE / "polars.parquet")
    duckdb.sql(f"COPY (FROM frame) TO '{HERE / 'duckdb.parquet'}' (FORMAT parquet, COMPRESSION zstd)")
    frame.write_ipc(HERE / "polars.arrow", compression="zstd")
    frame.write_ipc_stream(HERE / "polars.arrows", compression="lz4")
    pa.feather.write_feather(table, HERE / "table.feather", compression="lz4")
    # As data sets for machine learning are kept: words of a list, names by numbers, days without a time.
    rows["source"] = pa.array([SOURCE]).dictionary_encode()
    rows["text"] = pa.array([f"{BODY}\n{END}"], pa.large_string())
    rows["date"] = pa.array([datetime.date(2019, 6, 12)])
    rows["tags"] = pa.array([["ثقافة", "مكتبات"]])
    table = pa.table(rows)
    with pa.ipc.new_file(HERE / "plain.ipc", table.schema) as file:
        file.write_table(table)


def tables():
    book = openpyxl.Workbook()
    book.active.append(["title", "text", "date", "author", "source", "url"])
    book.active.append([TITLE, f"{BODY}\n{END}", datetime.date(2019, 6, 12), AUTHOR, SOURCE, URL])
    book.save(HERE / "table.xlsx")
    command = ["soffice", "-env:UserInstallation=file:///tmp/fihris-make", "--headless", "--convert-to", "ods"]
    subprocess.run([*command, "--outdir", HERE, HERE / "table.xlsx"], check=True)


def databases():
    for name, encoding, size in [("news.sqlite", "UTF-8", 512), ("wide.db", "UTF-16le", 4096)]:
        path = HERE / name
        path.unlink(missing_ok=True)
        base = sqlite3.connect(path)
        base.execute(f"PRAGMA page_size = {size}")
        base.execute(f"PRAGMA encoding = '{encoding}'")
        base.execute("CREATE TABLE sections (id INTEGER PRIMARY KEY, name TEXT)")
        base.execute(
            "CREATE TABLE articles (id INTEGER PRIMARY KEY, title TEXT NOT NULL, body TEXT, published_at INTEGER, "
            "words INTEGER, rank REAL, notes TEXT, section INTEGER REFERENCES sections(id))"
        )
        base.execute("CREATE INDEX by_day ON articles (published_at)")
        base.executemany("INSERT INTO sections (name) VALUES (?)", [(f"قسم {n}",) for n in range(40)])
        row = (TITLE, f"{BODY}\n{END}", 1560326400, -12, 1.5, "ملاحظة. " * 200, 3)
        base.execute("INSERT INTO articles (title, body, published_at, words, rank, notes, section) VALUES (?,?,?,?,?,?,?)", row)
        base.execute("INSERT INTO articles (title, body) VALUES ('خبر محذوف', 'نص محذوف')")
        base.execute("DELETE FROM articles WHERE id = 2")
        base.commit()
        base.close()


def set_properties(properties):
    properties.title = TITLE
    properties.author = AUTHOR
    properties.created = properties.modified = datetime.datetime(2019, 6, 12, 8)


def office():
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(BODY)
    document.add_paragraph(END)
    set_properties(document.core_properties)
    document.save(HERE / "letter.docx")
    text = OpenDocumentText()
    for line in [TITLE, BODY, END]:
        text.text.addElement(P(text=line))
    for element, value in [(dc.Creator, AUTHOR), (meta.InitialCreator, AUTHOR), (meta.CreationDate, "2019-06-12T08:00:00"), (dc.Title, TITLE)]:
        text.meta.addElement(element(text=value))
    text.save(HERE / "letter.odt")
    slides = pptx.Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[1])
    slide.shapes.title.text = TITLE
    slide.placeholders[1].text = f"{BODY}\n{END}"
    set_properties(slides.core_properties)
    slides.save(HERE / "slides.pptx")


def mail():
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = f"{AUTHOR} <desk@library.example>"
    message["Date"] = "Wed, 12 Jun 2019 08:00:00 +0000"
    message.set_content(f"{BODY}\n{END}\n")
    message.add_alternative(PAGE, subtype="html")
    (HERE / "letter.eml").write_bytes(bytes(message))
    path = HERE / "letters.mbox"
    path.unlink(missing_ok=True)
    box = mailbox.mbox(path)
    box.add(message)
    box.close()
    message.add_attachment((HERE / "letter.odt").read_bytes(), maintype="application", subtype="octet-stream", filename="كتاب.odt")
    (HERE / "attached.eml").write_bytes(bytes(message))
    message = EmailMessage()
    message["Subject"] = "أرشيف الأسبوع"
    message.set_content("في المرفق ما نُشر هذا الأسبوع.\n")
    zipped, taped = io.BytesIO(), io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("2019/خبر.txt", TEXT)
    with tarfile.open(fileobj=taped, mode="w:gz") as archive:
        info = tarfile.TarInfo("page.html")
        info.size = len(PAGE.encode())
        archive.addfile(info, io.BytesIO(PAGE.encode()))
    message.add_attachment(zipped.getvalue(), maintype="application", subtype="zip", filename="week.zip")
    message.add_attachment(taped.getvalue(), maintype="application", subtype="gzip", filename="week.tar.gz")
    message.add_attachment((HERE / "lzma2.7z").read_bytes(), maintype="application", subtype="x-7z-compressed", filename="week.7z")
    (HERE / "archived.eml").write_bytes(bytes(message))


def seven_zip():
    """One archive for each way of packing; two with a password, of which one hides the names as well."""
    ways = {
        "lzma2": [{"id": py7zr.FILTER_LZMA2, "preset": 7}],
        "bcj": [{"id": py7zr.FILTER_X86}, {"id": py7zr.FILTER_LZMA2, "preset": 7}],
        "lzma": [{"id": py7zr.FILTER_LZMA}],
        "bzip2": [{"id": py7zr.FILTER_BZIP2}],
        "deflate": [{"id": py7zr.FILTER_DEFLATE}],
        "copy": [{"id": py7zr.FILTER_COPY}],
        "locked": None,
        "hidden": None,
    }
    for name, filters in ways.items():
        password = None if filters else "secret"
        with py7zr.SevenZipFile(
            HERE / f"{name}.7z", "w", filters=filters, password=password, header_encryption=name == "hidden"
        ) as archive:
            archive.writestr(TEXT, "2019/مكتبة.txt")
            archive.writestr(f"title,text\n{TITLE},{BODY}\n", "table.csv")
            archive.writestr(b"\x89PNG", "photo.png")


def epub():
    about = ["-M", "title=مكتبات", "-M", f"author={AUTHOR}", "-M", "date=2019-06-12", "-M", f"publisher={SOURCE}", "-M", "lang=ar"]
    about += ["-M", "identifier=library-7"]
    text = f"# {TITLE}\n\n{BODY}\n\n{END}\n"
    subprocess.run(["pandoc", *about, "-o", HERE / "book.epub"], input=text.encode(), check=True)


def rtf():
    subprocess.run(["pandoc", "-s", "-M", f"title={TITLE}", "-M", f"author={AUTHOR}", "-o", HERE / "pandoc.rtf"], input=f"{BODY}\n\n{END}\n".encode(), check=True)
    with tempfile.TemporaryDirectory() as folder:
        text = Path(folder) / "writer.txt"
        text.write_text(TEXT)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "rtf:Rich Text Format"]
        subprocess.run([*command, "--infilter=Text (encoded):UTF8", "--outdir", HERE, text], check=True)


def browser():
    """A page as a browser saves it with its pictures (chromium), and as SingleFile (npm install single-file-cli) does."""

    class Library(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            is_picture = self.path.endswith(".png")
            self.send_response(200)
            self.send_header("Content-Type", "image/png" if is_picture else "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(PICTURE if is_picture else PAGE.replace("</h1>", "</h1><img src=/p.png>").encode())

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Library)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    rule = f"--host-resolver-rules=MAP library.example 127.0.0.1:{server.server_port}"
    address = "http://library.example/7"
    with tempfile.TemporaryDirectory() as profile:
        options = ["--headless", "--no-sandbox", "--remote-debugging-port=0", "--remote-allow-origins=*", rule]
        options.append(f"--user-data-dir={profile}")
        chromium = subprocess.Popen(["chromium", *options, "about:blank"], stderr=subprocess.DEVNULL)
        port = Path(profile) / "DevToolsActivePort"
        while not (port.exists() and "\n" in port.read_text()):
            time.sleep(0.1)
        number = port.read_text().split("\n")[0]
        pages = json.load(urllib.request.urlopen(f"http://127.0.0.1:{number}/json"))
        page = next(page for page in pages if page["type"] == "page")
        socket = websocket.create_connection(page["webSocketDebuggerUrl"])

        def call(method, **params):
            socket.send(json.dumps({"id": 1, "method": method, "params": params}))
            while True:
                answer = json.loads(socket.recv())
                if answer.get("id") == 1:
                    return answer["result"]

        call("Page.navigate", url=address)
        time.sleep(2)
        (HERE / "page.mhtml").write_bytes(call("Page.captureSnapshot")["data"].encode())
        chromium.terminate()
        chromium.wait()
    subprocess.run(
        ["npx", "single-file", address, str(HERE / "page.html"), "--browser-executable-path", "chromium"]
        + [f"--browser-arg={rule}", "--browser-arg=--no-sandbox"],
        check=True,
    )


def pdf():
    pdf_programs.write(HERE, HERE.parent / "partly_read", TITLE, [BODY, END])


for kind in [packed, warc, columns, tables, databases, office, mail, seven_zip, epub, rtf, browser, pdf]:
    if len(sys.argv) < 2 or kind.__name__ in sys.argv:
        kind()
