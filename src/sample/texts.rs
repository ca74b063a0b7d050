//! Answers "how would a landlord put it?": headlines and descriptions in plain, warm Japanese.
//!
//! Sentences are drawn from pools by kind and filled with what is true of the premises; nothing is
//! promised that the columns do not say. No names of people, no telephone numbers.

use rand::Rng;
use rand_chacha::ChaCha8Rng;

use super::premises::Offer;
use crate::domain::{Condition, Cooking, ListingKind};

/// The headline.
pub(super) fn title(rng: &mut ChaCha8Rng, o: &Offer) -> String {
    let (station, minutes, tsubo) = (&o.station, o.minutes, o.tsubo_text());
    let storey = o.storey_text();
    let place = match &o.street {
        Some(street) if rng.random::<f64>() < 0.6 => street.clone(),
        _ => format!("{station}駅 徒歩約{minutes}分"),
    };
    let former = &o.former;
    let patterns: &[String] = &match o.kind {
        ListingKind::Shop => [
            format!("{place}の空き店舗 {storey}・{tsubo}坪"),
            format!("{place}｜もと{former}の{storey} {tsubo}坪"),
            format!("{station}駅エリア {storey}の店舗 {tsubo}坪"),
            format!("{place} はじめての店に程よい{tsubo}坪"),
        ],
        ListingKind::Furnished => [
            format!("{place} {former}の居抜き {storey}・{tsubo}坪"),
            format!("{former}居抜き｜{place} 造作つき{tsubo}坪"),
            format!("{place} 什器を引き継げる{former}跡 {tsubo}坪"),
            format!("{station}駅 もと{former}、設備そのまま{storey}"),
        ],
        ListingKind::Workshop => [
            format!("{place} もと{former} 作業所{tsubo}坪"),
            format!("{}の作業場 {tsubo}坪、動力と搬入を相談できます", o.town),
            format!("{place} 天井の高い工場・作業所 {tsubo}坪"),
            format!("ものづくり向け {}の{storey}作業所 {tsubo}坪", o.town),
        ],
        ListingKind::Office => [
            format!("{place} {storey}事務所 {tsubo}坪"),
            format!("{station}駅 少人数向けの静かな事務所 {tsubo}坪"),
            format!("{place} もと{former}の{storey} {tsubo}坪"),
            format!("{place} 家主が近くにいる{storey}事務所 {tsubo}坪"),
        ],
        ListingKind::Succession => [
            format!("{former}を継いでくださる方を探しています（{}）", o.town),
            format!("{place} 町の{former}、後継ぎ募集"),
            format!("【事業承継】{place}の{former}"),
            format!("{former}の屋号と設備、仕入先ごと引き継ぎます"),
        ],
        ListingKind::PopUp => [
            format!("{place} 短期で試せるチャレンジショップ {tsubo}坪"),
            format!("1か月から使える{storey}区画｜{place}"),
            format!("{place} 週末の出店に 小さな{tsubo}坪"),
            format!("{}の期間貸しスペース {tsubo}坪", o.town),
        ],
        ListingKind::TestBed => [
            format!("{}で実証できます {former} {tsubo}坪", o.town),
            format!("新しいサービスの試験に {former}（{}）", o.town),
            format!("{place} 実証・実験の場 {tsubo}坪"),
            format!("{former}を実験の場に 地域の協力あり（{}）", o.town),
        ],
        ListingKind::Shared => [
            format!("{place} {former}の空き時間を間借り"),
            format!("{station}駅 曜日で借りる{tsubo}坪、まずは週1日から"),
            format!("{former}の昼の時間をお貸しします｜{}", o.town),
            format!("間借りで開業 {place} {tsubo}坪"),
        ],
    };
    patterns[rng.random_range(0..patterns.len())].clone()
}

