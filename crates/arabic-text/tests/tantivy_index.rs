//! The example finds inflections with the current tantivy, and highlights them as they are written.

#[allow(dead_code)] // its `main`
#[path = "../examples/tantivy_index.rs"]
mod example;

#[test]
fn hits_are_highlighted_as_they_are_written() {
    let found = |query| example::search(query).unwrap().join("\n");
    assert!(found("قوات").contains("<b>القوّات</b>"));
    let engineers = found("المهندس");
    assert!(engineers.contains("<b>المهندسون</b>") && engineers.contains("<b>مهندسٌ</b>"));
    assert!(found("بوتين").contains("<b>بوتين</b>"));
    assert_eq!(found("على"), ""); // a stop word
}
