//! Tags: a piece of markup, well-formed or not, as tags and the text between them.
//!
//! Knows what tags and entities look like, not what they mean.

use std::borrow::Cow;

/// The longest name of an entity, in bytes.
const LONGEST_ENTITY: usize = 10;

/// Entities by name.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("laquo", "«"),
    ("raquo", "»"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("copy", "©"),
    ("reg", "®"),
    ("deg", "°"),
    ("zwnj", "\u{200C}"),
    ("zwj", "\u{200D}"),
    ("lrm", "\u{200E}"),
    ("rlm", "\u{200F}"),
];

/// Elements that begin a new line.
const BLOCKS: &[&str] = &[
    "br",
    "div",
    "li",
    "tr",
    "ul",
    "ol",
    "table",
    "section",
    "article",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "figure",
    "figcaption",
];

/// Elements that are parts of a sentence.
const INLINE: &[&str] = &[
    "a", "b", "i", "u", "s", "em", "strong", "span", "font", "sub", "sup", "small", "seg", "w",
    "img",
];

/// A piece of markup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// Text, in which entities stand for characters.
    Text(&'a str),
    /// Text as it is.
    Literal(&'a str),
    /// The beginning of an element: its name, and the attributes as they are.
    Open(&'a str, &'a str),
    /// The end of an element.
    Close(&'a str),
}

/// The pieces of `markup`, in order; what is no tag is text.
pub fn tokens(markup: &str) -> impl Iterator<Item = Token<'_>> {
    let mut rest = markup;
    std::iter::from_fn(move || {
        while !rest.is_empty() {
            let (token, after) = first(rest);
            rest = after;
            if token.is_some() {
                return token;
            }
        }
        None
    })
}

/// The first piece, if it says something, and what comes after it.
fn first(markup: &str) -> (Option<Token<'_>>, &str) {
    if let Some(after) = markup.strip_prefix("<!--") {
        return (None, after.split_once("-->").map_or("", |(_, after)| after));
    }
    if let Some(after) = markup.strip_prefix("<![CDATA[") {
        let (text, after) = after.split_once("]]>").unwrap_or((after, ""));
        return (Some(Token::Literal(text)), after);
    }
    if let Some((tag, after)) = tag(markup) {
        return (parse_tag(tag), after);
    }
    let end = markup
        .char_indices()
        .skip(1)
        .find(|(at, char)| *char == '<' && begins_piece(&markup[*at..]))
        .map_or(markup.len(), |(at, _)| at);
    (Some(Token::Text(&markup[..end])), &markup[end..])
}

fn begins_piece(markup: &str) -> bool {
    markup.starts_with("<!--") || markup.starts_with("<![CDATA[") || tag(markup).is_some()
}

/// The inside of the tag that `markup` begins with, and what comes after.
fn tag(markup: &str) -> Option<(&str, &str)> {
    let inside = markup.strip_prefix('<')?;
    let begins_name = inside.strip_prefix('/').unwrap_or(inside);
    if !begins_name.starts_with(|char: char| char.is_ascii_alphabetic() || "?!_".contains(char)) {
        return None;
    }
    let end = inside.find(['<', '>'])?;
    inside[end..]
        .strip_prefix('>')
        .map(|after| (&inside[..end], after))
}

fn parse_tag(tag: &str) -> Option<Token<'_>> {
    if tag.starts_with(['?', '!']) {
        return None;
    }
    if let Some(name) = tag.strip_prefix('/') {
        return Some(Token::Close(name.trim()));
    }
    let end = tag
        .find(|char: char| char.is_whitespace() || char == '/')
        .unwrap_or(tag.len());
    Some(Token::Open(&tag[..end], &tag[end..]))
}

/// The value of the attribute `name` among `attributes`.
#[must_use]
pub fn attribute<'a>(attributes: &'a str, name: &str) -> Option<Cow<'a, str>> {
    let mut rest = attributes;
    loop {
        let (key, after) = rest.split_once('=')?;
        let after = after.trim_start();
        let quote = after.chars().next().filter(|char| "\"'".contains(*char));
        let (value, after) = match quote {
            Some(quote) => after[1..].split_once(quote)?,
            None => after.split_once(' ').unwrap_or((after, "")),
        };
        if key.trim().eq_ignore_ascii_case(name) {
            return Some(decode_entities(value));
        }
        rest = after;
    }
}

