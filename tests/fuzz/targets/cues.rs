//! Subtitles.

pub fn run(input: &[u8]) {
    super::reading::read_as(&["srt", "vtt"], input);
}
