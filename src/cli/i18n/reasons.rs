//! Why a file was skipped, and what is noted of one.
//!
//! In English reasons speak for themselves, and here is what to do about some. What comes from elsewhere (a parser,
//! a system) stays as it is where its kind is not known.

use fihris_corpus::limits::{LONGEST_NAME, MOST_FIELDS, MOST_VALUES, UNPACKED_RATIO};
use fihris_corpus::note::{Damaged, field_list};
use fihris_corpus::skip::{CommandProblem, Damage, DamageKind, JsonProblem, RecordProblem};
use fihris_corpus::{Note, Notes, SkipReason};

use super::plural::Case::{Nominative, Oblique};
use super::plural::{CELLS, CHARACTERS, LINES, PLACES, RECORDS, arabic as counted};
use super::system::system_error;
use crate::i18n::Language;

/// Why a file was skipped, and which option helps.
#[must_use]
pub fn skip_reason(reason: &SkipReason, language: Language) -> String {
    match language {
        Language::English => format!("{reason}{}", option(reason)),
        Language::Arabic => arabic(reason),
    }
}

fn command_problem(command: &str, problem: &CommandProblem) -> String {
    match problem {
        CommandProblem::Start(error) => {
            format!("تعذّر تشغيل البرنامج {command}: {}", system_error(error))
        }
        CommandProblem::Status { status, said } => {
            let status = status.map_or_else(String::new, |status| format!(" برمز الخروج {status}"));
            let said = if said.is_empty() {
                String::new()
            } else {
                format!(": {said}")
            };
            format!("فشل البرنامج {command}{status}{said}")
        }
    }
}

/// What is noted of a file or an article.
#[must_use]
pub fn notes(notes: &[Note], language: Language) -> String {
    match (language, notes) {
        (Language::English, [note @ Note::GuessedFields(_)]) => {
            format!("{note}; --field names others")
        }
        (Language::English, notes) => Notes(notes).to_string(),
        (Language::Arabic, notes) => {
            let notes: Vec<String> = notes.iter().map(arabic_note).collect();
            notes.join("؛ ")
        }
    }
}

/// What the English of a reason ends with: the option that helps.
fn option(reason: &SkipReason) -> &'static str {
    match reason {
        SkipReason::UnclearEncoding => "; name it with: --encoding windows-1256",
        SkipReason::UnknownEncoding => "; name it with: --encoding NAME",
        SkipReason::NoTextNamed(_)
        | SkipReason::NoTableOfTexts(_)
        | SkipReason::BadRecord(RecordProblem::NoTextNamed(_)) => {
            "; name it with --field text=NAME"
        }
        SkipReason::CommandNotNamed(_) => "; --pre names it",
        SkipReason::Gone => " until `fihris index` names it",
        SkipReason::Parts { reason, .. } => option(reason),
        _ => "",
    }
}

