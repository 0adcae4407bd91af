//! Indexes three Arabic articles with tantivy, in memory, and prints what a search finds, highlighted.
//!
//! `cargo run --example tantivy_index --features tantivy`

use arabic_text::tokenizer::{ArabicTokenizer, LightStemFilter, StopWordFilter};
use tantivy::collector::TopDocs;
use tantivy::query::QueryParser;
use tantivy::schema::{IndexRecordOption, STORED, Schema, TextFieldIndexing, TextOptions};
use tantivy::snippet::SnippetGenerator;
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{Index, TantivyDocument, doc};

const ARTICLES: [&str; 3] = [
    "أعلنت القوّات الأرمينية سيطرتها على مدينة شوشا في إقليم قره باغ.",
    "وصل المهندسون إلى بيروت لإعادة بناء المرفأ، وقال مهندسٌ منهم إن العمل بدأ.",
    "بحث الرئيس بوتين مع نظيره الأرميني وقف إطلاق النار، وأشاد بقوّاتهما.",
];

fn main() -> tantivy::Result<()> {
    for query in ["قوات", "المهندس", "بوتين"] {
        println!("{query}");
        for hit in search(query)? {
            println!("  {hit}");
        }
    }
    Ok(())
}

/// The articles that match `query`, best first, with their matching words in `<b>`.
///
/// # Errors
/// If `query` does not parse, or memory runs out.
pub fn search(query: &str) -> tantivy::Result<Vec<String>> {
    let mut schema = Schema::builder();
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("arabic")
        .set_index_option(IndexRecordOption::WithFreqsAndPositions);
    let options = TextOptions::default().set_indexing_options(indexing) | STORED;
    let body = schema.add_text_field("body", options);
    let index = Index::create_in_ram(schema.build());

    let arabic = TextAnalyzer::builder(ArabicTokenizer)
        .filter(StopWordFilter)
        .filter(LightStemFilter);
    index.tokenizers().register("arabic", arabic.build());

    let mut writer = index.writer(15_000_000)?;
    for article in ARTICLES {
        writer.add_document(doc!(body => article))?;
    }
    writer.commit()?;

    let searcher = index.reader()?.searcher();
    let query = QueryParser::for_index(&index, vec![body]).parse_query(query)?;
    let snippets = SnippetGenerator::create(&searcher, &query, body)?;
    let top = searcher.search(&query, &TopDocs::with_limit(10).order_by_score())?;
    top.into_iter()
        .map(|(_, address)| {
            let article: TantivyDocument = searcher.doc(address)?;
            Ok(snippets.snippet_from_doc(&article).to_html())
        })
        .collect()
}
