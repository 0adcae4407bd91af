//! What is said in the first minute: what is here, what to do next, and the tutorial.
//!
//! Where a line has two commands, the second stands at its end.

use std::path::Path;

use super::plural::Case::Nominative;
use super::plural::{ARTICLES, arabic as counted, english as counted_in_english};

/// A line for somebody who begins.
#[derive(Clone, Copy, Debug)]
pub enum GuideLine<'a> {
    /// Where no index is: make one, search it.
    NoIndexYet,
    /// The index that is here, and how many articles it holds.
    IndexHere {
        articles: u64,
        folder: &'a Path,
    },
    /// A search to begin with.
    TrySearch {
        word: &'a str,
    },
    /// What to do with an index without words.
    TryIndex,
    /// Where more is to be read.
    ReadOn,
    /// What the tutorial does, and that it leaves nothing behind.
    Tutorial,
    /// A task of the tutorial by its number.
    Task(usize),
    /// What to do when it is over.
    TutorialEnds,
    /// The tutorial cannot make a folder, or run the program.
    CannotTeach(&'a std::io::Error),
    NameTemporary,
}

impl GuideLine<'_> {
    /// The line, without its end.
    pub(super) fn english(self) -> String {
        match self {
            Self::NoIndexYet => {
                "No index here yet. Make one of files and folders with:  fihris index PATH\n\
                 Then search it with:  fihris search 'قره باغ'"
                    .into()
            }
            Self::IndexHere { articles, folder } => format!(
                "{} in the index:  {}",
                counted_in_english(articles, "article", "articles"),
                folder.display()
            ),
            Self::TrySearch { word } => format!("try:  fihris search '{word}'"),
            Self::TryIndex => "put articles into it with:  fihris index PATH".into(),
            Self::ReadOn => {
                "Learn it in five tasks: fihris tutorial. All that there is:  fihris --help"
                    .into()
            }
            Self::Tutorial => {
                "Five tasks, on twelve short articles in a folder that is removed at the end. Each command is run; what it prints follows it."
                    .into()
            }
            Self::Task(number) => format!(
                "{number}. {}",
                match number {
                    1 => "Index a file. Folders, pages, mail, PDF, tables and archives are read likewise: fihris formats.",
                    2 => "Find a name in all its spellings. A line says why what is marked is not what was typed.",
                    3 => "See who writes it how, by year and by source.",
                    4 => "See each place in its line, with the article it is in.",
                    _ => "Take the hits into a spreadsheet, with columns of your choice.",
                }
            ),
            Self::TutorialEnds => {
                "Now with your own articles:  fihris index PATH\n\
                 All that can be asked:  fihris help queries"
                    .into()
            }
            Self::CannotTeach(error) => format!("cannot run the tutorial: {error}"),
            Self::NameTemporary => {
                "it needs a folder for temporary files, which TMPDIR names".into()
            }
        }
    }

    /// The same in Arabic.
    pub(super) fn arabic(self) -> String {
        match self {
            Self::NoIndexYet => {
                "لا يوجد فهرس هنا بعد. أنشئ فهرسًا لملفاتك ومجلداتك بالأمر:  fihris index PATH\n\
                 ثم ابحث فيه بالأمر:  fihris search 'قره باغ'"
                    .into()
            }
            Self::IndexHere { articles, folder } => format!(
                // Read from the left, so that no slash leaves the path.
                "{}: فهرس فيه {}",
                folder.display(),
                counted(articles, &ARTICLES, Nominative),
            ),
            Self::TrySearch { word } => format!("جرّب:  fihris search '{word}'"),
            Self::TryIndex => "أضف إليه مقالات بالأمر:  fihris index PATH".into(),
            Self::ReadOn => {
                "لتعلّمه في خمس مهام: fihris tutorial، ولعرض كل الأوامر:  fihris --help"
                    .into()
            }
            Self::Tutorial => {
                "خمس مهام على اثنتي عشرة مقالة قصيرة، في مجلد يُحذف في النهاية. يُنفَّذ كل أمر، ويليه ما يطبعه."
                    .into()
            }
            Self::Task(number) => format!(
                "{number}. {}",
                match number {
                    1 => "فهرسة ملف. وتُقرأ كذلك المجلدات والصفحات والرسائل وملفات PDF والجداول والأرشيفات: fihris formats",
                    2 => "البحث عن اسم بكل تهجئاته. وإن خالف المعلَّم ما كُتب في الأمر ذكر سطرٌ السبب.",
                    3 => "كيف يكتب كل مصدر الاسم، وكيف كُتب في كل سنة.",
                    4 => "كل موضع في سطره، مع المقالة التي ورد فيها.",
                    _ => "نقل النتائج إلى جدول بيانات، بما يُختار من أعمدة.",
                }
            ),
            Self::TutorialEnds => {
                "والآن إلى مقالاتك:  fihris index PATH\n\
                 وكل ما يمكن السؤال عنه:  fihris help queries"
                    .into()
            }
            Self::CannotTeach(error) => {
                format!("تعذّر تشغيل الجولة التعليمية: {}", super::system::cause(error))
            }
            Self::NameTemporary => "يلزمها مجلد للملفات المؤقتة، يُسمّى في TMPDIR".into(),
        }
    }
}
