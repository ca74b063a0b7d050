//! The codes of Tokyo's 23 special wards, for files that give only their names.

const WARDS: [&str; 23] = [
    "千代田区",
    "中央区",
    "港区",
    "新宿区",
    "文京区",
    "台東区",
    "墨田区",
    "江東区",
    "品川区",
    "目黒区",
    "大田区",
    "世田谷区",
    "渋谷区",
    "中野区",
    "杉並区",
    "豊島区",
    "北区",
    "荒川区",
    "板橋区",
    "練馬区",
    "足立区",
    "葛飾区",
    "江戸川区",
];
const CODES: [&str; 23] = [
    "13101", "13102", "13103", "13104", "13105", "13106", "13107", "13108", "13109", "13110", "13111",
    "13112", "13113", "13114", "13115", "13116", "13117", "13118", "13119", "13120", "13121", "13122",
    "13123",
];

/// The code of a ward, from its name with or without 東京都.
pub(super) fn code_of(name: &str) -> Option<&'static str> {
    let bare = without_prefecture(name);
    WARDS.iter().position(|ward| *ward == bare).map(|i| CODES[i])
}

/// 東京都世田谷区 is 世田谷区.
pub(super) fn without_prefecture(name: &str) -> &str {
    let at_prefecture = |mark: char| {
        let (i, _) = name.char_indices().skip(2).take(2).find(|(_, c)| *c == mark)?;
        let rest = &name[i + mark.len_utf8()..];
        (!rest.is_empty()).then_some(rest)
    };
    if name.starts_with("東京都") || name.starts_with("北海道") {
        let rest = name.trim_start_matches("東京都").trim_start_matches("北海道");
        return if rest.is_empty() { name } else { rest };
    }
    if name.starts_with("京都府") || name.starts_with("大阪府") {
        return at_prefecture('府').unwrap_or(name);
    }
    at_prefecture('県').unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ward_is_found_with_and_without_its_prefecture() {
        assert_eq!(code_of("東京都世田谷区"), Some("13112"));
        assert_eq!(code_of("世田谷区"), Some("13112"));
        assert_eq!(code_of("川崎市"), None);
    }

    #[test]
    fn prefectures_are_taken_off_and_cities_kept_whole() {
        for (whole, bare) in [
            ("神奈川県川崎市", "川崎市"),
            ("長野県茅野市", "茅野市"),
            ("京都府京都市", "京都市"),
            ("北海道札幌市", "札幌市"),
            ("山県市", "山県市"),
            ("東京都", "東京都"),
        ] {
            assert_eq!(without_prefecture(whole), bare);
        }
    }
}
