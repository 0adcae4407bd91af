//! Tables of texts in all encodings, and what holds for any bytes.

use std::io::Read;

use proptest::prelude::*;

use super::*;

const TEXT: &str = "أعلنت وزارة الصحة اليوم أن المستشفى الجديد في القاهرة يفتح أبوابه غدا، وقال الوزير: \
                    «الخطة جاهزة» منذ 2019.\n";

/// The seed articles.
fn seeds() -> Vec<String> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../seeds");
    let files = std::fs::read_dir(folder).unwrap();
    let seeds = files.map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    seeds.collect()
}

/// `text` without what the encoding lacks, and its bytes in it.
fn encoded(text: &str, encoding: Encoding) -> (String, Vec<u8>) {
    let units = text.encode_utf16();
    if encoding == Encoding::UTF_16LE {
        return (text.into(), units.flat_map(u16::to_le_bytes).collect());
    }
    if encoding == Encoding::UTF_16BE {
        return (text.into(), units.flat_map(u16::to_be_bytes).collect());
    }
    let mut buffer = [0; 4];
    let is_there = |c: &char| !encoding.0.encode(c.encode_utf8(&mut buffer)).2;
    let text: String = text.chars().filter(is_there).collect();
    let bytes = encoding.0.encode(&text).0.into_owned();
    (text, bytes)
}

fn detected(bytes: &[u8]) -> String {
    match decode(bytes.to_vec(), Hint::default()) {
        Ok(decoded) => decoded.encoding.name().to_string(),
        Err(reason) => reason.to_string(),
    }
}

#[test]
fn every_encoding_of_arabic_is_found() {
    let seeds = seeds();
    assert_eq!(seeds.len(), 5);
    for text in seeds.iter().map(String::as_str).chain([TEXT]) {
        for encoding in [
            Encoding::UTF_8,
            Encoding::UTF_16LE,
            Encoding::UTF_16BE,
            Encoding::WINDOWS_1256,
            Encoding::ISO_8859_6,
        ] {
            let (text, bytes) = encoded(text, encoding);
            let decoded = decode(bytes.clone(), Hint::default()).unwrap();
            assert_eq!((decoded.encoding, decoded.notes()), (encoding, Vec::new()));
            assert_eq!(decoded.text, text);
            if !encoding.0.can_encode_everything() && encoding.0.is_single_byte() {
                continue;
            }
            let marked = [&encoded("\u{FEFF}", encoding).1, &bytes[..]].concat();
            assert_eq!(decode(marked, Hint::default()), Ok(decoded));
        }
    }
}

#[test]
fn one_line_is_enough_to_tell_code_pages() {
    for text in [
        "بوتين يجري محادثات مع علييف",
        "وقال الوزير",
        "موسكو",
        "الأحد",
        "مقتل 3 جنود",
        "انتخابات",
        "Reuters: قصف على حلب",
        "café في باريس",
    ] {
        for encoding in [Encoding::WINDOWS_1256, Encoding::ISO_8859_6] {
            let (text, bytes) = encoded(text, encoding);
            match decode(bytes, Hint::default()) {
                Ok(decoded) => assert_eq!(decoded.text, text, "{encoding:?}"),
                Err(reason) => assert_eq!(reason, SkipReason::UnclearEncoding, "{text}"),
            }
        }
    }
}

#[test]
fn what_is_no_arabic_is_refused_or_told() {
    let unknown = SkipReason::UnknownEncoding.to_string();
    let russian = encoding_rs::WINDOWS_1251
        .encode("Министр обороны заявил вчера журналистам")
        .0;
    let koi8 = encoding_rs::KOI8_R
        .encode("Министр обороны заявил вчера журналистам")
        .0;
    let greek = encoding_rs::ISO_8859_7
        .encode("Ο υπουργός δήλωσε χθες στους δημοσιογράφους")
        .0;
    let french = encoding_rs::WINDOWS_1252
        .encode("Le président a été reçu à l’Élysée hier.")
        .0;
    for (bytes, expected) in [
        (&b"plain ASCII"[..], "UTF-8"),
        (b"", "UTF-8"),
        (b"ab\0c", "a binary file (a NUL byte at 2)"),
        (
            b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR",
            "a binary file (a NUL byte at 8)",
        ),
        (b"\xFF\xFE\0\0a\0\0\0", "a binary file (a NUL byte at 0)"),
        (
            b"\xFF\xFEa\0\0\xD8",
            "broken UTF-16LE (first bad byte at 3)",
        ),
        ("نص سليم\u{20}".as_bytes(), "UTF-8"),
        (
            b"\xD9\x86\xD8\xB5 \xD8\xB3\xD9\x84\xD9\x8A\xD9\x85 \xD9",
            "broken UTF-8 (first bad byte at 14)",
        ),
        (&russian, &unknown),
        (&koi8, &unknown),
        (&greek, &unknown),
        (&french, "windows-1252"),
    ] {
        assert_eq!(detected(bytes), expected, "{bytes:?}");
    }
}

