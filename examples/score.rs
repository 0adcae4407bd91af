//! Scores TREC runs: `score QRELS RUN [OTHER_RUN]`.
//!
//! Prints nDCG@10, MRR@10, P@1 and recall@100 of each run over all judged queries, and with two runs
//! the probability that their nDCG@10 differ by chance (paired randomisation test, 100,000 trials with
//! a fixed seed; Smucker, Allan & Carterette, CIKM 2007).

use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::fs;

type Judged = BTreeMap<String, HashMap<String, f64>>;
type Run = HashMap<String, Vec<String>>;

const TRIALS: u32 = 100_000;

fn main() -> Result<(), Box<dyn Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [qrels, runs @ ..] = &args[..] else {
        return Err("usage: score QRELS RUN [OTHER_RUN]".into());
    };
    let judged = read_judgements(qrels)?;
    let mut all = Vec::new();
    for name in runs {
        let scores = Scores::new(&judged, &read_run(name)?);
        println!(
            "{name}: nDCG@10 {:.4}  MRR@10 {:.4}  P@1 {:.4}  recall@100 {:.4}  ({} queries)",
            mean(&scores.ndcg),
            mean(&scores.reciprocal_rank),
            mean(&scores.first),
            mean(&scores.recall),
            judged.len()
        );
        all.push(scores);
    }
    if let [a, b] = &all[..] {
        let difference = mean(&a.ndcg) - mean(&b.ndcg);
        println!(
            "nDCG@10 differs by {difference:+.4}, p = {:.5}",
            p_value(&a.ndcg, &b.ndcg)
        );
    }
    Ok(())
}

/// Of each judged query, in the order of their ids.
#[derive(Default)]
struct Scores {
    ndcg: Vec<f64>,
    reciprocal_rank: Vec<f64>,
    first: Vec<f64>,
    recall: Vec<f64>,
}

impl Scores {
    fn new(judged: &Judged, run: &Run) -> Self {
        let mut scores = Self::default();
        for (query, relevant) in judged {
            let ranked = run.get(query).map_or(&[][..], Vec::as_slice);
            let gain = |id: &String| relevant.get(id).copied().unwrap_or(0.0);
            let found: f64 = ranked
                .iter()
                .zip(2..)
                .take(10)
                .map(|(id, i)| gain(id) / f64::from(i).log2())
                .sum();
            let mut ideal: Vec<f64> = relevant.values().copied().collect();
            ideal.sort_by(|a, b| b.total_cmp(a));
            let best: f64 = ideal
                .iter()
                .zip(2..)
                .take(10)
                .map(|(gain, i)| gain / f64::from(i).log2())
                .sum();
            scores
                .ndcg
                .push(if best > 0.0 { found / best } else { 0.0 });
            let rank = (1..)
                .zip(ranked.iter().take(10))
                .find(|(_, id)| gain(id) > 0.0);
            scores
                .reciprocal_rank
                .push(rank.map_or(0.0, |(rank, _)| 1.0 / f64::from(rank)));
            scores
                .first
                .push(ranked.first().map_or(0.0, |id| f64::from(gain(id) > 0.0)));
            let wanted = relevant.values().filter(|gain| **gain > 0.0).count();
            let here = ranked.iter().take(100).filter(|id| gain(id) > 0.0).count();
            #[allow(clippy::cast_precision_loss)] // at most a hundred
            scores.recall.push(here as f64 / wanted.max(1) as f64);
        }
        scores
    }
}

#[allow(clippy::cast_precision_loss)] // far fewer than 2^52 queries
fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len().max(1) as f64
}

/// How often swapping each pair at random gives a difference at least as large.
fn p_value(a: &[f64], b: &[f64]) -> f64 {
    let differences: Vec<f64> = a
        .iter()
        .zip(b)
        .map(|(a, b)| a - b)
        .filter(|d| *d != 0.0)
        .collect();
    let observed: f64 = differences.iter().sum::<f64>().abs() - 1e-12;
    let mut state = 0x9E37_79B9_7F4A_7C15_u64;
    let mut extreme = 0;
    for _ in 0..TRIALS {
        let mut sum = 0.0;
        for chunk in differences.chunks(64) {
            // xorshift64: one random bit a pair.
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            for (i, difference) in chunk.iter().enumerate() {
                sum += if state >> i & 1 == 1 {
                    *difference
                } else {
                    -difference
                };
            }
        }
        extreme += u32::from(f64::abs(sum) >= observed);
    }
    f64::from(extreme + 1) / f64::from(TRIALS + 1)
}

/// Lines of `query 0 document gain`.
fn read_judgements(file: &str) -> Result<Judged, Box<dyn Error>> {
    let mut judged = Judged::new();
    for line in fs::read_to_string(file)?.lines() {
        let [query, _, document, gain] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            return Err(format!("{file}: not a judgement: {line}").into());
        };
        let documents = judged.entry(query.to_string()).or_default();
        documents.insert(document.to_string(), gain.parse()?);
    }
    Ok(judged)
}

/// Lines of `query Q0 document rank score tag`, in the order of their ranks.
fn read_run(file: &str) -> Result<Run, Box<dyn Error>> {
    let mut run = Run::new();
    for line in fs::read_to_string(file)?.lines() {
        let [query, _, document, ..] = line.split_whitespace().collect::<Vec<_>>()[..] else {
            return Err(format!("{file}: not a line of a run: {line}").into());
        };
        run.entry(query.to_string())
            .or_default()
            .push(document.to_string());
    }
    Ok(run)
}
