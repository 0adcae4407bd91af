//! Messages as programs of mail write them.

use super::quotes::set_apart;
use crate::article::Article;
use crate::found::found;

#[test]
fn headers_and_bodies_are_decoded() {
    let mail = "From: =?utf-8?B?2KPYrdmF2K8=?= <a@example.org>\r\nTo: b@example.org\r\nSubject: =?utf-8?B?2LnZhtmI2KfZhg==?=\r\n\
        Date: Thu, 4 Mar 2021 08:00:00 +0000\r\nMessage-ID: <7@example.org>\r\nContent-Type: multipart/alternative; boundary=x\r\n\r\n\
        --x\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n2YbYtQ==\r\n\
        --x\r\nContent-Type: text/html\r\n\r\n<p>other</p>\r\n--x--\r\n";
    assert_eq!(
        found("a.eml", mail.as_bytes()),
        ["7@example.org \"عنوان\\n\\nنص\" author=أحمد date=2021-03-04T08:00:00Z to=b@example.org"]
    );
    for none in ["", "\r\n"] {
        assert_eq!(
            found("a.eml", none.as_bytes()),
            ["damaged: no message with a header"]
        );
    }
}

#[test]
fn bodies_say_their_encoding_or_show_it() {
    let text = "وصل الوزير إلى المدينة صباح اليوم، وقال إن العمل في الطريق الجديد يبدأ غدا بعد توقف دام شهورا.";
    let arabic = encoding_rs::WINDOWS_1256.encode(text).0;
    for header in [
        "Content-Type: text/plain; charset=windows-1256\n",
        "Content-Type: text/plain\n",
        "Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 8bit\n",
        "X: y\n",
    ] {
        let mail = [header.as_bytes(), b"\n", &arabic[..], b"\n"].concat();
        assert!(found("a.eml", &mail)[0].contains(text), "{header}");
    }
    let few = b"Subject: x\nContent-Type: text/plain; charset=windows-1256\n\n\xE4\xDA\xE3\n";
    assert!(found("a.eml", few)[0].contains("نعم"));
}

/// A message of these parts.
fn mixed(parts: &[&str]) -> String {
    let parts: Vec<String> = parts.iter().map(|part| format!("--x\n{part}\n")).collect();
    let parts = parts.concat();
    format!("Subject: خبر\nContent-Type: multipart/mixed; boundary=x\n\n{parts}--x--\n")
}

#[test]
fn attachments_are_articles_of_their_own() {
    let inner = "Content-Type: message/rfc822\n\nSubject: داخل\nContent-Type: multipart/mixed; boundary=y\n\n--y\n\n\nنص داخل\n--y\n\
        Content-Type: text/plain; name=c.txt\nContent-Disposition: attachment\n\nملف\n--y--\n";
    let parts = [
        "Content-Type: text/plain; charset=utf-8\n\nنص",
        "Content-Type: text/csv\nContent-Disposition: attachment; filename=\"../a.csv\"\nContent-Transfer-Encoding: base64\n\naWQsdGV4dAo3LNmC2LXYqQo=",
        "Content-Type: text/plain\nContent-Disposition: attachment; filename*=utf-8''%D8%AE%D8%A8%D8%B1.txt\n\nأول",
        "Content-Type: text/plain\nContent-Disposition: attachment; filename*=utf-8''%D8%AE%D8%A8%D8%B1.txt\n\nثان",
        "Content-Type: image/png\nContent-ID: <1>\nContent-Disposition: inline; filename=logo.png\n\nx",
        "Content-Type: image/png\nContent-Disposition: attachment; filename=photo.png\n\nx",
        "Content-Type: application/zip\nContent-Disposition: attachment; filename=a.zip\n\nx",
        "Content-Type: text/html\nContent-Disposition: attachment\n\n<title>صفحة</title><p>متن الصفحة هنا.",
        inner,
    ];
    let mail = mixed(&parts);
    assert_eq!(
        found("a.eml", mail.as_bytes()),
        [
            "a.eml#1 \"خبر\\n\\nنص\"",
            "7 \"قصة\"",
            "a.eml/خبر.txt \"أول\"",
            "a.eml/3-خبر.txt \"ثان\"",
            "other: a.eml/photo.png",
            "a.eml/a.zip: damaged: invalid Zip archive: Could not find EOCD",
            "a.eml/7.html \"صفحة\\n\\nمتن الصفحة هنا.\"",
            "a.eml/8-message.eml#1 \"داخل\\n\\n\\nنص داخل\"",
            "a.eml/8-message.eml/c.txt \"ملف\"",
        ]
    );
    let mailbox = format!(
        "From a\nSubject: x\n\nنص\n\nFrom b\n{}",
        mixed(&parts[2..3])
    );
    assert_eq!(
        found("a.mbox", mailbox.as_bytes()),
        [
            "a.mbox#1 \"x\\n\\nنص\\n\\n\"",
            "a.mbox#2 \"خبر\\n\\n\"",
            "a.mbox/2/خبر.txt \"أول\""
        ]
    );
}

