//! What to do about an error of an index.

use fihris_index::{IndexError, IndexErrorKind};

use crate::i18n::Language;

/// What the user can do about an error of the index layer.
#[must_use]
pub fn index_hint(error: &IndexError, language: Language) -> Option<&'static str> {
    match language {
        Language::English => english(error.kind()),
        Language::Arabic => arabic(error.kind()),
    }
}

fn english(kind: IndexErrorKind) -> Option<&'static str> {
    Some(match kind {
        IndexErrorKind::NoIndex => "make one with: fihris index PATH",
        IndexErrorKind::Locked => "try again when it is done, or add --wait",
        IndexErrorKind::NoRoots => "name the files and folders: fihris index --rebuild PATH",
        IndexErrorKind::OtherVersion => "make it anew with: fihris index --rebuild",
        IndexErrorKind::Damaged => "repair it with: fihris index --rebuild",
        IndexErrorKind::CannotKeep => {
            "let it see all files and folders, without --include or --exclude; name what is gone for good: fihris index --rebuild PATH; give up what came by stdin: --forget-streams"
        }
        IndexErrorKind::InArchive => "name the archive",
        IndexErrorKind::ReadOnly => "choose a folder that you may write to with --index DIR",
        IndexErrorKind::StorageFull => {
            "make room, also for more files, and run it again; the index is whole"
        }
        IndexErrorKind::InvalidData => "correct the file, or remove it",
        IndexErrorKind::TooManyOpenFiles => {
            "let more files be open at once, as with: ulimit -n 4096"
        }
        IndexErrorKind::OutOfMemory => {
            "close other programs, or let this one have more memory, and run it again"
        }
        IndexErrorKind::Device => {
            "the disk, or the way to it, fails: look at it, as with dmesg, and run it again"
        }
        IndexErrorKind::Engine => "whether the index is sound, says: fihris check",
        _ => return None,
    })
}

fn arabic(kind: IndexErrorKind) -> Option<&'static str> {
    Some(match kind {
        IndexErrorKind::NoIndex => "أنشئ فهرسًا بالأمر:\n  fihris index PATH",
        IndexErrorKind::Locked => "أعد المحاولة حين تنتهي، أو انتظرها بالخيار:\n  --wait",
        IndexErrorKind::NoRoots => "اذكر الملفات والمجلدات في الأمر:\n  fihris index --rebuild PATH",
        IndexErrorKind::OtherVersion => "أعد بناءه بالأمر:\n  fihris index --rebuild",
        IndexErrorKind::Damaged => "أصلحه بالأمر:\n  fihris index --rebuild",
        IndexErrorKind::CannotKeep => {
            "أتح له كل الملفات والمجلدات دون --include و--exclude؛ واذكر ما زال إلى غير رجعة في الأمر:\n  fihris index --rebuild PATH\nوللتخلي عما أتى من الدخل القياسي: --forget-streams"
        }
        IndexErrorKind::InArchive => "اذكر الأرشيف",
        IndexErrorKind::ReadOnly => "اختر مجلدًا يُسمح لك بالكتابة فيه بالخيار:\n  --index DIR",
        IndexErrorKind::StorageFull => {
            "أفسح مكانًا في القرص، ولعدد أكبر من الملفات أيضًا، ثم أعد الأمر؛ والفهرس سليم"
        }
        IndexErrorKind::InvalidData => "صحّح الملف أو احذفه",
        IndexErrorKind::TooManyOpenFiles => {
            "اسمح بفتح ملفات أكثر في وقت واحد، مثلًا بالأمر:\n  ulimit -n 4096"
        }
        IndexErrorKind::OutOfMemory => {
            "أغلق برامج أخرى، أو أتح لهذا البرنامج ذاكرة أكبر، ثم أعد الأمر"
        }
        IndexErrorKind::Device => {
            "في القرص أو في الوصول إليه عطل: افحصه، مثلًا بالأمر dmesg، ثم أعد الأمر"
        }
        IndexErrorKind::Engine => "تحقق من سلامة الفهرس بالأمر:\n  fihris check",
        _ => return None,
    })
}
