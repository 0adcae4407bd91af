//! Reasons in Arabic: why a file was skipped, what is noted of one, what a check found.
//!
//! An index keeps reasons as the English text that programs read; here they are read back and said in
//! Arabic. Knows their wording; a test sees to it that all that can be said is known. What comes from elsewhere (a
//! parser, a system) stays as it is.

use std::io;

use super::damage::DAMAGE;
use super::failures::cause;
use super::hints::HINTS;
use super::plural::{CELLS, CHARACTERS, Case::Oblique, LINES, RECORDS, arabic as counted};

/// What a reason says in Arabic, from what stands in the places of its `{}`.
pub(super) type Said = fn(&[&str]) -> String;

/// English wordings, with `{}` for what varies, and what they mean.
const REASONS: &[(&str, Said)] = &[
    // Files and records that are skipped.
    ("cannot be read: {}", |r| {
        format!("تعذّرت قراءته: {}", arabic(r[0]))
    }),
    ("damaged: {}; it is read up to line {}", |r| {
        format!("تالف: {}؛ وقُرئ حتى السطر {}", arabic(r[0]), r[1])
    }),
    ("damaged: {}", |r| format!("تالف: {}", arabic(r[0]))),
    ("broken {} (first bad byte at {})", |r| {
        format!("ترميز {} فيه معيب (أول بايت معيب عند {})", r[0], r[1])
    }),
    (
        "too little text to tell its encoding; name it with: --encoding windows-1256",
        |_| "النص أقصر من أن يُعرف ترميزه؛ ولتسميته: --encoding windows-1256".into(),
    ),
    (
        "neither Unicode nor Arabic in a known encoding; name it with: --encoding NAME",
        |_| "ليس بيونيكود ولا عربيًا بترميز معروف؛ ولتسمية الترميز: --encoding NAME".into(),
    ),
    ("a binary file (a NUL byte at {})", |r| {
        format!("ملف ثنائي (بايت صفري عند {})", r[0])
    }),
    ("empty: there is no word in it", |_| {
        "فارغ: لا كلمة فيه".into()
    }),
    (
        "empty: there is no main text in the page (what scripts put there is not seen)",
        |_| "فارغ: لا نص رئيسيًا في الصفحة (وما تضعه البرامج النصية فيها لا يُرى)".into(),
    ),
    (
        "the page reader failed on it; please report the page",
        |_| "تعذّرت قراءته لعطل في قارئ الصفحات؛ نرجو الإبلاغ عن هذه الصفحة".into(),
    ),
    ("larger than {} MiB", |r| format!("أكبر من {} MiB", r[0])),
    (
        "a quotation mark is not closed; what follows it was taken for one cell",
        |_| "علامة اقتباس لم تُغلق، فعُدّ ما بعدها خلية واحدة".into(),
    ),
    ("not an article: {}", |r| {
        format!("ليس مقالة: {}", arabic(r[0]))
    }),
    ("the file ends before this does", |_| {
        "انتهى الملف قبل أن ينتهي هذا".into()
    }),
    (
        "the first row names no column that is known to be the text ({}); name it with --field text=NAME",
        |r| {
            format!(
                "لا عمود في الصف الأول يُعرف أنه النص ({})؛ ولتسميته: --field text=NAME",
                r[0]
            )
        },
    ),
    (
        "neither <DOC>, nor <item> or <entry> of a feed, is in it",
        |_| "ليس فيه <DOC> ولا <item> أو <entry> من خلاصة".into(),
    ),
    ("an archive without a file that fihris reads", |_| {
        "أرشيف ليس فيه ملف من الأنواع المقروءة".into()
    }),
    (
        "it unpacks to more than {} MiB, which is {} times its size or more; what comes after is not read",
        |r| {
            format!(
                "ينفكّ إلى أكثر من {} MiB، أي {} ضعف حجمه أو أكثر؛ ولم يُقرأ ما بعد ذلك",
                r[0], r[1]
            )
        },
    ),
    ("its list of files is larger than {} MiB", |r| {
        format!("قائمة ملفاته أكبر من {} MiB", r[0])
    }),
    (
        "it shares its bytes with another file of the archive",
        |_| "يشترك هو وملف آخر من الأرشيف في البايتات نفسها".into(),
    ),
    (
        "a file with holes, which is read only from disk; unpack the archive",
        |_| "ملف ذو فجوات لا يُقرأ إلا من القرص؛ فُكّ الأرشيف".into(),
    ),
    ("an archive in an archive; unpack the outer one", |_| {
        "أرشيف داخل أرشيف؛ فُكّ الخارجي منهما".into()
    }),
    (
        "a zip archive, which cannot be read from a stream; name its file",
        |_| "أرشيف zip، ولا يُقرأ من الدخل القياسي؛ فاذكر ملفه".into(),
    ),
    ("its name is longer than {} bytes", |r| {
        format!("اسمه أطول من {} بايت", r[0])
    }),
    ("not a regular file", |_| "ليس ملفًا عاديًا".into()),
    ("no such file or folder", |_| {
        "لا يوجد ملف أو مجلد بهذا الاسم".into()
    }),
    (
        "it is gone or empty; what was indexed of it stays until `fihris index` names it",
        |_| "زال أو فرغ؛ ويبقى ما فُهرس منه إلى أن يُذكر اسمه للأمر fihris index".into(),
    ),
    (
        "it is indexed as earlier options said, and not there to be read as the new ones say",
        |_| "مفهرس بحسب خيارات سابقة، وليس حاضرًا ليُقرأ بحسب الجديدة".into(),
    ),
    ("not a kind of file that fihris reads ({})", |r| {
        format!("ليس من الأنواع المقروءة ({})", r[0])
    }),
    ("in it: {}", |r| format!("فيه: {}", r[0])),
    ("an index of fihris, and no corpus", |_| {
        "فهرس من فهارس fihris لا مدونة نصوص".into()
    }),
    // Records that are no articles.
    ("there is no text in a field \"{}\"", |r| {
        format!("لا نص في الحقل «{}»", r[0])
    }),
    ("it has more than {} fields", |r| {
        format!("حقوله أكثر من {}", r[0])
    }),
    ("it has more than {} values", |r| {
        format!("قيمه أكثر من {}", r[0])
    }),
    ("there is no field in it", |_| "لا حقل فيه".into()),
    (
        "none of its fields is known to be the text ({}); name it with --field text=NAME",
        |r| {
            format!(
                "لا حقل فيه يُعرف أنه النص ({})؛ ولتسميته: --field text=NAME",
                r[0]
            )
        },
    ),
    ("no JSON object: {} at column {}", |r| {
        format!("ليس كائن JSON: {} عند العمود {}", arabic(r[0]), r[1])
    }),
    ("cells: {}, but the first row has {}", |r| {
        format!(
            "خلاياه {}، وفي الصف الأول {}",
            r[0],
            number(r[1], |n| counted(n, &CELLS, Oblique))
        )
    }),
    // What the parser of JSON says most.
    ("EOF while parsing {}", |_| {
        "انتهى النص قبل أن ينتهي الكائن".into()
    }),
    ("expected value", |_| "هنا موضع قيمة".into()),
    ("expected ident", |_| "كلمة غير معروفة".into()),
    ("key must be a string", |_| {
        "اسم الحقل ليس نصًا بين علامتي اقتباس".into()
    }),
    ("trailing characters", |_| "بعد الكائن ما ليس منه".into()),
    ("trailing comma", |_| "فاصلة زائدة".into()),
    ("expected `{}` or `{}`", |r| {
        format!("هنا موضع {} أو {}", r[0], r[1])
    }),
    ("expected `{}`", |r| format!("هنا موضع {}", r[0])),
    ("control character {}", |_| "محرف تحكم داخل نص".into()),
    ("invalid escape", |_| "تهريب غير صحيح".into()),
    ("invalid type: {}", |_| "قيمة من نوع آخر".into()),
    ("invalid number", |_| "عدد غير صحيح".into()),
    ("recursion limit exceeded", |_| {
        "التداخل أعمق مما ينبغي".into()
    }),
    // Notes.
    ("fields are guessed: {}; --field names others", |r| {
        format!("خُمّنت الحقول: {}؛ ولتسمية غيرها: --field", r[0])
    }),
    ("garbled text in 1 record; {}", |r| {
        format!("نص مشوّه في سجل واحد؛ {}", arabic(r[0]))
    }),
    ("garbled text in {} records; {}", |r| {
        let records = number(r[0], |n| counted(n, &RECORDS, Oblique));
        format!("نص مشوّه في {records}؛ {}", arabic(r[1]))
    }),
    ("in {} records, of the first: {}", |r| {
        let records = number(r[0], |n| counted(n, &RECORDS, Oblique));
        format!("في {records}، وفي أولها: {}", arabic(r[1]))
    }),
    (
        "zones are told apart in the first {} lines only; the rest is body",
        |r| format!("لا تُميَّز أجزاء النص إلا في أول {} سطر، وما بعدها متن", r[0]),
    ),
    (
        "the date {} lies outside of the years 1000 to 2999 and is not used",
        |r| format!("التاريخ {} خارج الأعوام من 1000 إلى 2999، فلم يُعتدّ به", r[0]),
    ),
    ("garbled text in 1 record", |_| "نص مشوّه في سجل واحد".into()),
    ("garbled text in {} records", |r| {
        format!(
            "نص مشوّه في {}",
            number(r[0], |n| counted(n, &RECORDS, Oblique))
        )
    }),
    ("garbled text repaired in {}, left in {}; {}", |r| {
        format!(
            "أُصلح نص مشوّه في {}، وبقي في {}؛ {}",
            lines(r[0]),
            lines(r[1]),
            arabic(r[2])
        )
    }),
    ("garbled text repaired in {}, left in {}", |r| {
        format!("أُصلح نص مشوّه في {}، وبقي في {}", lines(r[0]), lines(r[1]))
    }),
    ("garbled text repaired in {}; {}", |r| {
        format!("أُصلح نص مشوّه في {}؛ {}", lines(r[0]), arabic(r[1]))
    }),
    ("garbled text repaired in {}", |r| {
        format!("أُصلح نص مشوّه في {}", lines(r[0]))
    }),
    ("garbled text left in {}; {}", |r| {
        format!("بقي نص مشوّه في {}؛ {}", lines(r[0]), arabic(r[1]))
    }),
    ("garbled text left in {}", |r| {
        format!("بقي نص مشوّه في {}", lines(r[0]))
    }),
    ("{} lost characters (U+FFFD); {}", |r| {
        let lost = arabic(&format!("{} lost characters (U+FFFD)", r[0]));
        format!("{lost}؛ {}", arabic(r[1]))
    }),
    ("{} lost characters (U+FFFD)", |r| {
        format!(
            "ضاع {} (U+FFFD)",
            number(r[0], |n| counted(
                n,
                &CHARACTERS,
                super::plural::Case::Nominative
            ))
        )
    }),
    // Lists of spellings.
    ("line {}: {}", |r| {
        format!("السطر {}: {}", r[0], arabic(r[1]))
    }),
    ("{}: line {}: {}", |r| {
        format!("السطر {}: {}\n  {}", r[1], arabic(r[2]), r[0])
    }),
    ("a spelling without letters", |_| "تهجئة بلا حروف".into()),
    (
        "all spellings fold to the same word: no group is needed",
        |_| "كل التهجئات صور لكلمة واحدة، فلا حاجة إلى مجموعة".into(),
    ),
    ("a single spelling: separate spellings by tabs", |_| {
        "تهجئة واحدة: افصل بين التهجئات بعلامات جدولة".into()
    }),
    // Names of encodings on the command line.
    (
        "there is no encoding {}; try windows-1256, iso-8859-6, utf-8 or auto",
        |_| "ليست اسم ترميز؛ جرّب windows-1256 أو iso-8859-6 أو utf-8 أو auto".into(),
    ),
    // Patterns of paths.
    ("error parsing glob '{}': {}", |r| {
        format!("{}\n  {}", arabic(r[1]), r[0])
    }),
    ("unclosed character class; missing ']'", |_| {
        "قوس [ لم يُغلق".into()
    }),
    ("invalid range; {}", |_| "مدى حروف مقلوب".into()),
    ("unclosed alternate group; missing '}'{}", |_| {
        "قوس { لم يُغلق".into()
    }),
    ("unopened alternate group; missing '{'{}", |_| {
        "قوس } لم يُفتح".into()
    }),
    ("nested alternate groups are not allowed", |_| {
        "أقواس { } متداخلة".into()
    }),
    ("dangling '\\'", |_| "شرطة مائلة عكسية في آخر النمط".into()),
    // What the standard library says of text.
    ("invalid Zip archive: {}", |_| "ليس أرشيف zip سليمًا".into()),
    ("stream did not contain valid UTF-8", |_| {
        "ليس نصًا بترميز UTF-8".into()
    }),
    ("failed to fill whole buffer", |_| {
        "انتهى الملف قبل أوانه".into()
    }),
    ("unexpected end of file", |_| "انتهى الملف قبل أوانه".into()),
    ("corrupt deflate stream", |_| {
        "البيانات المضغوطة تالفة".into()
    }),
    ("invalid gzip header", |_| "ليس ملف gzip".into()),
    ("{}: {} (os error {})", |r| {
        format!(
            "{}\n  {}",
            arabic(&format!("{} (os error {})", r[1], r[2])),
            r[0]
        )
    }),
    ("{} (os error {})", |r| match r[1].parse() {
        Ok(code) => cause(&io::Error::from_raw_os_error(code)),
        Err(_) => r[0].to_string(),
    }),
];

