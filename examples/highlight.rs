//! Marks what matches in the articles' own texts as HTML, each mark with its reason, and shows the snippet of each.
//!
//! `cargo run --example highlight -- QUERY`

use fihris::{Article, Highlight, Indexer, Searcher};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = tempfile::tempdir()?;
    Indexer::new(folder.path()).add([
        Article::new("1", "هدنة", "وُقِّعت في قره باغ <أمس>، ثم زار الوفدُ قرباغ."),
        Article::new("2", "محادثات", "بحث الوزيران الوضع في قراباغ وجوارها."),
    ])?;
    let typed = std::env::args().nth(1);
    let searcher = Searcher::open(folder.path())?;
    let query = searcher.parse(typed.as_deref().unwrap_or("كاراباخ"))?;
    for hit in &searcher.search(&query, 10)?.hits {
        let text = &hit.article.text;
        let mut end = 0;
        for Highlight { range, rule, .. } in &hit.highlights {
            let start = range.start.max(end); // those of two words of a query may overlap
            if start < range.end {
                print!("{}", escaped(&text[end..start]));
                let written = escaped(&text[start..range.end]);
                print!("<mark title=\"{}\">{written}</mark>", rule.name());
                end = range.end;
            }
        }
        println!("{}", escaped(&text[end..]));
        if let Some(snippet) = &hit.snippet {
            println!("  snippet: {}", &text[snippet.range.clone()]);
        }
    }
    Ok(())
}

/// `text` as HTML has it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}
