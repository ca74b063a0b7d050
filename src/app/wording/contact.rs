//! The mails of enquiries and reports. Whoever asks reads their own language; owners and the desk read
//! Japanese. No mail holds the other's address.

use super::sheet::{Letter, Sheet};
use crate::domain::{EnquiryTo, Language};

/// The listing or card that is asked about.
#[derive(Debug, Clone)]
pub struct About {
    /// The server, without a slash at the end.
    base: String,
    /// Its title.
    pub title: String,
    page: String,
    /// What it is in a line; `None` if it is not public any more.
    line: Option<String>,
}

impl About {
    /// A listing or card in words, and the path of its page.
    pub fn of(base: &str, page: &str, title: String, line: Option<String>) -> Self {
        Self { base: base.to_owned(), title, page: format!("{base}/{page}"), line }
    }

    fn write(&self, sheet: &mut Sheet) {
        let gone = match sheet.language {
            Language::Ja => "いまは公開されていません",
            Language::En => "Not public any more",
            Language::Easy => "いまは 見られません",
        };
        let page = self.line.is_some().then_some(self.page.as_str());
        sheet.entry(&self.title, page, None, self.line.as_deref().unwrap_or(gone));
    }
}

const fn whom(language: Language, to: EnquiryTo) -> &'static str {
    match (language, to) {
        (Language::Ja, EnquiryTo::Owner) => "掲載者",
        (Language::Ja, EnquiryTo::Desk) => "区の窓口",
        (Language::En, EnquiryTo::Owner) => "the owner",
        (Language::En, EnquiryTo::Desk) => "the ward’s desk",
        (Language::Easy, EnquiryTo::Owner) => "貸す 人",
        (Language::Easy, EnquiryTo::Desk) => "区の まどぐち",
        (Language::Ja, EnquiryTo::Seeker) => "「借りたい」カードを書いた方",
        (Language::En, EnquiryTo::Seeker) => "whoever posted the card",
        (Language::Easy, EnquiryTo::Seeker) => "カードを 書いた 人",
    }
}

/// Asks whoever wrote an enquiry to confirm that it is theirs.
pub fn confirm(language: Language, to: EnquiryTo, about: &About, words: &str, link: &str) -> Letter {
    let whom = whom(language, to);
    let (subject, lead, button, rest) = match language {
        Language::Ja => (
            "送信の確認".to_owned(),
            format!(
                "次の内容をお預かりしました。まだ{whom}には届いていません。下のページで「送る」を押すと届きます。"
            ),
            "確認のページを開く",
            "48時間以内に押してください。心当たりのないときは何もしないでください。内容とメールアドレスは48時間後に消去されます。",
        ),
        Language::En => (
            "Please confirm your message".to_owned(),
            format!(
                "We hold the message below. It has not gone to {whom} yet: open the page and press “Send”."
            ),
            "Open the confirmation page",
            "The link works for 48 hours. If this was not you, do nothing: message and address are erased after that.",
        ),
        Language::Easy => (
            "送る 前の かくにん".to_owned(),
            format!(
                "下の ことばを あずかりました。まだ {whom}に とどいて いません。ページを ひらいて「送る」を おして ください。"
            ),
            "かくにんの ページを ひらく",
            "48時間の 間に おして ください。知らない メールの ときは、何も しないで ください。48時間 たつと 消えます。",
        ),
    };
    let mut sheet = Sheet::new(language, &subject);
    sheet.paragraph(&lead);
    about.write(&mut sheet);
    sheet.quote(words);
    sheet.link(button, link);
    sheet.paragraph(rest);
    sheet.foot(&about.base, None);
    sheet.done()
}