fn arabic(reason: &SkipReason) -> String {
    let said = match reason {
        SkipReason::Unreadable(error) => return format!("تعذّرت قراءته: {}", system_error(error)),
        SkipReason::Damaged(damage) => return format!("تالف: {}", arabic_damage(damage)),
        SkipReason::Malformed { encoding, at } => {
            return format!("ترميز {encoding} فيه معيب (أول بايت معيب عند {at})");
        }
        SkipReason::UnclearEncoding => {
            "النص أقصر من أن يُعرف ترميزه؛ ولتسميته: --encoding windows-1256"
        }
        SkipReason::UnknownEncoding => {
            "ليس بيونيكود ولا عربيًا بترميز معروف؛ ولتسمية الترميز: --encoding NAME"
        }
        SkipReason::Binary { at } => return format!("ملف ثنائي (بايت صفري عند {at})"),
        SkipReason::Empty => "فارغ: لا كلمة فيه",
        SkipReason::NoMainText => {
            "فارغ: لا نص رئيسيًا في الصفحة (وما تضعه البرامج النصية فيها لا يُرى)"
        }
        SkipReason::NoTextLayer => "ملف PDF بلا نص، كملف الصفحات الممسوحة ضوئيًّا",
        SkipReason::PageFault => "تعذّرت قراءته لعطل في قارئ الصفحات؛ نرجو الإبلاغ عن هذه الصفحة",
        SkipReason::TooLarge(bytes) => return format!("أكبر من {} MiB", bytes >> 20),
        SkipReason::OpenQuote => "علامة اقتباس لم تُغلق، فعُدّ ما بعدها خلية واحدة",
        SkipReason::BadRecord(problem) => return format!("ليس مقالة: {}", record_problem(problem)),
        SkipReason::EndsInside => "انتهى الملف قبل أن ينتهي هذا",
        SkipReason::PackedColumns(name) => {
            return format!(
                "أعمدته مضغوطة بطريقة {name} التي لا يفكّها fihris؛ فأعد كتابته بطريقة snappy أو gzip"
            );
        }
        SkipReason::NoTableOfTexts(names) => {
            return format!("لا جدول فيه عمود يُعرف أنه النص ({names})؛ ولتسميته: --field text=NAME");
        }
        SkipReason::NoTable { name, names } => {
            return format!("لا جدول فيه باسم \"{name}\"، بل فيه: {names}");
        }
        SkipReason::NoTextNamed(names) => {
            return format!(
                "لا عمود في الصف الأول يُعرف أنه النص ({names})؛ ولتسميته: --field text=NAME"
            );
        }
        SkipReason::OtherMarkup => "ليس فيه مقالة من نوع معروف من XML",
        SkipReason::NothingInside => "أرشيف ليس فيه ملف من الأنواع المقروءة",
        SkipReason::Unpacked(bytes) => {
            return format!(
                "ينفكّ إلى أكثر من {} MiB، أي {UNPACKED_RATIO} ضعف حجمه أو أكثر؛ ولم يُقرأ ما بعد ذلك",
                bytes >> 20
            );
        }
        SkipReason::LargeDirectory(bytes) => {
            return format!("قائمة ملفاته أكبر من {} MiB", bytes >> 20);
        }
        SkipReason::OtherTable => "جدول افتراضي أو جدول WITHOUT ROWID، ولا يُقرأ؛ فصدّره بصيغة CSV",
        SkipReason::SharedBytes => "يشترك هو وملف آخر من الأرشيف في البايتات نفسها",
        SkipReason::Sparse => "ملف ذو فجوات لا يُقرأ إلا من القرص؛ فُكّ الأرشيف",
        SkipReason::NestedArchive => "أرشيف داخل أرشيف؛ فُكّ الخارجي منهما",
        SkipReason::ZipInStream => "أرشيف zip أو 7z، ولا يُقرأ من الدخل القياسي؛ فاذكر ملفه",
        SkipReason::LongName => return format!("اسمه أطول من {LONGEST_NAME} بايت"),
        SkipReason::NotAFile => "ليس ملفًا عاديًا",
        SkipReason::Missing => "لا يوجد ملف أو مجلد بهذا الاسم",
        SkipReason::Gone => "زال أو فرغ؛ ويبقى ما فُهرس منه إلى أن يُذكر اسمه للأمر fihris index",
        SkipReason::Outdated => "مفهرس بحسب خيارات سابقة، وليس حاضرًا ليُقرأ بحسب الجديدة",
        SkipReason::Command { command, problem } => return command_problem(command, problem),
        SkipReason::CommandNotNamed(command) => {
            return format!("يقرؤه البرنامج {command} ولم يُذكر هذه المرة؛ ولذكره: --pre");
        }
        SkipReason::NotBuilt(feature) => {
            return format!("هذه النسخة من fihris لا تقرؤه: بُنيت دون الميزة {feature}");
        }
        SkipReason::UnknownKind => "ليس من الأنواع المقروءة التي يسردها fihris formats",
        SkipReason::KindsInside(kinds) => return format!("فيه: {kinds}"),
        SkipReason::Parts {
            count,
            place,
            reason,
        } => {
            return format!(
                "لم يُفهرس من أجزائه: {count}، أولها عند {place}: {}",
                arabic(reason)
            );
        }
        SkipReason::Index => "فهرس من فهارس fihris لا مدونة نصوص",
        SkipReason::Earlier(text) => text,
    };
    said.to_string()
}

fn arabic_damage(damage: &Damage) -> String {
    let said = match damage.kind {
        DamageKind::Truncated => "انتهى الملف قبل أوانه",
        DamageKind::Compression => "البيانات المضغوطة تالفة",
        DamageKind::Zip => "ليس أرشيف zip سليمًا",
        DamageKind::Other => &damage.message,
    };
    match damage.last_line {
        Some(line) => format!("{said}؛ وقُرئ حتى السطر {line}"),
        None => said.to_string(),
    }
}

