//! Kana to romaji, written for the tests alone: what a person types who learned one of the systems.

const ROWS: &[(&str, &str)] = &[
    ("あいうえお", "a i u e o"),
    ("かきくけこ", "ka ki ku ke ko"),
    ("さしすせそ", "sa shi su se so"),
    ("たちつてと", "ta chi tsu te to"),
    ("なにぬねの", "na ni nu ne no"),
    ("はひふへほ", "ha hi fu he ho"),
    ("まみむめも", "ma mi mu me mo"),
    ("やゆよわん", "ya yu yo wa n"),
    ("らりるれろ", "ra ri ru re ro"),
    ("がぎぐげご", "ga gi gu ge go"),
    ("ざじずぜぞ", "za ji zu ze zo"),
    ("だぢづでど", "da ji zu de do"),
    ("ばびぶべぼ", "ba bi bu be bo"),
    ("ぱぴぷぺぽ", "pa pi pu pe po"),
];

fn syllable(c: char) -> &'static str {
    let row = ROWS.iter().find_map(|(kana, latin)| latin.split(' ').nth(kana.chars().position(|k| k == c)?));
    row.unwrap_or_else(|| panic!("no syllable for {c}"))
}

/// `kyoudou`, `itchoume`: as it is spelt, letter by letter.
pub fn spelt_out(kana: &str) -> String {
    let mut out = String::new();
    let mut doubled = false;
    for c in kana.chars() {
        match c {
            'っ' => doubled = true,
            'ー' => out.push(out.chars().last().unwrap()),
            'ゃ' | 'ゅ' | 'ょ' => {
                assert_eq!(out.pop(), Some('i'));
                let glide =
                    if out.ends_with("sh") || out.ends_with("ch") || out.ends_with('j') { "" } else { "y" };
                out.push_str(glide);
                out.push(match c {
                    'ゃ' => 'a',
                    'ゅ' => 'u',
                    _ => 'o',
                });
            }
            c => {
                let next = syllable(c);
                if std::mem::take(&mut doubled) {
                    out.push(if next.starts_with("ch") { 't' } else { next.chars().next().unwrap() });
                }
                out.push_str(next);
            }
        }
    }
    out
}

/// `Kyōdō` in small letters.
pub fn hepburn(kana: &str) -> String {
    spelt_out(kana).replace("ou", "ō").replace("oo", "ō").replace("uu", "ū").replace("aa", "ā")
}

/// `kyodo`.
pub fn hepburn_plain(kana: &str) -> String {
    spelt_out(kana).replace("ou", "o").replace("oo", "o").replace("uu", "u").replace("aa", "a")
}

/// `kyôdô`, `tyôhu`.
pub fn kunrei(kana: &str) -> String {
    let long = spelt_out(kana).replace("ou", "ô").replace("oo", "ô").replace("uu", "û").replace("aa", "â");
    let vowels = ["a", "u", "o", "â", "û", "ô"];
    let mut out = long;
    for (hepburn, plain) in [("sh", "s"), ("ch", "t"), ("j", "z")] {
        for vowel in vowels {
            out = out.replace(&format!("{hepburn}{vowel}"), &format!("{plain}y{vowel}"));
        }
        out = out.replace(&format!("{hepburn}i"), &format!("{plain}i"));
    }
    out.replace("tsu", "tu").replace("fu", "hu").replace("fû", "hû")
}
