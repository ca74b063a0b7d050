//! Answers "what do the drawn shops, workshops and offices look like from the street?".

use super::canvas::{Canvas, HEIGHT, WIDTH};

/// Sky, wall, wood, accent.
type Palette = [&'static str; 4];

const DAY: &str = "#dcebf2";
const MORNING: &str = "#f3ead9";
const EVENING: &str = "#e8d3cf";

const SHOPS: [(&str, Palette); 8] = [
    ("喫茶", [DAY, "#efe4d2", "#7a5640", "#b5483a"]),
    ("花", [MORNING, "#f4efe6", "#5d6b58", "#5f8f62"]),
    ("文具", [DAY, "#d9dde0", "#4d5966", "#2f6690"]),
    ("パン", [MORNING, "#f6e3c5", "#8a5a33", "#d08a3c"]),
    ("そば", [EVENING, "#e6dccb", "#54402f", "#33475b"]),
    ("古書", [EVENING, "#dcd3c2", "#5b4636", "#7b5e7b"]),
    ("雑貨", [DAY, "#f1e9ea", "#7d6a6a", "#c0707c"]),
    ("惣菜", [MORNING, "#ece7dc", "#6b5a45", "#c8553d"]),
];

fn ground(c: &mut Canvas, sky: &str) {
    c.rect(0, 0, WIDTH, HEIGHT, sky);
    c.rect(0, 398, WIDTH, 82, "#b9b4aa");
    c.rect(0, 398, WIDTH, 12, "#d5d0c5");
    c.line(&[(0, 446), (WIDTH, 446)], 3, "#a8a399");
}

fn neighbours(c: &mut Canvas) {
    c.rect(0, 120, 92, 278, "#d3cbbd");
    c.rect(18, 160, 46, 60, "#bfd0d4");
    c.rect(548, 92, 92, 306, "#cfc8c2");
    c.rect(566, 140, 40, 54, "#bccdd2");
    c.rect(566, 236, 40, 54, "#bccdd2");
}

/// A shop front; `number` from 0 to 7.
pub(super) fn shopfront(number: usize) -> Canvas {
    let (word, [sky, wall, wood, accent]) = SHOPS[number % SHOPS.len()];
    let lit = sky == EVENING;
    let mut c = Canvas::default();
    ground(&mut c, sky);
    neighbours(&mut c);
    let top = 60 + (number as i32 % 3) * 26;
    c.rect(92, top, 456, 398 - top, wall);
    if number.is_multiple_of(2) {
        c.polygon(&[(76, top), (564, top), (536, top - 30), (104, top - 30)], "#6b6f78");
    } else {
        c.rect(84, top - 12, 472, 14, wood);
    }
    // Upstairs.
    let windows = 2 + number as i32 % 2;
    for k in 0..windows {
        let x = 92 + 456 * (2 * k + 1) / (2 * windows) - 42;
        c.glass(x, top + 28, 84, 62, wood, lit && k == 0);
    }
    // Signboard.
    c.rounded(116, 206, 408, 46, 4, wood);
    c.word(320, 239, 30, "#fffaf0", word);
    // Door and shop window change sides.
    let (door, window) = if number < 4 { (408, 126) } else { (138, 246) };
    c.glass(window, 284, 256, 96, wood, lit);
    c.rect(window + 126, 284, 5, 96, wood);
    c.rounded(door, 274, 92, 124, 3, wood);
    c.rect(door + 12, 286, 68, 72, if lit { "#ffe9b8" } else { "#c9dde4" });
    c.circle(door + 76, 340, 4, "#e5c16c");
    match number % 4 {
        0 | 3 => {
            for k in 0..12 {
                let x = 112 + k * 35;
                c.polygon(
                    &[(x, 252), (x + 35, 252), (x + 33, 280), (x - 2, 280)],
                    if k % 2 == 0 { accent } else { "#faf6ee" },
                );
            }
        }
        1 => c.polygon(&[(112, 254), (528, 254), (540, 276), (100, 276)], accent),
        _ => {
            for k in 0..3 {
                c.rect(door + 2 + k * 30, 270, 28, 42, accent);
            }
        }
    }
    // The notice in the window says what the place is: free.
    c.rect(window + 20, 306, 82, 44, "#ffffff");
    c.word(window + 61, 334, 17, "#a13a30", "貸店舗");
    match number % 3 {
        0 => {
            c.plant(116, 398, 18);
            c.plant(522, 398, 14);
        }
        1 => bicycle(&mut c, if number < 4 { 232 } else { 414 }, 392),
        _ => {
            c.polygon(&[(516, 398), (524, 338), (548, 338), (556, 398)], wood);
            c.rect(526, 346, 20, 30, "#2f3b35");
            c.plant(112, 398, 16);
        }
    }
    c
}

fn bicycle(c: &mut Canvas, x: i32, y: i32) {
    c.ring(x, y - 16, 20, 3, "#4a4a4a");
    c.ring(x + 68, y - 16, 20, 3, "#4a4a4a");
    c.line(&[(x, y - 16), (x + 24, y - 46), (x + 58, y - 46), (x + 32, y - 16), (x, y - 16)], 3, "#5a7d8c");
    c.line(&[(x + 24, y - 46), (x + 32, y - 16)], 3, "#5a7d8c");
    c.line(&[(x + 68, y - 16), (x + 56, y - 58), (x + 66, y - 60)], 3, "#5a7d8c");
    c.line(&[(x + 16, y - 52), (x + 32, y - 52)], 5, "#3c3c3c");
}

/// A workshop; `number` from 0 to 3.
pub(super) fn workshop(number: usize) -> Canvas {
    let walls = ["#c3ccd0", "#cfc6b4", "#b9c4bb", "#c9bfc0"];
    let wall = walls[number % walls.len()];
    let mut c = Canvas::default();
    ground(&mut c, [DAY, MORNING, DAY, EVENING][number % 4]);
    match number % 4 {
        0 => {
            for k in 0..4 {
                let x = 70 + k * 125;
                c.polygon(&[(x, 176), (x, 112), (x + 125, 176)], "#7f8a90");
                c.polygon(&[(x, 170), (x, 122), (x + 20, 132), (x + 20, 170)], "#cfe1e6");
            }
        }
        1 | 3 => c.polygon(&[(52, 176), (320, 84), (588, 176)], "#76706a"),
        _ => c.rect(58, 150, 524, 28, "#6f7b74"),
    }
    c.rect(70, 176, 500, 222, wall);
    for k in 1..25 {
        c.line(&[(70 + k * 20, 180), (70 + k * 20, 396)], 1, "#a9b0b2");
    }
    let door = if number.is_multiple_of(2) { 330 } else { 110 };
    c.rect(door - 8, 216, 196, 182, "#59636a");
    let open = 34 + number as i32 * 22;
    c.rect(door, 224, 180, 174, "#3d4449");
    for k in 0..(174 - open) / 12 {
        c.rect(door, 224 + k * 12, 180, 10, "#aeb8bd");
    }
    let beside = if number.is_multiple_of(2) { 110 } else { 340 };
    c.glass(beside, 232, 84, 58, "#6b757b", number == 3);
    c.glass(beside + 106, 232, 84, 58, "#6b757b", false);
    c.rounded(beside + 6, 316, 66, 82, 2, "#6d5b4c");
    c.rect(beside + 98, 326, 92, 40, "#ffffff");
    c.word(beside + 144, 352, 17, "#a13a30", "貸工場");
    if number % 2 == 1 {
        truck(&mut c, 24, 436);
    } else {
        for (x, y) in [(520, 372), (546, 372), (533, 346)] {
            c.rect(x, y, 25, 25, "#b98b56");
            c.line(&[(x, y), (x + 25, y + 25)], 2, "#94693b");
        }
        c.plant(90, 398, 15);
    }
    c
}

fn truck(c: &mut Canvas, x: i32, y: i32) {
    c.rect(x, y - 66, 108, 50, "#f2f2ee");
    c.rounded(x + 108, y - 52, 46, 38, 6, "#4f7f9a");
    c.rect(x + 118, y - 46, 26, 18, "#d5e7ee");
    c.rect(x, y - 18, 154, 6, "#5c5c5c");
    for wheel in [x + 28, x + 128] {
        c.circle(wheel, y - 10, 14, "#3a3a3a");
        c.circle(wheel, y - 10, 6, "#b8b8b8");
    }
}

/// A building with offices; `number` from 0 to 2.
pub(super) fn office(number: usize) -> Canvas {
    let (wall, frame) = [("#d8cfc4", "#6f6257"), ("#c7d0d6", "#55626d"), ("#e3ddd0", "#7a6a58")][number % 3];
    let mut c = Canvas::default();
    ground(&mut c, [DAY, DAY, MORNING][number % 3]);
    neighbours(&mut c);
    let floors = [3, 4, 2][number % 3];
    let top = 398 - 96 - floors * 62;
    c.rect(120, top, 400, 398 - top, wall);
    c.rect(112, top - 10, 416, 12, frame);
    for floor in 0..floors {
        let y = top + 16 + floor * 62;
        for k in 0..4 {
            c.glass(142 + k * 94, y, 72, 36, frame, floor == 1 && k == number as i32);
        }
    }
    c.rect(120, 300, 400, 8, frame);
    c.glass(150, 322, 190, 70, frame, false);
    c.rounded(384, 316, 92, 82, 3, frame);
    c.rect(394, 326, 34, 72, "#c9dde4");
    c.rect(432, 326, 34, 72, "#c9dde4");
    c.rect(200, 336, 96, 40, "#ffffff");
    c.word(248, 362, 17, "#a13a30", "貸事務所");
    c.plant(362, 398, 15);
    c
}
