//! HTML: a saved page becomes an article.
//!
//! The bytes are decoded already ([`crate::encoding`]). [`page()`] finds the text of the article between menus and
//! the like (`main_text`, by the rules of Mozilla's Readability), writes it a block a line (`lines`), and
//! reads what the page says of itself (`metadata`, `linked_data`). It does not know what the parts of
//! the text are: that is for the zones. Scripts do not run: a text that only they put there is not seen.

mod attribute_count;
mod bytes;
mod limits;
mod lines;
mod linked_data;
mod main_text;
mod metadata;
mod origin;
mod page;
mod parse;
mod posts;
mod shown_date;
mod standfirst;
mod time;
mod title;
mod tree;

#[cfg(test)]
mod tests;

pub use bytes::read_page;
pub use origin::{CAPTURED, Origin};
pub use page::Page;

use std::collections::BTreeMap;

use crate::article::Article;
use crate::guarded::caught;
use crate::id::ArticleId;
use crate::name::FileName;
use crate::skip::SkipReason;
use arabic_text::words;

/// What is in a page.
///
/// ```
/// let page = fihris_corpus::formats::html::page("<title>خبر</title><p>وصل <b>ال</b>رئيس إلى المدينة.<br>ثم غادر.");
/// assert_eq!(page.title.as_deref(), Some("خبر"));
/// assert_eq!(page.text, "وصل الرئيس إلى المدينة.\nثم غادر.");
/// ```
#[must_use]
pub fn page(html: &str) -> Page {
    let document = parse::parse(html);
    let linked = linked_data::read(&document);
    let mut page = metadata::read(&document, &linked);
    let standfirst = standfirst::read(&document, page.title.as_deref());
    page.text = main_text::extract(document);
    if let Some(standfirst) = standfirst
        && !page.text.is_empty()
        && !page.text.contains(&standfirst)
    {
        page.text = format!("{standfirst}\n\n{}", page.text);
    }
    // Where scripts put the text into the page, this may be the only place that has it.
    if let Some(body) = linked.body
        && body.len() > 2 * page.text.len()
    {
        page.text = body;
    }
    page
}

/// The article in the page `html`, or the stories in it; `id` names the first, `file` is where it comes from.
///
/// # Errors
/// [`SkipReason::NoMainText`] if there is no word in its main text.
pub fn articles(id: &ArticleId, file: &FileName, html: &str) -> Result<Vec<Article>, SkipReason> {
    // The tree and the choice of text are made by others: what they cannot bear ends no run.
    let page = caught(|| page(html)).ok_or(SkipReason::PageFault)?;
    if !words(&page.text).advance() {
        return Err(SkipReason::NoMainText);
    }
    let title = page.title.unwrap_or_default();
    let mut articles = Article::from_title_and_body(id, file, &title, &page.text);
    let tags = (!page.tags.is_empty()).then(|| page.tags.join("، "));
    let fields: BTreeMap<String, String> = [
        ("address", page.address),
        ("author", page.author),
        ("language", page.language),
        ("tags", tags),
        ("date", page.published.clone()),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_string(), value?)))
    .collect();
    Article::share_fields(&mut articles, fields);
    for article in &mut articles {
        article.source.clone_from(&page.site);
        article.find_published(page.published.as_deref());
    }
    Origin::read(html).note(&mut articles);
    Ok(articles)
}
