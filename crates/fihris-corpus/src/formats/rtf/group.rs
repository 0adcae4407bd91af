//! Groups: what is true of the text up to the end of one.

/// Where the text of a group belongs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Place {
    /// The text itself.
    #[default]
    Body,
    /// A note at the foot of a page.
    Note,
    Title,
    Author,
    Subject,
    Keywords,
    /// When the text was made.
    Created,
    /// When it was last changed.
    Changed,
    /// The list of fonts.
    Fonts,
    /// Not for readers.
    Nowhere,
}

/// What is true up to the end of a group.
#[derive(Clone, Copy, Debug)]
pub(super) struct Group {
    pub place: Place,
    /// Whether the same text comes again in Unicode.
    pub comes_again: bool,
    pub is_hidden: bool,
    pub is_deleted: bool,
    /// Whether its writing goes to the left, so that the second font is meant.
    pub is_leftward: bool,
    /// Whether the next word names a place that old readers do not know.
    pub is_optional: bool,
    /// The font.
    pub font: i32,
    /// The font of writing that goes to the left.
    pub other_font: i32,
    /// So many bytes stand behind a character of Unicode for those who do not know it.
    pub fallback: usize,
}

impl Group {
    /// The outermost.
    pub fn new() -> Self {
        Self {
            place: Place::Body,
            comes_again: false,
            is_hidden: false,
            is_deleted: false,
            is_leftward: false,
            is_optional: false,
            font: 0,
            other_font: 0,
            fallback: 1,
        }
    }
}

/// The place of text behind a word, if it names one.
pub(super) fn named(word: &str) -> Option<Place> {
    Some(match word {
        "footnote" => Place::Note,
        "title" => Place::Title,
        "author" => Place::Author,
        "subject" => Place::Subject,
        "keywords" => Place::Keywords,
        "creatim" => Place::Created,
        "revtim" => Place::Changed,
        "fonttbl" => Place::Fonts,
        // Lists of colours and styles, pictures, the heads and feet of pages, numbers of lists, codes of fields, entries of
        // an index, names of shapes, comments, and what is known of the file besides.
        "colortbl" | "stylesheet" | "pict" | "nonshppict" | "header" | "headerl" | "headerr"
        | "headerf" | "footer" | "footerl" | "footerr" | "footerf" | "listtext" | "pntext"
        | "fldinst" | "xe" | "tc" | "sp" | "annotation" | "operator" | "comment" | "doccomm"
        | "company" | "manager" | "category" | "hlinkbase" | "printim" | "buptim" | "ftnsep"
        | "ftnsepc" | "ftncn" | "aftnsep" | "aftnsepc" | "aftncn" | "private" | "objdata" => {
            Place::Nowhere
        }
        _ => return None,
    })
}

/// Places that old readers do not know, with text for readers.
pub(super) const OPTIONAL: [&str; 3] = ["ud", "shpinst", "shptxt"];

/// What a word stands for in the text.
pub(super) fn text(word: &str) -> Option<&'static str> {
    Some(match word {
        "par" | "line" | "sect" | "page" | "column" | "row" | "cell" | "nestrow" | "nestcell"
        | "softline" | "softpage" => "\n",
        "tab" | "emspace" | "enspace" | "qmspace" => " ",
        "emdash" => "—",
        "endash" => "–",
        "bullet" => "•",
        "lquote" => "‘",
        "rquote" => "’",
        "ldblquote" => "“",
        "rdblquote" => "”",
        "zwj" => "\u{200D}",
        "zwnj" => "\u{200C}",
        _ => return None,
    })
}
