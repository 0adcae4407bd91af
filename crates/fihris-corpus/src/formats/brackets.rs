//! Brackets and quotation marks, by which a value of JSON is told from what follows it.

/// Where in an element the next byte stands.
#[derive(Default)]
pub(super) struct Inside {
    /// Brackets that are open.
    pub depth: usize,
    is_in_string: bool,
    is_escaped: bool,
}

impl Inside {
    /// Takes the next byte; whether the element, begun by a bracket, ends with it.
    pub fn ends_with(&mut self, byte: u8) -> bool {
        if self.is_in_string {
            match byte {
                _ if self.is_escaped => self.is_escaped = false,
                b'\\' => self.is_escaped = true,
                b'"' => self.is_in_string = false,
                _ => {}
            }
            return false;
        }
        match byte {
            b'"' => self.is_in_string = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
        self.depth == 0 && matches!(byte, b'}' | b']')
    }

    /// Whether the next byte belongs to a string.
    pub fn is_in_string(&self) -> bool {
        self.is_in_string
    }

    /// Whether the next byte belongs to a string, and means itself unless it ends it.
    pub fn is_in_text(&self) -> bool {
        self.is_in_string && !self.is_escaped
    }

    /// Whether an element that is no object or array ends before this byte.
    pub fn ends_before(&self, byte: u8) -> bool {
        self.depth == 0 && !self.is_in_string && matches!(byte, b',' | b']' | b'\n')
    }
}
