//! The mails of watches: one asks to confirm, the others tell what happened.

use super::listing::{headline, rent, summary};
use super::sheet::{Letter, Sheet};
use crate::domain::{Cadence, Gone, Language, ListingId, News, Watch, What};

/// Where the links of a mail lead.
#[derive(Debug, Clone, Copy)]
pub struct Links<'a> {
    /// The server, without a slash at the end.
    pub base: &'a str,
    /// The page that stops the watch.
    pub stop: &'a str,
}

/// News without what happened and was undone before anybody was told: one item a listing, as it
/// last was, in the order in which listings were first touched.
pub fn settled(news: Vec<News>) -> Vec<News> {
    let mut settled: Vec<News> = Vec::new();
    for new in news {
        match settled.iter().position(|old| old.facts.id == new.facts.id) {
            None => settled.push(new),
            Some(at) => match (settled[at].what, new.what) {
                (What::Entered, What::Left(_)) => drop(settled.remove(at)),
                (What::Entered, _) => settled[at].facts = new.facts,
                (
                    What::Changed { rent_before, terms, rest },
                    What::Changed { rent_before: later, terms: more_terms, rest: more_rest },
                ) => {
                    let (terms, rest) = (terms || more_terms, rest || more_rest);
                    let rent_before = rent_before.or(later).filter(|rent| *rent != new.facts.rent);
                    if rent_before.is_none() && !terms && !rest {
                        settled.remove(at);
                    } else {
                        settled[at] =
                            News { what: What::Changed { rent_before, terms, rest }, facts: new.facts };
                    }
                }
                _ => settled[at] = new,
            },
        }
    }
    settled
}

/// The mail that asks to confirm.
pub fn confirm_letter(watch: &Watch, named: &str, confirm: &str, links: &Links<'_>) -> Letter {
    let language = watch.language;
    let often = match (language, watch.cadence) {
        (Language::Ja, Cadence::AtOnce) => "変化があるたびに",
        (Language::Ja, Cadence::Daily) => "1日1回まとめて",
        (Language::En, Cadence::AtOnce) => "as soon as anything changes",
        (Language::En, Cadence::Daily) => "once a day",
        (Language::Easy, Cadence::AtOnce) => "変わったら すぐに",
        (Language::Easy, Cadence::Daily) => "1日に 1回",
    };
    let (subject, lead, button, rest) = match language {
        Language::Ja => (
            "お知らせメールの確認",
            format!(
                "条件「{named}」に合う物件の新着・変更・掲載終了を、{often}メールでお知らせする申し込みを受け付けました。\
                 まだ始まっていません。次のページで「受け取る」を押すと始まります。"
            ),
            "確認のページを開く",
            "リンクは48時間有効です。心当たりのないときは何もしないでください。このメールアドレスは48時間後に消去されます。",
        ),
        Language::En => (
            "Please confirm your listing alerts",
            format!(
                "Somebody, we hope you, asked to be told {often} when listings that match “{named}” appear, change or go. \
                 Nothing has started yet: open the page below and press “Start”."
            ),
            "Open the confirmation page",
            "The link works for 48 hours. If this was not you, do nothing: the address is erased after 48 hours.",
        ),
        Language::Easy => (
            "メールの かくにん",
            format!(
                "「{named}」の 店や 工場が 新しく 出たとき、変わったとき、なくなったとき、{often} メールで お知らせします。\
                 まだ 始まって いません。下の ページで「うけとる」を おして ください。"
            ),
            "かくにんの ページを ひらく",
            "48時間の 間に おして ください。知らない メールの ときは、何も しないで ください。メールアドレスは 48時間 たつと 消えます。",
        ),
    };
    let mut sheet = Sheet::new(language, subject);
    sheet.paragraph(&lead);
    sheet.link(button, confirm);
    sheet.paragraph(rest);
    sheet.foot(links.base, None);
    sheet.done()
}

