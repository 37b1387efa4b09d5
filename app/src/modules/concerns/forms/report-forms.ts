import { defineForm } from '../../../engine/forms/define-form.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { dateTime } from '../../../engine/forms/fields/date-time.js'
import { hidden } from '../../../engine/forms/fields/hidden.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { manyChoices } from '../../../engine/forms/fields/many-choices.js'
import { personPicker } from '../../../engine/forms/fields/person-picker.js'
import { text } from '../../../engine/forms/fields/text.js'
import { titleOfPost } from '../../../engine/packs/lookup.js'
import type { Pack } from '../../../engine/packs/pack.js'
import { perPack } from './per-pack.js'

const idShape = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** A pack's choices as a field takes them. */
export const optionsFrom = (choices: readonly { readonly id: string; readonly title: string }[]) =>
  choices.map(({ id, title }) => ({ value: id, text: title }))

/** Whether a child is in danger: asked first, of everybody who is not a child. */
export const dangerField = () =>
  choice({
    label: 'Is a child in danger now?',
    missing: 'Say whether a child is in danger now',
    options: [
      { value: 'yes', text: 'Yes', hint: 'Ring 999 first. Then go on: the right people are told at once' },
      { value: 'no', text: 'No' },
      { value: 'not-known', text: 'I am not sure' },
    ],
  })

/** One of an audience, as a reporter means it: the pack's own titles name all of them ('Everyone who works here'). */
const oneOf: Readonly<Record<string, string>> = {
  'any-staff': 'Somebody else who works here',
  'any-governor': 'A governor',
  'any-volunteer': 'A volunteer or helper',
  'any-contractor': 'Somebody who works here for another firm',
  'any-visitor': 'A visitor',
}

/** Adults whom the policy routes past, for a reporter who cannot or will not name one. */
export const aboutField = (pack: Pack) =>
  manyChoices({
    label: 'Is it about an adult of the school?',
    hint: 'Tick what fits. It then goes to somebody else, and the person it is about cannot open it.',
    optional: true,
    options: pack.conflicts.map(({ about }) => ({
      value: about as string,
      text: oneOf[about] ?? titleOfPost(pack, about),
    })),
  })

/** First: danger, and what must be done before anything is typed. */
export const firstForm = perPack((pack) =>
  defineForm({
    draft: hidden({ shape: idShape }),
    danger: dangerField(),
    first: manyChoices({
      label: 'What have you done already?',
      hint: 'Tick what you have done. If you cannot do something, go on all the same.',
      optional: true,
      options: pack.reporting.first
        .filter(({ id }) => id !== 'danger')
        .map(({ id, text: words }) => ({ value: id, text: words })),
    }),
  }),
)

/** What happened, when, and when they knew. */
export const whatForm = perPack(() =>
  defineForm({
    words: longText({
      label: 'What happened?',
      hint: 'Write what you saw and heard. If a child told you, use their own words.',
      missing: 'Write what happened, in a few words at least',
      rows: 7,
    }),
    happened: text({ label: 'When did it happen?', hint: 'For example: today at morning break', optional: true }),
    known: dateTime({
      label: 'When did you learn of it?',
      hint: 'Leave it empty if it was just now.',
      optional: true,
      latest: 'today',
      tooLate: 'That is still to come. Check the day and the time',
    }),
    told: text({ label: 'Who told you, if you did not see it yourself?', optional: true }),
    done: longText({ label: 'What else has been done?', optional: true, rows: 3, maxLength: 5000 }),
  }),
)

/** Who is involved, and where it was. */
export const whoForm = perPack((pack) =>
  defineForm({
    who: personPicker({
      label: 'Who is involved?',
      hint: 'Search for each person, tick them, and say how they were involved.',
      missing: 'Search for somebody and tick them, or tick that you do not know who it is',
      notKnown: 'I do not know who it is, or they are not on the list',
      roles: optionsFrom(pack.reporting.roles),
      roleMissing: 'Say how each person was involved',
    }),
    described: text({
      label: 'Describe anybody who is not on the list',
      hint: 'For example: an older boy in another school’s uniform',
      optional: true,
      maxLength: 500,
    }),
    about: aboutField(pack),
    ...whereFields(pack),
  }),
)

/** Where it was: the same questions for everybody who is not a child. */
export function whereFields(pack: Pack) {
  const { platforms, devices, places } = pack.reporting
  return {
    place: choice({ label: 'Where was it?', optional: true, look: 'select', options: optionsFrom(places) }),
    platform: choice({ label: 'Where online?', optional: true, look: 'select', options: optionsFrom(platforms) }),
    device: choice({ label: 'On which device?', optional: true, look: 'select', options: optionsFrom(devices) }),
    address: text({
      label: 'Address of the site, or name of the app, game or account',
      hint: 'Type it. Do not open it again to look.',
      optional: true,
      maxLength: 500,
    }),
  }
}
