//! A bigram model of letters: how well a text reads as Arabic.
//!
//! Bytes read in a wrong code page still give Arabic letters, but in an order that no language has.

/// Letters, and the gap between words, which is number 0.
const CLASSES: usize = 37;

/// `BIGRAM_BITS[a][b]` says in bits (the negative binary logarithm of the share, rounded, at most 9) how
/// surprising it is that class `b` follows class `a`. Counted in the seed articles and, with little weight,
/// in our lists of spellings and whole words (16,000 pairs), smoothed by how frequent `b` is; marks left out.
const BIGRAM_BITS: [&[u8; CLASSES]; CLASSES] = [
    b"9994959249596677869678989574555466396", // gap
    b"0999999386899999989999999999997889897", // ء
    b"3996989455587776358588989676673547484", // آ
    b"6999999968674677328568559477756438495", // أ
    b"4997989467698894969399989797744548293", // ؤ
    b"7999999769994769646567739499392949995", // إ
    b"5999999474799895938686899795583646792", // ئ
    b"3599996969476775947578879666562537796", // ا
    b"3996999276599685949759979589574756492", // ب
    b"0999999999999999999999999999999999999", // ة
    b"2999999469797576957655989685585455494", // ت
    b"3999999275969999949999999996692549693", // ث
    b"5999999246789996837999999999995453593", // ج
    b"4999999374469993745596997994565679494", // ح
    b"4999999258699996849584949996992689594", // خ
    b"2796997463559976959699999595795556474", // د
    b"3999999388699999919999999999964984795", // ذ
    b"3999896334595897999699899777758464373", // ر
    b"3799999143999999949999999499987578694", // ز
    b"3998799346399899969999969596844569482", // س
    b"5994999265496659939899969596937774593", // ش
    b"4999999266999494949996999494892756594", // ص
    b"4999999267599595979999969299997489593", // ض
    b"3999999363799999939799999898392877495", // ط
    b"2998999276799998939899999898896377794", // ظ
    b"2999999364598994969589987998792447584", // ع
    b"1999999387799997947699999997996568283", // غ
    b"3999999386495699758796985699686687592", // ف
    b"3999999354499995839978679594994698494", // ق
    b"3997999365569896637569999997994458393", // ك
    b"3994969356466565859587979586566456444", // ل
    b"2999899355587695959467898598865736493", // م
    b"1999999366598895796777956876899995583", // ن
    b"2999999286596995455999999999998469495", // ه
    b"4994999359586795945396579684464547895", // و
    b"0999999799999999989999999999998989898", // ى
    b"2999999373594886848688889786765537596", // ي
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

/// How a text reads by the bigram model.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct BigramScore {
    /// How surprising it is, in bits.
    pub bits: u32,
    /// Letters of the Arabic script.
    pub letters: u32,
    /// Letters of other scripts outside ASCII, and characters that no text has.
    pub others: u32,
}

impl BigramScore {
    /// Scores a text, or a part of one.
    pub fn new(text: &str) -> Self {
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
    u32::from(BIGRAM_BITS[from][to] - b'0')
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
