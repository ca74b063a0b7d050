//! The page behind the link that signs somebody in.

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::sync::Arc;

use super::session::{ASKING, SESSION, SESSION_SECONDS, cookie, set_cookie, tried};
use crate::app::account::Entered;
use crate::app::mail::Token;
use crate::domain::{Language, SignInId};
use crate::http::api::asked::Named;
use crate::http::page::{Page, nothing};
use crate::http::problem::Problem;
use crate::http::server::Server;

/// The page.
pub(in crate::http) fn pages() -> Router<Arc<Server>> {
    Router::new().route("/account/enter/{token}", get(enter).post(enter))
}

/// Following the link only shows a button, because mail scanners follow every link; the button signs in.
async fn enter(
    State(server): State<Arc<Server>>,
    method: Method,
    headers: HeaderMap,
    Named(token): Named,
) -> Result<Response, Problem> {
    let desk = server.app.accounts().ok_or_else(Problem::mail_not_set_up)?;
    let Ok(token) = token.parse::<Token<SignInId>>() else { return Ok(nothing()) };
    let browser = cookie(&headers, ASKING);
    if method != Method::POST {
        return Ok(match tried(desk.look(token, browser).await)? {
            Ok(language) => button(language),
            Err(entered) => refused(&entered),
        });
    }
    Ok(match tried(desk.enter(token, browser).await)? {
        Entered::In(account, secret) => {
            let to = if account.role.reviews() { "/moderate" } else { "/offer" };
            let mut response =
                (StatusCode::SEE_OTHER, [(header::LOCATION, HeaderValue::from_static(to))]).into_response();
            let told = response.headers_mut();
            told.append(header::SET_COOKIE, set_cookie(SESSION, Some(secret), SESSION_SECONDS));
            told.append(header::SET_COOKIE, set_cookie(ASKING, None, 0));
            told.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
            response
        }
        entered => refused(&entered),
    })
}

fn button(language: Language) -> Response {
    let (title, text, words) = match language {
        Language::Ja => {
            ("サインイン", "下のボタンを押すと、このブラウザーでサインインします。", "サインインする")
        }
        Language::En => ("Sign in", "Press the button to sign in in this browser.", "Sign in"),
        Language::Easy => {
            ("サインイン", "ボタンを おすと、この ブラウザーで サインインします。", "サインインする")
        }
    };
    Page::new(language, title).paragraph(text).button("enter", words).answer(StatusCode::OK)
}

fn refused(entered: &Entered) -> Response {
    let Entered::OtherBrowser(language) = entered else { return nothing() };
    let (title, text) = match language {
        Language::Ja => (
            "別のブラウザーで開かれました",
            "サインインを申し込んだブラウザーで、このリンクを開いてください。またはこのブラウザーで、もう一度申し込んでください。",
        ),
        Language::En => (
            "Opened in another browser",
            "Please open this link in the browser in which you asked for it, or ask again in this one.",
        ),
        Language::Easy => (
            "ちがう ブラウザーです",
            "サインインを もうしこんだ ブラウザーで、この リンクを ひらいて ください。",
        ),
    };
    Page::new(*language, title).paragraph(text).answer(StatusCode::FORBIDDEN)
}
