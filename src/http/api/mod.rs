//! `/api/v1`: questions over HTTP, JSON and GeoJSON, documented as OpenAPI.
//!
//! Handlers parse, ask, answer. The work lives in `query`; the shapes in [`body`]; the strictness
//! in [`params`].

pub(in crate::http) mod asked;
pub mod body;
mod city;
mod document;
mod events;
mod find;
mod listings;
mod near_misses;
pub mod params;
mod places;
mod surroundings;
mod uses;
mod walks;
mod zones;

pub use document::openapi_json;

use std::sync::Arc;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::{Modify, OpenApi};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::server::Server;

#[derive(OpenApi)]
#[openapi(
    modifiers(&Session),
    info(
        title = "Machikado",
        description = "Vacant premises, use districts and shopping streets of a city. Every parameter is checked: an \
                       unknown name or a value that cannot be read is answered with 400 and its name. Ids are text of \
                       11 characters; coordinates are longitude, latitude; unknown is null; money carries its state.",
    ),
    tags(
        (name = "city", description = "The whole city and its changes"),
        (name = "listings", description = "Premises and businesses on offer"),
        (name = "watches", description = "Saved searches that somebody is told about by mail"),
        (name = "wanted", description = "「借りたい」 cards: who looks for premises, where, and how many"),
        (name = "account", description = "Signing in by a link in a mail, and what is kept of oneself"),
        (name = "offers", description = "Offering premises, and reviewing what is offered"),
        (name = "contact", description = "Asking about a listing, and telling what is wrong with it"),
        (name = "zones", description = "Use districts (用途地域)"),
        (name = "uses", description = "What may open where, by the Building Standards Act (建築基準法上の用途の目安)"),
        (name = "places", description = "Streets, stations, towns"),
    ),
)]
struct Document;

/// The cookie of a browser that is signed in, and the token of a program.
struct Session;

impl Modify for Session {
    fn modify(&self, api: &mut utoipa::openapi::OpenApi) {
        let cookie = ApiKey::Cookie(ApiKeyValue::new("__Host-machikado"));
        let components = api.components.get_or_insert_default();
        components.add_security_scheme("session", SecurityScheme::ApiKey(cookie));
        let token = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build();
        components.add_security_scheme("token", SecurityScheme::Http(token));
    }
}

/// Every path of the API, with its documentation.
pub(super) fn routes() -> OpenApiRouter<Arc<Server>> {
    OpenApiRouter::with_openapi(Document::openapi())
        .routes(routes!(city::city))
        .routes(routes!(find::find))
        .routes(routes!(listings::search_listings))
        .routes(routes!(listings::nearest_listings))
        .routes(routes!(near_misses::near_misses))
        .routes(routes!(listings::listing))
        .routes(routes!(zones::zones_at))
        .routes(routes!(zones::zone))
        .routes(routes!(zones::editions))
        .routes(routes!(super::ledger::ledger))
        .routes(routes!(super::ledger::ledger_history))
        .routes(routes!(super::ledger::ledger_land_use))
        .routes(routes!(super::ledger::ledger_uses))
        .routes(routes!(uses::law))
        .routes(routes!(uses::uses))
        .routes(routes!(uses::search_uses))
        .routes(routes!(uses::uses_at))
        .routes(routes!(uses::table))
        .routes(routes!(uses::verdict))
        .routes(routes!(uses::summary))
        .routes(routes!(places::streets))
        .routes(routes!(places::street))
        .routes(routes!(places::stations))
        .routes(routes!(places::towns))
        .routes(routes!(places::place_at))
        .routes(routes!(walks::walk_area))
        .routes(routes!(walks::walk))
        .routes(routes!(surroundings::surroundings))
        .routes(routes!(events::events))
        .routes(routes!(super::feed::listings))
        .routes(routes!(super::watch::ask))
        .routes(routes!(super::watch::features))
        .routes(routes!(super::contact::contact))
        .routes(routes!(super::contact::enquire))
        .routes(routes!(super::contact::report))
        .routes(routes!(super::wanted::cards))
        .routes(routes!(super::wanted::demand))
        .routes(routes!(super::wanted::post))
        .routes(routes!(super::account::account, super::account::erase))
        .routes(routes!(super::account::sign_in))
        .routes(routes!(super::account::sign_out))
        .routes(routes!(super::account::own_data))
        .routes(routes!(super::account::tokens, super::account::add_token))
        .routes(routes!(super::account::drop_token))
        .routes(routes!(super::account::passkeys, super::account::add_passkey))
        .routes(routes!(super::account::drop_passkey))
        .routes(routes!(super::account::ask_to_register))
        .routes(routes!(super::account::ask_for_passkey))
        .routes(routes!(super::account::show_passkey))
        .routes(routes!(super::offer::offers, super::offer::begin))
        .routes(routes!(super::offer::consult))
        .routes(routes!(super::offer::check_sheet))
        .routes(routes!(super::offer::keep_in_step))
        .routes(routes!(super::offer::sheet_template))
        .routes(routes!(super::offer::offer, super::offer::save, super::offer::remove))
        .routes(routes!(super::offer::command))
        .routes(routes!(super::offer::say))
        .routes(routes!(super::offer::add_photo))
        .routes(routes!(super::offer::hide_photo))
        .routes(routes!(super::offer::claim))
        .routes(routes!(super::offer::queue))
        .routes(routes!(super::offer::report_done))
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_document_the_web_client_is_made_from_is_fresh() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/web/openapi.json");
        let fresh = super::openapi_json();
        if std::env::var_os("UPDATE_OPENAPI").is_some() {
            std::fs::write(path, &fresh).unwrap();
        }
        let kept = std::fs::read_to_string(path).unwrap_or_default();
        assert!(kept == fresh, "web/openapi.json is stale: `machikado openapi > web/openapi.json`");
    }
}
