//! Files of one text.

pub fn run(input: &[u8]) {
    super::reading::read("news.txt", input);
}
