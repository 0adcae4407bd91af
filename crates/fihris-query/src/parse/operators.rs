//! Operators in words: `أو`, a detached `و`, `وليس`, `ما عدا`, `دون` and the like, where they stand between words or groups.
//!
//! A word that is one of them by its letters is read as an operator only where something stands on both of its sides.
//! `دون` and `ليس` are words of plain sentences as well (`طائرة بدون طيار`, `دون الحاجة`): they exclude a name or a
//! definite word, and nothing else. What follows one of these is excluded up to the next operator. A row of many words
//! is a headline or a sentence, in which nothing is excluded.

use arabic_lexicon::{Class, Lexicon};
use arabic_text::fold;
use arabic_text::fold::written;
use arabic_text::stop_words::is_stop_word;

use crate::ast::MatchMode;
use crate::parse::lex::{Token, TokenKind};
use crate::parse::rewrites::Rewrites;

/// The most tokens that one word excludes.
const MAX_EXCLUDED: usize = 40;

/// More words beside an excluding word are a sentence.
const MAX_ROW: usize = 3;

/// Words that are one with the next word of a name, folded.
const IN_NAMES: [&str; 6] = ["بن", "ابن", "بنت", "ابو", "عبد", "ال"];

/// What is meant by words that join others, folded, the longest first.
const WORDS: [(&[&str], Joint); 24] = [
    (&["في", "ما", "عدا"], Joint::Not),
    (&["من", "دون"], Joint::NotName),
    (&["ومن", "دون"], Joint::NotName),
    (&["من", "غير"], Joint::NotName),
    (&["ومن", "غير"], Joint::NotName),
    (&["ما", "عدا"], Joint::Not),
    (&["ما", "خلا"], Joint::Not),
    (&["فيما", "عدا"], Joint::Not),
    (&["و"], Joint::And),
    (&["او"], Joint::Or),
    (&["وليس"], Joint::Not),
    (&["وليست"], Joint::Not),
    (&["ليس"], Joint::NotName),
    (&["ليست"], Joint::NotName),
    (&["عدا"], Joint::Not),
    (&["ماعدا"], Joint::Not),
    (&["باستثناء"], Joint::Not),
    (&["دون"], Joint::NotName),
    (&["بدون"], Joint::NotName),
    (&["ودون"], Joint::NotName),
    (&["وبدون"], Joint::NotName),
    (&["and"], Joint::And),
    (&["or"], Joint::Or),
    (&["not"], Joint::Not),
];

/// Words behind `أو` that belong to it: `مرة أو أكثر`.
const BEHIND_OR: [&str; 8] = ["اكثر", "اقل", "لا", "غير", "نحو", "حتي", "ما", "حوالي"];

/// Definite words that `دون` is used with in plain sentences, folded.
const BEHIND_WITHOUT: [&str; 36] = [
    "الحاجه",
    "المستوي",
    "المساس",
    "الرجوع",
    "اللجوء",
    "العوده",
    "النظر",
    "الاضرار",
    "الاخلال",
    "الكشف",
    "الخوض",
    "التطرق",
    "الحصول",
    "الوصول",
    "الالتفات",
    "المرور",
    "الدخول",
    "السماح",
    "العشرين",
    "الثلاثين",
    "الاربعين",
    "الخمسين",
    "الستين",
    "الثامنه",
    "الخامسه",
    "السن",
    "المتوسط",
    "المتوقع",
    "المطلوب",
    "الصفر",
    "الاخذ",
    "التاثير",
    "الاشاره",
    "الافصاح",
    "الاعلان",
    "التوصل",
];

/// How words join what is beside them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    And,
    Or,
    Not,
    /// `Not`, where a name or a definite word follows.
    NotName,
}

