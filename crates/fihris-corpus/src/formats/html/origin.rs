//! Where a saved page came from, and when, as whoever saved it says.

use jiff::Zoned;
use jiff::fmt::strtime;

use crate::article::Article;
use crate::limits::prefix;

/// So far into a page may it stand, in bytes.
const REACH: usize = 1 << 16;

/// The name of the field that says when a page, or a feed, was taken.
pub const CAPTURED: &str = "captured";

/// Where a page came from, and when.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// Its address on the web.
    pub address: Option<String>,
    /// When it was taken from there.
    pub captured: Option<String>,
}

impl Origin {
    /// What the program that saved the page `html` says in a comment at its beginning.
    pub(super) fn read(html: &str) -> Self {
        let start = prefix(html, REACH);
        let comments = start.split("<!--").skip(1);
        let comments = comments.filter_map(|comment| Some(comment.split_once("-->")?.0));
        for comment in comments {
            // SingleFile: a line each.
            if comment.contains("saved with SingleFile") {
                let value = |name: &str| {
                    let mut lines = comment.lines().map(str::trim);
                    let value = lines.find_map(|line| line.strip_prefix(name))?;
                    Some(value.trim().to_string())
                };
                return Self {
                    address: value("url:").filter(|address| address.starts_with("http")),
                    captured: value("saved date:").map(|date| iso(&date).unwrap_or(date)),
                };
            }
            // Browsers, for Windows: the address behind its length.
            if let Some(saved) = comment.trim().strip_prefix("saved from url=(") {
                let address = saved.split_once(')').map(|(_, address)| address.trim());
                let address = address.filter(|address| address.starts_with("http"));
                return Self {
                    address: address.map(str::to_string),
                    captured: None,
                };
            }
        }
        Self::default()
    }

    /// Says it of `articles`, as far as they do not say it themselves.
    pub(in crate::formats) fn note(&self, articles: &mut [Article]) {
        for article in articles {
            for (name, value) in [("address", &self.address), (CAPTURED, &self.captured)] {
                if let Some(value) = value {
                    let field = article.fields.entry(name.to_string());
                    field.or_insert_with(|| value.clone());
                }
            }
        }
    }
}

/// A time as browsers write it, `Wed Jun 12 2019 11:00:00 GMT+0300 (Arabian Standard Time)`, as ISO 8601 has it.
fn iso(date: &str) -> Option<String> {
    let date = date.split('(').next()?.trim();
    let time = strtime::parse("%a %b %d %Y %H:%M:%S GMT%z", date).ok()?;
    let time: Zoned = time.to_zoned().ok()?;
    Some(time.timestamp().to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_tell_where_a_page_came_from() {
        let origin = |address: &str, captured: Option<&str>| Origin {
            address: Some(address.into()).filter(|it: &String| !it.is_empty()),
            captured: captured.map(str::to_string),
        };
        for (html, expected) in [
            (
                "<!DOCTYPE html> <html lang=ar><!--\n Page saved with SingleFile \n url: https://a.example/خبر?x=1 \n \
                 saved date: Wed Jun 12 2019 11:00:00 GMT+0300 (توقيت الرياض)\n--><meta charset=utf-8>",
                origin("https://a.example/خبر?x=1", Some("2019-06-12T08:00:00Z")),
            ),
            (
                "<!-- x --><!-- Page saved with SingleFile\n saved date: أمس\n-->",
                origin("", Some("أمس")),
            ),
            (
                "<!-- saved from url=(0023)http://a.example/a-b --><html>",
                origin("http://a.example/a-b", None),
            ),
            ("<html><!-- saved from url=(0", Origin::default()),
            (
                "<!-- saved from url=(0014)about:internet -->",
                Origin::default(),
            ),
        ] {
            assert_eq!(Origin::read(html), expected, "{html}");
        }
    }
}
