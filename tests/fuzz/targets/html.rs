//! Saved pages.

pub fn run(input: &[u8]) {
    super::reading::read("news.html", input);
}
