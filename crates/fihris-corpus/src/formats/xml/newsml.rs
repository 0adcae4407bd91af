//! `NewsML`: a news item of the second generation (G2), or of version 1.

use super::tree::Tree;
use super::{record, running_text};
use crate::value::Record;

/// The article of an item of G2.
pub(super) fn records(tree: &Tree) -> Vec<Record> {
    let item = tree.all("newsItem").next();
    let content = ["inlineXML", "inlineData"];
    let content = content.iter().find_map(|name| tree.all(name).next());
    let body_in = |content| tree.all_in(content, "body").next();
    let content = content.map(|content| body_in(content).unwrap_or(content));
    let body = tree.all("body.content").next().or(content);
    let provider = tree.all("provider").next();
    let source = provider.and_then(|provider| {
        let name = tree.child(provider, "name").map(|name| tree.text(name));
        name.or_else(|| tree.attribute(provider, "literal"))
    });
    vec![record([
        ("title", tree.first(&["headline", "hl1", "title"])),
        ("text", body.map(|body| running_text(tree, body))),
        (
            "date",
            tree.first(&["contentCreated", "firstCreated", "versionCreated"]),
        ),
        ("author", tree.first(&["by", "byline"])),
        ("source", source),
        ("id", item.and_then(|item| tree.attribute(item, "guid"))),
        ("description", tree.first(&["description"])),
    ])]
}

/// The article of an item of version 1.
pub(super) fn records_of_1(tree: &Tree) -> Vec<Record> {
    let body = ["body.content", "DataContent"];
    let body = body.iter().find_map(|name| tree.all(name).next());
    let provider = tree.all("Provider").next();
    let party = provider.and_then(|provider| tree.child(provider, "Party"));
    let provider = party.and_then(|party| tree.attribute(party, "FormalName"));
    vec![record([
        ("title", tree.first(&["HeadLine", "hl1"])),
        ("text", body.map(|body| running_text(tree, body))),
        (
            "date",
            tree.first(&["ThisRevisionCreated", "FirstCreated", "DateId"]),
        ),
        ("author", tree.first(&["ByLine", "byline"])),
        (
            "source",
            provider.or_else(|| tree.first(&["CreditLine", "ProviderId"])),
        ),
        ("id", tree.first(&["PublicIdentifier", "NewsItemId"])),
    ])]
}
