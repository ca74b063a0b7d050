//! The pages behind the links in mails of enquiries: confirm, write, end.

use axum::extract::{FromRequest, Request, State};
use axum::http::{Method, StatusCode};
use axum::response::Response;
use axum::routing::get;
use axum::{Form, Router};
use serde::Deserialize;
use std::sync::Arc;

use crate::app::AppError;
use crate::app::contact::{ContactDesk, Conversation, Said, Side};
use crate::app::mail::Token;
use crate::domain::{EnquiryAbout, EnquiryId, EnquiryState, EnquiryTo, Language};
use crate::http::api::asked::Named;
use crate::http::form::client;
use crate::http::page::{Field, Page, nothing};
use crate::http::problem::Problem;
use crate::http::server::Server;

const LONGEST_MESSAGE: usize = 2000;

/// The pages.
pub(in crate::http) fn pages() -> Router<Arc<Server>> {
    Router::new()
        .route("/relay/confirm/{token}", get(confirm).post(confirm))
        .route("/relay/ask/{token}", get(asker).post(asker))
        .route("/relay/answer/{token}", get(answerer).post(answerer))
}

/// What a form posts.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Posted {
    action: String,
    number: u32,
    message: String,
}

async fn confirm(
    State(server): State<Arc<Server>>,
    method: Method,
    Named(token): Named,
) -> Result<Response, Problem> {
    let desk = server.app.contact().ok_or_else(Problem::mail_not_set_up)?;
    let Ok(token) = token.parse::<Token<EnquiryId>>() else { return Ok(nothing()) };
    let found = if method == Method::POST {
        desk.confirm(token).await
    } else {
        desk.find(Side::Confirm, token).await
    };
    Ok(found
        .map_err(|error| Problem::internal(None, &error))?
        .map_or_else(nothing, |conversation| confirming(&conversation)))
}

async fn asker(server: State<Arc<Server>>, token: Named, request: Request) -> Result<Response, Problem> {
    writing(Side::Asker, server, token, request).await
}

async fn answerer(server: State<Arc<Server>>, token: Named, request: Request) -> Result<Response, Problem> {
    writing(Side::Answerer, server, token, request).await
}

async fn writing(
    side: Side,
    State(server): State<Arc<Server>>,
    Named(token): Named,
    request: Request,
) -> Result<Response, Problem> {
    let desk = server.app.contact().ok_or_else(Problem::mail_not_set_up)?;
    let Ok(token) = token.parse::<Token<EnquiryId>>() else { return Ok(nothing()) };
    let mut said = None;
    if request.method() == Method::POST {
        if !server.limits.client(client(&request)) {
            return Err(Problem::too_many());
        }
        let Form(posted) = Form::<Posted>::from_request(request, &()).await.unwrap_or_default();
        said = act(desk, side, token, &posted).await.map_err(|error| Problem::internal(None, &error))?;
    }
    let found = desk.find(side, token).await.map_err(|error| Problem::internal(None, &error))?;
    Ok(found.map_or_else(nothing, |conversation| conversing(side, &conversation, said)))
}

async fn act(
    desk: &ContactDesk,
    side: Side,
    token: Token<EnquiryId>,
    posted: &Posted,
) -> Result<Option<Said>, AppError> {
    let words = posted.message.trim();
    match posted.action.as_str() {
        "end" => desk.end(side, token).await.map(|_| None),
        "say" if !words.is_empty() && words.chars().count() <= LONGEST_MESSAGE => {
            desk.say(side, token, posted.number, words).await
        }
        _ => Ok(None),
    }
}

fn confirming(conversation: &Conversation) -> Response {
    let language = conversation.language;
    let state = conversation.enquiry.state;
    if state == EnquiryState::Ended {
        return over(language);
    }
    let waits = state == EnquiryState::Unconfirmed;
    let (title, text, button) = match (waits, language) {
        (true, Language::Ja) => ("送信の確認", "「送る」を押すと届きます。", "送る"),
        (true, Language::En) => ("Confirm your message", "Press “Send” and it goes out.", "Send"),
        (true, Language::Easy) => ("送る 前の かくにん", "「送る」を おすと とどきます。", "送る"),
        (false, Language::Ja) => {
            ("送りました", "控えをメールでお送りしました。返事も同じアドレスに届きます。", "")
        }
        (false, Language::En) => ("Sent", "A copy is in your mail; the answer will come there too.", ""),
        (false, Language::Easy) => {
            ("送りました", "ひかえを メールで 送りました。返事も メールで 来ます。", "")
        }
    };
    let page = Page::new(language, title).facts(&[(about_word(conversation), conversation.title.clone())]);
    let page = page.paragraph(text);
    if waits { page.button("send", button) } else { page }.answer(StatusCode::OK)
}

/// What is said of an enquiry that has ended, or could not begin.
fn over(language: Language) -> Response {
    let (title, text) = match language {
        Language::Ja => (
            "この連絡は終わっています",
            "どちらかが終えたか、届ける先がなくなっています。お預かりした名前、メールアドレス、内容は消去しました。",
        ),
        Language::En => (
            "This contact is over",
            "One side ended it, or there is nobody to deliver it to any more. Name, address and message have been erased.",
        ),
        Language::Easy => (
            "この れんらくは おわって います",
            "どちらかが おわりに したか、相手が もう いません。名前、メールアドレス、書いた ことは 消しました。",
        ),
    };
    Page::new(language, title).paragraph(text).answer(StatusCode::OK)
}

