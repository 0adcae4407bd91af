//! Programs of the user's that turn files into text, and for which files they are.

use std::path::Path;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::selection::{BadPattern, Selection};

/// A program that turns files into text, and which files it is for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preprocessor {
    /// Its name or path; empty where fihris reads the files itself.
    pub command: String,
    /// The patterns of the names or paths of its files; all files where there is none.
    pub globs: Vec<String>,
}

/// Programs with their patterns compiled.
#[derive(Clone, Debug, Default)]
pub struct Preprocessors(Vec<(Selection, Arc<Preprocessor>)>);

impl Preprocessors {
    /// Compiles the patterns of `programs`.
    ///
    /// # Errors
    /// If something is no pattern.
    pub fn new(programs: &[Preprocessor]) -> Result<Self, BadPattern> {
        let compiled = programs.iter().map(|program| {
            let files = Selection::anywhere(&program.globs)?;
            Ok((files, Arc::new(program.clone())))
        });
        compiled.collect::<Result<_, _>>().map(Self)
    }

    /// The program for the file at `path`, wherever that is: the first that has a pattern for it.
    #[must_use]
    pub fn of(&self, path: &Path) -> Option<&Arc<Preprocessor>> {
        let mut programs = self.0.iter();
        let (_, first) = programs.find(|(files, _)| files.allows(path))?;
        Some(first).filter(|program| !program.command.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_program_with_a_pattern_for_a_file_reads_it() {
        let program = |command: &str, globs: &[&str]| Preprocessor {
            command: command.to_string(),
            globs: globs.iter().map(ToString::to_string).collect(),
        };
        let programs = [
            program("", &["own/*.png"]),
            program("ocr", &["*.png", "*.{tif,tiff}"]),
            program("all", &["*.png", "scans/**"]),
        ];
        let programs = Preprocessors::new(&programs).unwrap();
        for (path, command) in [
            ("/news/a.png", Some("ocr")),
            ("b.tiff", Some("ocr")),
            ("/news/own/a.png", None),
            ("/news/scans/2020/a", Some("all")),
            ("a.txt", None),
        ] {
            let found = programs.of(Path::new(path));
            assert_eq!(found.map(|found| &*found.command), command, "{path}");
        }
        let all = Preprocessors::new(&[program("x", &[])]).unwrap();
        assert!(all.of(Path::new("a")).is_some());
        assert!(Preprocessors::default().of(Path::new("a")).is_none());
        assert!(Preprocessors::new(&[program("x", &["["])]).is_err());
    }
}
