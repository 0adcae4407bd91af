use crate::event::ReadEvent;
use crate::file_kind::Kind;
use crate::{Format, ReadOptions, read_file};

/// The texts, or the sources, of what is in a file, and problems with it.
fn read(json: &str) -> Vec<String> {
    let mut all = Vec::new();
    let options = ReadOptions::default();
    let file = std::io::Cursor::new(json);
    let format = Format::plain(Kind::Json);
    let _ = read_file("a.json", format, &options, file, &mut |event| {
        match event {
            ReadEvent::Article(it) => {
                let source = it.source.map(|it| format!("{it}: ")).unwrap_or_default();
                let id = it
                    .id
                    .as_str()
                    .split_once('/')
                    .map(|_| format!("{} ", it.id));
                all.push(format!("{}{source}{}", id.unwrap_or_default(), it.text));
            }
            ReadEvent::Skipped(place, reason) => all.push(format!("{place}: {reason}")),
            _ => {}
        }
        Ok::<_, std::convert::Infallible>(())
    });
    all
}

/// An object that holds so much besides that it is too large for the memory.
fn large(json: &str) -> String {
    let much = format!(
        "\"about\": \"{}\", \"more\": [1, {{}}],",
        "a".repeat(65 << 20)
    );
    json.replacen('{', &format!("{{{much}"), 1)
}

#[test]
fn lists_are_found_however_large_the_object_is() {
    for (json, expected) in [
        (
            r#"{"hits": {"total": {"value": 2}, "hits": [{"_id": "1", "_source": {"text": "a"}}, {"_id": "2", "_source": {"text": "b"}}]}}"#,
            &["a", "b"][..],
        ),
        (
            r#"{"response": {"numFound": 1, "docs": [{"text": "a"}]}}"#,
            &["a"],
        ),
        (
            r#"{"about": "x", "chats": {"list": [{"name": "أولى", "id": 7, "messages": [{"type": "service", "action": "x", "text": ""}, {"id": 1, "text": ["a", {"type": "bold", "text": "b"}]}]}, {"id": 8, "name": "ثانية", "messages": [{"id": 1, "text": "c"}]}]}, "left_chats": {"list": []}}"#,
            &["7/1 أولى: ab", "8/1 ثانية: c"],
        ),
        (
            r#"{"title": "مدونة", "articles": [{"text": "a"}, {"text": "b"}]}"#,
            &["مدونة: a", "مدونة: b"],
        ),
        // By their ids; what has no text is none.
        (
            r#"{"k/1": {"title": "a", "text": "b", "tags": ["x"]}, "k/2": {"id": "own/2", "text": "c"}, "about": {"count": 2}}"#,
            &["k/1 a\n\nb", "own/2 c"],
        ),
        (
            r#"{"name": "x", "k/1": {"text": "b"}}"#,
            &["a.json:1: not an article: none of its fields is known to be the text (k/1, name)"],
        ),
    ] {
        assert_eq!(read(json), expected, "{json}");
        if json.contains("chats") {
            assert_eq!(read(&large(json)), expected, "{json}");
        }
    }
}

#[test]
fn what_is_broken_in_a_large_object_is_told() {
    let json = "{\"articles\": [{\"text\": \"a\"},\n{a b},\n{\"text\": \"c\"}";
    let expected = [
        "a",
        "a.json:2: not an article: no JSON object: key must be a string at column 2",
        "c",
        "a.json:3: the file ends before this does",
    ];
    assert_eq!(read(&large(json)), expected);
    assert_eq!(
        read(&(large("{\"a\": []}") + "\n{\"text\": \"b\"}")),
        ["a.json:1: larger than 64 MiB", "b"]
    );
}

#[test]
fn records_by_their_ids_are_read_one_by_one() {
    let record = |number: usize| {
        let text = "ن".repeat(1 << 19);
        format!("\"k/{number}\": {{\"text\": \"{text}\"}}")
    };
    let mut records: Vec<String> = (0..70).map(record).collect();
    records.insert(
        3,
        format!("\"large\": {{\"text\": \"{}\"}}", "a".repeat(65 << 20)),
    );
    let found = read(&format!("{{{}}}", records.join(",\n")));
    assert_eq!(found.len(), 71);
    assert_eq!(found[3], "a.json:4: larger than 64 MiB");
    assert!(found[70].starts_with("k/69 ننن"), "{:.99}", found[70]);
}
