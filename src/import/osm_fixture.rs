//! Small `.osm.pbf` files made in code: the few messages of the format, written by hand.

/// A way: its id, its nodes and its tags.
pub(super) type MadeWay<'a> = (i64, &'a [i64], &'a [(&'a str, &'a str)]);

/// An extract of nodes (id, longitude, latitude) and ways, its blobs not compressed.
pub(super) fn osm_pbf(nodes: &[(i64, f64, f64)], ways: &[MadeWay<'_>]) -> Vec<u8> {
    let mut header = Vec::new();
    for feature in ["OsmSchema-V0.6", "DenseNodes"] {
        bytes(&mut header, 4, feature.as_bytes());
    }
    let mut file = blob("OSMHeader", &header);
    file.extend(blob("OSMData", &block(&[""], &dense(nodes))));
    let mut texts = vec![""];
    ways.iter().flat_map(|way| way.2).for_each(|(name, value)| texts.extend([*name, *value]));
    let mut group = Vec::new();
    for way in ways {
        bytes(&mut group, 3, &made(way, &texts));
    }
    file.extend(blob("OSMData", &block(&texts, &group)));
    file
}

fn dense(nodes: &[(i64, f64, f64)]) -> Vec<u8> {
    let units = |degrees: f64| (degrees * 1e7).round() as i64;
    let mut message = Vec::new();
    for (field, values) in [
        (1, nodes.iter().map(|n| n.0).collect::<Vec<i64>>()),
        (8, nodes.iter().map(|n| units(n.2)).collect()),
        (9, nodes.iter().map(|n| units(n.1)).collect()),
    ] {
        bytes(&mut message, field, &deltas(&values));
    }
    let mut group = Vec::new();
    bytes(&mut group, 2, &message);
    group
}

fn made((id, nodes, tags): &MadeWay<'_>, texts: &[&str]) -> Vec<u8> {
    let place = |text: &str| texts.iter().position(|t| *t == text).unwrap() as u64;
    let packed = |words: Vec<u64>| {
        let mut packed = Vec::new();
        for word in words {
            varint(&mut packed, word);
        }
        packed
    };
    let mut way = Vec::new();
    varint(&mut way, 1 << 3);
    varint(&mut way, *id as u64);
    bytes(&mut way, 2, &packed(tags.iter().map(|(name, _)| place(name)).collect()));
    bytes(&mut way, 3, &packed(tags.iter().map(|(_, value)| place(value)).collect()));
    bytes(&mut way, 8, &deltas(nodes));
    way
}

fn block(texts: &[&str], group: &[u8]) -> Vec<u8> {
    let mut table = Vec::new();
    for text in texts {
        bytes(&mut table, 1, text.as_bytes());
    }
    let mut block = Vec::new();
    bytes(&mut block, 1, &table);
    bytes(&mut block, 2, group);
    block
}

fn blob(kind: &str, content: &[u8]) -> Vec<u8> {
    let mut blob = Vec::new();
    bytes(&mut blob, 1, content);
    let mut header = Vec::new();
    bytes(&mut header, 1, kind.as_bytes());
    varint(&mut header, 3 << 3);
    varint(&mut header, blob.len() as u64);
    let mut whole = (header.len() as u32).to_be_bytes().to_vec();
    whole.extend(header);
    whole.extend(blob);
    whole
}

fn deltas(values: &[i64]) -> Vec<u8> {
    let mut packed = Vec::new();
    let mut last = 0;
    for value in values {
        let step = value - last;
        varint(&mut packed, ((step << 1) ^ (step >> 63)) as u64);
        last = *value;
    }
    packed
}

fn bytes(to: &mut Vec<u8>, field: u64, content: &[u8]) {
    varint(to, field << 3 | 2);
    varint(to, content.len() as u64);
    to.extend(content);
}

fn varint(to: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        to.push(value as u8 | 0x80);
        value >>= 7;
    }
    to.push(value as u8);
}
