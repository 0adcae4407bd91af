//! What is said, each with its variables.

use std::io;
use std::path::Path;

use fihris_corpus::Kinds;
use fihris_corpus::selection::BadPattern;
use fihris_corpus::stream::BadStreamName;
use fihris_index::ListLine;
use fihris_index::report::StreamCounts;
use fihris_query::QueryError;

use super::{
    AskingLine, BadConfig, GuideLine, Language, LineProblem, QueryLine, SavedLine, SettingOrigin,
    TableLine, arabic, english,
};

/// Something that is said.
#[derive(Clone, Copy, Debug)]
pub enum Message<'a> {
    // Answers.
    /// Nothing matches.
    NothingFound,
    /// How many articles there are.
    Articles(u64),
    /// How many articles there are, and how many of them are not copies of others.
    ArticlesWithoutCopies {
        articles: u64,
        stories: u64,
    },
    /// What `all` says, and that none of them is shown from this number on.
    NoneFrom {
        all: &'a str,
        first: usize,
    },
    /// What `all` says, and which of them are shown.
    Shown {
        all: &'a str,
        first: usize,
        last: usize,
    },
    /// What is said under a table.
    Table(TableLine<'a>),
    /// Only articles with some of the words are there.
    OnlyPartial,
    /// More articles match outside the zones that were searched.
    Elsewhere(u64),
    /// More articles would match if their days were known.
    Undated(u64),
    /// Head of words that no article holds.
    InNoArticle,
    /// Head of what was meant perhaps.
    PerhapsMeant,
    /// The query that says in fihris's own signs what was typed.
    ReadAs(&'a str),
    /// A word, and how many articles a search for it finds.
    Suggestion {
        word: &'a str,
        articles: u64,
    },
    /// Only the best articles were looked into.
    BestOf {
        best: u64,
        articles: u64,
    },
    /// A timeline of more steps than this tells those without articles together.
    StepsInOne(u64),
    /// There is no such article.
    NoArticle {
        id: &'a str,
    },
    /// Several articles have one id, and all are shown.
    SameId {
        id: &'a str,
        articles: usize,
    },
    /// Several articles have one id, and the first is taken.
    FirstOfSameId {
        id: &'a str,
        articles: usize,
        path: &'a str,
    },
    /// What words were compared with which.
    Compared {
        articles: [u64; 2],
        words: [u64; 2],
    },
    /// How many matches and words near them there were.
    NearMatches {
        matches: u64,
        near: u64,
        others: u64,
    },
    /// What learning found.
    Learned {
        names: usize,
        spellings: usize,
        rejected: usize,
        seconds: f64,
    },
    /// Where it is listed.
    ListedIn(&'a Path),
    /// Where manual pages are.
    ManualPages(&'a Path),

    // Runs of indexing.
    /// A file that is new, changed or gone.
    Added(&'a str),
    Changed(&'a str),
    /// A file that is read as new options say.
    Reread(&'a str),
    Removed(&'a str),
    /// What became of the records of a stream.
    StreamTaken(&'a str, StreamCounts),
    /// A file, or a part of one, that has no articles.
    Skipped {
        path: &'a str,
        reason: &'a str,
    },
    /// Something to know about a file.
    Note {
        path: &'a str,
        note: &'a str,
    },
    /// More were skipped than are named.
    MoreSkipped(u64),
    /// Numbers of files: added, changed, reread, removed, unchanged, skipped, of other kinds.
    Files(&'a [u64; 6], &'a Kinds),
    /// How a file is read: what it is, the name of its encoding, and the fields that parts of articles were found by.
    FileRead {
        path: &'a str,
        kind: &'a str,
        encoding: &'a str,
        fields: &'a str,
        articles: u64,
    },
    /// A file of a kind that is not read, or something else that is no corpus.
    PassedOver {
        path: &'a str,
        reason: Option<&'a str>,
    },
    /// What `files` says would be done.
    WouldBe {
        files: &'a str,
    },
    /// What `files` says was done, and the articles there are now.
    Done {
        files: &'a str,
        articles: u64,
        seconds: f64,
    },
    /// Where the index is that a run writes to, and where it was made.
    IndexIsIn(&'a Path),
    IndexMade(&'a Path),
    /// How the bar of a run reads; what stands in braces is replaced.
    ProgressBar,

    // First minute.
    /// What is said to somebody who begins.
    Guide(GuideLine<'a>),

    // The check of an index.
    /// Something is wrong.
    Problem(&'a str),
    /// What repairs it.
    Repair(&'a str),
    /// Nothing is wrong.
    Sound {
        articles: u64,
        files: u64,
    },

    // Hits.
    /// The zone of a snippet.
    InZone(&'a str),
    /// Copies of an article besides it.
    MoreCopies(usize),
    /// A score.
    Score(f32),
    /// A part of a score.
    Share {
        percent: f32,
        rule: &'a str,
        zone: &'a str,
        times: usize,
        text: &'a str,
        asked: &'a str,
    },
    /// The part of a score that places have.
    Closeness {
        percent: f32,
    },
    /// Why a word matches.
    Reason {
        rule: &'a str,
        text: &'a str,
        asked: &'a str,
    },
    /// Words that articles share.
    SharedWords(&'a str),
    /// Copies of an article like one.
    CopiesOfSimilar(usize),
    /// How many copies a group has.
    GroupOfCopies(usize),
    /// When the first of them was published.
    FirstCopy(&'a str),

    // Explanations and analyses.
    /// Where something stands, how often, and what it counts.
    Stands {
        scope: &'a str,
        articles: u64,
        times: u64,
    },
    /// At most so many words between.
    WordsBetween(u32),
    /// It counts more or less than others.
    CountsTimes(f32),
    Weight(f32),
    /// The head of what a word stands for.
    MembersHead,
    /// A word of the index that one of the query stands for.
    Member {
        rule: &'a str,
        weight: f32,
        articles: u64,
        times: u64,
        form: &'a str,
    },
    /// More of them than are shown.
    MoreMembers(usize),
    NoArticleHolds,
    /// A word that was meant perhaps.
    Perhaps {
        articles: u32,
        word: &'a str,
    },
    ArticlesTotal(u64),
    /// What fihris makes of a word.
    // Dates and tables.
    /// The day of publishing, and how it is known.
    Published {
        date: &'a str,
        by: &'a str,
    },
    /// Between two readings of a date.
    Or,
    /// A date in a text.
    Mention {
        days: &'a str,
        rule: &'a str,
        zone: &'a str,
    },
    /// Between the names of a list.
    Comma,
    /// The columns of tables.
    TermsHead,
    CollocatesHead,
    WordsHead,
    /// How many words an index holds, and how many of them the lexicon does not know.
    WordsTotal {
        forms: u64,
        unknown: u64,
    },

    // Failures and hints.
    /// What stands before a failure, a hint, and a fault of the program.
    Error(&'a str),
    Hint(&'a str),
    Fault(&'a str),
    CannotGoOn,
    ReportThis,
    NoSuchPath(&'a Path),
    QuoteTheQuery,
    NoSuchOption(&'a str),
    OptionsAreInHelp,
    /// A query is not understood, at a place.
    NotUnderstood {
        error: &'a QueryError,
        place: Place<'a>,
    },
    /// The query that was meant perhaps.
    MeantQuery(&'a str),
    HelpQueries,
    /// Something is wrong with a query of many.
    OneQuery {
        at: QueryLine<'a>,
        problem: &'a LineProblem,
    },
    CannotReadQueries {
        file: &'a Path,
        error: &'a io::Error,
    },
    QueriesAreText,
    /// How results are asked for is not possible.
    Asking(AskingLine<'a>),
    /// What is said of saved searches.
    Saved(SavedLine<'a>),
    /// Where a setting comes from.
    Origin(SettingOrigin<'a>),
    OneWordOnly,
    AskEachWord,
    NoCurrentFolder(&'a io::Error),
    ChangeFolder,
    CannotEnter {
        folder: &'a Path,
        error: &'a io::Error,
    },
    ChooseIndexFolder,
    ChooseAnother,
    CannotMakeFolder {
        folder: &'a Path,
        error: &'a io::Error,
    },
    NotAField(&'a str),
    FieldsAreNamed,
    StdinTwice,
    /// A stream is named, but stdin is not read.
    NameWithoutStdin,
    NameIsOfStdin,
    BadStreamName(BadStreamName),
    StreamsAreNamed,
    NameAFile,
    CannotRead {
        file: &'a Path,
        error: &'a io::Error,
    },
    NameAList,
    NotAPattern(&'a BadPattern),
    PatternsAreLike,
    CannotReadStdin(&'a io::Error),
    StdinIsText,
    CannotWriteManual {
        folder: &'a Path,
        error: &'a io::Error,
    },
    NameAnotherFolder,
    CannotWriteTo {
        file: &'a Path,
        error: &'a io::Error,
    },
    NameAWritableFile,
    BadLine {
        file: &'a Path,
        line: &'a ListLine,
    },
    CannotReadSpellings {
        file: &'a Path,
        error: &'a io::Error,
    },
    SpellingsAreText,
    CannotReadLexicon {
        file: &'a Path,
        error: &'a io::Error,
    },
    LexiconIsText,
    CannotReadConfig {
        file: &'a Path,
        error: &'a io::Error,
    },
    ConfigIsNamed,
    BadConfig(&'a BadConfig),
    ConfigIsLike,
    /// A program for files is named, but no files.
    PreWithoutPath,
    NameAPath,
}

/// Where in a query something is wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place<'a> {
    /// Anywhere in it.
    Anywhere,
    /// Behind its last word.
    End,
    /// At its beginning, which reads so.
    Start(&'a str),
    /// Where it reads so.
    Here(&'a str),
}

impl Message<'_> {
    /// The message in `language`, without a line end.
    #[must_use]
    pub fn text(self, language: Language) -> String {
        match language {
            Language::English => english::text(self),
            Language::Arabic => arabic::text(self),
        }
    }
}