/// `tokens` with operators in the place of words that are meant so; what was changed goes into `rewrites`.
pub(super) fn with_operators(query: &str, tokens: &[Token], rewrites: &mut Rewrites) -> Vec<Token> {
    let reader = Reader { query, tokens };
    let mut read: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut ends: Vec<usize> = Vec::new(); // of what is excluded
    let mut at = 0;
    while at < tokens.len() {
        while ends.last() == Some(&at) {
            ends.pop();
            reader.close(at, &mut read, rewrites);
        }
        if reader.is_leading_and(at, read.last()) {
            rewrites.push(tokens[at].range.clone(), "");
            at += 1;
            continue;
        }
        let Some((joint, length)) = reader.joint(at).filter(|_| ends_operand(read.last())) else {
            read.push(tokens[at].clone());
            at += 1;
            continue;
        };
        let range = tokens[at].range.start..tokens[at + length - 1].range.end;
        let (kind, sign) = match joint {
            Joint::And => (TokenKind::And, "AND"),
            Joint::Or => (TokenKind::Or, "OR"),
            Joint::Not | Joint::NotName => (TokenKind::Not, "NOT"),
        };
        at += length;
        let end = reader.end_of_excluded(at);
        let is_group = kind == TokenKind::Not && end > at + 1 && !reader.is_parenthesis(at, end);
        let place = range.end..range.end;
        if is_group {
            let behind = &query[range.end..];
            let spaces = behind.len() - behind.trim_start().len();
            rewrites.push(range.start..range.end + spaces, format!("{sign} ("));
        } else {
            rewrites.push(range.clone(), sign);
        }
        read.push(Token { kind, range });
        if is_group {
            read.push(Token {
                kind: TokenKind::Open,
                range: place,
            });
            ends.push(end);
        }
    }
    for _ in ends {
        reader.close(at, &mut read, rewrites);
    }
    read
}

struct Reader<'a> {
    query: &'a str,
    tokens: &'a [Token],
}

impl Reader<'_> {
    /// Closes what is excluded before token `at`.
    fn close(&self, at: usize, read: &mut Vec<Token>, rewrites: &mut Rewrites) {
        let last = &self.tokens[at - 1];
        let end = last.range.end;
        let quote = match last.kind {
            TokenKind::Quoted(_) => self.query[end..].chars().next().map_or(0, char::len_utf8),
            _ => 0,
        };
        let place = end + quote..end + quote;
        rewrites.push(place.clone(), ")");
        read.push(Token {
            kind: TokenKind::Close,
            range: place,
        });
    }

    /// The plain word at `at`.
    fn word(&self, at: usize) -> Option<&str> {
        let token = self.tokens.get(at)?;
        let is_plain = token.kind == TokenKind::Text(MatchMode::Default);
        is_plain.then(|| &self.query[token.range.clone()])
    }

    /// A detached `و` before the first word of a query or a group joins nothing.
    fn is_leading_and(&self, at: usize, before: Option<&Token>) -> bool {
        let is_first = before.is_none_or(|before| {
            matches!(
                before.kind,
                TokenKind::Open | TokenKind::Or | TokenKind::And
            )
        });
        is_first && self.word(at) == Some("و") && begins_operand(self.tokens.get(at + 1))
    }

    /// How the words from `at` on join what is beside them, and how many they are.
    fn joint(&self, at: usize) -> Option<(Joint, usize)> {
        let (joint, length) = self.joining_words(at)?;
        let before = at.checked_sub(1)?;
        let behind = at + length;
        (begins_operand(self.tokens.get(behind)) && self.is_meant(joint, before, at, behind))
            .then_some((joint, length))
    }

    /// What the words from `at` on can mean by their letters, and how many they are.
    fn joining_words(&self, at: usize) -> Option<(Joint, usize)> {
        let first = fold(self.word(at)?);
        let is_it = |words: &&[&str]| {
            let mut rest = words[1..].iter().enumerate();
            words[0] == first
                && rest.all(|(i, word)| self.word(at + 1 + i).is_some_and(|it| fold(it) == *word))
        };
        let (words, joint) = WORDS.iter().find(|(words, _)| is_it(words))?;
        Some((*joint, words.len()))
    }

    /// Whether so few words or quotations stand at `places`, up to what is no word of their row, that they are what is
    /// asked for or left out.
    fn is_short_row(&self, places: impl Iterator<Item = usize>) -> bool {
        let is_in_row = |at: &usize| {
            let is_border = matches!(
                self.tokens[*at].kind,
                TokenKind::Open
                    | TokenKind::Close
                    | TokenKind::And
                    | TokenKind::Or
                    | TokenKind::Not
                    | TokenKind::Field
            );
            !is_border && self.joining_words(*at).is_none()
        };
        let is_operand = |at: &usize| {
            let is_in_name = |word: &str| IN_NAMES.contains(&&*fold(word));
            match self.tokens[*at].kind {
                TokenKind::Text(_) => !self.word(*at).is_some_and(is_in_name),
                TokenKind::Quoted(_) => true,
                _ => false,
            }
        };
        let row = places.take_while(is_in_row).filter(is_operand);
        row.take(MAX_ROW + 1).count() <= MAX_ROW
    }

    /// Whether what stands before and behind lets a word at `at` be an operator.
    fn is_meant(&self, joint: Joint, before: usize, at: usize, behind: usize) -> bool {
        let (left, right) = (self.word(before), self.word(behind));
        if self.word(at).is_some_and(str::is_ascii) {
            // English words are operators in capitals, but between Arabic ones they can be nothing else.
            return [left, right].into_iter().flatten().all(is_arabic);
        }
        let right_folded = right.map(fold);
        match joint {
            Joint::And => true,
            Joint::Or => right_folded.is_none_or(|word| !BEHIND_OR.contains(&&*word)),
            Joint::Not | Joint::NotName => {
                let says_something = |word: Option<&str>| word.is_none_or(|it| !is_stop_word(it));
                says_something(left)
                    && says_something(right)
                    && (joint == Joint::Not || right.is_none_or(is_definite))
                    && self.is_short_row((0..=before).rev())
                    && self.is_short_row(behind..self.tokens.len())
            }
        }
    }

    /// Whether the tokens from `at` to `end` are one parenthesis.
    fn is_parenthesis(&self, at: usize, end: usize) -> bool {
        let mut depth = 0_usize;
        let closes = |(i, token): (usize, &Token)| {
            match token.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close => depth = depth.saturating_sub(1),
                _ => {}
            }
            (depth == 0).then_some(at + i + 1)
        };
        self.tokens[at..end].iter().enumerate().find_map(closes) == Some(end)
    }

    /// The end of what an excluding word before `at` excludes.
    fn end_of_excluded(&self, at: usize) -> usize {
        let mut depth = 0_usize;
        for (i, token) in self.tokens.iter().enumerate().skip(at).take(MAX_EXCLUDED) {
            let is_outside = depth == 0 && i > at;
            match token.kind {
                TokenKind::Open => depth += 1,
                TokenKind::Close if depth == 0 => return i,
                TokenKind::Close => depth -= 1,
                TokenKind::And | TokenKind::Or | TokenKind::Not | TokenKind::Must if depth == 0 => {
                    return i;
                }
                TokenKind::Field if is_outside => return i,
                _ if is_outside && self.joint(i).is_some() => return i,
                _ => {}
            }
        }
        match self.tokens.len() {
            length if length <= at + MAX_EXCLUDED && depth == 0 => length,
            _ => at + 1,
        }
    }
}