/// `text` with characters for its entities; what is none stays.
#[must_use]
pub fn decode_entities(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return text.into();
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        decoded.push_str(before);
        let end = after
            .bytes()
            .take(LONGEST_ENTITY)
            .position(|byte| byte == b';');
        if let Some(end) = end
            && let Some(text) = entity(&after[..end])
        {
            decoded.push_str(&text);
            rest = &after[end + 1..];
        } else {
            decoded.push('&');
            rest = after;
        }
    }
    decoded.push_str(rest);
    decoded.into()
}

fn entity(name: &str) -> Option<Cow<'static, str>> {
    let Some(number) = name.strip_prefix('#') else {
        let (_, text) = ENTITIES.iter().find(|(known, _)| *known == name)?;
        return Some((*text).into());
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    let char = char::from_u32(code.ok()?).filter(|char| *char != '\0')?;
    Some(char.to_string().into())
}

/// What a tag called `name` means for the lines of a text; `None` if it is no tag of running text.
#[must_use]
pub fn line_break(name: &str) -> Option<&'static str> {
    let is_in = |list: &[&str]| list.iter().any(|known| known.eq_ignore_ascii_case(name));
    if name.eq_ignore_ascii_case("p") || name.eq_ignore_ascii_case("blockquote") {
        Some("\n\n")
    } else if is_in(BLOCKS) {
        Some("\n")
    } else if is_in(INLINE) {
        Some("")
    } else {
        None
    }
}

/// The text of a piece of HTML, with line breaks for its paragraphs.
#[must_use]
pub fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut hidden: Option<&str> = None;
    for token in tokens(html) {
        match token {
            Token::Close(name) if hidden.is_some_and(|it| it.eq_ignore_ascii_case(name)) => {
                hidden = None;
            }
            _ if hidden.is_some() => {}
            Token::Open(name @ ("script" | "style" | "SCRIPT" | "STYLE"), _) => hidden = Some(name),
            Token::Text(piece) => text.push_str(&decode_entities(piece)),
            Token::Literal(piece) => text.push_str(piece),
            Token::Open(name, _) | Token::Close(name) => {
                text.push_str(line_break(name).unwrap_or_default());
            }
        }
    }
    tidy(&text)
}

/// `text` without more than one empty line in a row, and none at its ends.
#[must_use]
pub fn tidy(text: &str) -> String {
    let text = text.trim();
    if !text.contains('\n') {
        return text.to_string();
    }
    let mut tidied = String::with_capacity(text.len());
    let mut empty = 0;
    for line in text.lines() {
        empty = if line.trim().is_empty() { empty + 1 } else { 0 };
        if empty < 2 {
            if !tidied.is_empty() {
                tidied.push('\n');
            }
            tidied.push_str(line.trim_end());
        }
    }
    tidied
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_tags_and_text() {
        use Token::{Close, Literal, Open, Text};
        for (markup, expected) in [
            ("5 < 6 & 7", &[Text("5 < 6 & 7")][..]),
            (
                "<a href='x'>نص</a >",
                &[Open("a", " href='x'"), Text("نص"), Close("a")],
            ),
            ("a<!-- <b> -->c", &[Text("a"), Text("c")]),
            ("<br/><![CDATA[<b>]]>", &[Open("br", "/"), Literal("<b>")]),
            ("<?xml?><!DOCTYPE x>x", &[Text("x")]),
            ("a <b", &[Text("a <b")]),
        ] {
            assert_eq!(tokens(markup).collect::<Vec<_>>(), expected, "{markup}");
        }
    }

    #[test]
    fn entities_stand_for_characters() {
        for (text, expected) in [
            ("&lt;p&gt; &amp;amp; &#1576;&#x628;", "<p> &amp; بب"),
            (
                "&unknown; & &; &#0; &#99999999; &",
                "&unknown; & &; &#0; &#99999999; &",
            ),
            ("&قال; بغداد", "&قال; بغداد"),
        ] {
            assert_eq!(decode_entities(text), expected);
        }
        let attributes = " rel=x href=\"a?b&amp;c\" id='7'";
        assert_eq!(attribute(attributes, "HREF").as_deref(), Some("a?b&c"));
        assert_eq!(attribute(attributes, "id").as_deref(), Some("7"));
        assert_eq!(attribute(attributes, "none"), None);
    }

    #[test]
    fn html_becomes_text() {
        for (html, expected) in [
            ("نص وحده", "نص وحده"),
            ("<p>أول</p>\n\n<p>ثان<br>ثالث</p>", "أول\n\nثان\nثالث"),
            (
                "<div>قال <b>الوزير</b></div><script>x<y</script>",
                "قال الوزير",
            ),
            ("بغداد&nbsp;اليوم <img src='a.png'/>", "بغداد اليوم"),
        ] {
            assert_eq!(plain(html), expected, "{html}");
        }
    }
}
