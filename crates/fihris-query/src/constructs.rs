//! The query language, for people: every construct with an example.

/// A way to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Construct {
    /// A query that uses it.
    pub example: &'static str,
    /// What it finds articles with.
    pub finds: &'static str,
}

/// All ways to ask. Each example finds something in the seed articles; a test sees to it.
pub const CONSTRUCTS: &[Construct] = &[
    construct(
        "قره باغ",
        "both words, in any order; or the name, where the two are one",
    ),
    construct(
        "\"وقف إطلاق النار\"",
        "the words in this order; also between « » and “ ”",
    ),
    construct(
        "\"بوتين علييف\"~3",
        "the words in any order, with at most 3 others between them",
    ),
    construct("بيسكوف OR زاخاروفا", "one of the words"),
    construct(
        "بوتين -بيجر",
        "the first without the second; NOT does the same",
    ),
    construct(
        "(بوتين OR بيسكوف) AND اليوم",
        "one of the first two, and the third; AND may be left out but between the words of a name",
    ),
    construct(
        "+بوتين لبنان",
        "with --any: the first, and better the second too",
    ),
    construct(
        "الأرمي*",
        "words that begin so, whatever clitics stand before them",
    ),
    construct(
        "*كرمل* بو?ين",
        "words of these patterns: * is any letters, ? is one letter",
    ),
    construct(
        "بوتن~",
        "the word but for a letter, or for two if it is long; ~1 and ~2 say how many",
    ),
    construct(
        "=الكريملِن",
        "the word exactly as written, hamzas and vowels too; =\"…\" the phrase",
    ),
    construct(
        "@إعلان",
        "the word with the others of its family, as أعلن; --family does so for all words",
    ),
    construct(
        "أعلن/فعل",
        "the word as a verb; also /اسم noun, /صفة adjective, /علم name, /حرف particle, /عدد number",
    ),
    construct("%حدٍّ", "the word with vowels that do not contradict these"),
    construct(
        "بوتين^3 قره",
        "both, where the first counts three times as much",
    ),
    construct("title:بوتين", "the word in the headline"),
    construct(
        "source:تاس",
        "the word where the article says who published it",
    ),
    construct("tag:قره", "the word among the tags"),
    construct(
        "إيران in:related",
        "the words in these zones: see fihris help search, --zones",
    ),
    construct(
        "date:2021-11",
        "published in this period; 2020, 2020-11-09 and 2020-09..2020-11 are others",
    ),
    construct("mentions:2020-10", "a date in this period in the text"),
    construct(
        "path:seeds/000*",
        "a file whose path, or that of a folder above it, fits; **/ is any folders",
    ),
];

/// What else is to be known.
pub const NOTES: &str = "\
Fields of the input are searched by their names, as in author:بولس or section:\"كرة القدم\", for the words as they are.
Operators are in capitals, or Arabic words between others: أو, a detached و, وليس, ما عدا, باستثناء, and دون or بدون before a
name or a word with the article; the last four not beside more than three words, as in a headline. One line says how a query was read where that is not as it stands; between quotation
marks words are words. Digits may be Arabic (~٣ ^٢ date:٢٠٢٠), ؟ and ٪ are ? and %, && || ! and NEAR/3 are known.
An empty query, * or --since alone lists all articles.
Arabic commas and question marks, tatweel and marks of direction do no harm.
A query with quotation marks stands between single quotes, for the shell.";

const fn construct(example: &'static str, finds: &'static str) -> Construct {
    Construct { example, finds }
}
