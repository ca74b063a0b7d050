//! `POST /api/v1/enquiries` and `/api/v1/reports`, and whom a listing can be asked about.
//!
//! The answer never depends on whether an address is known or was written to too often.

use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use std::sync::Arc;
use utoipa::ToSchema;

use crate::app::contact::{Asked, ContactDesk, NewReport};
use crate::domain::{EnquiryAbout, EnquiryTo, Language, ListingId, ReportReason, WantedId};
use crate::http::api::asked::{Asked as Query, Named};
use crate::http::api::params::law::{plan, use_in_path};
use crate::http::api::params::query_string::QueryString;
use crate::http::api::params::site::Whereabouts;
use crate::http::api::params::tables::{NoParameters, UseSummaryParameters};
use crate::http::api::params::value::word;
use crate::http::form::{Accepted, Form, accepted};
use crate::http::problem::Problem;
use crate::http::server::Server;
use crate::law::judge_site;

const ENQUIRY: [&str; 10] =
    ["listing", "card", "to", "name", "email", "language", "message", "use", "plan", "website"];
const REPORT: [&str; 5] = ["listing", "reason", "message", "email", "website"];
const LONGEST_NAME: usize = 60;
const LONGEST_MESSAGE: usize = 2000;
/// More links than anybody needs who asks about a shop.
const MOST_LINKS: usize = 3;

/// What somebody asks about a listing, or answers to a 「借りたい」 card.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct EnquiryRequest {
    /// Which listing, where it goes to its owner or the desk.
    #[schema(example = "0c8x4n2k7zq")]
    listing: Option<String>,
    /// Which card, where it goes to whoever wrote it.
    #[schema(example = "0c8x4n2k7zq")]
    card: Option<String>,
    /// `owner`: whoever answers for the listing; `desk`: the ward's desk; `seeker`: whoever wrote the card.
    #[schema(example = "owner", pattern = "^(owner|desk|seeker)$")]
    to: String,
    /// Who asks; at most 60 characters.
    name: String,
    /// Where the answer goes. Owners and seekers never see it; the desk does.
    #[schema(example = "founder@example.jp")]
    email: String,
    /// `ja`, `en` or `easy`; `ja` unless given.
    #[schema(example = "ja", pattern = "^(ja|en|easy)$")]
    language: Option<String>,
    /// What; at most 2000 characters and three links.
    message: String,
    /// The use that is planned: its verdict for the listing goes along.
    #[schema(example = "cafe_restaurant")]
    r#use: Option<String>,
    /// What is known of the plan, as `/api/v1/uses/{use}/summary` takes it.
    #[schema(example = "use_area_m2=60")]
    plan: Option<String>,
    /// To be left out or empty.
    website: Option<String>,
}

/// What somebody says is wrong with a listing.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct ReportRequest {
    /// Which listing.
    #[schema(example = "0c8x4n2k7zq")]
    listing: String,
    /// `gone`, `terms`, `place`, `photos` or `other`.
    #[schema(example = "gone", pattern = "^(gone|terms|place|photos|other)$")]
    reason: String,
    /// In words, at most 2000 characters; needed where the reason is `other`.
    message: Option<String>,
    /// Where the desk may answer.
    email: Option<String>,
    /// To be left out or empty.
    website: Option<String>,
}

