//! The rival: plain tantivy with its default tokenizer over the same .txt files.
//!
//! `cargo run --release --example raw_tantivy -- FOLDER INDEX` indexes title and text with positions
//! and stores the text, with as many threads and as much memory as fihris, and prints the time.
//! `... -- search INDEX QUERIES` runs each line of QUERIES for the ten best and prints the median.

use std::fs;
use std::path::Path;
use std::time::Instant;

use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{STORED, STRING, Schema, TEXT, Value};
use tantivy::{Index, TantivyDocument, doc};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["search", index, queries] => search(Path::new(index), Path::new(queries)),
        [folder, index] => index_folder(Path::new(folder), Path::new(index)),
        _ => Err("usage: raw_tantivy FOLDER INDEX | raw_tantivy search INDEX QUERIES".into()),
    }
}

fn index_folder(folder: &Path, path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let mut builder = Schema::builder();
    let id = builder.add_text_field("id", STRING | STORED);
    let title = builder.add_text_field("title", TEXT);
    let text = builder.add_text_field("text", TEXT | STORED);
    fs::create_dir_all(path)?;
    let index = Index::create_in_dir(path, builder.build())?;
    let mut writer = index.writer_with_num_threads(2, 200 << 20)?;
    let mut bytes = 0;
    let mut files = 0;
    for file in walkdir::WalkDir::new(folder).sort_by_file_name() {
        let file = file?;
        if file.file_type().is_file() {
            let content = fs::read_to_string(file.path())?;
            bytes += content.len();
            files += 1;
            let headline = content.lines().next().unwrap_or_default();
            writer.add_document(doc!(
                id => file.path().display().to_string(), title => headline, text => content.as_str()
            ))?;
        }
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    println!(
        "{files} files, {bytes} bytes, {:.2} s",
        start.elapsed().as_secs_f64()
    );
    Ok(())
}

fn search(path: &Path, queries: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let index = Index::open_in_dir(path)?;
    let searcher = index.reader()?.searcher();
    let schema = index.schema();
    let (id, text) = (schema.get_field("id")?, schema.get_field("text")?);
    let parser = QueryParser::for_index(&index, vec![text]);
    let mut times = Vec::new();
    let mut found = 0;
    for query in fs::read_to_string(queries)?.lines() {
        let start = Instant::now();
        let (query, _) = parser.parse_query_lenient(query);
        for (_, address) in searcher.search(&query, &TopDocs::with_limit(10).order_by_score())? {
            let document: TantivyDocument = searcher.doc(address)?;
            found += usize::from(document.get_first(id).and_then(|id| id.as_str()).is_some());
        }
        times.push(start.elapsed());
    }
    times.sort();
    println!(
        "{found} hits, median {:?} a query",
        times.get(times.len() / 2)
    );
    Ok(())
}