/// Brings an enquiry to whoever answers. Owners and the desk read Japanese.
pub fn first(
    language: Language,
    to: EnquiryTo,
    about: &About,
    name: &str,
    words: &str,
    verdict: Option<&str>,
    link: &str,
) -> Letter {
    let (what, rest) = match to {
        EnquiryTo::Seeker => return to_seeker(language, about, name, words, link),
        EnquiryTo::Owner => (
            "問い合わせ",
            "返事は上のページから送れます。あなたのメールアドレスは相手に知らされません。このメールに直接返信しても相手には届きません。\
             やりとりを終えるときも同じページでどうぞ。",
        ),
        EnquiryTo::Desk => (
            "相談",
            "このメールに返信すると、相談した方に直接届きます。上のページから返事をすると、お互いのアドレスを知らせずに続けられます。",
        ),
    };
    let mut sheet = Sheet::new(Language::Ja, &format!("{what}: {}", about.title));
    sheet.paragraph(&format!("{name}さんから、次の物件について{what}がありました。"));
    about.write(&mut sheet);
    sheet.quote(words);
    if let Some(verdict) = verdict {
        sheet.heading("建築基準法上の用途の目安");
        sheet.paragraph(verdict);
    }
    sheet.link("返事を書く", link);
    sheet.paragraph(rest);
    sheet.foot(&about.base, None);
    sheet.done()
}

/// Brings an answer to whoever wrote a card.
fn to_seeker(language: Language, about: &About, name: &str, words: &str, link: &str) -> Letter {
    let (subject, lead, button, rest) = match language {
        Language::Ja => (
            format!("「借りたい」カードに声がかかりました: {}", about.title),
            format!("{name}さんから、あなたのカードに声がかかりました。"),
            "返事を書く・連絡を終える",
            "返事は上のページから送れます。あなたのメールアドレスは相手に知らされません。\
             このメールに直接返信しても相手には届きません。",
        ),
        Language::En => (
            format!("An answer to your card: {}", about.title),
            format!("{name} has answered your card."),
            "Answer, or end the contact",
            "Please answer on the page above. Your address is not shown to them, and an answer to this mail itself does \
             not reach them.",
        ),
        Language::Easy => (
            format!("カードを 見た 人から: {}", about.title),
            format!("{name}さんが あなたの カードを 見て、書いて くれました。"),
            "返事を 書く・れんらくを おわる",
            "上の ページから 返事を 送って ください。メールアドレスは 相手に 見えません。この メールに 返信しても とどきません。",
        ),
    };
    let mut sheet = Sheet::new(language, &subject);
    sheet.paragraph(&lead);
    about.write(&mut sheet);
    sheet.quote(words);
    sheet.link(button, link);
    sheet.paragraph(rest);
    sheet.foot(&about.base, None);
    sheet.done()
}

/// What somebody sent, for themselves.
pub fn copy(
    language: Language,
    to: EnquiryTo,
    about: &About,
    words: &str,
    verdict: Option<&str>,
    link: &str,
) -> Letter {
    let whom = whom(language, to);
    let (subject, lead, attached, button) = match language {
        Language::Ja => (
            format!("送信控え: {}", about.title),
            format!("{whom}に次の内容を送りました。返事はこのメールアドレスに届きます。"),
            "いっしょに送った用途の目安",
            "続けて書く・連絡を終える",
        ),
        Language::En => (
            format!("Your copy: {}", about.title),
            format!("This went to {whom}. The answer will come to this address."),
            "Sent along: the guide to the use",
            "Write more, or end the contact",
        ),
        Language::Easy => (
            format!("送った ことばの ひかえ: {}", about.title),
            format!("{whom}に 下の ことばを 送りました。返事は この メールアドレスに 来ます。"),
            "いっしょに 送った「使い方の めやす」",
            "もっと 書く・れんらくを おわる",
        ),
    };
    let mut sheet = Sheet::new(language, &subject);
    sheet.paragraph(&lead);
    about.write(&mut sheet);
    sheet.quote(words);
    if let Some(verdict) = verdict {
        sheet.heading(attached);
        sheet.paragraph(verdict);
    }
    sheet.link(button, link);
    sheet.foot(&about.base, None);
    sheet.done()
}

