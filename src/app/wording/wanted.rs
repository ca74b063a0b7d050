//! 「借りたい」 cards in words, and the mails about them. Whoever wrote a card reads its language; the desk
//! reads Japanese.

use super::listing::{grouped, trimmed, yen_ja};
use super::sheet::{Letter, Sheet};
use crate::city::City;
use crate::domain::{Language, TSUBO_M2, Wanted, WantedPlace};

/// The card's title, with the mark of made-up data where it is.
pub fn card_headline(language: Language, card: &Wanted) -> String {
    let mark = match language {
        _ if !card.synthetic => "",
        Language::Ja => "【合成データ】",
        Language::En => "[Made-up data] ",
        Language::Easy => "【ためしの データ】",
    };
    format!("{mark}{}", card.title)
}

/// Area, rent and places in one line.
pub fn card_line(language: Language, card: &Wanted, city: &City) -> String {
    let places: Vec<String> = card.places.iter().filter_map(|place| place_name(city, *place)).collect();
    let anywhere = match language {
        Language::Ja => "区内のどこでも",
        Language::En => "anywhere in the ward",
        Language::Easy => "区の 中なら どこでも",
    };
    let places = if places.is_empty() { anywhere.to_owned() } else { places.join("、") };
    let parts = [area(language, card), rent(language, card), places];
    parts.join(if language == Language::En { "; " } else { "・" })
}

/// The name of a place that a card names, while it is there.
pub fn place_name(city: &City, place: WantedPlace) -> Option<String> {
    match place {
        WantedPlace::Town(id) => city.towns().get(id).map(|town| town.name.to_string()),
        WantedPlace::Street(id) => city.streets().get(id).map(|street| street.name.clone()),
    }
}

fn area(language: Language, card: &Wanted) -> String {
    let size = |m2: f64| match language {
        Language::En => format!("{} m² ({:.1} tsubo)", trimmed(m2), m2 / TSUBO_M2),
        Language::Ja | Language::Easy => format!("{}㎡（{:.1}坪）", trimmed(m2), m2 / TSUBO_M2),
    };
    match (card.area_min_m2, card.area_max_m2, language) {
        (Some(min), Some(max), Language::En) => format!("{} to {}", size(min), size(max)),
        (Some(min), Some(max), _) => format!("{}〜{}", size(min), size(max)),
        (Some(min), None, Language::Ja) => format!("{}以上", size(min)),
        (Some(min), None, Language::En) => format!("at least {}", size(min)),
        (Some(min), None, Language::Easy) => format!("{}より 広い", size(min)),
        (None, Some(max), Language::En) => format!("at most {}", size(max)),
        (None, Some(max), Language::Ja | Language::Easy) => format!("{}まで", size(max)),
        (None, None, Language::Ja) => "広さは問わない".to_owned(),
        (None, None, Language::En) => "any area".to_owned(),
        (None, None, Language::Easy) => "広さは なんでも いい".to_owned(),
    }
}

fn rent(language: Language, card: &Wanted) -> String {
    match (card.rent_max, language) {
        (Some(yen), Language::Ja) => format!("賃料 月{}まで", yen_ja(yen)),
        (Some(yen), Language::En) => format!("at most ¥{} a month", grouped(yen.yen())),
        (Some(yen), Language::Easy) => format!("1か月 {}まで", yen_ja(yen)),
        (None, Language::Ja) => "賃料は相談".to_owned(),
        (None, Language::En) => "rent to be discussed".to_owned(),
        (None, Language::Easy) => "家賃は 相談".to_owned(),
    }
}

fn write(sheet: &mut Sheet, card: &Wanted, line: &str) {
    sheet.entry(&card_headline(sheet.language, card), None, None, line);
    if !card.words.is_empty() {
        sheet.quote(&card.words);
    }
}

