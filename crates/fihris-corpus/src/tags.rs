//! Tags: a piece of markup, well-formed or not, as tags and the text between them.

use std::borrow::Cow;

use html5ever::data::NAMED_ENTITIES;

/// The longest name of an entity, in bytes, with what ends it.
const LONGEST_ENTITY: usize = 33;

/// How often an entity may have been written as one.
const MOST_LAYERS: usize = 2;

/// Elements whose text is not for readers.
const HIDDEN: &[&str] = &["script", "style"];

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

/// `text`, which may have entities also where it is no markup, with characters for them; also for those that were
/// written as entities again.
#[must_use]
pub fn decode_text(mut text: String) -> String {
    for _ in 0..MOST_LAYERS {
        match decode_entities(&text) {
            Cow::Owned(decoded) if decoded != text => text = decoded,
            _ => break,
        }
    }
    text
}

/// The characters that an entity stands for, by its name without what is around it.
fn entity(name: &str) -> Option<Cow<'static, str>> {
    if name == "nbsp" {
        return Some(" ".into());
    }
    let Some(number) = name.strip_prefix('#') else {
        let &(first, second) = NAMED_ENTITIES.get(&*format!("{name};"))?;
        let chars = [first, second].map(char::from_u32);
        let chars: String = chars.into_iter().flatten().filter(|c| *c != '\0').collect();
        return (!chars.is_empty()).then(|| chars.into());
    };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16),
        None => number.parse(),
    };
    let code = code.ok().filter(|code| *code != 0)?;
    // As browsers do: numbers of windows-1252 that are none of Unicode.
    if let (0x80..0xA0, Ok(byte)) = (code, u8::try_from(code)) {
        let byte = [byte];
        let (text, _) = encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte);
        return Some(text.into_owned().into());
    }
    Some(char::from_u32(code)?.to_string().into())
}

/// Whether the text of an element called `name` is not for readers.
#[must_use]
pub fn is_hidden(name: &str) -> bool {
    HIDDEN
        .iter()
        .any(|hidden| hidden.eq_ignore_ascii_case(name))
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
            Token::Open(name, attributes) if is_hidden(name) && !attributes.ends_with('/') => {
                hidden = Some(name);
            }
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
            (
                "&quot;&QUOT;&laquo;&eacute;&nbsp;&#146;&fjlig;",
                "\"\"«é ’fj",
            ),
            ("AT&T &amp &notit; &am;", "AT&T &amp &notit; &am;"),
            ("&CounterClockwiseContourIntegral;", "∳"),
        ] {
            assert_eq!(decode_entities(text), expected);
        }
        let attributes = " rel=x href=\"a?b&amp;c\" id='7'";
        assert_eq!(attribute(attributes, "HREF").as_deref(), Some("a?b&c"));
        assert_eq!(attribute(attributes, "id").as_deref(), Some("7"));
        assert_eq!(attribute(attributes, "none"), None);
    }

    #[test]
    fn entities_of_entities_are_decoded() {
        for (text, expected) in [
            ("&amp;quot;نص&amp;#1576;", "\"نصب"),
            ("&amp;amp;", "&"),
            ("a & b &amp c", "a & b &amp c"),
            ("نص", "نص"),
        ] {
            assert_eq!(decode_text(text.into()), expected);
        }
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
            (
                "<Script>x</SCRIPT >أول<StYLE>y<b></style><script src=x/>ثان",
                "أولثان",
            ),
            ("بغداد&nbsp;اليوم <img src='a.png'/>", "بغداد اليوم"),
        ] {
            assert_eq!(plain(html), expected, "{html}");
        }
    }
}
