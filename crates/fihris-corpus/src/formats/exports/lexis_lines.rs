//! Lines of `LexisNexis`: labels, and what is between documents.

/// Labels before the text, and what they stand for.
const HEAD: &[(&str, &str)] = &[
    ("HEADLINE", "title"),
    ("BYLINE", "author"),
    ("SECTION", "section"),
    ("LENGTH", "length"),
    ("DATELINE", "dateline"),
    ("HIGHLIGHT", "highlight"),
    ("SERIES", "series"),
    ("SOURCE", "agency"),
    ("EDITION", "edition"),
    ("BODY", "text"),
];

/// Labels behind the text.
const TAIL: &[(&str, &str)] = &[
    ("LOAD-DATE", "loaded"),
    ("LANGUAGE", "language"),
    ("GRAPHIC", "captions"),
    ("NOTES", "notes"),
    ("URL", "url"),
    ("SUBJECT", "subjects"),
    ("GEOGRAPHIC", "regions"),
    ("COUNTRY", "countries"),
    ("CITY", "cities"),
    ("STATE", "states"),
    ("ORGANIZATION", "organizations"),
    ("COMPANY", "companies"),
    ("INDUSTRY", "industries"),
    ("TICKER", "tickers"),
    ("PERSON", "people"),
    ("PUBLICATION-TYPE", "publication type"),
    ("DOCUMENT-TYPE", "document type"),
    ("JOURNAL-CODE", "source code"),
    ("TYPE", "type"),
    ("CATEGORY", "category"),
    ("ACC-NO", "number"),
    ("CORRECTION-DATE", "corrected"),
    ("CORRECTION", "correction"),
    ("DISTRIBUTION", "distribution"),
    ("COPYRIGHT", "copyright"),
];

/// A line that says what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line<'a> {
    /// `3 of 20 DOCUMENTS`.
    Begin,
    /// `End of Document`.
    End,
    /// A label before the text, and the value behind it.
    Head(&'static str, &'a str),
    /// A label behind the text.
    Tail(&'static str, &'a str),
    /// Whose it is.
    Copyright,
    /// Anything else.
    Other,
}

impl<'a> Line<'a> {
    pub fn read(line: &'a str) -> Self {
        let trimmed = line.trim();
        if trimmed == "End of Document" {
            return Self::End;
        }
        if is_count(trimmed) {
            return Self::Begin;
        }
        if trimmed.starts_with("Copyright ") || trimmed.starts_with('©') {
            return Self::Copyright;
        }
        // The newer ones have capitals at the beginning only.
        let Some((label, value)) = trimmed.split_once(':') else {
            return match trimmed {
                "Body" | "BODY" => Self::Head("text", ""),
                "Graphic" | "Classification" | "Notes" => Self::Tail("captions", ""),
                _ => Self::Other,
            };
        };
        let is_new = [
            "Byline",
            "Section",
            "Length",
            "Dateline",
            "Load-Date",
            "Highlight",
        ]
        .contains(&label);
        let is_old = !label.is_empty()
            && label
                .bytes()
                .all(|byte| byte.is_ascii_uppercase() || byte == b'-');
        if !is_new && !is_old {
            return Self::Other;
        }
        let find = |labels: &'static [(&str, &str)]| {
            let found = labels.iter().find(|it| it.0.eq_ignore_ascii_case(label));
            found.map(|it| it.1)
        };
        let value = value.trim();
        match (find(HEAD), find(TAIL)) {
            (Some(name), _) => Self::Head(name, value),
            (_, Some(name)) => Self::Tail(name, value),
            _ => Self::Other,
        }
    }
}

/// Whether a line says which of how many documents follows.
fn is_count(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let mut number = || {
        words
            .next()
            .is_some_and(|it| it.bytes().all(|byte| byte.is_ascii_digit()))
    };
    number()
        && line.split_whitespace().nth(1) == Some("of")
        && matches!(
            line.split_whitespace().nth(3),
            Some("DOCUMENT" | "DOCUMENTS")
        )
        && line.split_whitespace().count() == 4
}
