//! Tests: wherever a read fails, a run leaves of each file what was indexed before or what is in it now,
//! whole, says so, and the next run mends it.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read, Seek, SeekFrom};
use std::path::Path;
use std::rc::Rc;

use tantivy::collector::DocSetCollector;
use tantivy::query::AllQuery;

use super::address::ArticleAddress;
use super::inputs::{Inputs, Source};
use super::update::update_from;
use super::{Event, Index, IndexFolder, UpdateOptions};
use fihris_corpus::{FieldMap, PathNames};

/// A file that fails when so many operations on files went well.
struct Failing {
    file: File,
    operations: Rc<Cell<u64>>,
    is_passing: bool,
}

/// Of a read, so that every file takes several.
const AT_ONCE: usize = 100;

fn pass(operations: &Cell<u64>, is_passing: bool) -> io::Result<()> {
    let left = operations.get();
    if left == 0 {
        operations.set(if is_passing { u64::MAX } else { 0 });
        return Err(io::Error::from_raw_os_error(5)); // EIO
    }
    operations.set(left - 1);
    Ok(())
}

impl Read for Failing {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        pass(&self.operations, self.is_passing)?;
        let length = buffer.len().min(AT_ONCE);
        self.file.read(&mut buffer[..length])
    }
}

impl Seek for Failing {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.file.seek(to)
    }
}

/// The texts of all articles of each file.
type Texts = BTreeMap<String, Vec<String>>;

fn texts(folder: &IndexFolder) -> Texts {
    let index = Index::open(folder).unwrap();
    let all = index
        .searcher()
        .search(&AllQuery, &DocSetCollector)
        .unwrap();
    let mut texts = Texts::new();
    for address in all {
        let address = ArticleAddress::new(address.segment_ord, address.doc_id);
        if let Ok(article) = index.article(address) {
            let file = article
                .file
                .replace(".tar/0.txt", ".tar")
                .replace(".tar/1.txt", ".tar");
            texts.entry(file).or_default().push(article.text);
        }
    }
    for texts in texts.values_mut() {
        texts.sort();
    }
    texts
}

fn tar(edition: u32) -> Vec<u8> {
    let mut tar = tar::Builder::new(Vec::new());
    for number in 0..2 {
        let text = format!("خبر {number} في الأرشيف {edition}");
        let mut header = tar::Header::new_gnu();
        header.set_size(text.len() as u64);
        let name = format!("{number}.txt");
        tar.append_data(&mut header, name, text.as_bytes()).unwrap();
    }
    tar.into_inner().unwrap()
}

