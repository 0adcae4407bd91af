//! Letter pairs: how well a text reads as Arabic.
//!
//! Bytes read in a wrong code page still give Arabic letters, but in an order that no language has. Knows
//! how often one letter follows another, not words.

/// Letters, and the gap between words, which is number 0.
const CLASSES: usize = 37;

/// `PAIRS[a][b]` says in bits (the negative binary logarithm of the share, rounded, at most 9) how
/// surprising it is that class `b` follows class `a`. Counted in 19,030 news articles of 14 papers
/// (31 million pairs), marks left out.
const PAIRS: [&[u8; CLASSES]; CLASSES] = [
    b"9994959249596677879677989484664366395", // gap
    b"0999999495699999999999999999998997999", // ء
    b"9999999959457927759499999996982438795", // آ
    b"6999999958665556957466669576655325395", // أ
    b"6999999599558954879349999999734585274", // ؤ
    b"9999999969875664558465569477582539994", // إ
    b"4999999453796695946999999695684465792", // ئ
    b"3699996968487685948687779696671547797", // ا
    b"3996989375598595849768969489574545593", // ب
    b"0999999999999999999999999999999999999", // ة
    b"2997999559686466947666768575565454474", // ت
    b"2999999364899999939999999998493457693", // ث
    b"3999998355599794846799999599994344494", // ج
    b"3999999365476993847596677996554477493", // ح
    b"5999999358499994637784749995992599594", // خ
    b"2997999384669975949799999696776466473", // د
    b"3999999267797999969999999999943973692", // ذ
    b"2997996354596696988677689686649665563", // ر
    b"2799998265798897958999999598895465492", // ز
    b"3999799345396887959799969496854456493", // س
    b"4986698357597756929999979475647574594", // ش
    b"4999999254899484939996989674993658484", // ص
    b"2999999265799476949999979478995486463", // ض
    b"3998998244799899939799979695494746494", // ط
    b"3999999273799999939999999995994373673", // ظ
    b"3999999345589994946678688999683446594", // ع
    b"3999999355599995536599659997994458592", // غ
    b"3999978495597798849698676599566966671", // ف
    b"3999999344499993949886659596795766473", // ق
    b"3997999354459995745679999997994447494", // ك
    b"3985969456476565668567979576555365544", // ل
    b"3999799365576575958566879498664636594", // م
    b"1999999365597786898677966796689784584", // ن
    b"2999999276797994457999999999996359494", // ه
    b"4995979258576685746586668585563446774", // و
    b"0999999999999999999999999999999999999", // ى
    b"2999998463677775847578879696565536596", // ي
];

/// Bits for a character that has no place in Arabic text, or none beside the one before.
const ALIEN: u32 = 12;

/// Bits for a letter of another language in Arabic script, and for a mark out of place.
const UNUSUAL: u32 = 9;

/// Arabic takes at most so many half bits a letter: news articles took 4.0 to 5.1 bits, the same in the
/// wrong code page 5.9 and more.
const MOST_HALF_BITS: u32 = 11;

/// Bits that a text may take more: a short one has rare pairs by chance.
const SLACK: u32 = 6;

/// What a character is in a reading.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A letter of the table, by its class.
    Letter(usize),
    /// Another letter of the script, as Persian and Urdu have them.
    OtherLetter,
    /// Tanwin: ends a word, or stands before its last alef.
    Tanwin,
    /// Another vowel mark, or tatweel.
    Mark,
    /// What stands between words.
    Gap,
    /// A letter outside ASCII of another script.
    Foreign,
    /// What no text has.
    Alien,
}

fn kind(c: char) -> Kind {
    match c {
        '\0'..='\x7F'
        | '«'
        | '»'
        | '\u{A0}'
        | '\u{AD}'
        | '·'
        | '°'
        | '©'
        | '®'
        | '،'
        | '؛'
        | '؟'
        | '\u{2000}'..='\u{206F}'
        | '٠'..='٭'
        | '۰'..='۹'
        | '€'
        | '™' => Kind::Gap,
        'ء'..='غ' => Kind::Letter(c as usize - 'ء' as usize + 1),
        'ف'..='ي' => Kind::Letter(c as usize - 'ف' as usize + 27),
        '\u{64B}'..='\u{64D}' => Kind::Tanwin,
        '\u{640}' | '\u{64E}'..='\u{652}' | '\u{670}' => Kind::Mark,
        '\u{600}'..='\u{6FF}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
            Kind::OtherLetter
        }
        _ if c.is_alphabetic() => Kind::Foreign,
        _ => Kind::Alien,
    }
}

/// How a text reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// How surprising it is, in bits.
    pub bits: u32,
    /// Letters of the Arabic script.
    pub letters: u32,
    /// Letters of other scripts outside ASCII, and characters that no text has.
    pub others: u32,
}

impl Reading {
    /// Of a text, or of a part of one.
    pub fn of(text: &str) -> Self {
        let mut reading = Self::default();
        let mut before = Kind::Gap; // marks skipped
        let mut is_tanwin = false;
        for c in text.chars() {
            let kind = kind(c);
            reading.bits += cost(before, kind, is_tanwin && c != 'ا');
            match kind {
                Kind::Letter(_) | Kind::OtherLetter => reading.letters += 1,
                Kind::Foreign | Kind::Alien => reading.others += 1,
                Kind::Tanwin | Kind::Mark | Kind::Gap => {}
            }
            is_tanwin = kind == Kind::Tanwin;
            if !matches!(kind, Kind::Tanwin | Kind::Mark) {
                before = kind;
            }
        }
        reading
    }

    /// Whether most of what is not ASCII is Arabic letters, in an order that Arabic has.
    pub fn is_arabic(self) -> bool {
        let most_bits = (MOST_HALF_BITS * self.letters).div_ceil(2) + SLACK;
        self.letters > self.others && self.bits <= most_bits
    }
}

/// What it costs that `kind` follows `before`.
fn cost(before: Kind, kind: Kind, is_after_tanwin: bool) -> u32 {
    let from = match before {
        Kind::Letter(from) => from,
        _ => 0,
    };
    let (is_letter, is_foreign) = (from > 0, before == Kind::Foreign);
    match kind {
        Kind::Letter(_) if is_foreign => ALIEN,
        Kind::Letter(to) if is_after_tanwin => UNUSUAL + bits(from, to),
        Kind::Letter(to) => bits(from, to),
        Kind::Gap if is_letter => bits(from, 0),
        Kind::Foreign if is_letter => ALIEN,
        Kind::Alien => ALIEN,
        Kind::OtherLetter => UNUSUAL,
        Kind::Mark | Kind::Tanwin if !is_letter && before != Kind::OtherLetter => UNUSUAL,
        Kind::Gap | Kind::Foreign | Kind::Mark | Kind::Tanwin => 0,
    }
}

fn bits(from: usize, to: usize) -> u32 {
    u32::from(PAIRS[from][to] - b'0')
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The letters of the table, in its order.
    const LETTERS: &str = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي";

    #[test]
    fn letters_have_the_classes_of_the_table() {
        for (class, letter) in (1..).zip(LETTERS.chars()) {
            assert!(kind(letter) == Kind::Letter(class), "{letter}");
        }
    }
}