/// The description: how it came to be free, what is there, where it is, whom it would suit.
pub(super) fn description(rng: &mut ChaCha8Rng, o: &Offer) -> String {
    let mut sentences = vec![opening(rng, o)];
    sentences.extend(rooms(rng, o));
    sentences.push(surroundings(rng, o));
    sentences.extend(wish(rng, o));
    if rng.random::<f64>() < 0.16 {
        sentences.push("（この文章は合成データです）".to_owned());
    }
    sentences.join("")
}

fn pick(rng: &mut ChaCha8Rng, pool: &[String]) -> String {
    pool[rng.random_range(0..pool.len())].clone()
}

fn opening(rng: &mut ChaCha8Rng, o: &Offer) -> String {
    let former = &o.former;
    let years = 2026_u32.saturating_sub(u32::from(o.built_year)).clamp(3, 38);
    let run = rng.random_range(3..=years.max(4));
    let storey = o.storey_text();
    let pool: Vec<String> = match o.kind {
        ListingKind::Shop => vec![
            format!("{run}年続いた{former}が今年の春に店じまいし、{storey}が空きました。"),
            format!("長く{former}としてお使いいただいた{storey}の店舗です。"),
            format!("上の階に家主が住んでおり、{storey}の店を次の方にお貸しします。"),
            format!("{former}のあとの店舗です。壁と床をきれいに直してお渡しします。"),
            format!("前の借主が隣町へ移り、{storey}の区画が空きました。"),
            "祖父の代から貸してきた店です。古いながら、手入れは続けてきました。".to_owned(),
            format!("空いて半年になります。もとは{former}でした。明かりをともしてくださる方を待っています。"),
        ],
        ListingKind::Furnished => vec![
            format!("{run}年営んだ{former}を閉めるにあたり、造作ごと引き継いでくださる方を探しています。"),
            format!("{former}の設備がそのまま残っています。開業の費用を抑えたい方に。"),
            format!("移転のため退去した{former}の居抜きです。客席の配置もそのままお使いいただけます。"),
            format!("昨年まで営業していた{former}です。掃除は済ませてあります。"),
            format!("体調の都合で店を畳みました。{former}の道具も、よければお使いください。"),
        ],
        ListingKind::Workshop => vec![
            format!("{former}として{run}年使ってきた建物です。"),
            format!("{former}が移転したあとの作業場です。床はコンクリートの土間です。"),
            format!(
                "近くの工場と助け合いながら続けてきた{former}の跡です。ものを作る方にお貸ししたいと思っています。"
            ),
            format!("建物の半分が空きました。残り半分では今も{former}が動いています。"),
            format!("住宅に囲まれていますが、昔からの{former}で、近所の理解があります。"),
        ],
        ListingKind::Office => vec![
            format!("{former}のあとの{storey}です。"),
            format!("通りに面した建物の{storey}、窓が大きく昼は照明が要らないほどです。"),
            format!("店舗とは入口が別の{storey}事務所です。"),
            "家主が隣で商いをしており、管理の目が届きます。".to_owned(),
            "少人数の会社が続けて借りてくださっている部屋です。".to_owned(),
        ],
        ListingKind::Succession => vec![
            format!(
                "この町で{run}年、{former}を続けてきました。店主が高齢になり、後を継いでくださる方を探しています。"
            ),
            format!(
                "常連のお客さまに支えられてきた{former}です。味や技も、しばらく一緒に働きながらお伝えします。"
            ),
            format!("{former}を夫婦で営んできました。子どもは別の道を選び、店を残す方法を考えています。"),
            format!("先代から受け継いだ{former}です。屋号を残すかどうかはお任せします。"),
        ],
        ListingKind::PopUp => vec![
            format!("{former}を、期間を区切ってお貸しします。"),
            "店を持つ前に、お客さまの反応を試してみませんか。".to_owned(),
            "商店会で管理している小さな区画です。これまで焼き菓子や古着の店が出ました。".to_owned(),
            "次の借主が決まるまでの間、短い期間でお使いいただけます。".to_owned(),
        ],
        ListingKind::TestBed => vec![
            format!("{former}を、新しい取り組みの場としてお使いください。"),
            "試作品を町なかで試したい方に、場所と近所の協力を用意します。".to_owned(),
            format!("使い道の決まっていない{former}です。半年ほどの実証に向いています。"),
            "地域の課題に取り組む実験なら、賃料はご相談に応じます。".to_owned(),
        ],
        ListingKind::Shared => vec![
            format!("{former}の使っていない時間をお貸しします。"),
            format!("{former}を営んでいます。定休日と空き時間に、場所と設備を使っていただけます。"),
            "自分の店を持つ前の一歩に。曜日と時間は相談して決めましょう。".to_owned(),
            format!("{former}ですが、日中は誰もいません。昼の灯をともしてくださる方を募ります。"),
        ],
    };
    pick(rng, &pool)
}

