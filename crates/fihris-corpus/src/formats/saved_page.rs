//! Pages that browsers saved with all that belongs to them in one message (MHTML).
//!
//! The page is read as one that was saved alone; its pictures, styles and frames are passed over.

use std::io::BufRead;

use mail_parser::{DateTime, Message, MessagePart, MimeHeaders};

use super::html::{self, Origin};
use super::mail::parts;
use crate::bounded::read_whole;
use crate::limits::{LARGEST_PAGE, LARGEST_RECORD};
use crate::sink::{ArticleSink, Stop};
use crate::skip::{DamageKind, SkipReason};

/// Reads the page.
///
/// # Errors
/// If there is none or it is too large, or whoever takes the articles fails.
pub fn read<E>(input: &mut dyn BufRead, sink: &mut ArticleSink<E>) -> Result<(), Stop<E>> {
    let bytes = read_whole(input, LARGEST_RECORD)?;
    let closed = parts::closed(&bytes);
    let message = parts::parse(&closed)?;
    let page = page(&message)
        .ok_or_else(|| SkipReason::damaged(DamageKind::Other, "there is no page in it"))?;
    let decoded = parts::text(&bytes, page, sink.hint())?;
    if decoded.text.len() as u64 > LARGEST_PAGE {
        return Err(SkipReason::TooLarge(LARGEST_PAGE).into());
    }
    let id = sink.id_of_text(&decoded.text);
    let mut articles = html::articles(&id, sink.name(), &decoded.text)?;
    let origin = Origin {
        address: address(&message, page),
        captured: message.date().map(DateTime::to_rfc3339),
    };
    origin.note(&mut articles);
    sink.push_text(&decoded, articles)
}

/// The part that is the page itself: the one that the message names, or the first.
fn page<'a>(message: &'a Message<'a>) -> Option<&'a MessagePart<'a>> {
    let pages = || {
        let parts = message.parts.iter();
        parts.filter(|part| {
            part.is_content_type("text", "html") || part.is_content_type("application", "xhtml+xml")
        })
    };
    let start = message.content_type().and_then(|it| it.attribute("start"));
    let start = start.map(|id| id.trim_matches(['<', '>']));
    let named = pages().find(|part| start.is_some() && part.content_id() == start);
    named.or_else(|| pages().next())
}

/// Where the page came from, on the web.
fn address(message: &Message, page: &MessagePart) -> Option<String> {
    let snapshot = message.header("Snapshot-Content-Location");
    let places = [
        snapshot.and_then(|it| it.as_text()),
        page.content_location(),
        message.content_location(),
    ];
    let mut places = places.into_iter().flatten().map(str::trim);
    let address = places.find(|place| place.starts_with("http"))?;
    Some(address.split_whitespace().collect()) // a long one may go on in the next line
}

#[cfg(test)]
mod tests {
    use crate::found::found;

    /// A page in windows-1256, as old browsers saved it: the first part is a frame, the page is named.
    fn saved() -> Vec<u8> {
        let page =
            "<html><title>افتتاح حديقة</title><p>زرع العمال أربعين نخلة على ضفة النهر.</p></html>";
        let page = encoding_rs::WINDOWS_1256.encode(page).0;
        let page = page.iter().map(|byte| format!("={byte:02X}=\r\n"));
        let page = page.collect::<Vec<_>>().concat();
        format!(
            "From: <Saved by Windows>\r\nDate: Thu, 4 Mar 2021 08:00:00 +0300\r\nMIME-Version: 1.0\r\n\
             Content-Type: multipart/related; start=\"<b@x>\"; boundary=\"x\"\r\n\r\n--x\r\n\
             Content-Type: text/html\r\nContent-Location: http://a.example/frame\r\n\r\n<p>إعلان</p>\r\n--x\r\n\
             Content-Type: text/html; charset=\"windows-1256\"\r\nContent-ID: <b@x>\r\n\
             Content-Transfer-Encoding: quoted-printable\r\nContent-Location: http://a.example/news/\r\n 7\r\n\r\n{page}\r\n--x\r\n\
             Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--x--\r\n"
        )
        .into_bytes()
    }

    #[test]
    fn the_page_is_read_and_what_belongs_to_it_is_not() {
        assert_eq!(
            found("a.mht", &saved()),
            [
                "a.mht \"افتتاح حديقة\\n\\nزرع العمال أربعين نخلة على ضفة النهر.\" \
                 address=http://a.example/news/7 captured=2021-03-04T08:00:00+03:00"
            ]
        );
    }

    #[test]
    fn what_holds_no_page_says_so() {
        let saved = saved();
        let none = "damaged: there is no page in it";
        for (bytes, reason) in [
            (&b""[..], "damaged: no message with a header"),
            (b"PK\x03\x04", none),
            (&saved[..140], none),
            (b"Content-Type: image/png\r\n\r\nx", none),
        ] {
            assert_eq!(found("a.mhtml", bytes), [reason]);
        }
        let closed = "Content-Type: message/RFC822\r\n\r\n".repeat(100_000);
        assert_eq!(found("a.mhtml", closed.as_bytes()), [none]);
    }
}
