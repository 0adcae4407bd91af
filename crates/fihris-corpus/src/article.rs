//! An article: one story of a text, and which part of it is what.

use std::collections::BTreeMap;
use std::ops::Range;

use super::byline_fields::is_address;
use super::fields::is_same_name;
use super::id::ArticleId;
use super::minhash::MinHash;
use super::name::FileName;
use super::note::Note;
use super::repair::repair;
use super::zone::{Zone, ZoneKind};
use super::zones::{Headline, MOST_LINES, Story, has_more_lines, stories};
use arabic_dates::{
    Mention, PublicationDate, for_each_mention, parse_date_field, publication_date,
};

/// So many bytes of the fields of a record each of its stories has.
const LEAST_FIELDS: usize = 1000;

/// One story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// Names the article, the same in every run: its own id where the input gives one, else the name
    /// of its file, with `#n` after it for the n-th article of a file that holds several.
    pub id: ArticleId,
    /// The name of the file that it was read from.
    pub file: FileName,
    /// When it was published, as far as somebody says so.
    pub published: Option<PublicationDate>,
    /// Who published it, where the input says so.
    pub source: Option<String>,
    /// What the input says of it besides, by name: its date, address and the like.
    pub fields: BTreeMap<String, String>,
    /// What is to be known of how it was read: where its file or record was garbled or lost characters, a date
    /// that cannot be.
    pub notes: Vec<Note>,
    /// The byte in the text of its file, or of its record in a collection, at which it begins: 0 but for
    /// the second and further stories. The texts of all stories one after the other are the whole text.
    pub start: usize,
    /// Its place among the articles of its file, or of the archive that this is in, as they are read, from 0;
    /// known when it is indexed.
    pub place: u64,
    /// Of what came by a stream, when it did, as [`crate::arrival`] has it; else 0.
    pub arrival: u64,
    /// The text, as decoded; where it was damaged, as it was put right, of which there is a note.
    pub text: String,
    /// The parts, in the order of the text, not overlapping; they hold all its words.
    pub zones: Vec<Zone>,
}

impl Article {
    /// An article with this headline, if there is one, and this body, as they are: no other zones are looked for.
    #[must_use]
    pub fn new(id: impl Into<ArticleId>, title: &str, body: &str) -> Self {
        let (text, body_start) = match title {
            "" => (body.to_string(), 0),
            _ => (format!("{title}\n\n{body}"), title.len() + 2),
        };
        let zones = [
            (ZoneKind::Title, 0..title.len()),
            (ZoneKind::Body, body_start..text.len()),
        ];
        let zones = zones.into_iter().filter(|(_, range)| !range.is_empty());
        Self {
            id: id.into(),
            file: FileName::default(),
            published: None,
            source: None,
            fields: BTreeMap::new(),
            notes: Vec::new(),
            start: 0,
            place: 0,
            arrival: 0,
            zones: zones.map(|(kind, range)| Zone { kind, range }).collect(),
            text,
        }
    }

    /// The stories of `text` as articles, at least one if it has a word; `id` names the first, `file` is
    /// where it comes from.
    #[must_use]
    pub fn from_text(id: &ArticleId, file: &FileName, text: &str) -> Vec<Self> {
        let (text, notes) = repair(text);
        let mut articles = Self::from_stories(id, file, &text, stories(&text, Headline::InText));
        Self::note(&mut articles, notes);
        articles
    }

    /// Notes on the text that `articles` were made of go with the first.
    fn note(articles: &mut [Self], notes: Vec<Note>) {
        if let Some(first) = articles.first_mut() {
            first.notes.splice(0..0, notes);
        }
    }

    /// The articles of a text that is the body of one, so that its first line is no headline. Where the
    /// headline is known, it comes first, then an empty line, then `body`.
    #[must_use]
    pub fn from_title_and_body(
        id: &ArticleId,
        file: &FileName,
        title: &str,
        body: &str,
    ) -> Vec<Self> {
        let (body, notes) = repair(body);
        let (title, notes_on_title) = repair(title);
        let mut articles = Self::from_sound(id, file, &title, &body);
        Self::note(&mut articles, [notes_on_title, notes].concat());
        articles
    }