/// Whether an operator can stand behind `token`.
fn ends_operand(token: Option<&Token>) -> bool {
    token.is_some_and(|token| {
        matches!(
            token.kind,
            TokenKind::Text(_)
                | TokenKind::Quoted(_)
                | TokenKind::Close
                | TokenKind::Value
                | TokenKind::Tilde
                | TokenKind::Boost
        )
    })
}

/// Whether an operator can stand before `token`.
fn begins_operand(token: Option<&Token>) -> bool {
    token.is_some_and(|token| {
        matches!(
            token.kind,
            TokenKind::Text(_) | TokenKind::Quoted(_) | TokenKind::Open | TokenKind::Field
        )
    })
}

fn is_arabic(word: &str) -> bool {
    word.chars().any(|c| ('ء'..='ۓ').contains(&c))
}

/// Whether `word` is a name, one that the lexicon does not know, or has the article, but for those that follow a
/// `دون` of plain sentences.
fn is_definite(word: &str) -> bool {
    let word = written(word);
    let folded = fold(&word);
    if folded.starts_with("ال") && folded.chars().count() > 4 {
        return !BEHIND_WITHOUT.contains(&&*folded);
    }
    let lexicon = Lexicon::built_in();
    let readings = lexicon.analyze(&word);
    let mut classes = readings.iter().filter_map(|it| lexicon.lexeme(it.lexeme));
    readings.is_empty() || classes.any(|lexeme| lexeme.class == Class::Name)
}
