//! Databases that are made here byte by byte, sound and hostile.

use super::schema::{Column, Table};
use super::tree::{Found, walk};
use super::*;
use crate::file_kind::Kind;
use crate::format::Format;
use crate::skip::DamageKind;
use crate::{ReadError, ReadEvent, ReadOptions, read_file};

const PAGE: usize = 512;

/// A number as it is stored.
fn varint(number: usize) -> Vec<u8> {
    let mut bytes = vec![u8::try_from(number & 0x7F).unwrap()];
    let mut rest = number >> 7;
    while rest > 0 {
        bytes.insert(0, u8::try_from(rest & 0x7F).unwrap() | 0x80);
        rest >>= 7;
    }
    bytes
}

/// A row of texts and, where they are empty, nothings.
fn payload(cells: &[&str]) -> Vec<u8> {
    let types: Vec<u8> = cells
        .iter()
        .flat_map(|cell| match cell.len() {
            0 => vec![0],
            length => varint(13 + 2 * length),
        })
        .collect();
    let head = varint(types.len() + 1);
    [head, types, cells.concat().into_bytes()].concat()
}

/// The cell of a row in a page.
fn cell(id: usize, payload: &[u8]) -> Vec<u8> {
    [varint(payload.len()), varint(id), payload.to_vec()].concat()
}

/// A page with these cells, whose header begins at `start`.
fn page(kind: u8, start: usize, right: u32, cells: &[Vec<u8>]) -> Vec<u8> {
    let mut page = vec![0; PAGE];
    page[start] = kind;
    page[start + 3..start + 5].copy_from_slice(&u16::try_from(cells.len()).unwrap().to_be_bytes());
    let mut at = start + 8;
    if kind == 5 {
        page[at..at + 4].copy_from_slice(&right.to_be_bytes());
        at += 4;
    }
    let mut end = PAGE;
    for cell in cells {
        end -= cell.len();
        page[end..end + cell.len()].copy_from_slice(cell);
        page[at..at + 2].copy_from_slice(&u16::try_from(end).unwrap().to_be_bytes());
        at += 2;
    }
    page
}

/// A database with one table, made by `statement`, whose first page is the second of these.
fn database(statement: &str, pages: &[Vec<u8>]) -> Vec<u8> {
    let types = varint(13 + 2 * statement.len());
    // The kind of entry, two names, the page and the statement.
    let head = [vec![0, 23, 15, 15, 1], types].concat();
    let head = [varint(head.len()), head[1..].to_vec()].concat();
    let entry = [&head[..], b"tablett", &[2], statement.as_bytes()].concat();
    let mut first = page(13, 100, 0, &[cell(1, &entry)]);
    first[..16].copy_from_slice(b"SQLite format 3\0");
    first[16..18].copy_from_slice(&u16::try_from(PAGE).unwrap().to_be_bytes());
    first[59] = 1;
    [vec![first], pages.to_vec()].concat().concat()
}

const STATEMENT: &str = "CREATE TABLE t(id INTEGER PRIMARY KEY, title, text)";

/// The articles in a database, and what is told besides.
fn told(bytes: &[u8]) -> Vec<String> {
    let mut told = Vec::new();
    let options = ReadOptions::default();
    let input = std::io::Cursor::new(bytes);
    let read = read_file(
        "n.db",
        Format::plain(Kind::Sqlite),
        &options,
        input,
        &mut |event| {
            match event {
                ReadEvent::Article(article) => {
                    told.push(format!("{}: {}", article.id, article.text));
                }
                ReadEvent::Skipped(place, reason) => told.push(format!("{place}: {reason}")),
                _ => {}
            }
            Ok::<_, std::convert::Infallible>(())
        },
    );
    if let Err(ReadError::Skipped { reason, .. }) = read {
        told.push(reason.to_string());
    }
    told
}

