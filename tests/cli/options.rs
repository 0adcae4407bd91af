//! Options as they are typed by habit: short ones, and numbers that are none.

use insta::assert_snapshot;

use super::sandbox::Sandbox;
use super::tables::papers;

#[test]
fn short_options_mean_the_long_ones() {
    let sandbox = papers();
    sandbox.write("queries", "قطار\nزرافة\n");
    for (short, long) in [
        (
            &["search", "-n1", "قطار"][..],
            &["search", "قطار", "--limit", "1"][..],
        ),
        (
            &["search", "قطار", "-n", "٢"],
            &["search", "قطار", "--limit", "2"],
        ),
        (&["search", "-c", "قطار"], &["search", "قطار", "--count"]),
        (&["search", "-l", "قطار"], &["search", "قطار", "--files"]),
        (
            &["search", "قطار", "-l0"],
            &["search", "قطار", "--files", "--null"],
        ),
        (
            &["search", "-f", "queries"],
            &["search", "--queries", "queries"],
        ),
        (&["list", "-n2"], &["list", "--limit", "2"]),
        (&["kwic", "-n1", "قطار"], &["kwic", "قطار", "--limit", "1"]),
        (
            &["terms", "قطار", "-n1"],
            &["terms", "قطار", "--limit", "1"],
        ),
        (&["words", "-n1"], &["words", "--limit", "1"]),
        (
            &["collocates", "-n1", "قطار"],
            &["collocates", "قطار", "--limit", "1"],
        ),
        (&["similar", "a", "-n1"], &["similar", "a", "--limit", "1"]),
    ] {
        assert_eq!(sandbox.run(short), sandbox.run(long), "{short:?}");
    }
    // What is excluded begins with the same sign.
    assert_eq!(sandbox.found_ids(&["المحطة -جديد"]), "b");
}

#[test]
fn numbers_that_are_none_are_told_plainly() {
    let sandbox = papers();
    assert_snapshot!(sandbox.run(&["search", "قطار", "--limit", "-1"]), @"
    exit 2
    --- stdout
    --- stderr
    error: invalid value '-1' for '--limit <N>': a whole number is wanted, 0 or more, as in 20

    For more information, try '--help'.
    ");
    assert_snapshot!(sandbox.run(&["search", "قطار", "-n", "-1", "--lang", "ar"]), @"
    exit 2
    --- stdout
    --- stderr
    خطأ: القيمة «-1» غير مقبولة في:
      --limit <N>
    السبب: المطلوب عدد صحيح، صفر أو أكثر، مثل 20
    لمعرفة المزيد:
      fihris --help
    ");
    assert_snapshot!(sandbox.run(&["search", "قطار", "--offset", "1.5"]), @"
    exit 2
    --- stdout
    --- stderr
    error: invalid value '1.5' for '--offset <N>': a whole number is wanted, 0 or more, as in 20

    For more information, try '--help'.
    ");
    assert_snapshot!(sandbox.run(&["kwic", "قطار", "--words", "1001"]), @"
    exit 2
    --- stdout
    --- stderr
    error: invalid value '1001' for '--words <N>': it is larger than 1000

    For more information, try '--help'.
    ");
    assert_snapshot!(sandbox.run(&["list", "--limit", "-1", "--format", "json"]), @r#"
    exit 2
    --- stdout
    --- stderr
    {"version":1,"type":"error","message":"invalid value '-1' for '--limit <N>': a whole number is wanted, 0 or more, as in 20\n\nFor more information, try '--help'."}
    "#);
    assert_snapshot!(sandbox.run(&["search", "(قطار", "--format", "jsonl"]), @r#"
    exit 2
    --- stdout
    --- stderr
    {"version":1,"type":"error","message":"the query is not understood: this parenthesis is not closed, at its start: (قطار","hint":"perhaps this was meant:\n(قطار)","query":"(قطار","range":[0,1]}
    "#);
}

impl Sandbox {
    /// The ids that a query finds, best first.
    fn found_ids(&self, args: &[&str]) -> String {
        let args = [&["search", "--format", "json"], args].concat();
        self.hits(&args).join(" ")
    }
}
