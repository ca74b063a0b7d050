//! What every store must hold to, as tests over `dyn Store`.
//!
//! A backend gives a way to open fresh, empty stores and names it in [`holds_the_contract`]; every
//! sentence below then becomes a test of it.

mod accounts;
mod arbitrary;
mod copies;
mod enquiries;
mod imports;
mod log;
mod offers;
mod outbox;
mod passkeys;
mod reports;
mod rows;
mod samples;
mod wanted;
mod watches;

use std::sync::Arc;
use tempfile::TempDir;

use super::Store;

pub(super) use self::accounts::*;
pub(super) use self::copies::*;
pub(super) use self::enquiries::*;
pub(super) use self::imports::*;
pub(super) use self::log::*;
pub(super) use self::offers::*;
pub(super) use self::outbox::*;
pub(super) use self::passkeys::*;
pub(super) use self::reports::*;
pub(super) use self::rows::*;
pub(super) use self::samples::{listing, one_of_each};
pub(super) use self::wanted::*;
pub(super) use self::watches::*;

/// A store that nobody else has, with a folder to write beside it.
pub(super) struct Fresh {
    pub store: Arc<dyn Store>,
    /// A second one, empty as well.
    pub another: Arc<dyn Store>,
    pub folder: TempDir,
}

/// Turns every sentence of the contract into a test of one backend.
macro_rules! holds_the_contract {
    ($fresh:path) => {
        $crate::store::contract::holds_the_contract! { $fresh:
            an_empty_store_has_nothing_and_says_so
            any_listing_reads_back_equal
            a_listing_put_again_is_replaced_with_its_photos_and_trades
            a_listing_that_cannot_exist_is_refused
            a_source_key_belongs_to_one_listing
            every_kind_of_row_reads_back_equal
            a_layer_alone_reads_as_it_does_among_all_contents
            readers_see_one_moment_while_somebody_imports
            listings_imported_again_keep_their_ids_and_dates_of_registration
            an_edition_imported_again_replaces_its_zones_and_keeps_the_ids_of_those_unchanged
            an_edition_of_another_date_stands_beside
            rows_without_a_key_are_known_by_name_and_place
            an_import_leaves_rows_alone_that_it_does_not_mention
            a_basemap_is_replaced_class_by_class_within_its_box
            areas_imported_again_replace_what_their_source_said_of_their_kinds
            the_blocks_of_a_town_replace_those_it_had
            roads_imported_again_for_an_area_replace_those_it_had_and_leave_other_areas_alone
            a_fresh_id_that_is_taken_does_not_overwrite_its_owner
            a_failed_batch_changes_nothing
            every_write_is_one_change_numbered_without_gaps
            changes_are_read_in_order_and_in_parts
            parallel_writers_leave_a_log_without_gaps_in_the_order_of_commits
            a_backup_brings_everything_back
            a_restore_goes_on_with_the_log_and_names_every_layer
            an_empty_store_takes_over_the_log_of_a_backup
            a_backup_is_never_written_over_something
            a_folder_without_a_backup_is_refused_and_changes_nothing
            a_backup_taken_while_somebody_writes_is_one_moment
            a_store_full_of_rows_is_sound
            a_watch_reads_back_equal_through_its_life
            a_number_of_confirmations_is_never_given_twice
            what_was_never_confirmed_or_was_stopped_is_forgotten
            the_mail_that_asks_to_confirm_is_due_at_once_and_knows_where_to
            a_step_queues_its_mails_and_notes_its_progress_once
            the_listings_watches_were_told_of_read_back_without_photos
            a_watch_that_is_not_active_gets_no_news
            news_of_a_day_gathers_in_one_mail_and_after_it_in_the_next_day_s
            a_mail_being_sent_is_nobody_else_s_until_its_time_is_over
            a_mail_is_tried_until_it_is_taken_or_given_up
            senders_in_parallel_never_take_the_same_mail
            a_restore_lets_watches_go_on_and_an_empty_store_takes_them_over
            a_letter_is_due_at_its_time_with_all_that_it_says
            a_key_is_queued_once_even_after_its_letter_was_sent
            a_letter_being_sent_is_nobody_else_s_until_its_time_is_over
            a_letter_is_tried_until_it_is_taken_or_given_up_and_then_says_nothing
            letters_that_ended_are_forgotten_in_time_and_others_are_not
            senders_in_parallel_never_take_the_same_letter
            a_listing_and_its_letters_are_written_together_or_not_at_all
            a_restore_sends_no_letter_again_and_an_empty_store_takes_them_over
            an_enquiry_reads_back_equal_through_its_life
            a_message_is_passed_on_once_and_only_while_an_enquiry_is_open
            enquiries_left_unconfirmed_or_silent_are_forgotten
            whoever_answers_for_a_listing_is_kept_whatever_becomes_of_it
            a_restore_lets_enquiries_go_on_and_an_empty_store_takes_them_over
            a_card_reads_back_equal_through_its_life
            cards_left_unconfirmed_or_alone_are_forgotten
            cards_are_added_all_or_none
            a_restore_lets_cards_go_on_and_an_empty_store_takes_them_over
            a_link_reads_back_equal_and_is_used_up_once
            an_address_has_one_account_whose_role_can_change
            a_browser_is_signed_in_until_it_is_signed_out_or_unused
            a_personal_token_acts_for_its_account_until_it_is_taken_back
            a_passkey_reads_back_equal_until_it_is_taken_away
            a_browser_knows_whether_a_passkey_was_shown_in_it
            a_question_to_an_authenticator_is_answered_once_and_in_time
            an_account_that_nobody_uses_is_forgotten_with_its_log
            a_closed_account_leaves_nothing_that_is_personal
            an_empty_store_takes_accounts_over_and_signs_nobody_in
            an_offer_reads_back_as_it_was_typed
            nobody_writes_over_what_they_have_not_seen
            a_step_writes_offer_log_listing_contact_and_letters_together
            changes_to_what_is_public_wait_in_the_same_queue
            the_log_of_an_offer_outlives_it_without_what_was_said
            a_restore_lets_offers_go_on_and_an_empty_store_takes_them_over
            a_report_is_open_until_somebody_has_seen_to_it
        }
    };
    ($fresh:path: $($sentence:ident)+) => {
        $(
            #[tokio::test(flavor = "multi_thread", worker_threads = 2)]
            async fn $sentence() {
                let fresh = $fresh().await;
                $crate::store::contract::$sentence(&fresh).await;
            }
        )+
    };
}
pub(super) use holds_the_contract;