    fn from_sound(id: &ArticleId, file: &FileName, title: &str, body: &str) -> Vec<Self> {
        if title.is_empty() {
            return Self::from_stories(id, file, body, stories(body, Headline::NotInText));
        }
        let before = title.len() + 2;
        let text = format!("{title}\n\n{body}");
        let mut stories = stories(body, Headline::Known(title));
        for story in &mut stories {
            story.shift(before);
        }
        let headline = Zone {
            kind: ZoneKind::Title,
            range: 0..title.len(),
        };
        match stories.first_mut() {
            Some(first) => {
                first.range.start = 0;
                first.zones.insert(0, headline);
            }
            None => stories.push(Story {
                range: 0..text.len(),
                zones: vec![headline],
            }),
        }
        Self::from_stories(id, file, &text, stories)
    }

    /// Gives the `fields` of their record to all of `articles`. Those after the first have no more bytes of
    /// them than of text, and some, so that a long field is not kept with each story of a long text.
    pub fn share_fields(articles: &mut [Self], fields: BTreeMap<String, String>) {
        let Some((first, others)) = articles.split_first_mut() else {
            return;
        };
        for article in others {
            let mut left = article.text.len() + LEAST_FIELDS;
            let shared = fields.iter().filter(|(name, value)| {
                let rest = left.checked_sub(name.len() + value.len());
                left = rest.unwrap_or(left);
                rest.is_some()
            });
            article.fields = shared
                .map(|(name, value)| (name.clone(), value.clone()))
                .collect();
        }
        first.fields = fields;
    }

    /// Finds the day of publishing: by `metadata`, the dateline, or the text. A date that cannot be it is
    /// named in the notes.
    pub fn find_published(&mut self, metadata: Option<&str>) {
        let metadata = metadata.map_or(Ok(None), parse_date_field);
        if let Err(refused) = &metadata {
            self.notes
                .push(Note::RefusedDate(refused.written().to_string()));
        }
        let zones = self.zones.iter();
        let datelines: Vec<Range<usize>> = zones
            .filter(|zone| zone.kind == ZoneKind::Dateline)
            .map(|zone| zone.range.clone())
            .collect();
        self.published = publication_date(metadata.unwrap_or(None), &datelines, &self.text);
    }

    /// The dates in its text.
    #[must_use]
    pub fn mentions(&self) -> Vec<Mention> {
        let mut found = Vec::new();
        self.for_each_mention(|mention| found.push(mention));
        found
    }

    /// Calls `take` with each of the dates in its text.
    pub fn for_each_mention(&self, take: impl FnMut(Mention)) {
        let anchor = self.published.as_ref().map(|published| published.date);
        for_each_mention(&self.text, anchor, take);
    }

    /// What tells whether others are copies of it; `None` if its body is too short.
    #[must_use]
    pub fn min_hash(&self) -> Option<MinHash> {
        let zones = self.zones.iter();
        let bodies = zones.filter(|zone| zone.kind == ZoneKind::Body);
        let bodies = bodies.map(|zone| &self.text[zone.range.clone()]);
        MinHash::new(self.title().unwrap_or_default(), bodies)
    }

    /// What the byte `at` of the text stands in: a zone, or the space after one.
    #[must_use]
    pub fn zone_at(&self, at: usize) -> Option<ZoneKind> {
        let behind = self.zones.partition_point(|zone| zone.range.start <= at);
        Some(self.zones.get(behind.checked_sub(1)?)?.kind)
    }

    fn from_stories(id: &ArticleId, file: &FileName, text: &str, stories: Vec<Story>) -> Vec<Self> {
        let mut articles: Vec<Self> = Vec::with_capacity(stories.len());
        for (number, Story { range, mut zones }) in (1..).zip(stories) {
            for zone in &mut zones {
                zone.range = zone.range.start - range.start..zone.range.end - range.start;
            }
            articles.push(Self {
                id: match number {
                    1 => id.clone(),
                    _ => format!("{id}#{number}").into(),
                },
                file: file.clone(),
                published: None,
                source: None,
                fields: BTreeMap::new(),
                notes: Vec::new(),
                start: range.start,
                place: 0,
                arrival: 0,
                text: text[range].to_string(),
                zones,
            });
        }
        if let Some(last) = articles.last_mut()
            && has_more_lines(text)
        {
            last.notes.push(Note::ManyLines(MOST_LINES));
        }
        articles
    }