fn record_problem(problem: &RecordProblem) -> String {
    match problem {
        RecordProblem::NoTextIn(name) => format!("لا نص في الحقل «{name}»"),
        RecordProblem::ManyFields => format!("حقوله أكثر من {MOST_FIELDS}"),
        RecordProblem::ManyValues => format!("قيمه أكثر من {MOST_VALUES}"),
        RecordProblem::NoField => "لا حقل فيه".to_string(),
        RecordProblem::NoTextNamed(names) => {
            format!("لا حقل فيه يُعرف أنه النص ({names})؛ ولتسميته: --field text=NAME")
        }
        RecordProblem::Json {
            kind,
            message,
            column,
        } => {
            let said = match kind {
                JsonProblem::Truncated => "انتهى النص قبل أن ينتهي الكائن".to_string(),
                JsonProblem::Type => "قيمة من نوع آخر".to_string(),
                JsonProblem::Syntax => format!("خطأ في الصياغة ({message})"),
            };
            format!("ليس كائن JSON: {said} عند العمود {column}")
        }
        RecordProblem::Cells { cells, columns } => format!(
            "خلاياه {cells}، وفي الصف الأول {}",
            counted(*columns as u64, &CELLS, Oblique)
        ),
    }
}

fn arabic_note(note: &Note) -> String {
    let lines = |count: usize| counted(count as u64, &LINES, Oblique);
    let records = |count: usize| counted(count as u64, &RECORDS, Oblique);
    match note {
        Note::GuessedFields(fields) => {
            format!(
                "خُمّنت الحقول: {}؛ ولتسمية غيرها: --field",
                field_list(fields)
            )
        }
        Note::Repaired {
            lines: repaired,
            left: 0,
        } => {
            format!("أُصلح نص مشوّه في {}", lines(*repaired))
        }
        Note::Repaired { lines: 0, left } => format!("بقي نص مشوّه في {}", lines(*left)),
        Note::Repaired {
            lines: repaired,
            left,
        } => {
            format!(
                "أُصلح نص مشوّه في {}، وبقي في {}",
                lines(*repaired),
                lines(*left)
            )
        }
        Note::LostCharacters(count) => {
            format!(
                "ضاع {} (U+FFFD)",
                counted(*count as u64, &CHARACTERS, Nominative)
            )
        }
        Note::GarbledRecords(count) => format!("نص مشوّه في {}", records(*count)),
        Note::InRecords { records: 1, first } => notes(first, Language::Arabic),
        Note::InRecords {
            records: count,
            first,
        } => format!(
            "في {}، وفي أولها: {}",
            records(*count),
            notes(first, Language::Arabic)
        ),
        Note::Damaged {
            damage,
            repaired,
            left,
        } => arabic_damaged(*damage, *repaired as u64, *left as u64),
        Note::WriteAheadLog => {
            "تغييرات تنتظر في ملف -wal لها لا تُقرأ؛ وتصير فيها متى أغلقها برنامجها".to_string()
        }
        Note::ManyLines(count) => {
            format!("لا تُميَّز أجزاء النص إلا في أول {count} سطر، وما بعدها متن")
        }
        Note::RefusedDate(date) => {
            format!("التاريخ {date} خارج الأعوام من 1000 إلى 2999، فلم يُعتدّ به")
        }
        Note::Earlier(text) => text.clone(),
    }
}

fn arabic_damaged(damage: Damaged, repaired: u64, left: u64) -> String {
    let what = match damage {
        Damaged::VisualOrder => "نص بترتيب الشاشة لا القراءة",
        Damaged::LamAlef => "لام ألف مقلوبة",
        Damaged::RunTogether => "كلمات بلا مسافات بينها",
        Damaged::Parted => "حروف بينها مسافات",
        Damaged::Hyphens => "كلمات قطعتها الواصلة",
        Damaged::Marks => "حركات منفصلة عن حروفها",
    };
    let places = |count| counted(count, &PLACES, Oblique);
    match (repaired, left) {
        (_, 0) => format!("{what}: أُصلح في {}", places(repaired)),
        (0, _) => format!("{what}: بقي في {}", places(left)),
        _ => format!(
            "{what}: أُصلح في {}، وبقي في {}",
            places(repaired),
            places(left)
        ),
    }
}
