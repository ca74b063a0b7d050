//! Offers over HTTP: landlords write and end them, moderators review them, and a link in a mail says that premises
//! are still vacant.

mod answer;
mod body;
mod own;
mod photos;
mod review;
mod sheet;
mod vacant;

pub(super) use answer::{failed, moment};
pub(super) use body::FaultBody;
pub(super) use own::{
    __path_begin, __path_command, __path_consult, __path_keep_in_step, __path_offer, __path_offers,
    __path_remove, __path_save, __path_say, begin, command, consult, keep_in_step, offer, offers, remove,
    save, say,
};
pub(super) use photos::{__path_add_photo, __path_hide_photo, add_photo, hide_photo};
pub(super) use review::{__path_claim, __path_queue, __path_report_done, claim, queue, report_done};
pub(super) use sheet::{__path_check_sheet, __path_sheet_template, check_sheet, sheet_template};
pub(super) use vacant::pages;
