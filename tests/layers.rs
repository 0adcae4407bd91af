//! No file and no folder imports itself by others, and no file is too long. That layers point downwards is held by the compiler: each is
//! a crate.

#![allow(clippy::unwrap_used)] // helpers of tests are tests too

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// Where crates begin; the command is one, too.
fn crates() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let members = fs::read_dir(root.join("crates")).unwrap();
    let members = members.map(|member| member.unwrap().path().join("src"));
    let crates: Vec<PathBuf> = [root.join("src"), root.join("src/cli")]
        .into_iter()
        .chain(members)
        .collect();
    assert!(crates.len() >= 9, "{crates:?}");
    crates
}

/// The path of a module from the root of its crate.
type Module = Vec<String>;

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

/// Each module of a crate with the modules that it names.
type Imports = BTreeMap<Module, BTreeSet<Module>>;

fn imports(root: &Path) -> Imports {
    let mut modules: BTreeMap<Module, PathBuf> = BTreeMap::new();
    for file in files(root) {
        let path = file.strip_prefix(root).unwrap().with_extension("");
        let mut module: Module = path
            .iter()
            .map(|part| part.to_str().unwrap().to_string())
            .collect();
        // The command in the folder of the library is another crate.
        let is_of_another = module.len() > 1 && module[0] == "cli";
        module.pop_if(|name| ["mod", "lib", "main"].contains(&&**name));
        if !is_of_another {
            modules.insert(module, file);
        }
    }
    let files = modules.iter();
    let found: Vec<BTreeSet<Module>> = files
        .map(|(module, file)| imported(module, &code(file), &modules))
        .collect();
    modules.into_keys().zip(found).collect()
}

/// The modules, or folders, that come back to themselves.
fn circles(imports: &Imports) -> Vec<String> {
    let mut circles = Vec::new();
    for module in imports.keys() {
        let mut reached: BTreeSet<&Module> = BTreeSet::new();
        let mut open: Vec<&Module> = vec![module];
        while let Some(next) = open.pop() {
            let unseen = imports.get(next).into_iter().flatten();
            open.extend(unseen.filter(|next| reached.insert(next)));
        }
        if reached.contains(module) {
            circles.push(module.join("::"));
        }
    }
    circles
}

#[test]
fn no_file_imports_itself_by_others() {
    for root in crates() {
        assert_eq!(circles(&imports(&root)), [""; 0], "{}", root.display());
    }
}

/// In each folder, its files and folders are in an order: those of a folder count as one.
#[test]
fn no_folder_imports_itself_by_others() {
    let mut between = 0;
    for root in crates() {
        let mut siblings = Imports::new();
        for (module, imported) in imports(&root) {
            for imported in imported {
                let shared = module.iter().zip(&imported).take_while(|(a, b)| a == b);
                let shared = shared.count();
                if shared < module.len().min(imported.len()) {
                    let importing = siblings.entry(module[..=shared].to_vec()).or_default();
                    between += usize::from(importing.insert(imported[..=shared].to_vec()));
                }
            }
        }
        assert_eq!(circles(&siblings), [""; 0], "{}", root.display());
    }
    assert!(between > 300, "only {between} imports were read");
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
    for root in crates() {
        for file in files(&root) {
            let lines = fs::read_to_string(&file).unwrap().lines().count();
            assert!(lines <= 400, "{} has {lines} lines", file.display());
        }
    }
}
