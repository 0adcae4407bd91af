//! Databases of `SQLite` and tables of Parquet, end to end.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;
use serde_json::Value;

use super::sandbox::Sandbox;

fn produced(name: &str) -> Vec<u8> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/produced");
    fs::read(folder.join(name)).unwrap()
}

#[test]
fn rows_have_their_fields_and_what_is_not_read_is_told() {
    let sandbox = Sandbox::new();
    let bytes = produced("news.sqlite");
    sandbox.write("news/a.sqlite", &bytes);
    sandbox.write("news/a.sqlite-wal", "x");
    sandbox.write("news/cut.db", &bytes[..bytes.len() / 2]);
    sandbox.write("news/Thumbs.db", "\u{1}\u{2}");
    assert_snapshot!(sandbox.run(&["index", "news"]), @r#"
    exit 0
    --- stdout
    --- stderr
    skipped: news/Thumbs.db: damaged: no database of SQLite, or an encrypted one
    note: news/a.sqlite: changes that wait in its -wal file are not read; they are in it when its program has closed it
    note: news/a.sqlite/articles: fields are guessed: text = "body", date = "published_at"; --field names others
    skipped: news/cut.db/articles:page 3: damaged: a page is not there
    index made in ROOT/.fihris
    files: 1 added, 2 skipped; 1 other not read; 1 article in the index; TIME
    "#);
    let row = sandbox.stdout(&["show", "1", "--format", "json"]);
    let mut row: Value = serde_json::from_str(&row).unwrap();
    let notes = row["fields"].as_object_mut().unwrap().remove("notes");
    assert_eq!(notes.unwrap().as_str().unwrap().chars().count(), 1600);
    assert_snapshot!(row["fields"], @r#"{"published_at":"1560326400","rank":"1.5","section":"3","words":"-12"}"#);
    assert_eq!(row["path"], "news/a.sqlite/articles");
    assert_eq!(row["published"]["date"], "2019-06-12");
    assert_eq!(sandbox.stdout(&["search", "محذوف", "--count"]), "0\n");
    assert_snapshot!(sandbox.run(&["search", "rank:1.5", "--files"]), @"
    exit 0
    --- stdout
    news/a.sqlite/articles
    --- stderr
    ");
    let no_text = sandbox.run(&[
        "index",
        "news/a.sqlite",
        "--field",
        "text=story",
        "--field",
        "title=x",
    ]);
    assert_snapshot!(no_text, @"
    exit 0
    --- stdout
    --- stderr
    note: news/a.sqlite: changes that wait in its -wal file are not read; they are in it when its program has closed it
    skipped: news/a.sqlite: no table has a column that is known to be the text (id, name, id, title, body, published_at, words, rank, notes, section); name it with --field text=NAME
    skipped: news/Thumbs.db: damaged: no database of SQLite, or an encrypted one
    skipped: news/cut.db: no table has a column that is known to be the text (id, name, id, title, body, published_at, words, rank, notes, section); name it with --field text=NAME
    files: 1 changed, 3 skipped; 0 articles in the index; TIME
    ");
    // What was read before is gone.
    assert_eq!(sandbox.stdout(&["search", "سفينة", "--count"]), "0\n");
    let sandbox = Sandbox::new();
    let stream = sandbox.output_with(&["index", "-"], |command| command.write_stdin(bytes));
    assert_snapshot!(sandbox.show(&stream), @r#"
    exit 0
    --- stdout
    --- stderr
    note: -/articles: fields are guessed: text = "body", date = "published_at"; --field names others
    stream -: 1 record added, 0 replaced, 0 unchanged
    index made in ROOT/.fihris
    files: 1 added; 1 article in the index; TIME
    "#);
}

#[test]
fn a_table_is_named() {
    let sandbox = Sandbox::new();
    sandbox.write("a.sqlite", produced("news.sqlite"));
    sandbox.write("b.json", r#"{"text": "وصلت السفينة"}"#);
    assert_snapshot!(sandbox.run(&["index", "a.sqlite", "b.json", "--table", "Sections", "--field", "text=name"]), @r#"
    exit 0
    --- stdout
    --- stderr
    skipped: b.json:1: not an article: there is no text in a field "name"
    index made in ROOT/.fihris
    files: 1 added, 1 skipped; 40 articles in the index; TIME
    "#);
    // The table of the first run is known in the next, and those that are not there are told.
    assert_snapshot!(sandbox.run(&["index", "--rehash"]), @r#"
    exit 0
    --- stdout
    --- stderr
    skipped: b.json: 1 of its parts, first at 1: not an article: there is no text in a field "name"
    files: 1 unchanged, 1 skipped; 40 articles in the index; TIME
    "#);
    assert_snapshot!(sandbox.run(&["index", "a.sqlite", "--table", "posts"]), @r#"
    exit 0
    --- stdout
    --- stderr
    skipped: a.sqlite: it has no table "posts", but these: sections, articles
    files: 1 changed, 1 read again as options say, 1 skipped; 1 article in the index; TIME
    "#);
    assert_snapshot!(sandbox.run(&["--lang", "ar", "index", "--rehash"]), @r#"
    exit 0
    --- stdout
    --- stderr
    تُرك (لا جدول فيه باسم "posts"، بل فيه: sections, articles):
      a.sqlite
    الملفات: الباقي كما هو 1، المتروك 1؛ وفي الفهرس مقالة واحدة؛ TIME
    "#);
}

#[cfg(feature = "parquet")]
#[test]
fn what_packs_columns_is_named_where_it_is_not_unpacked() {
    let sandbox = Sandbox::new();
    let mut table = include_bytes!("../produced/snappy.parquet").to_vec();
    // What a column says of itself: packed by Snappy; it becomes LZO.
    let is_packing = |it: &[u8]| it == [0x15, 0x02, 0x16];
    while let Some(at) = table.windows(3).rposition(is_packing) {
        table[at + 1] = 0x06;
    }
    sandbox.write("a.parquet", table);
    assert_snapshot!(sandbox.run(&["index", "a.parquet"]), @"
    exit 2
    --- stdout
    --- stderr
    skipped: a.parquet: its columns are packed by LZO, which fihris does not unpack; write it anew with snappy or gzip
    index made in ROOT/.fihris
    files: 1 skipped; 0 articles in the index; TIME
    ");
}
