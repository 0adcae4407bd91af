//! Tables by columns: Parquet, and Arrow in files and streams.

pub fn run(input: &[u8]) {
    if cfg!(feature = "parquet") {
        super::reading::read_as(&["parquet", "arrow", "arrows"], input);
    }
}
