//! Kinds of office files, by what is in their zip.

/// A kind of office file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Office {
    /// A text of Word: `.docx`.
    Docx,
    /// A text of `LibreOffice`: `.odt`.
    Odt,
    /// Slides: `.pptx`.
    Pptx,
    /// Tables of Excel: `.xlsx`.
    Xlsx,
    /// Tables of `LibreOffice`: `.ods`.
    Ods,
    /// A book: `.epub`.
    Epub,
}
