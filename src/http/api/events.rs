//! `/api/v1/events`: changes as they happen, as server-sent events.

use super::body::city::EventBody;
use crate::http::problem::Problem;

/// Changes as they happen
///
/// Server-sent events: `event: change` with the change's position as its id. A client that
/// reconnects with `Last-Event-ID` gets what it missed.
#[utoipa::path(
    get, path = "/api/v1/events", tag = "city",
    params(("Last-Event-ID" = Option<u64>, Header, description = "The last change seen", example = 42)),
    responses((status = 200, description = "A stream of events; each `data` line is an EventBody", body = EventBody, content_type = "text/event-stream")),
)]
pub(super) async fn events() -> Problem {
    Problem::not_ready("events are not wired yet")
}
