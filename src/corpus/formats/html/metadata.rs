//! Metadata: what a page says of itself, for machines and for readers.
//!
//! Sites say it in many ways, and not all of them right: each thing is taken from the first place that
//! has it, the most careful ones first. Knows names of properties, not what their values mean.

use dom_query::Document;

use super::linked_data::LinkedData;
use super::{Page, title};

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

/// What in a page is the time of the article, and not of another or of a comment.
const TIMES: &[&str] = &[
    "[itemprop='datePublished'], [property='schema:datePublished'], [property='dc:date']",
    "time[pubdate], time.published",
    "h1 ~ time, h1 ~ * time, article header time",
    "article time, main time",
];

/// All but the text.
pub(super) fn of(document: &Document, linked: &LinkedData) -> Page {
    let metas = Metas::of(document);
    let site = metas
        .first(&["og:site_name"])
        .or_else(|| linked.publisher.clone())
        .or_else(|| metas.first(&["application-name"]));
    Page {
        title: title::of(
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
        published: linked
            .published
            .clone()
            .or_else(|| metas.first(PUBLISHED))
            .or_else(|| TIMES.iter().find_map(|place| time(document, place))),
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
    fn of(document: &Document) -> Self {
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

/// The time in the first element of this kind, as its attributes or its text have it.
fn time(document: &Document, place: &str) -> Option<String> {
    let found = document.select(place);
    found.iter().find_map(|time| {
        let written = ["datetime", "content"]
            .iter()
            .find_map(|key| time.attr(key));
        one_line(&written.unwrap_or_else(|| time.text()))
    })
}

/// Those given for the article; only where there are none, those for search engines, which often are the
/// site's own. A list that merely takes the title to pieces says nothing.
fn tags(document: &Document, metas: &Metas, linked: &LinkedData) -> Vec<String> {
    let links = document.select("a[rel~='tag']");
    let links = links.iter().filter_map(|link| one_line(&link.text()));
    let given = metas.all("article:tag").chain(&linked.keywords).cloned();
    let mut tags = Vec::new();
    for list in given.chain(links) {
        add_tags(&list, &mut tags);
    }
    if tags.is_empty() {
        let list = metas.first(&["news_keywords", "keywords"]);
        add_tags(&list.unwrap_or_default(), &mut tags);
        let title = document.select("title").text();
        if tags.iter().all(|tag| title.contains(tag)) {
            tags.clear();
        }
    }
    tags
}

/// Adds the tags in `list` that are not in `tags`.
fn add_tags(list: &str, tags: &mut Vec<String>) {
    for tag in list.split([',', '،', ';', '؛']) {
        let tag = tag.trim().trim_start_matches('#').replace('_', " ");
        if !tag.is_empty() && !tags.contains(&tag) {
            tags.push(tag);
        }
    }
}

fn attribute(document: &Document, place: &str, name: &str) -> Option<String> {
    one_line(&document.select(place).attr(name)?)
}

/// `text` with single spaces, if anything is left.
pub(super) fn one_line(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().collect();
    (!words.is_empty()).then(|| words.join(" "))
}
