//! The layers point downwards: no folder names one above it.

use std::fs;
use std::path::Path;

/// From the lowest to the highest.
const LAYERS: &[&str] = &["corpus", "index", "query", "search", "analysis"];

#[test]
fn no_layer_names_a_higher_one() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut read = 0;
    for (height, layer) in LAYERS.iter().enumerate() {
        for file in walkdir::WalkDir::new(src.join(layer)) {
            let file = file.unwrap();
            if file
                .path()
                .extension()
                .is_none_or(|extension| extension != "rs")
            {
                continue;
            }
            read += 1;
            let code = fs::read_to_string(file.path()).unwrap();
            for line in code
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"))
            {
                for higher in &LAYERS[height + 1..] {
                    let names = line.contains(&format!("crate::{higher}"))
                        || line.contains(&format!("fihris::{higher}"));
                    assert!(!names, "{}: {line}", file.path().display());
                }
                let names_engine = line.contains("tantivy") && !line.contains("//");
                let may = ["index", "search"].contains(layer);
                assert!(may || !names_engine, "{}: {line}", file.path().display());
            }
        }
    }
    assert!(read > 30, "only {read} files were read");
}

#[test]
fn no_file_is_too_long() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for file in walkdir::WalkDir::new(src) {
        let file = file.unwrap();
        if file
            .path()
            .extension()
            .is_some_and(|extension| extension == "rs")
        {
            let lines = fs::read_to_string(file.path()).unwrap().lines().count();
            assert!(lines <= 400, "{} has {lines} lines", file.path().display());
        }
    }
}
