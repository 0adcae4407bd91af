//! Legacy bytes: which code page a text without any mark is in.
//!
//! windows-1256 and ISO-8859-6 agree on half of the letters, so a wrong choice still shows Arabic; what
//! decides is how well each reads.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use super::bigrams::BigramScore;
use super::name::Encoding;
use crate::skip::SkipReason;

/// The most bytes that are looked at.
const MOST_BYTES: usize = 1 << 18;

/// The better reading is sure if the other takes so many bits more.
const CLEAR_BITS: u32 = 12;

/// Fewer letters than these prove nothing.
const FEWEST_LETTERS: u32 = 3;

/// A text in Latin letters has at most one byte outside ASCII in so many.
const LATIN_BYTES: usize = 5;

/// The code pages of Arabic, the more common first.
const ARABIC: [Encoding; 2] = [Encoding::WINDOWS_1256, Encoding::ISO_8859_6];

/// The encodings of Europe in Latin letters that a detector tells apart.
const LATIN: [&encoding_rs::Encoding; 5] = [
    encoding_rs::WINDOWS_1252,
    encoding_rs::WINDOWS_1250,
    encoding_rs::WINDOWS_1254,
    encoding_rs::WINDOWS_1257,
    encoding_rs::ISO_8859_2,
];

/// The encoding of `bytes`, where the text itself may declare one.
///
/// # Errors
/// [`SkipReason::UnknownEncoding`] if no reading is sure.
pub(super) fn legacy(bytes: &[u8], declared: Option<Encoding>) -> Result<Encoding, SkipReason> {
    let bytes = &bytes[..bytes.len().min(MOST_BYTES)];
    let verdict = arabic(bytes);
    if let Verdict::Clear(encoding) = verdict {
        return Ok(encoding);
    }
    let is_latin =
        bytes.iter().filter(|byte| !byte.is_ascii()).count() * LATIN_BYTES <= bytes.len();
    let agrees = |encoding: &Encoding| {
        if ARABIC.contains(encoding) {
            verdict == Verdict::Unclear
        } else if LATIN.contains(&encoding.0) {
            is_latin
        } else {
            // UTF-16 would have been told by now.
            encoding.0.is_ascii_compatible() && !encoding.0.decode_without_bom_handling(bytes).1
        }
    };
    if let Some(encoding) = declared.filter(agrees) {
        return Ok(encoding);
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if is_latin && LATIN.contains(&guess) {
        return Ok(Encoding(guess));
    }
    Err(match verdict {
        Verdict::Unclear => SkipReason::UnclearEncoding,
        _ => SkipReason::UnknownEncoding,
    })
}

/// What the letters say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Verdict {
    /// One code page gives Arabic, and no other does so well.
    Clear(Encoding),
    /// Arabic in either, or too little of it.
    Unclear,
    /// No Arabic in any.
    No,
}

fn arabic(bytes: &[u8]) -> Verdict {
    let readings = ARABIC.map(|encoding| {
        let text = encoding.0.decode_without_bom_handling(bytes).0;
        (BigramScore::new(&text), encoding, text)
    });
    let [windows, iso] = &readings;
    let (better, worse) = if iso.0.bits < windows.0.bits {
        (iso, windows)
    } else {
        (windows, iso)
    };
    if better.0.letters < FEWEST_LETTERS || !better.0.is_arabic() {
        return Verdict::No;
    }
    // Where both give the same text, it does not matter.
    if windows.2 == iso.2 || worse.0.bits >= better.0.bits + CLEAR_BITS {
        Verdict::Clear(better.1)
    } else {
        Verdict::Unclear
    }
}
