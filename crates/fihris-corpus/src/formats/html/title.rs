//! The headline of a page: titles and headings less the name of the site.

use dom_query::Document;

use super::lines::{self, one_line};

/// What stands between a headline and the name of the site.
const SEPARATORS: &[&str] = &[" | ", " - ", " – ", " — ", " :: ", " » ", " « "];

/// So many headings are looked at.
const MOST_HEADINGS: usize = 100;

/// The headline: the first of `titles` that there is, or a heading if it stands in one of them, or is
/// the only one where no careful title (all but the last) is given.
pub(super) fn choose(
    titles: [Option<String>; 3],
    site: Option<&str>,
    headings: &[String],
) -> Option<String> {
    let headings = headings.iter().filter(|heading| Some(&***heading) != site);
    let stands_in_title = |heading: &&String| {
        titles
            .iter()
            .flatten()
            .any(|title| title.contains(&***heading))
    };
    if let Some(heading) = headings
        .clone()
        .filter(stands_in_title)
        .max_by_key(|heading| heading.len())
    {
        return Some(heading.clone());
    }
    let [linked, shared, whole] = titles;
    let mut headings = headings.cloned();
    let only = headings.next().filter(|_| headings.next().is_none());
    let less_site = |title: String| without_site(&title, site).to_string();
    linked
        .or(shared)
        .map(less_site)
        .or(only)
        .or_else(|| whole.map(less_site))
}

/// The first-order headings in `document`, as far as they are looked at.
pub(super) fn headings(document: &Document) -> Vec<String> {
    let headings = document.select("h1");
    headings
        .iter()
        .take(MOST_HEADINGS)
        .filter_map(|heading| one_line(&lines::to_text(*heading.nodes().first()?)))
        .collect()
}

/// `title` without the name of the site before or after it. Where the name is not known, what is behind
/// the last separator is taken for it if it is less than half of what is before.
fn without_site<'a>(title: &'a str, site: Option<&str>) -> &'a str {
    let last = SEPARATORS
        .iter()
        .filter_map(|separator| Some((title.rfind(separator)?, *separator)));
    let Some((end, separator)) = last.max() else {
        return title;
    };
    let (before, behind) = (&title[..end], &title[end + separator.len()..]);
    let is_site = match site {
        Some(site) => behind.contains(site) || site.contains(behind),
        None => behind.len() * 2 < before.len(),
    };
    if is_site {
        return before;
    }
    let behind_site = site.and_then(|site| title.strip_prefix(site));
    let mut separators = SEPARATORS.iter();
    separators
        .find_map(|separator| behind_site?.strip_prefix(separator))
        .unwrap_or(title)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headlines_have_no_name_of_a_site() {
        // linked data, shared, <title>; site; headings; the headline
        type Case<'a> = ([&'a str; 3], &'a str, &'a [&'a str], &'a str);
        let cases: &[Case] = &[
            (["خبر مهم", "", "غير هذا"], "", &[], "خبر مهم"),
            (
                ["خبر مهم - صحيفة النهر", "", ""],
                "صحيفة النهر",
                &[],
                "خبر مهم",
            ),
            (["", "النهر | خبر مهم", ""], "النهر", &[], "خبر مهم"),
            (
                ["", "", "خبر مهم - محليات - النهر"],
                "",
                &["النهر", "خبر مهم"],
                "خبر مهم",
            ),
            (
                ["", "", "النهر - خبر"],
                "",
                &["العنوان وحده"],
                "العنوان وحده",
            ),
            (["", "", "النهر - خبر"], "", &["أول", "ثان"], "النهر - خبر"),
            (
                ["", "", "الوزير يصل إلى المدينة - النهر"],
                "",
                &[],
                "الوزير يصل إلى المدينة",
            ),
            (
                ["", "مصر - ليبيا 2 - 1", ""],
                "النهر",
                &[],
                "مصر - ليبيا 2 - 1",
            ),
        ];
        for (titles, site, headings, headline) in cases {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_string());
            let headings: Vec<String> = headings.iter().map(ToString::to_string).collect();
            let found = choose(titles.map(some), some(site).as_deref(), &headings);
            assert_eq!(found.as_deref(), Some(*headline), "{titles:?}");
        }
    }
}
