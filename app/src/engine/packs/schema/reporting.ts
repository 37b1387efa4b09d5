import Type from 'typebox'
import { DateText, Id, Phone, Sentences, Title, Web, distinct, exactly, list, oneOf, sourced } from './words.js'

const Choice = exactly({ id: Id, title: Title })
const ChildChoice = exactly({ id: Id, title: Title, child: Title })

/** The words of the reporting pages. There is no section that asks for a picture, and no field type for one. */
export const Reporting = exactly({
  /** What must come first, before anything is typed. */
  first: list(exactly({ id: Id, text: Sentences })),
  platforms: list(Choice),
  devices: list(Choice),
  places: list(Choice),
  /** The part a person had in a concern; never what they are. */
  roles: list(Choice),
  /** What a child picks when words are hard. */
  bothers: list(ChildChoice),
  wishes: list(ChildChoice),
  closeReasons: list(
    exactly({
      id: Id,
      title: Title,
      needsText: Type.Optional(Type.Boolean()),
      /** It says that the school dealt with the matter, not that there was none or that somebody else does. */
      dealtWith: Type.Optional(Type.Boolean()),
    }),
  ),
  /** What can stay private and what cannot. */
  secrecy: exactly({ plain: Sentences, child: Sentences }),
})

/** A kind of risk, with its sub-types: on concerns, cases, lessons and figures alike. */
export const Risk = exactly({
  id: Id,
  title: Title,
  plain: Sentences,
  subtypes: list(
    exactly({
      id: Id,
      title: Title,
      plain: Type.Optional(Sentences),
      /** The procedure that a case of this kind begins with. */
      procedure: Type.Optional(Id),
      /** That procedure is always followed: no concern of this kind is settled by advice or as dealt with. */
      always: Type.Optional(Type.Boolean()),
      ...sourced,
    }),
  ),
  ...sourced,
})

/** Somebody who can help now. */
export const Help = exactly({
  id: Id,
  title: Title,
  what: Sentences,
  phone: Type.Optional(Phone),
  text: Type.Optional(Sentences),
  web: Type.Optional(Web),
  for: Type.Array(oneOf('pupil', 'parent', 'staff'), { minItems: 1, uniqueItems: true }),
  checked: DateText,
})

/** A body outside the school that may have to be told. */
export const Agency = exactly({
  id: Id,
  title: Title,
  use: Sentences,
  /** Agencies that must be told first. */
  before: Type.Optional(distinct(Id)),
  phone: Type.Optional(Phone),
  web: Type.Optional(Web),
  checked: DateText,
  /** The contact differs by area: the school fills it in. */
  localised: Type.Optional(Type.Boolean()),
  ...sourced,
})