fn rooms(rng: &mut ChaCha8Rng, o: &Offer) -> Vec<String> {
    let mut said = Vec::new();
    let (tsubo, m2) = (o.tsubo_text(), o.area_text());
    said.push(pick(
        rng,
        &[
            format!("広さは約{tsubo}坪（{m2}㎡）。"),
            format!("約{tsubo}坪、{m2}㎡あります。"),
            format!("面積は{m2}㎡、およそ{tsubo}坪です。"),
        ],
    ));
    if let Some(frontage) = o.frontage_m {
        said.push(pick(
            rng,
            &[format!("間口は{frontage:.1}m。"), format!("通り側の間口は{frontage:.1}mあります。")],
        ));
    }
    let inside: &[&str] = match o.condition {
        Condition::Bare => &["スケルトンでのお渡しです。", "内装は撤去済みで、図面をお見せできます。"],
        Condition::Fixtures => &[
            "カウンター、棚、空調は残します。",
            "什器と空調は動作を確かめてあります。",
            "テーブルと椅子もそのままです。",
        ],
        Condition::Finished => &["壁紙と床は張り替えたばかりです。", "内装つき、照明もそのまま使えます。"],
        Condition::Unstated => &["中は内見のときにご確認ください。"],
    };
    said.push(inside[rng.random_range(0..inside.len())].to_owned());
    match o.cooking {
        Cooking::Heavy => said.push("排気ダクトが屋上まであり、重飲食もご相談いただけます。".into()),
        Cooking::Light if rng.random::<f64>() < 0.7 => {
            said.push("火力の強い調理は難しいのですが、喫茶や焼き菓子なら大丈夫です。".into());
        }
        Cooking::None if rng.random::<f64>() < 0.5 => {
            said.push(match o.kind {
                ListingKind::Office | ListingKind::Workshop => "火を使う調理はできません。".into(),
                _ => "上が住まいのため、飲食のご利用はご遠慮ください。".into(),
            });
        }
        _ => {}
    }
    if o.three_phase == Some(true) {
        said.push(match o.power_kw {
            Some(kw) => format!("動力は{kw:.0}kWまで引き込んであります。"),
            None => "動力が引き込んであります。容量はお問い合わせください。".into(),
        });
    }
    if o.loading == Some(true) && o.kind == ListingKind::Workshop {
        said.push("2トン車を前につけて荷を下ろせます。".into());
    }
    if let Some(ceiling) = o.ceiling_m.filter(|c| *c >= 3.4) {
        said.push(format!("天井高は{ceiling:.1}m、背の高い機械も入ります。"));
    }
    said
}

