//! How lots are used, as a survey of one date found them.

use geo_types::MultiPolygon;

use super::id::EditionId;
use super::slug::vocabulary;

vocabulary! {
    /// What a lot or building is used for.
    pub enum LandUse("use of land") {
        /// A factory.
        Factory = "factory", "専用工場";
        /// A factory or workshop with a dwelling in it.
        FactoryWithDwelling = "factory_with_dwelling", "住居併用工場";
        /// A warehouse, or transport.
        Warehouse = "warehouse", "倉庫・運輸";
        /// A house.
        Detached = "detached", "独立住宅";
        /// Flats.
        Apartment = "apartment", "集合住宅";
        /// A shop with dwellings in it.
        ShopWithDwelling = "shop_with_dwelling", "住商併用建物";
        /// A shop.
        Shop = "shop", "専用商業";
        /// An office.
        Office = "office", "事務所";
        /// An inn, amusement or sports.
        Leisure = "leisure", "宿泊・遊興・スポーツ";
        /// Public offices, schools, welfare, supply.
        Public = "public", "公共・教育・厚生・供給処理";
        /// Farming, forestry, fishing.
        Farming = "farming", "農林漁業";
        /// A car park or a yard.
        Parking = "parking", "駐車場・屋外利用地";
        /// Not in use, or being built.
        Vacant = "vacant", "未利用地";
        /// A park, a road, water.
        Open = "open", "公園・道路・水面など";
        /// Not told.
        Unknown = "unknown", "不明";
    }
}

impl LandUse {
    /// True for industry, as the ward's figures count it: factories, those with dwellings, warehouses.
    pub const fn is_industrial(self) -> bool {
        matches!(self, Self::Factory | Self::FactoryWithDwelling | Self::Warehouse)
    }

    /// True where goods are made.
    pub const fn is_factory(self) -> bool {
        matches!(self, Self::Factory | Self::FactoryWithDwelling)
    }

    /// True where people live and nothing is made.
    pub const fn is_dwelling(self) -> bool {
        matches!(self, Self::Detached | Self::Apartment | Self::ShopWithDwelling)
    }

    /// True where nobody builds: it is no building land.
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Open)
    }
}

/// A lot or building of a survey.
#[derive(Debug, Clone, PartialEq)]
pub struct Lot {
    /// The survey.
    pub survey: EditionId,
    /// What the surveys call it, the same over the years where they say so.
    pub key: Option<String>,
    /// How it was used.
    pub used: LandUse,
    /// The year its building was built.
    pub built: Option<u16>,
    /// Its outline.
    pub geometry: MultiPolygon<f64>,
}
