//! `/api/v1/events`: changes as they happen, as server-sent events.
//!
//! A stream begins with where the city stands, so that a client knows whether it has missed
//! anything; then every change comes once, in order. It ends when the server stops.

use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::sse::{Event as Sent, KeepAlive};
use axum::response::{IntoResponse, Response, Sse};
use futures::{StreamExt, stream};
use serde::Serialize;
use std::convert::Infallible;
use std::sync::Arc;
use std::time::Duration;

use super::asked::Asked;
use super::body::city::EventBody;
use super::params::tables::NoParameters;
use crate::app::Event;
use crate::domain::{ChangeSeq, Layer, Subject};
use crate::http::problem::Problem;
use crate::http::server::Server;

/// How long a client waits before it connects again.
const AGAIN_AFTER: Duration = Duration::from_secs(2);
/// How often a silent stream says that it lives.
const ALIVE_EVERY: Duration = Duration::from_secs(15);

/// Changes as they happen
///
/// Server-sent events. The first is `event: ready` with `{"seq": …}`, where the city stands; then
/// `event: change` for every change, with its position as its id. A client that reconnects with
/// `Last-Event-ID` gets what it missed.
#[utoipa::path(
    get, path = "/api/v1/events", tag = "city",
    params(("Last-Event-ID" = Option<u64>, Header, description = "The last change seen", example = 42)),
    responses(
        (status = 200, description = "A stream of events; each `data` line of a change is an EventBody", body = EventBody, content_type = "text/event-stream"),
        (status = 400, description = "`Last-Event-ID` is not a position", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub(super) async fn events(
    State(server): State<Arc<Server>>,
    headers: HeaderMap,
    asked: Asked<NoParameters>,
) -> Result<Response, Problem> {
    asked.query()?;
    let now = server.city().seq();
    let after = last_seen(&headers)?.unwrap_or(now).min(now);
    let ready = message("ready", after, &Ready { seq: now.0 });
    let changes =
        server.app.events_after(Some(after)).map(|event| message("change", event.seq, &body(event)));
    let messages = stream::iter([ready.retry(AGAIN_AFTER)]).chain(changes).map(Ok::<_, Infallible>);
    let alive = KeepAlive::new().interval(ALIVE_EVERY).text("alive");
    Ok(Sse::new(messages).keep_alive(alive).into_response())
}

#[derive(Serialize)]
struct Ready {
    seq: u64,
}

fn body(event: Event) -> EventBody {
    let (layer, id) = match event.subject {
        Subject::Listing(id) => (Layer::Listings, Some(id.into())),
        Subject::Layer(layer) => (layer, None),
    };
    EventBody { seq: event.seq.0, layer: layer.into(), id }
}

fn message(name: &'static str, id: ChangeSeq, data: &impl Serialize) -> Sent {
    let message = Sent::default().event(name).id(id.to_string());
    // Plain data with text keys is always JSON.
    message.json_data(data).unwrap_or_else(|_| Sent::default().comment("unsayable"))
}

fn last_seen(headers: &HeaderMap) -> Result<Option<ChangeSeq>, Problem> {
    const NAME: &str = "Last-Event-ID";
    let Some(value) = headers.get(NAME) else { return Ok(None) };
    let text = value.to_str().unwrap_or("?");
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let seq = text.parse().ok().filter(|_| digits).map(ChangeSeq);
    seq.map(Some).ok_or_else(|| Problem::bad_parameter(NAME, text, &"the position of a change"))
}
