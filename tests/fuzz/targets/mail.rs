//! Mail, boxes of it, and pages that were saved as mail.

pub fn run(input: &[u8]) {
    super::reading::read_as(&["eml", "mbox", "mhtml"], input);
}
