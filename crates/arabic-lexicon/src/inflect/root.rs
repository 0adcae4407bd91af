//! Roots: the radicals of a verb.

use super::verb::{Verb, Weakness};

impl Verb {
    /// The radicals, with `-` for weak ones.
    pub fn root(&self) -> String {
        let p = &*self.perfect;
        let split = |letters: &[char]| -> Vec<char> {
            // آ is a hamza with what is weak or another hamza behind it.
            letters
                .iter()
                .flat_map(|c| match c {
                    'آ' => vec!['ء', '-'],
                    c => vec![*c],
                })
                .collect()
        };
        let p = split(p);
        let inner: Vec<char> = match self.form {
            0..=2 => p.clone(),
            3 => [&p[..1], p.get(2..).unwrap_or_default()].concat(),
            4 | 5 | 7 | 9 | 11 => p
                .get(usize::from(self.form == 7) + 1..)
                .unwrap_or_default()
                .to_vec(),
            8 if p.len() > 2 && matches!(p[1], 'ت' | 'د' | 'ط') && p.len() < 5 => {
                // ادعى, اطلع: the ت has become the first radical; اتصل: a weak radical has become it.
                let first = if p[1] == 'ت' { '-' } else { p[1] };
                [&[first], &p[2..]].concat()
            }
            6 | 8 => [&p[1..2], p.get(3..).unwrap_or_default()].concat(),
            _ => p.get(3..).unwrap_or_default().to_vec(),
        };
        let mut root: Vec<char> = inner
            .into_iter()
            .map(|c| match c {
                'ا' | 'و' | 'ي' | 'ى' => '-',
                'أ' | 'ؤ' | 'ئ' | 'إ' => 'ء',
                c => c,
            })
            .collect();
        if self.weakness == Weakness::Geminate && root.len() == 2 {
            root.extend(root.last().copied());
        }
        root.iter().collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::entry::Entry;
    use crate::inflect::root;

    #[test]
    fn verbs_of_one_root_have_the_same_radicals() {
        for (line, radicals) in [
            ("أعلن v4", "علن"),
            ("استعلم v10", "علم"),
            ("تعاون v6", "ع-ن"),
            ("استعان v10", "ع-ن"),
            ("انتصر v8", "نصر"),
            ("استمر v10", "مرر"),
            ("قال v1", "ق-ل"),
        ] {
            let entry = Entry::parse(line).unwrap().unwrap();
            assert_eq!(root(&entry).as_deref(), Some(radicals), "{line}");
        }
    }
}