/// The mail that tells what happened.
pub fn news_letter(watch: &Watch, named: &str, news: &[News], more: u32, links: &Links<'_>) -> Letter {
    let language = watch.language;
    let mut sheet = Sheet::new(language, &subject(language, news, more));
    sheet.paragraph(&match language {
        Language::Ja => format!("条件「{named}」の物件のお知らせです。"),
        Language::En => format!("News of listings for “{named}”."),
        Language::Easy => format!("「{named}」の お知らせです。"),
    });
    for (heading, wanted) in sections(language) {
        let some: Vec<&News> = news.iter().filter(|news| wanted(news.what)).collect();
        if !some.is_empty() {
            sheet.heading(heading);
            for one in some {
                write_news(&mut sheet, one, links.base);
            }
        }
    }
    if more > 0 {
        sheet.paragraph(&match language {
            Language::Ja => format!("ほかに{more}件あります。地図でご覧ください: {}/", links.base),
            Language::En => format!("There are {more} more; see the map: {}/", links.base),
            Language::Easy => format!("ほかに {more}件 あります。地図を 見て ください: {}/", links.base),
        });
    }
    sheet.foot(links.base, Some(links.stop));
    sheet.done()
}

type Wanted = fn(What) -> bool;

const fn sections(language: Language) -> [(&'static str, Wanted); 3] {
    let entered: Wanted = |what| matches!(what, What::Entered);
    let changed: Wanted = |what| matches!(what, What::Changed { .. });
    let left: Wanted = |what| matches!(what, What::Left(_));
    match language {
        Language::Ja => [("新しく条件に合った物件", entered), ("変更", changed), ("なくなった物件", left)],
        Language::En => [("New", entered), ("Changed", changed), ("Gone", left)],
        Language::Easy => [("新しく 出ました", entered), ("変わりました", changed), ("なくなりました", left)],
    }
}

fn subject(language: Language, news: &[News], more: u32) -> String {
    let total = news.len() + more as usize;
    if let ([only], 0) = (news, more) {
        let title = headline(language, &only.facts);
        return match (language, only.what) {
            (Language::Ja, What::Entered) => format!("新着: {title}"),
            (Language::Ja, What::Changed { .. }) => format!("変更: {title}"),
            (Language::Ja | Language::Easy, What::Left(_)) => format!("なくなりました: {title}"),
            (Language::En, What::Entered) => format!("New: {title}"),
            (Language::En, What::Changed { .. }) => format!("Changed: {title}"),
            (Language::En, What::Left(_)) => format!("Gone: {title}"),
            (Language::Easy, What::Entered) => format!("新しいです: {title}"),
            (Language::Easy, What::Changed { .. }) => format!("変わりました: {title}"),
        };
    }
    match language {
        Language::Ja => format!("物件のお知らせ {total}件"),
        Language::En => format!("{total} listings to look at"),
        Language::Easy => format!("お知らせが {total}件 あります"),
    }
}

/// What happened, beyond what the section says; `None` where nothing is to be added.
fn happened(language: Language, news: &News) -> Option<String> {
    let (now, facts) = (rent(language, news.facts.rent), &news.facts);
    match news.what {
        What::Entered => None,
        What::Changed { rent_before, terms, rest } => {
            let mut parts: Vec<String> = Vec::new();
            parts.extend(rent_before.filter(|before| *before != facts.rent).map(|before| {
                let before = rent(language, before);
                match language {
                    Language::Ja => format!("{before} → {now}"),
                    Language::En => format!("Rent: {before} → {now}"),
                    Language::Easy => format!("家賃: {before} → {now}"),
                }
            }));
            if terms {
                parts.push(match language {
                    Language::Ja => "契約条件が変わりました".to_owned(),
                    Language::En => "Other terms changed".to_owned(),
                    Language::Easy => "ほかの お金や 約束が 変わりました".to_owned(),
                });
            }
            if rest {
                parts.push(match language {
                    Language::Ja => "説明・設備などが変わりました".to_owned(),
                    Language::En => "The description or the rooms changed".to_owned(),
                    Language::Easy => "説明や 部屋の ことが 変わりました".to_owned(),
                });
            }
            Some(parts.join(if language == Language::En { ". " } else { "。" }))
        }
        What::Left(gone) => Some(
            match (language, gone) {
                (Language::Ja, Gone::Ended) => "募集が終わりました",
                (Language::Ja, Gone::Hidden) => "いまは公開されていません",
                (Language::Ja, Gone::Elsewhere) => "条件に合わなくなりました（募集は続いています）",
                (Language::En, Gone::Ended) => "No longer on offer",
                (Language::En, Gone::Hidden) => "Hidden for now",
                (Language::En, Gone::Elsewhere) => "Still on offer, but it no longer matches your search",
                (Language::Easy, Gone::Ended) => "もう 借りられません",
                (Language::Easy, Gone::Hidden) => "いまは 見られません",
                (Language::Easy, Gone::Elsewhere) => {
                    "あなたの 条件と ちがう ように なりました。まだ 借りられます"
                }
            }
            .to_owned(),
        ),
    }
}

fn write_news(sheet: &mut Sheet, news: &News, base: &str) {
    let (title, line) = (headline(sheet.language, &news.facts), summary(sheet.language, &news.facts));
    // What has ended has no page to look at.
    let page = (news.what != What::Left(Gone::Ended)).then(|| page(base, news.facts.id));
    sheet.entry(&title, page.as_deref(), happened(sheet.language, news).as_deref(), &line);
}

fn page(base: &str, id: ListingId) -> String {
    format!("{base}/listing/{id}")
}

#[cfg(test)]
mod tests {
    use super::super::listing::tests::cafe;
    use super::*;
    use crate::domain::{Asking, ListingFacts, WatchId, WatchState, Yen};
    use time::macros::datetime;

    const LINKS: Links<'_> =
        Links { base: "https://ward.example", stop: "https://ward.example/watch/stop/x" };

    fn watch(language: Language) -> Watch {
        Watch {
            id: WatchId::from_bits(1).unwrap(),
            query: String::new(),
            language,
            cadence: Cadence::Daily,
            state: WatchState::Active,
            created: datetime!(2026-01-01 0:00 UTC),
            confirmed: None,
            stopped: None,
        }
    }

    fn news(what: What) -> News {
        News { what, facts: cafe() }
    }

    fn dearer(before: u64) -> News {
        let rent_before = Some(Asking::Amount(Yen::new(before).unwrap()));
        news(What::Changed { rent_before, terms: false, rest: false })
    }

    #[test]
    fn a_mail_says_the_same_in_text_and_html_and_leads_to_the_listing_and_to_the_end() {
        for language in Language::ALL {
            let letter = news_letter(&watch(*language), "条件", &[dearer(200_000)], 0, &LINKS);
            for form in [&letter.text, &letter.html] {
                for said in ["路面の空き店舗", "→", "https://ward.example/listing/00000000007", LINKS.stop]
                {
                    assert!(form.contains(said), "{said} in {form}");
                }
            }
            assert!(!letter.html.contains("<img") && !letter.html.contains("http-equiv"));
        }
    }

    #[test]
    fn a_title_with_markup_stays_text() {
        let facts = ListingFacts { title: "<b>\"店\"&".into(), ..cafe() };
        let letter =
            news_letter(&watch(Language::Ja), "<i>", &[News { what: What::Entered, facts }], 0, &LINKS);
        assert!(letter.html.contains("&lt;b&gt;&quot;店&quot;&amp;") && letter.html.contains("&lt;i&gt;"));
    }

    #[test]
    fn what_came_and_went_before_the_daily_mail_is_no_news() {
        assert_eq!(settled(vec![news(What::Entered), dearer(1), news(What::Left(Gone::Ended))]), []);
        // The rent rose and fell again to what it is now.
        let now = 183_000;
        assert_eq!(settled(vec![dearer(now), dearer(200_000)]), []);
        let [both] = &settled(vec![dearer(150_000), dearer(160_000)])[..] else { panic!() };
        assert_eq!(both.what, dearer(150_000).what);
        assert_eq!(settled(vec![news(What::Left(Gone::Hidden)), news(What::Entered)]), [news(What::Entered)]);
    }
}
