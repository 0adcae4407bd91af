//! Files that are broken in every way: each is told, and what can be read is.

use std::fmt::Write;

use insta::assert_snapshot;

use super::pack::{gzip, tar, zip, zstd};
use super::sandbox::Sandbox;

/// Records that are broken, by file name.
fn broken_records() -> Vec<(&'static str, Vec<u8>)> {
    vec![
        (
            "cells.csv",
            "id,text\n1,خبر\n2\n3,خبر,زائد\n4,\"خبر\nآخر\"\n5,\n".into(),
        ),
        ("columns.tsv", "no\tlead\n1\tخبر\n".into()),
        ("quote.csv", "id,text\n1,خبر\n2,\"خبر\n3,خبر\n".into()),
        ("empty.csv", "\n\n".into()),
        ("header.csv", "id,text\n".into()),
        (
            "record.json",
            "[{\"text\": \"خبر\"},\n {\"text\": خبر},\n 7,\n {\"text\": \"خبر آخر\"}]".into(),
        ),
        (
            "array.json",
            "[{\"text\": \"خبر\"},\n {\"text\": \"خبر".into(),
        ),
        ("closed.json", "[{\"text\": \"خبر\"},\n".into()),
        ("words.json", "خبر".into()),
        (
            "latin.jsonl",
            b"{\"text\": \"\xCE\xC8\xD1\"}\n{\"text\": \"\xD8\xAE\xD8\xA8\xD8\xB1\"}\n".to_vec(),
        ),
        (
            "end.xml",
            "<DOC><DOCNO>1</DOCNO><TEXT>خبر</TEXT></DOC>\n<DOC>\n<DOCNO>2<TEXT>خبر مقطوع".into(),
        ),
        ("other.xml", "<html><p>خبر</p></html>".into()),
        (
            "textless.xml",
            "<DOC><DOCNO>1</DOCNO></DOC>\n<DOC><TEXT>خبر</TEXT></DOC>".into(),
        ),
    ]
}

/// Files that are broken as a whole.
fn broken_files() -> Vec<(&'static str, Vec<u8>)> {
    let long = (0..3000).map(|id| {
        format!(
            "{{\"id\": {id}, \"text\": \"خبر رقم {id} عن بغداد\"}}
"
        )
    });
    let long = long.collect::<Vec<_>>().concat();
    let cut = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let image = b"\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR".to_vec();
    vec![
        ("image.txt", image.clone()),
        ("image.json", image.clone()),
        ("image.csv.gz", gzip(&image)),
        ("long.jsonl.gz", cut(gzip(long.as_bytes()))),
        ("long.jsonl.zst", cut(zstd(long.as_bytes()))),
        ("text.txt.gz", cut(gzip(long.as_bytes()))),
        ("false.gz.txt.gz", "خبر".into()),
        ("false.txt.zst", "خبر".into()),
        ("false.zip", "خبر".into()),
        ("empty.zip", zip(&[])),
        ("empty.tar", tar(&[])),
        ("pictures.tar", tar(&[("a.png", &image)])),
        ("nested.zip", zip(&[("a.zip", &zip(&[]))])),
        (
            "cut.tar",
            cut(tar(&[
                ("a.txt", "خبر".as_bytes()),
                ("b.jsonl", long.as_bytes()),
            ])),
        ),
    ]
}

