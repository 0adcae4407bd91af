//! Places: how files are named in the index and shown to the user.
//!
//! A file below the folder that holds the index is named relative to that folder, so that corpus and
//! index can move together; any other file by its whole path. Knows nothing of files' contents.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io;
use std::path::{Component, Path, PathBuf};

/// Turns paths into names and names into what a user in some folder would type.
#[derive(Clone, Debug)]
pub struct Places {
    /// The folder that names are relative to.
    base: PathBuf,
    /// Where the user stands.
    here: PathBuf,
}

impl Places {
    /// Names relative to `base`, shown to a user who stands in `here`; both are made canonical.
    ///
    /// # Errors
    /// If one of the folders cannot be resolved.
    pub fn new(base: &Path, here: &Path) -> io::Result<Self> {
        Ok(Self {
            base: base.canonicalize()?,
            here: here.canonicalize()?,
        })
    }

    /// The name of the file or folder at the canonical `path`.
    #[must_use]
    pub fn name(&self, path: &Path) -> String {
        let inside = path.strip_prefix(&self.base).unwrap_or(path);
        if inside.as_os_str().is_empty() {
            return ".".into();
        }
        let mut name = String::new();
        for component in inside.components() {
            if !name.is_empty() && !name.ends_with('/') {
                name.push('/');
            }
            match component {
                Component::RootDir => name.push('/'),
                part => name.push_str(&escape(part.as_os_str().as_encoded_bytes())),
            }
        }
        name
    }

    /// What the user would type for the file called `name`, from where they stand.
    #[must_use]
    pub fn show<'a>(&self, name: &'a str) -> Cow<'a, str> {
        let path = self.base.join(name);
        match path.strip_prefix(&self.here) {
            Ok(inside) if self.here == self.base || inside.as_os_str().is_empty() => name.into(),
            Ok(inside) => inside.to_string_lossy().into_owned().into(),
            Err(_) if Path::new(name).is_absolute() => name.into(),
            Err(_) => path.to_string_lossy().into_owned().into(),
        }
    }

    /// The path of the file or folder called `name`, where its name was plain text.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.base.join(name)
    }

    /// The file on the disk that is called `name`, or the archive that holds what is.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        let mut paths = above(name).map(|name| self.path(name));
        paths.find(|path| path.is_file())
    }

    /// The path of what the user typed, whether there is anything or not.
    #[must_use]
    pub fn absolute(&self, typed: &Path) -> PathBuf {
        self.resolve(typed)
            .unwrap_or_else(|_| self.here.join(typed))
    }

    /// The canonical path of what the user typed; for something that is gone, that of its folder
    /// with its name.
    ///
    /// # Errors
    /// If not even its folder can be resolved.
    pub fn resolve(&self, typed: &Path) -> io::Result<PathBuf> {
        let path = self.here.join(typed);
        path.canonicalize()
            .or_else(|error| match (path.parent(), path.file_name()) {
                (Some(folder), Some(name)) => Ok(folder.canonicalize()?.join(name)),
                _ => Err(error),
            })
    }
}

/// Whether the file called `name` is `root` or lies below it.
#[must_use]
pub fn is_below(name: &str, root: &str) -> bool {
    above(name).any(|folder| folder == root)
}

/// The names of all that the file called `name` is or lies below, the nearest first.
///
/// ```
/// use fihris::corpus::place::above;
/// assert_eq!(above("a/b.txt").collect::<Vec<_>>(), ["a/b.txt", "a", "."]);
/// assert_eq!(above("/x/b.txt").collect::<Vec<_>>(), ["/x/b.txt", "/x", "/"]);
/// ```
pub fn above(name: &str) -> impl Iterator<Item = &str> {
    let top = if name.starts_with('/') { "/" } else { "." };
    let names = std::iter::successors(Some(name), |name| Some(name.rsplit_once('/')?.0));
    names.filter(|name| !name.is_empty()).chain([top])
}

/// A path component as text, different for different bytes: bytes that are no UTF-8 become `\xNN`.
fn escape(bytes: &[u8]) -> Cow<'_, str> {
    match std::str::from_utf8(bytes) {
        Ok(text) if !text.contains("\\x") => text.into(),
        _ => {
            let mut escaped = String::new();
            for chunk in bytes.utf8_chunks() {
                escaped.push_str(&chunk.valid().replace("\\x", "\\x5Cx"));
                for byte in chunk.invalid() {
                    let _ = write!(escaped, "\\x{byte:02X}"); // writing to a String cannot fail
                }
            }
            escaped.into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_relative_below_the_base_only() {
        let places = Places {
            base: "/news".into(),
            here: "/news/2020".into(),
        };
        assert_eq!(places.name(Path::new("/news/2020/a.txt")), "2020/a.txt");
        assert_eq!(places.name(Path::new("/other/a.txt")), "/other/a.txt");
        assert_eq!(places.name(Path::new("/news")), ".");
        assert_eq!(places.show("2020/a.txt"), "a.txt");
        assert_eq!(places.show("2019/a.txt"), "/news/2019/a.txt");
        assert_eq!(places.show("/other/a.txt"), "/other/a.txt");
    }

    #[test]
    fn below_means_whole_components() {
        for (name, root, below) in [
            ("a/b.txt", "a", true),
            ("a", "a", true),
            ("ab/c.txt", "a", false),
            ("a/b.txt", ".", true),
            ("/x/b.txt", ".", false),
            ("/x/b.txt", "/", true),
        ] {
            assert_eq!(is_below(name, root), below, "{name} {root}");
        }
    }

    #[test]
    fn names_of_different_bytes_differ() {
        let names: Vec<_> = [&b"a\xFF"[..], b"a\\xFF", b"a\\x5CxFF", b"a"]
            .map(escape)
            .into();
        for (i, name) in names.iter().enumerate() {
            assert!(!names[..i].contains(name), "{name}");
        }
        assert_eq!(escape("خبر\n1".as_bytes()), "خبر\n1");
    }
}
