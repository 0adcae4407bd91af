//! What a check finds wrong with an index.

use std::fmt;
use std::path::PathBuf;

use arabic_lexicon::BadLine;
use arabic_text::variants::VariantListError;

use crate::damage::Damage;
use fihris_corpus::skip::SystemError;
use fihris_corpus::{ArticleId, FileName};

/// Something that is wrong with an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub kind: ProblemKind,
    /// What mends it.
    pub repair: Repair,
}

/// What mends a problem, the gravest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Repair {
    /// A list of the user's own, who alone knows what it should say.
    Edit,
    /// Answers are right, but take longer, until the next run.
    Update,
    /// Answers may be wrong.
    Rebuild,
}

/// A line of a list of the user's that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListLine {
    /// Of a list of spellings: it is no group.
    Spellings(VariantListError),
    /// Of a list of words: it is no entry.
    Words(BadLine),
}

impl fmt::Display for ListLine {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Spellings(line) => line.fmt(f),
            Self::Words(line) => line.fmt(f),
        }
    }
}

/// What is wrong with an index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// Its files are damaged.
    Damaged(Damage),
    /// The words in the index are not those of the stored text.
    OtherWords {
        /// The id of the article, or the name of the file.
        name: String,
        /// The name of the segment.
        segment: String,
    },
    /// The columns do not hold what the stored article has.
    OtherColumns {
        /// The id of the article.
        id: ArticleId,
        /// The name of the segment.
        segment: String,
    },
    /// The length in the index is not that of the stored text.
    OtherLength {
        /// The id of the article.
        id: ArticleId,
        /// The name of the segment.
        segment: String,
    },
    /// A stored document is no article.
    NoArticle {
        /// Its number in the segment.
        document: u32,
        /// The name of the segment.
        segment: String,
    },
    /// A file has two records.
    TwoRecords(FileName),
    /// An article is there twice.
    ArticleTwice(ArticleId),
    /// There is no record of the file of an article.
    NoRecord {
        /// The id of the article.
        id: ArticleId,
        /// The name of its file.
        file: FileName,
    },
    /// More problems of a segment than are told.
    More {
        /// The name of the segment.
        segment: String,
        /// How many more.
        problems: usize,
    },
    /// What is derived from the articles is missing, damaged, or older than they or the words that are known.
    NothingDerived,
    /// The vocabulary is not that of the articles.
    OtherVocabulary,
    /// The list of near-duplicates is not that of the articles.
    OtherCopies,
    /// The list of versions is not that of the articles.
    OtherVersions,
    /// A line of a list of the user's cannot be used.
    BadLine {
        /// The list.
        list: PathBuf,
        /// The line.
        line: ListLine,
    },
    /// A list of the user's cannot be read.
    UnreadableList {
        /// The list.
        list: PathBuf,
        /// The system's answer.
        error: SystemError,
    },
}

impl fmt::Display for ProblemKind {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        match self {
            Self::Damaged(damage) => write!(f, "{damage}"),
            Self::OtherWords { name, segment } => write!(
                f,
                "{name}: its words in {segment}.term, .idx and .pos are not those of its text in {segment}.store"
            ),
            Self::OtherColumns { id, segment } => write!(
                f,
                "{id}: its columns in {segment}.fast are not those of its text in {segment}.store"
            ),
            Self::OtherLength { id, segment } => write!(
                f,
                "{id}: its length in {segment}.fieldnorm is not that of its text in {segment}.store"
            ),
            Self::NoArticle { document, segment } => {
                write!(f, "document {document} of {segment}.store is no article")
            }
            Self::TwoRecords(name) => write!(f, "{name}: there are two records of it"),
            Self::ArticleTwice(id) => write!(f, "{id}: it is there twice"),
            Self::NoRecord { id, file } => write!(f, "{id}: there is no record of its file {file}"),
            Self::More { segment, problems } => write!(f, "{segment}: {problems} more problems"),
            Self::NothingDerived => f.write_str(
                "the vocabulary, the list of copies or that of versions is missing, damaged or older than the index or its lexicon",
            ),
            Self::OtherVocabulary => f.write_str("the vocabulary is not that of the articles"),
            Self::OtherCopies => f.write_str("the list of copies is not that of the articles"),
            Self::OtherVersions => f.write_str("the list of versions is not that of the articles"),
            Self::BadLine { list, line } => write!(f, "{}: {line}", list.display()),
            Self::UnreadableList { list, error } => write!(f, "{}: {error}", list.display()),
        }
    }
}
