//! What to do about an error, in Arabic.
//!
//! Knows the English wording of each hint, as [`super::reasons`] does of reasons.

use super::reasons::Said;

/// English wordings, with `{}` for what varies, and what they mean.
pub(super) const HINTS: &[(&str, Said)] = &[
    ("correct or remove that line or file", |_| {
        "صحّح هذا السطر أو الملف، أو احذفه".into()
    }),
    ("make one with: fihris index PATH", |_| {
        "أنشئ فهرسًا بالأمر:\n  fihris index PATH".into()
    }),
    ("name the archive", |_| "اذكر الأرشيف".into()),
    ("try again when it is done, or add --wait", |_| {
        "أعد المحاولة حين تنتهي، أو انتظرها بالخيار:\n  --wait".into()
    }),
    (
        "name the files and folders: fihris index --rebuild PATH",
        |_| "اذكر الملفات والمجلدات في الأمر:\n  fihris index --rebuild PATH".into(),
    ),
    (
        "let it see all files and folders, without --include or --exclude; name what is gone for good: fihris index --rebuild PATH; give up what came by stdin: --forget-streams",
        |_| {
            "أتح له كل الملفات والمجلدات دون --include و--exclude؛ واذكر ما زال إلى غير رجعة في الأمر:\n  fihris index --rebuild PATH\nوللتخلي عما أتى من الدخل القياسي: --forget-streams"
                .into()
        },
    ),
    ("its articles are stored otherwise", |_| {
        "مقالاته مخزنة على نحو آخر".into()
    }),
    ("make it anew with: fihris index --rebuild", |_| {
        "أعد بناءه بالأمر:\n  fihris index --rebuild".into()
    }),
    ("repair it with: fihris index --rebuild", |_| {
        "أصلحه بالأمر:\n  fihris index --rebuild".into()
    }),
    (
        "choose a folder that you may write to with --index DIR",
        |_| "اختر مجلدًا يُسمح لك بالكتابة فيه بالخيار:\n  --index DIR".into(),
    ),
    (
        "make room, also for more files, and run it again; the index is whole",
        |_| "أفسح مكانًا في القرص، ولعدد أكبر من الملفات أيضًا، ثم أعد الأمر؛ والفهرس سليم".into(),
    ),
    (
        "let more files be open at once, as with: ulimit -n 4096",
        |_| "اسمح بفتح ملفات أكثر في وقت واحد، مثلًا بالأمر:\n  ulimit -n 4096".into(),
    ),
    (
        "close other programs, or let this one have more memory, and run it again",
        |_| "أغلق برامج أخرى، أو أتح لهذا البرنامج ذاكرة أكبر، ثم أعد الأمر".into(),
    ),
    (
        "the disk, or the way to it, fails: look at it, as with dmesg, and run it again",
        |_| "في القرص أو في الوصول إليه عطل: افحصه، مثلًا بالأمر dmesg، ثم أعد الأمر".into(),
    ),
    ("correct the file, or remove it", |_| {
        "صحّح الملف أو احذفه".into()
    }),
    ("whether the index is sound, says: fihris check", |_| {
        "تحقق من سلامة الفهرس بالأمر:\n  fihris check".into()
    }),
];
