//! The config file: programs for kinds of files, and what is told of its mistakes.

use std::fs;

use insta::assert_snapshot;

use super::preprocess::with_program;
use super::sandbox::Sandbox;

/// Prints what is in a file, but for the first line; fails where that is not BOX.
const UNBOX: &str = "#!/bin/sh
test \"$(head -1)\" = BOX || { echo no box >&2; exit 5; }
sed \"1d;s/$/ ${0##*/}/\" \"$1\"
";

/// One with two programs, four files and a config file in the folder of the user's.
fn sandbox(config: &str) -> Sandbox {
    let sandbox = with_program("unbox", UNBOX);
    sandbox.write("other", UNBOX);
    fs::copy(sandbox.path("unbox"), sandbox.path("other")).unwrap();
    sandbox.write("news/a.box", "BOX\nوصلت السفينة إلى الميناء\n");
    sandbox.write("news/b.BOX", "BOX\nغادر القطار المحطة\n");
    sandbox.write("news/bad.box", "x");
    sandbox.write("news/c.txt", "خبر عن القاهرة");
    sandbox.write("home/.config/fihris/config.toml", config);
    sandbox
}

/// A run in the surroundings of a user with that home.
fn run(sandbox: &Sandbox, args: &[&str], surroundings: &[(&str, &str)]) -> String {
    let output = sandbox.output_with(args, |command| {
        command
            .env("PATH", "/usr/bin:/bin")
            .env("HOME", sandbox.path("home"))
            .envs(surroundings.iter().copied())
    });
    sandbox.show(&output)
}

const BOTH: &str = "# What reads what.
[pre]
'*.box' = './unbox'
'*.BOX' = './other'
";

