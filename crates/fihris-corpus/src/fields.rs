//! Fields: what collections call the parts of their articles.

use serde::{Deserialize, Serialize};

use super::usual_names;

/// A part of an article that a collection has a field for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    /// What names it.
    Id,
    /// The headline.
    Title,
    /// The text.
    Text,
    /// When it was published.
    Date,
    /// Who published it.
    Source,
}

impl Part {
    /// Its name.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.usual_names()[0]
    }

    /// What it is called in collections, the likeliest first, as [`is_same_name`] compares them.
    #[must_use]
    pub fn usual_names(self) -> &'static [&'static str] {
        match self {
            Self::Id => usual_names::ID,
            Self::Title => usual_names::TITLE,
            Self::Text => usual_names::TEXT,
            Self::Date => usual_names::DATE,
            Self::Source => usual_names::SOURCE,
        }
    }
}

/// Whether a text called `name` stands for a longer one.
#[must_use]
pub fn is_summary(name: &str) -> bool {
    usual_names::SUMMARIES
        .iter()
        .any(|summary| is_same_name(summary, name))
}

/// Whether two names are the same but for case and how their words are joined: `publish_date`, `publishDate`,
/// `Publish Date`.
#[must_use]
pub fn is_same_name(one: &str, other: &str) -> bool {
    let is_letter = |byte: &u8| !matches!(byte, b' ' | b'_' | b'-');
    let plain = |byte: u8| byte.to_ascii_lowercase();
    one.bytes()
        .filter(is_letter)
        .map(plain)
        .eq(other.bytes().filter(is_letter).map(plain))
}

/// The names that a collection gives to the parts of its articles, where a user says so; the others
/// are the first of the usual names that a record has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldMap {
    /// Of the id.
    pub id: Option<String>,
    /// Of the headline.
    pub title: Option<String>,
    /// Of the text.
    pub text: Option<String>,
    /// Of the date of publication.
    pub date: Option<String>,
    /// Of who published it.
    pub source: Option<String>,
    /// Of the table that is read of a database.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<String>,
}

impl FieldMap {
    /// Takes `name` for `field` from now on; false if there is no such field.
    pub fn set(&mut self, field: &str, name: &str) -> bool {
        let place = match field {
            "id" => &mut self.id,
            "title" => &mut self.title,
            "text" => &mut self.text,
            "date" => &mut self.date,
            "source" => &mut self.source,
            _ => return false,
        };
        *place = Some(name.to_string());
        true
    }

    /// The name that the user gives to `part`.
    #[must_use]
    pub fn given(&self, part: Part) -> Option<&str> {
        match part {
            Part::Id => self.id.as_deref(),
            Part::Title => self.title.as_deref(),
            Part::Text => self.text.as_deref(),
            Part::Date => self.date.as_deref(),
            Part::Source => self.source.as_deref(),
        }
    }

    /// Those of `names` that may hold `part`, the likeliest first.
    pub fn candidates<'a>(
        &'a self,
        part: Part,
        names: &'a [&'a str],
    ) -> impl Iterator<Item = &'a str> {
        let given = self.given(part);
        let usual = part.usual_names().iter().flat_map(move |usual| {
            let is_it = move |name: &&&str| name.eq_ignore_ascii_case(usual);
            let is_like_it = move |name: &&&str| !is_it(name) && is_same_name(name, usual);
            let exact = names.iter().filter(is_it);
            exact.chain(names.iter().filter(is_like_it)).copied()
        });
        let by_user = names
            .iter()
            .copied()
            .filter(move |name| given.is_some_and(|given| given.eq_ignore_ascii_case(name)));
        by_user.chain(usual.filter(move |_| given.is_none()))
    }

    /// Whether one of `names` may hold the text.
    #[must_use]
    pub fn has_text(&self, names: &[&str]) -> bool {
        self.candidates(Part::Text, names).next().is_some()
    }

    /// Whether one of `names` may hold the text or, where the user names no text, the headline.
    #[must_use]
    pub fn has_text_or_title(&self, names: &[&str]) -> bool {
        let has_title = self.candidates(Part::Title, names).next().is_some();
        self.has_text(names) || self.text.is_none() && has_title
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_found_by_usual_names_unless_told() {
        let mut map = FieldMap::default();
        let names = ["Description", "BODY", "author", "pubdate", "lead"];
        let first = |map: &FieldMap, part| map.candidates(part, &names).next().map(str::to_string);
        assert_eq!(first(&map, Part::Text).as_deref(), Some("BODY"));
        assert_eq!(first(&map, Part::Date).as_deref(), Some("pubdate"));
        assert_eq!(first(&map, Part::Source), None);
        assert!(map.set("text", "lead") && !map.set("lead", "text"));
        assert_eq!(first(&map, Part::Text).as_deref(), Some("lead"));
        map.set("text", "other");
        assert_eq!(first(&map, Part::Text), None);
    }
}
