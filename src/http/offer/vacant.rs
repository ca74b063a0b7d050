//! The page behind 「まだ空いています」 in a mail: one tap answers, without signing in, once.

use axum::Router;
use axum::extract::State;
use axum::http::{Method, StatusCode};
use axum::response::Response;
use axum::routing::get;
use std::sync::Arc;

use super::answer::failed;
use crate::app::mail::Token;
use crate::app::offer::StillVacant;
use crate::domain::{Language, ListingId};
use crate::http::api::asked::Named;
use crate::http::page::{Page, nothing};
use crate::http::problem::Problem;
use crate::http::server::Server;

/// The page.
pub(in crate::http) fn pages() -> Router<Arc<Server>> {
    Router::new().route("/vacant/{token}", get(vacant).post(vacant))
}

/// Following the link shows a button that presses itself where somebody sees it.
async fn vacant(
    State(server): State<Arc<Server>>,
    method: Method,
    Named(token): Named,
) -> Result<Response, Problem> {
    let desk = server.app.offers().ok_or_else(Problem::mail_not_set_up)?;
    let Ok(token) = token.parse::<Token<ListingId>>() else { return Ok(nothing()) };
    let asked = if method == Method::POST { desk.still_vacant(token).await } else { desk.asked(token).await };
    Ok(asked.map_err(failed)?.map_or_else(nothing, |asked| shown(&asked)))
}

fn shown(asked: &StillVacant) -> Response {
    let page = |title, text: &str| Page::new(asked.language, title).quote(&asked.title).paragraph(text);
    if asked.answered {
        let (title, text) = match asked.language {
            Language::Ja => {
                let text = "公開を続けます。次は{}にうかがいます。もう決まっているときは、「場所を貸す」にサインインして知らせてください。";
                ("ありがとうございます", text.replace("{}", &asked.next.to_string()))
            }
            Language::En => (
                "Thank you",
                format!(
                    "It stays public. We ask again on {}. If it is let already, please sign in and say so.",
                    asked.next
                ),
            ),
            Language::Easy => (
                "ありがとうございます",
                format!(
                    "これからも みんなに 見えます。つぎは {}に 聞きます。もう きまった ときは、サインインして 教えて ください。",
                    asked.next
                ),
            ),
        };
        return page(title, &text).answer(StatusCode::OK);
    }
    let (title, text, button) = match asked.language {
        Language::Ja => (
            "まだ空いていますか",
            "空いていれば、ボタンを押してください。決まったときは、サインインして物件のページで知らせてください。",
            "まだ空いています",
        ),
        Language::En => (
            "Still vacant?",
            "If so, press the button. If it is let, please sign in and say so on its page.",
            "Still vacant",
        ),
        Language::Easy => {
            ("まだ 空いて いますか", "空いて いたら、ボタンを おして ください。", "まだ 空いて います")
        }
    };
    page(title, text).button("vacant", button).pressed_when_seen().answer(StatusCode::OK)
}
