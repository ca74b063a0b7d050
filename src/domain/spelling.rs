//! In how many ways may one name be typed?
//!
//! Folded is what typing changes, and kanji are kept: width, case, katakana, old forms of kanji (澤, 經), ヶ, ケ and
//! が, ノ and 之, the numerals before 丁目. Nothing is looked up; how a name sounds is another question.

use unicode_normalization::UnicodeNormalization;

use super::fold::fold_number;
use super::kana::hiragana;

/// A name as written, without the differences typing makes, and where each of its letters came from.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Spelt {
    text: String,
    /// For every letter of `text` the letters of the original it stands for, counted in `char`s.
    from: Vec<(u32, u32)>,
}

impl Spelt {
    /// The folded name.
    ///
    /// ```
    /// use machikado::domain::Spelt;
    /// assert_eq!(Spelt::of("祖師ケ谷大藏").text(), Spelt::of("祖師ヶ谷大蔵").text());
    /// assert_eq!(Spelt::of("赤堤１丁目").text(), Spelt::of("赤堤一丁目").text());
    /// ```
    pub fn of(text: &str) -> Self {
        let letters = numbered_blocks(&joined(&letters(text)));
        Self {
            text: letters.iter().map(|l| l.is).collect(),
            from: letters.iter().map(|l| (l.from, l.to)).collect(),
        }
    }

    /// The folded text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// True if nothing is left of the name.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The letters of the original, from and to, that the letters of this text from byte `start` to byte `end`
    /// stand for.
    pub fn original(&self, start: usize, end: usize) -> Option<(u32, u32)> {
        let first = self.text.get(..start)?.chars().count();
        let count = self.text.get(start..end)?.chars().count();
        let covered = self.from.get(first..first + count)?;
        Some((covered.first()?.0, covered.last()?.1))
    }

    /// The text without the がand の between kanji, which some write and others do not (梅ヶ丘, 梅丘).
    pub fn without_links(&self) -> String {
        let letters: Vec<char> = self.text.chars().collect();
        let is_link = |at: usize| {
            matches!(letters[at], 'が' | 'の')
                && at > 0
                && is_kanji(letters[at - 1])
                && letters.get(at + 1).is_none_or(|c| is_kanji(*c))
        };
        (0..letters.len()).filter(|at| !is_link(*at)).map(|at| letters[at]).collect()
    }
}

#[derive(Debug, Clone, Copy)]
struct Letter {
    is: char,
    from: u32,
    to: u32,
}

/// The letters that count: NFKC, lower case, hiragana, present forms of kanji; no blanks, no punctuation.
fn letters(text: &str) -> Vec<Letter> {
    let all: Vec<char> = text.chars().collect();
    let mut out = Vec::with_capacity(all.len());
    let mut at = 0;
    while at < all.len() {
        let mut end = at + 1;
        while end < all.len() && is_mark(all[end]) {
            end += 1;
        }
        let folded: Vec<char> = all[at..end].iter().copied().nfkc().flat_map(char::to_lowercase).collect();
        let kept = folded.into_iter().filter(|c| c.is_alphanumeric() && *c != 'ー');
        out.extend(kept.map(|c| Letter { is: present(small_to_full(c)), from: at as u32, to: end as u32 }));
        at = end;
    }
    out
}

/// Marks that belong to the letter before them: voicing marks of half-width kana, accents.
const fn is_mark(c: char) -> bool {
    matches!(c, '\u{ff9e}' | '\u{ff9f}' | '\u{3099}' | '\u{309a}' | '\u{300}'..='\u{36f}')
}

/// Between kanji (and after one at the end) ヶ, ケ, ヵ and が are one letter, and ノ, 之 and の another. Elsewhere
/// katakana are hiragana.
fn joined(letters: &[Letter]) -> Vec<Letter> {
    let kanji_at = |at: Option<usize>| at.and_then(|at| letters.get(at)).map(|l| is_kanji(l.is));
    letters
        .iter()
        .enumerate()
        .map(|(at, letter)| {
            let before = kanji_at(at.checked_sub(1)) == Some(true);
            let links = before && kanji_at(Some(at + 1)) != Some(false);
            let is = match letter.is {
                'ヶ' | 'ヵ' | 'ケ' | 'ガ' | 'が' | 'ゖ' | 'ゕ' | 'け' if links => 'が',
                'ノ' | '之' | '乃' if before => 'の',
                'ヶ' | 'ゖ' => 'け',
                'ヵ' | 'ゕ' => 'か',
                c => hiragana(c),
            };
            Letter { is, ..*letter }
        })
        .collect()
}

/// 一丁目 becomes 1丁目.
fn numbered_blocks(letters: &[Letter]) -> Vec<Letter> {
    let mut out: Vec<Letter> = Vec::with_capacity(letters.len());
    for (at, letter) in letters.iter().enumerate() {
        let ends_number = letter.is == '丁' && letters.get(at + 1).is_none_or(|next| next.is == '目');
        if ends_number {
            let digits = out.iter().rev().take_while(|l| is_kanji_numeral(l.is)).count();
            let run: Vec<Letter> = out.split_off(out.len() - digits);
            let text: String = run.iter().map(|l| l.is).collect();
            match (fold_number(&text), run.first(), run.last()) {
                (Some(number), Some(first), Some(last)) => {
                    let whole = |is| Letter { is, from: first.from, to: last.to };
                    out.extend(number.to_string().chars().map(whole));
                }
                _ => out.extend(run),
            }
        }
        out.push(*letter);
    }
    out
}

