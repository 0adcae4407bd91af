//! Files in the encodings that Arabic is written in.

use super::sandbox::Sandbox;

/// The bytes of `text` as somebody else's program writes them.
fn in_encoding(text: &str, encoding: &'static encoding_rs::Encoding) -> Vec<u8> {
    encoding.encode(text).0.into_owned()
}

#[test]
fn one_article_in_seven_encodings_is_found_seven_times() {
    let sandbox = Sandbox::new();
    let text = |city: &str| {
        format!("وزير الصحة يزور {city}\n\nوقال الوزير أمس إن المستشفى الجديد في المدينة جاهز.\n")
    };
    let utf_16 = |text: &str, to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
        text.encode_utf16().flat_map(to_bytes).collect()
    };
    let garbled = text("صنعاء").bytes().map(char::from).collect::<String>();
    sandbox.write("news/1.txt", text("بغداد"));
    sandbox.write("news/2.txt", format!("\u{FEFF}{}", text("بيروت")));
    sandbox.write("news/3.txt", utf_16(&text("دمشق"), u16::to_le_bytes));
    sandbox.write(
        "news/4.txt",
        utf_16(&format!("\u{FEFF}{}", text("عمان")), u16::to_be_bytes),
    );
    sandbox.write(
        "news/5.txt",
        in_encoding(&text("الرباط"), encoding_rs::WINDOWS_1256),
    );
    sandbox.write(
        "news/6.txt",
        in_encoding(&text("تونس"), encoding_rs::ISO_8859_6),
    );
    sandbox.write("news/7.txt", garbled);
    let russian = in_encoding(
        "Министр здравоохранения посетил больницу",
        encoding_rs::KOI8_R,
    );
    sandbox.write("news/8.txt", russian);
    sandbox.stdout(&["index", "news"]);
    assert_eq!(sandbox.stdout(&["search", "المستشفى", "--count"]), "7\n");
    assert_eq!(sandbox.found(&["title:الرباط"]), "5.t");
    let status = || {
        let status = sandbox.stdout(&["status"]);
        let is_told = |line: &&str| {
            ["encoding:", "noted:", "skipped:"]
                .iter()
                .any(|name| line.starts_with(name))
        };
        status
            .lines()
            .filter(is_told)
            .collect::<Vec<_>>()
            .join("\n")
    };
    insta::assert_snapshot!(status(), @"
    encoding:  ISO-8859-6: 1
    encoding:  UTF-16BE: 1
    encoding:  UTF-16LE: 1
    encoding:  UTF-8: 3
    encoding:  windows-1256: 1
    noted:     news/7.txt: garbled text repaired in 2 lines
    skipped:   news/8.txt: neither Unicode nor Arabic in a known encoding; name it with: --encoding NAME
    ");
    sandbox.stdout(&["index", "--encoding", "koi8-r"]);
    assert_eq!(sandbox.found(&["больницу"]), "8.t");
    sandbox.write("news/9.txt", in_encoding("Больница", encoding_rs::KOI8_R));
    sandbox.stdout(&["index"]); // the encoding is remembered
    assert_eq!(sandbox.found(&["Больница"]), "9.t");
    insta::assert_snapshot!(status(), @"
    encoding:  KOI8-R: 4
    encoding:  UTF-16BE: 1
    encoding:  UTF-16LE: 1
    encoding:  UTF-8: 3
    noted:     news/7.txt: garbled text repaired in 2 lines
    ");
    let json = sandbox.stdout(&["show", "news/7.txt", "--format", "json"]);
    assert!(
        json.contains("\"note\":\"garbled text repaired in 2 lines\""),
        "{json}"
    );
}
