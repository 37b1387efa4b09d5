import { defineForm } from '../../../engine/forms/define-form.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { date } from '../../../engine/forms/fields/date.js'
import { hidden } from '../../../engine/forms/fields/hidden.js'
import { longText } from '../../../engine/forms/fields/long-text.js'
import { text } from '../../../engine/forms/fields/text.js'
import { yesNo } from '../../../engine/forms/fields/yes-no.js'

type Options = readonly { readonly value: string; readonly text: string }[]

export const beginForm = (bases: readonly { readonly value: string; readonly text: string; readonly hint: string }[]) =>
  defineForm({
    base: choice({ label: 'What does it build on?', missing: 'Say what it builds on', options: bases }),
  })

export const postForm = defineForm({
  title: text({ label: 'What the post is called here', missing: 'Give the post a name', maxLength: 160 }),
  plain: longText({ label: 'In plain words', missing: 'Say what its holder does', rows: 3, maxLength: 1200 }),
})

export const consultForm = (audiences: Options) =>
  defineForm({
    audience: choice({ label: 'Whom do you ask?', missing: 'Say whom you ask', options: audiences }),
    ask: longText({
      label: 'What do you ask them, in words for them?',
      missing: 'Write what you ask',
      rows: 4,
      maxLength: 1200,
    }),
    closesOn: date({ label: 'Last day to answer', missing: 'Give the last day to answer' }),
  })

export const commentForm = (audiences: Options, clauses: Options) =>
  defineForm({
    words: longText({
      label: 'What do you want to say about it?',
      missing: 'Write what you want to say',
      rows: 5,
      maxLength: 4000,
    }),
    clause: choice({ label: 'About which promise?', look: 'select', optional: true, options: clauses }),
    own: yesNo({
      label: 'Whose words are these?',
      missing: 'Say whose words these are',
      yes: 'My own',
      no: 'I write down what others said',
    }),
    audience: choice({
      label: 'Who said it?',
      missing: 'Say who said it',
      options: audiences,
      when: { field: 'own', is: 'no' },
    }),
    saidBy: text({
      label: 'What they are called',
      hint: 'For example, the school council',
      missing: 'Say what they are called',
      when: { field: 'own', is: 'no' },
    }),
  })

/** A parent's answer on the public page. */
export const sayForm = defineForm({
  words: longText({ label: 'Your answer', missing: 'Write your answer', rows: 6, maxLength: 4000 }),
  saidBy: text({ label: 'Your name, if you like', optional: true, maxLength: 100 }),
})

export const settleForm = (changed: Options) =>
  defineForm({
    outcome: choice({
      label: 'What was done about it?',
      missing: 'Say what was done',
      options: [
        ...(changed.length > 0 ? [{ value: 'changed' as const, text: 'A promise was changed because of it' }] : []),
        { value: 'not-changed' as const, text: 'Nothing was changed' },
        { value: 'elsewhere' as const, text: 'It was taken up elsewhere' },
      ],
    }),
    clause: choice({
      label: 'Which promise?',
      look: 'select',
      missing: 'Say which promise',
      options: changed,
      when: { field: 'outcome', is: 'changed' },
    }),
    words: longText({ label: 'Why, in words for whoever said it', missing: 'Say why', rows: 3, maxLength: 1200 }),
  })

export const submitForm = defineForm({
  statement: longText({
    label: 'In your words: is it current, and fit for those who will read it?',
    hint: 'Also say where nobody could be asked, and why',
    missing: 'Say that it is current and fit for its readers',
    rows: 4,
    maxLength: 1200,
  }),
})

export const stepForm = (meeting: boolean) =>
  defineForm({
    hash: hidden({ shape: /^[0-9a-f]{64}$/ }),
    outcome: choice({
      label: 'Having read what changes',
      missing: 'Say whether you take this step',
      options: [
        { value: 'done', text: 'I take this step' },
        { value: 'sent-back', text: 'It goes back to its author' },
      ],
    }),
    meetingOn: date({
      label: 'Day of the meeting',
      ...(meeting
        ? { missing: 'Give the day of the meeting', when: { field: 'outcome', is: 'done' } }
        : { optional: true as const }),
    } as { label: string; optional: true }),
    minute: text({
      label: 'Minute',
      hint: 'For example, 7.2',
      optional: true,
      maxLength: 60,
      ...(meeting ? { when: { field: 'outcome', is: 'done' } } : {}),
    }),
    note: longText({ label: 'What should be changed, or a note', optional: true, rows: 3, maxLength: 2000 }),
  })

export const forceForm = defineForm({
  from: date({ label: 'First day in force', hint: 'Today, or a day to come', missing: 'Give the first day' }),
})