/// All wordings that are known.
pub(super) fn all() -> impl Iterator<Item = &'static (&'static str, Said)> {
    REASONS.iter().chain(DAMAGE).chain(HINTS)
}

/// What the English `reason` says, in Arabic; unchanged where it is not ours.
#[must_use]
pub fn arabic(reason: &str) -> String {
    known(reason).unwrap_or_else(|| reason.to_string())
}

/// The Arabic of a reason that is listed.
pub(super) fn known(reason: &str) -> Option<String> {
    let mut said = all();
    said.find_map(|(wording, say)| Some(say(&fitting(wording, reason)?)))
}

/// What stands in `text` in the places of the `{}` of `wording`, if it is worded so.
fn fitting<'a>(wording: &str, text: &'a str) -> Option<Vec<&'a str>> {
    let mut literals = wording.split("{}");
    let mut rest = text.strip_prefix(literals.next()?)?;
    let mut places = Vec::new();
    let mut literals = literals.peekable();
    while let Some(literal) = literals.next() {
        let end = match literals.peek() {
            None => rest.len().checked_sub(literal.len())?,
            Some(_) => rest.find(literal)?,
        };
        let (place, behind) = rest.split_at_checked(end)?;
        rest = behind.strip_prefix(literal)?;
        places.push(place);
    }
    rest.is_empty().then_some(places)
}

/// A number with what is counted, where it is one.
fn number(text: &str, counted: impl Fn(u64) -> String) -> String {
    text.parse().map_or_else(|_| text.to_string(), counted)
}

/// `3 lines` or `3`.
fn lines(text: &str) -> String {
    let figures = text.split(' ').next().unwrap_or_default();
    number(figures, |n| counted(n, &LINES, Oblique))
}
