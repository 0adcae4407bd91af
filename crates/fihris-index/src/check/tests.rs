//! Indexes whose files are whole, but were not written as they should have been.

use super::check;
use crate::directory::FirstError;
use crate::document::Content;
use crate::folder::IndexFolder;
use crate::generation::create_engine;
use crate::manifest::Manifest;
use crate::record::FileRecord;
use crate::schema::{ArticleFields, schema};
use crate::writer::{Transaction, content};
use fihris_corpus::{Article, ReadOptions};

/// What `check` says of an index with an article more, whose document is as `forge` makes it; the names
/// of segments are left out.
fn check_forged(forge: impl Fn(Article, &ArticleFields) -> Vec<Content>) -> String {
    let temp = tempfile::tempdir().unwrap();
    let folder = IndexFolder::at(temp.path());
    let generation = folder.new_generation().unwrap();
    let (_, fields) = schema();
    let first_error = FirstError::default();
    let engine = create_engine(&generation, &first_error).unwrap();
    let transaction = Transaction::begin(&engine, &fields, 1, 16 << 20, &first_error).unwrap();
    let articles = |id: &str| {
        let text = "عنوان الخبر\n\nقال الوزير إن العمل في المدرسة الجديدة يبدأ غدا.";
        Article::from_text(&id.into(), &"a.txt".into(), text)
    };
    let record = FileRecord::default();
    transaction.add_record("a.txt", &record).unwrap();
    for (place, id) in (0..).zip(["one", "two"]) {
        for mut article in articles(id) {
            article.place = place;
            transaction.add_article(article).unwrap();
        }
    }
    let mut article = articles("forged").remove(0);
    article.place = 2;
    article.source = Some("تاس".into());
    for content in forge(article, &fields.article) {
        transaction.add_content(content).unwrap();
    }
    let manifest = Manifest::new(ReadOptions::default());
    transaction.commit(&manifest).unwrap();
    folder.set_current(&generation).unwrap();
    let checkup = check(&folder).unwrap();
    let said = checkup
        .problems
        .iter()
        .map(|problem| problem.kind.to_string());
    // What is derived is not there yet.
    let said = said.filter(|what| !what.starts_with("the vocabulary, "));
    let segment =
        |word: &str| word.len() >= 32 && word.split('.').next().is_some_and(|id| id.len() == 32);
    let without = said.map(|what| {
        let words = what.split(' ').map(|word| match word.split_once('.') {
            Some((_, kind)) if segment(word) => format!("S.{kind}"),
            _ => word.to_string(),
        });
        words.collect::<Vec<_>>().join(" ")
    });
    without.collect::<Vec<_>>().join("\n")
}

#[test]
fn what_was_written_otherwise_than_it_stands_in_the_store_is_told() {
    let changed = |change: fn(&mut Content, &ArticleFields)| {
        check_forged(|article, fields| {
            let mut content = content(article, fields);
            change(&mut content, fields);
            vec![content]
        })
    };
    let words = "forged: its words in S.term, .idx and .pos are not those of its text in S.store";
    let length = "forged: its length in S.fieldnorm is not that of its text in S.store";
    let columns = "forged: its columns in S.fast are not those of its text in S.store";
    assert_eq!(changed(|_, _| {}), "");
    // One word more changes the length as well; the length as it is kept is not that exact above forty.
    assert_eq!(
        changed(|content, fields| content.add_text(fields.text, "زرافة")),
        length
    );
    assert_eq!(
        changed(|content, fields| content.add_text(fields.named, "name\u{1F}زرافة")),
        words
    );
    assert_eq!(
        changed(|content, fields| content.add_u64(fields.zone_starts, 9)),
        columns
    );
    assert_eq!(
        changed(|content, fields| content.add_u64(fields.marked_forms, 9)),
        columns
    );
    let forged = changed(|content, fields| content.add_text(fields.key, "x"));
    assert_eq!(forged, words);
}

#[test]
fn articles_that_are_there_twice_or_without_a_record_are_told() {
    let twice = check_forged(|article, fields| {
        vec![content(article.clone(), fields), content(article, fields)]
    });
    assert_eq!(twice, "forged: it is there twice");
    let lost = check_forged(|mut article, fields| {
        article.file = "b.txt".into();
        vec![content(article, fields)]
    });
    assert_eq!(lost, "forged: there is no record of its file b.txt");
    let record = check_forged(|article, fields| {
        let record = FileRecord::default().content("a.txt", &schema().1.record);
        vec![record, content(article, fields)]
    });
    assert_eq!(record, "a.txt: there are two records of it");
}