#[test]
fn rows_are_articles_and_their_numbers_ids() {
    let row = |id: usize, text: &str| cell(id, &payload(&["", "خبر", text]));
    let leaf = |id, text| page(13, 0, 0, &[row(id, text)]);
    let left = |page: u32| [&page.to_be_bytes()[..], &[1]].concat();
    let interior = page(5, 0, 4, &[left(3)]);
    let bytes = database(
        STATEMENT,
        &[interior, leaf(7, "نص أول"), leaf(300, "نص ثان")],
    );
    assert_eq!(told(&bytes), ["7: خبر\n\nنص أول", "300: خبر\n\nنص ثان"]);
}

#[test]
fn long_rows_go_on_in_other_pages() {
    let text = "نص طويل ".repeat(80);
    let payload = payload(&["", "خبر", text.trim()]);
    let (most, least) = (PAGE - 35, (PAGE - 12) * 32 / 255 - 23);
    let fitting = least + (payload.len() - least) % (PAGE - 4);
    let here = if fitting <= most { fitting } else { least };
    let first = [
        varint(payload.len()),
        varint(1),
        payload[..here].to_vec(),
        vec![0, 0, 0, 3],
    ];
    let mut pages = vec![page(13, 0, 0, &[first.concat()])];
    let rest = payload[here..].chunks(PAGE - 4);
    for (number, part) in (4_u32..).zip(rest) {
        let mut page = [&number.to_be_bytes()[..], part].concat();
        page.resize(PAGE, 0);
        pages.push(page);
    }
    let told_of = told(&database(STATEMENT, &pages));
    assert_eq!(told_of, [format!("1: خبر\n\n{}", text.trim())]);
    // The pages end too early, or lead round.
    pages.pop();
    let cut = told(&database(STATEMENT, &pages));
    assert_eq!(cut, ["n.db/t:page 2: damaged: a page is not there"]);
    pages[1][..4].copy_from_slice(&[0, 0, 0, 3]);
    assert!(told(&database(STATEMENT, &pages)).len() <= 1);
}

#[test]
fn what_is_damaged_is_told_and_the_rest_goes_on() {
    let good = cell(1, &payload(&["", "خبر", "نص"]));
    let wrong = [
        vec![0xFF; 9],             // a size that cannot be
        vec![0x83, 0x7F, 2, 1],    // goes over the page
        cell(3, &[9, 1]),          // a head longer than the row
        cell(4, &[2, 0x85, 0x05]), // cells longer than the row
    ];
    for wrong in wrong {
        let bytes = database(STATEMENT, &[page(13, 0, 0, &[wrong.clone(), good.clone()])]);
        let told = told(&bytes);
        assert_eq!(told.len(), 2, "{wrong:?}: {told:?}");
        assert!(told.contains(&"1: خبر\n\nنص".to_string()), "{told:?}");
    }
    let left = |page: u32| [&page.to_be_bytes()[..], &[1]].concat();
    // Pages that lead to themselves, to the first, to none, and of other kinds.
    let round = page(
        5,
        0,
        2,
        &[left(2), left(2), left(1), left(0), left(900), left(3)],
    );
    let leaf = page(13, 0, 0, std::slice::from_ref(&good));
    let told_of = told(&database(STATEMENT, &[round, leaf]));
    assert!(told_of.contains(&"1: خبر\n\nنص".to_string()), "{told_of:?}");
    let twice = "n.db/t:page 2: damaged: a page belongs to two places".to_string();
    assert!(told_of.contains(&twice), "{told_of:?}");
    let other = told(&database(STATEMENT, &[page(10, 0, 0, &[])]));
    assert_eq!(
        other,
        ["n.db/t:page 2: damaged: a page of another kind is among those of a table"]
    );
}

