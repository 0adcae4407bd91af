//! The place of the config file: told by the surroundings.
//!
//! Knows variables, not what is in the file.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

/// Where the file is by the variables of the surroundings, and whether it is named there itself.
pub fn location(variable: impl Fn(&str) -> Option<OsString>) -> Option<(PathBuf, bool)> {
    if let Some(named) = variable("FIHRIS_CONFIG") {
        return (!named.is_empty()).then(|| (named.into(), true));
    }
    // The specification wants other values of the variable to be passed over.
    let configs = variable("XDG_CONFIG_HOME").map(PathBuf::from);
    let configs = configs.filter(|path| path.is_absolute()).or_else(|| {
        let home = variable(if cfg!(windows) { "USERPROFILE" } else { "HOME" })?;
        (!home.is_empty()).then(|| Path::new(&home).join(".config"))
    })?;
    Some((configs.join("fihris").join("config.toml"), false))
}

/// Whether `error` says that there is no file.
pub fn is_absent(error: &io::Error) -> bool {
    use io::ErrorKind::{NotADirectory, NotFound};
    matches!(error.kind(), NotFound | NotADirectory)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_is_found_by_the_surroundings() {
        let at = |variables: &[(&str, &str)]| {
            location(|name| {
                let found = variables.iter().find(|(known, _)| *known == name);
                found.map(|(_, value)| value.into())
            })
        };
        let home = if cfg!(windows) {
            ("USERPROFILE", "C:/h")
        } else {
            ("HOME", "/h")
        };
        let in_home = Path::new(home.1).join(".config/fihris/config.toml");
        let config = if cfg!(windows) { "C:/c" } else { "/c" };
        let in_config = Path::new(config).join("fihris/config.toml");
        assert_eq!(at(&[]), None);
        assert_eq!(at(&[home]), Some((in_home.clone(), false)));
        assert_eq!(
            at(&[home, ("XDG_CONFIG_HOME", "c")]),
            Some((in_home.clone(), false))
        );
        assert_eq!(at(&[home, ("XDG_CONFIG_HOME", "")]), Some((in_home, false)));
        assert_eq!(
            at(&[home, ("XDG_CONFIG_HOME", config)]),
            Some((in_config, false))
        );
        assert_eq!(
            at(&[home, ("FIHRIS_CONFIG", "x")]),
            Some(("x".into(), true))
        );
        assert_eq!(at(&[home, ("FIHRIS_CONFIG", "")]), None);
    }
}
