//! What users may rely on of the public types.

use arabic_text::stem::StemAnalysis;
use arabic_text::variants::{VariantListError, Variants};
use arabic_text::{Word, Words};

fn is_send_and_sync<T: Send + Sync>() {}

#[test]
fn types_can_be_sent_and_shared() {
    is_send_and_sync::<Word>();
    is_send_and_sync::<Words<'_>>();
    is_send_and_sync::<StemAnalysis>();
    is_send_and_sync::<Variants>();
    is_send_and_sync::<VariantListError>();
}

#[cfg(feature = "serde")]
#[test]
fn words_survive_json() {
    let found: Vec<Word> = arabic_text::words("إقليم قره باغ").collect();
    let json = serde_json::to_string(&found).unwrap();
    let again: Vec<Word> = serde_json::from_str(&json).unwrap();
    assert_eq!(again, found);
}
