//! References of libraries.

pub fn run(input: &[u8]) {
    super::reading::read_as(&["ris", "bib"], input);
}
