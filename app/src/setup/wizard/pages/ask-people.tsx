import type { Pack } from '../../../engine/packs/pack.js'
import { Checkboxes } from '../../../web/components/govuk/checkboxes.js'
import { FileUpload } from '../../../web/components/govuk/file-upload.js'
import { Input } from '../../../web/components/govuk/input.js'
import { Select } from '../../../web/components/govuk/select.js'
import { Textarea } from '../../../web/components/govuk/textarea.js'
import type { PlannedPerson } from '../../planned-people.js'
import { usernameField } from '../../school-answers.js'
import type { SchoolAnswers, SetupFault } from '../../school-answers.js'
import { beside } from './beside.js'
import { likelyHolder } from './likely-holder.js'

const asLine = ({ given, family, job, email, kind }: SchoolAnswers['byHand'][number]): string =>
  [`${given} ${family}`.trim(), job, email, kind].filter(Boolean).join(', ')

/** A file of people, or the first few by hand. */
export function AskPeople({
  answers,
  known,
  faults,
}: {
  readonly answers: SchoolAnswers
  readonly known: number
  readonly faults: readonly SetupFault[]
}) {
  return (
    <>
      {answers.files.length > 0 && (
        <p class="govuk-body">
          {answers.files.map(({ name }) => name).join(', ')}: {known} people read. Choose files again to replace them.
        </p>
      )}
      <FileUpload
        id="files"
        name="files"
        multiple
        label={{ text: 'Files saved as CSV', classes: 'govuk-label--m' }}
        hint={{
          text: 'From SIMS, Arbor, Bromcom or a spreadsheet: pupils, staff, contacts, governors. A OneRoster set works too. Nothing is written yet.',
        }}
        {...beside(faults, 'files')}
      />
      <Checkboxes
        name="skip-bad"
        idPrefix="skip-bad"
        values={answers.skipBad ? ['yes'] : []}
        items={[{ value: 'yes', text: 'Leave out rows that cannot be read, and take the rest' }]}
      />
      <Textarea
        id="by-hand"
        name="by-hand"
        label={{ text: 'Or type the first few', classes: 'govuk-label--m' }}
        hint={{ text: 'One a line: name, work, e-mail address. Add “governor” for governors.' }}
        rows={6}
        value={answers.byHand.map(asLine).join('\n')}
      />
    </>
  )
}

const heldBy = (post: Pack['posts'][number], { kind }: PlannedPerson): boolean =>
  post.heldBy === 'staff' || post.heldBy === 'governor' ? kind === post.heldBy : kind !== 'pupil' && kind !== 'parent'

/** Who holds the posts that the policy relies on. */
export function AskPosts({
  answers,
  pack,
  people,
  faults,
}: {
  readonly answers: SchoolAnswers
  readonly pack: Pack
  readonly people: readonly PlannedPerson[]
  readonly faults: readonly SetupFault[]
}) {
  // Offered once: whoever chose “Nobody yet” meant it.
  const untouched = faults.length === 0 && Object.keys(answers.holders).length === 0
  const relied = pack.posts.filter(({ id, required }) => required || pack.routing.first.includes(id))
  return (
    <>
      <p class="govuk-body">
        Concerns and duties follow these posts. A post can stay empty for now; Hedgerow says so until somebody is named.
      </p>
      {relied.map((post) => (
        <Select
          id={`post-${post.id}`}
          name={`post-${post.id}`}
          label={{ text: post.title }}
          hint={{ text: post.plain }}
          value={answers.holders[post.id]?.[0] ?? ((untouched && likelyHolder(post, people)) || '')}
          {...beside(faults, `post-${post.id}`)}
          items={[
            { value: '', text: 'Nobody yet' },
            ...people
              .filter((person) => heldBy(post, person))
              .map(({ key, name, job }) => ({ value: key, text: job ? `${name}, ${job}` : name })),
          ]}
        />
      ))}
    </>
  )
}

/** Who gets a first sign-in now. Everybody else gets theirs later, from whoever keeps the accounts. */
export function AskSignIns({
  answers,
  people,
  faults,
}: {
  readonly answers: SchoolAnswers
  readonly people: readonly PlannedPerson[]
  readonly faults: readonly SetupFault[]
}) {
  const holders = new Set(Object.values(answers.holders).flat())
  const offered = people.filter(({ key }) => holders.has(key))
  const chosen = new Map(answers.signIns.map(({ key, username }) => [key, username]))
  const plain = ({ name }: PlannedPerson): string => name.toLowerCase().replace(/\s+/g, '.')
  return (
    <>
      <p class="govuk-body">
        Each gets a slip with a code that works once. They choose their own password, and a second step where the policy
        asks for it.
      </p>
      {offered.map((person, at) => (
        <fieldset class="govuk-fieldset govuk-!-margin-bottom-4">
          <legend class="govuk-visually-hidden">{person.name}</legend>
          <Checkboxes
            name="sign-in"
            idPrefix={at === 0 ? 'sign-ins' : `sign-in-${at}`}
            values={answers.signIns.length === 0 || chosen.has(person.key) ? [person.key] : []}
            items={[{ value: person.key, text: person.name, hint: { text: person.job ?? '' } }]}
          />
          <Input
            id={usernameField(person.key)}
            name={`username-${person.key}`}
            label={{ text: `Username of ${person.name}` }}
            value={chosen.get(person.key) ?? person.email ?? plain(person)}
            {...beside(faults, usernameField(person.key))}
          />
        </fieldset>
      ))}
    </>
  )
}
