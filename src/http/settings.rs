//! What the server is told when it starts, beside the city itself.

use std::sync::Arc;

use super::PublicUrl;
use super::api::body::city::{BasemapChoice, BasemapSort};
use crate::law::LawBook;

/// Settings of the server.
#[derive(Debug, Clone)]
pub struct Settings {
    /// Basemaps to choose from; the first is the default.
    pub basemaps: Vec<BasemapChoice>,
    /// The rules that verdicts follow.
    pub law: Arc<LawBook>,
    /// Under which address the server is known; without it, the one a request was sent to.
    pub public_url: Option<PublicUrl>,
}

impl Settings {
    /// Our own basemap only, so that nothing leaves this machine, and the national rules.
    pub fn offline() -> Self {
        Self {
            basemaps: vec![BasemapChoice::own()],
            law: Arc::new(LawBook::built_in().clone()),
            public_url: None,
        }
    }

    /// The same with other rules.
    #[must_use]
    pub fn with_law(self, law: LawBook) -> Self {
        Self { law: Arc::new(law), ..self }
    }

    /// The same with one more basemap to choose.
    #[must_use]
    pub fn with_basemap(mut self, choice: BasemapChoice) -> Self {
        self.basemaps.push(choice);
        self
    }

    /// `https://host` of every basemap that is not ours, for the content security policy.
    pub(super) fn basemap_origins(&self) -> Vec<String> {
        let origin = |tiles: &String| {
            let (scheme, rest) = tiles.split_once("://")?;
            let host = rest.split('/').next()?;
            let plain = host.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':'));
            (plain && !host.is_empty() && matches!(scheme, "http" | "https"))
                .then(|| format!("{scheme}://{host}"))
        };
        let mut origins: Vec<String> =
            self.basemaps.iter().filter_map(|b| b.tiles.as_ref()).filter_map(origin).collect();
        origins.sort();
        origins.dedup();
        origins
    }
}

impl BasemapChoice {
    /// Drawn from this server's own tiles.
    pub fn own() -> Self {
        Self {
            key: "own".into(),
            name: "街角".into(),
            sort: BasemapSort::Own,
            tiles: None,
            attribution: None,
            min_zoom: 0,
            max_zoom: 22,
        }
    }

    /// 地理院タイル 淡色地図.
    pub fn gsi_pale() -> Self {
        Self {
            key: "gsi_pale".into(),
            name: "地理院タイル 淡色地図".into(),
            sort: BasemapSort::Raster,
            tiles: Some("https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png".into()),
            attribution: Some("出典：国土地理院".into()),
            min_zoom: 2,
            max_zoom: 18,
        }
    }

    /// 地理院 最適化ベクトルタイル.
    pub fn gsi_vector() -> Self {
        Self {
            key: "gsi_vector".into(),
            name: "地理院 最適化ベクトルタイル".into(),
            sort: BasemapSort::Vector,
            tiles: Some("https://cyberjapandata.gsi.go.jp/xyz/optimal_bvmap-v1/{z}/{x}/{y}.pbf".into()),
            attribution: Some("出典：国土地理院".into()),
            min_zoom: 4,
            max_zoom: 16,
        }
    }
}
