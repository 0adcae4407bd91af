//! JSON lines.

pub fn run(input: &[u8]) {
    super::reading::read("news.jsonl", input);
}
