//! The messages in Arabic.
//!
//! Paths and commands, which run from left to right, stand at the end of a line or on one of their
//! own, so that no line is torn apart; figures stand first in tables, for the same reason.

use std::io;
use std::path::Path;

use super::failures::query_problem;
use super::lists::{bad_line, bad_pattern};
use super::plural::{
    ARTICLES, COPIES, Case, FILES, MATCHES, RECORDS, TIMES, WORDS, arabic as counted,
};
use super::system::cause;
use super::{Message, Place, files};
use crate::i18n::Language;
use Case::Nominative;
use fihris_corpus::stream::{BadStreamName, LONGEST_STREAM_NAME};

#[allow(clippy::too_many_lines)] // a table
pub(super) fn text(message: Message) -> String {
    match message {
        Message::NothingFound => "لا نتائج".into(),
        Message::Articles(number) => articles(number),
        Message::ArticlesWithoutCopies {
            articles: number,
            stories,
        } => format!("{}، ودون عدّ النسخ {stories}", articles(number)),
        Message::NoneFrom { all, first } => format!("{all}، ولا شيء منها ابتداءً من رقم {first}"),
        Message::Shown { all, first, last } => {
            format!("{all}، والمعروض من {first} إلى {last}؛ ولعرض المزيد: --limit أو --offset")
        }
        Message::Table(line) => line.arabic(),
        Message::OnlyPartial => "لا مقالة فيها كل الكلمات؛ وفي هذه بعضها (ولإخفائها: --all)".into(),
        Message::Elsewhere(number) => format!(
            "وفي روابط إلى مقالات أخرى وما شابهها: {}؛ ولعرضها: --zones all",
            articles(number)
        ),
        Message::Undated(number) => format!("ومما لا يُعرف تاريخ نشره: {}", articles(number)),
        Message::InNoArticle => "لم يرد في أي مقالة:".into(),
        Message::ReadAs(query) => {
            format!("قُرئ الاستعلام هكذا (ولتؤخذ الكلمات كما هي ضعها بين علامتي اقتباس):\n  {query}")
        }
        Message::PerhapsMeant => "لعلك تقصد:".into(),
        Message::Suggestion {
            word,
            articles: number,
        } => format!("  {word} ({})", articles(number)),
        Message::BestOf { best, articles } => {
            format!("المعروض من أفضل المقالات: {best} من أصل {articles}؛ ولعرض المزيد: --limit")
        }
        Message::StepsInOne(most) => format!(
            "المدة أطول من {most} فترة، فجُمع ما توالى من فترات بلا مقالات في سطر واحد، مثل:\n  2001-02..2013-05"
        ),
        Message::NoArticle { id } => format!("لا مقالة في الفهرس بهذا المعرّف:\n  {id}"),
        Message::SameId {
            id,
            articles: number,
        } => format!(
            "مقالات الفهرس بهذا المعرّف: {number}؛ وهي كلها معروضة، كل واحدة مع ملفها:\n  {id}"
        ),
        Message::FirstOfSameId {
            id,
            articles: number,
            path,
        } => format!("مقالات الفهرس بهذا المعرّف: {number}؛ والمقصود أولها، من {path}:\n  {id}"),
        Message::Compared {
            articles: [here, elsewhere],
            words: [words, other_words],
        } => format!(
            "المقالات المطابقة: {here} (كلماتها {words})؛ والمقالات الأخرى: {elsewhere} (كلماتها {other_words})"
        ),
        Message::NearMatches {
            matches,
            near,
            others,
        } => format!(
            "المواضع: {}؛ والكلمات القريبة منها: {near}، وغيرها: {others}",
            counted(matches, &MATCHES, Nominative)
        ),
        Message::Learned {
            names,
            spellings,
            rejected,
            seconds,
        } => format!(
            "الأسماء: {names}، وتهجئاتها: {spellings}؛ والمرفوض من قبل: {rejected}؛ {}",
            time(seconds)
        ),
        Message::ListedIn(file) => format!("القائمة في الملف:\n  {}", file.display()),
        Message::ManualPages(folder) => format!("صفحات الدليل في المجلد:\n  {}", folder.display()),

        Message::Added(path) => format!("أُضيف: {path}"),
        Message::Changed(path) => format!("تغيّر: {path}"),
        Message::Reread(path) => format!("قُرئ من جديد: {path}"),
        Message::Removed(path) => format!("حُذف: {path}"),
        Message::StreamTaken(name, counts) => format!(
            "المجرى {name}: أُضيف {}، واستُبدل {}، ولم يتغيّر {}",
            counted(counts.added, &RECORDS, Nominative),
            counts.replaced,
            counts.unchanged
        ),
        Message::Skipped { path, reason } => format!("تُرك ({reason}):\n  {path}"),
        Message::Note { path, note } => format!("ملاحظة ({note}):\n  {path}"),
        Message::MoreSkipped(number) => format!(
            "وتُرك غير ذلك {}؛ ولذكرها كلها: --format json",
            counted(number, &FILES, Nominative)
        ),
        Message::Files(numbers, kinds) => files::arabic(numbers, kinds),
        Message::FileRead {
            path,
            kind,
            encoding,
            fields,
            articles: number,
        } => {
            let and = if fields.is_empty() { "" } else { "؛ " };
            let articles = articles(number);
            format!("يُقرأ هكذا (.{kind}، {encoding}{and}{fields}؛ {articles}):\n  {path}")
        }
        Message::PassedOver { path, reason: None } => format!("لا يُقرأ: {path}"),
        Message::PassedOver {
            path,
            reason: Some(reason),
        } => format!("لا يُقرأ ({reason}):\n  {path}"),
        Message::WouldBe { files } => format!("لو نُفّذ الأمر: {files}"),
        Message::Done {
            files,
            articles: number,
            seconds,
        } => format!(
            "الملفات: {files}؛ وفي الفهرس {}؛ {}",
            counted(number, &ARTICLES, Nominative),
            time(seconds)
        ),
        Message::IndexIsIn(folder) => format!("الفهرس في:\n  {}", folder.display()),
        Message::IndexMade(folder) => format!("أُنشئ الفهرس في:\n  {}", folder.display()),
        Message::ProgressBar => "{bar:30} {bytes} / {total_bytes}، الباقي {eta}".into(),

        Message::Guide(line) => line.arabic(),

        Message::Problem(what) => format!("خلل:       {what}"),
        Message::Repair(command) => format!("الإصلاح:   {command}"),
        Message::Sound {
            articles: number,
            files,
        } => format!(
            "سليم:      {}، {}",
            articles(number),
            counted(files, &FILES, Nominative)
        ),

        Message::InZone(zone) => format!("  في {zone}:"),
        Message::MoreCopies(number) => {
            format!("  + {}", counted(number as u64, &COPIES, Nominative))
        }
        Message::Score(score) => format!("  الدرجة {score:.2}"),
        Message::Share {
            percent,
            rule,
            zone,
            times,
            text,
            asked,
        } => format!(
            "  {percent:>5.1} %  {text} = {asked} ({rule}{}، {})",
            within(zone),
            counted(times as u64, &TIMES, Nominative)
        ),
        Message::Closeness { percent } => {
            format!("  {percent:>5.1} %  لتقارب الكلمات وورودها في المقدمة")
        }
        Message::Reason { rule, text, asked } => format!("  {rule}: {text} = {asked}"),
        Message::SharedWords(words) => format!("  الكلمات المشتركة: {words}"),
        Message::CopiesOfSimilar(number) => format!("  النسخ: {number}"),
        Message::GroupOfCopies(number) => counted(number as u64, &COPIES, Nominative),
        Message::FirstCopy(date) => format!("أولاها {date}"),

        Message::Stands {
            scope,
            articles: number @ 0,
            times: _,
        } => format!("في {scope}: {}", articles(number)),
        Message::Stands {
            scope,
            articles: number,
            times,
        } => format!(
            "في {scope}: {}، {}",
            articles(number),
            counted(times, &TIMES, Nominative)
        ),
        Message::WordsBetween(number) => format!(
            "، وبينها {} على الأكثر",
            counted(number.into(), &WORDS, Nominative)
        ),
        Message::CountsTimes(boost) => format!("، ووزنه مضروب في {boost}"),
        Message::Weight(weight) => format!("الوزن {weight:.2}"),
        Message::MembersHead => {
            "الأعمدة بالترتيب: الوزن، فالمقالات، فالمرات، فالكلمة (والقاعدة)".into()
        }
        Message::Member {
            rule,
            weight,
            articles,
            times,
            form,
        } => format!("{weight:>6.2} {articles:>8} {times:>7}  {form} ({rule})"),
        Message::MoreMembers(number) => {
            format!(
                "وغيرها {}؛ ولسردها كلها: --format json",
                counted(number as u64, &WORDS, Nominative)
            )
        }
        Message::NoArticleHolds => "لا ترد في أي مقالة".into(),
        Message::Perhaps {
            articles: number,
            word,
        } => {
            format!("لعلها: {word} ({})", articles(number.into()))
        }
        Message::ArticlesTotal(number) => format!("المقالات: {number}"),

        Message::Published { date, by } => format!("نُشرت في {date} ({by})"),
        Message::Or => "أو".into(),
        Message::Mention { days, rule, zone } => format!("{days:<24} {rule}{}:", within(zone)),
        Message::Comma => " و".into(),
        Message::TermsHead => {
            "الأعمدة بالترتيب: هنا، ففي غيرها، فنسبة الأرجحية (G2)، فلوغاريتم النسبة، فالكلمة".into()
        }
        Message::WordsHead => "العمودان بالترتيب: عدد المقالات، فالكلمة وسائر صيغها".into(),
        Message::WordsTotal { forms, unknown } => {
            format!("عدد الصيغ المختلفة: {forms}؛ منها ما لا يعرفه المعجم: {unknown}")
        }
        Message::CollocatesHead => {
            "الأعمدة بالترتيب: قرب المواضع، فقبلها، فبعدها، ففي غيرها، فنسبة الأرجحية (G2)، \
             فالتلازم (logDice)، فالكلمة"
                .into()
        }

        Message::Error(what) => format!("خطأ: {what}"),
        Message::Hint(what) => format!("تلميح: {what}"),
        Message::Fault(what) => format!("عطل في البرنامج:\n  {what}"),
        Message::CannotGoOn => "لا يستطيع fihris المتابعة".into(),
        Message::ReportThis => {
            "تحقق من سلامة الفهرس بالأمر التالي؛ فإن كان سليمًا فالرجاء الإبلاغ عن هذا العطل:\n  \
             fihris check"
                .into()
        }
        Message::NoSuchPath(path) => {
            format!("لا يوجد ملف أو مجلد بهذا الاسم:\n  {}", path.display())
        }
        Message::NoSuchOption(option) => format!("لا يوجد خيار بهذا الاسم:\n  {option}"),
        Message::OptionsAreInHelp => {
            "الخيارات تعرضها المساعدة --help؛ وما يستبعده الاستعلام تسبقه - واحدة".into()
        }
        Message::QuoteTheQuery => "الاستعلام معطى واحد وإن تعددت كلماته: ضعه بين علامتي اقتباس".into(),
        Message::NotUnderstood { error, place } => {
            not_understood(&query_problem(&error.problem), place)
        }
        Message::MeantQuery(query) => format!("لعلك تقصد:\n{query}"),
        Message::HelpQueries => "للاطلاع على ما يمكن السؤال عنه:\n  fihris help queries".into(),
        Message::OneQuery { at, problem } => at.told(problem, Language::Arabic),
        Message::CannotReadQueries { file, error } => cannot("تعذّرت قراءة الاستعلامات", error, file),
        Message::QueriesAreText => {
            "ينبغي أن يكون الملف نصًا بترميز UTF-8: استعلام في كل سطر، أو معرّف فعلامة جدولة فاستعلام"
                .into()
        }
        Message::Asking(line) => line.arabic(),
        Message::Saved(line) => line.arabic(),
        Message::Origin(line) => line.arabic(),
        Message::OneWordOnly => "التهجئات تكون لكلمة واحدة، أو لاسم واحد تضمه قوائم التهجئات".into(),
        Message::AskEachWord => {
            "اسأل عن كل كلمة وحدها؛ ولمعرفة ما تُعدّ به كلمات الاسم:\n  fihris analyze".into()
        }
        Message::NoCurrentFolder(error) => format!("تعذّر دخول المجلد الحالي: {}", cause(error)),
        Message::ChangeFolder => "انتقل إلى مجلد آخر".into(),
        Message::CannotEnter { folder, error } => cannot("تعذّر دخول المجلد", error, folder),
        Message::ChooseIndexFolder | Message::ChooseAnother => {
            "اختر مجلدًا آخر بالخيار:\n  --index DIR".into()
        }
        Message::CannotMakeFolder { folder, error } => cannot("تعذّر إنشاء المجلد", error, folder),
        Message::NotAField(field) => format!("ليس هذا حقلًا:\n  {field}"),
        Message::FieldsAreNamed => {
            "يمكن تسمية حقول id وtitle وtext وdate وsource، ومثال ذلك:\n  --field text=body".into()
        }
        Message::StdinTwice => "لا يكون الدخل القياسي قائمة ملفات ومقالة معًا".into(),
        Message::NameWithoutStdin => "الخيار --name اسم لما يأتي من الدخل القياسي".into(),
        Message::NameIsOfStdin => {
            "تُطلب قراءته بشرطة، هكذا:\n  … | fihris index - --name NAME".into()
        }
        Message::BadStreamName(BadStreamName::Empty) => "اسم المجرى فارغ".into(),
        Message::BadStreamName(BadStreamName::TooLong) => {
            format!("اسم المجرى أطول من {LONGEST_STREAM_NAME} بايت")
        }
        Message::BadStreamName(BadStreamName::Sign) => {
            "لا يكون في اسم المجرى إلا الحروف والأرقام والمسافات والعلامات . و _ و -".into()
        }
        Message::StreamsAreNamed => "من أمثلة الأسماء: wire وwire-2.sports".into(),
        Message::NameAFile => "اذكر ملفًا لأحدهما".into(),
        Message::CannotRead { file, error } => cannot("تعذّرت القراءة", error, file),
        Message::NameAList => "اذكر ملفًا في كل سطر منه مسار".into(),
        Message::NotAPattern(problem) => format!("ليس هذا نمطًا: {}", bad_pattern(problem)),
        Message::PatternsAreLike => {
            "من أمثلة الأنماط:\n  '*.txt'  '2020/**'  'news[0-9].csv'  '*.{csv,tsv}'".into()
        }
        Message::CannotReadStdin(error) => format!("تعذّرت قراءة الدخل القياسي: {}", cause(error)),
        Message::StdinIsText => "ينبغي أن يكون نصًا بترميز UTF-8".into(),
        Message::CannotWriteManual { folder, error } => {
            cannot("تعذّرت كتابة صفحات الدليل", error, folder)
        }
        Message::NameAnotherFolder => "اذكر مجلدًا آخر".into(),
        Message::CannotWriteTo { file, error } => cannot("تعذّرت الكتابة", error, file),
        Message::NameAWritableFile => "اذكر ملفًا في مجلد يُسمح لك بالكتابة فيه".into(),
        Message::BadLine { file, line } => {
            format!("سطر متروك ({}):\n  {}", bad_line(line), file.display())
        }
        Message::CannotReadSpellings { file, error } => cannot("تعذّرت قراءة التهجئات", error, file),
        Message::SpellingsAreText => {
            "ينبغي أن يكون الملف نصًا بترميز UTF-8: مجموعة في كل سطر، تفصل بين تهجئاتها علامات جدولة"
                .into()
        }
        Message::CannotReadLexicon { file, error } => cannot("تعذّرت قراءة الكلمات", error, file),
        Message::LexiconIsText => {
            "ينبغي أن يكون الملف نصًا بترميز UTF-8: كلمة في كل سطر، معها نوعها وجموعها".into()
        }
        Message::CannotReadConfig { file, error } => {
            cannot("تعذّرت قراءة ملف الإعدادات", error, file)
        }
        Message::ConfigIsNamed => "اذكر غيره في FIHRIS_CONFIG، أو لا شيء:\n  FIHRIS_CONFIG=".into(),
        Message::BadConfig(bad) => bad.text(Language::Arabic),
        Message::ConfigIsLike => {
            "من أمثلة أسطره:\n  limit = 20\n  pre.\"*.djvu\" = \"djvutxt\"".into()
        }
        Message::PreWithoutPath => "ذُكر مع --pre برنامج، ولا ملفات ليقرأها".into(),
        Message::NameAPath => "اذكر الملفات أو المجلدات بعد الاستعلام".into(),
    }
}

/// What could not be done, why, and with what.
fn cannot(what: &str, error: &io::Error, path: &Path) -> String {
    format!("{what} ({}):\n  {}", cause(error), path.display())
}

fn articles(number: u64) -> String {
    counted(number, &ARTICLES, Nominative)
}

fn time(seconds: f64) -> String {
    format!("{seconds:.2} ثانية")
}

/// In which zone, if in one.
fn within(zone: &str) -> String {
    if zone.is_empty() {
        return String::new();
    }
    format!("، في {zone}")
}

/// What is wrong with a query, and where.
fn not_understood(problem: &str, place: Place) -> String {
    match place {
        Place::Anywhere => format!("لم يُفهم الاستعلام: {problem}"),
        Place::End => format!("لم يُفهم الاستعلام عند آخره: {problem}"),
        Place::Start(there) => format!("لم يُفهم الاستعلام من أوله: {problem}\n  {there}"),
        Place::Here(there) => {
            format!("لم يُفهم الاستعلام عند الموضع التالي: {problem}\n  {there}")
        }
    }
}
