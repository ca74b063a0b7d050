//! The vocabulary: what a listing, a use district, a street or a station *is*, and which values
//! of it can exist at all.
//!
//! Every type parses at the edge and keeps its fields checked: a wrong value cannot be built.
//! This room does no I/O, speaks no SQL and knows no JSON shape; other rooms translate.
//! Coordinates are always longitude, latitude in JGD2011/WGS84 degrees ([`LonLat`]).

mod account;
mod actor;
mod address;
mod address_numbers;
mod basemap;
mod batch;
mod block;
mod boundary;
mod change;
mod contents;
mod district;
mod draft;
mod edition;
mod email;
mod enquiry;
mod fold;
mod id;
mod kana;
mod land_use;
mod language;
mod letter;
mod listing;
mod measure;
mod money;
mod notice;
mod offer;
mod place;
mod prefecture;
mod report;
mod road;
mod sealed;
mod slug;
mod sound;
mod special_area;
mod spelling;
mod station;
mod street;
mod terms;
mod town;
mod wanted;
mod watch;
mod zone;

pub use account::{Account, Passkey, PersonalToken, Role, SignInEntry, SignInEvent};
pub use actor::{Actor, UnknownActor};
pub use address::{Address, AddressError, AddressText, Numbering};
pub use basemap::{BasemapClass, BasemapFeature};
pub use batch::Batch;
pub use block::{Block, TownBlocks};
pub use boundary::Boundary;
pub use change::{Change, ChangeSeq, Layer, Subject};
pub use contents::Contents;
pub use district::{DistrictScheme, PublishedDistrict, UnknownDistrict, UseDistrict};
pub use draft::{Draft, DraftField, FieldTooLong, MOST_PHOTOS};
pub use edition::{Edition, EditionError, current_editions};
pub use email::{EmailAddress, NotAnAddress};
pub use enquiry::{Enquiry, EnquiryAbout, EnquiryState, EnquiryTo};
pub use fold::{fold_number, fold_text};
pub use id::{
    BasemapId, BoundaryId, EditionId, EnquiryId, Id, IdError, IdSource, ListingId, PasskeyId, PersonId,
    ReportId, RoadId, RoadNetworkId, SignInId, SpecialAreaId, StationId, StreetId, TokenId, TownId, WantedId,
    WatchId, ZoneId,
};
pub use kana::{block_reading, hiragana, is_hiragana};
pub use land_use::{LandUse, Lot};
pub use language::{Language, UnknownLanguage};
pub use letter::MailState;
pub use listing::{
    Condition, Cooking, Freshness, FreshnessError, Handover, Listing, ListingError, ListingKind,
    ListingState, OfferedBy, Photo, PinPrecision, Premises, Utilities,
};
pub use measure::{AreaError, AreaM2, Storey, StoreyError, Storeys, TSUBO_M2};
pub use money::{Asking, MoneyError, Months, Tax, Yen};
pub use notice::{Gone, ListingFacts, News, Notice, NoticeKey, What};
pub use offer::{Claim, Command, Offer, OfferEntry, OfferPhoto, Reason, Revision, Standing};
pub use place::{LonLat, LonLatBox, PlaceError};
pub use prefecture::strip_prefecture;
pub use report::{Report, ReportReason};
pub use road::{Road, RoadClass, RoadError, RoadNetwork};
pub use sealed::Sealed;
pub use slug::UnknownSlug;
pub use sound::{sounded, unvoiced};
pub use special_area::{AreaKind, SpecialArea};
pub use spelling::Spelt;
pub use station::{Station, StationLine};
pub use street::{ShoppingStreet, StreetError, StreetShape};
pub use terms::{Amortisation, Deposit, LeaseKind, LumpSum, Terms, TermsError};
pub use town::{Town, TownName, TownNameError, town_reading};
pub use wanted::{MOST_WANTED_PLACES, Wanted, WantedError, WantedPlace, WantedPlaceError, WantedState};
pub use watch::{Cadence, TokenHash, Watch, WatchState};
pub use zone::{FireZone, Percent, PercentError, Zone};
