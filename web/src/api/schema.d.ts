// Generated from openapi.json by `npm run generate`; do not edit.

export interface paths {
    "/api/v1/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in */
        get: operations["account"];
        put?: never;
        post?: never;
        /**
         * Delete one's account
         * @description What is public is withdrawn; the address, what was typed and what was said are erased at once.
         */
        delete: operations["erase"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/data": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everything that is kept of oneself */
        get: operations["own_data"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's passkeys */
        get: operations["passkeys"];
        put?: never;
        /**
         * Add a passkey
         * @description It confirms this browser too.
         */
        post: operations["add_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys/answer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Show a passkey
         * @description It confirms the browser of somebody who is signed in; otherwise it signs in.
         */
        post: operations["show_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys/question": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a passkey
         * @description One of the account's where somebody is signed in; otherwise whichever the device offers.
         */
        post: operations["ask_for_passkey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys/registration": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask for a new passkey */
        post: operations["ask_to_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/passkeys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a passkey away */
        delete: operations["drop_passkey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask for a link to sign in
         * @description The link in the mail works once, for 15 minutes, in the browser that asked: its cookie must come back with it.
         */
        post: operations["sign_in"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: operations["sign_out"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/tokens": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's personal tokens */
        get: operations["tokens"];
        put?: never;
        /**
         * Make a personal token
         * @description A program sends it as `Authorization: Bearer mk_…` and acts for the account. Ten at most; none for the ward's staff.
         */
        post: operations["add_token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/account/tokens/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a personal token back */
        delete: operations["drop_token"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/city": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The city as a whole */
        get: operations["city"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/editions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every edition of zoning */
        get: operations["editions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/enquiries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask about a listing, or answer a card
         * @description A mail with a link is sent to whoever asks; nothing goes to the owner or the desk until the link is followed,
         *     within 48 hours. Answers are passed on without either learning the other's address.
         */
        post: operations["enquire"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Changes as they happen
         * @description Server-sent events. The first is `event: ready` with `{"seq": …}`, where the city stands; then
         *     `event: change` for every change, with its position as its id. A client that reconnects with
         *     `Last-Event-ID` gets what it missed.
         */
        get: operations["events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/features": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What this server can do */
        get: operations["features"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/find": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Suggestions for what is being typed
         * @description Stations, towns, shopping streets, addresses, businesses and listings. Names answer in kanji of any form, kana, romaji of any
         *     system, full or half width, with 丁目 in any spelling; exact names come first, then beginnings, then names that hold
         *     the text, listings last. A slip of one letter, a wrong voicing and a short form (三茶) are understood where nothing
         *     else answers.
         */
        get: operations["find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/law": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The law that verdicts follow
         * @description Its title and the date of its text, what verdicts leave out, and the ward's own rules where the server was
         *     given any.
         */
        get: operations["law"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What changed between two editions of zoning
         * @description Hectares by use district in both, a matrix of district by district, a row for each changed piece, and what is only
         *     noise told apart. `format=geojson` gives the pieces as land, `format=csv` as a table for a spreadsheet.
         */
        get: operations["ledger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One use district through the editions
         * @description Its land in every edition, the earliest first, in all and town by town.
         */
        get: operations["ledger_history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/land-use": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the land was used
         * @description Survey by survey on the land of one use district in one edition: industrial share in all and by town, dwellings near
         *     factories, industrial lots that hang together, sites at risk by the ward's guideline, and what became of the lots.
         */
        get: operations["ledger_land_use"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/ledger/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may open in one use district only
         * @description Uses, from the floor area on above which every other district but the industrial ones refuses them, with the land where
         *     they have room and the premises on offer there; and processes of factories. Judged is a workshop on the ground floor with motors of 1 kW,
         *     without listed processes and hazardous materials. 建築基準法上の用途の目安.
         */
        get: operations["ledger_uses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Search listings
         * @description By area, filters and text, sorted, page by page, with counts.
         */
        get: operations["search_listings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/near-misses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Near misses of a search
         * @description The listings that fail exactly one thing that is asked, or lie a little outside the area (1 km, or 10 minutes on foot), those
         *     that miss by least first. Each says what leaves it out, by how much, and which parameters to change so that the search finds it.
         */
        get: operations["near_misses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/nearest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The listings nearest to a place */
        get: operations["nearest_listings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One listing */
        get: operations["listing"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/listings/{id}/contact": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whom a listing can be asked about */
        get: operations["contact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One's own offers */
        get: operations["offers"];
        put?: never;
        /**
         * Begin offers
         * @description All or none. Nothing is public before a moderator has published it.
         */
        post: operations["begin"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/consultations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the ward's desk first
         * @description 「まず相談だけ」: nothing is published; the desk answers by mail.
         */
        post: operations["consult"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/keys/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Keep an offer in step
         * @description For brokers' and landlords' own programs, with a personal token: the program's key names the offer, so that sending it
         *     again updates rather than doubles. What is being reviewed or has ended answers 409.
         */
        put: operations["keep_in_step"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/sheets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Check a spreadsheet
         * @description The body is the file: an Excel workbook or CSV in UTF-8, CP932 or UTF-16, at most 4 MB and 200 rows. Columns go by our
         *     names and by those of the municipal standard. Nothing is kept: send the rows as drafts to begin them.
         */
        post: operations["check_sheet"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/template": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * An empty list to fill in
         * @description CSV with a byte-order mark, as Excel opens it.
         */
        get: operations["sheet_template"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One offer
         * @description For its landlord, and for moderators. Its entity tag is needed to change it.
         */
        get: operations["offer"];
        /**
         * Keep what was typed
         * @description `If-Match` names the version that was seen; where somebody wrote since, nothing is written.
         */
        put: operations["save"];
        post?: never;
        /**
         * Delete an offer
         * @description Only one that was never published. What was published is withdrawn instead.
         */
        delete: operations["remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/claim": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Take an offer up for review, or let it go
         * @description For an hour. Whoever has taken it up already is not put aside.
         */
        put: operations["claim"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do something to an offer
         * @description Landlords submit, pause, resume, let and withdraw; moderators approve, return and reject. What is not possible as
         *     the offer stands is answered with 409 and what is.
         */
        post: operations["command"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say something about an offer
         * @description A landlord to the moderators, or a moderator to the landlord; the other side gets a mail.
         */
        post: operations["say"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/photos": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a picture
         * @description The body is the file: JPEG, PNG, WebP, HEIC or AVIF, at most 15 MB and 12,000 pixels a side. It is written anew in three
         *     sizes; where and when it was taken does not come along. The same picture twice is one.
         */
        post: operations["add_photo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/offers/{id}/photos/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Hide a picture, or show it again
         * @description For moderators. It stays with the offer.
         */
        put: operations["hide_photo"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/place": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is at a place
         * @description Its zones, the nearest shopping street and station, its town and municipality.
         */
        get: operations["place_at"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tell what is wrong with a listing
         * @description It goes to the ward's desk.
         */
        post: operations["report"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits to be decided
         * @description For moderators: longest waiting first, and how reviews went in the last 90 days.
         */
        get: operations["queue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/review/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Somebody has seen to a report
         * @description For moderators. What was written is erased.
         */
        delete: operations["report_done"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/stations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Stations */
        get: operations["stations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/streets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Shopping streets */
        get: operations["streets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/streets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One shopping street
         * @description With its listings by kind and its vacancy rate.
         */
        get: operations["street"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/surroundings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What lies within a walk
         * @description Residents, other premises on offer and shopping streets within so many minutes on foot of a place or of a
         *     listing's public place. With `use`, the other premises by whether the same business could open there
         *     (建築基準法上の用途の目安). Shops that run are not known here.
         */
        get: operations["surroundings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/towns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Towns */
        get: operations["towns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every use
         * @description The uses that the law tells apart, in groups, with their names in every language; `lang` changes nothing here.
         */
        get: operations["uses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uses/at": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What may open at a place or in a listing
         * @description Every use by group, the most welcome first. 建築基準法上の用途の目安.
         */
        get: operations["uses_at"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uses/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Uses by what people call them
         * @description From an everyday word in kanji, kana, romaji or English to the use that the law knows; an unclear word brings one
         *     question, whose answers name the uses.
         */
        get: operations["search_uses"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uses/{use}/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where in the city a use may open
         * @description Hectares and share of the zoned land, listings, streets and districts by verdict. 建築基準法上の用途の目安.
         *     `storey_max` is for land; a listing's own topmost storey counts.
         */
        get: operations["summary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uses/{use}/table": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Verdicts on a use by district, storey and area
         * @description Everything a map needs to colour zones and listings for the use. 建築基準法上の用途の目安.
         */
        get: operations["table"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/uses/{use}/verdict": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The verdict on a use at a place, in a listing or in a zone
         * @description With the clauses it rests on, what would make it legal, what to ask next and what it must not hide.
         *     建築基準法上の用途の目安; near a boundary the majority of the site decides (art. 91), and where the districts
         *     within 20 m disagree the ward must be asked.
         */
        get: operations["verdict"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/walks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The walk from one place to another
         * @description Along roads, up to two hours; else estimated from the straight line, without a course.
         */
        get: operations["walk"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/walks/area": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The land that can be walked to
         * @description From a station or a place, within so many minutes along roads: 80 m a minute. Where no roads are loaded or none
         *     is near, a circle estimated from the straight line, and `method` says so.
         */
        get: operations["walk_area"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wanted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Public cards
         * @description What people would like to open, newest first. Who they are is not told.
         */
        get: operations["cards"];
        put?: never;
        /**
         * Post a card
         * @description A mail with a link is sent; once the link is followed, within 48 hours, the ward's desk reads the card and
         *     publishes it. It goes after 90 days unless it is kept.
         */
        post: operations["post"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/wanted/demand": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many look where
         * @description Cards counted by place and use, beside what stands empty there. A count below three is not told.
         */
        get: operations["demand"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/watches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to be told
         * @description A mail with a link is sent; nothing else is until the link is followed, within 48 hours.
         */
        post: operations["ask"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/zones/at": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The zones at a place
         * @description Every zone that covers or touches it, metres to the nearest edge and what lies beyond, and the
         *     districts around it. 建築基準法上の用途の目安; near an edge the majority of the site decides (art. 91).
         */
        get: operations["zones_at"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/zones/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One zone */
        get: operations["zone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/feeds/listings.atom": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A search as an Atom feed
         * @description The fifty listings updated last that a search finds, newest first.
         */
        get: operations["listings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description What is answered to whoever sends something in. */
        Accepted: {
            /** @description True: it is taken, and if an address can be written to, a mail with a link to confirm is on its way. */
            accepted: boolean;
        };
        /** @description Who is signed in. */
        AccountAnswer: {
            account: components["schemas"]["AccountBody"] | null;
            /** @description True if this server takes passkeys. */
            passkeys: boolean;
        };
        /** @description An account, for its owner. */
        AccountBody: {
            /**
             * @description `landlord`, `broker`, `moderator`, `planner` or `administrator`.
             * @example landlord
             */
            role: string;
            /**
             * @description Its own address.
             * @example owner@example.jp
             */
            email: string;
            /**
             * @description The language of its mails.
             * @example ja
             */
            language: string;
            /** @description True if it reviews what landlords submit. */
            reviews: boolean;
            /**
             * @description What this browser has to show before the account may do anything else: `register` a passkey, `confirm` by one.
             * @example confirm
             */
            outstanding: string | null;
            /** @description When it was signed in and out, newest first. */
            log: components["schemas"]["SignInLine"][];
        };
        /** @description One way to be legal; any one that holds is enough. */
        AlternativeBody: {
            /** @description The provision. */
            id: string;
            /**
             * @description `holds`, `fails` or `open`.
             * @example holds
             */
            outcome: string;
            /** @description The clauses it stands on. */
            citations: string[];
            /** @description All that it needs. */
            conditions: components["schemas"]["ConditionBody"][];
        };
        /** @description A change of the law that the rules contain. */
        AmendmentBody: {
            /**
             * @description In force since.
             * @example 2018-04-01
             */
            date: string;
            /** @description What changed. */
            what: string;
        };
        /** @description A floor area in both units; 1 坪 is 400/121 m². */
        Area: {
            /**
             * Format: double
             * @description Square metres.
             * @example 40
             */
            m2: number;
            /**
             * Format: double
             * @description 坪, to a hundredth.
             * @example 12.1
             */
            tsubo: number;
        };
        /**
         * @description What kind of planning an area is under: district_plan 地区計画, special_use_district 特別用途地区, fire_zone 防火・準防火地域, height_district 高度地区, other その他
         * @enum {string}
         */
        AreaKind: "district_plan" | "special_use_district" | "fire_zone" | "height_district" | "other";
        /** @description The verdict up to a floor area. */
        AreaStepBody: {
            /**
             * Format: double
             * @description The largest floor area it holds for, m²; null has no upper end.
             */
            up_to_m2: number | null;
            /** @description The verdict. */
            verdict: components["schemas"]["Verdict"];
        };
        /** @description The verdicts inside an area, in the districts its rules speak of. */
        AreaTable: {
            /** @description The name of the area. */
            area: string;
            /** @description By use district. */
            districts: {
                [key: string]: components["schemas"]["DistrictTable"];
            };
        };
        BTreeMap: {
            [key: string]: string;
        };
        /** @description A basemap the person may choose. */
        BasemapChoice: {
            /**
             * @description The word for it in URLs.
             * @example gsi_pale
             */
            key: string;
            /**
             * @description Its name.
             * @example 地理院地図 淡色
             */
            name: string;
            /** @description How it is drawn. */
            sort: components["schemas"]["BasemapSort"];
            /**
             * @description Template with `{z}`, `{x}` and `{y}`; null for our own.
             * @example https://cyberjapandata.gsi.go.jp/xyz/pale/{z}/{x}/{y}.png
             */
            tiles: string | null;
            /**
             * @description What must be shown with it.
             * @example 出典：国土地理院
             */
            attribution: string | null;
            /**
             * Format: int32
             * @description The lowest zoom it has.
             */
            min_zoom: number;
            /**
             * Format: int32
             * @description The highest zoom it has.
             */
            max_zoom: number;
        };
        /**
         * @description How a basemap is drawn.
         * @enum {string}
         */
        BasemapSort: "own" | "raster" | "vector";
        /** @description Offers to begin. */
        BeginRequest: {
            /** @description What was typed so far, for each; none begins one empty offer. */
            drafts?: components["schemas"]["BTreeMap"][];
        };
        /** @description A box in degrees; its edges belong to it. */
        Bounds: {
            /**
             * Format: double
             * @description Western edge.
             */
            west: number;
            /**
             * Format: double
             * @description Southern edge.
             */
            south: number;
            /**
             * Format: double
             * @description Eastern edge.
             */
            east: number;
            /**
             * Format: double
             * @description Northern edge.
             */
            north: number;
        };
        /** @description A card. */
        CardBody: {
            /**
             * @description Its id.
             * @example 0c8x4n2k7zq
             */
            id: string;
            /**
             * @description `ja`, `en` or `easy`: what it is written in.
             * @example ja
             */
            language: string;
            /**
             * @description What somebody would like to open.
             * @example 小さな焼き菓子の店
             */
            title: string;
            /** @description More of it; may be empty. */
            words: string;
            /**
             * @description The use as the law sorts it; null where none was chosen.
             * @example bakery_workshop
             */
            use: string | null;
            /**
             * Format: double
             * @description The smallest floor area, m²; null where it does not matter.
             */
            area_min_m2: number | null;
            /**
             * Format: double
             * @description The largest floor area, m²; null where it does not matter.
             */
            area_max_m2: number | null;
            /**
             * Format: int64
             * @description The highest rent in yen a month; null where it is to be discussed.
             */
            rent_max_yen: number | null;
            /** @description True if any place in the ward will do. */
            anywhere: boolean;
            /** @description Those of its places that at least three cards name. */
            places: components["schemas"]["CardPlace"][];
            /** @description How many places are not shown, because fewer cards name them. */
            places_hidden: number;
            /**
             * @description The day it was published or last kept, in Japan.
             * @example 2026-11-20
             */
            as_of: string;
            /** @description True for made-up data. */
            synthetic: boolean;
        };
        /** @description Where somebody looks. */
        CardPlace: {
            /**
             * @description `town` or `street`.
             * @example street
             */
            is: string;
            /**
             * @description Its id.
             * @example 0c8x4n2k7zq
             */
            id: string;
            /**
             * @description Its name.
             * @example いちょう通り商店街
             */
            name: string;
        };
        /** @description The public cards. */
        CardsBody: {
            /** @description How many. */
            total: number;
            /** @description Newest first. */
            items: components["schemas"]["CardBody"][];
        };
        /** @description Something a verdict must not hide. */
        CautionBody: {
            /** @description Its word. */
            id: string;
            /** @description What it is about. */
            title: string;
            /** @description What to know. */
            text: string;
            /**
             * @description `ask` before deciding anything, `check` a procedure or limit, or `note`.
             * @example check
             */
            level: string;
            /** @description Where it is written. */
            source: string;
        };
        /** @description A caution, as the table has it. */
        CautionText: {
            /** @description Its word. */
            id: string;
            /**
             * @description `ask`, `check` or `note`.
             * @example check
             */
            level: string;
            /** @description What it is about. */
            title: string;
            /** @description What to know. */
            text: string;
            /** @description Where it is written. */
            source: string;
            /** @description How sure it is: `text`, `official`, `secondary` or `unverified`. */
            confidence: string;
        };
        /** @description Something for a moderator to look at. It is a reason, not a verdict. */
        CheckBody: {
            /**
             * @description `outside`, `town_mismatch`, `duplicate`, `rent_outlier`, `use_not_admitted`, `contact_in_text`, `licence` or
             *     `same_picture`.
             */
            kind: string;
            /** @description What was found. */
            found: string;
            /** @description The listing or offer it is about; null without one. */
            listing: string | null;
        };
        /** @description One answer to choose. */
        ChoiceBody: {
            /** @description The value of the parameter. */
            value: string;
            /** @description What it means. */
            text: string;
        };
        /** @description The city as a whole. */
        CityBody: {
            /**
             * @description Its name, or the names of several municipalities; empty without a boundary.
             * @example 世田谷区
             */
            name: string;
            bounds: components["schemas"]["Bounds"] | null;
            centre: components["schemas"]["Place"] | null;
            /** @description True if any of it is made up (合成データ), which every view must say. */
            synthetic: boolean;
            /** @description How many things there are. */
            counts: components["schemas"]["Counts"];
            /** @description Public listings by kind, in the order people list kinds; kinds without listings are left out. */
            listings_by_kind: components["schemas"]["KindCount"][];
            /** @description Every edition of zoning, the latest date first. */
            editions: components["schemas"]["EditionBody"][];
            /** @description Where the roads are from that walks follow; empty while every walk is an estimate. */
            roads: components["schemas"]["RoadSource"][];
            /** @description The tile layers, as `/tiles` lists them. */
            layers: string[];
            /**
             * Format: int64
             * @description The last change included.
             * @example 42
             */
            seq: number;
            /** @description The basemaps to choose from, the default first. */
            basemaps: components["schemas"]["BasemapChoice"][];
        };
        /** @description Whether somebody takes an offer up. */
        ClaimRequest: {
            /** @description False to let it go. */
            take: boolean;
        };
        /** @description Something to be done to an offer. */
        CommandRequest: {
            /**
             * @description What: `submit`, `recall`, `approve`, `return`, `reject`, `reopen`, `pause`, `resume`, `apply`, `release`, `let`,
             *     `withdraw`, `confirm` or `discard`.
             * @example submit
             */
            command: string;
            /**
             * @description Why, where a reason is needed.
             * @example missing_facts
             */
            reason?: string | null;
            /** @description What to say about it; at most 1000 characters. */
            note?: string | null;
            /**
             * @description The version of the text that is agreed to; needed to submit.
             * @example 2026-11
             */
            consent?: string | null;
        };
        /**
         * @description What is inside: bare スケルトン, fixtures 居抜き, finished 内装あり, unstated 不明
         * @enum {string}
         */
        Condition: "bare" | "fixtures" | "finished" | "unstated";
        /** @description One thing that a way to be legal needs. */
        ConditionBody: {
            /** @description What it needs. */
            text: string;
            /**
             * @description `holds`, `fails`, or `open` where it depends on something unknown.
             * @example open
             */
            outcome: string;
            /** @description The clause that needs it. */
            citation: string;
        };
        /** @description Whom a listing can be asked about. */
        ContactBody: {
            /** @description Whoever answers for the listing can be asked. */
            owner: boolean;
            /** @description The ward's desk advises, and hears of what is wrong. */
            desk: boolean;
        };
        /**
         * @description What cooking is allowed: none 飲食不可, light 軽飲食可, heavy 重飲食可, unstated 不明
         * @enum {string}
         */
        Cooking: "none" | "light" | "heavy" | "unstated";
        /** @description How many things of each sort there are. */
        Counts: {
            /** @description Public listings. */
            listings: number;
            /** @description Zones of the current editions. */
            zones: number;
            /** @description Shopping streets. */
            streets: number;
            /** @description Stations. */
            stations: number;
            /** @description Towns. */
            towns: number;
        };
        /** @description A zone that covers a place. */
        CoveringZone: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /** @description Its use district. */
            district: components["schemas"]["UseDistrict"];
            /**
             * Format: int32
             * @description 建蔽率, percent.
             * @example 60
             */
            bcr_percent: number | null;
            /**
             * Format: int32
             * @description 容積率, percent.
             * @example 200
             */
            far_percent: number | null;
            fire: components["schemas"]["FireZone"] | null;
            /** @description Name of a district plan (地区計画), where the source says. */
            district_plan: string | null;
            /**
             * Format: double
             * @description Metres from the place to the nearest edge of this zone; 0 on the edge.
             */
            metres_to_edge: number;
        };
        /**
         * Format: date
         * @example 2026-01-31
         */
        Day: string;
        /** @description How many look where. */
        DemandBody: {
            /** @description Public cards. */
            cards: number;
            /** @description Counts below this are not told. */
            fewest: number;
            /** @description Cards for anywhere in the ward; null if too few. */
            anywhere: number | null;
            /** @description Cards by use, most first; uses with too few are left out. */
            uses: components["schemas"]["UseDemand"][];
            /** @description Towns and shopping streets by cards that name them, most first; those with too few are left out. */
            places: components["schemas"]["PlaceDemandBody"][];
        };
        /** @description 敷金・保証金, with what is kept of it. */
        DepositSum: {
            /**
             * Format: double
             * @description Months of rent, if it was stated in months.
             */
            months: number | null;
            /**
             * Format: int64
             * @description Whole yen; counted from the rent if it was stated in months, null if the rent is no amount.
             */
            yen: number | null;
            amortisation: components["schemas"]["Kept"] | null;
            /** @enum {string} */
            state: "amount";
        } | {
            /** @enum {string} */
            state: "negotiable";
        } | {
            /** @enum {string} */
            state: "unstated";
        };
        /** @description A use district and what it says of a use. */
        DistrictForUse: {
            /** @description The district. */
            district: components["schemas"]["UseDistrict"];
            /** @description What it says. */
            verdict: components["schemas"]["Verdict"];
            /**
             * Format: double
             * @description Its land, hectares.
             */
            hectares: number;
            /** @description Listings in it that show their place. */
            listings: number;
        };
        /** @description A use district some metres away. */
        DistrictNear: {
            /** @description The district. */
            district: components["schemas"]["UseDistrict"];
            /**
             * Format: double
             * @description Metres to the nearest of its zones.
             */
            metres: number;
        };
        /** @description How much of the surroundings one district covers. */
        DistrictShare: {
            district: components["schemas"]["UseDistrict"] | null;
            /**
             * Format: double
             * @description Its share of the circle, 0 to 1.
             * @example 0.72
             */
            share: number;
        };
        /** @description One district's verdicts on a use. */
        DistrictTable: {
            /** @description By topmost storey, the lowest first. */
            storeys: components["schemas"]["StoreyStepBody"][];
            /** @description Where the storey is unknown: by floor area, the smallest first. */
            unknown_storey: components["schemas"]["AreaStepBody"][];
            /** @description Where storey and floor area are unknown. */
            unknown: components["schemas"]["Verdict"];
        };
        /** @description One edition of zoning. */
        EditionBody: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /**
             * @description What people call it.
             * @example 2019年 用途地域
             */
            name: string;
            /**
             * @description The area it covers.
             * @example 13112
             */
            area: string;
            /** @description Who published it. */
            source: string;
            /** @description Under which licence. */
            licence: string;
            /** @description The date it describes. */
            as_of: components["schemas"]["Day"];
            /**
             * Format: date-time
             * @description When it was imported, RFC 3339.
             */
            imported_at: string;
            /** @description SHA-256 of the files it came from, hexadecimal. */
            checksum: string;
            /** @description True if it is the latest of its area. */
            current: boolean;
        };
        /** @description Every edition, the latest date first. */
        EditionList: {
            /** @description The editions. */
            items: components["schemas"]["EditionBody"][];
        };
        /** @description An edition by name. */
        EditionName: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /**
             * @description What people call it.
             * @example 2019年 用途地域
             */
            name: string;
            /** @description The date it describes. */
            as_of: components["schemas"]["Day"];
        };
        /** @description What somebody asks about a listing, or answers to a 「借りたい」 card. */
        EnquiryRequest: {
            /**
             * @description Which listing, where it goes to its owner or the desk.
             * @example 0c8x4n2k7zq
             */
            listing?: string | null;
            /**
             * @description Which card, where it goes to whoever wrote it.
             * @example 0c8x4n2k7zq
             */
            card?: string | null;
            /**
             * @description `owner`: whoever answers for the listing; `desk`: the ward's desk; `seeker`: whoever wrote the card.
             * @example owner
             */
            to: string;
            /** @description Who asks; at most 60 characters. */
            name: string;
            /**
             * @description Where the answer goes. Owners and seekers never see it; the desk does.
             * @example founder@example.jp
             */
            email: string;
            /**
             * @description `ja`, `en` or `easy`; `ja` unless given.
             * @example ja
             */
            language?: string | null;
            /** @description What; at most 2000 characters and three links. */
            message: string;
            /**
             * @description The use that is planned: its verdict for the listing goes along.
             * @example cafe_restaurant
             */
            use?: string | null;
            /**
             * @description What is known of the plan, as `/api/v1/uses/{use}/summary` takes it.
             * @example use_area_m2=60
             */
            plan?: string | null;
            /** @description To be left out or empty. */
            website?: string | null;
        };
        /** @description A line of what was done and said. */
        EntryBody: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description `landlord`, `staff` or `system`. */
            by: string;
            /** @description True if it was who asks. */
            own: boolean;
            /** @description What was done; null for a message. */
            command: string | null;
            /** @description Where it stood afterwards. */
            state: string;
            /** @description Why. */
            reason: string | null;
            /** @description What was said. */
            note: string | null;
        };
        /** @description The data of a `change` event. */
        EventBody: {
            /**
             * Format: int64
             * @description The position of the change; also the event's id.
             * @example 43
             */
            seq: number;
            /** @description What changed. */
            layer: components["schemas"]["Layer"];
            id: components["schemas"]["Id"] | null;
        };
        /** @description One value of a facet. */
        FacetCount: {
            /**
             * @description The word; a storey's number; an id; a range `from-to` without `to`, or `from-`; `negotiable` or `unstated`.
             * @example shop
             */
            value: string;
            /** @description How many matches have it. */
            count: number;
        };
        /**
         * @description How many listings there would be with each value: those that pass every other filter. A facet that was not
         *     asked for is absent.
         */
        Facets: {
            /** @description By listing kind. */
            kind?: components["schemas"]["FacetCount"][] | null;
            /** @description By use district. */
            district?: components["schemas"]["FacetCount"][] | null;
            /** @description By what is inside. */
            condition?: components["schemas"]["FacetCount"][] | null;
            /** @description By cooking allowed. */
            cooking?: components["schemas"]["FacetCount"][] | null;
            /** @description By lowest storey. */
            storey?: components["schemas"]["FacetCount"][] | null;
            /** @description By level: `basement`, `ground`, `upper`. */
            level?: components["schemas"]["FacetCount"][] | null;
            /** @description By rent. */
            rent?: components["schemas"]["FacetCount"][] | null;
            /** @description By floor area. */
            area?: components["schemas"]["FacetCount"][] | null;
            /** @description By minutes on foot to the nearest station. */
            walk?: components["schemas"]["FacetCount"][] | null;
            /** @description By town, in the area or not: choosing towns takes the place of the area. */
            town?: components["schemas"]["FacetCount"][] | null;
            /** @description By shopping street, in the area or not. */
            street?: components["schemas"]["FacetCount"][] | null;
            /** @description How many there would be with each of `rent_steps` as a limit. */
            rent_limits?: components["schemas"]["LimitCount"][] | null;
            /** @description How many there would be with each of `area_steps` as a limit. */
            area_limits?: components["schemas"]["LimitCount"][] | null;
            /** @description By what the law says of the use asked about; empty where none is. */
            verdict?: components["schemas"]["FacetCount"][] | null;
        };
        /** @description A field that is needed and missing, or says what cannot be read. */
        FaultBody: {
            /**
             * @description The field.
             * @example rent
             */
            field: string;
            /** @description Why it cannot be read; null where it is missing. */
            reason: string | null;
        };
        /** @description What this server can do beside the map. */
        Features: {
            /** @description True if searches can be watched by mail. */
            watches: boolean;
            /** @description True if searches can be followed as Atom feeds. */
            feeds: boolean;
            /** @description True if owners can be asked, and the ward's desk advises. */
            contact: boolean;
            /** @description True if 「借りたい」 cards are taken. */
            wanted: boolean;
            /** @description True if people can sign in and offer premises. */
            offers: boolean;
        };
        /** @description What a program's offer says now. */
        FeedRequest: {
            /** @description Every field that says something; the others are emptied. */
            fields: components["schemas"]["BTreeMap"];
            /**
             * @description The version of the text that is agreed to: hands it in, if that is possible.
             * @example 2026-11
             */
            consent?: string | null;
        };
        /**
         * @description Fire prevention zoning: fire 防火地域, quasi_fire 準防火地域, article_22 法22条区域, none 指定なし
         * @enum {string}
         */
        FireZone: "fire" | "quasi_fire" | "article_22" | "none";
        /** @description The dates that say how fresh a listing is. */
        FreshnessBody: {
            /** @description 情報登録日. */
            registered_on: components["schemas"]["Day"];
            /** @description 更新日. */
            updated_on: components["schemas"]["Day"];
            /** @description 次回更新予定日, at most two weeks after the update. */
            next_update_on: components["schemas"]["Day"];
        };
        /** @description A GeoJSON geometry. */
        Geometry: {
            /** @description Lines of longitude, latitude. */
            coordinates: number[][][];
            /** @enum {string} */
            type: "MultiLineString";
        } | {
            /** @description Polygons of rings of longitude, latitude; the first ring is the outer one. */
            coordinates: number[][][][];
            /** @enum {string} */
            type: "MultiPolygon";
        };
        /** @description The uses of a group at a place. */
        GroupHere: {
            /** @description The group. */
            id: string;
            /** @description What people call it. */
            name: string;
            /** @description Its uses, the most welcome first. */
            uses: components["schemas"]["UseHere"][];
        };
        /** @description When the premises can be taken over. */
        HandoverBody: {
            /** @enum {string} */
            state: "now";
        } | {
            /** @description The day. */
            on: components["schemas"]["Day"];
            /** @enum {string} */
            state: "from";
        } | {
            /** @enum {string} */
            state: "negotiable";
        };
        /** @description Whether the public sees a picture. */
        HideRequest: {
            /** @description False to show it again. */
            hidden: boolean;
        };
        /** @description One use district through the editions. */
        HistoryBody: {
            /**
             * @description The use district.
             * @example quasi_industrial
             */
            district: string;
            /** @description Every edition, the earliest first. */
            editions: components["schemas"]["HistoryEdition"][];
        };
        /** @description The land of the use district in one edition; land that several zones claim counts once. */
        HistoryEdition: {
            /**
             * @description Its id.
             * @example 0c8x4n2k7zq
             */
            id: string;
            /**
             * @description What people call it.
             * @example 2019年 用途地域
             */
            name: string;
            /**
             * @description The area it covers.
             * @example 13112
             */
            area: string;
            /**
             * @description The date it describes.
             * @example 2019-03-31
             */
            as_of: string;
            /** @description Who published it. */
            source: string;
            /** @description Under which licence. */
            licence: string;
            /** @description SHA-256 of the files it came from. */
            sha256: string;
            /**
             * Format: double
             * @description All of it, m².
             */
            m2: number;
            /** @description By town, in order of name, where there is at least 1 m². */
            towns: components["schemas"]["LedgerTownShare"][];
        };
        /**
         * @description An id: 11 characters of 0-9 and a-z without i, l, o and u
         * @example 0c8x4n2k7zq
         */
        Id: string;
        /** @description What one of several districts says. */
        InDistrict: {
            /** @description The district. */
            district: components["schemas"]["UseDistrict"];
            /**
             * Format: double
             * @description Metres to it; 0 for the place's own.
             */
            metres: number;
            /** @description What it says. */
            verdict: components["schemas"]["Verdict"];
            /** @description Why. */
            summary: string;
            /** @description The clauses it rests on. */
            citations: string[];
        };
        /** @description 償却: the part of a deposit that is kept. */
        Kept: {
            /**
             * Format: double
             * @description Percent, 0 to 100.
             */
            percent: number;
            /** @enum {string} */
            of: "deposit";
        } | {
            /**
             * Format: double
             * @description Months.
             */
            months: number;
            /** @enum {string} */
            of: "rent";
        };
        /** @description How many listings are of one kind. */
        KindCount: {
            /** @description The kind. */
            kind: components["schemas"]["ListingKind"];
            /** @description How many. */
            count: number;
        };
        /** @description How the land was used, survey by survey. Areas in m² on the plane rectangular zone of the place. */
        LandUseBody: {
            within: components["schemas"]["LandUsePerimeter"] | null;
            /** @description The surveys, the earliest first. */
            surveys: components["schemas"]["LandUseSurvey"][];
            /** @description What became of the lots between one survey and the next. */
            conversions: components["schemas"]["LandUseConversions"][];
        };
        /** @description A lot whose use changed. */
        LandUseChange: {
            /**
             * @description What the surveys call it.
             * @example P-0017
             */
            key: string;
            /** @description Its town. */
            town: string | null;
            /** @description The use before. */
            before: string;
            /** @description The use after. */
            after: string;
            /**
             * Format: double
             * @description m².
             */
            m2: number;
            /** @description True if its building is newer than the earlier survey; otherwise only the code changed. */
            rebuilt: boolean;
        };
        /** @description Industrial lots that hang together. */
        LandUseClusters: {
            /**
             * Format: double
             * @description Lots no farther apart hang together.
             * @example 50
             */
            link_m: number;
            /** @description Clusters of two lots and more. */
            clusters: number;
            /** @description Lots with none near. */
            isolated: number;
            /** @description The largest cluster. */
            largest: components["schemas"]["LandUseCount"];
            /** @description The town of most of its lots. */
            largest_town: string | null;
        };
        /** @description What became of the lots of one survey in the next. */
        LandUseConversions: {
            /** @description Id of the earlier survey. */
            before: string;
            /** @description Id of the later survey. */
            after: string;
            /** @description What industry lost to other uses. */
            industry_lost: components["schemas"]["LandUseCount"];
            /** @description What it won from them. */
            industry_won: components["schemas"]["LandUseCount"];
            /** @description Every pair of uses, the unchanged as well; m² of the earlier survey. */
            matrix: components["schemas"]["LandUseFlow"][];
            /** @description The lots whose use changed, the largest first. */
            changed: components["schemas"]["LandUseChange"][];
            /** @description Lots that the later survey does not know. */
            not_followed: components["schemas"]["LandUseCount"];
        };
        /** @description How many, and how large together. */
        LandUseCount: {
            /** @description Lots. */
            lots: number;
            /**
             * Format: double
             * @description m².
             */
            m2: number;
        };
        /** @description Lots that went from one use to another, or stayed. */
        LandUseFlow: {
            /** @description The use before. */
            before: string;
            /** @description The use after. */
            after: string;
            /** @description How many. */
            lots: number;
            /**
             * Format: double
             * @description m².
             */
            m2: number;
        };
        /** @description Dwellings near factories. */
        LandUseNear: {
            /**
             * Format: int32
             * @description Within so many metres, outline to outline.
             * @example 10
             */
            within_m: number;
            /** @description Factories with a dwelling that near. */
            factories: number;
            /** @description Dwellings with a factory that near. */
            dwellings: number;
            /** @description Those newer than such a factory, where both years are known. */
            newer_dwellings: number;
        };
        /** @description The land of one town. */
        LandUseOfTown: {
            /**
             * @description The town.
             * @example 池尻二丁目
             */
            town: string;
            /**
             * Format: double
             * @description Its industrial land.
             */
            industrial_m2: number;
            /**
             * Format: double
             * @description Its building land.
             */
            land_m2: number;
        };
        /** @description The lots of one use. */
        LandUseOfUse: {
            /**
             * @description The use.
             * @example factory
             */
            use: string;
            /** @description How many. */
            lots: number;
            /**
             * Format: double
             * @description Their land.
             */
            m2: number;
        };
        /** @description The land of one use district in one edition. */
        LandUsePerimeter: {
            /** @description The edition. */
            edition: components["schemas"]["LedgerEdition"];
            /**
             * @description The use district.
             * @example quasi_industrial
             */
            district: string;
        };
        /** @description What a survey found. */
        LandUseSurvey: {
            /** @description The survey. */
            survey: components["schemas"]["LedgerEdition"];
            /**
             * Format: double
             * @description Factories, those with dwellings, and warehouses: percent of the building land.
             * @example 42.4
             */
            industrial_percent: number;
            /**
             * Format: double
             * @description Their land.
             */
            industrial_m2: number;
            /**
             * Format: double
             * @description All building land: parks, roads and water left out.
             */
            land_m2: number;
            /** @description By use. */
            uses: components["schemas"]["LandUseOfUse"][];
            /** @description By town, in order of name. */
            towns: components["schemas"]["LandUseOfTown"][];
            /** @description Dwellings near factories, by distance. */
            near: components["schemas"]["LandUseNear"][];
            /** @description Industrial lots that hang together. */
            clusters: components["schemas"]["LandUseClusters"];
            /** @description Industrial lots of 280 m² or, at the floor area the zone allows, of 300 m² of floor and more. */
            at_risk: components["schemas"]["LandUseCount"];
        };
        /** @description The law that verdicts follow. */
        LawBody: {
            /** @description What the rules are. */
            title: string;
            /**
             * @description What every verdict is called: a guide, not leave to trade.
             * @example 建築基準法上の用途の目安
             */
            label: string;
            /**
             * @description The date of the text.
             * @example 2026-05-30
             */
            law_text_date: string;
            /** @description Where the rules come from. */
            law: components["schemas"]["LawSource"];
            /** @description What has been promulgated but is not in the rules. */
            pending: string;
            /** @description What nobody should read into a verdict. */
            limits: string[];
            /** @description Every caution there is. */
            cautions: components["schemas"]["CautionText"][];
            /** @description What the verdicts are called. */
            verdicts: components["schemas"]["VerdictLabel"][];
            overlay: components["schemas"]["OverlayBody"] | null;
            /**
             * @description How many uses there are.
             * @example 65
             */
            uses: number;
        };
        /** @description The texts the rules were read from. */
        LawSource: {
            /** @description The act and its number. */
            act: string;
            /** @description The order and its number. */
            order: string;
            /** @description Which states of both were in force. */
            in_force: string;
            /** @description Where the text was read. */
            source: string;
            /** @description Amendments the rules contain, the oldest first. */
            amendments: components["schemas"]["AmendmentBody"][];
        };
        /**
         * @description A set of things that is replaced as a whole: zones 用途地域, streets 商店街, stations 駅, towns 町丁目, boundaries 行政界, basemap 背景, areas 地区計画など, blocks 街区, roads 道路, land_use 土地利用, listings 物件
         * @enum {string}
         */
        Layer: "zones" | "streets" | "stations" | "towns" | "boundaries" | "basemap" | "areas" | "blocks" | "roads" | "land_use" | "listings";
        /**
         * @description The kind of contract: ordinary 普通賃貸借, fixed_term 定期賃貸借, daily 日・週単位, hours 曜日・時間貸し, transfer 事業譲渡, unstated 不明
         * @enum {string}
         */
        LeaseKind: "ordinary" | "fixed_term" | "daily" | "hours" | "transfer" | "unstated";
        /** @description Two editions compared. Areas in m² on the plane rectangular zone of the place, land that several zones claim once. */
        LedgerBody: {
            /** @description The earlier edition. */
            before: components["schemas"]["LedgerEdition"];
            /** @description The later edition. */
            after: components["schemas"]["LedgerEdition"];
            /**
             * Format: double
             * @description Strips of a smaller mean width are noise, m.
             * @example 0.5
             */
            tolerance_m: number;
            /**
             * Format: int32
             * @description The plane rectangular zone areas are measured on, 1 to 19; null if there is no zone at all.
             * @example 9
             */
            plane_zone: number | null;
            /**
             * Format: int32
             * @description Its EPSG code.
             * @example 6677
             */
            epsg: number | null;
            /** @description By use district, in the order of the law. */
            totals: components["schemas"]["LedgerTotal"][];
            /** @description Every pair of districts, the unchanged as well; the sums are the totals. */
            matrix: components["schemas"]["LedgerFlow"][];
            /** @description The changed pieces, the largest first. */
            changes: components["schemas"]["LedgerChange"][];
            /** @description What is not a change. */
            noise: components["schemas"]["LedgerNoise"];
        };
        /** @description A piece of land whose plan changed. */
        LedgerChange: {
            /** @description Its number in this ledger, from 1. */
            number: number;
            /**
             * @description `district`, `ratios`, `added` or `removed`.
             * @example district
             */
            kind: string;
            before: components["schemas"]["LedgerPlan"] | null;
            after: components["schemas"]["LedgerPlan"] | null;
            /**
             * Format: double
             * @description m².
             */
            m2: number;
            /** @description The towns it lies in, the largest share first. */
            towns: components["schemas"]["LedgerTownShare"][];
            /** @description Its middle. */
            place: components["schemas"]["LedgerPlace"];
        };
        /** @description An edition that was compared. */
        LedgerEdition: {
            /**
             * @description Its id.
             * @example 0c8x4n2k7zq
             */
            id: string;
            /**
             * @description What people call it.
             * @example 2019年 用途地域
             */
            name: string;
            /**
             * @description The area it covers.
             * @example 13112
             */
            area: string;
            /**
             * @description The date it describes.
             * @example 2019-03-31
             */
            as_of: string;
            /** @description Who published it. */
            source: string;
            /** @description Under which licence. */
            licence: string;
            /** @description SHA-256 of the files it came from. */
            sha256: string;
        };
        /** @description Land that went from one district to another, or stayed. */
        LedgerFlow: {
            /** @description The district before; null without zoning. */
            before: string | null;
            /** @description The district after; null without zoning. */
            after: string | null;
            /**
             * Format: double
             * @description m².
             */
            m2: number;
        };
        /** @description Differences that are none. */
        LedgerNoise: {
            /** @description Strips narrower than the tolerance. */
            slivers: number;
            /**
             * Format: double
             * @description Their land, m².
             */
            slivers_m2: number;
            /**
             * Format: double
             * @description The greatest mean width among them, m.
             */
            widest_m: number;
            shift: components["schemas"]["LedgerShift"] | null;
            /**
             * Format: double
             * @description Land that several zones of the earlier edition claim, m².
             */
            overlaps_before_m2: number;
            /**
             * Format: double
             * @description Land that several zones of the later edition claim, m².
             */
            overlaps_after_m2: number;
            /**
             * Format: double
             * @description Land whose 建蔽率 or 容積率 one edition alone leaves blank, m².
             */
            blank_ratio_m2: number;
        };
        /** @description A place. */
        LedgerPlace: {
            /**
             * Format: double
             * @description Degrees east.
             */
            lon: number;
            /**
             * Format: double
             * @description Degrees north.
             */
            lat: number;
        };
        /** @description What a plan says. */
        LedgerPlan: {
            /**
             * @description The use district.
             * @example quasi_industrial
             */
            district: string;
            /**
             * Format: int32
             * @description 建蔽率 in percent; null where the source leaves it blank.
             */
            coverage: number | null;
            /**
             * Format: int32
             * @description 容積率 in percent; null where the source leaves it blank.
             */
            floor_area: number | null;
        };
        /** @description How far a whole edition lies from another. */
        LedgerShift: {
            /**
             * Format: double
             * @description Metres east.
             */
            east_m: number;
            /**
             * Format: double
             * @description Metres north.
             */
            north_m: number;
            /** @description Zones shifted so. */
            zones: number;
            /** @description Zones that could be compared. */
            compared: number;
        };
        /** @description A use district's land before and after. */
        LedgerTotal: {
            /**
             * @description The use district.
             * @example quasi_industrial
             */
            district: string;
            /**
             * Format: double
             * @description m² in the earlier edition.
             */
            before_m2: number;
            /**
             * Format: double
             * @description m² in the later edition.
             */
            after_m2: number;
        };
        /** @description A town's part of a piece. */
        LedgerTownShare: {
            /**
             * @description The town.
             * @example 船橋一丁目
             */
            town: string;
            /**
             * Format: double
             * @description m².
             */
            m2: number;
        };
        /** @description How many listings there would be with a limit. The limit at the other end stays, unless it would leave nothing between. */
        LimitCount: {
            /**
             * Format: double
             * @description The limit: yen a month or m².
             * @example 200000
             */
            at: number;
            /** @description With it as the lower limit. */
            at_least: number;
            /** @description With it as the upper limit. */
            at_most: number;
        };
        /** @description A listing, whole. */
        ListingBody: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /** @description What kind of offer. */
            kind: components["schemas"]["ListingKind"];
            /**
             * @description Headline.
             * @example 路面の空き店舗
             */
            title: string;
            /** @description The landlord's own words, plain text. */
            description: string;
            /** @description Address as stated, with the municipality; for a pin of `town`, only the town. */
            address: string;
            /** @description The public place. */
            place: components["schemas"]["Place"];
            /** @description How exact the place is. */
            pin: components["schemas"]["PinPrecision"];
            /** @description Money and time. */
            terms: components["schemas"]["TermsBody"];
            /** @description The rooms. */
            premises: components["schemas"]["PremisesBody"];
            /** @description When it can be taken over. */
            handover: components["schemas"]["HandoverBody"];
            /** @description Who offers it. */
            offered_by: components["schemas"]["OfferedBy"];
            /** @description 宅地建物取引業 licence number, for agents and brokers. */
            licence_number: string | null;
            /** @description Trades the landlord would welcome or hands over. */
            trades: string[];
            /** @description Pictures, the first being the cover. */
            photos: components["schemas"]["PhotoBody"][];
            /** @description 情報登録日, 更新日, 次回更新予定日. */
            freshness: components["schemas"]["FreshnessBody"];
            /** @description Zones of the current editions that cover the place; on a shared edge all of them. */
            zones: components["schemas"]["CoveringZone"][];
            street: components["schemas"]["NearbyStreet"] | null;
            station: components["schemas"]["NearbyStation"] | null;
            /** @description The stations nearest on foot, nearest first, at most three; `station` is the first. */
            stations: components["schemas"]["NearbyStation"][];
            town: components["schemas"]["TownName"] | null;
            /** @description True for made-up data (合成データ), which every view must say. */
            synthetic: boolean;
        };
        /** @description The same page as GeoJSON, for `format=geojson` or `Accept: application/geo+json`. */
        ListingCollection: {
            /**
             * @description Always `FeatureCollection`.
             * @example FeatureCollection
             */
            type: string;
            /** @description How many listings match, on all pages. */
            total: number;
            /** @description Pass as `cursor` to get the next page; null on the last. */
            next: string | null;
            walk_method: components["schemas"]["WalkMethod"] | null;
            /** @description Counts for the facets asked for. */
            facets: components["schemas"]["Facets"];
            verdict: components["schemas"]["VerdictTally"] | null;
            /** @description How many of them `allowed_for` or `verdict` left out; null where no use is asked about. */
            hidden: number | null;
            /**
             * Format: int64
             * @description The last change this answer includes.
             */
            seq: number;
            /** @description This page. */
            features: components["schemas"]["ListingFeature"][];
        };
        /** @description A listing as a GeoJSON feature. */
        ListingFeature: {
            /**
             * @description Always `Feature`.
             * @example Feature
             */
            type: string;
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /** @description The public place. */
            geometry: components["schemas"]["PointGeometry"];
            /** @description The listing, flat as map programs like it. */
            properties: components["schemas"]["ListingProperties"];
        };
        /**
         * @description What kind of offer: shop 空き店舗, furnished 居抜き, workshop 工場・作業所, office 事務所, succession 事業承継, pop_up チャレンジショップ・期間貸し, test_bed 実証・実験の場, shared 間借り
         * @enum {string}
         */
        ListingKind: "shop" | "furnished" | "workshop" | "office" | "succession" | "pop_up" | "test_bed" | "shared";
        /** @description A listing as flat attributes; null is not stated. */
        ListingProperties: {
            /** @description What kind of offer. */
            kind: components["schemas"]["ListingKind"];
            /** @description Headline. */
            title: string;
            /** @description Address as stated, with the municipality; for a pin of `town`, only the town. */
            address: string;
            /** @description How exact the place is. */
            pin: components["schemas"]["PinPrecision"];
            /**
             * Format: int64
             * @description 賃料, yen a month; null where it is 要相談 or not stated.
             */
            rent_yen: number | null;
            /** @description True if the rent is 要相談. */
            rent_negotiable: boolean;
            /**
             * Format: double
             * @description Floor area, m².
             */
            area_m2: number | null;
            /**
             * Format: int32
             * @description The lowest storey; -1 is B1.
             */
            storey_lowest: number | null;
            /**
             * Format: int32
             * @description The highest storey.
             */
            storey_highest: number | null;
            /** @description What is inside. */
            condition: components["schemas"]["Condition"];
            /** @description Cooking allowed. */
            cooking: components["schemas"]["Cooking"];
            district: components["schemas"]["UseDistrict"] | null;
            /** @description 更新日. */
            updated_on: components["schemas"]["Day"];
            /** @description Name of the station nearest on foot. */
            station: string | null;
            /**
             * Format: double
             * @description Metres to it, straight.
             */
            station_m: number | null;
            /**
             * Format: int32
             * @description Minutes to it on foot.
             */
            station_walk_minutes: number | null;
            station_walk_method: components["schemas"]["WalkMethod"] | null;
            verdict: components["schemas"]["Verdict"] | null;
            /** @description True for made-up data (合成データ), which every view must say. */
            synthetic: boolean;
        };
        /** @description A listing in a list. */
        ListingSummary: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /** @description What kind of offer. */
            kind: components["schemas"]["ListingKind"];
            /**
             * @description Headline.
             * @example 路面の空き店舗
             */
            title: string;
            /** @description Address as stated, with the municipality; for a pin of `town`, only the town. */
            address: string;
            /** @description The public place. */
            place: components["schemas"]["Place"];
            /** @description How exact the place is. */
            pin: components["schemas"]["PinPrecision"];
            /** @description 賃料, yen a month. */
            rent: components["schemas"]["Price"];
            /** @description Whether the rent includes consumption tax. */
            tax: components["schemas"]["Tax"];
            /**
             * Format: int64
             * @description 坪単価: yen a month per 坪, rounded.
             */
            rent_per_tsubo_yen: number | null;
            /**
             * Format: int64
             * @description What must be paid on signing, in yen, as far as stated.
             */
            first_payment_yen: number | null;
            area: components["schemas"]["Area"] | null;
            storeys: components["schemas"]["StoreyRange"] | null;
            /** @description What is inside. */
            condition: components["schemas"]["Condition"];
            /** @description Cooking allowed. */
            cooking: components["schemas"]["Cooking"];
            /** @description The kind of contract. */
            lease: components["schemas"]["LeaseKind"];
            /** @description When it can be taken over. */
            handover: components["schemas"]["HandoverBody"];
            /** @description Who offers it. */
            offered_by: components["schemas"]["OfferedBy"];
            /** @description 情報登録日, 更新日, 次回更新予定日. */
            freshness: components["schemas"]["FreshnessBody"];
            zone: components["schemas"]["ListingZone"] | null;
            street: components["schemas"]["NearbyStreet"] | null;
            station: components["schemas"]["NearbyStation"] | null;
            town: components["schemas"]["TownName"] | null;
            cover: components["schemas"]["PhotoBody"] | null;
            /**
             * Format: double
             * @description Metres from the place asked about, straight: from `near`, the station, or the middle of the box or polygon.
             */
            distance_m: number | null;
            verdict: components["schemas"]["Verdict"] | null;
            /** @description True for made-up data (合成データ), which every view must say. */
            synthetic: boolean;
        };
        /** @description The zone a listing lies in, short. */
        ListingZone: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /** @description Its use district. */
            district: components["schemas"]["UseDistrict"];
            /**
             * Format: double
             * @description Metres to the zone's nearest edge. Near an edge the majority of the site decides (art. 91), which a pin cannot know.
             */
            metres_to_edge: number | null;
        };
        /** @description A municipality by name. */
        MunicipalityName: {
            /**
             * @description Five-digit code.
             * @example 13112
             */
            code: string;
            /**
             * @description Its name.
             * @example 世田谷区
             */
            name: string;
        };
        /** @description A listing that one thing alone leaves out. */
        NearMissBody: {
            /** @description The listing. */
            listing: components["schemas"]["ListingSummary"];
            /**
             * @description The parameter that leaves it out; `place` for the area, however that is said.
             * @example rent_max
             */
            limit: string;
            /**
             * @description How it fails: by an amount, by being `other` than asked for, or by being `unstated`.
             * @example amount
             */
            how: string;
            /**
             * Format: double
             * @description By how much; null where there is no less and more.
             * @example 5000
             */
            by: number | null;
            /**
             * @description What the amount counts: `yen` (a month), `m2`, `metres`, `minutes`, `storeys`, `days` or `kw`.
             * @example yen
             */
            unit: string | null;
            /** @description The parameters to change so that the search finds it, that one limit loosened as little as may be. */
            loosen: components["schemas"]["ParameterChange"][];
        };
        /** @description The listings that miss a search by one thing, those that miss by least first. */
        NearMisses: {
            /**
             * @description How many there are.
             * @example 17
             */
            total: number;
            /** @description The nearest of them. */
            items: components["schemas"]["NearMissBody"][];
            /**
             * Format: int64
             * @description The last change this answer includes.
             */
            seq: number;
        };
        /** @description A station nearby. */
        NearbyStation: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /**
             * @description Its name without 駅.
             * @example 経堂
             */
            name: string;
            /**
             * Format: double
             * @description Metres to it, straight.
             */
            metres: number;
            /** @description The walk: along roads, or estimated. */
            walk: components["schemas"]["WalkBody"];
        };
        /** @description A shopping street nearby. */
        NearbyStreet: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /**
             * @description Its name.
             * @example 経堂すずらん通り
             */
            name: string;
            /**
             * Format: double
             * @description Metres to it, straight; 0 inside its area.
             */
            metres: number;
        };
        /** @description The listings nearest to a place, nearest first. */
        NearestAnswer: {
            /** @description The listings, each with `distance_m`. */
            items: components["schemas"]["ListingSummary"][];
            verdict: components["schemas"]["VerdictTally"] | null;
            /** @description How many no farther than the last `allowed_for` or `verdict` left out; null where no use is asked about. */
            hidden: number | null;
            /**
             * Format: int64
             * @description The last change this answer includes.
             */
            seq: number;
        };
        /** @description A passkey to be added. */
        NewPasskeyRequest: {
            /** @description The question that is answered. */
            question: string;
            /**
             * @description What its owner calls it; at most 60 characters.
             * @example 窓口の端末
             */
            name: string;
            /** @description `RegistrationResponseJSON` of `WebAuthn`. */
            credential: Record<string, never>;
        };
        /** @description A token that was just made. */
        NewTokenBody: {
            /** @description To be sent as `Authorization: Bearer …`. It is told this once. */
            token: string;
        };
        /** @description An offer, whole. */
        OfferBody: {
            /**
             * @description Its id, and that of its listing.
             * @example 0c8x4n2k7zq
             */
            id: string;
            /** @description True if it is one's own. */
            mine: boolean;
            /**
             * @description The state of the listing.
             * @example draft
             */
            state: string;
            /** @description Changes to a listing that was published: `editing`, `submitted`, `returned`; null where there are none. */
            revision: string | null;
            /**
             * Format: int64
             * @description Counts writes; the entity tag says the same.
             */
            version: number;
            /** @description What was typed, by field. */
            fields: {
                [key: string]: string;
            };
            /** @description The same as it was when it was last published. */
            published: {
                [key: string]: string;
            };
            /** @description Fields in which the two differ; none before it was published. */
            changed: string[];
            /** @description Its pictures, the first being the cover. */
            photos: components["schemas"]["OfferPhotoBody"][];
            /** @description Fields that are needed and missing or cannot be read. */
            faults: components["schemas"]["FaultBody"][];
            /** @description Fields that founders ask for first and that say nothing. */
            gaps: string[];
            /** @description What may be done. */
            allowed: string[];
            /** @description True if what was typed may be changed. */
            editable: boolean;
            /** @description The version of the text that is agreed to when submitting. */
            consent_version: string;
            /**
             * Format: date-time
             * @description When it was handed in.
             */
            submitted: string | null;
            /**
             * Format: date
             * @description When it will be asked whether it is still vacant; null unless it is public.
             */
            next_update_on: string | null;
            /** @description What was done and said, first to last. */
            entries: components["schemas"]["EntryBody"][];
            preview: components["schemas"]["ListingBody"] | null;
            /** @description What to look at; null for its landlord. */
            checks: components["schemas"]["CheckBody"][] | null;
            /** @description Who reviews it: `me`, `other`, or null. */
            claimed_by: string | null;
        };
        /** @description A picture of an offer. */
        OfferPhotoBody: {
            /** @description Its name. */
            name: string;
            /** @description Where it is, relative to the server. */
            url: string;
            /** @description The same, small. */
            small: string;
            /** @description What it shows. */
            alt: string;
            /** @description True if a moderator has hidden it from the public. */
            hidden: boolean;
        };
        /** @description An offer in a list. */
        OfferSummary: {
            /**
             * @description Its id, and that of its listing.
             * @example 0c8x4n2k7zq
             */
            id: string;
            /**
             * @description The state of the listing.
             * @example draft
             */
            state: string;
            /** @description Changes to a listing that was published: `editing`, `submitted`, `returned`; null where there are none. */
            revision: string | null;
            /** @description Its headline; empty where it has none yet. */
            title: string;
            /** @description Its address; empty where it has none yet. */
            address: string;
            /** @description Its kind; null where none is chosen yet. */
            kind: string | null;
            /** @description Its first picture; null without one. */
            cover: string | null;
            /**
             * Format: date-time
             * @description When anything last happened.
             */
            touched: string;
            /** @description What may be done. */
            allowed: string[];
        };
        /**
         * @description Who offers it (取引態様): owner 貸主, sublessor 転貸人, agent 代理, broker 媒介, public 公的団体
         * @enum {string}
         */
        OfferedBy: "owner" | "sublessor" | "agent" | "broker" | "public";
        /** @description The offers of an account. */
        OffersBody: {
            /**
             * @description The version of the text that a landlord agrees to when submitting.
             * @example 2026-11
             */
            consent_version: string;
            /** @description Last touched first. */
            items: components["schemas"]["OfferSummary"][];
        };
        /** @description What depends on one use district: in every other district of the city but the industrial ones the law refuses it. */
        OnlyInBody: {
            /**
             * @description The use district.
             * @example quasi_industrial
             */
            district: string;
            /**
             * @description The day the law's text is of.
             * @example 2026-04-01
             */
            law_text_date: string;
            /**
             * Format: double
             * @description The district's land, hectares.
             */
            hectares: number;
            /**
             * Format: double
             * @description Its part of all zoned land, 0 to 1.
             */
            share: number;
            /** @description Uses, in the order of the rules. */
            uses: components["schemas"]["OnlyUseBody"][];
            /** @description Processes that a factory of any size may only run here. */
            processes: components["schemas"]["OnlyProcessBody"][];
        };
        /** @description A process. */
        OnlyProcessBody: {
            /** @description What it is. */
            name: components["schemas"]["Texts"];
            /**
             * @description The clause that lists it.
             * @example (ぬ)項第3号(六)
             */
            citation: string;
        };
        /** @description A use. */
        OnlyUseBody: {
            /**
             * @description Its id.
             * @example auto_repair
             */
            use: string;
            /** @description What people call it. */
            name: components["schemas"]["Texts"];
            /**
             * Format: double
             * @description Above this floor area, m²; null at any size.
             */
            above_m2: number | null;
            /**
             * Format: double
             * @description Land of the city where the law leaves it room, hectares.
             */
            hectares: number;
            /**
             * @description Premises on offer that the district touches, of at least 1 m² more, where the law does not refuse it: as a search
             *     with `allowed_for`, `motor_kw=1`, `process_class=none`, `hazmat=false`, `district` and `area_min` counts.
             */
            vacancies: number;
        };
        /** @description How reviews went. */
        OutcomesBody: {
            /** @description Published. */
            approved: number;
            /** @description Sent back. */
            returned: number;
            /** @description Refused. */
            rejected: number;
            /** @description Hidden because nobody said that they are vacant. */
            expired: number;
            /** @description Let. */
            let: number;
            /** @description Let to somebody found here. */
            found_here: number;
            /**
             * Format: double
             * @description Median days between handing in and decision; null before the first.
             */
            median_days: number | null;
            /**
             * Format: double
             * @description The longest that anything waits now, in days; null where nothing waits.
             */
            oldest_days: number | null;
        };
        /** @description The ward's own rules, laid over the national ones. */
        OverlayBody: {
            /** @description What the ward calls them. */
            name: string;
            /** @description What they replace. */
            rules: components["schemas"]["OverlayRule"][];
        };
        /** @description A rule the ward replaced. */
        OverlayRule: {
            /** @description The use. */
            use: string;
            /** @description The district. */
            district: components["schemas"]["UseDistrict"];
        };
        /** @description A parameter to set or to leave out. */
        ParameterChange: {
            /**
             * @description Its name.
             * @example rent_max
             */
            name: string;
            /**
             * @description Its new value; null to leave it out.
             * @example 205000
             */
            value: string | null;
        };
        /** @description A passkey that is shown. */
        PasskeyAnswerRequest: {
            /** @description The question that is answered. */
            question: string;
            /** @description `AuthenticationResponseJSON` of `WebAuthn`. */
            credential: Record<string, never>;
        };
        /** @description A passkey. */
        PasskeyBody: {
            /**
             * @description Its id.
             * @example 0c8x4n2k7zq
             */
            id: string;
            /** @description What its owner calls it. */
            name: string;
            /**
             * Format: date-time
             * @description When it was added.
             */
            created: string;
            /**
             * Format: date-time
             * @description When it was last used; null before.
             */
            used: string | null;
        };
        /** @description A question to the authenticators of a browser; open for five minutes and for one answer. */
        PasskeyQuestionBody: {
            /** @description To be sent back with the answer. */
            question: string;
            /** @description `PublicKeyCredentialCreationOptions` or `PublicKeyCredentialRequestOptions` of `WebAuthn`, as JSON. */
            options: Record<string, never>;
        };
        /** @description The passkeys of an account. */
        PasskeysBody: {
            /** @description Oldest first. */
            items: components["schemas"]["PasskeyBody"][];
        };
        /** @description A picture. */
        PhotoBody: {
            /**
             * @description Where it is, relative to the server.
             * @example /photos/shop-012-front.svg
             */
            url: string;
            /** @description What it shows, for those who cannot see it. */
            alt: string;
        };
        /** @description A picture and what it shows. */
        PhotoRequest: {
            /** @description Its name. */
            name: string;
            /** @description What it shows, for those who cannot see it. */
            alt?: string;
        };
        /**
         * @description How exactly the place is shown; for `town` it is the centre of the town: exact 正確な位置, town 町丁目まで
         * @enum {string}
         */
        PinPrecision: "exact" | "town";
        /** @description A position in degrees (JGD2011, taken as WGS84). */
        Place: {
            /**
             * Format: double
             * @description Degrees east.
             * @example 139.6361
             */
            lon: number;
            /**
             * Format: double
             * @description Degrees north.
             * @example 35.6513
             */
            lat: number;
        };
        /** @description What a place lies in and near. */
        PlaceAt: {
            /** @description The place asked about. */
            place: components["schemas"]["Place"];
            /** @description Zones of the current editions that cover it; on a shared edge all of them. */
            zones: components["schemas"]["CoveringZone"][];
            street: components["schemas"]["NearbyStreet"] | null;
            station: components["schemas"]["NearbyStation"] | null;
            town: components["schemas"]["TownName"] | null;
            municipality: components["schemas"]["MunicipalityName"] | null;
        };
        /** @description How many look at one place, beside what is on offer there. */
        PlaceDemandBody: components["schemas"]["CardPlace"] & {
            /**
             * Format: double
             * @description Longitude of a point within it.
             * @example 139.6495
             */
            lon: number;
            /**
             * Format: double
             * @description Latitude of a point within it.
             * @example 35.649
             */
            lat: number;
            /** @description Cards that name it. */
            wanted: number;
            /** @description Public listings there. */
            vacant: number;
        };
        /** @description What is known of a plan; null is unknown, and the verdict may depend on it. Areas are m². */
        PlanBody: {
            /**
             * Format: double
             * @description Floor area of the use in the building.
             */
            use_area_m2: number | null;
            /**
             * Format: int32
             * @description Topmost storey it occupies: 1 is the ground floor, 0 a basement.
             */
            storey_max: number | null;
            /**
             * Format: double
             * @description Floor area of workshops.
             */
            workshop_m2: number | null;
            /**
             * Format: double
             * @description Output of all motors, kW.
             */
            motor_kw: number | null;
            /** @description The heaviest process of a workshop: `none`, `to3`, `nu3` or `ru1`. */
            process_class: string | null;
            /**
             * Format: double
             * @description Floor area of the seats of a theatre or hall.
             */
            seat_area_m2: number | null;
            /** @description Part of a dwelling. */
            live_work: boolean | null;
            /**
             * Format: double
             * @description Share of the building that is lived in, 0 to 1.
             */
            dwelling_share: number | null;
            /**
             * Format: double
             * @description Floor area not lived in.
             */
            nonres_total_m2: number | null;
            /**
             * Format: double
             * @description Floor area of the whole building.
             */
            building_total_m2: number | null;
            /**
             * Format: double
             * @description Floor area of the other buildings on the site, garages apart.
             */
            site_other_floor_m2: number | null;
            /** @description Mostly produce of the neighbourhood's farms. */
            farm_local: boolean | null;
            /** @description A garage decided in a city plan. */
            city_planned: boolean | null;
            /** @description Accessory to a building that is permitted. */
            accessory: boolean | null;
            /** @description A farm facility that the minister lists as noisy. */
            agri_noise_designated: boolean | null;
            /** @description Hazardous materials are stored or handled. */
            hazmat: boolean | null;
        };
        /** @description A GeoJSON point. */
        PointGeometry: {
            /**
             * @description Always `Point`.
             * @example Point
             */
            type: string;
            /** @description Longitude, latitude. */
            coordinates: number[];
        };
        /** @description The rooms themselves; null is 不明. */
        PremisesBody: {
            area: components["schemas"]["Area"] | null;
            storeys: components["schemas"]["StoreyRange"] | null;
            /**
             * Format: int32
             * @description Storeys of the building above ground.
             */
            building_storeys: number | null;
            /**
             * Format: double
             * @description 間口, metres.
             */
            frontage_m: number | null;
            /**
             * Format: double
             * @description Ceiling height, metres.
             */
            ceiling_m: number | null;
            /**
             * Format: int32
             * @description Floor load, kg per m².
             */
            floor_load_kg_m2: number | null;
            /**
             * Format: int32
             * @description Year of completion.
             */
            built_year: number | null;
            /** @description What is inside. */
            condition: components["schemas"]["Condition"];
            /** @description Cooking allowed. */
            cooking: components["schemas"]["Cooking"];
            /** @description Power, gas, water, exhaust, loading. */
            utilities: components["schemas"]["UtilitiesBody"];
        };
        /** @description A price in yen, or why there is none. */
        Price: {
            /**
             * Format: int64
             * @description Whole yen.
             * @example 180000
             */
            yen: number;
            /** @enum {string} */
            state: "amount";
        } | {
            /** @enum {string} */
            state: "negotiable";
        } | {
            /** @enum {string} */
            state: "unstated";
        };
        /** @description Why a request was not answered. */
        Problem: {
            /**
             * @description The sort of problem, stable: `urn:machikado:bad-parameter`.
             * @example urn:machikado:bad-parameter
             */
            type: string;
            /**
             * @description The sort of problem, for people.
             * @example A parameter cannot be read
             */
            title: string;
            /**
             * Format: int32
             * @description The HTTP status.
             * @example 400
             */
            status: number;
            /**
             * @description What is wrong with this request.
             * @example `rent_max` is `cheap`; expected whole yen from 0 to 100000000000
             */
            detail: string;
            /**
             * @description The parameter at fault.
             * @example rent_max
             */
            parameter?: string | null;
            /**
             * @description What is possible instead.
             * @example [
             *       "submit"
             *     ]
             */
            allowed?: string[] | null;
            /** @description The fields at fault. */
            fields?: components["schemas"]["FaultBody"][] | null;
            /** @description The id of the request, to be quoted when reporting an internal error. */
            request?: string | null;
        };
        /** @description The district as its source published it. A code means nothing without its scheme. */
        Published: {
            /**
             * @description `a29`, `urf`, or `name` where only a name was given.
             * @example a29
             */
            scheme: string;
            /**
             * Format: int64
             * @description The code, in a scheme that has codes.
             */
            code: number | null;
            /** @description The name as written, where no code was given. */
            name: string | null;
        };
        /** @description Something that is not known and can change the verdict. */
        QuestionBody: {
            /**
             * @description The parameter that answers it.
             * @example motor_kw
             */
            input: string;
            /**
             * @description `yes_no`, `number` or `choice`.
             * @example number
             */
            kind: string;
            /** @description The question. */
            text: string;
            /**
             * @description The unit of a number.
             * @example kW
             */
            unit: string | null;
            /** @description What to choose from. */
            options: components["schemas"]["ChoiceBody"][];
        };
        /** @description What moderators have to decide. */
        QueueBody: {
            /** @description Longest waiting first. */
            items: components["schemas"]["WaitingBody"][];
            /** @description What people say is wrong with listings, oldest first. */
            reports: components["schemas"]["ReportBody"][];
            /** @description How reviews went in the last 90 days. */
            outcomes: components["schemas"]["OutcomesBody"];
        };
        /** @description What somebody says is wrong with a listing. */
        ReportBody: {
            /**
             * @description Its id.
             * @example 0c8x4n2k7zq
             */
            id: string;
            /** @description The listing. */
            listing: string;
            /** @description The listing's title; null if it is public no more. */
            title: string | null;
            /**
             * @description `gone`, `terms`, `place`, `photos` or `other`.
             * @example gone
             */
            reason: string;
            /** @description In their words; may be empty. */
            words: string;
            /** @description True if they may be answered: by the mail to the desk. */
            answerable: boolean;
            /**
             * Format: date-time
             * @description When it came.
             */
            at: string;
        };
        /** @description What somebody says is wrong with a listing. */
        ReportRequest: {
            /**
             * @description Which listing.
             * @example 0c8x4n2k7zq
             */
            listing: string;
            /**
             * @description `gone`, `terms`, `place`, `photos` or `other`.
             * @example gone
             */
            reason: string;
            /** @description In words, at most 2000 characters; needed where the reason is `other`. */
            message?: string | null;
            /** @description Where the desk may answer. */
            email?: string | null;
            /** @description To be left out or empty. */
            website?: string | null;
        };
        /** @description How many people live within a walk. */
        Residents: {
            /**
             * Format: int64
             * @description People, to the nearest ten. Towns the walk cuts count by the share of their land within it.
             * @example 12340
             */
            count: number;
            /** @description True if any town is cut, so that the count is an estimate: to be shown with 約. */
            estimate: boolean;
            /** @description Towns within the walk of which nobody says how many live there: not in the count. */
            uncounted_towns: number;
        };
        /** @description Where roads are from. Whoever shows what follows them must name it. */
        RoadSource: {
            /**
             * @description The area they cover.
             * @example 13112
             */
            area: string;
            /**
             * @description Who published them.
             * @example OpenStreetMap contributors
             */
            source: string;
            /**
             * @description Under which licence.
             * @example ODbL-1.0
             */
            licence: string;
        };
        /** @description What was typed. */
        SaveRequest: {
            /** @description Every field that says something; the others are emptied. */
            fields: components["schemas"]["BTreeMap"];
            /** @description The pictures in order; those left out are taken away. */
            photos: components["schemas"]["PhotoRequest"][];
        };
        /** @description One page of an answer. */
        SearchAnswer: {
            /**
             * @description How many listings match, on all pages.
             * @example 129
             */
            total: number;
            /** @description This page. */
            items: components["schemas"]["ListingSummary"][];
            /** @description Pass as `cursor` to get the next page; null on the last. */
            next: string | null;
            walk_method: components["schemas"]["WalkMethod"] | null;
            /** @description Counts for the facets asked for. */
            facets: components["schemas"]["Facets"];
            verdict: components["schemas"]["VerdictTally"] | null;
            /** @description How many of them `allowed_for` or `verdict` left out; null where no use is asked about. */
            hidden: number | null;
            /**
             * Format: int64
             * @description The last change this answer includes.
             */
            seq: number;
        };
        /** @description A spreadsheet whose rows were checked. */
        SheetBody: {
            /** @description Its rows. */
            rows: components["schemas"]["SheetRowBody"][];
            /** @description Columns that are no field of an offer. */
            ignored: string[];
        };
        /** @description A row. */
        SheetRowBody: {
            /**
             * @description Its number as a spreadsheet counts: the header is 1.
             * @example 2
             */
            row: number;
            /** @description What it says, by field; the place of its address where it names none. */
            fields: {
                [key: string]: string;
            };
            /** @description Fields that are needed and missing or cannot be read. */
            faults: components["schemas"]["FaultBody"][];
        };
        /** @description A line of the log of sign-ins. */
        SignInLine: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /**
             * @description `signed_in`, `signed_in_by_passkey`, `confirmed`, `passkey_added`, `passkey_removed`, `signed_out` or
             *     `signed_out_everywhere`.
             * @example signed_in
             */
            what: string;
        };
        /** @description Who would like to sign in. */
        SignInRequest: {
            /**
             * @description Where the link goes.
             * @example owner@example.jp
             */
            email: string;
            /**
             * @description `ja`, `en` or `easy`; `ja` unless given.
             * @example ja
             */
            language?: string | null;
            /** @description To be left out or empty. */
            website?: string | null;
        };
        /** @description Which browsers are signed out. */
        SignOutRequest: {
            /**
             * @description True for all of them; otherwise this one.
             * @default false
             */
            everywhere: boolean;
        };
        /** @description An area with planning rules of its own. */
        SiteAreaBody: {
            /** @description What kind it is. */
            kind: components["schemas"]["AreaKind"];
            /** @description Its name. */
            name: string;
            /** @description A page about it. */
            url: string | null;
        };
        /** @description A place as the law sees it. */
        SiteBody: {
            district: components["schemas"]["UseDistrict"] | null;
            /** @description Other districts within 20 m, nearest first: the site may reach into them. */
            near: components["schemas"]["DistrictNear"][];
            /** @description District plans, special use districts and the like that hold it, as far as they are loaded. */
            areas: components["schemas"]["SiteAreaBody"][];
            /** @description False where only the town is shown. */
            exact: boolean;
        };
        /** @description A station. */
        StationBody: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /**
             * @description Its name without 駅.
             * @example 経堂
             */
            name: string;
            /** @description Its reading in kana. */
            kana: string | null;
            /** @description The lines that stop there. */
            lines: string[];
            /** @description Where it is. */
            place: components["schemas"]["Place"];
        };
        /** @description Stations. */
        StationList: {
            /** @description How many match; there may be more than on this page. */
            total: number;
            /** @description The stations, by name. */
            items: components["schemas"]["StationBody"][];
        };
        /** @description The storeys occupied. 1 is the ground floor, -1 is B1; there is no 0. */
        StoreyRange: {
            /**
             * Format: int32
             * @description The lowest storey.
             * @example 1
             */
            lowest: number;
            /**
             * Format: int32
             * @description The highest storey.
             * @example 1
             */
            highest: number;
        };
        /** @description Verdicts up to a storey. */
        StoreyStepBody: {
            /**
             * Format: int32
             * @description The topmost storey they hold for: 1 is the ground floor, 0 a basement; null has no upper end.
             */
            up_to: number | null;
            /** @description By floor area, the smallest first. */
            areas: components["schemas"]["AreaStepBody"][];
            /** @description Where the floor area is unknown. */
            unknown_area: components["schemas"]["Verdict"];
        };
        /** @description A shopping street and what stands empty along it. */
        StreetBody: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /**
             * @description Its name.
             * @example 経堂すずらん通り
             */
            name: string;
            /** @description Its reading in kana. */
            kana: string | null;
            /** @description The association (商店会) that runs it. */
            association: string | null;
            /**
             * Format: int32
             * @description Number of shop premises along it, open or vacant; null if unknown.
             */
            shops: number | null;
            /** @description Public listings along it: nearest to it, and within 50 m. */
            listings: number;
            /** @description Those of them that are empty premises: shops, with or without fixtures, workshops and offices. */
            vacant: number;
            /**
             * Format: double
             * @description `vacant` by `shops`; null if the number of shops is unknown or 0.
             * @example 0.08
             */
            vacancy_rate: number | null;
            /** @description Listings by kind, in the order people list kinds; kinds without listings are left out. */
            by_kind: components["schemas"]["KindCount"][];
            /**
             * Format: int64
             * @description The middle rent per 坪, yen a month; null where no listing states rent and area.
             */
            rent_per_tsubo_median_yen: number | null;
            /**
             * Format: int64
             * @description The lowest rent per 坪, yen a month.
             */
            rent_per_tsubo_lowest_yen: number | null;
            /**
             * Format: int64
             * @description The highest rent per 坪, yen a month.
             */
            rent_per_tsubo_highest_yen: number | null;
            /** @description The box around it. */
            bounds: components["schemas"]["Bounds"];
            /** @description The line or area it covers: a GeoJSON `MultiLineString` or `MultiPolygon`. */
            geometry: components["schemas"]["Geometry"];
            /** @description True for made-up data. */
            synthetic: boolean;
        };
        /** @description A shopping street on which a use may open. */
        StreetForUse: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /** @description Its name. */
            name: string;
            /** @description Listings along it where the use is permitted. */
            permitted: number;
            /** @description Listings along it where it depends. */
            conditional: number;
            /** @description Listings along it. */
            total: number;
        };
        /** @description Shopping streets. */
        StreetList: {
            /** @description How many match; there may be more than on this page. */
            total: number;
            /** @description The streets, by name. */
            items: components["schemas"]["StreetSummary"][];
        };
        /** @description A shopping street in a list. */
        StreetSummary: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /**
             * @description Its name.
             * @example 経堂すずらん通り
             */
            name: string;
            /** @description Its reading in kana. */
            kana: string | null;
            /** @description The association (商店会) that runs it. */
            association: string | null;
            /**
             * Format: int32
             * @description Number of shop premises along it, open or vacant; null if unknown.
             */
            shops: number | null;
            /** @description Public listings along it: nearest to it, and within 50 m. */
            listings: number;
            /** @description The box around it. */
            bounds: components["schemas"]["Bounds"];
            /** @description True for made-up data. */
            synthetic: boolean;
        };
        /** @description A shopping street within a walk, and what stands empty along it. */
        StreetWithin: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /**
             * @description Its name.
             * @example 経堂すずらん通り
             */
            name: string;
            /**
             * Format: int32
             * @description Number of shop premises along it, open or vacant; null if unknown.
             */
            shops: number | null;
            /** @description Listings of empty premises along it. */
            vacant: number;
            /**
             * Format: double
             * @description `vacant` by `shops`; null if the number of shops is unknown or 0.
             * @example 0.08
             */
            vacancy_rate: number | null;
        };
        /** @description Something offered for what was typed. */
        SuggestionBody: {
            /**
             * @description `station`, `town`, `street`, `address`, `use` or `listing`.
             * @example town
             */
            kind: string;
            id: components["schemas"]["Id"] | null;
            /** @description The towns meant, or that the address is in, as the parameter `town` of a search takes them; none for other kinds. */
            towns: components["schemas"]["Id"][];
            /**
             * @description The legal use, as the parameter `use` of a search takes it.
             * @example cafe_restaurant
             */
            use: string | null;
            /** @description True if the use should be made certain by a question first: `/api/v1/uses/search` has it. */
            asks: boolean;
            /**
             * @description The name it is offered by.
             * @example 赤堤一丁目
             */
            name: string;
            /**
             * @description The reading of the name, where it is known.
             * @example あかつつみ
             */
            kana: string | null;
            /**
             * @description What tells it from others of its name: municipality, lines, association, address.
             * @example 世田谷区
             */
            detail: string | null;
            /**
             * @description Longitude and latitude of a point in it.
             * @example [
             *       139.6415,
             *       35.6552
             *     ]
             */
            place: number[] | null;
            /**
             * @description The box around it: west, south, east, north. Null where a point is all there is.
             * @example [
             *       139.6383,
             *       35.6533,
             *       139.6449,
             *       35.6577
             *     ]
             */
            bounds: number[] | null;
            /**
             * @description How exactly the place of an address is known: `block`, or only `town` (its centre); null for other kinds.
             * @example block
             */
            exact: string | null;
            /**
             * @description What the numbers of an address count: `residential` (住居表示: block and house) or `lot` (地番: a lot of land,
             *     which is no house number); null for other kinds.
             * @example residential
             */
            numbering: string | null;
            /**
             * Format: int32
             * @description How near the map should go where there is no box.
             * @example 16
             */
            zoom: number | null;
            /**
             * @description The part of the name that was typed, from and to, in UTF-16 units as JavaScript counts; the whole name
             *     where it was found by its reading, null where it was found by something else than its name.
             * @example [
             *       0,
             *       2
             *     ]
             */
            matched: number[] | null;
        };
        /** @description What is offered for what was typed. */
        Suggestions: {
            /** @description The suggestions, the best first. */
            items: components["schemas"]["SuggestionBody"][];
        };
        /** @description A sum paid once, stated in months of rent or in yen, or why there is none. */
        Sum: {
            /**
             * Format: double
             * @description Months of rent, if it was stated in months.
             */
            months: number | null;
            /**
             * Format: int64
             * @description Whole yen; counted from the rent if it was stated in months, null if the rent is no amount.
             */
            yen: number | null;
            /** @enum {string} */
            state: "amount";
        } | {
            /** @enum {string} */
            state: "negotiable";
        } | {
            /** @enum {string} */
            state: "unstated";
        };
        /** @description Who lives and what is on offer within a walk of a place. */
        SurroundingsBody: {
            /** @description Where the walks begin: for a listing its public place. */
            place: components["schemas"]["Place"];
            /**
             * Format: int32
             * @description Minutes on foot.
             * @example 10
             */
            minutes: number;
            /** @description How walks were measured; `estimate` is to be shown with 約. */
            method: components["schemas"]["WalkMethod"];
            /** @description Where the roads are from; empty for an estimate. */
            roads: components["schemas"]["RoadSource"][];
            residents: components["schemas"]["Residents"] | null;
            /** @description The towns the walk reaches, those with the most residents within it first. */
            towns: components["schemas"]["TownWithin"][];
            /** @description Public listings within it, without the one asked for. */
            listings: number;
            /** @description Those listings by kind. */
            by_kind: components["schemas"]["KindCount"][];
            verdict: components["schemas"]["VerdictTally"] | null;
            /** @description The shopping streets it touches, the most shops first; at most 8. */
            streets: components["schemas"]["StreetWithin"][];
            /**
             * Format: int64
             * @description The last change this answer includes.
             */
            seq: number;
        };
        /**
         * @description Whether the rent includes consumption tax: included 税込, excluded 税別, exempt 非課税, unstated 不明
         * @enum {string}
         */
        Tax: "included" | "excluded" | "exempt" | "unstated";
        /** @description Everything money and time about a listing. */
        TermsBody: {
            /** @description 賃料, yen a month. */
            rent: components["schemas"]["Price"];
            /** @description Whether the rent includes consumption tax. */
            tax: components["schemas"]["Tax"];
            /**
             * Format: int64
             * @description 坪単価: yen a month per 坪, rounded; null unless rent and area are stated.
             * @example 14876
             */
            rent_per_tsubo_yen: number | null;
            /** @description 共益費・管理費, yen a month. */
            common_fee: components["schemas"]["Price"];
            /** @description 敷金・保証金. */
            deposit: components["schemas"]["DepositSum"];
            /** @description 礼金. */
            key_money: components["schemas"]["Sum"];
            /** @description 造作譲渡料. */
            fixtures_price: components["schemas"]["Price"];
            /** @description 更新料. */
            renewal_fee: components["schemas"]["Sum"];
            /**
             * Format: double
             * @description フリーレント, months without rent.
             */
            free_rent_months: number | null;
            /**
             * Format: int64
             * @description What must be paid on signing, in yen, as far as stated: first rent, common fee, deposit, key
             *     money and fixtures. Null if the rent is no amount. Parts not stated are left out.
             * @example 1400000
             */
            first_payment_yen: number | null;
            /** @description True if every part of `first_payment_yen` was stated as an amount. */
            first_payment_complete: boolean;
            /** @description The kind of contract. */
            lease: components["schemas"]["LeaseKind"];
            /**
             * Format: int32
             * @description Its length in months, 1 to 600.
             */
            lease_months: number | null;
        };
        /** @description A text in the three languages. */
        Texts: {
            /** @description Japanese. */
            ja: string;
            /** @description English. */
            en: string;
            /** @description やさしい日本語. */
            easy: string;
        };
        /** @description A token; the token itself is told once. */
        TokenBody: {
            /**
             * @description Its id.
             * @example 0c8x4n2k7zq
             */
            id: string;
            /** @description What its owner calls it. */
            name: string;
            /**
             * Format: date-time
             * @description When it was last used; null before.
             */
            used: string | null;
        };
        /** @description What a token is for. */
        TokenRequest: {
            /**
             * @description What its owner calls it; at most 60 characters.
             * @example 物件管理システム
             */
            name: string;
        };
        /** @description The tokens of an account. */
        TokensBody: {
            /** @description Oldest first. */
            items: components["schemas"]["TokenBody"][];
        };
        /** @description A town (町丁目). */
        TownBody: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /**
             * @description The municipality.
             * @example 世田谷区
             */
            municipality: string;
            /**
             * @description Its name.
             * @example 赤堤一丁目
             */
            name: string;
            /**
             * @description The reading of its name without 丁目, in hiragana.
             * @example あかつつみ
             */
            kana: string | null;
            /** @description A point within it. */
            centre: components["schemas"]["Place"];
            bounds: components["schemas"]["Bounds"] | null;
            /**
             * Format: int32
             * @description Residents, where the source says.
             */
            population: number | null;
            /**
             * Format: int32
             * @description Households, where the source says.
             */
            households: number | null;
        };
        /** @description Towns. */
        TownList: {
            /** @description How many match; there may be more than on this page. */
            total: number;
            /** @description The towns, by name. */
            items: components["schemas"]["TownBody"][];
        };
        /** @description A town by name. */
        TownName: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /** @description Its name: 赤堤一丁目. */
            name: string;
        };
        /** @description A town within a walk. */
        TownWithin: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /**
             * @description Its name.
             * @example 経堂一丁目
             */
            name: string;
            /**
             * Format: double
             * @description The share of its land within the walk, above 0 and at most 1.
             * @example 0.62
             */
            share: number;
            /**
             * Format: int32
             * @description Residents of the whole town; null if unknown.
             */
            population: number | null;
        };
        /** @description One use. */
        UseBody: {
            /**
             * @description Its id.
             * @example cafe_restaurant
             */
            id: string;
            /**
             * @description The group it is listed in.
             * @example food
             */
            group: string;
            /** @description What people call it. */
            name: components["schemas"]["Texts"];
            /** @description What the act calls it. */
            legal_class: string;
            /** @description True where hazardous materials are usual enough to be asked about. */
            hazmat: boolean;
        };
        /** @description How many plan one use. */
        UseDemand: {
            /**
             * @description The use as the law sorts it.
             * @example bakery_workshop
             */
            use: string;
            /** @description Cards that plan it. */
            wanted: number;
        };
        /**
         * @description A use district (用途地域), or the absence of one: low_1 第一種低層住居専用地域, low_2 第二種低層住居専用地域, garden_residential 田園住居地域, mid_high_1 第一種中高層住居専用地域, mid_high_2 第二種中高層住居専用地域, residential_1 第一種住居地域, residential_2 第二種住居地域, quasi_residential 準住居地域, neighbourhood_commercial 近隣商業地域, commercial 商業地域, quasi_industrial 準工業地域, industrial 工業地域, exclusive_industrial 工業専用地域, unzoned 用途地域の指定なし, urbanisation_control 市街化調整区域
         * @enum {string}
         */
        UseDistrict: "low_1" | "low_2" | "garden_residential" | "mid_high_1" | "mid_high_2" | "residential_1" | "residential_2" | "quasi_residential" | "neighbourhood_commercial" | "commercial" | "quasi_industrial" | "industrial" | "exclusive_industrial" | "unzoned" | "urbanisation_control";
        /** @description A word that answers what was typed. */
        UseFound: {
            /**
             * @description The use it means; where there is a question, the one it means most often.
             * @example cafe_restaurant
             */
            use: string;
            /**
             * @description The word.
             * @example カフェ
             */
            word: string;
            /**
             * @description `exact`, `prefix` or `contains`.
             * @example exact
             */
            matched: string;
            /** @description What people call the use. */
            name: components["schemas"]["Texts"];
            /**
             * @description Groups of 日本標準産業分類, three digits each; none where that is not certain.
             * @example [
             *       "767"
             *     ]
             */
            jsic: string[];
            note: components["schemas"]["Texts"] | null;
            ask: components["schemas"]["WordQuestionBody"] | null;
        };
        /** @description A group of uses. */
        UseGroupBody: {
            /** @description Its id. */
            id: string;
            /** @description What people call it. */
            name: components["schemas"]["Texts"];
        };
        /** @description A use at a place. */
        UseHere: {
            /**
             * @description The use.
             * @example cafe_restaurant
             */
            use: string;
            /** @description What people call it. */
            name: string;
            /** @description What the law says. */
            verdict: components["schemas"]["Verdict"];
            /** @description Why, in a sentence or two. */
            summary: string;
        };
        /** @description Every use there is. */
        UseList: {
            /** @description The uses, in the order of the groups. */
            items: components["schemas"]["UseBody"][];
            /** @description The groups, in the order people look through them. */
            groups: components["schemas"]["UseGroupBody"][];
        };
        /** @description Where in the city a use may open, by 建築基準法上の用途の目安. */
        UseSummaryBody: {
            /**
             * @description The use.
             * @example cafe_restaurant
             */
            use: string;
            /**
             * @description The date of the text of the law.
             * @example 2026-05-30
             */
            law_text_date: string;
            /** @description What was judged. */
            inputs: components["schemas"]["PlanBody"];
            /** @description Zoned land, hectares. A strip along a boundary counts for the district it lies in. */
            hectares: components["schemas"]["VerdictLand"];
            /** @description The same as shares of all zoned land, which add up to 1. */
            shares: components["schemas"]["VerdictLand"];
            /** @description Listings. */
            listings: components["schemas"]["VerdictTally"];
            /** @description Streets where it may open, those with the most permitted listings first, at most 20. */
            streets: components["schemas"]["StreetForUse"][];
            /** @description Districts of the city. */
            districts: components["schemas"]["DistrictForUse"][];
        };
        /**
         * @description Everything a map needs to colour zones and listings for a use. A listing near other districts has the
         *     verdict that all of them share, else `ask_ward`; one that shows only its town is `ask_ward`.
         */
        UseTable: {
            /**
             * @description The use.
             * @example cafe_restaurant
             */
            use: string;
            /**
             * @description The date of the text of the law.
             * @example 2026-05-30
             */
            law_text_date: string;
            /** @description What was judged. Where it states the area or the storey, every step says the same. */
            inputs: components["schemas"]["PlanBody"];
            /** @description By use district. */
            districts: {
                [key: string]: components["schemas"]["DistrictTable"];
            };
            /** @description What counts instead inside an area that the ward's own rules name; of several the strictest. */
            within: components["schemas"]["AreaTable"][];
            /** @description What to ask next, the most decisive in any district first. */
            questions: components["schemas"]["QuestionBody"][];
        };
        /** @description The words that answer what was typed, the best first. */
        UsesFound: {
            /** @description The words. */
            items: components["schemas"]["UseFound"][];
        };
        /** @description What may open at a place, by 建築基準法上の用途の目安. */
        UsesHere: {
            /**
             * @description What every verdict is called: a guide, not leave to trade.
             * @example 建築基準法上の用途の目安
             */
            label: string;
            /**
             * @description The date of the text of the law.
             * @example 2026-05-30
             */
            law_text_date: string;
            /** @description The place. */
            place: components["schemas"]["SiteBody"];
            /** @description Uses by group. */
            groups: components["schemas"]["GroupHere"][];
            /** @description Uses by verdict. */
            counts: components["schemas"]["VerdictTally"];
            /** @description What was judged, with what a listing told. */
            inputs: components["schemas"]["PlanBody"];
        };
        /** @description What there is to work with; null is 不明. */
        UtilitiesBody: {
            /**
             * Format: double
             * @description Electric power available, kW.
             */
            power_kw: number | null;
            /** @description Three-phase power (動力). */
            three_phase: boolean | null;
            /** @description Town or bottled gas. */
            gas: boolean | null;
            /** @description Water and drain inside. */
            water: boolean | null;
            /** @description Exhaust duct to the roof, or a place for one. */
            exhaust: boolean | null;
            /** @description Toilet inside. */
            toilet: boolean | null;
            /** @description A vehicle can load at the door. */
            loading: boolean | null;
            /**
             * Format: int32
             * @description Parking places.
             */
            parking: number | null;
        };
        /**
         * @description What the Building Standards Act says of a use: 建築基準法上の用途の目安: permitted 可, conditional 条件付き, prohibited 不可, ask_ward 要相談, other_law 他法令
         * @enum {string}
         */
        Verdict: "permitted" | "conditional" | "prohibited" | "ask_ward" | "other_law";
        /** @description What the Building Standards Act says of a use at a place. */
        VerdictBody: {
            /**
             * @description The use.
             * @example cafe_restaurant
             */
            use: string;
            /** @description What people call it. */
            name: string;
            /** @description What the law says. */
            verdict: components["schemas"]["Verdict"];
            /**
             * @description What every verdict is called: a guide, not leave to trade.
             * @example 建築基準法上の用途の目安
             */
            label: string;
            /**
             * @description The date of the text of the law.
             * @example 2026-05-30
             */
            law_text_date: string;
            /** @description The place. */
            place: components["schemas"]["SiteBody"];
            /**
             * @description What decided: the `rule` of its district, a `split_site` whose districts disagree, `no_zoning`,
             *     or a `place_not_exact`.
             * @example rule
             */
            why: string;
            /** @description Why, in a sentence or two. */
            summary: string;
            /** @description What would make it legal, nearest first. */
            ways: string[];
            /** @description The clauses it rests on. */
            citations: string[];
            /** @description The ways it can be legal in its own district; none where nothing depends on the plan. */
            alternatives: components["schemas"]["AlternativeBody"][];
            leaning: components["schemas"]["Verdict"] | null;
            /** @description Why the ward must be asked, or which other law decides. */
            reason: string | null;
            /** @description The ward's own rules, where they decided. */
            overlay: string | null;
            /** @description What each district within 20 m says, its own first, where they disagree. */
            in_each: components["schemas"]["InDistrict"][];
            /** @description What the verdict must not hide, the strongest first. */
            cautions: components["schemas"]["CautionBody"][];
            /** @description What to ask next, the most decisive first; none where no answer changes the verdict. */
            questions: components["schemas"]["QuestionBody"][];
            /** @description What was judged, with what a listing told. */
            inputs: components["schemas"]["PlanBody"];
        };
        /** @description A verdict and what it is called. */
        VerdictLabel: {
            /** @description The word. */
            verdict: components["schemas"]["Verdict"];
            /** @description What it is called. */
            label: string;
        };
        /** @description Land by verdict. */
        VerdictLand: {
            /**
             * Format: double
             * @description 可.
             */
            permitted: number;
            /**
             * Format: double
             * @description 条件付き.
             */
            conditional: number;
            /**
             * Format: double
             * @description 不可.
             */
            prohibited: number;
            /**
             * Format: double
             * @description 要相談.
             */
            ask_ward: number;
            /**
             * Format: double
             * @description 他法令.
             */
            other_law: number;
        };
        /** @description How many there are of each verdict. */
        VerdictTally: {
            /** @description 可. */
            permitted: number;
            /** @description 条件付き. */
            conditional: number;
            /** @description 不可. */
            prohibited: number;
            /** @description 要相談. */
            ask_ward: number;
            /** @description 他法令. */
            other_law: number;
        };
        /** @description An offer that waits. */
        WaitingBody: {
            /** @description The offer. */
            offer: components["schemas"]["OfferSummary"];
            /**
             * Format: date-time
             * @description When it was handed in.
             */
            submitted: string | null;
            /** @description Who reviews it: `me`, `other`, or null. */
            claimed_by: string | null;
        };
        /** @description The land that can be walked to, as a GeoJSON feature. */
        WalkArea: {
            /**
             * @description Always `Feature`.
             * @example Feature
             */
            type: string;
            /** @description Along roads: the land within 30 m of any that is reached, gaps below a hectare filled. Estimated: a circle. */
            geometry: components["schemas"]["Geometry"];
            /** @description About it. */
            properties: components["schemas"]["WalkAreaProperties"];
        };
        /** @description What is known of the land that can be walked to. */
        WalkAreaProperties: {
            /** @description Where the walks begin. */
            place: components["schemas"]["Place"];
            station: components["schemas"]["Id"] | null;
            /**
             * Format: int32
             * @description Minutes on foot.
             * @example 10
             */
            minutes: number;
            /** @description How walks were measured. With `road`, listings that no road leads to are estimated all the same. */
            method: components["schemas"]["WalkMethod"];
            /**
             * @description Public listings that can be walked to in time.
             * @example 42
             */
            listings: number;
            /** @description Where the roads are from; empty for an estimate. */
            roads: components["schemas"]["RoadSource"][];
            /**
             * Format: int64
             * @description The last change this answer includes.
             */
            seq: number;
        };
        /** @description A walk: 80 m of road a minute, rounded up, at least 1. */
        WalkBody: {
            /**
             * Format: int32
             * @description Minutes, at least 1. To be shown with 約 where the method is `estimate`.
             * @example 5
             */
            minutes: number;
            /**
             * Format: double
             * @description Metres: of road, steps off it included, or 1.3 times the straight line.
             * @example 361
             */
            metres: number;
            /** @description How they were come by. */
            method: components["schemas"]["WalkMethod"];
            /**
             * @description True if the method is `estimate`: roads were not measured.
             * @example false
             */
            estimate: boolean;
        };
        /**
         * @description How the minutes of a walk were come by; those of `estimate` are shown with 約: road 道路に沿った距離, estimate 直線距離からの目安
         * @enum {string}
         */
        WalkMethod: "road" | "estimate";
        /** @description The walk from one place to another, as a GeoJSON feature. */
        WalkWay: {
            /**
             * @description Always `Feature`.
             * @example Feature
             */
            type: string;
            geometry: components["schemas"]["Geometry"] | null;
            /** @description About it. */
            properties: components["schemas"]["WalkWayProperties"];
        };
        /** @description What is known of a walk from one place to another. */
        WalkWayProperties: {
            /**
             * Format: int32
             * @description Minutes, at least 1.
             * @example 5
             */
            minutes: number;
            /**
             * Format: double
             * @description Metres: of road, steps off it included, or 1.3 times the straight line.
             * @example 361
             */
            metres: number;
            /** @description How they were come by. */
            method: components["schemas"]["WalkMethod"];
            /** @description Where the roads are from; empty for an estimate. */
            roads: components["schemas"]["RoadSource"][];
            /**
             * Format: int64
             * @description The last change this answer includes.
             */
            seq: number;
        };
        /** @description What somebody would like to open. */
        WantedRequest: {
            /**
             * @description In a line of at most 60 characters.
             * @example 小さな焼き菓子の店
             */
            title: string;
            /** @description More of it; at most 1000 characters and three links. */
            words?: string | null;
            /**
             * @description The use as the law sorts it.
             * @example bakery_workshop
             */
            use?: string | null;
            /**
             * @description Up to five places as `town:ID` or `street:ID`, with commas between; anywhere unless given.
             * @example street:0c8x4n2k7zq
             */
            places?: string | null;
            /**
             * Format: double
             * @description The smallest floor area, m².
             */
            area_min_m2?: number | null;
            /**
             * Format: double
             * @description The largest floor area, m².
             */
            area_max_m2?: number | null;
            /**
             * Format: double
             * @description The highest rent, whole yen a month.
             */
            rent_max_yen?: number | null;
            /**
             * @description Where answers go. Nobody sees it.
             * @example founder@example.jp
             */
            email: string;
            /**
             * @description `ja`, `en` or `easy`; `ja` unless given.
             * @example ja
             */
            language?: string | null;
            /** @description To be left out or empty. */
            website?: string | null;
        };
        /** @description A search to be told about. */
        WatchRequest: {
            /**
             * @description The query string of a search, as `/api/v1/listings` takes it. Order, page and form are left out.
             * @example kind=shop&rent_max=300000
             */
            query: string;
            /**
             * @description Where to write to.
             * @example founder@example.jp
             */
            email: string;
            /**
             * @description `ja`, `en` or `easy`; `ja` unless given.
             * @example ja
             */
            language?: string | null;
            /**
             * @description `at_once` or `daily`.
             * @example daily
             */
            cadence: string;
        };
        /** @description An answer to a question about a word, and the use it leads to. */
        WordOption: {
            /** @description What is answered. */
            answer: components["schemas"]["Texts"];
            /** @description The use it means. */
            use: string;
        };
        /** @description What to ask before the use is certain. */
        WordQuestionBody: {
            /** @description The question. */
            question: components["schemas"]["Texts"];
            /** @description Its answers. */
            options: components["schemas"]["WordOption"][];
        };
        /** @description Something said. */
        WordsRequest: {
            /** @description What; at most 1000 characters. */
            words: string;
        };
        /** @description The zones at a place. */
        ZoneAt: {
            /** @description The place asked about. */
            place: components["schemas"]["Place"];
            /** @description Every zone of the current editions that covers or touches it, lowest id first: two or more on an edge, none outside the plan. */
            zones: components["schemas"]["CoveringZone"][];
            edge: components["schemas"]["ZoneEdgeBody"] | null;
            /**
             * Format: double
             * @description Radius of the surroundings, metres.
             */
            around_m: number;
            /** @description Districts within that radius by area, the largest share first. */
            surroundings: components["schemas"]["DistrictShare"][];
        };
        /** @description One zone. */
        ZoneBody: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            edition: components["schemas"]["EditionName"] | null;
            /** @description Its use district. */
            district: components["schemas"]["UseDistrict"];
            /** @description As its source published it. */
            published: components["schemas"]["Published"];
            /**
             * Format: int32
             * @description 建蔽率, percent.
             */
            bcr_percent: number | null;
            /**
             * Format: int32
             * @description 容積率, percent.
             */
            far_percent: number | null;
            fire: components["schemas"]["FireZone"] | null;
            /** @description Name of a district plan (地区計画), where the source says. */
            district_plan: string | null;
            /** @description The box around it. */
            bounds: components["schemas"]["Bounds"];
            /** @description Its land: a GeoJSON `MultiPolygon`. */
            geometry: components["schemas"]["Geometry"];
        };
        /** @description The edge nearest to a place. Near an edge the majority of the site decides (art. 91), which a point cannot know. */
        ZoneEdgeBody: {
            /** @description The nearest point of it. */
            at: components["schemas"]["Place"];
            /**
             * Format: double
             * @description Metres to it, straight.
             */
            metres: number;
            /** @description The zones beyond it, lowest id first; none where zoned land ends. */
            beyond: components["schemas"]["ZoneName"][];
        };
        /** @description A zone by its district. */
        ZoneName: {
            /** @description Its id. */
            id: components["schemas"]["Id"];
            /** @description Its use district. */
            district: components["schemas"]["UseDistrict"];
            /**
             * Format: int32
             * @description 建蔽率, percent.
             */
            bcr_percent: number | null;
            /**
             * Format: int32
             * @description 容積率, percent.
             */
            far_percent: number | null;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    account: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account of this browser, if there is one */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountAnswer"];
                };
            };
            /** @description Mail is not set up */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    erase: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Erased */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sent from a page of another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    own_data: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The account, its log and its offers, as a file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    passkeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The passkeys, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeysBody"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewPasskeyRequest"];
            };
        };
        responses: {
            /** @description The passkey */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyBody"];
                };
            };
            /** @description A name is needed, or the passkey was not accepted */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A passkey must be shown first */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The question is no longer open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasskeyAnswerRequest"];
            };
        };
        responses: {
            /** @description Confirmed, or signed in by a cookie */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The passkey was not accepted */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sent from a page of another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The question is no longer open */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_for_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the browser asks its authenticators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyQuestionBody"];
                };
            };
            /** @description Sent from a page of another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The account has no passkey, or this server is known by no name */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ask_to_register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the browser asks its authenticators */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PasskeyQuestionBody"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description A passkey must be shown first */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Ten already, or this server is known by no name */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drop_passkey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The passkey's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It signs nobody in any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such passkey */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description The last one of the ward's staff */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_in: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Always the same, whether or not the address is known */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description A field cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sent from a page of another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Mail is not set up */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_out: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignOutRequest"];
            };
        };
        responses: {
            /** @description Signed out */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sent from a page of another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tokens: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The tokens, oldest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensBody"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_token: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRequest"];
            };
        };
        responses: {
            /** @description The token, told this once */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewTokenBody"];
                };
            };
            /** @description A name is needed */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Ten already, or the account is staff */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    drop_token: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The token's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description It opens nothing any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such token */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    city: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The city */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CityBody"];
                };
            };
        };
    };
    editions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The editions, the latest date first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EditionList"];
                };
            };
        };
    };
    enquire: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnquiryRequest"];
            };
        };
        responses: {
            /** @description Always the same, whether or not the address is known */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description A field cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sent from a page of another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Nobody there to ask */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Mail is not set up */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    events: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description The last change seen
                 * @example 42
                 */
                "Last-Event-ID"?: number | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A stream of events; each `data` line of a change is an EventBody */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": components["schemas"]["EventBody"];
                };
            };
            /** @description `Last-Event-ID` is not a position */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    features: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is set up */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Features"];
                };
            };
        };
    };
    find: {
        parameters: {
            query: {
                /**
                 * @description What was typed: a name or its beginning in kanji, kana or romaji, an address, or words of a listing
                 * @example きょうど
                 */
                q: string;
                /**
                 * @description At most so many; 8 unless given
                 * @example 8
                 */
                limit?: number;
                /**
                 * @description The language of the texts: `ja`, `en` or `easy` (やさしい日本語); `ja` unless given
                 * @example en
                 */
                lang?: "ja" | "en" | "easy";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The suggestions, the best first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Suggestions"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    law: {
        parameters: {
            query?: {
                /**
                 * @description The language of the texts: `ja`, `en` or `easy` (やさしい日本語); `ja` unless given
                 * @example en
                 */
                lang?: "ja" | "en" | "easy";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The law */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LawBody"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger: {
        parameters: {
            query: {
                /**
                 * @description The earlier edition: its id, its date, year or month, or its name
                 * @example 2019
                 */
                before: string;
                /**
                 * @description The later edition, named likewise
                 * @example 2025-03-31
                 */
                after: string;
                /**
                 * @description Strips of a smaller mean width are told apart as noise, metres; 0.5 unless given
                 * @example 0.5
                 */
                tolerance_m?: number;
                /**
                 * @description `json`, `geojson` or `csv`; `json` unless given
                 * @example csv
                 */
                format?: "json" | "geojson" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The ledger */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerBody"];
                };
            };
            /** @description A parameter cannot be read, or names no edition */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger_history: {
        parameters: {
            query?: {
                /**
                 * @description The use district; `quasi_industrial` unless given
                 * @example quasi_industrial
                 */
                district?: "low_1" | "low_2" | "garden_residential" | "mid_high_1" | "mid_high_2" | "residential_1" | "residential_2" | "quasi_residential" | "neighbourhood_commercial" | "commercial" | "quasi_industrial" | "industrial" | "exclusive_industrial" | "unzoned" | "urbanisation_control";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The history */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HistoryBody"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger_land_use: {
        parameters: {
            query?: {
                /**
                 * @description The use district; `quasi_industrial` unless given
                 * @example quasi_industrial
                 */
                district?: "low_1" | "low_2" | "garden_residential" | "mid_high_1" | "mid_high_2" | "residential_1" | "residential_2" | "quasi_residential" | "neighbourhood_commercial" | "commercial" | "quasi_industrial" | "industrial" | "exclusive_industrial" | "unzoned" | "urbanisation_control";
                /**
                 * @description The edition whose land of the district is told, by id, date, year or name, or `all` for all that was surveyed; the earliest unless given
                 * @example 2025
                 */
                within?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The use of the land */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LandUseBody"];
                };
            };
            /** @description A parameter cannot be read, or names no edition */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    ledger_uses: {
        parameters: {
            query?: {
                /**
                 * @description The use district; `quasi_industrial` unless given
                 * @example quasi_industrial
                 */
                district?: "low_1" | "low_2" | "garden_residential" | "mid_high_1" | "mid_high_2" | "residential_1" | "residential_2" | "quasi_residential" | "neighbourhood_commercial" | "commercial" | "quasi_industrial" | "industrial" | "exclusive_industrial" | "unzoned" | "urbanisation_control";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The uses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OnlyInBody"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_listings: {
        parameters: {
            query?: {
                /**
                 * @description Inside a box: `west,south,east,north` in degrees; edges belong to it
                 * @example 139.62,35.63,139.66,35.67
                 */
                bbox?: string;
                /**
                 * @description Within `radius_m` of a place: `lon,lat` in degrees; needs `radius_m`
                 * @example 139.6361,35.6513
                 */
                near?: string;
                /**
                 * @description Radius around `near`, metres in a straight line
                 * @example 800
                 */
                radius_m?: number;
                /**
                 * @description Inside a polygon of 3 to 500 corners: `lon,lat;lon,lat;…`; it closes itself, and where it crosses itself even-odd decides
                 * @example 139.62,35.63;139.66,35.63;139.64,35.67
                 */
                polygon?: string;
                /**
                 * @description In any of these towns
                 * @example [
                 *       "0c8x4n2k7zq"
                 *     ]
                 */
                town?: string[];
                /**
                 * @description Along any of these shopping streets: nearest to it, and within 50 m
                 * @example [
                 *       "0c8x4n2k7zq"
                 *     ]
                 */
                street?: string[];
                /**
                 * @description Near this station; needs `walk_minutes`
                 * @example 0c8x4n2k7zq
                 */
                station?: string;
                /**
                 * @description At most so many minutes on foot from `station`, 80 m of road a minute; where no road leads, estimated as 1.3 times the straight line
                 * @example 5
                 */
                walk_minutes?: number;
                /**
                 * @description Any of these kinds
                 * @example [
                 *       "shop",
                 *       "furnished"
                 *     ]
                 */
                kind?: ("shop" | "furnished" | "workshop" | "office" | "succession" | "pop_up" | "test_bed" | "shared")[];
                /**
                 * @description Touched by a zone of any of these use districts
                 * @example [
                 *       "commercial",
                 *       "quasi_industrial"
                 *     ]
                 */
                district?: ("low_1" | "low_2" | "garden_residential" | "mid_high_1" | "mid_high_2" | "residential_1" | "residential_2" | "quasi_residential" | "neighbourhood_commercial" | "commercial" | "quasi_industrial" | "industrial" | "exclusive_industrial" | "unzoned" | "urbanisation_control")[];
                /**
                 * @description Rent of at least so many yen a month
                 * @example 100000
                 */
                rent_min?: number;
                /**
                 * @description Rent of at most so many yen a month
                 * @example 300000
                 */
                rent_max?: number;
                /**
                 * @description Rent of at most so many yen a month per 坪
                 * @example 20000
                 */
                rent_tsubo_max?: number;
                /**
                 * @description Floor area of at least so many m²
                 * @example 20
                 */
                area_min?: number;
                /**
                 * @description Floor area of at most so many m²
                 * @example 100
                 */
                area_max?: number;
                /**
                 * @description At most so many minutes on foot to the nearest station; estimated where no road is known
                 * @example 10
                 */
                station_minutes_max?: number;
                /**
                 * @description Occupies this storey: `1`, `2`, `B1`
                 * @example 1
                 */
                storey?: string;
                /**
                 * @description Occupies this storey or a higher one
                 * @example B1
                 */
                storey_min?: string;
                /**
                 * @description Occupies this storey or a lower one
                 * @example 2
                 */
                storey_max?: string;
                /**
                 * @description `true`: occupies the ground floor (路面); `false` asks nothing
                 * @example true
                 */
                ground_floor?: boolean;
                /**
                 * @description Any of these conditions
                 * @example [
                 *       "fixtures",
                 *       "bare"
                 *     ]
                 */
                condition?: ("bare" | "fixtures" | "finished" | "unstated")[];
                /**
                 * @description At least this cooking is allowed
                 * @example light
                 */
                cooking?: "light" | "heavy";
                /**
                 * @description Offered by any of these
                 * @example [
                 *       "owner",
                 *       "public"
                 *     ]
                 */
                offered_by?: ("owner" | "sublessor" | "agent" | "broker" | "public")[];
                /**
                 * @description Any of these contracts
                 * @example [
                 *       "ordinary",
                 *       "fixed_term"
                 *     ]
                 */
                lease?: ("ordinary" | "fixed_term" | "daily" | "hours" | "transfer" | "unstated")[];
                /**
                 * @description Can be taken over on or before this day
                 * @example 2026-04-01
                 */
                handover_by?: string;
                /**
                 * @description At least so many kW of electric power
                 * @example 10
                 */
                power_kw_min?: number;
                /**
                 * @description `true`: has gas; `false`: stated to have none
                 * @example true
                 */
                gas?: boolean;
                /**
                 * @description `true`: has an exhaust duct or a place for one; `false`: stated to have none
                 * @example true
                 */
                exhaust?: boolean;
                /**
                 * @description `true`: has three-phase power (動力); `false`: stated to have none
                 * @example true
                 */
                three_phase?: boolean;
                /**
                 * @description `true`: a vehicle can load at the door; `false`: stated that none can
                 * @example true
                 */
                loading?: boolean;
                /**
                 * @description `true`: has a parking place; `false`: stated to have none
                 * @example true
                 */
                parking?: boolean;
                /**
                 * @description Whether filters on rent and handover keep listings where it is 要相談 or not stated; `keep` unless given
                 * @example drop
                 */
                negotiable?: "keep" | "drop";
                /**
                 * @description Updated on or after this day
                 * @example 2026-01-01
                 */
                updated_since?: string;
                /**
                 * @description Every word is in the title, description, address or trades, or in the name of its town, nearest street or station; width, case and kana or katakana do not matter
                 * @example カフェ
                 */
                q?: string;
                /**
                 * @description Says of every listing whether this use may open there (建築基準法上の用途の目安), and hides none; the listing's own topmost storey counts, and its own area unless `use_area_m2` is given
                 * @example cafe_restaurant
                 */
                use?: string;
                /**
                 * @description The same, and leaves out where the use is prohibited or another law decides; `hidden` tells how many
                 * @example cafe_restaurant
                 */
                allowed_for?: string;
                /**
                 * @description Only listings of which one of these is said; needs `use` or `allowed_for`
                 * @example [
                 *       "permitted",
                 *       "conditional"
                 *     ]
                 */
                verdict?: ("permitted" | "conditional" | "prohibited" | "ask_ward" | "other_law")[];
                /**
                 * @description Floor area of the use in the building, m²
                 * @example 60
                 */
                use_area_m2?: number;
                /**
                 * @description Floor area of workshops (作業場), m²
                 * @example 20
                 */
                workshop_m2?: number;
                /**
                 * @description Output of all motors, kW; 0 says there is none
                 * @example 0.75
                 */
                motor_kw?: number;
                /**
                 * @description The heaviest process of a workshop: `none`, or listed in appended table 2 under (と)3, (ぬ)3 or (る)1
                 * @example none
                 */
                process_class?: "none" | "to3" | "nu3" | "ru1";
                /**
                 * @description Floor area of the seats of a theatre or hall, m²
                 * @example 150
                 */
                seat_area_m2?: number;
                /**
                 * @description Part of a dwelling (兼用住宅)
                 * @example true
                 */
                live_work?: boolean;
                /**
                 * @description Share of the building that is lived in, 0 to 1
                 * @example 0.5
                 */
                dwelling_share?: number;
                /**
                 * @description Floor area not lived in, in a dwelling with a shop, m²; that of the use unless given
                 * @example 45
                 */
                nonres_total_m2?: number;
                /**
                 * @description Floor area of the whole building, m²
                 * @example 400
                 */
                building_total_m2?: number;
                /**
                 * @description Floor area of the other buildings on the site, garages apart, m²
                 * @example 120
                 */
                site_other_floor_m2?: number;
                /**
                 * @description Mostly produce of the neighbourhood's farms
                 * @example true
                 */
                farm_local?: boolean;
                /**
                 * @description A garage decided in a city plan
                 * @example false
                 */
                city_planned?: boolean;
                /**
                 * @description Accessory to a building that is permitted (附属)
                 * @example false
                 */
                accessory?: boolean;
                /**
                 * @description A farm facility that the minister lists as noisy
                 * @example false
                 */
                agri_noise_designated?: boolean;
                /**
                 * @description Hazardous materials (危険物) are stored or handled
                 * @example false
                 */
                hazmat?: boolean;
                /**
                 * @description What to sort by; `-` reverses. `updated` is the latest first, the others the smallest first, what is not stated last; `distance` is from `near`, the station or the middle of the box or polygon. Unless given: `distance` with `near`, else `updated`
                 * @example rent
                 */
                sort?: "updated" | "rent" | "rent_per_tsubo" | "area" | "station" | "distance" | "-updated" | "-rent" | "-rent_per_tsubo" | "-area" | "-station" | "-distance";
                /**
                 * @description Listings on a page; 50 unless given
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `next` of the page before, with the same filters and sort
                 * @example
                 */
                cursor?: string;
                /**
                 * @description Values to count over all matches
                 * @example [
                 *       "kind",
                 *       "district"
                 *     ]
                 */
                facets?: ("kind" | "district" | "condition" | "cooking" | "storey" | "level" | "rent" | "area" | "walk" | "town" | "street" | "verdict")[];
                /**
                 * @description Limits on rent to count listings for, yen a month: `facets.rent_limits`
                 * @example [
                 *       100000,
                 *       200000,
                 *       300000
                 *     ]
                 */
                rent_steps?: number[];
                /**
                 * @description Limits on floor area to count listings for, m²: `facets.area_limits`
                 * @example [
                 *       20,
                 *       50,
                 *       100
                 *     ]
                 */
                area_steps?: number[];
                /**
                 * @description The form of the answer; stands above the `Accept` header
                 * @example geojson
                 */
                format?: "json" | "geojson";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of listings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchAnswer"];
                    "application/geo+json": components["schemas"]["ListingCollection"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    near_misses: {
        parameters: {
            query?: {
                /**
                 * @description Inside a box: `west,south,east,north` in degrees; edges belong to it
                 * @example 139.62,35.63,139.66,35.67
                 */
                bbox?: string;
                /**
                 * @description Within `radius_m` of a place: `lon,lat` in degrees; needs `radius_m`
                 * @example 139.6361,35.6513
                 */
                near?: string;
                /**
                 * @description Radius around `near`, metres in a straight line
                 * @example 800
                 */
                radius_m?: number;
                /**
                 * @description Inside a polygon of 3 to 500 corners: `lon,lat;lon,lat;…`; it closes itself, and where it crosses itself even-odd decides
                 * @example 139.62,35.63;139.66,35.63;139.64,35.67
                 */
                polygon?: string;
                /**
                 * @description In any of these towns
                 * @example [
                 *       "0c8x4n2k7zq"
                 *     ]
                 */
                town?: string[];
                /**
                 * @description Along any of these shopping streets: nearest to it, and within 50 m
                 * @example [
                 *       "0c8x4n2k7zq"
                 *     ]
                 */
                street?: string[];
                /**
                 * @description Near this station; needs `walk_minutes`
                 * @example 0c8x4n2k7zq
                 */
                station?: string;
                /**
                 * @description At most so many minutes on foot from `station`, 80 m of road a minute; where no road leads, estimated as 1.3 times the straight line
                 * @example 5
                 */
                walk_minutes?: number;
                /**
                 * @description Any of these kinds
                 * @example [
                 *       "shop",
                 *       "furnished"
                 *     ]
                 */
                kind?: ("shop" | "furnished" | "workshop" | "office" | "succession" | "pop_up" | "test_bed" | "shared")[];
                /**
                 * @description Touched by a zone of any of these use districts
                 * @example [
                 *       "commercial",
                 *       "quasi_industrial"
                 *     ]
                 */
                district?: ("low_1" | "low_2" | "garden_residential" | "mid_high_1" | "mid_high_2" | "residential_1" | "residential_2" | "quasi_residential" | "neighbourhood_commercial" | "commercial" | "quasi_industrial" | "industrial" | "exclusive_industrial" | "unzoned" | "urbanisation_control")[];
                /**
                 * @description Rent of at least so many yen a month
                 * @example 100000
                 */
                rent_min?: number;
                /**
                 * @description Rent of at most so many yen a month
                 * @example 300000
                 */
                rent_max?: number;
                /**
                 * @description Rent of at most so many yen a month per 坪
                 * @example 20000
                 */
                rent_tsubo_max?: number;
                /**
                 * @description Floor area of at least so many m²
                 * @example 20
                 */
                area_min?: number;
                /**
                 * @description Floor area of at most so many m²
                 * @example 100
                 */
                area_max?: number;
                /**
                 * @description At most so many minutes on foot to the nearest station; estimated where no road is known
                 * @example 10
                 */
                station_minutes_max?: number;
                /**
                 * @description Occupies this storey: `1`, `2`, `B1`
                 * @example 1
                 */
                storey?: string;
                /**
                 * @description Occupies this storey or a higher one
                 * @example B1
                 */
                storey_min?: string;
                /**
                 * @description Occupies this storey or a lower one
                 * @example 2
                 */
                storey_max?: string;
                /**
                 * @description `true`: occupies the ground floor (路面); `false` asks nothing
                 * @example true
                 */
                ground_floor?: boolean;
                /**
                 * @description Any of these conditions
                 * @example [
                 *       "fixtures",
                 *       "bare"
                 *     ]
                 */
                condition?: ("bare" | "fixtures" | "finished" | "unstated")[];
                /**
                 * @description At least this cooking is allowed
                 * @example light
                 */
                cooking?: "light" | "heavy";
                /**
                 * @description Offered by any of these
                 * @example [
                 *       "owner",
                 *       "public"
                 *     ]
                 */
                offered_by?: ("owner" | "sublessor" | "agent" | "broker" | "public")[];
                /**
                 * @description Any of these contracts
                 * @example [
                 *       "ordinary",
                 *       "fixed_term"
                 *     ]
                 */
                lease?: ("ordinary" | "fixed_term" | "daily" | "hours" | "transfer" | "unstated")[];
                /**
                 * @description Can be taken over on or before this day
                 * @example 2026-04-01
                 */
                handover_by?: string;
                /**
                 * @description At least so many kW of electric power
                 * @example 10
                 */
                power_kw_min?: number;
                /**
                 * @description `true`: has gas; `false`: stated to have none
                 * @example true
                 */
                gas?: boolean;
                /**
                 * @description `true`: has an exhaust duct or a place for one; `false`: stated to have none
                 * @example true
                 */
                exhaust?: boolean;
                /**
                 * @description `true`: has three-phase power (動力); `false`: stated to have none
                 * @example true
                 */
                three_phase?: boolean;
                /**
                 * @description `true`: a vehicle can load at the door; `false`: stated that none can
                 * @example true
                 */
                loading?: boolean;
                /**
                 * @description `true`: has a parking place; `false`: stated to have none
                 * @example true
                 */
                parking?: boolean;
                /**
                 * @description Whether filters on rent and handover keep listings where it is 要相談 or not stated; `keep` unless given
                 * @example drop
                 */
                negotiable?: "keep" | "drop";
                /**
                 * @description Updated on or after this day
                 * @example 2026-01-01
                 */
                updated_since?: string;
                /**
                 * @description Every word is in the title, description, address or trades, or in the name of its town, nearest street or station; width, case and kana or katakana do not matter
                 * @example カフェ
                 */
                q?: string;
                /**
                 * @description Says of every listing whether this use may open there (建築基準法上の用途の目安), and hides none; the listing's own topmost storey counts, and its own area unless `use_area_m2` is given
                 * @example cafe_restaurant
                 */
                use?: string;
                /**
                 * @description The same, and leaves out where the use is prohibited or another law decides; `hidden` tells how many
                 * @example cafe_restaurant
                 */
                allowed_for?: string;
                /**
                 * @description Only listings of which one of these is said; needs `use` or `allowed_for`
                 * @example [
                 *       "permitted",
                 *       "conditional"
                 *     ]
                 */
                verdict?: ("permitted" | "conditional" | "prohibited" | "ask_ward" | "other_law")[];
                /**
                 * @description Floor area of the use in the building, m²
                 * @example 60
                 */
                use_area_m2?: number;
                /**
                 * @description Floor area of workshops (作業場), m²
                 * @example 20
                 */
                workshop_m2?: number;
                /**
                 * @description Output of all motors, kW; 0 says there is none
                 * @example 0.75
                 */
                motor_kw?: number;
                /**
                 * @description The heaviest process of a workshop: `none`, or listed in appended table 2 under (と)3, (ぬ)3 or (る)1
                 * @example none
                 */
                process_class?: "none" | "to3" | "nu3" | "ru1";
                /**
                 * @description Floor area of the seats of a theatre or hall, m²
                 * @example 150
                 */
                seat_area_m2?: number;
                /**
                 * @description Part of a dwelling (兼用住宅)
                 * @example true
                 */
                live_work?: boolean;
                /**
                 * @description Share of the building that is lived in, 0 to 1
                 * @example 0.5
                 */
                dwelling_share?: number;
                /**
                 * @description Floor area not lived in, in a dwelling with a shop, m²; that of the use unless given
                 * @example 45
                 */
                nonres_total_m2?: number;
                /**
                 * @description Floor area of the whole building, m²
                 * @example 400
                 */
                building_total_m2?: number;
                /**
                 * @description Floor area of the other buildings on the site, garages apart, m²
                 * @example 120
                 */
                site_other_floor_m2?: number;
                /**
                 * @description Mostly produce of the neighbourhood's farms
                 * @example true
                 */
                farm_local?: boolean;
                /**
                 * @description A garage decided in a city plan
                 * @example false
                 */
                city_planned?: boolean;
                /**
                 * @description Accessory to a building that is permitted (附属)
                 * @example false
                 */
                accessory?: boolean;
                /**
                 * @description A farm facility that the minister lists as noisy
                 * @example false
                 */
                agri_noise_designated?: boolean;
                /**
                 * @description Hazardous materials (危険物) are stored or handled
                 * @example false
                 */
                hazmat?: boolean;
                /**
                 * @description At most so many; 6 unless given
                 * @example 6
                 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The near misses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearMisses"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    nearest_listings: {
        parameters: {
            query: {
                /**
                 * @description Degrees east
                 * @example 139.6361
                 */
                lon: number;
                /**
                 * @description Degrees north
                 * @example 35.6513
                 */
                lat: number;
                /**
                 * @description How many; 10 unless given
                 * @example 10
                 */
                k?: number;
                /**
                 * @description Any of these kinds
                 * @example [
                 *       "shop",
                 *       "furnished"
                 *     ]
                 */
                kind?: ("shop" | "furnished" | "workshop" | "office" | "succession" | "pop_up" | "test_bed" | "shared")[];
                /**
                 * @description Touched by a zone of any of these use districts
                 * @example [
                 *       "commercial",
                 *       "quasi_industrial"
                 *     ]
                 */
                district?: ("low_1" | "low_2" | "garden_residential" | "mid_high_1" | "mid_high_2" | "residential_1" | "residential_2" | "quasi_residential" | "neighbourhood_commercial" | "commercial" | "quasi_industrial" | "industrial" | "exclusive_industrial" | "unzoned" | "urbanisation_control")[];
                /**
                 * @description Rent of at least so many yen a month
                 * @example 100000
                 */
                rent_min?: number;
                /**
                 * @description Rent of at most so many yen a month
                 * @example 300000
                 */
                rent_max?: number;
                /**
                 * @description Rent of at most so many yen a month per 坪
                 * @example 20000
                 */
                rent_tsubo_max?: number;
                /**
                 * @description Floor area of at least so many m²
                 * @example 20
                 */
                area_min?: number;
                /**
                 * @description Floor area of at most so many m²
                 * @example 100
                 */
                area_max?: number;
                /**
                 * @description At most so many minutes on foot to the nearest station; estimated where no road is known
                 * @example 10
                 */
                station_minutes_max?: number;
                /**
                 * @description Occupies this storey: `1`, `2`, `B1`
                 * @example 1
                 */
                storey?: string;
                /**
                 * @description Occupies this storey or a higher one
                 * @example B1
                 */
                storey_min?: string;
                /**
                 * @description Occupies this storey or a lower one
                 * @example 2
                 */
                storey_max?: string;
                /**
                 * @description `true`: occupies the ground floor (路面); `false` asks nothing
                 * @example true
                 */
                ground_floor?: boolean;
                /**
                 * @description Any of these conditions
                 * @example [
                 *       "fixtures",
                 *       "bare"
                 *     ]
                 */
                condition?: ("bare" | "fixtures" | "finished" | "unstated")[];
                /**
                 * @description At least this cooking is allowed
                 * @example light
                 */
                cooking?: "light" | "heavy";
                /**
                 * @description Offered by any of these
                 * @example [
                 *       "owner",
                 *       "public"
                 *     ]
                 */
                offered_by?: ("owner" | "sublessor" | "agent" | "broker" | "public")[];
                /**
                 * @description Any of these contracts
                 * @example [
                 *       "ordinary",
                 *       "fixed_term"
                 *     ]
                 */
                lease?: ("ordinary" | "fixed_term" | "daily" | "hours" | "transfer" | "unstated")[];
                /**
                 * @description Can be taken over on or before this day
                 * @example 2026-04-01
                 */
                handover_by?: string;
                /**
                 * @description At least so many kW of electric power
                 * @example 10
                 */
                power_kw_min?: number;
                /**
                 * @description `true`: has gas; `false`: stated to have none
                 * @example true
                 */
                gas?: boolean;
                /**
                 * @description `true`: has an exhaust duct or a place for one; `false`: stated to have none
                 * @example true
                 */
                exhaust?: boolean;
                /**
                 * @description `true`: has three-phase power (動力); `false`: stated to have none
                 * @example true
                 */
                three_phase?: boolean;
                /**
                 * @description `true`: a vehicle can load at the door; `false`: stated that none can
                 * @example true
                 */
                loading?: boolean;
                /**
                 * @description `true`: has a parking place; `false`: stated to have none
                 * @example true
                 */
                parking?: boolean;
                /**
                 * @description Whether filters on rent and handover keep listings where it is 要相談 or not stated; `keep` unless given
                 * @example drop
                 */
                negotiable?: "keep" | "drop";
                /**
                 * @description Updated on or after this day
                 * @example 2026-01-01
                 */
                updated_since?: string;
                /**
                 * @description Every word is in the title, description, address or trades, or in the name of its town, nearest street or station; width, case and kana or katakana do not matter
                 * @example カフェ
                 */
                q?: string;
                /**
                 * @description Says of every listing whether this use may open there (建築基準法上の用途の目安), and hides none; the listing's own topmost storey counts, and its own area unless `use_area_m2` is given
                 * @example cafe_restaurant
                 */
                use?: string;
                /**
                 * @description The same, and leaves out where the use is prohibited or another law decides; `hidden` tells how many
                 * @example cafe_restaurant
                 */
                allowed_for?: string;
                /**
                 * @description Only listings of which one of these is said; needs `use` or `allowed_for`
                 * @example [
                 *       "permitted",
                 *       "conditional"
                 *     ]
                 */
                verdict?: ("permitted" | "conditional" | "prohibited" | "ask_ward" | "other_law")[];
                /**
                 * @description Floor area of the use in the building, m²
                 * @example 60
                 */
                use_area_m2?: number;
                /**
                 * @description Floor area of workshops (作業場), m²
                 * @example 20
                 */
                workshop_m2?: number;
                /**
                 * @description Output of all motors, kW; 0 says there is none
                 * @example 0.75
                 */
                motor_kw?: number;
                /**
                 * @description The heaviest process of a workshop: `none`, or listed in appended table 2 under (と)3, (ぬ)3 or (る)1
                 * @example none
                 */
                process_class?: "none" | "to3" | "nu3" | "ru1";
                /**
                 * @description Floor area of the seats of a theatre or hall, m²
                 * @example 150
                 */
                seat_area_m2?: number;
                /**
                 * @description Part of a dwelling (兼用住宅)
                 * @example true
                 */
                live_work?: boolean;
                /**
                 * @description Share of the building that is lived in, 0 to 1
                 * @example 0.5
                 */
                dwelling_share?: number;
                /**
                 * @description Floor area not lived in, in a dwelling with a shop, m²; that of the use unless given
                 * @example 45
                 */
                nonres_total_m2?: number;
                /**
                 * @description Floor area of the whole building, m²
                 * @example 400
                 */
                building_total_m2?: number;
                /**
                 * @description Floor area of the other buildings on the site, garages apart, m²
                 * @example 120
                 */
                site_other_floor_m2?: number;
                /**
                 * @description Mostly produce of the neighbourhood's farms
                 * @example true
                 */
                farm_local?: boolean;
                /**
                 * @description A garage decided in a city plan
                 * @example false
                 */
                city_planned?: boolean;
                /**
                 * @description Accessory to a building that is permitted (附属)
                 * @example false
                 */
                accessory?: boolean;
                /**
                 * @description A farm facility that the minister lists as noisy
                 * @example false
                 */
                agri_noise_designated?: boolean;
                /**
                 * @description Hazardous materials (危険物) are stored or handled
                 * @example false
                 */
                hazmat?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The nearest listings, nearest first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NearestAnswer"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listing: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The listing's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The listing, whole */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ListingBody"];
                };
            };
            /** @description No such public listing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No longer on offer */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The listing's id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who can be asked */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactBody"];
                };
            };
            /** @description No such public listing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    offers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offers of the account, last touched first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffersBody"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    begin: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BeginRequest"];
            };
        };
        responses: {
            /** @description The new offers */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OffersBody"];
                };
            };
            /** @description A field cannot be kept */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sent from a page of another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many drafts */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    consult: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordsRequest"];
            };
        };
        responses: {
            /** @description On its way to the desk */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Nothing was said */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no desk */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    keep_in_step: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The program's own key, at most 100 characters
                 * @example B-2041
                 */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FeedRequest"];
            };
        };
        responses: {
            /** @description The offer as it now is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferBody"];
                };
            };
            /** @description A field cannot be kept */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It is being reviewed or has ended */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields are missing or cannot be read; it is kept as a draft */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_sheet: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description The rows, each with what is wrong with it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SheetBody"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 4 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a list of offers */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sheet_template: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The header of a list */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
        };
    };
    offer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The offer's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The offer, whole */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferBody"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such offer of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag that was seen
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /**
                 * @description The offer's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SaveRequest"];
            };
        };
        responses: {
            /** @description The offer as it now is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferBody"];
                };
            };
            /** @description A field cannot be kept */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such offer of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be changed now */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed it since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag that was seen
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /**
                 * @description The offer's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such offer of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It was published, or is being reviewed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed it since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    claim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The offer's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimRequest"];
            };
        };
        responses: {
            /** @description The offer as it now is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferBody"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such offer, or not a moderator */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    command: {
        parameters: {
            query?: never;
            header: {
                /**
                 * @description The entity tag that was seen
                 * @example "3"
                 */
                "If-Match": string;
            };
            path: {
                /**
                 * @description The offer's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CommandRequest"];
            };
        };
        responses: {
            /** @description The offer as it now is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferBody"];
                };
            };
            /** @description A reason, a note or consent is missing */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such offer of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not possible now; `allowed` names what is */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Somebody changed it since */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Fields are missing or cannot be read; `fields` names them */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `If-Match` is missing */
            428: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    say: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The offer's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WordsRequest"];
            };
        };
        responses: {
            /** @description The offer as it now is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferBody"];
                };
            };
            /** @description Nothing was said */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such offer of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    add_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The offer's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/octet-stream": number[];
            };
        };
        responses: {
            /** @description The offer with its pictures */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferBody"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such offer of yours */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description It cannot be changed now, or has 20 pictures */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Larger than 15 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a picture that can be shown */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hide_photo: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The offer's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
                /**
                 * @description The picture's name
                 * @example p-00112233445566778899aabbccddeeff.jpg
                 */
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HideRequest"];
            };
        };
        responses: {
            /** @description The offer as it now is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfferBody"];
                };
            };
            /** @description Not one of its pictures */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such offer, or not a moderator */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    place_at: {
        parameters: {
            query: {
                /**
                 * @description Degrees east
                 * @example 139.6361
                 */
                lon: number;
                /**
                 * @description Degrees north
                 * @example 35.6513
                 */
                lat: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is there */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceAt"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportRequest"];
            };
        };
        responses: {
            /** @description Taken */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description A field cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sent from a page of another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description There is no desk */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Mail is not set up */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    queue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The queue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QueueBody"];
                };
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not a moderator */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    report_done: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The report's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description Not signed in */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such open report, or not a moderator */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    stations: {
        parameters: {
            query?: {
                /**
                 * @description Touching a box: `west,south,east,north` in degrees
                 * @example 139.62,35.63,139.66,35.67
                 */
                bbox?: string;
                /**
                 * @description The name or its reading contains every word
                 * @example 経堂
                 */
                q?: string;
                /**
                 * @description Only these; what is not there is left out
                 * @example [
                 *       "0c8x4n2k7zq"
                 *     ]
                 */
                id?: string[];
                /**
                 * @description At most so many; 500 unless given
                 * @example 100
                 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The stations, by reading or name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StationList"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    streets: {
        parameters: {
            query?: {
                /**
                 * @description Touching a box: `west,south,east,north` in degrees
                 * @example 139.62,35.63,139.66,35.67
                 */
                bbox?: string;
                /**
                 * @description The name or its reading contains every word
                 * @example 経堂
                 */
                q?: string;
                /**
                 * @description Only these; what is not there is left out
                 * @example [
                 *       "0c8x4n2k7zq"
                 *     ]
                 */
                id?: string[];
                /**
                 * @description At most so many; 500 unless given
                 * @example 100
                 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The streets, by reading or name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreetList"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    street: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The street's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The street */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StreetBody"];
                };
            };
            /** @description No such street */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    surroundings: {
        parameters: {
            query?: {
                /**
                 * @description Degrees east; needs `lat`
                 * @example 139.6361
                 */
                lon?: number;
                /**
                 * @description Degrees north; needs `lon`
                 * @example 35.6513
                 */
                lat?: number;
                /**
                 * @description Instead of a place: the place, topmost storey and area of this listing
                 * @example 0c8x4n2k7zq
                 */
                listing?: string;
                /**
                 * @description Minutes on foot, 80 m of road a minute; 10 unless given
                 * @example 10
                 */
                minutes?: number;
                /**
                 * @description Counts the other listings by what is said of this use there (建築基準法上の用途の目安)
                 * @example cafe_restaurant
                 */
                use?: string;
                /**
                 * @description Floor area of the use in the building, m²
                 * @example 60
                 */
                use_area_m2?: number;
                /**
                 * @description Floor area of workshops (作業場), m²
                 * @example 20
                 */
                workshop_m2?: number;
                /**
                 * @description Output of all motors, kW; 0 says there is none
                 * @example 0.75
                 */
                motor_kw?: number;
                /**
                 * @description The heaviest process of a workshop: `none`, or listed in appended table 2 under (と)3, (ぬ)3 or (る)1
                 * @example none
                 */
                process_class?: "none" | "to3" | "nu3" | "ru1";
                /**
                 * @description Floor area of the seats of a theatre or hall, m²
                 * @example 150
                 */
                seat_area_m2?: number;
                /**
                 * @description Part of a dwelling (兼用住宅)
                 * @example true
                 */
                live_work?: boolean;
                /**
                 * @description Share of the building that is lived in, 0 to 1
                 * @example 0.5
                 */
                dwelling_share?: number;
                /**
                 * @description Floor area not lived in, in a dwelling with a shop, m²; that of the use unless given
                 * @example 45
                 */
                nonres_total_m2?: number;
                /**
                 * @description Floor area of the whole building, m²
                 * @example 400
                 */
                building_total_m2?: number;
                /**
                 * @description Floor area of the other buildings on the site, garages apart, m²
                 * @example 120
                 */
                site_other_floor_m2?: number;
                /**
                 * @description Mostly produce of the neighbourhood's farms
                 * @example true
                 */
                farm_local?: boolean;
                /**
                 * @description A garage decided in a city plan
                 * @example false
                 */
                city_planned?: boolean;
                /**
                 * @description Accessory to a building that is permitted (附属)
                 * @example false
                 */
                accessory?: boolean;
                /**
                 * @description A farm facility that the minister lists as noisy
                 * @example false
                 */
                agri_noise_designated?: boolean;
                /**
                 * @description Hazardous materials (危険物) are stored or handled
                 * @example false
                 */
                hazmat?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What lies within the walk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SurroundingsBody"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    towns: {
        parameters: {
            query?: {
                /**
                 * @description Touching a box: `west,south,east,north` in degrees
                 * @example 139.62,35.63,139.66,35.67
                 */
                bbox?: string;
                /**
                 * @description The name or its reading contains every word
                 * @example 経堂
                 */
                q?: string;
                /**
                 * @description Only these; what is not there is left out
                 * @example [
                 *       "0c8x4n2k7zq"
                 *     ]
                 */
                id?: string[];
                /**
                 * @description At most so many; 500 unless given
                 * @example 100
                 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The towns, by name */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TownList"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uses: {
        parameters: {
            query?: {
                /**
                 * @description The language of the texts: `ja`, `en` or `easy` (やさしい日本語); `ja` unless given
                 * @example en
                 */
                lang?: "ja" | "en" | "easy";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The uses */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseList"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    uses_at: {
        parameters: {
            query?: {
                /**
                 * @description Degrees east; needs `lat`
                 * @example 139.6361
                 */
                lon?: number;
                /**
                 * @description Degrees north; needs `lon`
                 * @example 35.6513
                 */
                lat?: number;
                /**
                 * @description Instead of a place: the place, topmost storey and area of this listing
                 * @example 0c8x4n2k7zq
                 */
                listing?: string;
                /**
                 * @description Floor area, m²
                 * @example 60
                 */
                use_area_m2?: number;
                /**
                 * @description Topmost storey the use occupies: 1 is the ground floor, 0 or less a basement
                 * @example 2
                 */
                storey_max?: number;
                /**
                 * @description The language of the texts: `ja`, `en` or `easy` (やさしい日本語); `ja` unless given
                 * @example en
                 */
                lang?: "ja" | "en" | "easy";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Uses by group */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsesHere"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    search_uses: {
        parameters: {
            query: {
                /**
                 * @description What the business is called, in any spelling
                 * @example カフェ
                 */
                q: string;
                /**
                 * @description At most so many; 8 unless given
                 * @example 8
                 */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The words, the best first */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsesFound"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    summary: {
        parameters: {
            query?: {
                /**
                 * @description Floor area of the use in the building, m²
                 * @example 60
                 */
                use_area_m2?: number;
                /**
                 * @description Floor area of workshops (作業場), m²
                 * @example 20
                 */
                workshop_m2?: number;
                /**
                 * @description Output of all motors, kW; 0 says there is none
                 * @example 0.75
                 */
                motor_kw?: number;
                /**
                 * @description The heaviest process of a workshop: `none`, or listed in appended table 2 under (と)3, (ぬ)3 or (る)1
                 * @example none
                 */
                process_class?: "none" | "to3" | "nu3" | "ru1";
                /**
                 * @description Floor area of the seats of a theatre or hall, m²
                 * @example 150
                 */
                seat_area_m2?: number;
                /**
                 * @description Part of a dwelling (兼用住宅)
                 * @example true
                 */
                live_work?: boolean;
                /**
                 * @description Share of the building that is lived in, 0 to 1
                 * @example 0.5
                 */
                dwelling_share?: number;
                /**
                 * @description Floor area not lived in, in a dwelling with a shop, m²; that of the use unless given
                 * @example 45
                 */
                nonres_total_m2?: number;
                /**
                 * @description Floor area of the whole building, m²
                 * @example 400
                 */
                building_total_m2?: number;
                /**
                 * @description Floor area of the other buildings on the site, garages apart, m²
                 * @example 120
                 */
                site_other_floor_m2?: number;
                /**
                 * @description Mostly produce of the neighbourhood's farms
                 * @example true
                 */
                farm_local?: boolean;
                /**
                 * @description A garage decided in a city plan
                 * @example false
                 */
                city_planned?: boolean;
                /**
                 * @description Accessory to a building that is permitted (附属)
                 * @example false
                 */
                accessory?: boolean;
                /**
                 * @description A farm facility that the minister lists as noisy
                 * @example false
                 */
                agri_noise_designated?: boolean;
                /**
                 * @description Hazardous materials (危険物) are stored or handled
                 * @example false
                 */
                hazmat?: boolean;
                /**
                 * @description Topmost storey the use occupies: 1 is the ground floor, 0 or less a basement
                 * @example 2
                 */
                storey_max?: number;
            };
            header?: never;
            path: {
                /**
                 * @description The use's id
                 * @example cafe_restaurant
                 */
                use: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Where it may open */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseSummaryBody"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such use */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    table: {
        parameters: {
            query?: {
                /**
                 * @description Floor area of the use in the building, m²
                 * @example 60
                 */
                use_area_m2?: number;
                /**
                 * @description Floor area of workshops (作業場), m²
                 * @example 20
                 */
                workshop_m2?: number;
                /**
                 * @description Output of all motors, kW; 0 says there is none
                 * @example 0.75
                 */
                motor_kw?: number;
                /**
                 * @description The heaviest process of a workshop: `none`, or listed in appended table 2 under (と)3, (ぬ)3 or (る)1
                 * @example none
                 */
                process_class?: "none" | "to3" | "nu3" | "ru1";
                /**
                 * @description Floor area of the seats of a theatre or hall, m²
                 * @example 150
                 */
                seat_area_m2?: number;
                /**
                 * @description Part of a dwelling (兼用住宅)
                 * @example true
                 */
                live_work?: boolean;
                /**
                 * @description Share of the building that is lived in, 0 to 1
                 * @example 0.5
                 */
                dwelling_share?: number;
                /**
                 * @description Floor area not lived in, in a dwelling with a shop, m²; that of the use unless given
                 * @example 45
                 */
                nonres_total_m2?: number;
                /**
                 * @description Floor area of the whole building, m²
                 * @example 400
                 */
                building_total_m2?: number;
                /**
                 * @description Floor area of the other buildings on the site, garages apart, m²
                 * @example 120
                 */
                site_other_floor_m2?: number;
                /**
                 * @description Mostly produce of the neighbourhood's farms
                 * @example true
                 */
                farm_local?: boolean;
                /**
                 * @description A garage decided in a city plan
                 * @example false
                 */
                city_planned?: boolean;
                /**
                 * @description Accessory to a building that is permitted (附属)
                 * @example false
                 */
                accessory?: boolean;
                /**
                 * @description A farm facility that the minister lists as noisy
                 * @example false
                 */
                agri_noise_designated?: boolean;
                /**
                 * @description Hazardous materials (危険物) are stored or handled
                 * @example false
                 */
                hazmat?: boolean;
                /**
                 * @description Topmost storey the use occupies: 1 is the ground floor, 0 or less a basement
                 * @example 2
                 */
                storey_max?: number;
                /**
                 * @description The language of the texts: `ja`, `en` or `easy` (やさしい日本語); `ja` unless given
                 * @example en
                 */
                lang?: "ja" | "en" | "easy";
            };
            header?: never;
            path: {
                /**
                 * @description The use's id
                 * @example cafe_restaurant
                 */
                use: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verdicts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UseTable"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such use */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    verdict: {
        parameters: {
            query?: {
                /**
                 * @description Degrees east; needs `lat`
                 * @example 139.6361
                 */
                lon?: number;
                /**
                 * @description Degrees north; needs `lon`
                 * @example 35.6513
                 */
                lat?: number;
                /**
                 * @description Instead of a place: the place, topmost storey and area of this listing
                 * @example 0c8x4n2k7zq
                 */
                listing?: string;
                /**
                 * @description Instead of a place: anywhere in this zone
                 * @example 0c8x4n2k7zq
                 */
                zone?: string;
                /**
                 * @description Floor area of the use in the building, m²
                 * @example 60
                 */
                use_area_m2?: number;
                /**
                 * @description Floor area of workshops (作業場), m²
                 * @example 20
                 */
                workshop_m2?: number;
                /**
                 * @description Output of all motors, kW; 0 says there is none
                 * @example 0.75
                 */
                motor_kw?: number;
                /**
                 * @description The heaviest process of a workshop: `none`, or listed in appended table 2 under (と)3, (ぬ)3 or (る)1
                 * @example none
                 */
                process_class?: "none" | "to3" | "nu3" | "ru1";
                /**
                 * @description Floor area of the seats of a theatre or hall, m²
                 * @example 150
                 */
                seat_area_m2?: number;
                /**
                 * @description Part of a dwelling (兼用住宅)
                 * @example true
                 */
                live_work?: boolean;
                /**
                 * @description Share of the building that is lived in, 0 to 1
                 * @example 0.5
                 */
                dwelling_share?: number;
                /**
                 * @description Floor area not lived in, in a dwelling with a shop, m²; that of the use unless given
                 * @example 45
                 */
                nonres_total_m2?: number;
                /**
                 * @description Floor area of the whole building, m²
                 * @example 400
                 */
                building_total_m2?: number;
                /**
                 * @description Floor area of the other buildings on the site, garages apart, m²
                 * @example 120
                 */
                site_other_floor_m2?: number;
                /**
                 * @description Mostly produce of the neighbourhood's farms
                 * @example true
                 */
                farm_local?: boolean;
                /**
                 * @description A garage decided in a city plan
                 * @example false
                 */
                city_planned?: boolean;
                /**
                 * @description Accessory to a building that is permitted (附属)
                 * @example false
                 */
                accessory?: boolean;
                /**
                 * @description A farm facility that the minister lists as noisy
                 * @example false
                 */
                agri_noise_designated?: boolean;
                /**
                 * @description Hazardous materials (危険物) are stored or handled
                 * @example false
                 */
                hazmat?: boolean;
                /**
                 * @description Topmost storey the use occupies: 1 is the ground floor, 0 or less a basement
                 * @example 2
                 */
                storey_max?: number;
                /**
                 * @description The language of the texts: `ja`, `en` or `easy` (やさしい日本語); `ja` unless given
                 * @example en
                 */
                lang?: "ja" | "en" | "easy";
            };
            header?: never;
            path: {
                /**
                 * @description The use's id
                 * @example cafe_restaurant
                 */
                use: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The verdict */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerdictBody"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description No such use */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walk: {
        parameters: {
            query: {
                /**
                 * @description Where the walk begins: `lon,lat` in degrees
                 * @example 139.6361,35.6513
                 */
                from: string;
                /**
                 * @description Where it ends: `lon,lat` in degrees
                 * @example 139.6400,35.6540
                 */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The walk */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["WalkWay"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    walk_area: {
        parameters: {
            query?: {
                /**
                 * @description From this station; or give `lon` and `lat`
                 * @example 0c8x4n2k7zq
                 */
                station?: string;
                /**
                 * @description From a place: degrees east; needs `lat`
                 * @example 139.6361
                 */
                lon?: number;
                /**
                 * @description From a place: degrees north; needs `lon`
                 * @example 35.6513
                 */
                lat?: number;
                /**
                 * @description Minutes on foot, 80 m of road a minute; 10 unless given
                 * @example 10
                 */
                minutes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The land */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/geo+json": components["schemas"]["WalkArea"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    cards: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The cards */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CardsBody"];
                };
            };
        };
    };
    post: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WantedRequest"];
            };
        };
        responses: {
            /** @description Always the same, whether or not the address is known */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description A field cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sent from a page of another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Mail is not set up */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    demand: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DemandBody"];
                };
            };
        };
    };
    ask: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WatchRequest"];
            };
        };
        responses: {
            /** @description Always the same, whether or not the address is known */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description A field cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Sent from a page of another site */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Not JSON */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Too many requests */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description Mail is not set up */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    zones_at: {
        parameters: {
            query: {
                /**
                 * @description Degrees east
                 * @example 139.6361
                 */
                lon: number;
                /**
                 * @description Degrees north
                 * @example 35.6513
                 */
                lat: number;
                /**
                 * @description Radius of the surroundings, metres; 100 unless given
                 * @example 100
                 */
                around_m?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The zones, which may be none */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneAt"];
                };
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    zone: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description The zone's id
                 * @example 0c8x4n2k7zq
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The zone */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneBody"];
                };
            };
            /** @description No such zone */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    listings: {
        parameters: {
            query?: {
                /**
                 * @description Inside a box: `west,south,east,north` in degrees; edges belong to it
                 * @example 139.62,35.63,139.66,35.67
                 */
                bbox?: string;
                /**
                 * @description Within `radius_m` of a place: `lon,lat` in degrees; needs `radius_m`
                 * @example 139.6361,35.6513
                 */
                near?: string;
                /**
                 * @description Radius around `near`, metres in a straight line
                 * @example 800
                 */
                radius_m?: number;
                /**
                 * @description Inside a polygon of 3 to 500 corners: `lon,lat;lon,lat;…`; it closes itself, and where it crosses itself even-odd decides
                 * @example 139.62,35.63;139.66,35.63;139.64,35.67
                 */
                polygon?: string;
                /**
                 * @description In any of these towns
                 * @example [
                 *       "0c8x4n2k7zq"
                 *     ]
                 */
                town?: string[];
                /**
                 * @description Along any of these shopping streets: nearest to it, and within 50 m
                 * @example [
                 *       "0c8x4n2k7zq"
                 *     ]
                 */
                street?: string[];
                /**
                 * @description Near this station; needs `walk_minutes`
                 * @example 0c8x4n2k7zq
                 */
                station?: string;
                /**
                 * @description At most so many minutes on foot from `station`, 80 m of road a minute; where no road leads, estimated as 1.3 times the straight line
                 * @example 5
                 */
                walk_minutes?: number;
                /**
                 * @description Any of these kinds
                 * @example [
                 *       "shop",
                 *       "furnished"
                 *     ]
                 */
                kind?: ("shop" | "furnished" | "workshop" | "office" | "succession" | "pop_up" | "test_bed" | "shared")[];
                /**
                 * @description Touched by a zone of any of these use districts
                 * @example [
                 *       "commercial",
                 *       "quasi_industrial"
                 *     ]
                 */
                district?: ("low_1" | "low_2" | "garden_residential" | "mid_high_1" | "mid_high_2" | "residential_1" | "residential_2" | "quasi_residential" | "neighbourhood_commercial" | "commercial" | "quasi_industrial" | "industrial" | "exclusive_industrial" | "unzoned" | "urbanisation_control")[];
                /**
                 * @description Rent of at least so many yen a month
                 * @example 100000
                 */
                rent_min?: number;
                /**
                 * @description Rent of at most so many yen a month
                 * @example 300000
                 */
                rent_max?: number;
                /**
                 * @description Rent of at most so many yen a month per 坪
                 * @example 20000
                 */
                rent_tsubo_max?: number;
                /**
                 * @description Floor area of at least so many m²
                 * @example 20
                 */
                area_min?: number;
                /**
                 * @description Floor area of at most so many m²
                 * @example 100
                 */
                area_max?: number;
                /**
                 * @description At most so many minutes on foot to the nearest station; estimated where no road is known
                 * @example 10
                 */
                station_minutes_max?: number;
                /**
                 * @description Occupies this storey: `1`, `2`, `B1`
                 * @example 1
                 */
                storey?: string;
                /**
                 * @description Occupies this storey or a higher one
                 * @example B1
                 */
                storey_min?: string;
                /**
                 * @description Occupies this storey or a lower one
                 * @example 2
                 */
                storey_max?: string;
                /**
                 * @description `true`: occupies the ground floor (路面); `false` asks nothing
                 * @example true
                 */
                ground_floor?: boolean;
                /**
                 * @description Any of these conditions
                 * @example [
                 *       "fixtures",
                 *       "bare"
                 *     ]
                 */
                condition?: ("bare" | "fixtures" | "finished" | "unstated")[];
                /**
                 * @description At least this cooking is allowed
                 * @example light
                 */
                cooking?: "light" | "heavy";
                /**
                 * @description Offered by any of these
                 * @example [
                 *       "owner",
                 *       "public"
                 *     ]
                 */
                offered_by?: ("owner" | "sublessor" | "agent" | "broker" | "public")[];
                /**
                 * @description Any of these contracts
                 * @example [
                 *       "ordinary",
                 *       "fixed_term"
                 *     ]
                 */
                lease?: ("ordinary" | "fixed_term" | "daily" | "hours" | "transfer" | "unstated")[];
                /**
                 * @description Can be taken over on or before this day
                 * @example 2026-04-01
                 */
                handover_by?: string;
                /**
                 * @description At least so many kW of electric power
                 * @example 10
                 */
                power_kw_min?: number;
                /**
                 * @description `true`: has gas; `false`: stated to have none
                 * @example true
                 */
                gas?: boolean;
                /**
                 * @description `true`: has an exhaust duct or a place for one; `false`: stated to have none
                 * @example true
                 */
                exhaust?: boolean;
                /**
                 * @description `true`: has three-phase power (動力); `false`: stated to have none
                 * @example true
                 */
                three_phase?: boolean;
                /**
                 * @description `true`: a vehicle can load at the door; `false`: stated that none can
                 * @example true
                 */
                loading?: boolean;
                /**
                 * @description `true`: has a parking place; `false`: stated to have none
                 * @example true
                 */
                parking?: boolean;
                /**
                 * @description Whether filters on rent and handover keep listings where it is 要相談 or not stated; `keep` unless given
                 * @example drop
                 */
                negotiable?: "keep" | "drop";
                /**
                 * @description Updated on or after this day
                 * @example 2026-01-01
                 */
                updated_since?: string;
                /**
                 * @description Every word is in the title, description, address or trades, or in the name of its town, nearest street or station; width, case and kana or katakana do not matter
                 * @example カフェ
                 */
                q?: string;
                /**
                 * @description Says of every listing whether this use may open there (建築基準法上の用途の目安), and hides none; the listing's own topmost storey counts, and its own area unless `use_area_m2` is given
                 * @example cafe_restaurant
                 */
                use?: string;
                /**
                 * @description The same, and leaves out where the use is prohibited or another law decides; `hidden` tells how many
                 * @example cafe_restaurant
                 */
                allowed_for?: string;
                /**
                 * @description Only listings of which one of these is said; needs `use` or `allowed_for`
                 * @example [
                 *       "permitted",
                 *       "conditional"
                 *     ]
                 */
                verdict?: ("permitted" | "conditional" | "prohibited" | "ask_ward" | "other_law")[];
                /**
                 * @description Floor area of the use in the building, m²
                 * @example 60
                 */
                use_area_m2?: number;
                /**
                 * @description Floor area of workshops (作業場), m²
                 * @example 20
                 */
                workshop_m2?: number;
                /**
                 * @description Output of all motors, kW; 0 says there is none
                 * @example 0.75
                 */
                motor_kw?: number;
                /**
                 * @description The heaviest process of a workshop: `none`, or listed in appended table 2 under (と)3, (ぬ)3 or (る)1
                 * @example none
                 */
                process_class?: "none" | "to3" | "nu3" | "ru1";
                /**
                 * @description Floor area of the seats of a theatre or hall, m²
                 * @example 150
                 */
                seat_area_m2?: number;
                /**
                 * @description Part of a dwelling (兼用住宅)
                 * @example true
                 */
                live_work?: boolean;
                /**
                 * @description Share of the building that is lived in, 0 to 1
                 * @example 0.5
                 */
                dwelling_share?: number;
                /**
                 * @description Floor area not lived in, in a dwelling with a shop, m²; that of the use unless given
                 * @example 45
                 */
                nonres_total_m2?: number;
                /**
                 * @description Floor area of the whole building, m²
                 * @example 400
                 */
                building_total_m2?: number;
                /**
                 * @description Floor area of the other buildings on the site, garages apart, m²
                 * @example 120
                 */
                site_other_floor_m2?: number;
                /**
                 * @description Mostly produce of the neighbourhood's farms
                 * @example true
                 */
                farm_local?: boolean;
                /**
                 * @description A garage decided in a city plan
                 * @example false
                 */
                city_planned?: boolean;
                /**
                 * @description Accessory to a building that is permitted (附属)
                 * @example false
                 */
                accessory?: boolean;
                /**
                 * @description A farm facility that the minister lists as noisy
                 * @example false
                 */
                agri_noise_designated?: boolean;
                /**
                 * @description Hazardous materials (危険物) are stored or handled
                 * @example false
                 */
                hazmat?: boolean;
                /**
                 * @description What to sort by; `-` reverses. `updated` is the latest first, the others the smallest first, what is not stated last; `distance` is from `near`, the station or the middle of the box or polygon. Unless given: `distance` with `near`, else `updated`
                 * @example rent
                 */
                sort?: "updated" | "rent" | "rent_per_tsubo" | "area" | "station" | "distance" | "-updated" | "-rent" | "-rent_per_tsubo" | "-area" | "-station" | "-distance";
                /**
                 * @description Listings on a page; 50 unless given
                 * @example 50
                 */
                limit?: number;
                /**
                 * @description The `next` of the page before, with the same filters and sort
                 * @example
                 */
                cursor?: string;
                /**
                 * @description Values to count over all matches
                 * @example [
                 *       "kind",
                 *       "district"
                 *     ]
                 */
                facets?: ("kind" | "district" | "condition" | "cooking" | "storey" | "level" | "rent" | "area" | "walk" | "town" | "street" | "verdict")[];
                /**
                 * @description Limits on rent to count listings for, yen a month: `facets.rent_limits`
                 * @example [
                 *       100000,
                 *       200000,
                 *       300000
                 *     ]
                 */
                rent_steps?: number[];
                /**
                 * @description Limits on floor area to count listings for, m²: `facets.area_limits`
                 * @example [
                 *       20,
                 *       50,
                 *       100
                 *     ]
                 */
                area_steps?: number[];
                /**
                 * @description The form of the answer; stands above the `Accept` header
                 * @example geojson
                 */
                format?: "json" | "geojson";
                /**
                 * @description The language of the texts: `ja`, `en` or `easy` (やさしい日本語); `ja` unless given
                 * @example en
                 */
                lang?: "ja" | "en" | "easy";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description An Atom feed (RFC 4287) */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/atom+xml": string;
                };
            };
            /** @description The client holds it already */
            304: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A parameter cannot be read */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
