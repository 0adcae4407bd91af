//! The list of abbreviations with what they stand for.

use std::sync::LazyLock;

use arabic_text::fold;

/// What an abbreviation abbreviates.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Unit,
    Title,
    Name,
}

/// A listed abbreviation with what it stands for: words, folded.
pub(super) struct Listed {
    pub kind: Kind,
    pub short: Vec<Vec<String>>,
    pub full: Vec<Vec<String>>,
}

/// All of them.
pub(super) static LISTED: LazyLock<Vec<Listed>> = LazyLock::new(|| {
    let lines = include_str!("abbreviations.tsv").lines();
    let lines = lines.filter(|line| !line.starts_with('#'));
    let listed = lines.filter_map(|line| {
        let (kind, forms) = line.split_once('\t')?;
        let (short, full) = forms.split_once('\t')?;
        let words = |form: &str| form.split(' ').map(fold).collect::<Vec<_>>();
        let kind = match kind {
            "unit" => Kind::Unit,
            "title" => Kind::Title,
            _ => Kind::Name,
        };
        let short = match kind {
            Kind::Name => vec![words(short)],
            _ => words(short).into_iter().map(|word| vec![word]).collect(),
        };
        Some(Listed {
            kind,
            short,
            full: full.split('\t').map(words).collect(),
        })
    });
    listed.collect()
});
