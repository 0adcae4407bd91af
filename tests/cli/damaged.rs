//! Text that was damaged before it came here, and what the readers of others do not bear.

use super::sandbox::Sandbox;

#[test]
fn damaged_texts_are_found_by_what_they_say_and_told() {
    let sandbox = Sandbox::new();
    let sound = "زارت الوزيرة المستشفى الجديد في الإسكندرية، وقالت إن الأطفال سيدخلونه خلال عام 2019.";
    let turned: String = sound.replace("2019", "9102").chars().rev().collect();
    let lam_alef = sound
        .replace("الإ", "اإل")
        .replace("الأ", "األ")
        .replace("خلال", "خالل");
    let together = sound.replace(' ', "");
    let parted = sound.replace("المستشفى", "ا ل م س ت ش ف ى");
    let broken = sound.replace("المستشفى", "المست-\nشفى");
    for (name, text) in [
        ("0", sound),
        ("1", &turned),
        ("2", &lam_alef),
        ("3", &together),
        ("4", &parted),
        ("5", &broken),
    ] {
        sandbox.write(&format!("news/{name}.txt"), text);
    }
    sandbox.stdout(&["index", "news"]);
    for query in ["المستشفى", "الأطفال", "الإسكندرية", "خلال"] {
        let count = sandbox.stdout(&["search", query, "--count", "--no-group"]);
        assert_eq!(count, "6\n", "{query}");
    }
    let status = sandbox.stdout(&["status"]);
    let noted: Vec<&str> = status
        .lines()
        .filter(|line| line.starts_with("noted:"))
        .collect();
    insta::assert_snapshot!(noted.join("\n"), @r"
    noted:     news/1.txt: text in visual order: 1 line put right
    noted:     news/2.txt: lam-alef in the wrong order: 3 words put right
    noted:     news/3.txt: words without spaces: 2 runs put right
    noted:     news/4.txt: letters parted by spaces: 1 run put right
    noted:     news/5.txt: words broken by hyphens: 1 word put right
    ");
    let shown = sandbox.stdout(&["show", "news/1.txt"]);
    assert!(shown.contains(sound), "{shown}");
}

#[cfg(feature = "parquet")]
#[test]
fn a_fault_of_a_reader_is_a_reason_and_nothing_else() {
    let sandbox = Sandbox::new();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/produced");
    let replaced = |name: &str, old: &[u8], new: &[u8]| {
        let mut bytes = std::fs::read(folder.join(name)).unwrap();
        let place = bytes.windows(old.len()).position(|at| at == old).unwrap();
        bytes[place..place + new.len()].copy_from_slice(new);
        sandbox.write(&format!("news/{name}"), bytes);
    };
    // A time beyond all calendars, which is no cell.
    let time = 1_560_326_400_000_i64.to_le_bytes();
    replaced("polars.parquet", &time[..6], &i64::MAX.to_le_bytes());
    insta::assert_snapshot!(sandbox.run(&["index", "news"]), @r"
    exit 0
    --- stdout
    --- stderr
    index made in ROOT/.fihris
    files: 1 added; 1 article in the index; TIME
    ");
    assert_eq!(
        sandbox.stdout(&["search", "سفينة", "--files"]),
        "news/polars.parquet\n"
    );
}
