//! Which forms meet by a common lexeme, against forms judged by eye: `judge GOLD [COUNT [MARGIN [MARGIN]]]`.
//!
//! A line is a word, then the forms that are the same word, of the same family, either by context, and none
//! of these, each `FORM:ARTICLES`, parted by spaces, the fields parted by tabs. Prints recall and precision
//! by articles and by forms, and the COUNT words that go wrong most.

use std::error::Error;
use std::{env, fs};

use arabic_lexicon::{LexemeId, Lexicon};

/// Found and all, of the four fields.
type Counts = [[u64; 2]; 4];

fn main() -> Result<(), Box<dyn Error>> {
    let mut args = env::args().skip(1);
    let gold = args.next().unwrap_or_default();
    let count: usize = args.next().map_or(Ok(25), |count| count.parse())?;
    let Ok(gold) = fs::read_to_string(&gold) else {
        println!("skipped: no judged words in '{gold}'");
        return Ok(());
    };
    let mut margin = || args.next().and_then(|margin| margin.parse().ok());
    let (margin, of_query): (Option<u16>, Option<u16>) = (margin(), margin());
    let lexicon = Lexicon::built_in();
    let (mut articles, mut forms, mut words) = (Counts::default(), Counts::default(), Vec::new());
    for line in gold
        .lines()
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        let mut fields = line.split('\t');
        let query = fields.next().unwrap_or_default();
        let lexemes = match of_query.or(margin) {
            None => lexicon
                .analyze_query(query)
                .iter()
                .map(|reading| reading.lexeme)
                .collect(),
            margin => lexemes(lexicon, query, margin),
        };
        let (mut lost, mut wrong) = (Vec::new(), Vec::new());
        for (field, judged) in fields.enumerate().take(4) {
            for (form, count) in judged.split(' ').filter_map(|item| item.rsplit_once(':')) {
                let count = count.parse::<u64>()?.max(1);
                let is_found = form == query
                    || self::lexemes(lexicon, form, margin)
                        .iter()
                        .any(|lexeme| lexemes.contains(lexeme));
                articles[field][0] += u64::from(is_found) * count;
                articles[field][1] += count;
                forms[field][0] += u64::from(is_found);
                forms[field][1] += 1;
                match field {
                    0 if !is_found => lost.push((count, form)),
                    1 | 3 if is_found => wrong.push((count, form)),
                    _ => {}
                }
            }
        }
        let cost: u64 = lost.iter().chain(&wrong).map(|(count, _)| count).sum();
        words.push((cost, query, lost, wrong));
    }
    for (name, counts) in [("articles", articles), ("forms", forms)] {
        let found: u64 = counts.iter().map(|[found, _]| found).sum();
        println!(
            "{name}: recall {:.4} precision {:.4} unrelated {:.4}",
            share(counts[0][0], counts[0][1]),
            share(counts[0][0] + counts[2][0], found),
            share(counts[3][0], found)
        );
    }
    words.sort_by(|a, b| b.cmp(a));
    for (cost, query, lost, wrong) in words.iter().take(count).filter(|word| word.0 > 0) {
        println!(
            "{query} {cost}: misses {} | takes {}",
            list(lost),
            list(wrong)
        );
    }
    Ok(())
}

/// The lexemes of the plausible readings, or of those that cost no more than `margin` above the best.
fn lexemes(lexicon: &Lexicon, form: &str, margin: Option<u16>) -> Vec<LexemeId> {
    let Some(margin) = margin else {
        return lexicon
            .analyze(form)
            .iter()
            .map(|analysis| analysis.lexeme)
            .collect();
    };
    let all = lexicon.analyze_all(form);
    let best = all.iter().map(|analysis| analysis.cost).min().unwrap_or(0);
    let near = all.iter().filter(|analysis| analysis.cost <= best + margin);
    near.map(|analysis| analysis.lexeme).collect()
}

#[allow(clippy::cast_precision_loss)] // counts of articles
fn share(part: u64, whole: u64) -> f64 {
    part as f64 / whole.max(1) as f64
}

fn list(forms: &[(u64, &str)]) -> String {
    let mut forms = forms.to_vec();
    forms.sort_by(|a, b| b.cmp(a));
    let shown = forms
        .iter()
        .take(14)
        .map(|(count, form)| format!("{form}:{count}"));
    shown.collect::<Vec<_>>().join(" ")
}
