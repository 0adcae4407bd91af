"""PDF files of one text by programs that lay out Arabic, each in its own way: in one column, and in two.

Needs: pip install weasyprint reportlab arabic-reshaper python-bidi fpdf2 uharfbuzz pymupdf typst
chromium, ghostscript, libreoffice-writer, poppler-utils, texlive-xetex, texlive-lang-arabic; the fonts Amiri and DejaVu Sans
"""

import html
import subprocess
import tempfile
from pathlib import Path

import arabic_reshaper
import fpdf
import pymupdf
import typst
import weasyprint
from bidi.algorithm import get_display
from reportlab.lib.enums import TA_RIGHT
from reportlab.lib.pagesizes import A5
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph

DEJAVU = "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf"
AMIRI = "/usr/share/fonts/opentype/fonts-hosny-amiri/Amiri-Regular.ttf"

FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><dc:title>{title}</dc:title></office:meta>
<office:font-face-decls><style:font-face style:name="Amiri" svg:font-family="Amiri"/></office:font-face-decls>
<office:automatic-styles>
<style:style style:name="P" style:family="paragraph"><style:paragraph-properties style:writing-mode="rl-tb" fo:text-align="{align}"/>
<style:text-properties style:font-name-complex="Amiri" style:font-size-complex="12pt" style:language-complex="ar"/></style:style>
<style:style style:name="S" style:family="section"><style:section-properties style:writing-mode="rl-tb">
<style:columns fo:column-count="{columns}" fo:column-gap="0.6cm"/></style:section-properties></style:style>
<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="14.8cm" fo:page-height="21cm" fo:margin="{margin}"/></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="L"/></office:master-styles>
<office:body><office:text><text:p text:style-name="P">{title}</text:p>
<text:section text:style-name="S" text:name="s">{body}</text:section></office:text></office:body></office:document>
"""

PAGE = """<!DOCTYPE html><html lang=ar dir=rtl><head><meta charset=utf-8><title>{title}</title><style>
@page {{ size: A5; margin: {margin} }} body {{ font: 12pt {font} }} h1 {{ font-weight: normal; font-size: 14pt }} main {{ columns: {columns}; text-align: {align} }}
</style></head><body><h1>{title}</h1><main>{body}</main></body></html>
"""

TEX = r"""\documentclass[a5paper]{{article}}
\usepackage[margin={margin}]{{geometry}}
\usepackage{{multicol}}
\usepackage{{polyglossia}}
\setmainlanguage[numerals=maghrib]{{arabic}}
\newfontfamily\arabicfont[Script=Arabic]{{Amiri}}
\pagestyle{{empty}}\setlength{{\parskip}}{{6pt}}\emergencystretch=3em
\begin{{document}}
\section*{{{title}}}
{begin}
{body}
{end}
\end{{document}}
"""

TYPST = """#set page("a5", margin: {margin})
#set text(font: "Amiri", lang: "ar", dir: rtl, size: 12pt)
#set par(justify: {justify})
#set document(title: "{title}")
= {title}
#columns({columns})[
{body}
]
"""


def run(*command):
    subprocess.run([str(part) for part in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


class Text:
    """The text, and how it is laid out."""

    def __init__(self, title, lines, columns):
        self.title, self.lines, self.columns = title, lines, columns
        self.margin = "2.6cm" if columns > 1 else "1.5cm"
        self.align = "justify" if columns > 1 else "right"

    def paragraphs(self, begin, end):
        return "\n".join(f"{begin}{line}{end}" for line in self.lines)

    def fill(self, template, body, **more):
        about = {"title": self.title, "columns": self.columns, "margin": self.margin, "align": self.align}
        return template.format(body=body, **about, **more)


def writer(text, path):
    with tempfile.TemporaryDirectory() as folder:
        flat = Path(folder) / "text.fodt"
        flat.write_text(text.fill(FLAT, text.paragraphs('<text:p text:style-name="P">', "</text:p>")))
        profile = f"-env:UserInstallation=file://{folder}/profile"
        run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, flat)
        flat.with_suffix(".pdf").rename(path)


def page(text, font):
    return text.fill(PAGE, text.paragraphs("<p>", "</p>"), font=font)


def chromium(text, path):
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "text.html"
        source.write_text(page(text, "DejaVu Sans"))
        profile = f"--user-data-dir={folder}/profile"
        run("chromium", "--headless", "--no-sandbox", profile, "--no-pdf-header-footer", f"--print-to-pdf={path}", source)


def weasy(text, path):
    weasyprint.HTML(string=page(text, "DejaVu Sans")).write_pdf(path)


def mupdf(text, path):
    story = pymupdf.Story(page(text, "sans-serif"), user_css="* { font-weight: normal }")
    out = pymupdf.DocumentWriter(str(path))
    paper = pymupdf.paper_rect("a5")
    device = out.begin_page(paper)
    story.place(paper + (40, 40, -40, -40))
    story.draw(device)
    out.end_page()
    out.close()
    file = pymupdf.open(path)
    file.subset_fonts()
    data = file.tobytes(garbage=4, deflate=True)
    file.close()
    path.write_bytes(data)


def xelatex(text, path):
    begin, end = (r"\begin{multicols}{2}", r"\end{multicols}") if text.columns > 1 else ("", "")
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "text.tex"
        source.write_text(text.fill(TEX, "\n\n".join(text.lines), begin=begin, end=end).replace("%", r"\%"))
        run("xelatex", "-interaction=nonstopmode", f"-output-directory={folder}", source)
        source.with_suffix(".pdf").rename(path)


def typeset(text, path):
    justify = "true" if text.columns > 1 else "false"
    between = "\n#colbreak()\n" if text.columns > 1 else "\n\n"
    source = text.fill(TYPST, between.join(text.lines), justify=justify)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "text.typ"
        file.write_text(source)
        typst.compile(str(file), output=str(path), font_paths=[str(Path(AMIRI).parent)])


def reportlab(text, path):
    """As most recipes have it: letters joined and put in the order of the page before they are drawn."""
    pdfmetrics.registerFont(TTFont("DejaVu", DEJAVU))
    style = ParagraphStyle("ar", fontName="DejaVu", fontSize=11, leading=18, alignment=TA_RIGHT, spaceAfter=8)
    width, height = A5
    gap, edge = 16, 60 if text.columns > 1 else 40
    column = (width - 2 * edge - gap * (text.columns - 1)) / text.columns
    places = [edge + number * (column + gap) for number in reversed(range(text.columns))]
    top = height - 80
    full = Frame(edge, top, width - 2 * edge, 60)
    tall = 150 if text.columns > 1 else top - 40
    frames = [full, *(Frame(x, top - tall, column, tall) for x in places)]
    document = BaseDocTemplate(str(path), pagesize=A5, title=text.title)
    document.addPageTemplates(PageTemplate(frames=frames))

    def lines(line):
        shaped = arabic_reshaper.reshape(line)
        rows, row = [], ""
        for word in shaped.split():
            wider = f"{row} {word}".strip()
            if row and pdfmetrics.stringWidth(wider, "DejaVu", 11) > column - 14:
                rows.append(row)
                wider = word
            row = wider
        return "<br/>".join(html.escape(get_display(row)) for row in [*rows, row])

    title = html.escape(get_display(arabic_reshaper.reshape(text.title)))
    story = [Paragraph(title, style)]
    for number, line in enumerate(text.lines):
        if number == 0 or text.columns > 1:
            story.append(FrameBreak())
        story.append(Paragraph(lines(line), style))
    document.build(story)


def fpdf2(text, path):
    document = fpdf.FPDF(format="a5")
    document.add_page()
    document.set_title(text.title)
    document.add_font("Amiri", fname=AMIRI)
    document.set_font("Amiri", size=13)
    document.set_text_shaping(use_shaping_engine=True, direction="rtl", script="arab", language="ara")
    for line in [text.title, *text.lines]:
        document.multi_cell(0, text=line, align="R", new_x="LMARGIN", new_y="NEXT")
    document.output(str(path))


def distilled(source, path):
    run("gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", f"-sOutputFile={path}", source)


def redrawn(source, path):
    run("pdftocairo", "-pdf", source, path)


def write(folder, partly_read, title, lines):
    """Writes all of them into `folder`, called by their programs, but for those that no reader can read to the end: their letters are
    mapped to nothing."""
    one, two = Text(title, lines, 1), Text(title, lines, 2)
    with_columns = {
        "writer": writer,
        "chromium": chromium,
        "weasyprint": weasy,
        "xelatex": xelatex,
        "typst": typeset,
        "reportlab": reportlab,
    }
    for name, program in with_columns.items():
        program(one, folder / f"{name}.pdf")
        program(two, folder / f"{name}-columns.pdf")
    fpdf2(one, folder / "fpdf2.pdf")
    mupdf(one, partly_read / "mupdf.pdf")
    for ending in ["", "-columns"]:
        distilled(folder / f"writer{ending}.pdf", folder / f"ghostscript{ending}.pdf")
        redrawn(folder / f"chromium{ending}.pdf", folder / f"cairo{ending}.pdf")
