//! What the system says of its errors, in Arabic.

use std::io::{self, ErrorKind};

use fihris_corpus::skip::SystemError;

/// What the system says, in Arabic; what it says seldom, in its own words.
pub(super) fn cause(error: &io::Error) -> String {
    let said = match error.kind() {
        ErrorKind::NotFound => "لا يوجد ملف أو مجلد بهذا الاسم",
        ErrorKind::PermissionDenied => "لا تملك الإذن بذلك",
        ErrorKind::AlreadyExists => "الاسم مستعمل",
        ErrorKind::NotADirectory => "أحد أجزاء المسار ليس مجلدًا",
        ErrorKind::IsADirectory => "هذا مجلد لا ملف",
        ErrorKind::ReadOnlyFilesystem => "القرص للقراءة فقط",
        ErrorKind::StorageFull => "لا مكان في القرص",
        ErrorKind::QuotaExceeded => "استُنفدت حصتك من القرص",
        ErrorKind::FileTooLarge => "الملف أكبر مما ينبغي",
        ErrorKind::InvalidFilename => "اسم الملف غير صالح",
        ErrorKind::UnexpectedEof => "انتهى الملف قبل أوانه",
        ErrorKind::InvalidData => "ليس نصًا بترميز UTF-8",
        ErrorKind::TimedOut => "انقضت المهلة",
        ErrorKind::Interrupted => "قوطع العمل",
        ErrorKind::OutOfMemory => "لا تكفي الذاكرة",
        ErrorKind::BrokenPipe => "أُغلق مجرى الخرج",
        _ => return format!("يقول النظام: {error}"),
    };
    said.to_string()
}

/// What the system says of a failure, in Arabic.
pub(super) fn system_error(error: &SystemError) -> String {
    match error.code {
        Some(code) => cause(&io::Error::from_raw_os_error(code)),
        None => error.message.clone(),
    }
}