#[test]
fn what_is_no_database_is_told() {
    let sound = database(STATEMENT, &[page(13, 0, 0, &[])]);
    let changed = |at: usize, byte: u8| {
        let mut bytes = sound.clone();
        bytes[at] = byte;
        bytes
    };
    for (bytes, reason) in [
        (vec![], "empty: there is no word in it"),
        (
            b"not one".to_vec(),
            "damaged: no database of SQLite, or an encrypted one",
        ),
        (sound[..60].to_vec(), "damaged: a page is not there"),
        (sound[..400].to_vec(), "damaged: a page is not there"),
        (
            changed(17, 1),
            "damaged: its pages have a size that cannot be",
        ),
        (
            changed(20, 200),
            "damaged: its pages have a size that cannot be",
        ),
        (sound.clone(), "empty: there is no word in it"),
    ] {
        assert_eq!(told(&bytes), [reason], "{}", bytes.len());
    }
    for (statement, reason) in [
        (
            "CREATE TABLE t(id, name)",
            "no table has a column that is known to be the text (id, name)",
        ),
        (
            "CREATE TABLE t(text PRIMARY KEY) WITHOUT ROWID",
            "n.db/t: a virtual table, or one WITHOUT ROWID, which is not read; export it as CSV",
        ),
        (
            "CREATE VIRTUAL TABLE t USING fts5(title, text)",
            "n.db/t: a virtual table, or one WITHOUT ROWID, which is not read; export it as CSV",
        ),
    ] {
        let told = told(&database(statement, &[page(13, 0, 0, &[])]));
        assert_eq!(told, [reason], "{statement}");
    }
}

#[test]
fn statements_name_columns() {
    let column = |name: &str, is_row_id, is_stored| Column {
        name: name.into(),
        is_row_id,
        is_stored,
    };
    for (statement, expected) in [
        (
            "CREATE TABLE t (\"id\" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT, -- the (id)\n [a b] TEXT DEFAULT ',', `c``d` DECIMAL(10,2))",
            vec![
                column("id", true, true),
                column("a b", false, true),
                column("c`d", false, true),
            ],
        ),
        (
            "create table t(n int primary key, s text as (n || 'x'), v text generated always as (n) stored, check (n > 0))",
            vec![
                column("n", false, true),
                column("s", false, false),
                column("v", false, true),
            ],
        ),
        (
            "CREATE TABLE t(k INTEGER, نص TEXT, /* , */ UNIQUE(نص), CONSTRAINT p PRIMARY KEY (k))",
            vec![column("k", true, true), column("نص", false, true)],
        ),
        ("CREATE TABLE t(", vec![]),
        ("CREATE TABLE t(\"a", vec![column("a", false, true)]),
    ] {
        let bytes = database(statement, &[page(13, 0, 0, &[])]);
        let found: Vec<Table> = tables(&Database::new(bytes).unwrap()).unwrap();
        assert_eq!(found[0].columns, expected, "{statement}");
    }
}

#[test]
fn numbers_have_signs_and_bytes_may_be_texts() {
    let row = [
        &[8, 1, 1, 6, 7, 8, 9, 16][..],
        &[0xFF, 5],
        &[0xFF; 7],
        &[0xFE],
    ]
    .concat();
    let real = 1.5_f64.to_bits().to_be_bytes();
    let row = [&row[..], &real, b"ab"].concat();
    let cells = row::cells(&row).unwrap();
    let expected = [
        Cell::Integer(-1),
        Cell::Integer(5),
        Cell::Integer(-2),
        Cell::Real(1.5),
        Cell::Integer(0),
        Cell::Integer(1),
        Cell::Blob(b"ab"),
    ];
    assert_eq!(cells, expected);
}

proptest::proptest! {
    #[test]
    fn nothing_panics_or_goes_on_for_ever(
        changes in proptest::collection::vec((0..4 * PAGE, proptest::prelude::any::<u8>()), 0..40),
    ) {
        let row = |id: usize| cell(id, &payload(&["", "خبر", "نص"]));
        let left = |page: u32| [&page.to_be_bytes()[..], &[1]].concat();
        let leaf = |id| page(13, 0, 0, &[row(id), row(id + 1)]);
        let mut bytes = database(STATEMENT, &[page(5, 0, 4, &[left(3)]), leaf(1), leaf(3)]);
        for (at, byte) in changes {
            bytes[at] = byte;
        }
        told(&bytes);
        if let Ok(database) = Database::new(bytes) {
            let mut found = 0;
            walk(&database, 2, &mut |it| {
                let is_damage = matches!(it, Found::Damage { ref reason, .. }
                    if *reason == SkipReason::damaged(DamageKind::Other, ""));
                assert!(!is_damage);
                found += 1;
                ControlFlow::Continue(())
            });
            assert!(found < 100_000);
        }
    }
}