const fn about_word(conversation: &Conversation) -> &'static str {
    match (conversation.enquiry.about, conversation.language) {
        (EnquiryAbout::Listing(_), Language::Ja) => "物件",
        (EnquiryAbout::Listing(_), Language::En) => "Listing",
        (EnquiryAbout::Listing(_), Language::Easy) => "店・工場",
        (EnquiryAbout::Card(_), Language::En) => "Card",
        (EnquiryAbout::Card(_), Language::Ja | Language::Easy) => "「借りたい」カード",
    }
}

/// The words of the page where one side writes.
struct Words {
    title: &'static str,
    hint: &'static str,
    label: &'static str,
    send: &'static str,
    end_hint: &'static str,
    end: &'static str,
    sent: &'static str,
    before: &'static str,
    nobody: &'static str,
    ended: &'static str,
    ended_text: &'static str,
}

const JA: Words = Words {
    title: "返事を書く",
    hint: "メールアドレスは相手に知らされません。",
    label: "本文（2000字まで）",
    send: "送る",
    end_hint: "連絡を終えると、お預かりした名前とメールアドレスは消去され、どちらからも送れなくなります。",
    end: "この連絡を終える",
    sent: "送りました。",
    before: "このページは古くなっていました。同じ内容が二度届かないよう、送っていません。必要ならもう一度書いてください。",
    nobody: "相手に届ける先がなくなっています。送っていません。",
    ended: "連絡は終わりました",
    ended_text: "お預かりした名前とメールアドレスは消去しました。これ以上は届きません。",
};

const EN: Words = Words {
    title: "Write",
    hint: "Your address is not shown to the other side.",
    label: "Message (at most 2000 characters)",
    send: "Send",
    end_hint: "Ending the contact erases name and address; neither side can write any more.",
    end: "End this contact",
    sent: "Sent.",
    before: "This page was out of date; so that nothing arrives twice, nothing was sent. Write again if needed.",
    nobody: "There is nobody to deliver this to any more. Nothing was sent.",
    ended: "The contact has ended",
    ended_text: "Name and address have been erased. Nothing more is passed on.",
};

const EASY: Words = Words {
    title: "返事を 書く",
    hint: "メールアドレスは 相手に 見えません。",
    label: "ことば（2000字まで）",
    send: "送る",
    end_hint: "おわりに すると、名前と メールアドレスは 消えます。もう 送る ことは できません。",
    end: "れんらくを おわる",
    sent: "送りました。",
    before: "ページが 古く なって いました。同じ ことばが 2回 とどかない ように、送って いません。もう 一度 書いて ください。",
    nobody: "相手が もう いません。送って いません。",
    ended: "れんらくは おわりました",
    ended_text: "名前と メールアドレスは 消しました。もう とどきません。",
};

fn conversing(side: Side, conversation: &Conversation, said: Option<Said>) -> Response {
    let language = conversation.language;
    let words = match language {
        Language::Ja => &JA,
        Language::En => &EN,
        Language::Easy => &EASY,
    };
    let listing = (about_word(conversation), conversation.title.clone());
    if conversation.enquiry.state != EnquiryState::Open {
        let page = Page::new(language, words.ended).paragraph(words.ended_text);
        return page.answer(StatusCode::OK);
    }
    let facts = if side == Side::Answerer {
        vec![listing, ("相手", format!("{}さん", conversation.name))]
    } else {
        let (name, whom) = other(language, conversation.enquiry.to);
        vec![listing, (name, whom.to_owned())]
    };
    let mut page = Page::new(language, words.title).facts(&facts);
    page = match said {
        None => page,
        Some(Said::PassedOn) => page.status(words.sent),
        Some(Said::Before) => page.status(words.before),
        Some(Said::Nobody) => page.status(words.nobody),
    };
    let number = (conversation.enquiry.messages + 1).to_string();
    // Whoever writes to the desk was told that the desk sees the address.
    let private = side == Side::Answerer || conversation.enquiry.to != EnquiryTo::Desk;
    if private {
        page = page.paragraph(words.hint);
    }
    page.form(
        "say",
        &[
            Field::Hidden { name: "number", value: number },
            Field::Words { name: "message", label: words.label, most: LONGEST_MESSAGE, needed: true },
        ],
        words.send,
    )
    .paragraph(words.end_hint)
    .button("end", words.end)
    .answer(StatusCode::OK)
}

const fn other(language: Language, to: EnquiryTo) -> (&'static str, &'static str) {
    match (language, to) {
        (Language::Ja, EnquiryTo::Owner) => ("相手", "掲載者"),
        (Language::Ja, EnquiryTo::Desk) => ("相手", "区の窓口"),
        (Language::En, EnquiryTo::Owner) => ("To", "the owner"),
        (Language::En, EnquiryTo::Desk) => ("To", "the ward’s desk"),
        (Language::Easy, EnquiryTo::Owner) => ("相手", "貸す 人"),
        (Language::Easy, EnquiryTo::Desk) => ("相手", "区の まどぐち"),
        (Language::Ja, EnquiryTo::Seeker) => ("相手", "「借りたい」カードを書いた方"),
        (Language::En, EnquiryTo::Seeker) => ("To", "whoever posted the card"),
        (Language::Easy, EnquiryTo::Seeker) => ("相手", "カードを 書いた 人"),
    }
}
