//! Indexes files and folders, and shows each match of a query with the words around it, then the words near it.
//!
//! `cargo run --example concordance -- QUERY PATH...`

use std::path::PathBuf;

use fihris::analysis::{
    CollocateOptions, CollocateOrder, ConcordanceOptions, ConcordanceOrder, WordOptions,
};
use fihris::{Indexer, Searcher};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let typed = args.next().unwrap_or_else(|| "قره باج".into());
    let mut paths: Vec<PathBuf> = args.map(PathBuf::from).collect();
    if paths.is_empty() {
        paths.push("seeds".into());
    }
    let folder = tempfile::tempdir()?;
    Indexer::new(folder.path()).update(&paths)?;
    let searcher = Searcher::open(folder.path())?;
    let query = searcher.parse(&typed)?;
    let matches = searcher.matches(&query, usize::MAX)?;
    let concordance = matches.concordance(ConcordanceOptions {
        context: 5,
        sample: None,
        order: ConcordanceOrder::After,
    })?;
    for line in &concordance.lines {
        let (before, after) = (line.before(), line.after());
        println!("{before}[{}]{after}", line.keyword());
    }
    let (shown, articles) = (concordance.matches, matches.total());
    println!("{shown} matches in {articles} articles");
    let collocates = matches.collocates(CollocateOptions {
        window: 5,
        words: WordOptions {
            by_word: true,
            stop_words: false,
        },
        order: CollocateOrder::Frequent,
    })?;
    for near in collocates.words.iter().take(5) {
        println!("{} {}", near.term.count.target, near.term.word);
    }
    Ok(())
}
