//! Names of fields: fihris's own, in English and Arabic, and what other tools and collections call them.
//!
//! A field of the input that is called so itself comes first; then fihris's own; then the fields of the input that
//! are usually called alike (`dc:creator` for `author:`).

/// The fields of fihris's own, each with its other names.
const OWN: [(&str, &[&str]); 8] = [
    ("title", &["headline", "intitle", "العنوان", "عنوان"]),
    (
        "tag",
        &["tags", "keywords", "الوسم", "وسم", "الوسوم", "وسوم"],
    ),
    ("source", &["publisher", "المصدر", "مصدر", "الناشر", "ناشر"]),
    (
        "body",
        &["text", "intext", "content", "النص", "نص", "المتن", "متن"],
    ),
    ("in", &["في"]),
    ("mentions", &["يذكر", "ذكر"]),
    ("date", &["published", "pubdate", "التاريخ", "تاريخ"]),
    (
        "path",
        &["file", "filename", "الملف", "ملف", "المسار", "مسار"],
    ),
];

/// Names that collections give to one and the same field of theirs; the first is that of the help.
const OF_INPUT: [&[&str]; 3] = [
    &[
        "author",
        "authors",
        "creator",
        "dc:creator",
        "byline",
        "writer",
        "الكاتب",
        "كاتب",
        "المؤلف",
        "مؤلف",
        "بقلم",
    ],
    &[
        "section",
        "category",
        "categories",
        "rubric",
        "القسم",
        "قسم",
        "الباب",
        "باب",
        "التصنيف",
        "تصنيف",
    ],
    &["url", "link", "الرابط", "رابط"],
];

/// The names of zones in Arabic.
const ZONES: [(&str, &[&str]); 8] = [
    ("title", &["العنوان", "عنوان"]),
    ("dateline", &["المكان", "مكان"]),
    ("body", &["النص", "نص", "المتن", "متن"]),
    ("tags", &["الوسوم", "وسوم", "الوسم", "وسم"]),
    ("source", &["المصدر", "مصدر"]),
    ("related", &["الروابط", "روابط"]),
    ("furniture", &["القوائم", "قوائم"]),
    ("all", &["الكل", "كل"]),
];

/// A field that a name means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// One of fihris's own.
    Own(&'static str),
    /// Those of the input, of which there are some.
    OfInput(Vec<String>),
    /// What fields of the input are often called, but none here.
    Unknown,
}

/// The field that `name` means where the input has `fields`; `None` if it is no usual name of one.
pub(super) fn field(name: &str, fields: &[String]) -> Option<Named> {
    if let Some((own, _)) = OWN.iter().find(|(own, _)| *own == name) {
        return Some(Named::Own(own));
    }
    if fields.iter().any(|field| field == name) {
        return Some(Named::OfInput(vec![name.to_string()]));
    }
    if let Some((own, _)) = OWN.iter().find(|(_, others)| others.contains(&name)) {
        return Some(Named::Own(own));
    }
    let group = OF_INPUT.iter().find(|group| group.contains(&name))?;
    let is_of_group = |field: &&String| group.iter().any(|name| name.eq_ignore_ascii_case(field));
    let found: Vec<String> = fields.iter().filter(is_of_group).cloned().collect();
    Some(if found.is_empty() {
        Named::Unknown
    } else {
        Named::OfInput(found)
    })
}

/// Whether `name` is one of fihris's own fields in any language, or what fields of inputs are usually called.
#[must_use]
pub fn is_field_name(name: &str) -> bool {
    field(name, &[]).is_some()
}

/// The zone that is called `name` in Arabic, or `name` itself.
pub(super) fn zone(name: &str) -> &str {
    let found = ZONES.iter().find(|(_, others)| others.contains(&name));
    found.map_or(name, |(zone, _)| zone)
}

/// The Arabic names of each of fihris's own fields, and of those that inputs have, with the English one.
pub fn arabic_names() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    let is_arabic = |name: &&str| !name.is_ascii();
    let own = OWN.iter().map(|(name, others)| (*name, *others));
    let of_input = OF_INPUT.iter().map(|names| (names[0], *names));
    let with_arabic = own.chain(of_input);
    with_arabic.map(move |(name, others)| {
        let arabic = others.iter().copied().filter(is_arabic);
        (name, arabic.collect())
    })
}