/// Ask about a listing, or answer a card
///
/// A mail with a link is sent to whoever asks; nothing goes to the owner or the desk until the link is followed,
/// within 48 hours. Answers are passed on without either learning the other's address.
#[utoipa::path(
    post, path = "/api/v1/enquiries", tag = "contact", request_body = EnquiryRequest,
    responses(
        (status = 202, description = "Always the same, whether or not the address is known", body = Accepted),
        (status = 400, description = "A field cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Sent from a page of another site", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "Nobody there to ask", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Mail is not set up", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn enquire(
    State(server): State<Arc<Server>>,
    request: Request,
) -> Result<Response, Problem> {
    let desk = contact_desk(&server)?;
    let form = Form::read(&server, request, &ENQUIRY).await?;
    let to = form.needed("to")?;
    let to = word(EnquiryTo::ALL, EnquiryTo::slug, to)
        .map_err(|expected| Problem::bad_parameter("to", to, &expected))?;
    let name = form.needed_words("name", LONGEST_NAME)?.replace('\n', " ");
    let address = form.needed_email("email")?;
    let language = form.language("language")?;
    let words = message("message", form.needed_words("message", LONGEST_MESSAGE)?)?;
    let (about, verdict) = match to {
        EnquiryTo::Seeker => (card(&server, form.needed("card")?).await?, None),
        EnquiryTo::Owner | EnquiryTo::Desk => {
            let listing = listing(&server, form.needed("listing")?)?;
            let reach = desk.reach(listing).await.map_err(|error| Problem::internal(None, &error))?;
            if !(if to == EnquiryTo::Owner { reach.owner } else { reach.desk }) {
                return Err(Problem::not_found_because(&"nobody can be asked that way about this listing"));
            }
            (EnquiryAbout::Listing(listing), verdict(&server, &form, listing)?)
        }
    };
    // Whoever was written to often enough hears nothing more, and whoever asks does not learn it.
    if !form.is_trapped("website") && server.limits.address(&address.folded()) {
        let asked = Asked { about, to, language, name, address, words, verdict };
        desk.ask(asked).await.map_err(|error| Problem::internal(None, &error))?;
    }
    Ok(accepted())
}

/// Tell what is wrong with a listing
///
/// It goes to the ward's desk.
#[utoipa::path(
    post, path = "/api/v1/reports", tag = "contact", request_body = ReportRequest,
    responses(
        (status = 202, description = "Taken", body = Accepted),
        (status = 400, description = "A field cannot be read", body = Problem, content_type = "application/problem+json"),
        (status = 403, description = "Sent from a page of another site", body = Problem, content_type = "application/problem+json"),
        (status = 404, description = "There is no desk", body = Problem, content_type = "application/problem+json"),
        (status = 415, description = "Not JSON", body = Problem, content_type = "application/problem+json"),
        (status = 429, description = "Too many requests", body = Problem, content_type = "application/problem+json"),
        (status = 503, description = "Mail is not set up", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn report(
    State(server): State<Arc<Server>>,
    request: Request,
) -> Result<Response, Problem> {
    let desk = contact_desk(&server)?;
    let form = Form::read(&server, request, &REPORT).await?;
    let listing = listing(&server, form.needed("listing")?)?;
    let reason = form.needed("reason")?;
    let reason = word(ReportReason::ALL, ReportReason::slug, reason)
        .map_err(|expected| Problem::bad_parameter("reason", reason, &expected))?;
    let words = match reason {
        ReportReason::Other => form.needed_words("message", LONGEST_MESSAGE)?,
        _ => form.words("message", LONGEST_MESSAGE)?,
    };
    let (words, address) = (message("message", words)?, form.email("email")?);
    if !form.is_trapped("website") {
        let told = desk.report(NewReport { listing, reason, words, address }).await;
        if !told.map_err(|error| Problem::internal(None, &error))? {
            return Err(Problem::not_found_because(&"there is no desk to report to"));
        }
    }
    Ok(accepted())
}

/// Whom a listing can be asked about.
#[derive(Debug, Serialize, ToSchema)]
pub(in crate::http) struct ContactBody {
    /// Whoever answers for the listing can be asked.
    owner: bool,
    /// The ward's desk advises, and hears of what is wrong.
    desk: bool,
}

/// Whom a listing can be asked about
#[utoipa::path(
    get, path = "/api/v1/listings/{id}/contact", tag = "contact",
    params(("id" = String, Path, description = "The listing's id")),
    responses(
        (status = 200, description = "Who can be asked", body = ContactBody),
        (status = 404, description = "No such public listing", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(in crate::http) async fn contact(
    State(server): State<Arc<Server>>,
    Named(id): Named,
    asked: Query<NoParameters>,
) -> Result<Response, Problem> {
    asked.query()?;
    let id: ListingId = id.parse().map_err(|_| Problem::not_found("listing", &id))?;
    if server.city().listings().get(id).is_none() {
        return Err(Problem::not_found("listing", &id));
    }
    let body = match server.app.contact() {
        None => ContactBody { owner: false, desk: false },
        Some(desk) => {
            let reach = desk.reach(id).await.map_err(|error| Problem::internal(None, &error))?;
            ContactBody { owner: reach.owner, desk: reach.desk }
        }
    };
    let store = [(header::CACHE_CONTROL, HeaderValue::from_static("no-store"))];
    Ok((store, Json(body)).into_response())
}

fn contact_desk(server: &Server) -> Result<&ContactDesk, Problem> {
    server.app.contact().ok_or_else(Problem::mail_not_set_up)
}

fn listing(server: &Server, text: &str) -> Result<ListingId, Problem> {
    let unknown = || Problem::misused_parameter("listing", "there is no such public listing");
    let id: ListingId = text.parse().map_err(|_| unknown())?;
    server.city().listings().get(id).map(|_| id).ok_or_else(unknown)
}

async fn card(server: &Server, text: &str) -> Result<EnquiryAbout, Problem> {
    let unknown = || Problem::misused_parameter("card", "there is no such public card");
    let id: WantedId = text.parse().map_err(|_| unknown())?;
    let wanted = server.app.wanted().ok_or_else(Problem::mail_not_set_up)?;
    let public = wanted.published_one(id).await.map_err(|error| Problem::internal(None, &error))?;
    public.map(|_| EnquiryAbout::Card(id)).ok_or_else(unknown)
}

/// Refuses what only advertises.
pub(in crate::http) fn message(field: &'static str, words: String) -> Result<String, Problem> {
    if words.matches("http").count() > MOST_LINKS {
        let detail = format!("`{field}` may hold at most {MOST_LINKS} links");
        return Err(Problem::misused_parameter(field, detail));
    }
    Ok(words)
}

/// The verdict on the use that is planned, in Japanese, for whoever reads the enquiry.
fn verdict(server: &Server, form: &Form, listing: ListingId) -> Result<Option<String>, Problem> {
    let Some(wanted) = form.text("use")? else { return Ok(None) };
    let book = server.book();
    let use_id =
        use_in_path(book, wanted).map_err(|_| Problem::misused_parameter("use", "there is no such use"))?;
    let raw = form.text("plan")?;
    let asked = plan(&QueryString::read::<UseSummaryParameters>(raw)?)?;
    let (site, inputs) = Whereabouts::Listing(listing).site(&server.city(), asked)?;
    let judged = judge_site(book, use_id, &inputs, &site);
    let area = inputs.use_area_m2.map_or(String::new(), |m2| format!("（{m2}㎡）"));
    let citations: Vec<String> = judged.citations().iter().map(ToString::to_string).collect();
    let citations =
        if citations.is_empty() { String::new() } else { format!("\n根拠: {}", citations.join("、")) };
    Ok(Some(format!(
        "{}{area}: {}\n{}{citations}\n法令の時点: {}",
        book.land_use(use_id).name.get(Language::Ja),
        judged.verdict.word(Language::Ja),
        judged.summary(Language::Ja),
        book.text().date
    )))
}
