//! The examples of manual pages: what is typed, and what it does.

use crate::i18n::Language;

/// An example of a command.
pub struct Example {
    /// The command; empty for the program.
    pub command: &'static str,
    /// What is typed in a shell.
    pub typed: &'static str,
    english: &'static str,
    arabic: &'static str,
}

impl Example {
    /// What it does.
    pub fn text(&self, language: Language) -> &'static str {
        match language {
            Language::English => self.english,
            Language::Arabic => self.arabic,
        }
    }
}

const fn example(
    command: &'static str,
    typed: &'static str,
    english: &'static str,
    arabic: &'static str,
) -> Example {
    Example {
        command,
        typed,
        english,
        arabic,
    }
}

/// All of them.
#[rustfmt::skip]
pub const EXAMPLES: &[Example] = &[
    example("", "fihris index news", "Index a folder.", "فهرسة مجلد."),
    example("", "fihris search 'قره باغ' news", "Bring the index up to date with a folder, and search in it.", "تحديث الفهرس بمجلد، ثم البحث فيه."),
    example("index", "fihris index --wait --strict", "Bring all that was indexed up to date, as every night; what is skipped is an error.", "تحديث كل ما فُهرس من قبل، كل ليلة مثلًا؛ وما يُترك خطأ."),
    example("index", "fihris index --dry-run -v news", "Say how each file would be read.", "ذكر الطريقة التي يُقرأ بها كل ملف."),
    example("remove", "fihris remove --query 'source:سبق' --dry-run", "List the articles that would be taken out.", "سرد المقالات التي ستُحذف من الفهرس."),
    example("learn", "fihris learn", "Find names in several spellings, and list them for searches.", "البحث عن أسماء بتهجئات عدة، وإعداد قائمة بها."),
    example("search", "fihris search '\"وقف إطلاق النار\" -لبنان' --since 2021", "A phrase without a word, in articles of 2021 and later.", "عبارة دون كلمة، في مقالات عام 2021 وما بعده."),
    example("search", "fihris search باكو -n 1000 --format csv --bom -o hits.csv", "A table of hits for Excel.", "جدول بالنتائج لبرنامج Excel."),
    example("search", "fihris search باكو --group-by source,month", "Count the articles of each source in each month.", "عدّ مقالات كل مصدر في كل شهر."),
    example("search", "fihris search باكو --template '{date} {title}'", "Hits as lines of one's own.", "النتائج أسطرًا على صورة مختارة."),
    example("show", "fihris show a1 --context باكو", "The paragraphs of an article that match.", "فقرات المقالة المطابقة."),
    example("list", "fihris list --sources", "Who published what is in the index, and on which days there is nothing.", "من نشر ما في الفهرس، والأيام التي لا شيء فيها."),
    example("list", "fihris list author:سعاد --sort -date", "All articles of an author, the newest first.", "كل مقالات كاتب، وأحدثها في أولها."),
    example("export", "fihris export باكو --format jsonl -o baku.jsonl", "Write the articles that match as they went in.", "كتابة المقالات المطابقة كما دخلت."),
    example("sample", "fihris sample 50 باكو --seed 7 --format csv", "Draw fifty articles to code by hand.", "سحب خمسين مقالة لترميزها يدويًا."),
    example("copies", "fihris copies --format html -o copies.html", "A page of the stories that were copied.", "صفحة بالأخبار المنسوخة."),
    example("kwic", "fihris kwic باكو --sort after", "Matches in their lines, sorted by the words behind.", "المواضع في أسطرها، بترتيب ما بعدها."),
    example("timeline", "fihris timeline باكو يريفان --by month", "Two queries side by side, by months.", "استعلامان جنبًا إلى جنب بحسب الأشهر."),
    example("timeline", "fihris timeline إيران --base source:سبق", "Among the articles of one paper.", "من مقالات صحيفة واحدة."),
    example("spellings", "fihris spellings كاراباخ", "Who writes a name how.", "من يكتب الاسم كيف."),
    example("terms", "fihris terms باكو --vs يريفان", "Words that are typical of one query against another.", "الكلمات المميزة لاستعلام من آخر."),
    example("compare", "fihris compare sabq alriyadh", "Two papers side by side.", "صحيفتان جنبًا إلى جنب."),
    example("compare", "fihris compare date:2020 date:2021", "Two years.", "سنتان."),
    example("names", "fihris names باكو --kind person --format csv", "The people who are named together with a city.", "الأشخاص المذكورون مع مدينة."),
    example("words", "fihris words --unknown", "The words that the lexicon does not know.", "الكلمات التي لا يعرفها المعجم."),
    example("collocates", "fihris collocates باكو --window 3", "The words that stand near a word.", "الكلمات القريبة من كلمة."),
    example("similar", "fihris similar a1", "Articles like one.", "مقالات تشبه مقالة."),
    example("save", "fihris save baku 'باكو -نفط'", "Save a search by a name.", "حفظ بحث باسم."),
    example("run", "fihris run baku --new --quiet", "What came since the last run, as for a mail from cron.", "ما استجد منذ آخر تشغيل، لرسالة من cron مثلًا."),
    example("status", "fihris status", "What is in the index, and what could not be read.", "ما في الفهرس، وما تعذّرت قراءته."),
    example("config", "fihris config", "The settings that hold, and where they are from.", "الإعدادات السارية، ومن أين أتت."),
    example("check", "fihris check", "Verify the whole index.", "التحقق من الفهرس كله."),
    example("analyze", "fihris analyze 'وبالسياسات'", "What a word is taken for.", "كيف تُفهم كلمة."),
    example("explain", "fihris explain 'قره باغ'", "What a query stands for.", "ما يقابله استعلام."),
    example("formats", "fihris formats", "The kinds of files that are read.", "أنواع الملفات المقروءة."),
    example("queries", "fihris help queries", "The language of queries.", "لغة الاستعلام."),
    example("tutorial", "fihris tutorial", "Five tasks with their results.", "خمس مهام مع نتائجها."),
    example("completions", "fihris completions fish > ~/.config/fish/completions/fihris.fish", "Completions for fish.", "الإكمال التلقائي في fish."),
    example("man", "fihris man ~/.local/share/man/man1", "Pages for man.", "صفحات للأمر man."),
    example("man", "fihris man --lang ar ~/.local/share/man/ar/man1", "The same in Arabic.", "مثلها بالعربية."),
];
