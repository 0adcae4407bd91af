//! Indexes articles from memory and finds them by another spelling of a name, with the reason for each highlight.
//!
//! `cargo run --example search -- QUERY`

use fihris::{Article, Indexer, Searcher};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    Indexer::new(folder.path()).add([
        Article::new("1", "هدنة في قره باغ", "أعلن الطرفان وقف إطلاق النار."),
        Article::new("2", "طقس اليوم", "أمطار على الساحل وثلوج في الجبال."),
        Article::new("3", "محادثات", "بحث الوزيران الوضع في قراباغ."),
    ])?;
    let typed = std::env::args().nth(1);
    let typed = typed.as_deref().unwrap_or("كاراباخ");
    let searcher = Searcher::open(folder.path())?;
    let found = searcher.search(&searcher.parse(typed)?, 10)?;
    for hit in &found.hits {
        println!("{:.2}  {}", hit.score, hit.article.id);
        println!("{}", hit.highlighted("[", "]"));
        for highlight in &hit.highlights {
            let written = &hit.article.text[highlight.range.clone()];
            println!("  {}: {written}", highlight.rule.name());
        }
    }
    println!("{} articles", found.total);
    Ok(())
}
