//! The top of a page: what stands above the first paragraph.

use super::by_characters::kind_by_characters;
use super::byline;
use super::cue_words::has_cue_word;
use super::cues::{CueKind, match_cue};
use super::dateline::{is_date, is_dateline};
use super::headline::{Headline, Title, has_words, is_arabic, is_headline};
use super::lines::Line;
use crate::ZoneKind;

/// A text without paragraphs has a top of at most this many lines.
const MOST_LINES: usize = 8;
/// A few words before the headline name the section of the site.
const LONGEST_SECTION: usize = 3;
/// A headline below them has at least this many words.
const SHORTEST_BELOW_SECTION: usize = 5;

/// Labels the lines above the first paragraph; returns how many they are, the headline included.
pub(super) fn label_top(lines: &[Line], headline: Headline, kinds: &mut [ZoneKind]) -> usize {
    let end = lines
        .iter()
        .position(Line::is_paragraph)
        .unwrap_or(MOST_LINES.min(lines.len()));
    let is_arabic = is_arabic(lines);
    let is_text = |line: &Line| kind_above_text(line, is_arabic).is_none();
    // Whether a page shows its head there, not only an article.
    let site = site_lines(&lines[..end]);
    let has_head = site > 0 || !lines[..end].iter().all(is_text);
    let title = match headline {
        Headline::InText => title(
            &lines[site..],
            if has_head { end - site } else { 0 },
            is_arabic,
        )
        .map(|title| title + site),
        Headline::Known(_) | Headline::NotInText => None,
    };
    let known = match headline {
        Headline::Known(text) => super::lines::lines(text).first().copied(),
        _ => title.map(|title| lines[title]),
    };
    let known_title = known.as_ref().and_then(Title::from_line);
    if let Some(title) = title {
        kinds[title] = ZoneKind::Title;
    }
    let end = end.max(title.map_or(0, |title| title + 1));
    for (i, line) in lines[..end].iter().enumerate() {
        if Some(i) == title {
            continue;
        }
        let is_above = || has_head && title.is_some_and(|title| i < title) && is_section(line);
        let below = &lines[end..];
        let is_known = |known: &Title| is_copy(line, known, headline, below);
        let is_copy = || known_title.as_ref().is_some_and(is_known);
        let is_writer = || known.is_some() && i + 1 == end && byline::is_byline(line, below);
        let named = kind_above_text(line, is_arabic);
        if named == Some(ZoneKind::Related) && title.is_none_or(|title| title < i) {
            return i; // what follows are links
        }
        kinds[i] = if let Some(kind) = named {
            kind
        } else if is_dateline(line) || is_byline(line) {
            ZoneKind::Dateline
        } else if is_above() || is_copy() || i < site {
            ZoneKind::Boilerplate
        } else if is_writer() {
            ZoneKind::Dateline
        } else {
            ZoneKind::Body
        };
    }
    end
}

/// Whether `line`, above the lines `below`, is the headline `known` again. Where that is from elsewhere
/// the line may also be the first of a poem named after it, or the name in it below a picture.
fn is_copy(line: &Line, known: &Title, headline: Headline, below: &[Line]) -> bool {
    let is_certain =
        || below.first().is_some_and(Line::is_paragraph) && line.words * 2 >= known.words;
    known.is_repeated_by(line) && (headline == Headline::InText || is_certain())
}

/// How many of the first lines, above a headline, are of the site: its name, the weather, where one is.
fn site_lines(lines: &[Line]) -> usize {
    const LONGEST: usize = 5;
    let is_site = |line: &&Line| {
        let has_site_cue = || {
            has_cue_word(line.text, ZoneKind::Title)
                || has_cue_word(line.text, ZoneKind::Boilerplate)
        };
        line.words <= LONGEST && !line.ends() && has_site_cue()
    };
    let is_title = |line: &Line| line.words >= SHORTEST_BELOW_SECTION && line.is_headline();
    let count = lines.iter().take_while(is_site).count();
    if lines[count..].iter().any(is_title) {
        count
    } else {
        0
    }
}

/// The line that is the headline: the first with words that is nothing else, if it looks like one.
/// In the head of a page, so many lines, a longer one after the name of a section is rather it.
fn title(lines: &[Line], head: usize, is_arabic: bool) -> Option<usize> {
    let is_text = |line: &Line| kind_above_text(line, is_arabic).is_none();
    let first = lines
        .iter()
        .position(|line| has_words(line, is_arabic) && is_text(line))?;
    if is_section(&lines[first]) && first < head {
        let is_title = |line: &Line| {
            line.words >= SHORTEST_BELOW_SECTION && is_text(line) && line.is_headline()
        };
        if let Some(below) = lines[first..head].iter().position(is_title) {
            return Some(first + below);
        }
    }
    is_headline(&lines[first]).then_some(first)
}

/// Whether `line` may be the name of a section: a few words without a sign.
fn is_section(line: &Line) -> bool {
    let is_bare = !line.text.contains(['.', ':', '،', '؟', '!']);
    is_bare && line.text.split_whitespace().count() <= LONGEST_SECTION
}

/// What a line above the first paragraph is, if that is sure enough to pass it over for a headline.
/// Headlines may begin as the lines of writers do: `تقرير: ...`.
fn kind_above_text(line: &Line, is_arabic: bool) -> Option<ZoneKind> {
    let cue = match_cue(line, |how| {
        !matches!(how, CueKind::End | CueKind::Top | CueKind::Above)
    });
    cue.map(|marked| marked.kind)
        .or_else(|| kind_by_characters(line, is_arabic))
        .or_else(|| is_date(line).then_some(ZoneKind::Dateline))
}

/// Whether `line` names a writer.
fn is_byline(line: &Line) -> bool {
    match_cue(line, |how| matches!(how, CueKind::Top | CueKind::Above)).is_some()
}
