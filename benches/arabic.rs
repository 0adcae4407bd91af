//! Folding, word splitting and stems, in bytes a second, over the seed articles.
//!
//! `cargo bench`

#![allow(missing_docs)] // of what the macros make

use std::collections::HashMap;
use std::hint::black_box;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};

use arabic_text::fold::fold_chars;
use arabic_text::stem::analyze_stem;
use arabic_text::words;

fn seeds() -> String {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/seeds");
    let mut names: Vec<_> = std::fs::read_dir(folder)
        .expect("the seeds are there")
        .flatten()
        .map(|e| e.path())
        .collect();
    names.sort();
    names
        .iter()
        .map(|name| std::fs::read_to_string(name).expect("the seeds are text"))
        .collect()
}

fn bench(criterion: &mut Criterion) {
    let text = seeds();
    let mut group = criterion.benchmark_group("arabic");
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("fold", |bencher| {
        bencher.iter(|| {
            fold_chars(black_box(&text))
                .map(|c| c.char as u32)
                .sum::<u32>()
        });
    });
    group.bench_function("words", |bencher| {
        bencher.iter(|| {
            let mut words = words(black_box(&text));
            let mut length = 0;
            while words.advance() {
                length += words.form().len();
            }
            length
        });
    });
    let mut doc_freqs: HashMap<String, u32> = HashMap::new();
    for word in words(&text) {
        *doc_freqs.entry(word.form).or_default() += 1;
    }
    group.bench_function("cores of the distinct words", |bencher| {
        bencher.iter(|| {
            doc_freqs
                .keys()
                .map(|word| analyze_stem(word, &doc_freqs).stem.len())
                .sum::<usize>()
        });
    });
    group.finish();
}

criterion_group!(benches, bench);
criterion_main!(benches);
