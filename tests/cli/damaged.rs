//! Text that was damaged before it came here.

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
