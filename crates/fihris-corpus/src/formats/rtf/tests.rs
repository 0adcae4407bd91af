//! Texts as word processors write them.

use proptest::prelude::*;

use super::contents::Contents;
use crate::found::found;

/// The text that is for readers.
fn body(rtf: &str) -> String {
    Contents::read(rtf.as_bytes()).text("body")
}

#[test]
fn arabic_is_read_in_all_its_spellings() {
    let fonts = "{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f1\\fnil\\fcharset178 Arial (Arabic);}{\\f2\\fcharset128 MS;}}";
    for (rtf, expected) in [
        ("\\ansicpg1256 \\'c7\\'e1\\'de\\'cf\\'d3", "القدس"),
        ("\\ansicpg1252 {\\f1 \\'c7\\'e1} caf\\'e9", "ال café"),
        ("\\u1575?\\u1604?\\uc0\\u1602\\u1583 \\u1587", "القدس"),
        ("\\uc2\\u1575\\'c7 \\u1604ab\\u1602\\'e1\\'e1", "الق"),
        ("\\uc1{\\uc3\\u1575abc}\\u1604?", "ال"),
        ("\\u-10179?\\u-8704?", "😀"),
        ("\\rtlch\\af1 \\ltrch\\f0 \\'c7\\rtlch\\'c7", "Çا"),
        ("{\\f2 \\'82\\'a0\\'82a}", "あＢ"),
        ("القدس", "القدس"),
        ("\\ansicpg720 \\'c7", "\u{FFFD}"),
        ("a\\~b\\_c\\-d\\emdash e\\{\\\\", "a b-cd—e{\\"),
    ] {
        assert_eq!(
            body(&format!("{{\\rtf1\\ansi{fonts}{rtf}}}")),
            expected,
            "{rtf}"
        );
    }
}

#[test]
fn what_is_not_for_readers_is_passed_over() {
    for (rtf, expected) in [
        ("{\\stylesheet{\\s0 Normal;}}{\\*\\generator x;}a", "a"),
        (
            "a{\\pict\\pngblip 89504e47}{\\header b}{\\*\\x{\\y b}}c",
            "ac",
        ),
        ("{\\pict\\bin4 }}}}}a", "a"),
        ("{\\field{\\*\\fldinst HYPERLINK \"b\"}{\\fldrslt a}}", "a"),
        ("a{\\v b}\\v c\\v0 d{\\deleted e}", "ad"),
        ("{\\upr{b}{\\*\\ud{\\u1575?}}}", "ا"),
        (
            "{\\shp{\\*\\shpinst{\\sp{\\sn n}{\\sv 1}}{\\shptxt a\\par}}}",
            "a\n",
        ),
        ("a\\par\\trowd b\\cell c\\cell\\row", "a\nb\nc\n\n"),
    ] {
        assert_eq!(body(&format!("{{\\rtf1{rtf}}}")), expected, "{rtf}");
    }
}

#[test]
fn title_author_and_day_are_those_of_the_properties() {
    let rtf = "{\\rtf1\\ansi\\ansicpg1256{\\info{\\title \\'da\\'e4}{\\author {\\upr{?}{\\*\\ud{\\u1593?\\u1604?\\u1610?}}}}\
        {\\creatim\\yr2021\\mo3\\dy4\\hr8}{\\revtim\\yr2022}}\\pard \\'e4\\'d5{\\footnote \\u1607?}\\par}";
    assert_eq!(
        found("a.rtf", rtf.as_bytes()),
        ["a.rtf#1 \"عن\\n\\nنص\\nه\" author=علي date=2021-03-04T08:00:00"]
    );
}

#[test]
fn exports_of_databases_are_articles() {
    let row = |code: &str, value: &str| format!("\\trowd {code}\\cell {value}\\cell\\row ");
    let article = |title: &str| {
        ["HD", "PD", "SN", "LP"]
            .map(|code| row(code, if code == "HD" { title } else { "1" }))
            .concat()
    };
    let rtf = format!("{{\\rtf1 {}{}}}", article("first"), article("second"));
    let titles = [
        "a.rtf#1 \"first\\n\\n1\" source=1 date=1",
        "a.rtf#2 \"second\\n\\n1\" source=1 date=1",
    ];
    assert_eq!(found("a.rtf", rtf.as_bytes()), titles);
}

#[test]
fn what_is_damaged_is_named() {
    let whole = "{\\rtf1 \\u1582?\\u1576?\\u1585? one\\par two}";
    assert_eq!(
        found("a.rtf", &whole.as_bytes()[..whole.len() - 5]),
        ["a.rtf#1 \"خبر one\"", "the file ends before this does"]
    );
    let other = "damaged: it does not begin as RTF does";
    for (bytes, reason) in [
        (&b""[..], "empty: there is no word in it"),
        (b"{\\rtf1}", "empty: there is no word in it"),
        (b"PK\x03\x04", other),
        (b"\xD0\xCF\x11\xE0", other),
        (b"<html>", other),
    ] {
        assert_eq!(found("a.rtf", bytes), [reason]);
    }
    let deep = format!("{{\\rtf1 {}a", "{".repeat(1_000_000));
    assert_eq!(found("a.rtf", deep.as_bytes()).len(), 2);
    let closed = format!("{{\\rtf1 a{}b", "}".repeat(1_000_000));
    assert_eq!(body(&closed), "ab");
}

proptest! {
    #[test]
    fn nothing_is_too_odd(
        pieces in prop::collection::vec(
            prop_oneof![
                Just("{"), Just("}"), Just("\\"), Just("\\*"), Just("\\'"), Just("c7"), Just("\\u"), Just("\\uc"),
                Just("-"), Just("9999999999"), Just("1 "), Just("\\upr"), Just("\\ud"), Just("\\f"), Just("\\fonttbl"),
                Just("\\fcharset128"), Just("\\bin"), Just("\\par"), Just("\\footnote"), Just("ن"), Just("\\u-10179"),
            ],
            0..60,
        ),
        bytes in prop::collection::vec(any::<u8>(), 0..60),
    ) {
        for rest in [pieces.concat().into_bytes(), bytes] {
            let rtf = [b"{\\rtf1 ", &*rest].concat();
            let text = Contents::read(&rtf).text("body");
            prop_assert!(text.len() <= 3 * rtf.len());
        }
    }
}
