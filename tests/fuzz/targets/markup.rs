//! Articles between tags, and feeds.

pub fn run(input: &[u8]) {
    super::reading::read("news.xml", input);
}
