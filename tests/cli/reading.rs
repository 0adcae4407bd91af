//! What is read, and how: told before anything is indexed.

use insta::assert_snapshot;
use serde_json::Value;

use super::pack::gzip;
use super::sandbox::Sandbox;

#[test]
fn the_kinds_that_are_read_are_listed() {
    let sandbox = Sandbox::new();
    // Of all the kinds, a file, a table and an archive.
    let shown = |args: &[&str]| {
        let text = sandbox.stdout(args);
        let lines: Vec<&str> = text.lines().collect();
        let is_shown = |line: &str| {
            [".html,", ".csv:", ".tar:"]
                .iter()
                .any(|it| line.starts_with(it))
        };
        let shown = lines.windows(2).filter(|pair| is_shown(pair[0]));
        let shown: Vec<&str> = shown.flatten().copied().collect();
        shown.join("\n")
    };
    assert_snapshot!(shown(&["formats"]), @"
    .html, .htm, .xhtml: saved web page
      title, text, date, source, author, address, captured; up to 16 MiB
    .csv: table, its cells between commas or semicolons
      id, title, text, date, source, any other field; of any size, 64 MiB a record
    .tar: archive of files
      any of the others in it
    ");
    assert_snapshot!(shown(&["--lang", "ar", "formats"]), @"
    .html, .htm, .xhtml: صفحة ويب محفوظة
      العنوان، النص، التاريخ، المصدر، الكاتب، الرابط، وقت الالتقاط؛ حتى 16 ميبي بايت
    .csv: جدول تفصل بين خلاياه فواصل
      المعرّف، العنوان، النص، التاريخ، المصدر، وسائر الحقول؛ بأي حجم، والسجل حتى 64 ميبي بايت
    .tar: أرشيف ملفات
      فيه أي نوع من غيره
    ");
    let lines = sandbox.stdout(&["formats", "--format", "json"]);
    let lines = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    let lines: Vec<Value> = lines.collect();
    let parquet = lines.iter().find(|line| line["endings"][0] == "parquet");
    let parquet = parquet.unwrap();
    assert_eq!(parquet["feature"], "parquet");
    assert_eq!(parquet["read"], cfg!(feature = "parquet"));
}

#[test]
fn a_dry_run_says_how_each_file_is_read() {
    let sandbox = Sandbox::new();
    sandbox.write("news/a.txt", "خبر عن بغداد\n\nقال الوزير إن السفينة وصلت.");
    let table = "رقم;العنوان;النص\n1;خبر;وصلت السفينة\n2;آخر;غادر القطار\n";
    let table = encoding_rs::WINDOWS_1256.encode(table).0;
    sandbox.write("news/b.csv.gz", gzip(&table));
    sandbox.write("news/c.json", r#"[{"body":"نص"},{"content":"نص آخر"}]"#);
    sandbox.write("news/d.xyz", "x");
    sandbox.write("news/e.json", "[");
    assert_snapshot!(sandbox.run(&["index", "news", "--dry-run", "-v"]), @r#"
    exit 0
    --- stdout
    not read: news/d.xyz
    read: news/a.txt: .txt, UTF-8; 1 article
    added: news/a.txt
    read: news/b.csv.gz: .csv.gz, windows-1256; title = "العنوان", text = "النص"; 2 articles
    added: news/b.csv.gz
    read: news/c.json: .json, UTF-8; text = "body", text = "content"; 2 articles
    added: news/c.json
    --- stderr
    note: news/b.csv.gz: fields are guessed: title = "العنوان", text = "النص"; --field names others
    note: news/c.json: fields are guessed: text = "body"; --field names others
    note: news/c.json: fields are guessed: text = "content"; --field names others
    skipped: news/e.json:1: the file ends before this does
    would be: 3 added, 1 skipped; 1 .xyz not read
    "#);
    assert_snapshot!(sandbox.run(&["--lang", "ar", "index", "news", "--dry-run", "-v"]), @r#"
    exit 0
    --- stdout
    لا يُقرأ: news/d.xyz
    يُقرأ هكذا (.txt، UTF-8؛ مقالة واحدة):
      news/a.txt
    أُضيف: news/a.txt
    يُقرأ هكذا (.csv.gz، windows-1256؛ title = "العنوان", text = "النص"؛ مقالتان):
      news/b.csv.gz
    أُضيف: news/b.csv.gz
    يُقرأ هكذا (.json، UTF-8؛ text = "body", text = "content"؛ مقالتان):
      news/c.json
    أُضيف: news/c.json
    --- stderr
    ملاحظة (خُمّنت الحقول: title = "العنوان", text = "النص"؛ ولتسمية غيرها: --field):
      news/b.csv.gz
    ملاحظة (خُمّنت الحقول: text = "body"؛ ولتسمية غيرها: --field):
      news/c.json
    ملاحظة (خُمّنت الحقول: text = "content"؛ ولتسمية غيرها: --field):
      news/c.json
    تُرك (انتهى الملف قبل أن ينتهي هذا):
      news/e.json:1
    لو نُفّذ الأمر: المضاف 3، المتروك 1؛ وما لا يُقرأ: .xyz 1
    "#);
    let json = ["index", "news", "--dry-run", "-v", "--format", "json"];
    let read = sandbox.stdout(&json);
    let read: Vec<&str> = read
        .lines()
        .filter(|line| line.contains("\"read\""))
        .collect();
    assert_snapshot!(read.join("\n"), @r#"
    {"version":1,"type":"file","action":"read","path":"news/a.txt","format":"txt","encoding":"UTF-8","fields":{},"articles":1}
    {"version":1,"type":"file","action":"read","path":"news/b.csv.gz","format":"csv.gz","encoding":"windows-1256","fields":{"text":["النص"],"title":["العنوان"]},"articles":2}
    {"version":1,"type":"file","action":"read","path":"news/c.json","format":"json","encoding":"UTF-8","fields":{"text":["body","content"]},"articles":2}
    "#);
}