/// Asks whoever wrote a card to confirm that it is theirs.
pub fn confirm(base: &str, card: &Wanted, line: &str, link: &str) -> Letter {
    let (subject, lead, button, rest) = match card.language {
        Language::Ja => (
            "「借りたい」カードの確認",
            "次のカードをお預かりしました。下のページで「確認する」を押すと、区の窓口が読んだあとで公開されます。",
            "確認のページを開く",
            "48時間以内に押してください。心当たりのないときは何もしないでください。カードとメールアドレスは48時間後に消去されます。",
        ),
        Language::En => (
            "Please confirm your card",
            "We hold the card below. Open the page and press “Confirm”; the ward’s desk then reads it and publishes it.",
            "Open the confirmation page",
            "The link works for 48 hours. If this was not you, do nothing: card and address are erased after that.",
        ),
        Language::Easy => (
            "「借りたい」カードの かくにん",
            "下の カードを あずかりました。ページを ひらいて「かくにんする」を おして ください。区の 人が 読んだ あとで、みんなに 見えます。",
            "かくにんの ページを ひらく",
            "48時間の 間に おして ください。知らない メールの ときは、何も しないで ください。48時間 たつと 消えます。",
        ),
    };
    let mut sheet = Sheet::new(card.language, subject);
    sheet.paragraph(lead);
    write(&mut sheet, card, line);
    sheet.link(button, link);
    sheet.paragraph(rest);
    sheet.foot(base, None);
    sheet.done()
}

/// Asks the desk to read a card.
pub fn review(base: &str, card: &Wanted, line: &str, use_name: Option<&str>, link: &str) -> Letter {
    let mut sheet = Sheet::new(Language::Ja, &format!("「借りたい」カードの審査: {}", card.title));
    sheet.paragraph("新しい「借りたい」カードが届きました。公開してよいか確かめてください。");
    write(&mut sheet, card, line);
    if let Some(name) = use_name {
        sheet.facts(&[("業種", name)]);
    }
    sheet.link("公開する・差し戻す", link);
    sheet.paragraph(
        "電話番号・住所・実名など個人が分かる内容、事実と思えない内容は差し戻してください。公開したあとも同じページから取り下げられます。",
    );
    sheet.foot(base, None);
    sheet.done()
}

/// Says that a card is public, and how to take it back.
pub fn published(base: &str, card: &Wanted, line: &str, link: &str) -> Letter {
    let (subject, lead, button, rest) = match card.language {
        Language::Ja => (
            "「借りたい」カードを公開しました",
            "カードを公開しました。貸したい方から声がかかると、このアドレスにメールが届きます。あなたのアドレスは相手に見えません。",
            "期限をのばす・取り下げる",
            "カードは90日で消えます。",
        ),
        Language::En => (
            "Your card is public",
            "Your card is public. When somebody with premises answers, a mail comes to this address; they do not see it.",
            "Keep it longer, or take it back",
            "The card goes after 90 days.",
        ),
        Language::Easy => (
            "「借りたい」カードが みんなに 見えます",
            "貸したい 人が 書いて くれると、この アドレスに メールが 来ます。あなたの アドレスは 相手に 見えません。",
            "もっと 長く のせる・やめる",
            "カードは 90日で 消えます。",
        ),
    };
    let mut sheet = Sheet::new(card.language, subject);
    sheet.paragraph(lead);
    write(&mut sheet, card, line);
    sheet.link(button, link);
    sheet.paragraph(rest);
    sheet.foot(base, None);
    sheet.done()
}

/// Says why the desk did not publish a card, or took it back.
pub fn returned(base: &str, card: &Wanted, line: &str, reason: &str) -> Letter {
    let (subject, lead, why, rest, button) = match card.language {
        Language::Ja => (
            "「借りたい」カードをお返しします",
            "次のカードは公開できませんでした。",
            "理由",
            "直して、もう一度書くことができます。お預かりしたカードとメールアドレスは消去しました。",
            "カードを書く",
        ),
        Language::En => (
            "Your card was returned",
            "The card below could not be published.",
            "Why",
            "You can mend it and post it again. The card and your address have been erased here.",
            "Post a card",
        ),
        Language::Easy => (
            "「借りたい」カードを かえします",
            "下の カードは みんなに 見せる ことが できませんでした。",
            "どうして",
            "なおして、もう 一度 書く ことが できます。カードと メールアドレスは 消しました。",
            "カードを 書く",
        ),
    };
    let mut sheet = Sheet::new(card.language, subject);
    sheet.paragraph(lead);
    write(&mut sheet, card, line);
    sheet.heading(why);
    sheet.quote(reason);
    sheet.link(button, &format!("{base}/wanted?open=card"));
    sheet.paragraph(rest);
    sheet.foot(base, None);
    sheet.done()
}
