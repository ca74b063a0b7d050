//! `/feeds/listings.atom`: a search as an Atom feed (RFC 4287), which needs nobody's address.
//!
//! It takes the parameters of `/api/v1/listings` and tells the fifty listings updated last. Order
//! and size are the feed's own: `sort`, `limit`, `cursor`, `facets` and `format` are read and change
//! nothing. Listings that are no longer on offer are not told of; the feed keeps no history.

use axum::extract::State;
use axum::response::Response;
use std::fmt::Write as _;
use std::sync::Arc;
use time::Date;

use super::api::asked::Asked;
use super::api::params::law::language;
use super::api::params::search::search;
use super::api::params::tables::FeedParameters;
use super::problem::Problem;
use super::public_url;
use super::server::Server;
use super::xml::escaped;
use crate::app::wording;
use crate::city::{City, ListingRow};
use crate::domain::Language;
use crate::query::{self, Search, Sort};

const ATOM: &str = "application/atom+xml; charset=utf-8";
const MOST: usize = 50;

/// A search as an Atom feed
///
/// The fifty listings updated last that a search finds, newest first.
#[utoipa::path(
    get, path = "/feeds/listings.atom", tag = "listings", params(FeedParameters),
    responses(
        (status = 200, description = "An Atom feed (RFC 4287)", body = String, content_type = "application/atom+xml"),
        (status = 304, description = "The client holds it already"),
        (status = 400, description = "A parameter cannot be read", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn listings(
    State(server): State<Arc<Server>>,
    asked: Asked<FeedParameters>,
) -> Result<Response, Problem> {
    let parameters = asked.query()?;
    let language = language(parameters)?;
    let wanted = Search {
        sort: Sort::default(),
        limit: MOST,
        cursor: None,
        facets: vec![],
        rent_steps: vec![],
        area_steps: vec![],
        ..search(parameters, server.book())?
    };
    let base = public_url::base(server.settings.public_url.as_ref(), asked.headers());
    let feed = Feed { base: &base, query: asked.raw(), language };
    asked.answer_at(&base, &server, ATOM, |city| {
        let found = query::search(city, &wanted)?;
        let rows: Vec<&ListingRow> = found.items.iter().map(|found| found.row).collect();
        Ok(feed.written(city, &rows).into_bytes())
    })
}

struct Feed<'a> {
    base: &'a str,
    query: &'a str,
    language: Language,
}

impl Feed<'_> {
    fn written(&self, city: &City, rows: &[&ListingRow]) -> String {
        let base = escaped(self.base);
        let own = if self.query.is_empty() {
            format!("{base}/feeds/listings.atom")
        } else {
            format!("{base}/feeds/listings.atom?{}", escaped(self.query))
        };
        let updated = rows.iter().map(|row| row.updated_day()).max().map_or(NEVER.to_owned(), moment);
        let mut text = format!(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
             <feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n\
             <id>{own}</id>\n<title>{}</title>\n<updated>{updated}</updated>\n\
             <link rel=\"self\" type=\"application/atom+xml\" href=\"{own}\"/>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{base}/\"/>\n\
             <author><name>街角 Machikado</name><uri>{base}/</uri></author>\n\
             <generator>Machikado</generator>\n",
            self.language.tag(),
            escaped(&self.title(city)),
        );
        for row in rows {
            self.write_entry(&mut text, city, row);
        }
        text.push_str("</feed>\n");
        text
    }

    fn title(&self, city: &City) -> String {
        let names: Vec<&str> = city.boundaries().iter().map(|b| &*b.name).collect();
        let ward = names.join("・");
        match self.language {
            Language::Ja => format!("{ward}の空き物件｜街角"),
            Language::En => format!("Vacant premises in {ward} | Machikado"),
            Language::Easy => format!("{ward}の あいている 店や 工場｜街角"),
        }
    }

    fn write_entry(&self, text: &mut String, city: &City, row: &ListingRow) {
        let facts = wording::facts(city, row);
        let page = format!("{}/listing/{}", escaped(self.base), row.id());
        // A landlord states the day of an update, not the minute.
        let updated = moment(row.updated_day());
        write!(
            text,
            "<entry>\n<id>{page}</id>\n<title>{}</title>\n<updated>{updated}</updated>\n\
             <link rel=\"alternate\" type=\"text/html\" href=\"{page}\"/>\n\
             <category term=\"{}\" label=\"{}\"/>\n<summary type=\"text\">{}</summary>\n</entry>\n",
            escaped(&wording::headline(self.language, &facts)),
            row.kind().slug(),
            escaped(wording::kind(self.language, row.kind())),
            escaped(&wording::summary(self.language, &facts)),
        )
        .expect("a String takes all text");
    }
}

/// When a feed without entries was last updated.
const NEVER: &str = "1970-01-01T00:00:00Z";

/// The start of a day in Japan.
fn moment(days_since_1970: i32) -> String {
    let epoch = Date::from_ordinal_date(1970, 1).expect("1970 has a first day").to_julian_day();
    Date::from_julian_day(epoch + days_since_1970).map_or(NEVER.to_owned(), |day| {
        format!("{:04}-{:02}-{:02}T00:00:00+09:00", day.year(), u8::from(day.month()), day.day())
    })
}
