//! Metadata: what a page says of itself, for machines and for readers.
//!
//! Sites say it in many ways, and not all of them right: each thing is taken from the first place that has
//! it, the most careful ones first.

use std::collections::HashSet;

use dom_query::Document;

use crate::byline_fields::is_address;

use super::lines::one_line;
use super::linked_data::LinkedData;
use super::page::Page;
use super::shown_date;
use super::time::time;
use super::title;

/// Names of `meta` properties with the day of publishing.
const PUBLISHED: &[&str] = &[
    "article:published_time",
    "og:article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "publication_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date.created",
    "dcterms.created",
    "dc.date",
    "date",
];

/// Names of `meta` properties with the name of who wrote it.
const AUTHOR: &[&str] = &[
    "author",
    "dc.creator",
    "dcterms.creator",
    "parsely-author",
    "sailthru.author",
    "article:author",
    "byl",
];

/// What in a page is the time of the article, and not of another or of a comment.
const MARKED_TIMES: &[&str] = &[
    "[itemprop='datePublished'], [property='schema:datePublished'], [property='dc:date']",
    "time[pubdate], time.published",
];

/// The most key words that are kept.
const MOST_TAGS: usize = 1000;

/// All but the text.
pub(super) fn read(document: &Document, linked: &LinkedData) -> Page {
    let metas = Metas::read(document);
    let site = metas
        .first(&["og:site_name"])
        .or_else(|| linked.publisher.clone())
        .or_else(|| metas.first(&["application-name"]));
    Page {
        title: title::choose(
            [
                linked.headline.clone(),
                metas.first(&["og:title", "twitter:title"]),
                document
                    .select("title")
                    .iter()
                    .next()
                    .and_then(|title| one_line(&title.text())),
            ],
            site.as_deref(),
            &title::headings(document),
        ),
        author: linked
            .author
            .clone()
            .or_else(|| metas.first(AUTHOR).filter(|name| !is_address(name))),
        published: linked
            .published
            .clone()
            .or_else(|| metas.first(PUBLISHED))
            .or_else(|| MARKED_TIMES.iter().find_map(|place| time(document, place)))
            .or_else(|| shown_date::read(document)),
        language: attribute(document, "html[lang]", "lang").or_else(|| metas.first(&["og:locale"])),
        address: [
            attribute(document, "link[rel='canonical']", "href"),
            metas.first(&["og:url"]),
            linked.address.clone(),
        ]
        .into_iter()
        .flatten()
        .find(|address| address.starts_with("http")),
        tags: tags(document, &metas, linked),
        text: String::new(),
        site,
    }
}

/// The `meta` elements: names in lower case, and contents.
struct Metas(Vec<(String, String)>);

impl Metas {
    fn read(document: &Document) -> Self {
        let metas = document.select("meta[content]");
        let metas = metas.iter().filter_map(|meta| {
            let name = ["property", "name", "itemprop"]
                .iter()
                .find_map(|key| meta.attr(key))?;
            let content = one_line(&meta.attr("content")?)?;
            Some((name.trim().to_ascii_lowercase(), content))
        });
        Self(metas.collect())
    }

    fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a String> {
        self.0
            .iter()
            .filter(move |meta| meta.0 == name)
            .map(|meta| &meta.1)
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        names.iter().find_map(|name| self.all(name).next().cloned())
    }
}

/// Those given for the article; only where there are none, those for search engines, which often are the
/// site's own. A list that merely takes the title to pieces says nothing.
fn tags(document: &Document, metas: &Metas, linked: &LinkedData) -> Vec<String> {
    let links = document.select("a[rel~='tag']");
    let links = links.iter().filter_map(|link| one_line(&link.text()));
    let given = metas.all("article:tag").chain(&linked.keywords).cloned();
    let tags = split_tags(given.chain(links));
    if !tags.is_empty() {
        return tags;
    }
    let tags = split_tags(metas.first(&["news_keywords", "keywords"]).into_iter());
    let title = document.select("title").text();
    if tags.iter().all(|tag| title.contains(tag)) {
        return Vec::new();
    }
    tags
}

/// The tags in `lists`, each once, at most [`MOST_TAGS`].
fn split_tags(lists: impl Iterator<Item = String>) -> Vec<String> {
    let mut known = HashSet::new();
    let mut tags = Vec::new();
    for list in lists {
        for tag in list.split([',', '،', ';', '؛']) {
            let tag = tag.trim().trim_start_matches('#').replace('_', " ");
            if tags.len() < MOST_TAGS && !tag.is_empty() && known.insert(tag.clone()) {
                tags.push(tag);
            }
        }
    }
    tags
}

fn attribute(document: &Document, place: &str, name: &str) -> Option<String> {
    one_line(&document.select(place).attr(name)?)
}