/// Brings a further message to the other side. `from` is the name of whoever asks; `None` if it comes from
/// whoever answers.
pub fn message(
    language: Language,
    to: EnquiryTo,
    about: &About,
    from: Option<&str>,
    words: &str,
    link: &str,
) -> Letter {
    let from = from.map_or_else(|| whom(language, to).to_owned(), |name| format!("{name}さん"));
    let (subject, lead, button, rest) = match language {
        Language::Ja => (
            format!("返事: {}", about.title),
            format!("{from}から届きました。"),
            "返事を書く・連絡を終える",
            "このメールに直接返信しても相手には届きません。上のページから送ってください。",
        ),
        Language::En => (
            format!("Answer: {}", about.title),
            format!("A message from {from}."),
            "Answer, or end the contact",
            "An answer to this mail itself does not reach them; please use the page above.",
        ),
        Language::Easy => (
            format!("返事: {}", about.title),
            format!("{from}から 返事が 来ました。"),
            "返事を 書く・れんらくを おわる",
            "この メールに 返信しても とどきません。上の ページから 送って ください。",
        ),
    };
    let mut sheet = Sheet::new(language, &subject);
    sheet.paragraph(&lead);
    about.write(&mut sheet);
    sheet.quote(words);
    sheet.link(button, link);
    sheet.paragraph(rest);
    sheet.foot(&about.base, None);
    sheet.done()
}

/// Says that the other side has ended an enquiry.
pub fn ended(language: Language, about: &About) -> Letter {
    let (subject, lead) = match language {
        Language::Ja => (
            format!("連絡が終わりました: {}", about.title),
            "相手がこの連絡を終えました。これ以上は届かず、お預かりしていたお名前とメールアドレスは消去しました。",
        ),
        Language::En => (
            format!("The contact has ended: {}", about.title),
            "The other side ended this contact. Nothing more is passed on; name and address have been erased.",
        ),
        Language::Easy => (
            format!("れんらくが おわりました: {}", about.title),
            "相手が れんらくを おわりに しました。もう とどきません。名前と メールアドレスは 消しました。",
        ),
    };
    let mut sheet = Sheet::new(language, &subject);
    sheet.paragraph(lead);
    about.write(&mut sheet);
    sheet.foot(&about.base, None);
    sheet.done()
}

/// Tells the desk what somebody says is wrong with a listing.
pub fn report(about: &About, reason: &str, words: &str, answerable: bool) -> Letter {
    let mut sheet = Sheet::new(Language::Ja, &format!("誤りの報告: {}", about.title));
    sheet.paragraph("掲載内容に誤りがあるという報告がありました。");
    about.write(&mut sheet);
    sheet.facts(&[("内容", reason)]);
    if !words.is_empty() {
        sheet.quote(words);
    }
    sheet.paragraph(if answerable {
        "このメールに返信すると、報告した方に届きます（メールアドレスは確認されていません）。"
    } else {
        "報告した方は連絡先を残していません。"
    });
    sheet.foot(&about.base, None);
    sheet.done()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn about() -> About {
        About::of("https://ward.example", "listing/7", "<路面の店>".into(), Some("賃料 月18万円".into()))
    }

    #[test]
    fn every_mail_of_an_enquiry_says_what_it_is_about_and_where_to_go_on_in_text_and_html() {
        let link = "https://ward.example/relay/ask/x";
        for language in Language::ALL.iter().copied() {
            for to in EnquiryTo::ALL.iter().copied() {
                for letter in [
                    confirm(language, to, &about(), "まだ\n空いていますか", link),
                    first(language, to, &about(), "山田", "まだ\n空いていますか", Some("可"), link),
                    copy(language, to, &about(), "まだ\n空いていますか", Some("可"), link),
                    message(language, to, &about(), None, "まだ\n空いていますか", link),
                ] {
                    assert!(letter.text.contains("> まだ\n> 空いていますか"), "{}", letter.text);
                    assert!(letter.text.contains(link) && letter.html.contains(link));
                    assert!(letter.text.contains("<路面の店>") && !letter.html.contains("<路面の店>"));
                }
            }
        }
    }

    #[test]
    fn a_listing_that_is_gone_is_named_without_a_link_to_nowhere() {
        let gone = About::of("https://ward.example", "listing/7", "店".into(), None);
        let letter = ended(Language::Ja, &gone);
        assert!(letter.text.contains("いまは公開されていません") && !letter.text.contains("/listing/"));
    }
}
