//! The layers point downwards, no file imports itself by others, and none is too long.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Folders of the library, from the lowest to the highest.
const LAYERS: &[&str] = &["corpus", "index", "query", "search", "analysis"];

/// The only ones that name the engine.
const MAY_NAME_TANTIVY: &[&str] = &["index", "search"];

/// Where crates begin; the command is one, too.
const CRATES: &[&str] = &[
    "src",
    "src/cli",
    "crates/arabic-text/src",
    "crates/arabic-dates/src",
    "crates/arabic-lexicon/src",
];

/// The path of a module from the root of its crate.
type Module = Vec<String>;

fn root(folder: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)
}

/// The files with code in `folder`.
fn files(folder: &Path) -> impl Iterator<Item = PathBuf> {
    let entries = walkdir::WalkDir::new(folder).into_iter();
    let paths = entries.map(|entry| entry.unwrap().into_path());
    paths.filter(|path| path.extension().is_some_and(|extension| extension == "rs"))
}

/// The code of a file without comments and tests.
fn code(file: &Path) -> String {
    let code = fs::read_to_string(file).unwrap();
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let lines = code.lines();
    let lines = lines.filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn no_layer_names_a_higher_one() {
    let mut read = 0;
    for (height, layer) in LAYERS.iter().enumerate() {
        for file in files(&root("src").join(layer)) {
            read += 1;
            for line in code(&file).lines() {
                for higher in &LAYERS[height + 1..] {
                    let names = line.contains(&format!("crate::{higher}"))
                        || line.contains(&format!("fihris::{higher}"));
                    assert!(!names, "{}: {line}", file.display());
                }
                let may = MAY_NAME_TANTIVY.contains(layer);
                assert!(
                    may || !line.contains("tantivy"),
                    "{}: {line}",
                    file.display()
                );
            }
        }
    }
    assert!(read > 30, "only {read} files were read");
}

#[test]
fn no_file_imports_itself_by_others() {
    for folder in CRATES {
        let root = root(folder);
        let mut modules: BTreeMap<Module, PathBuf> = BTreeMap::new();
        for file in files(&root) {
            let path = file.strip_prefix(&root).unwrap().with_extension("");
            let mut module: Module = path
                .iter()
                .map(|part| part.to_str().unwrap().to_string())
                .collect();
            // The command in the folder of the library is another crate.
            let is_of_another = *folder == "src" && module[0] == "cli";
            module.pop_if(|name| ["mod", "lib", "main"].contains(&&**name));
            if !is_of_another {
                modules.insert(module, file);
            }
        }
        let mut imports: BTreeMap<&Module, BTreeSet<Module>> = BTreeMap::new();
        for (module, file) in &modules {
            imports.insert(module, imported(module, &code(file), &modules));
        }
        assert!(imports.values().any(|imported| !imported.is_empty()));
        for module in modules.keys() {
            let mut reached: BTreeSet<&Module> = BTreeSet::new();
            let mut open: Vec<&Module> = imports[module].iter().collect();
            while let Some(next) = open.pop() {
                if reached.insert(next) {
                    open.extend(&imports[next]);
                }
            }
            assert!(!reached.contains(module), "{folder}: {}", module.join("::"));
        }
    }
}

/// The modules that the code of `module` names, but for those it lies in.
fn imported(module: &Module, code: &str, modules: &BTreeMap<Module, PathBuf>) -> BTreeSet<Module> {
    let mut imported = BTreeSet::new();
    let is_path = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    for path in code.split(|c| !is_path(c)) {
        let mut parts = path.split("::").peekable();
        let mut named = match parts.peek() {
            Some(&"crate") => {
                parts.next();
                Vec::new()
            }
            Some(&"super") => module.clone(),
            _ => continue,
        };
        while parts.next_if_eq(&"super").is_some() {
            named.pop();
        }
        named.extend(parts.map(String::from));
        while !modules.contains_key(&named) && named.pop().is_some() {}
        if !module.starts_with(&named) {
            imported.insert(named);
        }
    }
    imported
}

#[test]
fn no_file_is_too_long() {
    for folder in CRATES {
        for file in files(&root(folder)) {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            assert!(lines <= 400, "{} has {lines} lines", file.display());
        }
    }
}
