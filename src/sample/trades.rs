//! Answers "what was there, and what would suit?": trades by kind of premises, as free words.

use crate::domain::{Cooking, ListingKind};

/// What used to be there, and what would suit.
pub(super) fn former_trades(kind: ListingKind, cooking: Cooking) -> &'static [&'static str] {
    match kind {
        // A salon leaves no kitchen behind.
        ListingKind::Furnished if cooking == Cooking::None => {
            &["美容室", "理容室", "整体院", "ネイルサロン", "雑貨店", "花屋"]
        }
        ListingKind::Shared if cooking == Cooking::None => &["美容室の一席", "整体院", "教室", "ギャラリー"],
        ListingKind::Shop => &[
            "文具店",
            "花屋",
            "呉服店",
            "青果店",
            "時計店",
            "古書店",
            "薬局",
            "化粧品店",
            "手芸店",
            "靴の修理店",
            "学習塾",
            "米屋",
            "自転車店",
            "クリーニング取次店",
            "写真館",
            "布団店",
        ],
        ListingKind::Furnished => &[
            "喫茶店",
            "そば店",
            "洋食店",
            "小料理店",
            "ラーメン店",
            "パン屋",
            "焼き鳥店",
            "カフェ",
            "和菓子店",
            "ビストロ",
            "カレー店",
            "惣菜店",
            "甘味処",
        ],
        ListingKind::Workshop => &[
            "木工所",
            "印刷所",
            "金属加工の工場",
            "縫製工場",
            "看板工房",
            "自動車整備工場",
            "精密部品の工場",
            "製本所",
            "ガラス工房",
            "食品加工場",
            "畳店の作業場",
            "倉庫",
        ],
        ListingKind::Office => &[
            "設計事務所",
            "税理士事務所",
            "編集プロダクション",
            "不動産会社",
            "デザイン事務所",
            "個人事務所",
        ],
        ListingKind::Succession => &[
            "豆腐店",
            "銭湯わきの理容室",
            "和菓子店",
            "クリーニング店",
            "喫茶店",
            "鍵と靴修理の店",
            "町の印刷所",
            "パン屋",
            "畳店",
            "仕立て直しの店",
            "焼き菓子店",
            "金物店",
        ],
        ListingKind::PopUp => {
            &["空き店舗の一角", "ギャラリー", "もと銀行の窓口", "商店会の案内所", "催事スペース"]
        }
        ListingKind::TestBed => {
            &["もと倉庫", "空き地", "もと診療所", "使われていない車庫", "もと社員食堂", "屋上"]
        }
        ListingKind::Shared => {
            &["夜だけの酒場", "昼だけの食堂", "菓子工房", "料理教室", "美容室の一席", "バー"]
        }
    }
}

/// Trades a landlord of such premises would welcome.
pub(super) fn welcome_trades(kind: ListingKind, cooking: Cooking) -> &'static [&'static str] {
    match (kind, cooking) {
        (ListingKind::Workshop, _) => {
            &["家具製作", "印刷", "金属加工", "自転車組立", "縫製", "食品加工", "機械修理", "3D造形"]
        }
        (ListingKind::Office, _) => &["設計事務所", "士業", "IT開発", "デザイン", "編集", "訪問看護の拠点"],
        (ListingKind::TestBed, _) => {
            &["配送ロボット実証", "屋内菜園", "省エネ機器の試験", "地域見守りサービス", "展示と体験会"]
        }
        (ListingKind::PopUp, _) => &["焼き菓子", "古着", "雑貨", "写真展", "季節の花", "地方の物産"],
        (ListingKind::Shared, _) => {
            &["間借りカレー", "焼き菓子製造", "昼だけのカフェ", "コーヒースタンド", "料理教室"]
        }
        (_, Cooking::Heavy) => &["ラーメン", "焼肉", "中華料理", "居酒屋", "インド料理", "洋食"],
        (_, Cooking::Light) => &["カフェ", "パン", "焼き菓子", "惣菜", "ジュースバー", "甘味"],
        _ => &["雑貨", "花", "本", "衣料", "整体", "学習塾", "美容", "ペット用品", "ネイル", "古道具"],
    }
}
