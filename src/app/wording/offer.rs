//! The mails about offers. A landlord reads the language they signed in with; the desk reads Japanese.

use time::Date;

use super::sheet::{Letter, Sheet};
use crate::domain::{Command, Language, Reason};
use crate::workflow::Party;

/// Tells of a command. `page` is the offer's.
pub fn done(
    language: Language,
    command: Command,
    page: &str,
    title: &str,
    reason: Option<Reason>,
    note: Option<&str>,
) -> Letter {
    let (subject, lead) = what_was_done(language, command);
    let mut sheet = Sheet::new(language, &format!("{subject}: {title}"));
    sheet.paragraph(lead);
    sheet.entry(title, Some(page), None, reason.map_or("", |reason| reason_words(language, reason)));
    if let Some(note) = note {
        sheet.quote(note);
    }
    sheet.link(open_words(language), page);
    foot(&mut sheet, page);
    sheet.done()
}

const fn what_was_done(language: Language, command: Command) -> (&'static str, &'static str) {
    match (command, language) {
        (Command::Submit, _) => ("審査の申込み", "物件の掲載が申し込まれました。"),
        (Command::Approve, Language::Ja) => (
            "公開しました",
            "あなたの物件を公開しました。2週間ごとに、まだ空いているかをメールでうかがいます。",
        ),
        (Command::Approve, Language::En) => (
            "Published",
            "Your premises are public now. Every two weeks a mail will ask whether they are still vacant.",
        ),
        (Command::Approve, Language::Easy) => (
            "みんなに 見えるように なりました",
            "あなたの 物件が みんなに 見えます。2週間に 1回、まだ 空いて いるか メールで 聞きます。",
        ),
        (Command::Reject, Language::Ja) => ("掲載できません", "審査の結果、この物件は掲載できません。"),
        (Command::Reject, Language::En) => ("Not accepted", "We cannot publish these premises."),
        (Command::Reject, Language::Easy) => ("のせられません", "この 物件は のせる ことが できません。"),
        (Command::Reopen, Language::Ja) => {
            ("もう一度審査します", "却下を取り消し、もう一度審査することにしました。")
        }
        (Command::Reopen, Language::En) => {
            ("Reviewed again", "The refusal was taken back; we are reviewing your premises again.")
        }
        (Command::Reopen, Language::Easy) => ("もう 一度 見ます", "もう 一度 区の 人が 見ます。"),
        (Command::Expire, Language::Ja) => (
            "表示を止めました",
            "まだ空いているかの返事がなかったので、表示を止めました。下のページで「まだ空いています」を押すと、すぐに公開に戻ります。",
        ),
        (Command::Expire, Language::En) => (
            "Hidden",
            "Nobody told us that your premises are still vacant, so they are hidden now. Press “Still vacant” on the \
             page below and they are public again at once.",
        ),
        (Command::Expire, Language::Easy) => (
            "見えなく しました",
            "返事が なかったので、見えなく しました。下の ページで「まだ 空いて います」を おすと、また 見えます。",
        ),
        (_, Language::Ja) => (
            "直してください",
            "審査の結果、直していただきたいところがあります。直したら、もう一度提出してください。",
        ),
        (_, Language::En) => {
            ("Please change something", "Something needs to be changed. Please hand it in again afterwards.")
        }
        (_, Language::Easy) => {
            ("直して ください", "直して ほしい ところが あります。直したら、もう 一度 出して ください。")
        }
    }
}

/// A reason in words.
pub const fn reason_words(language: Language, reason: Reason) -> &'static str {
    match (language, reason) {
        (Language::Ja, reason) => reason.name_ja(),
        (Language::En, Reason::MissingFacts) => "Facts are missing",
        (Language::En, Reason::WrongPlace) => "The place is not right",
        (Language::En, Reason::Photos) => "Something is wrong with the pictures",
        (Language::En, Reason::ContactInText) => "The text holds a telephone number or an address",
        (Language::En, Reason::Misleading) => "Something may mislead",
        (Language::En, Reason::Duplicate) => "The same premises are listed already",
        (Language::En, Reason::UseNotAdmitted) => "The use district does not admit what it is offered for",
        (Language::En, Reason::Licence) => "The licence number cannot be verified",
        (Language::En, Reason::Outside) => "The premises are outside the ward",
        (Language::En, Reason::FoundHere) => "Let to somebody found here",
        (Language::En, Reason::FoundElsewhere) => "Let to somebody found elsewhere",
        (Language::En, Reason::Other) => "Another reason",
        (Language::Easy, Reason::MissingFacts) => "足りない ことが あります",
        (Language::Easy, Reason::WrongPlace) => "場所が ちがいます",
        (Language::Easy, Reason::Photos) => "写真を 直して ください",
        (Language::Easy, Reason::ContactInText) => "電話番号や メールアドレスが 書いて あります",
        (Language::Easy, Reason::Misleading) => "まちがえやすい ことばが あります",
        (Language::Easy, Reason::Duplicate) => "同じ 物件が もう あります",
        (Language::Easy, Reason::UseNotAdmitted) => "その 場所では できない 使い方です",
        (Language::Easy, Reason::Licence) => "免許の 番号が わかりません",
        (Language::Easy, Reason::Outside) => "区の 外の 物件です",
        (Language::Easy, Reason::FoundHere) => "ここで 決まりました",
        (Language::Easy, Reason::FoundElsewhere) => "ほかで 決まりました",
        (Language::Easy, Reason::Other) => "そのほか",
    }
}

