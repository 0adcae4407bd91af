//! The messages in English.

use super::plural::english as counted;
use super::{Message, Place, files};
use crate::i18n::Language;

#[allow(clippy::too_many_lines)] // a table
pub(super) fn text(message: Message) -> String {
    match message {
        Message::NothingFound => "nothing found".into(),
        Message::Articles(number) => articles(number),
        Message::ArticlesWithoutCopies {
            articles: number,
            stories,
        } => format!("{}, without copies {stories}", articles(number)),
        Message::NoneFrom { all, first } => format!("{all}, none from number {first} on"),
        Message::Shown { all, first, last } => {
            format!("{all}, shown {first} to {last}; more with --limit or --offset")
        }
        Message::Table(line) => line.english(),
        Message::OnlyPartial => {
            "no article has all the words; these have some (--all leaves them out):".into()
        }
        Message::Elsewhere(number) => {
            format!("{number} more in links to other articles and the like; --zones all shows them")
        }
        Message::Undated(number) => format!("{number} more say nowhere when they were published"),
        Message::InNoArticle => "in no article:".into(),
        Message::ReadAs(query) => {
            format!("read as (between quotation marks words are taken as they stand):\n  {query}")
        }
        Message::PerhapsMeant => "perhaps this was meant:".into(),
        Message::Suggestion {
            word,
            articles: number,
        } => format!("  {word} ({})", articles(number)),
        Message::BestOf { best, articles } => {
            format!("the best {best} of {articles} articles; more with --limit")
        }
        Message::StepsInOne(most) => format!(
            "more than {most} steps: those without articles are told together, as 2001-02..2013-05"
        ),
        Message::NoArticle { id } => format!("no article with the id {id} in the index"),
        Message::SameId { id, articles } => {
            format!("{articles} articles have the id {id}: all are shown, with their files")
        }
        Message::FirstOfSameId { id, articles, path } => {
            format!("{articles} articles have the id {id}: this is about the first, of {path}")
        }
        Message::Compared {
            articles: [here, elsewhere],
            words: [words, other_words],
        } => format!(
            "articles that match: {here} ({words} words); others: {elsewhere} ({other_words} words)"
        ),
        Message::NearMatches {
            matches,
            near,
            others,
        } => format!("matches: {matches}; words near them: {near}, others: {others}"),
        Message::Learned {
            names,
            spellings,
            rejected,
            seconds,
        } => format!(
            "names: {names}, in {spellings} spellings; {rejected} rejected before; {seconds:.2} s"
        ),
        Message::ListedIn(file) => format!("listed in {}", file.display()),
        Message::ManualPages(folder) => format!("manual pages: {}", folder.display()),

        Message::Added(path) => format!("added: {path}"),
        Message::Changed(path) => format!("changed: {path}"),
        Message::Reread(path) => format!("read again: {path}"),
        Message::Removed(path) => format!("removed: {path}"),
        Message::StreamTaken(name, counts) => format!(
            "stream {name}: {} added, {} replaced, {} unchanged",
            counted(counts.added, "record", "records"),
            counts.replaced,
            counts.unchanged
        ),
        Message::Skipped { path, reason } => format!("skipped: {path}: {reason}"),
        Message::Note { path, note } => format!("note: {path}: {note}"),
        Message::MoreSkipped(number) => {
            format!("skipped: {number} more; --format json names them all")
        }
        Message::Files(numbers, kinds) => files::english(numbers, kinds),
        Message::FileRead {
            path,
            kind,
            encoding,
            fields,
            articles: number,
        } => {
            let and = if fields.is_empty() { "" } else { "; " };
            let articles = articles(number);
            format!("read: {path}: .{kind}, {encoding}{and}{fields}; {articles}")
        }
        Message::PassedOver { path, reason: None } => format!("not read: {path}"),
        Message::PassedOver {
            path,
            reason: Some(reason),
        } => format!("not read: {path}: {reason}"),
        Message::WouldBe { files } => format!("would be: {files}"),
        Message::Done {
            files,
            articles: number,
            seconds,
        } => format!(
            "files: {files}; {} in the index; {seconds:.2} s",
            articles(number)
        ),
        Message::IndexIsIn(folder) => format!("the index is in {}", folder.display()),
        Message::IndexMade(folder) => format!("index made in {}", folder.display()),
        Message::ProgressBar => "{bar:30} {bytes} of {total_bytes}, {eta} left".into(),

        Message::Guide(line) => line.english(),

        Message::Problem(what) => format!("problem:  {what}"),
        Message::Repair(command) => format!("repair:   {command}"),
        Message::Sound { articles, files } => {
            format!("sound:    {articles} articles, {files} files")
        }

        Message::InZone(zone) => format!("  in {zone}:"),
        Message::MoreCopies(number) => format!("  +{}", counted(number as u64, "copy", "copies")),
        Message::Score(score) => format!("  score {score:.2}"),
        Message::Share {
            percent,
            rule,
            zone,
            times,
            text,
            asked,
        } => format!("  {percent:>5.1} %  {rule:<9} {zone:<9} {times:>3} times  {text} = {asked}"),
        Message::Closeness { percent } => {
            format!("  {percent:>5.1} %  words near each other and in the lead")
        }
        Message::Reason { rule, text, asked } => format!("  {rule}: {text} = {asked}"),
        Message::SharedWords(words) => format!("  shared: {words}"),
        Message::CopiesOfSimilar(number) => format!("  copies: {number}"),
        Message::GroupOfCopies(number) => format!("{number} copies"),
        Message::FirstCopy(date) => format!("first {date}"),

        Message::Stands {
            scope,
            articles: number,
            times,
        } => format!(
            "in {scope}: {}, {}",
            articles(number),
            counted(times, "time", "times")
        ),
        Message::WordsBetween(number) => format!(", at most {number} words between"),
        Message::CountsTimes(boost) => format!(", counts {boost} times"),
        Message::Weight(weight) => format!("weight {weight:.2}"),
        Message::MembersHead => "rule       counts articles   times  word".into(),
        Message::Member {
            rule,
            weight,
            articles,
            times,
            form,
        } => format!("{rule:<10} {weight:>6.2} {articles:>8} {times:>7}  {form}"),
        Message::MoreMembers(number) => format!("and {number} more, which --format json lists"),
        Message::NoArticleHolds => "no article holds it".into(),
        Message::Perhaps { articles, word } => {
            format!("perhaps           {articles:>8}          {word}")
        }
        Message::ArticlesTotal(number) => format!("articles: {number}"),

        Message::Published { date, by } => format!("published {date} ({by})"),
        Message::Or => "or".into(),
        Message::Mention { days, rule, zone } => format!("{days:<24} {rule:<14} {zone:<9}"),
        Message::Comma => ", ".into(),
        Message::TermsHead => format!(
            "{:>8} {:>9} {:>10} {:>9}  word",
            "here", "elsewhere", "G2", "log ratio"
        ),
        Message::WordsHead => format!("{:>8}  word, and its other forms", "articles"),
        Message::WordsTotal { forms, unknown } => {
            format!("{forms} distinct forms; {unknown} of them unknown to the lexicon")
        }
        Message::CollocatesHead => format!(
            "{:>8} {:>8} {:>8} {:>9} {:>10} {:>8}  word",
            "near", "before", "after", "elsewhere", "G2", "logDice"
        ),

        Message::Error(what) => format!("error: {what}"),
        Message::Hint(what) => format!("hint: {what}"),
        Message::Fault(what) => format!("fault: {what}"),
        Message::CannotGoOn => "fihris cannot go on".into(),
        Message::ReportThis => {
            "whether the index is sound, says: fihris check; if it is, please report this".into()
        }
        Message::NoSuchPath(path) => format!("no such file or folder: {}", path.display()),
        Message::NoSuchOption(option) => format!("there is no option {option}"),
        Message::OptionsAreInHelp => {
            "--help lists the options; what a query excludes has one - before it".into()
        }
        Message::QuoteTheQuery => {
            "a query of several words is one argument: put it in quotes".into()
        }
        Message::NotUnderstood { error, place } => {
            let problem = &error.problem;
            format!("the query is not understood: {problem}{}", at(place))
        }
        Message::MeantQuery(query) => format!("perhaps this was meant:\n{query}"),
        Message::HelpQueries => "fihris help queries shows what can be asked".into(),
        Message::OneQuery { at, problem } => at.told(problem, Language::English),
        Message::CannotReadQueries { file, error } => {
            format!("cannot read the queries in {}: {error}", file.display())
        }
        Message::QueriesAreText => {
            "it should be UTF-8 text, a query a line, or id, tab, query".into()
        }
        Message::Asking(line) => line.english(),
        Message::Saved(line) => line.english(),
        Message::Origin(line) => line.english(),
        Message::OneWordOnly => {
            "spellings are those of one word, or of one name that the lists of spellings hold"
                .into()
        }
        Message::AskEachWord => {
            "ask for each word by itself; fihris analyze shows what a name's words are taken for"
                .into()
        }
        Message::NoCurrentFolder(error) => {
            format!("the current folder cannot be entered: {error}")
        }
        Message::ChangeFolder => "change to another one".into(),
        Message::CannotEnter { folder, error } => {
            format!("cannot enter {}: {error}", folder.display())
        }
        Message::ChooseIndexFolder => "choose another folder with --index DIR".into(),
        Message::ChooseAnother => "choose another with --index DIR".into(),
        Message::CannotMakeFolder { folder, error } => {
            format!("cannot make the folder {}: {error}", folder.display())
        }
        Message::NotAField(field) => format!("not a field: {field}"),
        Message::FieldsAreNamed => {
            "id, title, text, date and source can be named, as in --field text=body".into()
        }
        Message::StdinTwice => "stdin cannot be both a list of files and an article".into(),
        Message::NameWithoutStdin => "--name is for what comes by stdin".into(),
        Message::NameIsOfStdin => {
            "read it with a dash, as in: … | fihris index - --name NAME".into()
        }
        Message::BadStreamName(problem) => problem.to_string(),
        Message::StreamsAreNamed => "names are like wire, or wire-2.sports".into(),
        Message::NameAFile => "name a file for one of them".into(),
        Message::CannotRead { file, error } => format!("cannot read {}: {error}", file.display()),
        Message::NameAList => "name a file with a path a line".into(),
        Message::NotAPattern(problem) => format!("not a pattern: {problem}"),
        Message::PatternsAreLike => {
            "patterns are like '*.txt', '2020/**', 'news[0-9].csv', '*.{csv,tsv}'".into()
        }
        Message::CannotReadStdin(error) => format!("cannot read stdin: {error}"),
        Message::StdinIsText => "it should be UTF-8 text".into(),
        Message::CannotWriteManual { folder, error } => format!(
            "cannot write the manual pages into {}: {error}",
            folder.display()
        ),
        Message::NameAnotherFolder => "name another folder".into(),
        Message::CannotWriteTo { file, error } => {
            format!("cannot write to {}: {error}", file.display())
        }
        Message::NameAWritableFile => "name a file in a folder that you may write to".into(),
        Message::BadLine { file, line } => format!("skipped: {}: {line}", file.display()),
        Message::CannotReadSpellings { file, error } => {
            format!("cannot read the spellings in {}: {error}", file.display())
        }
        Message::SpellingsAreText => {
            "it should be UTF-8 text, a group a line, spellings separated by tabs".into()
        }
        Message::CannotReadLexicon { file, error } => {
            format!("cannot read the words in {}: {error}", file.display())
        }
        Message::LexiconIsText => {
            "it should be UTF-8 text, a word a line with its class and plurals".into()
        }
        Message::CannotReadConfig { file, error } => {
            format!("cannot read the config file {}: {error}", file.display())
        }
        Message::ConfigIsNamed => "FIHRIS_CONFIG names another, or none: FIHRIS_CONFIG=".into(),
        Message::BadConfig(bad) => bad.text(Language::English),
        Message::ConfigIsLike => {
            "lines are like: limit = 20, or pre.\"*.djvu\" = \"djvutxt\"".into()
        }
        Message::PreWithoutPath => "--pre names a program, but there are no files to read".into(),
        Message::NameAPath => "name the files or folders behind the query".into(),
    }
}

fn articles(number: u64) -> String {
    counted(number, "article", "articles")
}

/// Where in a query something is wrong.
fn at(place: Place) -> String {
    match place {
        Place::Anywhere => String::new(),
        Place::End => ", at the end of the query".into(),
        Place::Start(there) => format!(", at its start: {there}"),
        Place::Here(there) => format!(", here: {there}"),
    }
}
