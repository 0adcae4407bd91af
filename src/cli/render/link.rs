//! Links to articles: on the web and in files.
//!
//! Knows addresses, not what is behind them.

use std::fmt::Write as _;
use std::path::PathBuf;

use fihris_corpus::name::{decode, is_stream};
use fihris_corpus::{Article, PathNames};

/// The file on the disk of an article that has one of its own. Others are in dumps and archives, which are of no use to
/// who wants to read it. `start` is where the article begins in its text.
pub(super) fn own_file(
    path_names: &PathNames,
    id: &str,
    file: &str,
    start: usize,
) -> Option<PathBuf> {
    let story = id.strip_prefix(file)?;
    // Records are numbered, too; stories of a text begin further on in it.
    let is_whole = story.is_empty() || start > 0 && story.matches('#').count() == 1;
    let path = Some(path_names.path(file)).filter(|_| is_whole && !is_stream(file))?;
    path.is_file().then_some(path)
}

/// Where a click on an article leads: to its address on the web, else to a file of its own.
pub(super) fn article_address(path_names: &PathNames, article: &Article) -> Option<String> {
    let Article {
        id, file, start, ..
    } = article;
    let on_the_web = article.url().map(web_address);
    let on_the_disk = || {
        own_file(path_names, id, file, *start)?;
        href(path_names, file)
    };
    on_the_web.or_else(on_the_disk)
}

/// `url` with what is no ASCII, or what a terminal could obey, written as `%NN`.
pub(super) fn web_address(url: &str) -> String {
    let mut address = String::with_capacity(url.len());
    for byte in url.bytes() {
        if byte.is_ascii_graphic() {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}"); // writing to a String cannot fail
        }
    }
    address
}

/// The `file:` address of the file called `name`, so that the page may be moved; there is none of a stream.
pub(super) fn href(path_names: &PathNames, name: &str) -> Option<String> {
    if is_stream(name) {
        return None;
    }
    let mut address = String::from("file://");
    if !name.starts_with('/') {
        encode(
            path_names.path("").as_os_str().as_encoded_bytes(),
            &mut address,
        );
    }
    encode(&decode(name), &mut address);
    Some(address)
}

fn encode(bytes: &[u8], address: &mut String) {
    for &byte in bytes {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}"); // writing to a String cannot fail
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_hold_nothing_but_plain_characters() {
        let path_names = PathNames::new("/".as_ref(), "/".as_ref()).unwrap();
        for (name, expected) in [
            ("a/b.txt", "file:///a/b.txt"),
            ("/a b#?.txt", "file:///a%20b%23%3F.txt"),
            ("\"><img>\n", "file:///%22%3E%3Cimg%3E%0A"),
            ("خبر", "file:///%D8%AE%D8%A8%D8%B1"),
            ("javascript:alert(1)", "file:///javascript%3Aalert%281%29"),
            ("a\\xFF\\x5CxFF", "file:///a%FF%5CxFF"),
            ("\\xZZ", "file:///%5CxZZ"),
        ] {
            assert_eq!(href(&path_names, name).as_deref(), Some(expected));
        }
        assert_eq!(href(&path_names, "-"), None);
        assert_eq!(href(&path_names, "-:wire"), None);
    }

    #[test]
    fn dumps_are_no_files_of_an_article() {
        let folder = tempfile::tempdir().unwrap();
        for file in ["a.txt", "news.jsonl", "news.zip"] {
            std::fs::write(folder.path().join(file), "").unwrap();
        }
        let path_names = PathNames::new(folder.path(), folder.path()).unwrap();
        let is_own = |id, file, start| own_file(&path_names, id, file, start).is_some();
        assert!(is_own("a.txt", "a.txt", 0));
        assert!(is_own("a.txt#2", "a.txt", 90));
        assert!(!is_own("gone.txt", "gone.txt", 0));
        assert!(!is_own("news.jsonl#2", "news.jsonl", 0));
        assert!(!is_own("news.jsonl#2#2", "news.jsonl", 90));
        assert!(!is_own("17", "news.jsonl", 0));
        assert!(!is_own("news.zip/a.txt", "news.zip/a.txt", 0));
        assert!(!is_own("-:wire#1", "-:wire", 1));
    }

    #[test]
    fn addresses_on_the_web_are_plain_characters() {
        let url = "https://a.example/خ?q=\u{1b}%5D8;;";
        assert_eq!(web_address(url), "https://a.example/%D8%AE?q=%1B%5D8;;");
    }
}
