//! The errors of the layers below in the user's language.
//!
//! In English they speak for themselves; here is what they say in Arabic.

use super::damage::damaged;
use super::reasons::skip_reason;
use super::system::cause;
use crate::i18n::Language;
use fihris_index::{IndexError, IoAction, KeepProblem};
use fihris_query::parse::{MAX_PATTERNS, MAX_WORDS, Problem};

/// What an error of the index layer says.
#[must_use]
pub fn index_error(error: &IndexError, language: Language) -> String {
    if language == Language::English {
        return error.to_string();
    }
    let (said, path) = match error {
        IndexError::Missing(path) => ("لا يوجد فهرس في".to_string(), path),
        IndexError::NoSuchPath(path) => ("لا يوجد ملف أو مجلد بهذا الاسم".to_string(), path),
        IndexError::NoRoots(path) => ("لا يُعرف من أي ملفات بُني هذا الفهرس".to_string(), path),
        IndexError::Locked(path) => ("عملية أخرى تكتب الآن في هذا الفهرس".to_string(), path),
        IndexError::OtherRules(path) => ("هذا الفهرس بناه إصدار آخر من البرنامج".to_string(), path),
        IndexError::NotRead { path, reason } => {
            let reason = skip_reason(reason, language);
            (format!("لا يُفهرس هذا ({reason})"), path)
        }
        IndexError::InArchive { name, archive } => {
            return format!("{name} جزء من الأرشيف {archive}، ولا يُحذف الأرشيف إلا كله");
        }
        IndexError::Damaged { path, problem } => {
            (format!("هذا الفهرس تالف ({})", damaged(problem)), path)
        }
        IndexError::CannotKeep { names, problem } => {
            let problem = keep_problem(problem);
            return format!("يتعذر إبقاء ما فُهرس مما يلي ({problem}):\n  {names}");
        }
        IndexError::Io {
            action,
            path,
            source,
        } => (format!("{} ({})", failed(*action), cause(source)), path),
        IndexError::Engine(error) => return format!("تعطّل محرك الفهرس:\n  {error}"),
    };
    format!("{said}:\n  {}", path.display())
}

/// That an action failed.
fn failed(action: IoAction) -> &'static str {
    match action {
        IoAction::Read => "تعذّرت القراءة",
        IoAction::Write => "تعذّرت الكتابة",
        IoAction::MakeFolder => "تعذّر إنشاء المجلد",
        IoAction::Lock => "تعذّر قفل الملف",
        IoAction::Remove => "تعذّر الحذف",
        IoAction::Start => "تعذّر البدء",
    }
}

/// What is wrong with a query, in Arabic.
pub(super) fn query_problem(problem: &Problem) -> String {
    let said = match problem {
        Problem::NoWord => "لا كلمة فيه",
        Problem::OpenParenthesis => "هذا القوس لم يُغلق",
        Problem::ExtraParenthesis => "هذا القوس لم يُفتح",
        Problem::OpenQuote => "علامة الاقتباس هذه لم تُغلق",
        Problem::NothingBeside(operator) => return format!("تنقص كلمة بجانب {operator}"),
        Problem::WordExpected => "تُنتظر هنا كلمة",
        Problem::TooDeep => "الأقواس والعوامل متداخلة أكثر مما ينبغي",
        Problem::TooManyWords => {
            return format!(
                "لا يزيد الاستعلام على {MAX_WORDS} كلمة، منها {MAX_PATTERNS} على الأكثر فيها \
                 * أو ? أو ~ أو = أو %"
            );
        }
        Problem::NoZone => {
            "ليس هذا من أجزاء المقالة، وهي title وdateline وbody وtags وsource وrelated وfurniture وall"
        }
        Problem::NoDate => {
            "ليس هذا تاريخًا؛ تُكتب التواريخ هكذا: 2020 أو 2020-11 أو 2020-11-09، أو تاريخان بينهما .."
        }
        Problem::NoPath => "ليس هذا نمط مسارات؛ من أمثلته news/2020 و2020/*.txt و**/sport/*",
        Problem::NoField(known) => return format!("لا حقل بهذا الاسم؛ والحقول هي {known}"),
        Problem::WidePattern => "لا بد في النمط من حرفين على الأقل غير أداة التعريف، من كلمة واحدة",
        Problem::PatternInField => "لا يُبحث في حقول المدخلات إلا عن كلمات وعبارات",
        Problem::NoDistance => "يُنتظر هنا ~1 أو ~2 بعد كلمة، أو عدد من الكلمات بعد عبارة",
        Problem::NoWeight => "يُنتظر هنا عدد أكبر من 0، مثل ^2 أو ^0.5؛ وتستبعد -كلمة الكلمة",
        Problem::Anchor => {
            "لا شيء يسأل عن أول النص أو آخره؛ كلمة* لما يبدأ بها، و*كلمة لما ينتهي بها، وtitle: للعناوين"
        }
        Problem::Regex => {
            "لا يُبحث بالتعبيرات النمطية؛ * تقوم مقام حروف و? مقام حرف من كلمة، و(كلمة OR كلمة) لإحداهما"
        }
        Problem::NearWords => "تُطلب الكلمات المتقاربة هكذا: \"كلمة كلمة\"~3",
    };
    said.to_string()
}

/// Why a rebuild cannot take over what an index holds, in Arabic.
pub(super) fn keep_problem(problem: &KeepProblem) -> String {
    match problem {
        KeepProblem::Unreadable(error) => match &**error {
            IndexError::Damaged { problem, .. } => format!("الفهرس تالف: {}", damaged(problem)),
            error => index_error(error, Language::Arabic),
        },
        KeepProblem::StoredOtherwise => "مقالاته مخزنة على نحو آخر".to_string(),
    }
}
