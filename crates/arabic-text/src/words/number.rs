//! Numbers in texts: their separators and percent signs belong to them.

use super::groups::{Group, is_separator, join_groups, may_go_on};
use super::{Kind, Words, is_percent, kind};
use crate::fold::FoldedChar;

impl Words<'_> {
    /// Moves past a separator that digits follow.
    pub(super) fn take_separator(&mut self) -> Option<char> {
        let mark = self.next.as_ref().map(|next| next.char)?;
        if !is_separator(mark) || !self.digit_follows() {
            return None;
        }
        self.step();
        Some(mark)
    }

    /// Reads a number with its separators into `groups`, joined where they make one number, up to where
    /// it is seen to be a list.
    pub(super) fn read_number(&mut self) {
        let sign = self.sign.take();
        let mut separator = '\0';
        loop {
            self.take_run(|kind| kind == Kind::Digit);
            self.groups.push(Group {
                separator,
                digits: self.form.clone(),
                range: self.range.clone(),
            });
            let Some(mark) = self.take_separator() else {
                break;
            };
            if !may_go_on(&self.groups) {
                self.in_list = true;
                self.groups.reverse();
                return;
            }
            separator = mark;
        }
        if let [only] = &mut self.groups[..] {
            // Digits that open a Latin name belong to it: `4G`, `3D`.
            let opens_name = self
                .next
                .as_ref()
                .is_some_and(|c| kind(c.char) == Kind::Other);
            if opens_name {
                let (digits, start) = (std::mem::take(&mut only.digits), only.range.start);
                self.take_run(|kind| kind == Kind::Other || kind == Kind::Digit);
                self.groups[0].digits = digits + &self.form;
                self.groups[0].range = start..self.range.end;
                return;
            }
        } else {
            join_groups(&mut self.groups);
        }
        if self.groups.len() == 1 {
            self.take_percent(sign);
        }
        self.groups.reverse();
    }

    /// The percent sign behind the number read, or the one at `before`, becomes a part of it; not of a number that is
    /// half a character, as those of `½` are.
    fn take_percent(&mut self, before: Option<usize>) {
        let is_half = |next: &FoldedChar| next.range.start < self.range.end;
        if self.next.as_ref().is_some_and(is_half) {
            return;
        }
        let behind = self.percent_behind();
        let [number] = &mut self.groups[..] else {
            return;
        };
        if let Some(end) = behind {
            number.range.end = end;
        } else if let Some(start) = before {
            number.range.start = start;
        } else {
            return;
        }
        number.digits.push('%');
    }

    /// Moves past a percent sign that stands here, or behind one space; where that ends.
    fn percent_behind(&mut self) -> Option<usize> {
        let next = self.next.as_ref()?;
        let end = if is_percent(next.char) {
            next.range.end
        } else if matches!(next.char, ' ' | '\u{A0}') {
            let mut chars = self.chars.clone();
            let sign = chars.next().filter(|next| is_percent(next.char))?;
            if chars.next().is_some_and(|c| kind(c.char) == Kind::Digit) {
                return None; // the sign of the next number
            }
            self.step();
            sign.range.end
        } else {
            return None;
        };
        self.step();
        Some(end)
    }

    /// The next of the numbers read becomes the current word.
    pub(super) fn emit_number(&mut self) {
        if let Some(group) = self.groups.pop() {
            self.form = group.digits;
            self.range = group.range;
        }
    }
}
