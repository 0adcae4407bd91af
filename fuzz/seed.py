#!/usr/bin/env python3
"""Fills fuzz/corpus from the seed articles and from the strings in our own tests."""

import csv, gzip, html, io, json, re, tarfile, zipfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SEEDS = [path.read_text() for path in sorted((ROOT / "seeds").glob("*.txt"))]
SOURCES = [*(ROOT / "src").rglob("*.rs"), *(ROOT / "tests").rglob("*.rs")]
STRING = re.compile(r'"((?:[^"\\]|\\.){2,400})"', re.S)
ESCAPES = {r"\n": "\n", r"\t": "\t", r"\"": '"', r"\\": "\\"}


# The files of programs in tests/ that are seeds for a target, by their endings.
PRODUCED = {
    "office": ["docx", "odt", "pptx", "xlsx", "ods", "epub"],
    "pdf": ["pdf"],
    "rtf": ["rtf"],
    "mail": ["eml", "mbox", "mhtml"],
    "warc": ["wacz", "wet", "gz"],
    "sqlite": ["sqlite", "db"],
    "references": ["ris", "bib"],
    "columns": ["parquet", "arrow", "arrows", "feather", "ipc"],
    "cues": ["srt", "vtt"],
}


def produced(endings):
    for folder in ["produced", "kinds"]:
        for path in sorted((ROOT / "tests" / folder).iterdir()):
            if path.suffix[1:] in endings:
                data = path.read_bytes()
                yield gzip.decompress(data) if path.suffix == ".gz" else data


def strings(folder):
    """The string literals of the sources whose path holds `folder`."""
    for source in SOURCES:
        if folder in str(source.relative_to(ROOT)):
            for literal in STRING.findall(source.read_text()):
                literal = re.sub(r"\\u\{(\w+)\}", lambda hex: chr(int(hex[1], 16)), literal)
                yield re.sub(r'\\[nt"\\]', lambda escape: ESCAPES[escape[0]], literal)


def fill(target, contents):
    folder = HERE / "corpus" / target
    folder.mkdir(parents=True, exist_ok=True)
    for number, content in enumerate(dict.fromkeys(contents)):
        data = content if isinstance(content, bytes) else content.encode(errors="replace")
        (folder / f"seed-{number:04}").write_bytes(data)


def records():
    for number, text in enumerate(SEEDS):
        title, _, body = text.partition("\n")
        yield {"id": number, "title": title, "text": body[:1500], "date": "2020-11-10", "tags": ["a", None]}


def table(separator):
    out = io.StringIO()
    rows = csv.DictWriter(out, ["id", "title", "text", "date", "tags"], delimiter=separator)
    rows.writeheader()
    rows.writerows(records())
    return out.getvalue()


def markup():
    docs = items = ""
    for record in records():
        title, text = html.escape(record["title"]), html.escape(record["text"][:600])
        docs += f"<DOC>\n<DOCNO>{record['id']}</DOCNO><HEADLINE>{title}</HEADLINE>\n<TEXT>{text}</TEXT>\n</DOC>\n"
        items += f"<item><guid>{record['id']}</guid><title><![CDATA[{record['title']}]]></title><description>{text}</description></item>"
    return [docs, f'<?xml version="1.0" encoding="utf-8"?><rss><channel>{items}</channel></rss>']


def page(text):
    title, _, body = text.partition("\n")
    paragraphs = "".join(f"<p>{html.escape(line)}</p>" for line in body[:2000].splitlines())
    linked = json.dumps({"@type": "NewsArticle", "headline": title, "datePublished": "2020-11-10"})
    return (
        f'<html lang=ar><head><meta charset=utf-8><title>{title}</title><meta property="og:title" content="{title}">'
        f'<script type="application/ld+json">{linked}</script></head><body><nav><a href=/>x</a></nav>'
        f"<article><h1>{title}</h1><time datetime=2020-11-10>x</time>{paragraphs}</article></body></html>"
    )


def packed():
    for text in SEEDS[:2]:
        data = text[:800].encode()
        tar, archive = io.BytesIO(), io.BytesIO()
        with tarfile.open(fileobj=tar, mode="w") as out:
            for name in ["a.txt", "b.jsonl"]:
                info = tarfile.TarInfo(name)
                info.size = len(data)
                out.addfile(info, io.BytesIO(data))
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
            out.writestr("a.txt", data)
            out.writestr("b/c.csv", table(",")[:500])
        yield from [gzip.compress(data), tar.getvalue(), archive.getvalue()]


def main():
    lines = [line for text in SEEDS for line in text.splitlines() if line.strip()]
    parts = [text[start : start + 1000] for text in SEEDS for start in range(0, min(len(text), 3000), 1000)]
    fill("words", [*strings("arabic"), *lines[:100]])
    fill("stems", [*strings("arabic"), *parts])
    fill("dates", [*strings("dates"), *(line for line in lines if re.search(r"\d", line))])
    fill("zones", [*strings("zones"), *parts, *SEEDS])
    fill("text", [*strings("zones"), *parts])
    fill("query", [*strings("query"), *strings("tests/cli")])
    codecs = ["utf-8", "utf-8-sig", "cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be"]
    garbled = [line.encode().decode("latin-1").encode() for line in lines[:5]]
    fill("encoding", [*(line.encode(codec, "replace") for line in lines[:30] for codec in codecs), *garbled])
    rows = [json.dumps(record, ensure_ascii=ascii) for record in records() for ascii in (False, True)]
    fill("json_lines", [*strings("json_lines"), *rows, "\n".join(rows[:4])])
    fill("json", [*strings("formats/json"), f"[{','.join(rows[:2])}]", json.dumps(list(records())[:2], indent=1), *rows])
    fill("csv", [*strings("csv"), *map(table, ",;\t|")])
    fill("markup", [*strings("markup"), *markup()])
    fill("html", [*strings("html"), *map(page, SEEDS)])
    fill("packed", packed())
    for target, endings in PRODUCED.items():
        fill(target, produced(endings))


main()
