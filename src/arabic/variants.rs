//! Spelling variants: groups of spellings that are one name or word.
//!
//! Papers write one foreign name in many ways (`قره باغ`, `قره باج`, `قراباغ`, `كاراباخ`) and one month in
//! three systems (`سبتمبر`, `أيلول`, `شتنبر`). No map of letters can join these without joining native
//! words, so they are listed: our list is compiled in, users add files of their own. Knows spellings
//! only; clitics and endings around a name are found by whoever looks words up.
//!
//! A list is text, a group a line, spellings separated by tabs; `#` opens a comment line.

use std::collections::HashMap;

use super::words;

/// The words of one spelling, folded: one, or several for a name of several words.
pub type Spelling = Vec<String>;

/// A group of equal spellings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The spellings, in the order of the list; no two fold alike.
    pub spellings: Vec<Spelling>,
    /// How many of them people have listed; those behind were learned.
    pub listed: usize,
}

impl Group {
    /// Whether nothing but learning says that these two of its spellings are equal.
    #[must_use]
    pub fn is_learned(&self, a: usize, b: usize) -> bool {
        a.max(b) >= self.listed
    }
}

/// Groups of equal spellings, ours and the user's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variants {
    groups: Vec<Group>,
    /// Which group a spelling is in.
    by_spelling: HashMap<Spelling, usize>,
}

/// A line of a list that is no group.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {problem}")]
pub struct BadLine {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: &'static str,
}

impl Variants {
    /// Our own list.
    ///
    /// ```
    /// use fihris::arabic::variants::Variants;
    /// let ours = Variants::builtin();
    /// let group = ours.groups().iter().find(|g| g.spellings.contains(&vec!["قراباغ".into()])).unwrap();
    /// assert!(group.spellings.contains(&vec!["قره".into(), "باج".into()]));
    /// ```
    #[must_use]
    pub fn builtin() -> Self {
        let mut ours = Self::default();
        // A test reads every line of it, so there is no bad one to report here.
        ours.extend(include_str!("variants.tsv"));
        ours
    }

    /// The groups, in the order they were listed.
    #[must_use]
    pub fn groups(&self) -> &[Group] {
        &self.groups
    }

    /// Adds the groups of `list`; a group that shares a spelling with
    /// an earlier one joins it.
    /// Returns the lines that are no groups; the others are added all the same.
    pub fn extend(&mut self, list: &str) -> Vec<BadLine> {
        let (groups, bad) = read_groups(list);
        for spellings in groups {
            let at = self.place(&spellings);
            for spelling in spellings {
                if !self.groups[at].spellings.contains(&spelling) {
                    self.push(at, spelling);
                }
            }
            self.groups[at].listed = self.groups[at].spellings.len();
        }
        bad
    }

    /// Adds the groups of a list that was learned; the lists of people come first. A spelling that is in
    /// a group already stays there. Lines that begin with `-` are left out.
    /// Returns the lines that are no groups; the others are added all the same.
    pub fn extend_learned(&mut self, list: &str) -> Vec<BadLine> {
        let (groups, bad) = read_groups(list);
        for spellings in groups {
            let at = self.place(&spellings);
            for spelling in spellings {
                if !self.by_spelling.contains_key(&spelling) {
                    self.push(at, spelling);
                }
            }
        }
        bad
    }

    /// The index of the group that one of `spellings` is in, or of a new one.
    fn place(&mut self, spellings: &[Spelling]) -> usize {
        let known = spellings
            .iter()
            .find_map(|spelling| self.by_spelling.get(spelling));
        let at = known.copied().unwrap_or(self.groups.len());
        if at == self.groups.len() {
            self.groups.push(Group {
                spellings: Vec::new(),
                listed: 0,
            });
        }
        at
    }

    fn push(&mut self, at: usize, spelling: Spelling) {
        self.by_spelling.insert(spelling.clone(), at);
        self.groups[at].spellings.push(spelling);
    }
}

/// The groups of a list, and the lines that are none.
fn read_groups(list: &str) -> (Vec<Vec<Spelling>>, Vec<BadLine>) {
    let (mut groups, mut bad) = (Vec::new(), Vec::new());
    for (i, line) in list.lines().enumerate() {
        let line = line.trim_start_matches('\u{FEFF}').trim_end();
        if line.is_empty() || line.starts_with(['#', '-']) {
            continue;
        }
        match read_group(line) {
            Ok(group) => groups.push(group),
            Err(problem) => bad.push(BadLine {
                line: i + 1,
                problem,
            }),
        }
    }
    (groups, bad)
}

fn read_group(line: &str) -> Result<Vec<Spelling>, &'static str> {
    let mut spellings: Vec<Spelling> = Vec::new();
    for spelling in line.split('\t') {
        let spelling: Spelling = words(spelling).map(|word| word.form).collect();
        if spelling.is_empty() {
            return Err("a spelling without letters");
        }
        if !spellings.contains(&spelling) {
            spellings.push(spelling);
        }
    }
    match spellings.len() {
        1 if line.contains('\t') => Err("all spellings fold to the same word: no group is needed"),
        1 => Err("a single spelling: separate spellings by tabs"),
        _ => Ok(spellings),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn our_list_has_no_bad_line_and_no_spelling_twice() {
        let mut ours = Variants::default();
        assert_eq!(ours.extend(include_str!("variants.tsv")), []);
        let mut seen = std::collections::HashSet::new();
        for group in ours.groups() {
            for spelling in &group.spellings {
                assert!(seen.insert(spelling), "{spelling:?} stands twice");
            }
        }
        let lines = include_str!("variants.tsv").lines();
        let listed = lines
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .count();
        assert_eq!(ours.groups().len(), listed, "two groups share a spelling");
    }

    #[test]
    fn reads_a_list_and_names_its_bad_lines() {
        let mut variants = Variants::default();
        let bad = variants.extend("# names\n\nغوغل\tجوجل\nوحيد\nأحمد\tاحمد\nجوجل\tقوقل\nغوغل\t!\n");
        let problems: Vec<usize> = bad.iter().map(|bad| bad.line).collect();
        assert_eq!(problems, [4, 5, 7]);
        assert_eq!(variants.groups().len(), 1);
        assert_eq!(variants.groups()[0].spellings.len(), 3);
    }

    #[test]
    fn what_is_learned_joins_groups_and_never_merges_them() {
        let mut variants = Variants::default();
        variants.extend("غينيا\tجينيا\nكينيا\tكينية\n");
        let bad = variants.extend_learned("-غولد\tجولد\nكينيا\tغينيا\tقينيا\nسيرغي\tسيرجي\n");
        assert_eq!(bad, []);
        let groups = variants.groups();
        let sizes: Vec<_> = groups
            .iter()
            .map(|g| (g.spellings.len(), g.listed))
            .collect();
        assert_eq!(sizes, [(2, 2), (3, 2), (2, 0)]);
        assert!(!groups[1].is_learned(0, 1) && groups[1].is_learned(0, 2));
    }
}