/// True for 一 to 九, 〇 and 十.
pub(super) fn is_kanji_numeral(c: char) -> bool {
    "〇一二三四五六七八九十".contains(c)
}

pub(super) const fn is_kanji(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '々')
}

/// カフエ is カフェ; ゃ, ゅ and ょ stay.
fn small_to_full(c: char) -> char {
    match c {
        'ぁ' | 'ぃ' | 'ぅ' | 'ぇ' | 'ぉ' | 'ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' => {
            char::from_u32(c as u32 + 1).unwrap_or(c)
        }
        _ => c,
    }
}

/// Old and other forms of kanji met in names, each with the one it is compared as.
const FORMS: &str = "澤沢 濱浜 濵浜 邊辺 邉辺 齋斉 齊斉 斎斉 廣広 國国 學学 櫻桜 龍竜 嶋島 嶌島 \
嶽岳 眞真 髙高 﨑崎 碕崎 德徳 驛駅 條条 舘館 藏蔵 圓円 縣県 區区 惠恵 榮栄 \
應応 淸清 瀨瀬 與与 鐵鉄 壽寿 彌弥 靜静 實実 寶宝 來来 會会 佛仏 萬万 黑黒 \
鹽塩 鷗鴎 蘆芦 龜亀 燈灯 檜桧 豐豊 經経 當当 團団 轉転 遙遥 晉晋 參参 雙双 \
祇祗 薗園 籔藪 埜野 埼崎 桒桑 槇槙 關関 觀観 戶戸 步歩 每毎 綠緑 溫温 橫横 \
曾曽 瀧滝 瑤瑶 禮礼 稻稲 穗穂 竝並 絲糸 續続 莊荘 藝芸 處処 號号 變変 賣売 \
邨村 醫医 釋釈 鄕郷 錢銭 總総 鷄鶏 麥麦 點点 體体 兒児 將将 專専 尙尚 屬属 \
峯峰 巖巌 帶帯 從従 戀恋 拂払 收収 數数 晝昼 樂楽 檢検 權権 氣気 澁渋 濟済 \
爲為 獨独 瓣弁 廳庁 圖図 蠶蚕 傳伝 假仮 價価";

fn present(c: char) -> char {
    if !is_kanji(c) {
        return c;
    }
    FORMS.split(' ').find_map(|pair| pair.strip_prefix(c)?.chars().next()).unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn spelt(text: &str) -> String {
        Spelt::of(text).text().to_owned()
    }

    #[test]
    fn a_name_is_spelt_the_same_in_every_width_script_and_form() {
        for (one, others) in [
            ("経堂", vec!["經堂", " 経 堂 ", "経・堂"]),
            ("祖師ヶ谷大蔵", vec!["祖師ケ谷大蔵", "祖師が谷大蔵", "祖師ｹ谷大蔵", "祖師ガ谷大藏"]),
            ("池ノ上", vec!["池の上", "池之上", "池ﾉ上"]),
            ("豪徳寺", vec!["豪德寺"]),
            ("赤堤一丁目", vec!["赤堤１丁目", "赤堤1丁目", "赤堤 １ 丁目"]),
            ("北沢十二丁目", vec!["北沢12丁目", "北澤１２丁目"]),
            ("ケヤキ通り", vec!["けやき通り", "ｹﾔｷ通り"]),
            ("ガーデン", vec!["ｶﾞｰﾃﾞﾝ", "がーでん", "ガデン"]),
        ] {
            for other in others {
                assert_eq!(spelt(one), spelt(other), "{one} {other}");
            }
        }
    }

    #[test]
    fn a_link_between_kanji_may_be_left_out() {
        assert_eq!(Spelt::of("梅ヶ丘").without_links(), spelt("梅丘"));
        assert_eq!(Spelt::of("池ノ上").without_links(), "池上");
        assert_eq!(Spelt::of("すがも").without_links(), "すがも");
    }

    #[test]
    fn a_part_of_the_folded_name_is_found_in_the_name_as_written() {
        let name = Spelt::of("ｶﾞｰﾃﾞﾝ北澤十二丁目");
        let at = name.text().find("北沢").unwrap();
        assert_eq!(name.original(at, at + "北沢".len()), Some((6, 8)));
        let at = name.text().find("12").unwrap();
        assert_eq!(name.original(at, at + 2), Some((8, 10)));
        assert_eq!(name.original(0, 999), None);
    }

    #[test]
    fn the_form_a_kanji_is_compared_as_has_no_other_form() {
        for pair in FORMS.split(' ') {
            let [old, new] = pair.chars().collect::<Vec<_>>()[..] else { panic!("{pair}") };
            assert_eq!((present(old), present(new)), (new, new), "{pair}");
        }
    }

    proptest! {
        #[test]
        fn any_text_can_be_folded_and_folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = spelt(&text);
            let _ = Spelt::of(&text).without_links();
            prop_assert_eq!(spelt(&once), once);
        }

        #[test]
        fn every_letter_of_the_folded_text_comes_from_the_text(text in "\\PC{0,30}") {
            let name = Spelt::of(&text);
            let letters = text.chars().count() as u32;
            for (at, c) in name.text().char_indices() {
                let (from, to) = name.original(at, at + c.len_utf8()).unwrap();
                prop_assert!(from < to && to <= letters);
            }
        }
    }
}
