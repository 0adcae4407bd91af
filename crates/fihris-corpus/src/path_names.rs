//! Path names: how files are named in the index and shown to the user.
//!
//! A file below the folder that holds the index is named relative to that folder, so that corpus and index
//! can move together; any other file by its whole path.

use std::io;
use std::path::{Component, Path, PathBuf};

use super::name::{FileName, above, decode, encode, is_stream, os_string};

/// Turns paths into names and names into what a user in some folder would type.
#[derive(Clone, Debug)]
pub struct PathNames {
    /// The folder that names are relative to.
    base: PathBuf,
    /// Where the user stands.
    here: PathBuf,
}

impl PathNames {
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
    pub fn name(&self, path: &Path) -> FileName {
        let inside = path.strip_prefix(&self.base).unwrap_or(path);
        if inside.as_os_str().is_empty() {
            return ".".into();
        }
        encode(&joined(inside)).into_owned().into()
    }

    /// What the user would type for the file called `name`, from where they stand; a path that is no text is
    /// shown as its name.
    #[must_use]
    pub fn show(&self, name: &str) -> String {
        if is_stream(name) {
            return name.into();
        }
        match String::from_utf8(self.bytes(name)) {
            Ok(path) if is_stream(&path) => format!("./{path}"),
            Ok(path) => path,
            Err(error) => encode(error.as_bytes()).into_owned(),
        }
    }

    /// The path of the file called `name` from where the user stands, as the bytes that other programs open
    /// it by. Of a stream, its name.
    #[must_use]
    pub fn bytes(&self, name: &str) -> Vec<u8> {
        if is_stream(name) || name == "." && self.here == self.base {
            return name.into();
        }
        let path = self.path(name);
        let is_here = path == self.here;
        let inside = path.strip_prefix(&self.here).ok().filter(|_| !is_here);
        joined(inside.unwrap_or(&path))
    }

    /// The path of the file or folder called `name`.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.base.join(os_string(decode(name)))
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

/// The bytes of a path, with a slash between its components.
fn joined(path: &Path) -> Vec<u8> {
    let mut bytes = Vec::new();
    for component in path.components() {
        if !bytes.is_empty() && bytes.last() != Some(&b'/') {
            bytes.push(b'/');
        }
        match component {
            Component::RootDir => bytes.push(b'/'),
            part => bytes.extend_from_slice(part.as_os_str().as_encoded_bytes()),
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_relative_below_the_base_only() {
        let path_names = PathNames {
            base: "/news".into(),
            here: "/news/2020".into(),
        };
        assert_eq!(path_names.name(Path::new("/news/2020/a.txt")), "2020/a.txt");
        assert_eq!(path_names.name(Path::new("/other/a.txt")), "/other/a.txt");
        assert_eq!(path_names.name(Path::new("/news")), ".");
        assert_eq!(path_names.show("2020/a.txt"), "a.txt");
        assert_eq!(path_names.show("2019/a.txt"), "/news/2019/a.txt");
        assert_eq!(path_names.show("/other/a.txt"), "/other/a.txt");
    }

    #[cfg(unix)]
    #[test]
    fn paths_of_any_bytes_come_back() {
        use std::os::unix::ffi::OsStrExt;
        let path_names = PathNames {
            base: "/news".into(),
            here: "/news/w\\xml".into(),
        };
        for (path, shown) in [
            (&b"/news/d\xFF/1.txt"[..], "/news/d\\xFF/1.txt"),
            (b"/news/w\\xml/1.txt", "1.txt"),
            (b"/news/w\\xml/-/1.txt", "./-/1.txt"),
            (b"/news/w\\xml/\xFE", "\\xFE"),
            (b"/news/-", "/news/-"),
            (b"/other/\xFF", "/other/\\xFF"),
            (b"/news", "/news"),
            (b"/", "/"),
        ] {
            let path = Path::new(std::ffi::OsStr::from_bytes(path));
            let name = path_names.name(path);
            assert_eq!(path_names.path(&name), path, "{name}");
            assert_eq!(path_names.show(&name), shown, "{name}");
        }
        assert_eq!(path_names.bytes("w\\x5Cxml/\\xFE"), b"\xFE");
        assert_eq!(path_names.show("-"), "-");
    }
}
