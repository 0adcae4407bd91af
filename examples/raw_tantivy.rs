//! The rival: plain tantivy with its default tokenizer over the same .txt files or the same .jsonl.
//!
//! `cargo run --release --example raw_tantivy -- PATH INDEX` indexes title and text with positions
//! and stores the text, with as many threads and as much memory as fihris, and prints the time.
//! `... -- search INDEX QUERIES` runs each line of QUERIES for the ten best and prints the median;
//! `... -- show INDEX QUERY` prints the ten best with a snippet each.

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::Path;
use std::time::Instant;

use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{Field, STORED, STRING, Schema, TEXT, Value};
use tantivy::snippet::SnippetGenerator;
use tantivy::{Index, Searcher, TantivyDocument, doc};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match args.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["search", index, queries] => search(Path::new(index), Path::new(queries)),
        ["show", index, query] => show(Path::new(index), query),
        [path, index] => index_all(Path::new(path), Path::new(index)),
        _ => Err("usage: raw_tantivy PATH INDEX | raw_tantivy search INDEX QUERIES | raw_tantivy show INDEX QUERY".into()),
    }
}

fn index_all(from: &Path, path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let start = Instant::now();
    let mut builder = Schema::builder();
    let id = builder.add_text_field("id", STRING | STORED);
    let title = builder.add_text_field("title", TEXT);
    let text = builder.add_text_field("text", TEXT | STORED);
    fs::create_dir_all(path)?;
    let index = Index::create_in_dir(path, builder.build())?;
    let mut writer = index.writer_with_num_threads(2, 200 << 20)?;
    let mut bytes = 0;
    let mut articles = 0;
    let mut add = |name: &str, headline: &str, content: &str| {
        bytes += content.len();
        articles += 1;
        writer.add_document(doc!(id => name, title => headline, text => content))
    };
    if from
        .extension()
        .is_some_and(|extension| extension == "jsonl")
    {
        for line in BufReader::new(fs::File::open(from)?).lines() {
            let article: serde_json::Value = serde_json::from_str(&line?)?;
            let value = |name: &str| article[name].as_str().unwrap_or_default().to_string();
            add(&value("id"), &value("title"), &value("text"))?;
        }
    } else {
        for file in walkdir::WalkDir::new(from).sort_by_file_name() {
            let file = file?;
            if file.file_type().is_file() {
                let content = fs::read_to_string(file.path())?;
                let headline = content.lines().next().unwrap_or_default();
                add(&file.path().display().to_string(), headline, &content)?;
            }
        }
    }
    writer.commit()?;
    writer.wait_merging_threads()?;
    println!(
        "{articles} articles, {bytes} bytes, {:.2} s",
        start.elapsed().as_secs_f64()
    );
    Ok(())
}

/// A searcher, a parser of queries, and the fields of id and text.
fn open(path: &Path) -> tantivy::Result<(Searcher, QueryParser, [Field; 2])> {
    let index = Index::open_in_dir(path)?;
    let schema = index.schema();
    let (id, text) = (schema.get_field("id")?, schema.get_field("text")?);
    let parser = QueryParser::for_index(&index, vec![text]);
    Ok((index.reader()?.searcher(), parser, [id, text]))
}

fn search(path: &Path, queries: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let (searcher, parser, [id, _]) = open(path)?;
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

fn show(path: &Path, query: &str) -> Result<(), Box<dyn std::error::Error>> {
    let (searcher, parser, [id, text]) = open(path)?;
    let (query, _) = parser.parse_query_lenient(query);
    let snippets = SnippetGenerator::create(&searcher, &*query, text)?;
    for (score, address) in searcher.search(&query, &TopDocs::with_limit(10).order_by_score())? {
        let document: TantivyDocument = searcher.doc(address)?;
        let id = document.get_first(id).and_then(|id| id.as_str());
        let snippet = snippets.snippet_from_doc(&document);
        println!(
            "{score:.2} {}\n{}\n",
            id.unwrap_or_default(),
            snippet.to_html()
        );
    }
    Ok(())
}
