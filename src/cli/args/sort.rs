//! The orders and groups of hits, as they are called on the command line.

use std::str::FromStr;

use clap::ValueEnum;

use fihris_corpus::fields::is_same_name;
use fihris_index::Index;
use fihris_search::{GroupBy, SortOrder};

use crate::i18n::{AskingLine, Message};
use crate::render::clean::one_line;
use crate::support::failure::Failure;

/// An order of hits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum SortName {
    /// The best first
    #[default]
    Score,
    /// The oldest first
    Date,
    /// The newest first
    #[value(name = "-date")]
    Newest,
    /// By who published them
    Source,
    /// By the paths of their files
    Path,
}

impl SortName {
    /// The order of this name.
    pub fn get(self) -> SortOrder {
        match self {
            Self::Score => SortOrder::Score,
            Self::Date => SortOrder::Oldest,
            Self::Newest => SortOrder::Newest,
            Self::Source => SortOrder::Source,
            Self::Path => SortOrder::Path,
        }
    }
}

/// What hits are counted by, where that is no field of the input.
const GROUPS: &[(&str, GroupBy)] = &[
    ("source", GroupBy::Source),
    ("day", GroupBy::Day),
    ("week", GroupBy::Week),
    ("month", GroupBy::Month),
    ("year", GroupBy::Year),
];

/// At most so many at once.
const MOST_GROUPS: usize = 2;

/// What hits are counted by: one thing, or two with a comma between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupNames(Vec<GroupBy>);

impl FromStr for GroupNames {
    type Err = BadGroups;

    fn from_str(names: &str) -> Result<Self, BadGroups> {
        let group = |name: &str| {
            let known = GROUPS.iter().find(|(known, _)| *known == name);
            known.map_or_else(|| GroupBy::Field(name.to_string()), |(_, by)| by.clone())
        };
        let names: Vec<&str> = names.split(',').map(str::trim).collect();
        if names.len() > MOST_GROUPS || names.contains(&"") {
            return Err(BadGroups);
        }
        Ok(Self(names.into_iter().map(group).collect()))
    }
}

/// What is no list of groups.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("one or two names with a comma between are wanted, as in source,month")]
pub struct BadGroups;

impl GroupNames {
    /// What these names mean.
    ///
    /// # Errors
    /// If one is of no article in `index`.
    pub fn get(&self, index: &Index) -> Result<&[GroupBy], Failure> {
        let is_known = |by: &GroupBy| !matches!(by, GroupBy::Field(_));
        if self.0.iter().all(is_known) {
            return Ok(&self.0);
        }
        let of_input = index.field_names()?;
        for by in &self.0 {
            if let GroupBy::Field(name) = by
                && !of_input.iter().any(|known| is_same_name(known, name))
            {
                let names = GROUPS.iter().map(|(name, _)| *name);
                let names: Vec<&str> = names.chain(of_input.iter().map(String::as_str)).collect();
                return Err(Failure::new(
                    Message::Asking(AskingLine::NoSuchField(&one_line(name))),
                    Message::Asking(AskingLine::FieldsAre(&one_line(&names.join(",")))),
                ));
            }
        }
        Ok(&self.0)
    }

    /// The names.
    pub fn names(&self) -> Vec<&str> {
        self.0.iter().map(name_of).collect()
    }
}

fn name_of(by: &GroupBy) -> &str {
    let known = GROUPS.iter().find(|(_, known)| known == by);
    match (by, known) {
        (GroupBy::Field(name), _) => name,
        (_, known) => known.map_or("", |(name, _)| name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_one_thing_or_two() {
        let names = |text: &str| text.parse::<GroupNames>().map(|names| names.0).ok();
        assert_eq!(names("month"), Some(vec![GroupBy::Month]));
        let two = vec![GroupBy::Source, GroupBy::Field("القسم".into())];
        assert_eq!(names("source, القسم"), Some(two));
        for bad in ["", "source,", "source,month,day"] {
            assert_eq!(names(bad), None, "{bad}");
        }
        let names: GroupNames = "author,week".parse().unwrap();
        assert_eq!(names.names(), ["author", "week"]);
    }
}
