//! Code pages: what a byte of text stands for, as the file or the font says.

use encoding_rs::Encoding;

/// The code page of a number that Windows has for it, if it is one that is known.
pub(super) fn by_number(number: i32) -> Option<&'static Encoding> {
    let label = match number {
        708 | 28596 => "iso-8859-6",
        866 => "ibm866",
        874 => "windows-874",
        932 => "shift_jis",
        936 => "gbk",
        949 => "euc-kr",
        950 => "big5",
        10000 => "macintosh",
        65001 => "utf-8",
        1250..=1258 => &format!("windows-{number}"),
        _ => return None,
    };
    Encoding::for_label(label.as_bytes())
}

/// The code page of a font, by the number of its set of characters; `None` where that is the one of the file.
pub(super) fn of_font(charset: i32) -> Option<&'static Encoding> {
    by_number(match charset {
        77 => 10000,
        128 => 932,
        129 => 949,
        134 => 936,
        136 => 950,
        161 => 1253,
        162 => 1254,
        163 => 1258,
        177 | 181 => 1255,
        178..=180 => 1256,
        186 => 1257,
        204 => 1251,
        222 => 874,
        238 => 1250,
        _ => return None,
    })
}