#[test]
fn hints_count_where_the_bytes_agree() {
    let windows = encoded(TEXT, Encoding::WINDOWS_1256).1;
    let russian = encoding_rs::WINDOWS_1251
        .encode("Министр обороны заявил вчера")
        .0;
    let found = |bytes: &[u8], forced: Option<&str>, declared: Option<&str>| {
        let hint = Hint {
            forced: forced.and_then(Encoding::from_label),
            declared: declared.and_then(Encoding::from_label),
        };
        decode(bytes.to_vec(), hint).map_or("none", |decoded| decoded.encoding.name())
    };
    for (bytes, forced, declared, expected) in [
        (&windows[..], None, Some("iso-8859-6"), "windows-1256"),
        (&windows, None, Some("utf-8"), "windows-1256"),
        (&windows, None, Some("windows-1252"), "windows-1256"),
        (&russian, None, Some("windows-1251"), "windows-1251"),
        (&russian, None, Some("windows-1252"), "none"),
        (&russian, None, Some("windows-1256"), "none"),
        (&russian, Some("windows-1251"), None, "windows-1251"),
        (&russian, Some("utf-8"), None, "none"),
        (TEXT.as_bytes(), Some("windows-1256"), None, "UTF-8"),
        (TEXT.as_bytes(), None, Some("windows-1256"), "UTF-8"),
        (b"\xEF\xBB\xBFa", Some("windows-1256"), None, "UTF-8"),
    ] {
        assert_eq!(
            found(bytes, forced, declared),
            expected,
            "{forced:?} {declared:?}"
        );
    }
    let page = [&b"<meta charset=windows-1251><p>"[..], &russian].concat();
    assert_eq!(detected(&page), "windows-1251");
}

#[test]
fn streams_are_decoded_in_chunks() {
    let text = TEXT.repeat(1000);
    for encoding in [
        Encoding::UTF_8,
        Encoding::UTF_16LE,
        Encoding::UTF_16BE,
        Encoding::WINDOWS_1256,
        Encoding::ISO_8859_6,
    ] {
        let (text, bytes) = encoded(&text, encoding);
        let (mut stream, found) = decode_stream(&bytes[..], Hint::default()).unwrap();
        let mut read = String::new();
        stream.read_to_string(&mut read).unwrap();
        assert_eq!(found, encoding);
        assert!(read == text, "{encoding:?}");
    }
    let mut bytes = encoded(&text, Encoding::UTF_16LE).1;
    bytes.extend(b"\0\xD8\n\0"); // half a character
    let (mut stream, _) = decode_stream(&bytes[..], Hint::default()).unwrap();
    let mut read = Vec::new();
    stream.read_to_end(&mut read).unwrap();
    assert_eq!(read, [text.as_bytes(), b"\xFF\n"].concat());
}

#[test]
fn lost_characters_are_noted_where_they_are_many() {
    let few = format!("{}\u{FFFD}", TEXT.repeat(10));
    assert_eq!(
        decode(few.into_bytes(), Hint::default()).unwrap().notes(),
        []
    );
    let many = decode("نص\u{FFFD}\u{FFFD} آخر".into(), Hint::default()).unwrap();
    assert_eq!(many.notes(), [Note::LostCharacters(2)]);
}

proptest! {
    #[test]
    fn any_bytes_are_decoded_or_refused(bytes: Vec<u8>, forced in 0..6_usize) {
        let labels = ["", "utf-8", "utf-16be", "windows-1256", "iso-8859-6", "gb18030"];
        let hint = Hint { forced: Encoding::from_label(labels[forced]), declared: None };
        if let Ok((mut stream, _)) = decode_stream(&bytes[..], hint) {
            stream.read_to_end(&mut Vec::new()).unwrap();
        }
        let _ = decode(bytes, hint);
    }

    #[test]
    fn utf_8_comes_back_unchanged(text in "(\\PC|[\n\t]|[ء-ي ]{1,9}|[§ØÙطظ]){0,40}") {
        let decoded = decode(text.clone().into_bytes(), Hint::default()).unwrap();
        prop_assert_eq!(decoded.encoding, Encoding::UTF_8);
        let repaired = decoded.repaired.is_some_and(|repaired| repaired.lines > 0);
        prop_assert!(repaired || decoded.text == text);
    }
}
