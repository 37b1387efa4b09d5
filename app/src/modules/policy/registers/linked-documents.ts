import { defineForm } from '../../../engine/forms/define-form.js'
import { choice } from '../../../engine/forms/fields/choice.js'
import { date } from '../../../engine/forms/fields/date.js'
import { entryChoice } from '../../../engine/forms/fields/entry-choice.js'
import { manyChoices } from '../../../engine/forms/fields/many-choices.js'
import { text } from '../../../engine/forms/fields/text.js'
import { defineRegister } from '../../../engine/registers/register.js'
import type { PostId } from '../../../kernel/ids.js'
import { everyoneSignedIn } from '../../people/index.js'

/** Policies, laws, guidance and pages that our policy leans on: whose they are, which edition, whether they still stand. */
export const linkedDocuments = defineRegister({
  id: 'linked-documents',
  title: 'Linked documents',
  one: 'document',
  intro:
    'Policies, laws, guidance and web pages that our policy leans on: the edition, where it is, and whether it still stands.',
  form: defineForm({
    title: text({ label: 'Title', missing: 'Give the document’s title' }),
    code: text({
      label: 'Its short name in the policy',
      hint: 'Small letters and hyphens, such as behaviour-policy',
      optional: true,
      shape: {
        pattern: /^[a-z][a-z0-9-]{1,59}$/,
        sentence: 'Small letters, figures and hyphens, such as behaviour-policy',
      },
    }),
    kind: choice({
      label: 'What is it?',
      missing: 'Say what kind of document it is',
      options: [
        { value: 'policy', text: 'A policy or procedure of ours' },
        { value: 'law', text: 'A law' },
        { value: 'guidance', text: 'Guidance from outside' },
        { value: 'page', text: 'A web page' },
      ],
    }),
    owner: entryChoice({ register: 'pack:posts', label: 'Who looks after it here?', missing: 'Choose the post' }),
    edition: text({ label: 'Edition or version', missing: 'Give the edition, or the date printed on it' }),
    where: text({
      label: 'Where is it?',
      hint: 'A web address, or where the paper is kept',
      maxLength: 500,
      missing: 'Say where it is',
    }),
    state: choice({
      label: 'Does it still stand?',
      missing: 'Say whether it still stands',
      options: [
        { value: 'current', text: 'Yes, this is the one in force' },
        { value: 'superseded', text: 'No, another has taken its place' },
        { value: 'dead', text: 'It cannot be found any more' },
      ],
    }),
    successor: entryChoice({
      register: 'linked-documents',
      label: 'What has taken its place?',
      optional: true,
      when: { field: 'state', is: 'superseded' },
    }),
    audience: manyChoices({
      label: 'For whom is it?',
      optional: true,
      options: [
        { value: 'staff', text: 'Staff' },
        { value: 'governors', text: 'Governors' },
        { value: 'parents', text: 'Parents' },
        { value: 'pupils', text: 'Pupils' },
      ],
    }),
    checked: date({
      label: 'Last checked',
      hint: 'When somebody last saw that it is there and still the right one',
      latest: 'today',
      missing: 'Give the day on which it was last checked',
    }),
    until: date({ label: 'To be renewed by', hint: 'For a policy of ours: its own review date', optional: true }),
  }),
  called: ({ title }) => title,
  same: ({ title, edition }) => `${title} ${edition}`.toLowerCase(),
  columns: ['edition', 'owner', 'checked'],
  see: 'records.read',
  keep: 'records.keep',
  owner: 'dsl' as PostId,
  journal: everyoneSignedIn.posts,
  review: '12 months',
  reviewedOn: 'checked',
  expiresOn: 'until',
  kept: 'for good; no personal data',
  empty:
    'No document is on record. Add the policies that ours names first: behaviour, child protection, data protection.',
})
