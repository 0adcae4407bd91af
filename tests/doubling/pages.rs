//! Saved pages.

use fihris::corpus::formats::html::page;

use super::work::doubles;

/// A page of a text, and then `piece` n times.
fn repeated(piece: &'static str) -> impl Fn(usize) -> String {
    move |n| format!("<p>نص</p>{}", piece.repeat(n))
}

#[test]
fn flat_pages() {
    doubles("page: paragraphs", 2_000, repeated("<p>نص"), |html| {
        page(html)
    });
}
