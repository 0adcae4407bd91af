//! A page: what an article needs of one.

/// What an article needs of a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Page {
    /// The headline, without the name of the site.
    pub title: Option<String>,
    /// When it was published, as the page writes it for machines.
    pub published: Option<String>,
    /// The name of the site.
    pub site: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// The language, as the page names it: `ar`, `ar-EG`.
    pub language: Option<String>,
    /// Where the page belongs on the web.
    pub address: Option<String>,
    /// Its key words.
    pub tags: Vec<String>,
    /// The main text: a block a line, an empty line between paragraphs; empty if there is none.
    pub text: String,
}
