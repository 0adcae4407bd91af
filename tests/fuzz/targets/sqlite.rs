//! Databases of `SQLite`.

pub fn run(input: &[u8]) {
    super::reading::read_as(&["sqlite"], input);
}
