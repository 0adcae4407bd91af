//! What is said of an answer as a whole: how many articles match, and where more are.
//!
//! Knows figures, not hits.

use std::io::Write;

use fihris::output::json::{Line, SearchSummary, write_line};

use fihris::output::clean::one_line;
use fihris::query::suggest::{Missing, Suggestion};

use super::context::SearchFormat;
use super::failure::{Failure, tell};
use super::search::Args;

/// The figures of an answer.
pub struct Answer {
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
    pub missing: Vec<Missing>,
}

impl Answer {
    /// Says how many articles match: on stdout where that was asked for, else on stderr.
    pub fn tell(&self, out: &mut dyn Write, args: &Args, query: &str) -> Result<(), Failure> {
        if args.format == SearchFormat::Json {
            let summary = self.summary(args.offset, query);
            write_line(out, &Line::new("summary", summary))?;
            return Ok(());
        }
        if args.count {
            writeln!(out, "{}", self.total)?;
        }
        out.flush()?;
        if args.group_by.is_some() && self.total > 0 {
            tell(articles(self.total));
        } else if !(args.count || args.files) {
            self.tell_shown(args.offset);
        }
        self.tell_missing();
        if self.elsewhere > 0 {
            tell(format!(
                "{} more in links to other articles and the like; --zones all shows them",
                self.elsewhere
            ));
        }
        if self.undated > 0 {
            tell(format!(
                "{} more say nowhere when they were published",
                self.undated
            ));
        }
        Ok(())
    }

    /// The same for programs and pages.
    pub fn summary<'a>(&'a self, offset: usize, query: &'a str) -> SearchSummary<'a> {
        SearchSummary {
            query,
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
    fn tell_missing(&self) {
        for missing in &self.missing {
            tell("in no article:");
            tell(format!("  {}", one_line(&missing.asked)));
            if !missing.suggestions.is_empty() {
                tell("perhaps this was meant:");
            }
            for Suggestion {
                word,
                articles: in_articles,
            } in &missing.suggestions
            {
                tell(format!("  {word} ({})", articles(u64::from(*in_articles))));
            }
        }
    }

    fn tell_shown(&self, offset: usize) {
        let total = self.partial.unwrap_or(self.total);
        if self.partial.is_some_and(|partial| partial > 0) {
            tell("no article has all the words; these have some (--all leaves them out):");
        }
        let first = offset + 1;
        let last = offset + self.shown;
        let all = if self.stories == total {
            articles(total)
        } else {
            format!("{}, without copies {}", articles(total), self.stories)
        };
        tell(match self.shown {
            _ if total == 0 => "nothing found".to_string(),
            0 => format!("{all}, none from number {first} on"),
            shown if u64::try_from(shown).is_ok_and(|shown| shown < self.stories) => {
                format!("{all}, shown {first} to {last}; more with --limit or --offset")
            }
            _ => all,
        });
    }
}

/// A number of articles in words.
fn articles(number: u64) -> String {
    match number {
        1 => "1 article".to_string(),
        _ => format!("{number} articles"),
    }
}
