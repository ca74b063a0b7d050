import type { MethodText } from './ja';

export const method: MethodText = {
  lead: "What you see is a guide to use under the Building Standards Act. It is not a permit to trade and does not replace the ward's decision.",
  meanings: {
    permitted: 'The limits on use do not apply, or every condition is met',
    conditional: 'Some conditions are still open. The page shows how they could be met',
    prohibited: 'The limits on use apply. Exceptions by permission (the proviso) are not judged here',
    ask_ward: "A map and numbers cannot decide. Ask the ward's building desk",
    other_law: 'Not article 48 but another law decides (such as in an urbanisation control area)',
  },
  sections: [
    {
      id: 'what',
      heading: 'What is checked',
      says: [
        'Your trade is translated into a use of the Building Standards Act: a café is a restaurant, a small workshop is a factory.',
        'The use is held against article 48 and appended table 2 of the act, and articles 130-3 to 130-9-8 of its enforcement order, for the use district of the place.',
        'Floor area, storey, workshop, motors and the like are asked about only where they change the answer.',
        'Every answer names the clause it rests on. The explanations are generated from the conditions in those clauses.',
      ],
    },
    {
      id: 'verdicts',
      heading: 'Five answers',
      says: [],
    },
    {
      id: 'ask',
      heading: 'When the answer is "ask the ward"',
      says: [
        'How the clause is read is up to the authority: self storage, body care, bars, gyms without a pool. Where the usual answer is known, it is shown as a tendency.',
        'The site may lie in two or more use districts, and they give different answers.',
        'Hazardous materials are handled. Kind, quantity and storage decide, so this is never automatic.',
        'Only the town of the premises is public.',
        'No use district is loaded for the place.',
      ],
    },
    {
      id: 'split',
      heading: 'Near the edge of a district (article 91)',
      says: [
        'Where a site lies in two use districts, the rules of the district holding more than half of it apply to the whole site.',
        'A pin is a point and does not show the shape of the site. Within 20 m of another use district we assume that the site may be split.',
        'If every district gives the same answer, that answer stands and the districts nearby are named with their distance. If not, the answer is "ask the ward", with the answer of each district.',
        "The 20 m are this map's own measure. They are not in the law.",
      ],
    },
    {
      id: 'limits',
      heading: 'What this check does not know',
      says: [
        'Special use districts, district plans, building agreements and ordinances that add or relax rules (unless the ward has added its own rules)',
        'How a building older than the present rules is treated (existing non-conforming), and whether it has an inspection certificate',
        'Other uses in the same building. It assumes that there is no other large shop or the like',
        'The shape of the site, its access to a road, fire safety and escape',
        'Food hygiene, fire service, entertainment business, hotel, noise and other rules. Those likely to matter appear as cautions, but not all of them',
        'Mistakes in the floor area or storey of the premises. They are taken as registered',
      ],
    },
    {
      id: 'words',
      heading: 'From everyday words to uses',
      says: [
        'About 1,200 everyday words lead to a use. You can search in kana, romaji or English.',
        'An unclear word asks one question. For "bar" it is "Will you mainly serve alcohol?"',
        'Codes of the Japan Standard Industrial Classification are given only where they are certain.',
        'Trades that authorities treat differently say so.',
      ],
    },
    {
      id: 'source',
      heading: 'Sources and date',
      says: [
        '{law}, {order}. {in_force}',
        'The text published by e-Gov was read as of {date} and arranged in tables. Every answer carries this date.',
        '{pending}',
        'Some cautions were checked in the text of the law, some come from pages of the ward or Tokyo, some from other sources, and some are unverified. Each says how sure it is.',
      ],
    },
    {
      id: 'extend',
      heading: 'How a ward corrects or adds rules',
      says: [
        'The ward writes its rules in one CSV file, made with any spreadsheet. The program is not changed.',
        'One row is one rule. It replaces the national rule for the uses and districts it names, and nothing else.',
        'Several "conditional" rows for the same use and district mean that one of them is enough. Conditions within a row are joined by & and all are needed.',
        'Every row is checked on loading. An unknown use or a condition that cannot be read is refused with row, column and reason, and nothing is loaded.',
        'Answers that rest on such a rule say so and name it.',
        'Rules for an area smaller than a use district, such as one district plan, cannot be written yet.',
      ],
    },
    {
      id: 'check',
      heading: "Compare with the ward's own answers",
      says: [
        'Put uses, districts, sizes and the answers you expect in a file: `machikado law try` judges each, and shows the clause and whether the answers agree.',
        'After changing a rule, try it on cases the ward has decided before.',
      ],
    },
    {
      id: 'next',
      heading: 'What to do next',
      says: [
        'Even where the answer is "permitted" or "conditional", talk to the ward\'s building desk before you sign.',
        'Bring the floor plan, the floor area, the storey and a list of machines.',
        'If you find a mistake, tell us the use, the place and the clause you think is right.',
      ],
    },
  ],
  columns: [
    ['use', 'The use, as in cafe_restaurant. Several with spaces between'],
    ['districts', 'The use districts, as in quasi_industrial. Several with spaces between'],
    ['verdict', 'permitted, conditional, prohibited, ask_ward or other_law'],
    ['conditions', 'The conditions of a conditional rule, as in use_area_m2 <= 150'],
    ['citation', 'The clause it rests on'],
    ['reason_ja, reason_en', 'The reason, where the ward must be asked'],
  ],
};
