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
        let mut bad = Vec::new();
        for (i, line) in list.lines().enumerate() {
            let line = line.trim_start_matches('\u{FEFF}').trim_end();
            if line.is_empty() || line.starts_with('#') {
                continue;
            }
            match read_group(line) {
                Ok(group) => self.add(group),
                Err(problem) => bad.push(BadLine {
                    line: i + 1,
                    problem,
                }),
            }
        }
        bad
    }

    fn add(&mut self, group: Group) {
        let known = group
            .spellings
            .iter()
            .find_map(|spelling| self.by_spelling.get(spelling));
        let at = known.copied().unwrap_or(self.groups.len());
        if at == self.groups.len() {
            self.groups.push(Group {
                spellings: Vec::new(),
            });
        }
        for spelling in group.spellings {
            if !self.groups[at].spellings.contains(&spelling) {
                self.by_spelling.insert(spelling.clone(), at);
                self.groups[at].spellings.push(spelling);
            }
        }
    }
}

fn read_group(line: &str) -> Result<Group, &'static str> {
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
        _ => Ok(Group { spellings }),
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
}
