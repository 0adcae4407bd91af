//! Inputs: samples spoilt, and made long, by chance from a seed.

use super::dictionary::tokens;
use super::rng::Rng;
use super::samples;

/// The most bytes of a short input, about.
const SHORT: usize = 4096;

/// The fewest bytes of a long one.
const LONG: u64 = 1 << 14;

/// The most changes of one input.
const CHANGES: u64 = 8;

/// What the inputs of a target are made of.
pub struct Inputs {
    seed: u64,
    samples: Vec<Vec<u8>>,
    tokens: Vec<&'static [u8]>,
}

impl Inputs {
    pub fn new(target: &str, seed: u64) -> Self {
        Self {
            seed,
            samples: samples::for_target(target),
            tokens: tokens(target),
        }
    }

    /// The short input of this number; the first are the samples as they are.
    pub fn short(&self, number: usize) -> Vec<u8> {
        if let Some(sample) = self.samples.get(number) {
            return sample.clone();
        }
        let maker = &mut self.maker(2 * number as u64);
        let mut input = match maker.rng.below(8) {
            0 => {
                let count = maker.rng.below(40);
                (0..=count).flat_map(|_| maker.token()).collect()
            }
            _ => maker.sample(),
        };
        for _ in 0..maker.rng.below(CHANGES) {
            maker.change(&mut input);
        }
        input.truncate(4 * SHORT);
        input
    }

    /// The long input of this number, of at most about `longest` bytes.
    pub fn long(&self, number: usize, longest: u64) -> Vec<u8> {
        let maker = &mut self.maker(2 * number as u64 + 1);
        let doublings = (longest / LONG).max(2).ilog2();
        let length = LONG << maker.rng.below(u64::from(doublings) + 1);
        maker.long(usize::try_from(length).unwrap())
    }

    fn maker(&self, number: u64) -> Maker<'_> {
        let mut rng = Rng(self.seed);
        let seed = rng.next() ^ number.wrapping_mul(0x9E37_79B9);
        Maker {
            inputs: self,
            rng: Rng(seed),
        }
    }
}

/// Makes one input.
struct Maker<'a> {
    inputs: &'a Inputs,
    rng: Rng,
}

impl Maker<'_> {
    fn sample(&mut self) -> Vec<u8> {
        let samples = &self.inputs.samples;
        samples[self.rng.index(samples.len())].clone()
    }

    fn token(&mut self) -> Vec<u8> {
        let tokens = &self.inputs.tokens;
        tokens[self.rng.index(tokens.len())].to_vec()
    }

    /// A place in `bytes`: mostly between characters, or at the beginning of a line or of a tag.
    fn place(&mut self, bytes: &[u8]) -> usize {
        let place = self.rng.index(bytes.len() + 1);
        let is_good: fn(u8) -> bool = match self.rng.below(8) {
            0 => return place,
            1 => |byte| byte == b'\n' || byte == b'<',
            2 => |byte| byte.is_ascii(),
            _ => |byte| byte & 0xC0 != 0x80,
        };
        let next = bytes[place..].iter().position(|&byte| is_good(byte));
        next.map_or(bytes.len(), |next| place + next)
    }

    /// A part of `bytes`, of at most `most` about.
    fn part(&mut self, bytes: &[u8], most: usize) -> std::ops::Range<usize> {
        let start = self.place(bytes);
        let rest = &bytes[start..bytes.len().min(start + most)];
        start..start + self.place(rest)
    }

    /// Some tokens, or something of a sample.
    fn piece(&mut self) -> Vec<u8> {
        match self.rng.below(4) {
            0 => {
                let sample = self.sample();
                let most = [8, 30, 120, 600][self.rng.index(4)];
                sample[self.part(&sample, most)].to_vec()
            }
            some => (0..some).flat_map(|_| self.token()).collect(),
        }
    }

    fn change(&mut self, input: &mut Vec<u8>) {
        match self.rng.below(8) {
            0 => drop(input.drain(self.part(input, SHORT))),
            1 => input.truncate(self.place(input)),
            2 if !input.is_empty() => {
                let byte = self.rng.index(input.len());
                input[byte] ^= 1 << self.rng.below(8);
            }
            3 => {
                let other = self.sample();
                let part = other[self.part(&other, SHORT)].to_vec();
                let place = self.place(input);
                input.splice(place..place, part);
            }
            4 => {
                let piece = self.piece().repeat(1 + self.rng.index(64));
                let place = self.place(input);
                input.splice(place..place, piece.into_iter().take(SHORT));
            }
            _ => {
                let place = self.place(input);
                let end = input.len().min(place + self.rng.index(3));
                input.splice(place..end, self.token());
            }
        }
    }

    fn long(&mut self, length: usize) -> Vec<u8> {
        let mut around = self.sample();
        if self.rng.below(4) == 0 {
            self.change(&mut around);
        }
        let place = self.place(&around);
        let inside = match self.rng.below(6) {
            0 => self.numbered(length),
            1 => {
                // As brackets: so many open, and are closed or not.
                let (open, close) = (self.piece(), self.piece());
                let half = [open.repeat(length / 2 / open.len().max(1)), self.piece()].concat();
                [half, close.repeat(length / 2 / close.len().max(1))].concat()
            }
            2 => {
                let mut tokens = Vec::new();
                while tokens.len() < length {
                    tokens.extend(self.token());
                    tokens.push(b' ');
                }
                tokens
            }
            3 => around.repeat(length / around.len().max(1)),
            _ => {
                let piece = self.piece();
                piece.repeat(length / piece.len().max(1))
            }
        };
        around.splice(place..place, inside);
        around
    }

    /// A piece again and again with a number, so that no two are alike.
    fn numbered(&mut self, length: usize) -> Vec<u8> {
        let (before, behind) = (self.piece(), self.piece());
        let mut long = Vec::new();
        for number in 0.. {
            if long.len() >= length {
                break;
            }
            long.extend(&before);
            long.extend(number.to_string().bytes());
            long.extend(&behind);
        }
        long
    }
}

#[test]
fn an_input_follows_from_its_seed_and_number() {
    for target in ["json", "packed", "query"] {
        let inputs = |seed| Inputs::new(target, seed);
        assert_eq!(inputs(1).short(40), inputs(1).short(40));
        assert_eq!(inputs(1).long(7, 1 << 17), inputs(1).long(7, 1 << 17));
        assert_ne!(inputs(1).long(7, 1 << 17), inputs(2).long(7, 1 << 17));
    }
}
