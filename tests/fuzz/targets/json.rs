//! JSON: objects and arrays.

pub fn run(input: &[u8]) {
    super::reading::read("news.json", input);
}
