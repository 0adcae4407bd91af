//! What manual pages say of exit statuses, variables and files, and what their sections are called.

use crate::i18n::Language;

/// A word with what it stands for.
pub struct Explained {
    pub word: &'static str,
    pub english: &'static str,
    pub arabic: &'static str,
}

const fn explained(word: &'static str, english: &'static str, arabic: &'static str) -> Explained {
    Explained {
        word,
        english,
        arabic,
    }
}

/// The headings in Arabic.
const HEADINGS: &[(&str, &str)] = &[
    ("NAME", "الاسم"),
    ("SYNOPSIS", "الصيغة"),
    ("DESCRIPTION", "الوصف"),
    ("OPTIONS", "الخيارات"),
    ("SUBCOMMANDS", "الأوامر"),
    ("EXAMPLES", "أمثلة"),
    ("EXIT STATUS", "رمز الخروج"),
    ("ENVIRONMENT", "متغيرات البيئة"),
    ("FILES", "الملفات"),
    ("SEE ALSO", "انظر أيضًا"),
];

/// The heading of a section in `language`.
pub fn heading(name: &str, language: Language) -> &str {
    let arabic = HEADINGS.iter().find(|(english, _)| *english == name);
    match (language, arabic) {
        (Language::Arabic, Some((_, arabic))) => arabic,
        _ => name,
    }
}

/// How a run may end.
pub const EXIT_STATUS: &[Explained] = &[
    explained("0", "Found, or done.", "وُجد شيء، أو تم العمل."),
    explained(
        "1",
        "Nothing was found, also where only articles with some of the words are shown.",
        "لم يوجد شيء، ولو عُرضت مقالات فيها بعض الكلمات.",
    ),
    explained(
        "2",
        "An error; or check found something wrong, or index --strict skipped something.",
        "خطأ؛ أو وجد check خللًا، أو ترك index --strict شيئًا.",
    ),
];

/// The variables that are looked at.
pub const ENVIRONMENT: &[Explained] = &[
    explained(
        "FIHRIS_INDEX",
        "The index folder, as --index names it.",
        "مجلد الفهرس، كما في --index.",
    ),
    explained(
        "FIHRIS_CONFIG",
        "The config file; empty for none.",
        "ملف الإعدادات؛ وإن كان فارغًا فلا ملف.",
    ),
    explained(
        "FIHRIS_BIDI",
        "Who orders and joins Arabic letters on a terminal, as --bidi says it.",
        "من يرتّب حروف العربية ويصلها على الشاشة، كما في --bidi.",
    ),
    explained(
        "FIHRIS_CSV_BOM",
        "Begin CSV and TSV with a byte order mark, as --bom does.",
        "بدء ملفات CSV وTSV بعلامة ترتيب البايتات، كما في --bom.",
    ),
    explained(
        "LC_ALL, LC_MESSAGES, LANG",
        "The language of messages, where --lang and the config file say none: the first of them that is set.",
        "لغة الرسائل إن لم يذكرها --lang ولا ملف الإعدادات: أول ما له قيمة منها.",
    ),
    explained(
        "NO_COLOR, CLICOLOR_FORCE",
        "No colour, or colour also where nobody looks at a terminal.",
        "ترك الألوان، أو استعمالها وإن لم يُكتب على طرفية.",
    ),
    explained(
        "PAGER",
        "What shows output that is longer than the screen, else less -R; empty for none.",
        "ما يعرض النتائج الأطول من الشاشة، وإلا فالأمر less -R؛ وإن كان فارغًا فلا شيء.",
    ),
    explained(
        "TERM, COLUMNS",
        "The terminal, and how wide it is where it does not say so.",
        "نوع الطرفية، وعرضها إن لم تذكره.",
    ),
    explained(
        "XDG_CONFIG_HOME, HOME",
        "Where the config file is looked for.",
        "أين يُبحث عن ملف الإعدادات.",
    ),
];

/// The files that are read and written.
pub const FILES: &[Explained] = &[
    explained(
        ".fihris",
        "The index: in the current folder, or the nearest one above.",
        "الفهرس: في المجلد الحالي أو في أقرب مجلد أعلى.",
    ),
    explained(
        ".fihris/variants.tsv",
        "Your own spellings of names: a group a line, with tabs between.",
        "تهجئاتك الخاصة للأسماء: مجموعة في كل سطر، تفصل بينها علامات جدولة.",
    ),
    explained(
        ".fihris/learned.tsv",
        "The spellings that learn found; a minus before a line rejects it.",
        "التهجئات التي وجدها learn؛ وعلامة الطرح في أول السطر ترفضه.",
    ),
    explained(
        ".fihris/lexicon.tsv",
        "Your own words, with their classes and plurals.",
        "كلماتك الخاصة، بأنواعها وجموعها.",
    ),
    explained(
        ".fihris/searches",
        "The searches that save keeps.",
        "عمليات البحث التي يحفظها save.",
    ),
    explained(
        "~/.config/fihris/config.toml",
        "Defaults of options, and programs that read files.",
        "القيم المعتادة للخيارات، والبرامج التي تقرأ الملفات.",
    ),
];
