//! A search that is kept: read strictly when it is saved, and again from what was kept.

use std::sync::Arc;

use crate::app::watch::SearchReader;
use crate::http::api::params::query_string::QueryString;
use crate::http::api::params::search::search;
use crate::http::api::params::tables::{PAGE, SearchParameters};
use crate::http::problem::Problem;
use crate::law::LawBook;
use crate::query::Search;

/// The longest search kept, in bytes of its canonical text.
const LONGEST: usize = 8192;

/// A search and its canonical text: without order, page and form, which a mail does not have.
pub(super) fn saved_search(raw: &str, book: &LawBook) -> Result<(String, Search), Problem> {
    let query = QueryString::read::<SearchParameters>(Some(raw.strip_prefix('?').unwrap_or(raw)))?;
    let wanted = search(&query, book)?;
    let canonical = query.canonical(PAGE);
    if canonical.len() > LONGEST {
        let detail = format!("a search that is kept may have at most {LONGEST} bytes");
        return Err(Problem::misused_parameter("query", detail));
    }
    Ok((canonical, wanted))
}

/// Reads what was kept.
pub fn search_reader(book: Arc<LawBook>) -> SearchReader {
    Arc::new(move |kept| saved_search(kept, &book).ok().map(|(_, search)| search))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_kept_without_order_page_and_form_and_in_one_spelling() {
        let kept = |raw| saved_search(raw, LawBook::built_in()).unwrap().0;
        let one = kept("?sort=rent&rent_max=300000&kind=shop,office&limit=7&q=%e5%ba%97+a&facets=kind");
        assert_eq!(one, "kind=shop,office&rent_max=300000&q=%E5%BA%97%20a");
        assert_eq!(kept(&one), one);
        assert_eq!(kept(""), "");
        assert_eq!(
            kept("use_area_m2=60&allowed_for=cafe_restaurant"),
            "allowed_for=cafe_restaurant&use_area_m2=60"
        );
    }

    #[test]
    fn a_search_that_cannot_be_read_is_refused_by_name() {
        let blamed = |raw| saved_search(raw, LawBook::built_in()).unwrap_err().parameter().map(str::to_owned);
        assert_eq!(blamed("rent_max=cheap").as_deref(), Some("rent_max"));
        assert_eq!(blamed("lang=ja").as_deref(), Some("lang"));
    }
}
