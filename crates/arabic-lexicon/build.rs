//! Compiles the sources in `lexicon/` to the bytes that the crate carries.

#![allow(dead_code, missing_docs, unreachable_pub)]

use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/compile.rs"]
mod compile;
#[path = "src/entry.rs"]
mod entry;
#[path = "src/families.rs"]
mod families;
#[path = "src/group.rs"]
mod group;
#[path = "src/inflect/mod.rs"]
mod inflect;
#[path = "src/letters.rs"]
mod letters;
#[path = "src/stem.rs"]
mod stem;

#[path = "src/costs.rs"]
mod costs;

fn main() {
    println!("cargo::rerun-if-changed=lexicon");
    println!("cargo::rerun-if-changed=weights");
    println!("cargo::rerun-if-changed=src");
    let mut sources: Vec<_> = fs::read_dir("lexicon")
        .expect("the folder of the sources")
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "tsv"))
        .collect();
    sources.sort();
    let mut entries = Vec::new();
    println!("cargo::rustc-env=RULES={}", rules(&sources));
    for path in sources {
        let source = fs::read_to_string(&path).expect("a source in UTF-8");
        let (good, bad) = compile::parse(&source);
        assert!(bad.is_empty(), "{}: {}", path.display(), bad[0]);
        entries.extend(good);
    }
    let costs = fs::read_to_string("weights/lexemes.tsv").expect("the costs of lexemes");
    let out = env::var_os("OUT_DIR").expect("set by cargo");
    fs::write(
        Path::new(&out).join("lexicon.bin"),
        compile::compile(&entries, &costs::Costs::parse(&costs)),
    )
    .expect("written");
}

/// A number that changes with any source of the lexicon, its weights, or the program that inflects and reads it.
fn rules(lexicon: &[PathBuf]) -> u64 {
    let mut files = lexicon.to_vec();
    let mut folders = vec![PathBuf::from("src"), PathBuf::from("weights")];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(folder).expect("a folder of sources");
        for path in entries.filter_map(|entry| Some(entry.ok()?.path())) {
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    let bytes = files
        .iter()
        .flat_map(|file| fs::read(file).expect("a source"));
    // FNV-1a, 64 bits.
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3)
    })
}
