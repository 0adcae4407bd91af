//! Roots: the files and folders that a run looks at, and those that the index is made from.
//!
//! Knows names and whether something is there, not what is in it.

use std::collections::{BTreeMap, HashSet};
use std::path::{Path, PathBuf};

use super::error::IndexError;
use super::record::knows;
use super::update_target::UpdateTarget;
use fihris_corpus::name::{STDIN, above, is_hidden_below};
use fihris_corpus::{FileName, PathNames};

/// What a walk begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root {
    /// Its canonical path.
    pub path: PathBuf,
    /// Its name.
    pub name: FileName,
    /// Whether the user named it for this run, and so says that it is there, or gone for good.
    pub is_named: bool,
}

/// The roots of a run.
#[derive(Debug)]
pub(super) struct Roots {
    /// Those to look at; none is found by the walk of another.
    pub of_run: Vec<Root>,
    /// The names of those that are listed, but are not there.
    pub missing: Vec<FileName>,
    /// The names of all that the index is made from, with those of earlier runs, sorted.
    pub all: Vec<FileName>,
}

impl Roots {
    /// Those `typed` and `listed`; with neither, or in a new generation, also those of earlier runs.
    ///
    /// # Errors
    /// If what was typed neither is there nor is known, or there is nothing to look at.
    pub fn resolve(
        target: &UpdateTarget,
        path_names: &PathNames,
        typed: &[PathBuf],
        listed: Option<&[PathBuf]>,
    ) -> Result<Self, IndexError> {
        let mut roots = BTreeMap::new();
        if !target.is_current || (typed.is_empty() && listed.is_none()) {
            for name in &target.old_roots {
                roots.insert(name.clone(), (path_names.path(name), false));
            }
        }
        let mut missing = Vec::new();
        for path in typed.iter().filter(|path| path.as_os_str() != STDIN) {
            let (name, path) = known(target, path_names, path)
                .ok_or_else(|| IndexError::NoSuchPath(path.clone()))?;
            roots.insert(name, (path, true));
        }
        for path in listed.unwrap_or_default() {
            match known(target, path_names, path) {
                Some((name, path)) => _ = roots.insert(name, (path, true)),
                None => missing.push(path_names.name(&path_names.absolute(path))),
            }
        }
        let mut all: Vec<&FileName> = roots.keys().collect();
        all.extend(&target.old_roots);
        let all = outermost(all.into_iter().cloned());
        let of_run: HashSet<FileName> = outermost(roots.keys().cloned()).into_iter().collect();
        roots.retain(|name, _| of_run.contains(name));
        let root = |(name, (path, is_named))| Root {
            path,
            name,
            is_named,
        };
        Ok(Self {
            of_run: roots.into_iter().map(root).collect(),
            missing,
            all,
        })
    }
}

/// Name and canonical path of what was typed. What is gone may be known to the index; else the path is
/// mistyped.
fn known(
    target: &UpdateTarget,
    path_names: &PathNames,
    typed: &Path,
) -> Option<(FileName, PathBuf)> {
    let path = path_names.resolve(typed).ok()?;
    let name = path_names.name(&path);
    let is_known = path.symlink_metadata().is_ok()
        || target.old_roots.contains(&name)
        || knows(&target.earlier.records, &name);
    is_known.then_some((name, path))
}

/// Those of `names` that the walks of the others do not come to, sorted.
fn outermost(names: impl Iterator<Item = FileName>) -> Vec<FileName> {
    let names: HashSet<FileName> = names.collect();
    let is_outermost = |name: &&FileName| {
        let mut roots = above(name).filter(|root| *name != *root && names.contains(*root));
        roots.all(|root| is_hidden_below(name, root))
    };
    let mut outermost: Vec<FileName> = names.iter().filter(is_outermost).cloned().collect();
    outermost.sort();
    outermost
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_roots_that_no_other_walk_comes_to_are_kept() {
        for (names, expected) in [
            ("a a/b a-b ab", "a a-b ab"),
            (". a /x", ". /x"),
            (". .hidden .hidden/b a/.b/c", ". .hidden a/.b/c"),
            ("/ /x a", "/ a"),
        ] {
            let kept = outermost(names.split(' ').map(FileName::from));
            let kept: Vec<&str> = kept.iter().map(FileName::as_str).collect();
            assert_eq!(kept.join(" "), expected);
        }
    }
}