    /// The headline, where there is one.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        let zone = self
            .zones
            .iter()
            .find(|zone| zone.kind == ZoneKind::Title)?;
        Some(&self.text[zone.range.clone()])
    }

    /// What the input says of it under `name`, case and how words are joined aside.
    #[must_use]
    pub fn field(&self, name: &str) -> Option<&str> {
        let exact = self.fields.get(name);
        let alike = || {
            let mut fields = self.fields.iter();
            fields.find(|(field, _)| is_same_name(field, name))
        };
        let value = exact.or_else(|| Some(alike()?.1));
        value.map(String::as_str)
    }

    /// Its address on the web, where the input gives one.
    #[must_use]
    pub fn url(&self) -> Option<&str> {
        let first = self.field("url")?.split(", http").next()?.trim();
        is_address(first).then_some(first)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_to_the_article_may_hold_its_headline() {
        let link =
            "قال الوزير إن العمل في المدرسة يبدأ غدا.\nرابط الخبر بصحيفة الوئام: مدرسة جديدة";
        let title =
            |title| Article::from_title_and_body(&"7".into(), &"f".into(), title, link)[0].clone();
        assert_eq!(title("").title(), Some("مدرسة جديدة"));
        let known = title("مدرسة جديدة");
        let kinds: Vec<ZoneKind> = known.zones.iter().map(|zone| zone.kind).collect();
        assert_eq!(
            kinds,
            [ZoneKind::Title, ZoneKind::Body, ZoneKind::Boilerplate]
        );
    }

    #[test]
    fn what_cannot_be_its_day_is_noted() {
        let text = "قال الوزير إن العمل في المدرسة يبدأ غدا.\n12 مارس 2021";
        let mut article = Article::from_text(&"7".into(), &"f".into(), text)[0].clone();
        article.find_published(Some("0001-01-01T00:00:00"));
        let published = article.published.as_ref().map(|day| day.date.to_string());
        assert_eq!(published.as_deref(), Some("2021-03-12")); // what the text says
        assert_eq!(article.notes, [Note::RefusedDate("0001-01-01".into())]);
    }

    #[test]
    fn lines_that_are_not_told_apart_are_noted() {
        let noted = |lines| {
            let text = "\n".repeat(lines) + "كلمة أخرى";
            let story = Story {
                range: 0..text.len(),
                zones: Vec::new(),
            };
            let articles = Article::from_stories(&"7".into(), &"f".into(), &text, vec![story]);
            articles[0].notes == [Note::ManyLines(MOST_LINES)]
        };
        assert!(noted(MOST_LINES + 1) && !noted(MOST_LINES));
    }

    #[test]
    fn a_text_of_two_stories_is_two_articles_that_make_it_up() {
        let body =
            "قال الوزير إن العمل في المدرسة الجديدة يبدأ غدا، وأضاف أن الخطة جاهزة منذ شهور.\n\n";
        let other = "أعلنت شركة الطيران أرباحها السنوية أمس في بيان نشرته الصحف، وهي أرباح قياسية فاقت التوقعات.\n\n";
        let label = "إقرأ أيضاً:\n\nشركة الطيران تعلن أرباحها السنوية القياسية\n\n";
        let text = [&body.repeat(3), label, &other.repeat(4)].concat();
        let articles = Article::from_title_and_body(&"7".into(), &"f".into(), "عنوان الخبر", &text);
        let ids: Vec<&str> = articles.iter().map(|article| &*article.id).collect();
        assert_eq!(ids, ["7", "7#2"]);
        assert_eq!(articles[0].title(), Some("عنوان الخبر"));
        assert_eq!(
            articles[1].title(),
            Some("شركة الطيران تعلن أرباحها السنوية القياسية")
        );
        let whole: String = articles.iter().map(|article| &*article.text).collect();
        assert_eq!(whole, format!("عنوان الخبر\n\n{text}"));
        assert_eq!(articles[1].start, articles[0].text.len());
        let mut articles = articles;
        let long = "x".repeat(text.len() + LEAST_FIELDS);
        let fields = [("a", "1"), ("long", &*long), ("z", "2")]
            .map(|(name, value)| (name.into(), value.into()));
        Article::share_fields(&mut articles, BTreeMap::from(fields));
        let names =
            |article: &Article| article.fields.keys().cloned().collect::<Vec<_>>().join(" ");
        assert_eq!(names(&articles[0]), "a long z");
        assert_eq!(names(&articles[1]), "a z");
    }
}
