//! Archives as crawlers write them.

use crate::{ReadEvent, ReadOptions, read_stream};

/// A record of an archive.
fn record(header: &str, content: &[u8]) -> Vec<u8> {
    let header = header.trim_end().replace('\n', "\r\n");
    let record = format!(
        "WARC/1.0\r\n{header}\r\nContent-Length: {}\r\n\r\n",
        content.len()
    );
    [record.as_bytes(), content, b"\r\n\r\n"].concat()
}

/// What is found in `archive`: articles, problems and files of other kinds.
fn found(archive: &[u8]) -> Vec<String> {
    let mut all = Vec::new();
    let options = ReadOptions::default();
    let result = read_stream("a.warc", &options, archive, &mut |event| {
        all.push(match event {
            ReadEvent::Article(article) => format!(
                "{} {:?} {}",
                article.id, article.text, article.fields["captured"]
            ),
            ReadEvent::Skipped(place, reason) => format!("{place}: {reason}"),
            ReadEvent::OtherKind(name) => format!("other: {name}"),
            ReadEvent::Note(..) => return Ok(()),
        });
        Ok::<_, std::convert::Infallible>(())
    });
    if let Err(error) = result {
        all.push(format!("{error:?}").chars().take(60).collect());
    }
    all
}

fn response(address: &str, answer: &[u8]) -> Vec<u8> {
    let header = format!(
        "WARC-Type: response\nWARC-Target-URI: {address}\nWARC-Date: 2019-06-12T08:00:00Z\nContent-Type: application/http"
    );
    record(&header, answer)
}

#[test]
fn pages_are_articles_and_the_rest_is_counted_or_passed_over() {
    let page = "<html><title>خبر</title><p>وصل الوزير إلى المدينة صباح اليوم.</p></html>";
    let plain = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}");
    let (first, second) = page.as_bytes().split_at(41);
    let mut chunked =
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            .to_vec();
    for piece in [first, second, b""] {
        chunked.extend(format!("{:x}\r\n", piece.len()).as_bytes());
        chunked.extend([piece, b"\r\n"].concat());
    }
    let arabic = encoding_rs::WINDOWS_1256.encode(page).0.into_owned();
    let coded = [
        b"HTTP/1.0 200 OK\r\ncontent-type: text/html; charset=\"windows-1256\"\r\n\r\n",
        &arabic[..],
    ]
    .concat();
    let archive = [
        record("WARC-Type: warcinfo", b"software: a crawler"),
        response("http://a/1", plain.as_bytes()),
        record("WARC-Type: request\nWARC-Target-URI: http://a/1", b"GET / HTTP/1.1"),
        response("http://a/2", &chunked),
        response("<http://a/3>", &coded),
        response("http://a/4", b"HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\nno"),
        response("http://a/p.jpg?x=1", b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n\xFF\xD8"),
        response("http://a/5", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p></p>"),
        record(
            "WARC-Type: conversion\nWARC-Target-URI: http://a/6\nWARC-Date: 2020\nContent-Type: text/plain",
            "نص الصفحة".as_bytes(),
        ),
    ]
    .concat();
    let text = "\"خبر\\n\\nوصل الوزير إلى المدينة صباح اليوم.\" 2019-06-12T08:00:00Z";
    let expected = [
        format!("http://a/1 {text}"),
        format!("http://a/2 {text}"),
        format!("http://a/3 {text}"),
        "other: a.warc/p.jpg".into(),
        "a.warc:http://a/5: empty: there is no main text in the page (what scripts put there is not seen)"
            .into(),
        "http://a/6 \"نص الصفحة\" 2020".into(),
    ];
    assert_eq!(found(&archive), expected);
    let cut = found(&archive[..archive.len() - 10]);
    assert_eq!(cut[..5], expected[..5]);
    assert!(cut[5].contains("EndsInside"), "{cut:?}");
}

#[test]
fn what_is_no_archive_is_told() {
    for (archive, problem) in [
        (&b"WARC/1.0\r\n\r\n"[..], "does not say its length"),
        (
            b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\nshort",
            "EndsInside",
        ),
        (
            b"WARC/1.0\r\nContent-Length: -1\r\n\r\n",
            "does not say its length",
        ),
        (b"WARC/1.0\r\nWARC-Type: x", "EndsInside"),
    ] {
        let problems = found(archive).join("; ");
        assert!(
            problems.contains("Skipped")
                && (problems.contains(problem) || problems.contains("Damage")),
            "{problems}"
        );
    }
}
