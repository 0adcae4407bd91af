//! The fields of an article by what they are called, however collections write their names.

use std::collections::BTreeMap;

/// Fields with their names squashed, once for all that is looked for.
pub(super) struct NamedFields<'a>(Vec<(String, &'a str)>);

impl<'a> NamedFields<'a> {
    pub fn new(fields: &'a BTreeMap<String, String>) -> Self {
        let fields = fields.iter();
        Self(
            fields
                .map(|(name, value)| (squashed(name), value.as_str()))
                .collect(),
        )
    }

    /// The value of the first field with one of these squashed names that is wanted.
    pub fn first_of<T>(
        &self,
        names: &[impl AsRef<str>],
        wanted: impl Fn(&'a str) -> Option<T>,
    ) -> Option<T> {
        let fields = self.0.iter();
        let mut found: Vec<(usize, &str)> = fields
            .filter_map(|(name, value)| {
                let rank = names.iter().position(|known| known.as_ref() == name)?;
                Some((rank, *value))
            })
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().find_map(|(_, value)| wanted(value))
    }
}

/// The name of a field without case and signs between: `date_modified` and `dateModified` are one.
pub(super) fn squashed(name: &str) -> String {
    let letters = name.chars().filter(|c| c.is_alphanumeric());
    letters.flat_map(char::to_lowercase).collect()
}
