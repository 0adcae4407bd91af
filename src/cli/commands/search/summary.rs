//! What is said of an answer as a whole: how many articles match, and where more are.
//!
//! Knows figures, not hits.

use std::io::Write;

use crate::render::json::{Line, SearchSummary, write_line};

use crate::i18n::Message;
use crate::render::clean::one_line;
use fihris_query::suggest::{MissingTerm, Suggestion};

use crate::args::search::SearchArgs;
use crate::support::context::SearchFormat;
use crate::support::failure::{Failure, eprint_message, note};
use crate::support::locale::language;

/// The figures of an answer.
pub struct Answer {
    /// The query that says the same, where what was typed was read otherwise than it stands.
    pub read_as: Option<String>,
    /// Articles that match.
    pub total: u64,
    /// Hits these are, where copies count as one.
    pub stories: u64,
    /// Articles with some of the words, where none has all.
    pub partial: Option<u64>,
    /// Articles that match only in zones that were not searched.
    pub elsewhere: u64,
    /// Articles that would match if it were known when they were published.
    pub undated: u64,
    /// Hits shown.
    pub shown: usize,
    /// Wanted words that no article holds, where nothing was found.
    pub missing: Vec<MissingTerm>,
}

impl Answer {
    /// Says how many articles match: on stdout where that was asked for, else on stderr.
    /// `finds` counts the articles that a search for a single word finds.
    pub fn print(
        &self,
        out: &mut dyn Write,
        args: &SearchArgs,
        query: &str,
        finds: &dyn Fn(&str) -> Result<u64, Failure>,
    ) -> Result<(), Failure> {
        if args.format == SearchFormat::Json {
            let summary = self.summary(args.offset, query);
            write_line(out, &Line::new("summary", summary))?;
            return Ok(());
        }
        if let Some(read_as) = &self.read_as {
            eprint_message(Message::ReadAs(&one_line(read_as)));
        }
        if args.count {
            writeln!(out, "{}", self.total)?;
        }
        out.flush()?;
        if args.group_by.is_some() && self.total > 0 {
            eprint_message(Message::Articles(self.total));
        } else if !(args.count || args.files) {
            self.print_shown(args);
        }
        self.print_missing(finds)?;
        if self.elsewhere > 0 {
            eprint_message(Message::Elsewhere(self.elsewhere));
        }
        if self.undated > 0 {
            eprint_message(Message::Undated(self.undated));
        }
        Ok(())
    }

    /// The same for programs and pages.
    pub fn summary<'a>(&'a self, offset: usize, query: &'a str) -> SearchSummary<'a> {
        SearchSummary {
            query,
            read_as: self.read_as.as_deref(),
            total: self.total,
            stories: if self.partial.is_some() {
                0
            } else {
                self.stories
            },
            partial: self.partial,
            elsewhere: self.elsewhere,
            undated: self.undated,
            offset,
            shown: self.shown,
            missing: &self.missing,
        }
    }

    /// Says which words no article holds, and what is near to them.
    fn print_missing(&self, finds: &dyn Fn(&str) -> Result<u64, Failure>) -> Result<(), Failure> {
        for missing in &self.missing {
            eprint_message(Message::InNoArticle);
            note(format!("  {}", one_line(&missing.term)));
            let mut is_first = true;
            for Suggestion { word, .. } in &missing.suggestions {
                let articles = finds(word)?;
                if articles == 0 {
                    continue; // it stands only where this search does not look
                }
                if std::mem::take(&mut is_first) {
                    eprint_message(Message::PerhapsMeant);
                }
                eprint_message(Message::Suggestion { word, articles });
            }
        }
        Ok(())
    }

    fn print_shown(&self, args: &SearchArgs) {
        let offset = args.offset;
        let total = self.partial.unwrap_or(self.total);
        if self.partial.is_some_and(|partial| partial > 0) {
            eprint_message(Message::OnlyPartial);
        }
        let first = offset.saturating_add(1);
        let last = offset.saturating_add(self.shown);
        let all = if self.stories == total {
            Message::Articles(total)
        } else {
            Message::ArticlesWithoutCopies {
                articles: total,
                stories: self.stories,
            }
        };
        let is_part = |shown| u64::try_from(shown).is_ok_and(|shown| shown < self.stories);
        let said = &all.text(language());
        eprint_message(match self.shown {
            _ if total == 0 => Message::NothingFound,
            0 if args.limit() > 0 => Message::NoneFrom { all: said, first },
            0 => all,
            shown if is_part(shown) => Message::Shown {
                all: said,
                first,
                last,
            },
            _ => all,
        });
    }
}
