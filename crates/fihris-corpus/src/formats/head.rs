//! Heads: what a feed, or the dump of a wiki, says of itself before its first article.

use crate::tags::{Token, plain, tokens};

/// What is said there of all that follows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Head {
    /// What it is called.
    pub title: Option<String>,
    /// When it was made as it is, as it is written.
    pub built: Option<String>,
    /// The address of the main page of a wiki.
    pub base: Option<String>,
}

/// The elements that say so: of RSS, of Atom, and of wikis.
const TITLES: &[&str] = &["title", "sitename"];
const TIMES: &[&str] = &["lastBuildDate", "updated"];
const BASES: &[&str] = &["base"];

impl Head {
    /// What `markup` says, which ends where the first article begins.
    pub fn parse(markup: &str) -> Self {
        let mut head = Self::default();
        let mut tokens = tokens(markup).peekable();
        while let Some(token) = tokens.next() {
            let Token::Open(name, _) = token else {
                continue;
            };
            let is_one_of = |names: &[&str]| names.iter().any(|it| name.eq_ignore_ascii_case(it));
            let part = if is_one_of(TITLES) {
                &mut head.title
            } else if is_one_of(TIMES) {
                &mut head.built
            } else if is_one_of(BASES) {
                &mut head.base
            } else {
                continue;
            };
            // The first counts: behind it come those of pictures and the like.
            if part.is_none()
                && let Some(Token::Text(text) | Token::Literal(text)) = tokens.peek()
            {
                *part = Some(plain(text)).filter(|text| !text.is_empty());
            }
        }
        head
    }

    /// The address of the page called `title` of the wiki.
    pub fn address(&self, title: &str) -> Option<String> {
        let (folder, _) = self.base.as_ref()?.rsplit_once('/')?;
        Some(format!("{folder}/{}", title.replace(' ', "_")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_of_each_counts() {
        let head = Head::parse(
            "<rss><channel><title>الوكالة &amp; غيرها</title><link>http://a.example/</link>\
             <lastBuildDate>Fri, 05 Jan 2024 10:00:00 GMT</lastBuildDate><image><title>صورة</title></image>",
        );
        assert_eq!(head.title.as_deref(), Some("الوكالة & غيرها"));
        assert_eq!(head.built.as_deref(), Some("Fri, 05 Jan 2024 10:00:00 GMT"));
        let wiki = Head::parse(
            "<mediawiki><siteinfo><sitename>ويكي</sitename><base>https://w.example/wiki/الرئيسية</base></siteinfo>",
        );
        assert_eq!(wiki.title.as_deref(), Some("ويكي"));
        assert_eq!(
            wiki.address("نهر كبير").as_deref(),
            Some("https://w.example/wiki/نهر_كبير")
        );
        assert_eq!(Head::parse("<title>"), Head::default());
    }
}