#[test]
fn a_table_of_programs_is_as_if_they_were_named() {
    let sandbox = sandbox(BOTH);
    let here = |args: &[&str]| run(&sandbox, args, &[]);
    assert_snapshot!(here(&["search", "السفينة", "news", "--files"]), @"
    exit 0
    --- stdout
    news/a.box
    --- stderr
    skipped: news/bad.box: the program ./unbox failed with status 5: no box
    index made in ROOT/.fihris
    ");
    assert_snapshot!(here(&["search", "other", "--files"]), @"
    exit 0
    --- stdout
    news/b.BOX
    --- stderr
    ");
    // Another command reads its files anew, and leaves the others as they are.
    sandbox.write(
        "home/.config/fihris/config.toml",
        BOTH.replace("./unbox", "./other"),
    );
    assert_snapshot!(here(&["index"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: news/bad.box: the program ./other failed with status 5: no box
    files: 1 read again as options say, 2 unchanged, 1 skipped; 3 articles in the index; TIME
    ");
    // What stands on the command line is instead of the table, and so is its absence.
    assert_snapshot!(here(&["index", "--pre", "./unbox", "--pre-glob", "*.BOX"]), @"
    exit 0
    --- stdout
    --- stderr
    files: 1 read again as options say, 1 removed, 1 unchanged; 2 .box not read; 2 articles in the index; TIME
    ");
    assert_snapshot!(here(&["index", "--pre", ""]), @"
    exit 0
    --- stdout
    --- stderr
    files: 1 removed, 1 unchanged; 3 .box not read; 1 article in the index; TIME
    ");
    assert_snapshot!(here(&["index"]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: news/bad.box: the program ./other failed with status 5: no box
    files: 2 added, 1 unchanged, 1 skipped; 3 articles in the index; TIME
    ");
    // Without the file nothing runs, and what is indexed stays.
    sandbox.write("news/a.box", "BOX\nوصلت سفينة أخرى\n");
    assert_snapshot!(run(&sandbox, &["index"], &[("FIHRIS_CONFIG", "")]), @"
    exit 0
    --- stdout
    --- stderr
    skipped: news/a.box: the program ./other reads it, which this run does not name; --pre names it
    skipped: news/bad.box: the program ./other reads it, which this run does not name; --pre names it
    files: 2 unchanged, 2 skipped; 3 articles in the index; TIME
    ");
    // A table of nothing gives all programs up; an empty command those of its files.
    sandbox.write("none.toml", "[pre]\n'bad*' = ''\n'*.box' = './unbox'\n");
    assert_snapshot!(run(&sandbox, &["index"], &[("FIHRIS_CONFIG", "none.toml")]), @"
    exit 0
    --- stdout
    --- stderr
    files: 1 changed, 1 removed, 1 unchanged; 2 .box not read; 2 articles in the index; TIME
    ");
    sandbox.write("none.toml", "[pre]\n");
    assert_snapshot!(run(&sandbox, &["index"], &[("FIHRIS_CONFIG", "none.toml")]), @"
    exit 0
    --- stdout
    --- stderr
    files: 1 removed, 1 unchanged; 3 .box not read; 1 article in the index; TIME
    ");
}

#[test]
fn mistakes_in_the_file_are_told_with_their_place() {
    let sandbox = sandbox("[pre]\n'*.box' = './unbox'\n\n[per]\n");
    let here = |args: &[&str]| run(&sandbox, args, &[]);
    assert_snapshot!(here(&["index", "news"]), @r#"
    exit 2
    --- stdout
    --- stderr
    error: ROOT/home/.config/fihris/config.toml:4:2: unknown key: per; the nearest known one is pre
    hint: lines are like: limit = 20, or pre."*.djvu" = "djvutxt"
    "#);
    assert_snapshot!(here(&["--lang", "ar", "index", "news"]), @r#"
    exit 2
    --- stdout
    --- stderr
    خطأ: في ملف الإعدادات مفتاح غير معروف: per، وأقرب المفاتيح المعروفة pre
      ROOT/home/.config/fihris/config.toml:4:2
    تلميح: من أمثلة أسطره:
      limit = 20
      pre."*.djvu" = "djvutxt"
    "#);
    assert_snapshot!(here(&["index", "news", "--pre", "./unbox", "--pre-glob", "*.box"]), @r#"
    exit 2
    --- stdout
    --- stderr
    error: ROOT/home/.config/fihris/config.toml:4:2: unknown key: per; the nearest known one is pre
    hint: lines are like: limit = 20, or pre."*.djvu" = "djvutxt"
    "#);
    sandbox.write("home/.config/fihris/config.toml", "[pre]\n'*.[' = 'x'\n");
    assert_snapshot!(here(&["search", "السفينة", "news"]), @r#"
    exit 2
    --- stdout
    --- stderr
    error: ROOT/home/.config/fihris/config.toml:2:1: not a pattern: error parsing glob '**/*.[': unclosed character class; missing ']'
    hint: lines are like: limit = 20, or pre."*.djvu" = "djvutxt"
    "#);
    assert_snapshot!(here(&["--lang", "ar", "search", "السفينة", "news"]), @r#"
    exit 2
    --- stdout
    --- stderr
    خطأ: في ملف الإعدادات نمط لا يصح: قوس [ لم يُغلق
      **/*.[
      ROOT/home/.config/fihris/config.toml:2:1
    تلميح: من أمثلة أسطره:
      limit = 20
      pre."*.djvu" = "djvutxt"
    "#);
    // A mistake may hold for any command.
    assert_snapshot!(here(&["search", "السفينة", "--count"]), @r#"
    exit 2
    --- stdout
    --- stderr
    error: ROOT/home/.config/fihris/config.toml:2:1: not a pattern: error parsing glob '**/*.[': unclosed character class; missing ']'
    hint: lines are like: limit = 20, or pre."*.djvu" = "djvutxt"
    "#);
    let missing = [("FIHRIS_CONFIG", "nowhere.toml")];
    assert_snapshot!(run(&sandbox, &["index", "news"], &missing), @"
    exit 2
    --- stdout
    --- stderr
    error: cannot read the config file nowhere.toml: No such file or directory (os error 2)
    hint: FIHRIS_CONFIG names another, or none: FIHRIS_CONFIG=
    ");
    assert_snapshot!(run(&sandbox, &["--lang", "ar", "index", "news"], &missing), @"
    exit 2
    --- stdout
    --- stderr
    خطأ: تعذّرت قراءة ملف الإعدادات (لا يوجد ملف أو مجلد بهذا الاسم):
      nowhere.toml
    تلميح: اذكر غيره في FIHRIS_CONFIG، أو لا شيء:
      FIHRIS_CONFIG=
    ");
}

#[test]
fn commands_that_update_an_index_run_the_programs_that_they_name() {
    let sandbox = sandbox("");
    let named = ["--pre", "./unbox", "--pre-glob", "*.box"];
    for (command, found) in [("search", "--count"), ("kwic", "--no-variants")] {
        let args = [&[command, "السفينة", "news", found], &named[..]].concat();
        assert!(run(&sandbox, &args, &[]).starts_with("exit 0"), "{command}");
    }
    let without_files = [&["search", "السفينة"], &named[..]].concat();
    assert_snapshot!(run(&sandbox, &without_files, &[]), @"
    exit 2
    --- stdout
    --- stderr
    error: --pre names a program, but there are no files to read
    hint: name the files or folders behind the query
    ");
    let arabic = [&["--lang", "ar"], &without_files[..]].concat();
    assert_snapshot!(run(&sandbox, &arabic, &[]), @"
    exit 2
    --- stdout
    --- stderr
    خطأ: ذُكر مع --pre برنامج، ولا ملفات ليقرأها
    تلميح: اذكر الملفات أو المجلدات بعد الاستعلام
    ");
}

/// A sandbox with articles and this config file.
fn configured(config: &str) -> Sandbox {
    let sandbox = super::tables::papers();
    sandbox.write("home/.config/fihris/config.toml", config);
    sandbox
}

#[test]
fn defaults_hold_unless_something_else_is_said() {
    let sandbox = configured("limit = 1\nlang = \"ar\"\nformat = \"csv\"\nzones = \"title\"\n");
    let here = |args: &[&str]| run(&sandbox, args, &[]);
    assert_snapshot!(here(&["search", "قطار", "--quiet"]).lines().nth(3).unwrap().split(',').next().unwrap(), @"1");
    assert_snapshot!(here(&["search", "قطار", "--format", "text", "-n", "2", "--zones", "all", "--lang", "en"]), @"
    exit 0
    --- stdout
    papers.jsonl a
    2021-02-03 النهر
    وصل *[القطار]* إلى المحطة
    الميناء - وصل [القطار] إلى المحطة. وقال المدير: «[القطار] جديد». ثم عاد.
      clitic: القطار = قطار

    papers.jsonl b
    2020-12-31 =الجبل
    [القطار]، ثم [القطار] في المحطة.
      clitic: القطار = قطار

    --- stderr
    4 articles, shown 1 to 2; more with --limit or --offset
    ");
    // Where it cannot hold, it does not.
    assert_snapshot!(here(&["search", "قطار", "--count"]), @"
    exit 0
    --- stdout
    2
    --- stderr
    ");
    assert_snapshot!(here(&["search", "*", "--group-by", "source"]), @"
    exit 0
    --- stdout
    source,articles
    النهر,2
    '=الجبل,1
    ,1
    --- stderr
    4 مقالات
    ");
    assert_snapshot!(here(&["show", "d"]), @"
    exit 0
    --- stdout
    لا قطار هنا.--- stderr
    ");
    assert_snapshot!(here(&["export", "قطار", "--zones", "body", "--lang", "en"]).lines().next().unwrap(), @"exit 0");
    let help = here(&["search", "--help"]);
    assert!(
        help.contains("الافتراضي: csv") && help.contains("الافتراضي: title"),
        "{help}"
    );
    let json = configured("format = \"json\"\n");
    assert!(run(&json, &["search", "(قطار"], &[]).contains("{\"version\":1,\"type\":\"error\""));
}

#[test]
fn what_holds_is_told_with_where_it_is_from() {
    let sandbox = configured("limit = 20\nzones = \"all\"\n[pre]\n'*.box' = './un \"box\"'\n");
    let surroundings = [("FIHRIS_CSV_BOM", "1"), ("LANG", "en_US.UTF-8")];
    assert_snapshot!(run(&sandbox, &["config"], &surroundings), @r#"
    exit 0
    --- stdout
    config = "ROOT/home/.config/fihris/config.toml"  # built in
    index = "ROOT/.fihris"  # found here or above
    lang = "en"  # from the locale
    zones = "all"  # from ROOT/home/.config/fihris/config.toml
    format = "text"  # built in
    limit = 20  # from ROOT/home/.config/fihris/config.toml
    bidi = "auto"  # built in
    bom = 1  # from FIHRIS_CSV_BOM
    pre."*.box" = "./un \"box\""  # from ROOT/home/.config/fihris/config.toml
    --- stderr
    "#);
    assert_snapshot!(run(&sandbox, &["--lang", "ar", "config"], &surroundings), @r#"
    exit 0
    --- stdout
    config = "ROOT/home/.config/fihris/config.toml"  # المعتاد
    index = "ROOT/.fihris"  # وُجد هنا أو في مجلد أعلى
    lang = "ar"  # من الخيار --lang
    zones = "all"  # من الملف ROOT/home/.config/fihris/config.toml
    format = "text"  # المعتاد
    limit = 20  # من الملف ROOT/home/.config/fihris/config.toml
    bidi = "auto"  # المعتاد
    bom = 1  # من متغير البيئة FIHRIS_CSV_BOM
    pre."*.box" = "./un \"box\""  # من الملف ROOT/home/.config/fihris/config.toml
    --- stderr
    "#);
    assert_snapshot!(run(&Sandbox::new(), &["config", "--index", "x"], &[]), @r#"
    exit 0
    --- stdout
    config = "ROOT/home/.config/fihris/config.toml"  # not there yet
    index = "ROOT/x"  # from --index
    lang = "en"  # from the locale
    zones = "title,dateline,body,tags,source"  # built in
    format = "text"  # built in
    limit = 10  # built in
    bidi = "auto"  # built in
    bom = false  # built in
    --- stderr
    "#);
    sandbox.write("home/.config/fihris/config.toml", "zones = \"head\"\n");
    assert_snapshot!(run(&sandbox, &["list"], &[]), @r#"
    exit 2
    --- stdout
    --- stderr
    error: ROOT/home/.config/fihris/config.toml:1:9: "head" is no value of zones; there are: title, dateline, body, tags, source, related, furniture, all
    hint: lines are like: limit = 20, or pre."*.djvu" = "djvutxt"
    "#);
    assert_snapshot!(run(&sandbox, &["--lang", "ar", "config"], &[]), @r#"
    exit 2
    --- stdout
    --- stderr
    خطأ: في ملف الإعدادات قيمة غير مقبولة للمفتاح zones، وهي «head»؛ والقيم الممكنة title, dateline, body, tags, source, related, furniture, all
      ROOT/home/.config/fihris/config.toml:1:9
    تلميح: من أمثلة أسطره:
      limit = 20
      pre."*.djvu" = "djvutxt"
    "#);
}
