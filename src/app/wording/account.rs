//! The mail that signs somebody in.

use super::sheet::{Letter, Sheet};
use crate::domain::Language;

/// Brings a link that signs in whoever reads it.
pub fn sign_in(base: &str, language: Language, link: &str) -> Letter {
    let (subject, lead, button, rest) = match language {
        Language::Ja => (
            "サインインのリンク",
            "下のリンクを、サインインを申し込んだのと同じブラウザーで開いてください。",
            "サインインする",
            "リンクは15分間、1回だけ使えます。心当たりのないときは何もしないでください。誰もサインインできません。",
        ),
        Language::En => (
            "Your sign-in link",
            "Open the link below in the same browser in which you asked for it.",
            "Sign in",
            "It works once, for 15 minutes. If you did not ask for it, do nothing: nobody can sign in with it.",
        ),
        Language::Easy => (
            "サインインの リンク",
            "下の リンクを、もうしこんだ ときと 同じ ブラウザーで ひらいて ください。",
            "サインインする",
            "15分の 間に 1回だけ 使えます。知らない メールの ときは、何も しないで ください。",
        ),
    };
    let mut sheet = Sheet::new(language, subject);
    sheet.paragraph(lead);
    sheet.link(button, link);
    sheet.paragraph(rest);
    sheet.foot(base, None);
    sheet.done()
}