#[test]
fn messages_in_messages_end_somewhere() {
    let deep = "Subject: a\nContent-Type: message/RFC822\n\n".repeat(100_000);
    let all = found("a.eml", deep.as_bytes());
    assert_eq!(all.len(), 7);
    assert!(
        all[6].ends_with("it is not read with what is attached to it"),
        "{}",
        all[6]
    );
    let sealed = "Subject: سر\nContent-Type: multipart/encrypted; boundary=x\n\n--x\n\nx\n--x--\n";
    assert_eq!(
        found("a.eml", sealed.as_bytes())[0],
        "a.eml:1: damaged: its text is encrypted"
    );
}

/// A message with an attached file.
fn with_file(name: &str, bytes: &[u8]) -> String {
    let bytes: Vec<String> = bytes.iter().map(|byte| format!("={byte:02X}=\n")).collect();
    let bytes = bytes.concat();
    mixed(&[&format!(
        "Content-Type: application/octet-stream\nContent-Transfer-Encoding: quoted-printable\n\
         Content-Disposition: attachment; filename={name}\n\n{bytes}"
    )])
}

/// A zip with one file.
fn zip(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    zip.start_file(name, options).unwrap();
    std::io::Write::write_all(&mut zip, bytes).unwrap();
    zip.finish().unwrap().into_inner()
}

#[test]
fn attached_archives_are_opened_and_those_in_them_are_not() {
    let inner = zip("a.txt", "خبر عن بغداد".as_bytes());
    let closed = "a.eml/w.zip/b.zip: an archive in an archive; unpack the outer one";
    for (name, bytes, expected) in [
        ("w.zip", inner.clone(), "a.eml/w.zip/a.txt \"خبر عن بغداد\""),
        ("w.zip", zip("b.zip", &inner), closed),
        (
            "w.zip",
            zip("b.eml", with_file("v.zip", &inner).as_bytes()),
            "a.eml/w.zip/b.eml/v.zip/a.txt \"خبر عن بغداد\"",
        ),
        ("w.zip", inner[..20].to_vec(), "a.eml/w.zip: damaged: "),
        ("w.7z", inner.clone(), "a.eml/w.7z: damaged: "),
        ("w.tar.gz", inner.clone(), "a.eml/w.tar.gz: damaged: "),
    ] {
        let found = found("a.eml", with_file(name, &bytes).as_bytes());
        let is_found = found.iter().any(|it| it.starts_with(expected));
        assert!(is_found, "{found:?}");
    }
    let mut deep = inner;
    for _ in 0..4 {
        deep = zip("a.eml", with_file("a.zip", &deep).as_bytes());
    }
    let all = found("a.eml", with_file("a.zip", &deep).as_bytes());
    let last = all.last().unwrap();
    assert!(
        last.ends_with("it is not read with what is attached to it"),
        "{last}"
    );
}

/// The parts of `text` that are quoted or a signature.
fn apart(text: &str) -> Vec<String> {
    let mut article = Article::new("7", "خبر", text);
    set_apart(&mut article);
    let zones = article.zones.iter();
    let apart = zones.filter(|zone| zone.kind == crate::ZoneKind::Boilerplate);
    apart
        .map(|zone| article.text[zone.range.clone()].to_string())
        .collect()
}

#[test]
fn quotations_and_signatures_are_set_apart() {
    for (text, expected) in [
        (
            "نعم.\n\nفي ٤ مارس كتب أحمد:\n> هل وصلت؟\n>\n> سلام\n\nوصلت.\n-- \nعلي\nالقاهرة",
            &[
                "في ٤ مارس كتب أحمد:\n> هل وصلت؟\n>\n> سلام",
                "-- \nعلي\nالقاهرة",
            ][..],
        ),
        (
            "نعم.\n-----Original Message-----\nFrom: a\n\nنص",
            &["-----Original Message-----\nFrom: a\n\nنص"],
        ),
        ("نعم.\nرسالة أصلية\nنص", &[]),
        ("قال:\nنعم -- ربما", &[]),
        ("> كل شيء\n> مقتبس", &[]),
    ] {
        assert_eq!(apart(text), expected, "{text}");
    }
}
