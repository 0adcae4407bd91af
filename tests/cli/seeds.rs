//! What a search of the seed articles must return.

use super::sandbox::Sandbox;

#[test]
fn every_line_of_the_table_comes_out() {
    let sandbox = Sandbox::with_seeds();
    sandbox.stdout(&["index", "seeds"]);
    let table = include_str!("seeds.tsv");
    let mut lines = 0;
    let mut wrong = Vec::new();
    for line in table.lines().filter(|line| !line.starts_with('#')) {
        let mut columns = line.split('\t');
        let query = columns.next().unwrap();
        let expected = columns.next().unwrap().replace('-', "");
        let mut args = vec![query];
        args.extend(columns.next().into_iter().flat_map(str::split_whitespace));
        lines += 1;
        let found = sandbox.found(&args);
        if found != expected {
            wrong.push(format!("{line}: found {found}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(lines >= 44, "only {lines} lines were read");
}
