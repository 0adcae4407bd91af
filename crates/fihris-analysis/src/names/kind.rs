//! Kinds of names.

/// What a name is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NameKind {
    /// A person, or a family.
    Person,
    /// A place.
    Place,
    /// An organisation.
    Organisation,
    /// Nothing tells what.
    Other,
}
