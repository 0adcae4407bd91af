//! Where the text of a page is shown, as far as it tells lines apart.
//!
//! Matrices are followed without their rotation: pages that are read stand upright. Letters have no widths here, so
//! how far a piece of text goes is estimated.

use lopdf::Object;

/// A letter is about so wide, as a share of the size of its font.
const LETTER: f32 = 0.6;

/// A piece of a line begins at most so many sizes of the font behind the estimated end of the last.
const GAP: f32 = 1.0;

/// A piece of a line is raised or lowered by so many sizes of the font at most, as the hamza on a letter is.
const RAISED: f32 = 0.6;

/// So many states of a page are kept at once.
const MOST_OUTER: usize = 64;

/// Pieces on the same level differ by so many sizes of the font at most.
const LEVEL: f32 = 0.1;

/// A matrix: how much it stretches, and by how much it moves, in either direction.
#[derive(Clone, Copy, Debug)]
struct Matrix {
    scale: (f32, f32),
    offset: (f32, f32),
}

impl Matrix {
    const IDENTITY: Self = Self {
        scale: (1.0, 1.0),
        offset: (0.0, 0.0),
    };

    /// That of the operands of `cm` and `Tm`.
    fn new(operands: &[Object]) -> Option<Self> {
        let number = |place: usize| operands.get(place)?.as_float().ok();
        Some(Self {
            scale: (number(0)?, number(3)?),
            offset: (number(4)?, number(5)?),
        })
    }

    /// This one inside of `outer`.
    fn within(self, outer: Self) -> Self {
        Self {
            scale: (self.scale.0 * outer.scale.0, self.scale.1 * outer.scale.1),
            offset: outer.point(self.offset),
        }
    }

    fn point(self, (x, y): (f32, f32)) -> (f32, f32) {
        (
            self.offset.0 + self.scale.0 * x,
            self.offset.1 + self.scale.1 * y,
        )
    }
}

/// A piece of text that was shown.
#[derive(Clone, Copy, Debug)]
struct Piece {
    start: (f32, f32),
    letters: usize,
    /// The number of its text object.
    object: usize,
}

/// The place where text is shown next.
#[derive(Debug)]
pub(super) struct Place {
    page: Matrix,
    outer: Vec<Matrix>,
    text: Matrix,
    size: f32,
    /// The number of the text object.
    object: usize,
    last: Option<Piece>,
}

impl Place {
    pub fn new() -> Self {
        Self {
            page: Matrix::IDENTITY,
            outer: Vec::new(),
            text: Matrix::IDENTITY,
            size: 1.0,
            object: 0,
            last: None,
        }
    }

    /// Follows an operator that changes the place.
    pub fn follow(&mut self, operator: &str, operands: &[Object]) {
        let number = |place: usize| {
            let number = operands.get(place).and_then(|it| it.as_float().ok());
            number.unwrap_or(0.0)
        };
        match operator {
            "q" if self.outer.len() < MOST_OUTER => self.outer.push(self.page),
            "Q" => self.page = self.outer.pop().unwrap_or(self.page),
            "cm" => {
                let inner = Matrix::new(operands).unwrap_or(Matrix::IDENTITY);
                self.page = inner.within(self.page);
            }
            "BT" => {
                self.text = Matrix::IDENTITY;
                self.object += 1;
            }
            "T*" | "'" | "\"" => self.last = None,
            "Tf" => self.size = number(1),
            "Tm" => self.text = Matrix::new(operands).unwrap_or(Matrix::IDENTITY),
            "Td" | "TD" => self.text.offset = self.text.point((number(0), number(1))),
            _ => {}
        }
    }

    /// Whether what is shown here goes on with the line of what was shown last: on the same level in the same text object,
    /// or right behind it, raised or lowered perhaps, as marks are that stand by themselves; and then, whether it is on the right of that.
    pub fn goes_on(&self) -> Option<bool> {
        let last = self.last?;
        let (x, y) = self.page.point(self.text.offset);
        let size = (self.size * self.text.scale.1 * self.page.scale.1).abs();
        let raised = (y - last.start.1).abs();
        let is_right = x >= last.start.0;
        if last.object == self.object && raised <= size * LEVEL {
            return Some(is_right);
        }
        #[allow(clippy::cast_precision_loss)] // an estimate
        let most = size * (last.letters as f32 * LETTER + GAP);
        let goes_on = raised <= size * RAISED && (-size / 2.0..=most).contains(&(x - last.start.0));
        goes_on.then_some(is_right)
    }

    /// Notes that so many letters were shown here, besides those of the same piece before.
    pub fn show(&mut self, letters: usize) {
        let start = self.page.point(self.text.offset);
        let before = self.last.filter(|last| last.start == start);
        self.last = Some(Piece {
            start,
            letters: letters + before.map_or(0, |last| last.letters),
            object: self.object,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The lines of pieces of text, each with what comes before it.
    fn lines(pieces: &[(&str, &str)]) -> String {
        let mut place = Place::new();
        let mut text = String::new();
        for (before, piece) in pieces {
            let content = lopdf::content::Content::decode(before.as_bytes()).unwrap();
            for operation in content.operations {
                place.follow(&operation.operator, &operation.operands);
            }
            if !text.is_empty() && place.goes_on().is_none() {
                text.push('|');
            }
            text.push_str(piece);
            place.show(piece.chars().count());
        }
        text
    }

    #[test]
    fn pieces_make_lines_by_their_places() {
        for (pieces, expected) in [
            // A mark that is raised, and what follows it.
            (
                &[
                    ("BT /F 12 Tf 1 0 0 1 50 700 Tm", "ن"),
                    ("4 3 Td", "ء"),
                    ("1 -3 Td", "او"),
                    ("0 -14 Td", "تلاق"),
                ][..],
                "نءاو|تلاق",
            ),
            // Pieces of a line in text objects of their own.
            (
                &[
                    (
                        "q 0.24 0 0 -0.24 0 800 cm BT /F 50 Tf 1 0 0 -1 100 200 Tm",
                        "او ،",
                    ),
                    ("ET BT 1 0 0 -1 160 200 Tm", "2017"),
                    ("ET BT 1 0 0 -1 100 270 Tm", "ماع"),
                ],
                "او ،2017|ماع",
            ),
            // Columns, and cells of a table.
            (
                &[
                    ("BT /F 12 Tf 1 0 0 1 300 700 Tm", "لوا"),
                    ("ET BT 1 0 0 1 50 700 Tm", "ناث"),
                    ("ET BT 1 0 0 1 200 700 Tm", "ثلاث"),
                ],
                "لوا|ناث|ثلاث",
            ),
            // A line of its own by its operator.
            (&[("BT /F 12 Tf", "ا"), ("T*", "ب")], "ا|ب"),
        ] {
            assert_eq!(lines(pieces), expected);
        }
    }
}