/// Asks whether premises are still vacant.
pub fn still_vacant(language: Language, link: &str, page: &str, title: &str, until: Date) -> Letter {
    let (subject, lead, button, rest) = match language {
        Language::Ja => (
            "まだ空いていますか",
            "掲載から2週間がたちました。まだ空いていれば、下のボタンで教えてください。サインインはいりません。",
            "まだ空いています",
            format!(
                "{until}の前日までに返事がないと、表示を止めます。決まったときや直すときは、上の物件のページからどうぞ。"
            ),
        ),
        Language::En => (
            "Still vacant?",
            "Two weeks have passed. If your premises are still vacant, please tell us below. No sign-in is needed.",
            "Still vacant",
            format!(
                "Without an answer before {until} the premises are hidden. If they are let, or something has changed, \
                 please say so on their page above."
            ),
        ),
        Language::Easy => (
            "まだ 空いて いますか",
            "2週間が たちました。まだ 空いて いたら、下の ボタンを おして ください。",
            "まだ 空いて います",
            format!(
                "{until}より 前に 返事が ないと、見えなく なります。決まった ときは、上の ページで 教えて ください。"
            ),
        ),
    };
    let mut sheet = Sheet::new(language, &format!("{subject}: {title}"));
    sheet.entry(title, Some(page), None, "");
    sheet.paragraph(lead);
    sheet.link(button, link);
    sheet.paragraph(&rest);
    foot(&mut sheet, page);
    sheet.done()
}

/// Brings a message: of a landlord to the desk, or of a moderator to the landlord.
pub fn said(language: Language, by: Party, page: &str, title: &str, words: &str) -> Letter {
    let (subject, lead) = match (by, language) {
        (Party::Landlord, _) => {
            ("掲載者からの連絡", "掲載者から連絡がありました。返事は下のページでどうぞ。")
        }
        (_, Language::Ja) => {
            ("区の担当からの連絡", "区の担当から連絡がありました。返事は下のページでどうぞ。")
        }
        (_, Language::En) => {
            ("A message from the ward", "The ward’s staff wrote to you. Please answer below.")
        }
        (_, Language::Easy) => {
            ("区の 人からの 連絡", "区の 人から 連絡が ありました。下の ページで 返事が できます。")
        }
    };
    let mut sheet = Sheet::new(language, &format!("{subject}: {title}"));
    sheet.paragraph(lead);
    sheet.quote(words);
    sheet.link(open_words(language), page);
    foot(&mut sheet, page);
    sheet.done()
}

/// Brings what a landlord wants advice on to the desk.
pub fn consulted(base: &str, words: &str) -> Letter {
    let mut sheet = Sheet::new(Language::Ja, "貸したい方からの相談");
    sheet.paragraph("貸すことを考えている方から相談がありました。何も公開されていません。このメールに返信すると、相談した方に直接届きます。");
    sheet.quote(words);
    sheet.foot(base, None);
    sheet.done()
}

const fn open_words(language: Language) -> &'static str {
    match language {
        Language::Ja => "物件のページを開く",
        Language::En => "Open the page",
        Language::Easy => "ページを ひらく",
    }
}

/// A page's address begins with the server's.
fn foot(sheet: &mut Sheet, page: &str) {
    let base = page.rfind('/').and_then(|end| page[..end].rfind('/')).map_or(page, |end| &page[..end]);
    sheet.foot(base, None);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_reason_and_command_is_told_in_every_language() {
        for language in Language::ALL {
            for reason in Reason::ALL {
                assert!(!reason_words(*language, *reason).is_empty());
            }
            for command in Command::ALL {
                let page = "https://ward.example/offer/0c8x4n2k7zq";
                let letter = done(*language, *command, page, "店", Some(Reason::Other), Some("<b>"));
                assert!(letter.text.contains(page) && letter.text.contains("https://ward.example/\n"));
                assert!(letter.html.contains("&lt;b&gt;"));
            }
        }
    }
}