/// Writes the files of an edition: some stay the same in all, one comes with the second and one goes.
fn write(news: &Path, edition: u32) {
    let records = |count: u32| -> String {
        let record = |number| {
            format!(
                "{{\"id\":\"{number}\",\"text\":\"خبر {number} طبعة {edition}\",\"lead\":\"مقدمة {number} طبعة {edition}\"}}\n"
            )
        };
        (0..count).map(record).collect()
    };
    fs::create_dir_all(news).unwrap();
    fs::write(
        news.join("a.txt"),
        format!("خبر عن بغداد {edition}\n").repeat(9),
    )
    .unwrap();
    fs::write(news.join("b.jsonl"), records(12 + edition)).unwrap();
    fs::write(news.join("c.tar"), tar(edition)).unwrap();
    fs::write(news.join("same.txt"), "خبر لا يتغير\n".repeat(9)).unwrap();
    let either = "{\"text\":\"خبر\",\"lead\":\"خبر آخر\"}\n".repeat(3);
    fs::write(news.join("same.jsonl"), either).unwrap();
    if edition == 1 {
        fs::write(news.join("gone.txt"), "خبر يزول").unwrap();
    } else {
        fs::remove_file(news.join("gone.txt")).unwrap();
        fs::write(news.join("new.jsonl"), records(5)).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
        if entry.path().is_dir() {
            copy(&entry.path(), &to.join(entry.file_name()));
        } else {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
}

/// Fails each operation in turn, or about `most` of them, in a run with these options.
fn fail_everywhere(options: &UpdateOptions, most: u64) {
    let temp = tempfile::tempdir().unwrap();
    let base = temp.path().canonicalize().unwrap();
    let (news, index) = (base.join("news"), base.join("index"));
    let path_names = PathNames::new(&base, &base).unwrap();
    let folder = IndexFolder::at(&index);
    let run = |options: &UpdateOptions, operations: &Rc<Cell<u64>>, is_passing| {
        let open = |path: &Path| {
            pass(operations, is_passing)?;
            let file = File::open(path)?;
            let failing = Failing {
                file,
                operations: operations.clone(),
                is_passing,
            };
            Ok(Box::new(failing) as Box<dyn Source>)
        };
        let mut skipped = Vec::new();
        let on_event = &mut |event: Event| {
            if let Event::Skipped(name, _) = event {
                skipped.push(name.to_string());
            }
        };
        let inputs = Inputs {
            open: &open,
            articles: None,
        };
        let report = update_from(
            &folder,
            &path_names,
            std::slice::from_ref(&news),
            (options, inputs),
            on_event,
        );
        (report.unwrap(), skipped)
    };
    let all = Rc::new(Cell::new(u64::MAX));
    write(&news, 1);
    run(&UpdateOptions::default(), &all, false);
    let old = texts(&folder);
    copy(&index, &base.join("first"));
    write(&news, 2);
    all.set(u64::MAX);
    run(options, &all, false);
    let new = texts(&folder);
    assert_eq!((old.len(), new.len()), (6, 6));
    let total = u64::MAX - all.get();
    assert!(total > 30, "{total}");
    let step = usize::try_from((total / most).max(1)).unwrap();
    for failed in (0..total).step_by(step) {
        let is_passing = failed % 2 == 0;
        fs::remove_dir_all(&index).unwrap();
        copy(&base.join("first"), &index);
        let operations = Rc::new(Cell::new(failed));
        let (report, skipped) = run(options, &operations, is_passing);
        let now = texts(&folder);
        let what = format!("{failed} of {total}");
        assert_eq!(report.skipped, skipped.len() as u64, "{what}");
        assert!(
            !skipped.is_empty() && (!is_passing || skipped.len() == 1),
            "{what}"
        );
        for name in old.keys().chain(new.keys()) {
            let expected = if skipped.contains(name) { &old } else { &new };
            assert_eq!(now.get(name), expected.get(name), "{what}: {name}");
        }
        let records = Index::open(&folder).unwrap().files().unwrap();
        let unread = records.iter().filter(|(_, record)| record.unread.is_some());
        let unread: Vec<&str> = unread.map(|(name, _)| name.as_str()).collect();
        assert_eq!(unread, skipped.iter().collect::<Vec<_>>(), "{what}");
        operations.set(u64::MAX);
        let (report, _) = run(&UpdateOptions::default(), &operations, false);
        assert_eq!((report.skipped, texts(&folder)), (0, new.clone()), "{what}");
    }
}

/// How many operations are failed in each run, unless all are to be.
fn most() -> u64 {
    std::env::var_os("FIHRIS_ALL_READ_ERRORS").map_or(6, |_| u64::MAX)
}

#[test]
fn of_a_later_run() {
    fail_everywhere(&UpdateOptions::default(), most());
}

#[test]
fn of_a_run_that_reads_all() {
    let rehash = UpdateOptions {
        rehash: true,
        ..UpdateOptions::default()
    };
    fail_everywhere(&rehash, most());
}

#[test]
fn of_a_run_with_other_fields() {
    let mut fields = FieldMap::default();
    assert!(fields.set("text", "lead"));
    let fields = UpdateOptions {
        fields: Some(fields),
        ..UpdateOptions::default()
    };
    fail_everywhere(&fields, most());
}

#[test]
fn of_a_rebuild() {
    let rebuild = UpdateOptions {
        rebuild: true,
        ..UpdateOptions::default()
    };
    fail_everywhere(&rebuild, most());
}
