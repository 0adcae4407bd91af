//! What a message repeats of others, and the signature below it: neither is what it says itself.

use std::ops::Range;

use arabic_text::words;

use crate::article::Article;
use crate::zone::{Zone, ZoneKind};

/// What stands above a message that is repeated whole, in small letters without lines around it.
const ORIGINAL: [&str; 6] = [
    "original message",
    "forwarded message",
    "begin forwarded message:",
    "رسالة أصلية",
    "الرسالة الأصلية",
    "رسالة معاد توجيهها",
];

/// Sets quotations and signatures in `article` apart from its body, if something is left of that.
pub(super) fn set_apart(article: &mut Article) {
    let ranges = ranges(&article.text);
    if ranges.is_empty() {
        return;
    }
    let mut zones = Vec::new();
    let mut is_left = false;
    for zone in &article.zones {
        let mut rest = zone.range.clone();
        for range in &ranges {
            let apart = range.start.max(rest.start)..range.end.min(rest.end);
            if zone.kind == ZoneKind::Title || apart.is_empty() {
                continue;
            }
            zones.push((zone.kind, rest.start..apart.start));
            zones.push((ZoneKind::Boilerplate, apart.clone()));
            rest.start = apart.end;
        }
        zones.push((zone.kind, rest));
    }
    let zones = zones.into_iter().filter_map(|(kind, range)| {
        let text = &article.text[range.clone()];
        let start = range.start + text.len() - text.trim_start().len();
        let range = start..start + text.trim().len();
        is_left |= kind == ZoneKind::Body && words(&article.text[range.clone()]).advance();
        (!range.is_empty()).then_some(Zone { kind, range })
    });
    let zones: Vec<Zone> = zones.collect();
    if is_left {
        article.zones = zones;
    }
}

/// Where quotations and signatures stand, whole lines in order.
fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    // The last line with something in it, if it may say who is quoted below.
    let mut above = None;
    let mut is_signature = false;
    for line in text.split_inclusive('\n') {
        let range = at..at + line.len();
        at = range.end;
        let written = line.trim_end();
        let trimmed = written.trim();
        if is_original(trimmed) {
            add(&mut ranges, range.start..text.len());
            break;
        }
        if trimmed.starts_with('>') {
            is_signature = false;
            let start = std::mem::take(&mut above).unwrap_or(range.start);
            add(&mut ranges, start..range.end);
        } else if is_signature || written == "--" {
            is_signature = true;
            add(&mut ranges, range);
        } else if !trimmed.is_empty() {
            let is_said = trimmed.ends_with(':') && trimmed.len() < LONGEST_ABOVE;
            above = is_said.then_some(range.start);
        }
    }
    ranges
}

/// Adds a range that is behind all of `ranges`.
fn add(ranges: &mut Vec<Range<usize>>, range: Range<usize>) {
    match ranges.last_mut() {
        Some(last) if last.end == range.start => last.end = range.end,
        _ => ranges.push(range),
    }
}

/// The longest line that says who is quoted, in bytes.
const LONGEST_ABOVE: usize = 250;

fn is_original(line: &str) -> bool {
    let inside = line.trim_matches(['-', '_', '=', ' ', '\t']);
    let is_marked = inside.len() < line.len() || line.ends_with(':');
    is_marked && ORIGINAL.contains(&&*inside.to_lowercase())
}
