//! Keyboards: what was typed with the other layout on.
//!
//! `hgvdhq` is what the keys of `الرياض` give while the keyboard is set to Latin letters, `لاشؤن` what those of `back` give
//! while it is set to Arabic. Two Arabic layouts are known: that of Windows (Arabic 101) and that of the Mac.

/// Where the letters stand on an Arabic keyboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Arabic 101 of Windows, which Linux has as well.
    Windows,
    /// That of the Mac.
    Mac,
}

/// Letters that both have on the same keys, in pairs: the key, then the letter.
const BOTH: &str = "qضwصeثrقtفyغuعiهoخpح[جaشsسdيfبgلhاjتkنlم;ك";

/// Those of Windows; `b` is `لا`, which is two letters.
const WINDOWS: &str = "]د'طzئxءcؤvرnىmة,و.ز/ظ`ذYإHأNآJـ";

/// Those of the Mac.
const MAC: &str = "]ةzظxطcذvدbزnرmوDىHآCئVءBأNإMؤ";

/// Keys of Windows that give two letters.
const PAIRS: [(char, &str); 4] = [('b', "لا"), ('T', "لإ"), ('G', "لأ"), ('B', "لآ")];

/// The most Latin texts that an Arabic one is taken for.
const MAX_READINGS: usize = 8;

fn keys(layout: Layout) -> impl Iterator<Item = (char, char)> {
    let own = match layout {
        Layout::Windows => WINDOWS,
        Layout::Mac => MAC,
    };
    let pairs = |text: &'static str| text.chars().step_by(2).zip(text.chars().skip(1).step_by(2));
    pairs(BOTH).chain(pairs(own))
}

/// What the keys of `typed`, which is Latin, give on an Arabic keyboard; `None` if one of them gives no letter there.
/// A capital that has no letter of its own counts as a small one.
///
/// ```
/// use arabic_text::keyboard::{Layout, as_arabic};
/// assert_eq!(as_arabic("hgvdhq", Layout::Windows).as_deref(), Some("الرياض"));
/// assert_eq!(as_arabic("hgndhq", Layout::Mac).as_deref(), Some("الرياض"));
/// assert_eq!(as_arabic("hgyhfm 7", Layout::Windows), None);
/// ```
#[must_use]
pub fn as_arabic(typed: &str, layout: Layout) -> Option<String> {
    let mut text = String::with_capacity(2 * typed.len());
    for key in typed.chars() {
        let of = |wanted: char| {
            keys(layout)
                .find(|(key, _)| *key == wanted)
                .map(|(_, letter)| letter)
        };
        let pair = |wanted: char| {
            PAIRS
                .iter()
                .find(|(key, _)| *key == wanted && layout == Layout::Windows)
        };
        if let Some((_, letters)) = pair(key) {
            text.push_str(letters);
        } else {
            text.push(of(key).or_else(|| of(key.to_ascii_lowercase()))?);
        }
    }
    Some(text)
}

/// What the keys of `typed`, which is Arabic, give on a Latin keyboard, in small letters: most often one text, more where
/// `لا` may have been one key or two; none if a letter is on no key.
///
/// ```
/// use arabic_text::keyboard::{Layout, as_latin};
/// assert_eq!(as_latin("لاشؤن", Layout::Windows), ["back", "ghack"]);
/// ```
#[must_use]
pub fn as_latin(typed: &str, layout: Layout) -> Vec<String> {
    let mut texts = vec![String::new()];
    let mut rest = typed;
    while let Some(letter) = rest.chars().next() {
        let of = keys(layout)
            .find(|(_, it)| *it == letter)
            .map(|(key, _)| key);
        let Some(key) = of else {
            return Vec::new();
        };
        let pair = PAIRS.iter().find(|(_, letters)| rest.starts_with(letters));
        if let Some((both, letters)) = pair.filter(|_| layout == Layout::Windows) {
            let second = letters.chars().nth(1);
            let second = keys(layout)
                .find(|(_, it)| Some(*it) == second)
                .map(|(key, _)| key);
            let apart: Vec<String> = texts.iter().map(|text| format!("{text}{key}")).collect();
            for text in &mut texts {
                text.push(both.to_ascii_lowercase());
            }
            if texts.len() < MAX_READINGS {
                let with_second = |mut text: String| {
                    text.extend(second.map(|key| key.to_ascii_lowercase()));
                    text
                };
                texts.extend(apart.into_iter().map(with_second));
            }
            rest = &rest[letters.len()..];
        } else {
            for text in &mut texts {
                text.push(key.to_ascii_lowercase());
            }
            rest = &rest[letter.len_utf8()..];
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back() {
        for (typed, layout, arabic) in [
            ("hgrhivm", Layout::Windows, "القاهرة"),
            (",.dv hgwpm", Layout::Windows, ""),
            (",.hvm", Layout::Windows, "وزارة"),
            ("bvfhx", Layout::Mac, "زدباط"),
            (";hlg", Layout::Windows, "كامل"),
            ("hgHv]k", Layout::Windows, "الأردن"),
            ("hGv]k", Layout::Windows, "الأردن"),
            ("fb]", Layout::Windows, "بلاد"),
            ("hg.hzv", Layout::Windows, "الزائر"),
            ("mBnde", Layout::Mac, "وأريث"),
        ] {
            let read = as_arabic(typed, layout);
            assert_eq!(read.unwrap_or_default(), arabic, "{typed}");
        }
        for (typed, expected) in [
            ("مهلاف", &["libt", "light"][..]),
            ("صخقمي", &["world"]),
            ("٣", &[]),
        ] {
            assert_eq!(as_latin(typed, Layout::Windows), expected, "{typed}");
        }
    }
}