#[test]
fn what_is_broken_is_told_and_the_rest_is_read() {
    let sandbox = Sandbox::new();
    let mut told = String::new();
    for (name, bytes) in broken_records().into_iter().chain(broken_files()) {
        sandbox.write(name, bytes);
        let output = sandbox.run(&["--index", "index", "index", name, "--strict"]);
        let (_, stderr) = output.split_once("--- stderr\n").unwrap();
        let exit = output.lines().next().unwrap();
        write!(told, "{exit}: {stderr}").unwrap();
    }
    assert_snapshot!(told, @"
    exit 2: skipped: cells.csv:3: not an article: cells: 1, but the first row has 2
    skipped: cells.csv:4: not an article: cells: 3, but the first row has 2
    skipped: cells.csv:7: not an article: there is no field in it
    index made in ROOT/index
    files: 1 added, 3 skipped; 2 articles in the index; TIME
    exit 2: skipped: columns.tsv: the first row names no column that is known to be the text (no, lead); name it with --field text=NAME
    files: 1 skipped; 2 articles in the index; TIME
    exit 2: skipped: quote.csv:3: a quotation mark is not closed; what follows it was taken for one cell
    files: 1 added, 1 skipped; 4 articles in the index; TIME
    exit 2: skipped: empty.csv: empty: there is no word in it
    files: 1 skipped; 4 articles in the index; TIME
    exit 2: skipped: header.csv: empty: there is no word in it
    files: 1 skipped; 4 articles in the index; TIME
    exit 2: skipped: record.json:2: not an article: no JSON object: expected value at column 10
    skipped: record.json:3: not an article: no JSON object: invalid type: integer `7`, expected a map at column 1
    files: 1 added, 2 skipped; 6 articles in the index; TIME
    exit 2: skipped: array.json:2: the file ends before this does
    files: 1 added, 1 skipped; 7 articles in the index; TIME
    exit 2: skipped: closed.json:2: the file ends before this does
    files: 1 added, 1 skipped; 8 articles in the index; TIME
    exit 2: skipped: words.json:1: not an article: no JSON object: expected value at column 1
    files: 1 skipped; 8 articles in the index; TIME
    exit 2: skipped: latin.jsonl:1: broken UTF-8 (first bad byte at 10)
    files: 1 added, 1 skipped; 9 articles in the index; TIME
    exit 2: skipped: end.xml:2: the file ends before this does
    files: 1 added, 1 skipped; 11 articles in the index; TIME
    exit 2: skipped: other.xml: no article of a kind of XML that is known is in it
    files: 1 skipped; 11 articles in the index; TIME
    exit 2: skipped: textless.xml:1: not an article: there is no field in it
    files: 1 added, 1 skipped; 12 articles in the index; TIME
    exit 2: skipped: image.txt: a binary file (a NUL byte at 8)
    files: 1 skipped; 12 articles in the index; TIME
    exit 2: skipped: image.json: a binary file (a NUL byte at 8)
    files: 1 skipped; 12 articles in the index; TIME
    exit 2: skipped: image.csv.gz: a binary file (a NUL byte at 8)
    files: 1 skipped; 12 articles in the index; TIME
    exit 2: skipped: long.jsonl.gz: damaged: incomplete deflate stream; it is read up to line 1481
    files: 1 skipped; 1493 articles in the index; TIME
    exit 2: skipped: long.jsonl.zst: damaged: the Zstandard stream breaks off
    files: 1 skipped; 1493 articles in the index; TIME
    exit 2: skipped: text.txt.gz: damaged: incomplete deflate stream
    files: 1 skipped; 1493 articles in the index; TIME
    exit 2: skipped: false.gz.txt.gz: damaged: unexpected end of file
    files: 1 skipped; 1493 articles in the index; TIME
    exit 2: skipped: false.txt.zst: damaged: no valid Zstandard stream
    files: 1 skipped; 1493 articles in the index; TIME
    exit 2: skipped: false.zip: damaged: invalid Zip archive: Could not find EOCD
    files: 1 skipped; 1493 articles in the index; TIME
    exit 2: skipped: empty.zip: an archive without a file that fihris reads
    files: 1 skipped; 1493 articles in the index; TIME
    exit 2: skipped: empty.tar: an archive without a file that fihris reads
    files: 1 skipped; 1493 articles in the index; TIME
    exit 2: skipped: pictures.tar: an archive without a file that fihris reads
    files: 1 skipped; 1 .png not read; 1493 articles in the index; TIME
    exit 2: skipped: nested.zip/a.zip: an archive in an archive; unpack the outer one
    files: 1 skipped; 1493 articles in the index; TIME
    exit 2: skipped: cut.tar/b.jsonl:1518: not an article: no JSON object: EOF while parsing a value at column 13
    skipped: cut.tar: damaged: unexpected EOF during skip
    files: 2 skipped; 3011 articles in the index; TIME
    ");
    let again = sandbox.run(&["--index", "index", "index", "long.jsonl.gz"]);
    assert_snapshot!(again, @"
    exit 2
    --- stdout
    --- stderr
    skipped: long.jsonl.gz: damaged: incomplete deflate stream; it is read up to line 1481
    files: 1 skipped; 3011 articles in the index; TIME
    ");
    let other = zip(&[("a.txt", "خبر".as_bytes())]);
    let mut command = sandbox.command(&["--index", "index", "index", "-"]);
    assert_snapshot!(sandbox.show(&command.write_stdin(other).output().unwrap()), @"
    exit 2
    --- stdout
    --- stderr
    skipped: -: a zip or 7z archive, which cannot be read from a stream; name its file
    files: 1 skipped; 3011 articles in the index; TIME
    ");
}
