//! What is said under tables and lists: how much there is, what was compared, and where it was written to.

use std::path::Path;

use fihris_analysis::keyness::BEYOND_CHANCE;

use super::plural::Case::Nominative;
use super::plural::{ARTICLES, arabic as counted, english as counted_in_english};
/// A line under a table.
#[derive(Clone, Copy, Debug)]
pub enum TableLine<'a> {
    /// How many articles there are, and which of them are listed.
    Listed {
        articles: u64,
        first: usize,
        last: usize,
    },
    /// On how many days there is no article, the first of them, and how many more periods there are.
    DaysWithout {
        days: u64,
        named: &'a str,
        more: usize,
    },
    /// How many articles were written, and where to.
    Exported {
        articles: u64,
        to: &'a Path,
    },
    /// What words of two queries were compared, and how many articles of both were left out.
    ComparedTwo {
        articles: [u64; 2],
        words: [u64; 2],
        in_both: u64,
    },
    /// How many of how many articles were drawn, and the number that says which.
    Drawn {
        drawn: u64,
        articles: u64,
        seed: u64,
    },
    SeriesHead,
    /// Which log-likelihood is beyond chance, and how many of how many words that are shown are below it.
    ByChance {
        below: usize,
        shown: usize,
    },
    /// How many articles of both sides were left out.
    InBoth(u64),
    /// The columns of names.
    NamesHead,
    /// How many names there are in how many articles, and how many articles a name was given up in.
    NamesTotal {
        names: usize,
        articles: u64,
        given_up: u64,
    },
    /// The words that are typical of a side.
    TypicalOf(usize),
}

impl TableLine<'_> {
    /// The line, without its end.
    pub(super) fn english(self) -> String {
        let articles = |number| counted_in_english(number, "article", "articles");
        match self {
            Self::Listed {
                articles: number,
                first,
                last,
            } => format!("{}, listed {first} to {last}", articles(number)),
            Self::DaysWithout { days, named, more } => {
                let days = counted_in_english(days, "day", "days");
                let more = match more {
                    0 => String::new(),
                    more => format!(", and {more} more periods"),
                };
                format!("{days} without an article: {named}{more}")
            }
            Self::Exported {
                articles: number,
                to,
            } => format!("{} written to {}", articles(number), to.display()),
            Self::ComparedTwo {
                articles: [here, there],
                words: [words, other_words],
                in_both,
            } => format!(
                "articles that match: {here} ({words} words); of --vs: {there} ({other_words} words); in both, and left out: {in_both}"
            ),
            Self::Drawn {
                drawn,
                articles: number,
                seed,
            } => format!("{drawn} of {}, by the seed {seed}", articles(number)),
            Self::ByChance { below, shown } => format!(
                "G2 from {BEYOND_CHANCE} on is beyond chance (p < 0.0001, each word by itself); below it: {below} of {shown}"
            ),
            Self::InBoth(articles) => format!("articles in both, and left out: {articles}"),
            Self::NamesHead => {
                "articles, times, of what; then the name and its other spellings".into()
            }
            Self::NamesTotal {
                names,
                articles: number,
                given_up,
            } => {
                let said = format!("names: {names}, in {}", articles(number));
                match given_up {
                    0 => said,
                    most => format!(
                        "{said}; there are too many to count those that stand in no more than {most}"
                    ),
                }
            }
            Self::TypicalOf(side) => format!("typical of {side}, against the other:"),
            Self::SeriesHead => {
                "time, all articles; then for each number its articles, and these of every 10,000"
                    .into()
            }
        }
    }

    /// The same in Arabic.
    pub(super) fn arabic(self) -> String {
        let articles = |number| counted(number, &ARTICLES, Nominative);
        match self {
            Self::Listed {
                articles: number,
                first,
                last,
            } => format!("{}، والمعروض من {first} إلى {last}", articles(number)),
            Self::DaysWithout { days, named, more } => {
                let more = match more {
                    0 => String::new(),
                    more => format!("، وغيرها من المدد: {more}"),
                };
                format!("الأيام التي لا مقالات فيها: {days}، وهي {named}{more}")
            }
            Self::Exported {
                articles: number,
                to,
            } => format!(
                "كُتب {}:\n  {}",
                counted(number, &ARTICLES, Nominative),
                to.display()
            ),
            Self::ComparedTwo {
                articles: [here, there],
                words: [words, other_words],
                in_both,
            } => format!(
                "المقالات المطابقة: {here} (كلماتها {words})؛ ومقالات --vs: {there} (كلماتها {other_words})؛ وما طابق الاستعلامين معًا فتُرك: {in_both}"
            ),
            Self::Drawn {
                drawn,
                articles: number,
                seed,
            } => format!(
                "المسحوب: {drawn} من أصل {}؛ والبذرة {seed}",
                articles(number)
            ),
            Self::ByChance { below, shown } => format!(
                "ما بلغت نسبة أرجحيته (G2) {BEYOND_CHANCE} فليس مصادفة (p < 0.0001 لكل كلمة وحدها)؛ وما دونها: {below} من {shown}"
            ),
            Self::InBoth(articles) => {
                format!("المقالات التي في الطرفين معًا، ولم تُعدّ: {articles}")
            }
            Self::NamesHead => {
                "الأعمدة بالترتيب: المقالات، فالمرات، فالنوع، فالاسم وسائر تهجئاته".into()
            }
            Self::NamesTotal {
                names,
                articles: number,
                given_up,
            } => {
                let said = format!("الأسماء: {names}؛ والمقالات المقروءة: {number}");
                match given_up {
                    0 => said,
                    most => format!(
                        "{said}؛ وهي أكثر من أن يُعدّ منها ما لا يرد في أكثر من هذا العدد من المقالات: {most}"
                    ),
                }
            }
            Self::TypicalOf(side) => format!("ما يميّز {side} من الآخر:"),
            Self::SeriesHead => {
                "الأعمدة بالترتيب: الفترة، فكل المقالات؛ ثم لكل رقم مقالاته، فنصيبها من كل 10,000"
                    .into()
            }
        }
    }
}
