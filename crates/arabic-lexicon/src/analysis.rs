//! Analyses: the readings of a written form.

use crate::features::Features;
use crate::group::Group;
use crate::lexeme::LexemeId;
use crate::respelling::COST;
use crate::stem::{Role, StemKind};
use crate::weight;

/// One reading of a written form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Analysis {
    /// The lexeme it is a form of.
    pub lexeme: LexemeId,
    /// The length of the proclitics, in bytes of the form.
    pub proclitics: usize,
    /// Where its stem ends and its suffix begins, in bytes of the form.
    pub stem_end: usize,
    /// What kind of stem that is.
    pub kind: StemKind,
    /// Which of the stems of its lexeme that is.
    pub role: Role,
    /// In how many letters the form is written carelessly: `الاعلام` for `الإعلام` is one.
    pub slips: u8,
    /// How unlikely the reading is: 18 more is ten times less likely.
    pub cost: u16,
    pub(crate) slip_cost: u16,
    /// Whether a letter is another one than that of its word, not merely a careless one: `آن` for `أن`.
    pub(crate) is_misspelt: bool,
    pub(crate) group: Group,
    pub(crate) prefix: u8,
    pub(crate) suffix: u16,
}

impl Analysis {
    /// What the form says of its word: person, number, gender, case and so on.
    #[must_use]
    pub fn features(&self) -> Features {
        Features::new(self.group, self.prefix, self.suffix, self.role)
    }

    /// Whether `form` is what a dictionary heads the lexeme with, or that with the article.
    pub(crate) fn is_base_form(&self, form: &str) -> bool {
        let is_alone = self.proclitics == 0 || &form[..self.proclitics] == "ال";
        let is_verb = matches!(self.group, Group::Imperfect | Group::Imperative);
        let ends = matches!(&form[self.stem_end..], "" | "ة");
        is_alone && !is_verb && ends && self.role == Role::Plain
    }

    /// The reading of `form` that this is of its respelling; `None` if they are cut at other places.
    pub(crate) fn respelt(mut self, form: &str, spelling: &str) -> Option<Self> {
        if form.get(..self.stem_end) != spelling.get(..self.stem_end) {
            let suffix = spelling.len() - self.stem_end;
            self.stem_end = form.len().checked_sub(suffix)?;
            if form.get(self.stem_end..) != spelling.get(spelling.len() - suffix..) {
                return None;
            }
        }
        let is_same = form.get(..self.proclitics) == spelling.get(..self.proclitics)
            && self.proclitics < self.stem_end;
        self.slips += 1;
        self.slip_cost += COST;
        self.cost += COST;
        is_same.then_some(self)
    }

    /// Whether `form` has neither a suffix nor a proclitic but a conjunction.
    pub(crate) fn is_bare(&self, form: &str) -> bool {
        self.stem_end == form.len() && matches!(&form[..self.proclitics], "" | "و" | "ف")
    }

    /// What the careless letters cost.
    #[must_use]
    pub fn slip_cost(&self) -> u16 {
        self.slip_cost
    }

    /// The parts of its cost beside the lexeme, for [`weight::name`].
    #[must_use]
    pub fn parts(&self) -> [usize; 6] {
        weight::parts(self.group, self.prefix, self.suffix, self.role)
    }
}
