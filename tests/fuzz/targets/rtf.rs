//! RTF.

pub fn run(input: &[u8]) {
    super::reading::read_as(&["rtf"], input);
}
