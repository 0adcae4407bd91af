//! Web archives: what crawlers keep of sites (`.warc`), or the texts alone (`.wet`), record by record.
//!
//! A page that a server gave is read as a saved page; requests, redirects and the like are passed over, and files of
//! other kinds are counted. Nothing is fetched.

mod fields;
mod http;
mod record;

use std::io::{BufRead, Read, copy, sink as nowhere};
use std::path::Path;

use crate::article::Article;
use crate::bounded::read_whole;
use crate::encoding::{Decoded, Encoding, decode};
use crate::formats::html::Origin;
use crate::formats::{html, text};
use crate::id::ArticleId;
use crate::limits::{LARGEST_PAGE, LONGEST_NAME, prefix};
use crate::sink::{ArticleSink, Stop};
use crate::skip::SkipReason;
use http::Response;
use record::{Header, next_header};

/// What a record holds.
struct Page {
    bytes: Vec<u8>,
    kind: PageKind,
    /// The encoding that the server names.
    declared: Option<Encoding>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum PageKind {
    Html,
    Text,
}

impl PageKind {
    /// That of a media type, if it is one that is read.
    fn of_media_type(media_type: &str) -> Option<Self> {
        let name = media_type.split(';').next().unwrap_or_default().trim();
        match &*name.to_ascii_lowercase() {
            "text/html" | "application/xhtml+xml" => Some(Self::Html),
            "text/plain" => Some(Self::Text),
            _ => None,
        }
    }
}

/// Reads the pages of an archive.
///
/// # Errors
/// If `input` fails or is no archive, or whoever takes the articles fails. A page that cannot be read is told, and the
/// rest goes on.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    while let Some(header) = next_header(input)? {
        let address = prefix(&header.address, LONGEST_NAME).to_string();
        let mut content = (&mut *input).take(header.length);
        let page = page(&header, &mut content);
        let left = content.limit();
        if copy(&mut content, &mut nowhere())? < left {
            return Err(SkipReason::EndsInside.into());
        }
        let articles = match page {
            Ok(Some(page)) => articles(page, &header, sink),
            Ok(None) => continue,
            Err(Unread::Kind) => {
                sink.push_unread(file_name(&address))?;
                continue;
            }
            Err(Unread::Reason(reason)) => Err(reason),
        };
        match articles {
            Ok((decoded, articles)) => sink.push_text(&decoded, articles)?,
            Err(reason) => sink.skip_place(&address, reason)?,
        }
    }
    Ok(())
}

/// Why a record gives no article.
enum Unread {
    /// It is a file of another kind.
    Kind,
    Reason(SkipReason),
}

impl<T: Into<SkipReason>> From<T> for Unread {
    fn from(reason: T) -> Self {
        Self::Reason(reason.into())
    }
}

/// The page in `content`; `None` if the record is of the crawl and not of the site.
fn page(header: &Header, content: &mut dyn BufRead) -> Result<Option<Page>, Unread> {
    match &*header.kind {
        "response" => {
            let Some(response) = Response::read(content)? else {
                return Ok(None);
            };
            let kind = PageKind::of_media_type(&response.media_type).ok_or(Unread::Kind)?;
            Ok(Some(Page {
                declared: response.encoding(),
                bytes: response.body(content)?,
                kind,
            }))
        }
        "resource" | "conversion" => {
            let kind = PageKind::of_media_type(&header.media_type).ok_or(Unread::Kind)?;
            Ok(Some(Page {
                bytes: read_whole(content, LARGEST_PAGE)?,
                kind,
                declared: None,
            }))
        }
        _ => Ok(None),
    }
}

fn articles<E>(
    page: Page,
    header: &Header,
    sink: &ArticleSink<E>,
) -> Result<(Decoded, Vec<Article>), SkipReason> {
    let mut hint = sink.hint();
    hint.declared = page.declared;
    let decoded = decode(page.bytes, hint)?;
    let id: ArticleId = (*prefix(&header.address, LONGEST_NAME)).into();
    let mut articles = match page.kind {
        PageKind::Html => html::articles(&id, sink.name(), &decoded.text)?,
        PageKind::Text => text::articles(&id, sink.name(), &decoded.text)?,
    };
    let origin = Origin {
        address: Some(header.address.clone()),
        captured: Some(header.date.clone()),
    };
    origin.note(&mut articles);
    Ok((decoded, articles))
}

/// The name of the file at an address, whose ending tells its kind.
fn file_name(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    let name = Path::new(path).file_name().and_then(|name| name.to_str());
    name.unwrap_or(path)
}

#[cfg(test)]
mod tests;
