//! Programs of the user's that turn files into text.

use std::fs;
use std::os::unix::fs::PermissionsExt;

use insta::assert_snapshot;

use super::sandbox::Sandbox;

/// Reads a picture that begins with PICTURE, and nothing else.
const PROGRAM: &str = "#!/bin/sh
case \"$1\" in
  *broken*) echo 'no picture at all' >&2; echo more >&2; echo '<p>نصف'; exit 3 ;;
  *page*) echo '<html><title>صفحة</title><body><p>'; sed 1d; echo '</p></body></html>' ;;
  *) test \"$(head -1)\" = PICTURE || exit 4; sed 1d \"$1\" ;;
esac
";

fn sandbox(program: &str) -> Sandbox {
    with_program("to_text", program)
}

/// One that holds nothing but a program.
pub fn with_program(name: &str, program: &str) -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.write(name, program);
    let path = sandbox.path(name);
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    sandbox
}

#[test]
fn a_program_turns_files_into_text_and_its_failures_are_told() {
    let sandbox = sandbox(PROGRAM);
    sandbox.write("news/a.txt", "خبر عن القاهرة");
    sandbox.write("news/b.png", "PICTURE\nوصلت السفينة إلى الميناء\n");
    sandbox.write(
        "news/sub/page.PNG",
        "PICTURE\nغادر القطار المحطة صباح اليوم\n",
    );
    sandbox.write("news/broken.png", "x");
    sandbox.write("news/other.png", "x");
    sandbox.write("news/c.doc", "x");
    let pre = [
        "index",
        "news",
        "--pre",
        "./to_text",
        "--pre-glob",
        "*.{png,PNG}",
    ];
    assert_snapshot!(sandbox.run(&pre), @"
    exit 0
    --- stdout
    --- stderr
    skipped: news/broken.png: the program ./to_text failed with status 3: no picture at all
    skipped: news/other.png: the program ./to_text failed with status 4
    index made in ROOT/.fihris
    files: 3 added, 2 skipped; 1 .doc not read; 3 articles in the index; TIME
    ");
    assert_eq!(
        sandbox.stdout(&["search", "السفينة", "--files"]),
        "news/b.png\n"
    );
    assert_eq!(
        sandbox.stdout(&["search", "قطار", "--files"]),
        "news/sub/page.PNG\n"
    );
    // What failed is tried again, all else is not read again.
    fs::remove_file(sandbox.path("news/broken.png")).unwrap();
    sandbox.write("news/other.png", "PICTURE\nعاد الصيادون");
    assert_snapshot!(sandbox.run(&pre), @"
    exit 0
    --- stdout
    --- stderr
    files: 1 added, 3 unchanged; 1 .doc not read; 4 articles in the index; TIME
    ");
    // A run that does not name the program leaves its files as they are.
    sandbox.write("news/b.png", "PICTURE\nوصلت سفينة أخرى\n");
    sandbox.write("news/d.png", "PICTURE\nخبر جديد\n");
    assert_snapshot!(sandbox.run(&["index"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: news/b.png: the program ./to_text reads it, which this run does not name; --pre names it
    skipped: news/d.png: the program ./to_text reads it, which this run does not name; --pre names it
    files: 3 unchanged, 2 skipped; 1 .doc not read; 4 articles in the index; TIME
    ");
    assert_eq!(
        sandbox.stdout(&["search", "السفينة", "news", "--files"]),
        "news/b.png\n"
    );
    assert_snapshot!(sandbox.run(&["--lang", "ar", "index"]), @"
    exit 0
    --- stdout
    --- stderr
    تُرك (يقرؤه البرنامج ./to_text ولم يُذكر هذه المرة؛ ولذكره: --pre):
      news/b.png
    تُرك (يقرؤه البرنامج ./to_text ولم يُذكر هذه المرة؛ ولذكره: --pre):
      news/d.png
    الملفات: الباقي كما هو 3، المتروك 2؛ وما لا يُقرأ: .doc 1؛ وفي الفهرس 4 مقالات؛ TIME
    ");
    // Another program reads them anew, and none gives them up.
    let upper = PROGRAM.replace("sed 1d \"$1\"", "sed '1d;s/خبر/نبأ/' \"$1\"");
    sandbox.write("other", upper);
    let path = sandbox.path("other");
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
    assert_snapshot!(sandbox.run(&["index", "--pre", "./other", "--pre-glob", "*.png"]), @"
    exit 0
    --- stdout
    --- stderr
    files: 1 added, 1 changed, 1 read again as options say, 1 removed, 1 unchanged; 1 .doc, 1 .png not read; 4 articles in the index; TIME
    ");
    assert_snapshot!(sandbox.run(&["index", "--pre", ""]), @"
    exit 0
    --- stdout
    --- stderr
    files: 3 removed, 1 unchanged; 4 .png, 1 .doc not read; 1 article in the index; TIME
    ");
    assert_eq!(sandbox.stdout(&["search", "نبأ", "--count"]), "0\n");
}

#[test]
fn programs_and_patterns_that_are_none_are_told() {
    let sandbox = sandbox(PROGRAM);
    sandbox.write("news/b.xyz", "x");
    let missing = ["index", "news/b.xyz", "--pre", "./nowhere"];
    assert_snapshot!(sandbox.run(&missing), @"
    exit 2
    --- stdout
    --- stderr
    skipped: news/b.xyz: the program ./nowhere cannot be started: No such file or directory (os error 2)
    index made in ROOT/.fihris
    files: 1 skipped; 0 articles in the index; TIME
    ");
    assert_snapshot!(sandbox.run(&["--lang", "ar", "index", "news/b.xyz", "--pre", "./nowhere"]), @"
    exit 2
    --- stdout
    --- stderr
    تُرك (تعذّر تشغيل البرنامج ./nowhere: لا يوجد ملف أو مجلد بهذا الاسم):
      news/b.xyz
    الملفات: المتروك 1؛ وفي الفهرس لا مقالات؛ TIME
    ");
    assert_snapshot!(sandbox.run(&["index", "news", "--pre-glob", "*.png"]), @"
    exit 2
    --- stdout
    --- stderr
    error: the following required arguments were not provided:
      --pre <COMMAND>

    Usage: fihris index --pre <COMMAND> --pre-glob <GLOB> <PATH>...

    For more information, try '--help'.
    ");
    assert_snapshot!(sandbox.run(&["index", "news", "--pre", "x", "--pre-glob", "["]), @"
    exit 2
    --- stdout
    --- stderr
    error: not a pattern: error parsing glob '**/[': unclosed character class; missing ']'
    hint: patterns are like '*.txt', '2020/**', 'news[0-9].csv', '*.{csv,tsv}'
    ");
}