fn surroundings(rng: &mut ChaCha8Rng, o: &Offer) -> String {
    let (station, minutes) = (&o.station, o.minutes);
    let walk = format!("{station}駅から徒歩約{minutes}分");
    match &o.street {
        Some(street) => pick(
            rng,
            &[
                format!("{walk}、{street}の中ほどです。夕方は買い物帰りの人で通りがにぎわいます。"),
                format!("{street}に面し、{walk}。朝は通学路になり、あいさつの多い通りです。"),
                format!("{walk}。{street}では季節ごとに小さな市が立ち、新しい店も歓迎されます。"),
                format!("{street}の入口に近く、{walk}。向かいは青果店、並びに歯科医院があります。"),
                format!("{walk}。{street}は昔からの店と若い店が半々ほどです。"),
                format!("{street}沿い、{walk}。雨の日も人通りが絶えません。"),
                format!("{walk}。{street}のちょうど曲がり角の手前で、遠くからでも店先が見えます。"),
                format!("{street}では毎月、掃除の日に店主たちが顔を合わせます。{walk}です。"),
                format!("{walk}、{street}の静かな側です。昼は近くに住む方、夜は帰宅する方が通ります。"),
                format!("保育園が近く、{street}は夕方に親子連れが増えます。{walk}。"),
                format!("{walk}。{street}の街路灯は昨年替わり、夜も明るくなりました。"),
                format!("{street}に面した間口で、隣は米屋と理容室です。{walk}。"),
                format!("{walk}。週末は{street}を歩く人が多く、立ち寄りも期待できます。"),
                format!("{street}のなかでも古い建物が残るあたり、{walk}です。"),
            ],
        ),
        None => pick(
            rng,
            &[
                format!("{walk}、{}の落ち着いた一角です。", o.town),
                format!("場所は{}、{walk}です。周りは住まいと小さな事業所が混ざっています。", o.town),
                format!("{walk}。大きな通りから一本入り、車の出入りがしやすい場所です。"),
                format!("{}にあります。{walk}、バス停もすぐ近くです。", o.town),
                format!("{walk}。前の道は一方通行で、荷の積み下ろしに余裕があります。"),
                format!("{}の住宅地の中です。{walk}。夜は静かになります。", o.town),
                format!("{walk}、緑の多い{}です。自転車で来る方が多い場所です。", o.town),
            ],
        ),
    }
}

fn wish(rng: &mut ChaCha8Rng, o: &Offer) -> Option<String> {
    let trade = o.trades.first()?;
    let pool: Vec<String> = match o.kind {
        ListingKind::Succession => vec![
            "引き継ぎの期間は半年ほどを考えています。まずは店をのぞきに来てください。".to_owned(),
            "譲渡の条件は、お会いしてから一緒に決めたいと思います。".to_owned(),
            "帳簿はご希望の段階でお見せします。急いではおりません。".to_owned(),
        ],
        ListingKind::PopUp => vec![
            format!("{trade}などの出店を歓迎します。什器の一部は無料でお貸しします。"),
            "搬入は前日の夕方から。初めての方には商店会が手伝います。".to_owned(),
            "1日からのご利用は別途ご相談ください。".to_owned(),
        ],
        ListingKind::TestBed => vec![
            format!("{trade}のような取り組みを想定しています。結果を地域に共有していただけると嬉しいです。"),
            "近隣への説明は一緒に行います。".to_owned(),
        ],
        ListingKind::Shared => vec![
            format!("{trade}を始めたい方、まず週1日からいかがですか。"),
            "準備の時間も含めて相談しましょう。道具を置く専用の棚を用意します。".to_owned(),
        ],
        ListingKind::Workshop => vec![
            format!("{trade}など、音や振動については先にご相談ください。"),
            "長く続けてくださる作り手の方を歓迎します。".to_owned(),
            "夜8時以降の機械の運転はお控えいただいています。".to_owned(),
        ],
        _ => vec![
            format!("たとえば{trade}はいかがでしょう。町の人が喜ぶと思います。"),
            "はじめてお店を持つ方も歓迎します。開業までの段取りは急かしません。".to_owned(),
            "商店会への加入をお願いしています。".to_owned(),
            "ご内見は平日の午後が都合よいです。".to_owned(),
            "看板の位置は建物の決まりがありますので、ご相談ください。".to_owned(),
            "長くお付き合いできる方にお貸しできればと思います。".to_owned(),
        ],
    };
    (rng.random::<f64>() < 0.85).then(|| pick(rng, &pool))
}
