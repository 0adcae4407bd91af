//! Plain text: a file is one article, or several stories one after the other.
//!
//! The bytes are decoded already ([`crate::encoding`]); knows nothing of what is in a story.

use crate::article::Article;
use crate::id::ArticleId;
use crate::name::FileName;
use crate::skip::SkipReason;
use crate::tags::decode_text;
use arabic_text::words;

/// The articles in the plain text of `file`, at least one; `id` names the first. Entities, which texts of pages
/// may have kept, stand for their characters.
///
/// # Errors
/// [`SkipReason::Empty`] if there is no word in it.
pub fn articles(id: &ArticleId, file: &FileName, text: &str) -> Result<Vec<Article>, SkipReason> {
    if !words(text).advance() {
        return Err(SkipReason::Empty);
    }
    let decoded = text.contains('&').then(|| decode_text(text.into()));
    let text = decoded.as_deref().unwrap_or(text);
    let mut articles = Article::from_text(id, file, text);
    for article in &mut articles {
        article.find_published(None);
    }
    Ok(articles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_without_words_is_none() {
        assert_eq!(
            articles(
                &"x".into(),
                &"x".into(),
                " 
. "
            ),
            Err(SkipReason::Empty)
        );
        assert_eq!(
            articles(
                &"x".into(),
                &"x".into(),
                " نص 
. "
            )
            .unwrap()[0]
                .text,
            " نص 
. "
        );
        let entities = &articles(&"x".into(), &"x".into(), "&quot;نص&quot; & AT&T").unwrap()[0];
        assert_eq!(entities.text, "\"نص\" & AT&T");
    }
}
