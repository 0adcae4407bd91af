//! Tables, with the separator found or given.

use super::reading::read;

pub fn run(input: &[u8]) {
    read("news.csv", input);
    read("news.tsv", input);
}
