#!/usr/bin/env python3
"""Makes the files beside it anew, by programs that people use.

Needs: pip install pyarrow warcio brotli lz4 python-docx odfpy openpyxl python-pptx
"""

import bz2
import io
import lzma
import mailbox
from email.message import EmailMessage
from pathlib import Path

import brotli
import docx
import lz4.frame
import openpyxl
import pptx
import pyarrow as pa
import pyarrow.parquet as pq
from odf.opendocument import OpenDocumentText
from odf.text import P
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
TITLE = "افتتاح مكتبة الحي بعد ترميمها"
BODY = "رفع العمال ألف رف خشبي، ووصلت الكتب على متن سفينة شراعية."
END = "وقالت أمينة المكتبة إن القراء ينتظرون هذا اليوم."
TEXT = f"{TITLE}\n\n{BODY}\n{END}\n"
PAGE = f"<html lang=ar><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1><p>{BODY}</p><p>{END}</p></body></html>"


def packed():
    data = TEXT.encode()
    (HERE / "packed.txt.bz2").write_bytes(bz2.compress(data[:40]) + bz2.compress(data[40:]))
    (HERE / "packed.txt.xz").write_bytes(lzma.compress(data))
    (HERE / "packed.txt.lz4").write_bytes(lz4.frame.compress(data))
    (HERE / "packed.txt.br").write_bytes(brotli.compress(data))


def warc():
    with open(HERE / "crawl.warc.gz", "wb") as file:
        writer = WARCWriter(file, gzip=True)
        header = {"WARC-Date": "2019-06-12T08:00:00Z"}
        for number, (kind, body) in enumerate(
            [("text/html; charset=utf-8", PAGE.encode()), ("image/png", b"\x89PNG")]
        ):
            answer = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
            address = f"http://library.example/{number}" + (".png" if number else "")
            record = writer.create_warc_record(
                address, "response", payload=io.BytesIO(body), http_headers=answer, warc_headers_dict=header
            )
            writer.write_record(record)


def tables():
    rows = {"title": [TITLE], "text": [f"{BODY}\n{END}"], "date": [pa.scalar(1560326400000, pa.timestamp("ms"))]}
    table = pa.table(rows)
    pq.write_table(table, HERE / "snappy.parquet", compression="snappy")
    pq.write_table(table, HERE / "gzip.parquet", compression="gzip", data_page_version="2.0")
    pq.write_table(table, HERE / "lz4.parquet", compression="lz4")
    book = openpyxl.Workbook()
    book.active.append(["title", "text", "date"])
    book.active.append([TITLE, f"{BODY}\n{END}", "2019-06-12"])
    book.save(HERE / "table.xlsx")


def office():
    document = docx.Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(BODY)
    document.add_paragraph(END)
    document.save(HERE / "letter.docx")
    text = OpenDocumentText()
    for line in [TITLE, BODY, END]:
        text.text.addElement(P(text=line))
    text.save(HERE / "letter.odt")
    slides = pptx.Presentation()
    slide = slides.slides.add_slide(slides.slide_layouts[1])
    slide.shapes.title.text = TITLE
    slide.placeholders[1].text = f"{BODY}\n{END}"
    slides.save(HERE / "slides.pptx")


def mail():
    message = EmailMessage()
    message["Subject"] = TITLE
    message["From"] = "أمينة المكتبة <desk@library.example>"
    message["Date"] = "Wed, 12 Jun 2019 08:00:00 +0000"
    message.set_content(f"{BODY}\n{END}\n")
    message.add_alternative(PAGE, subtype="html")
    (HERE / "letter.eml").write_bytes(bytes(message))
    path = HERE / "letters.mbox"
    path.unlink(missing_ok=True)
    box = mailbox.mbox(path)
    box.add(message)
    box.close()


packed()
warc()
tables()
office()
mail()
