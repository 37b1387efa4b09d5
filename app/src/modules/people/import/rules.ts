/** A rule that a file may break: how grave that is, and the words for it. `say` gets the value found and what stands against it. */
interface Rule {
  readonly severity: 'wrong' | 'doubtful'
  readonly say: (value: string, other: string) => string
}

/**
 * Every rule of an import with its sentence, so that wording can be reviewed in one place. Doubtful sentences say what will
 * be done if nobody corrects the file. An e-mail address that cannot be right is only doubtful on purpose: leaving a parent
 * out because of a slip in an address would cost more than the address is worth.
 */
export const RULES = {
  'old-encoding': {
    severity: 'doubtful',
    say: (sample) =>
      `The file was not saved as UTF-8, so it was read as an older Windows text.${sample && ` Look at “${sample}”: if that is not right, export it again as “CSV UTF-8”.`}`,
  },
  'lines-above-headings': {
    severity: 'doubtful',
    say: (line) => `The headings were found on line ${line}. The lines above them were left out.`,
  },
  'heading-twice': {
    severity: 'doubtful',
    say: (heading, renamed) =>
      `Two columns are called “${heading}”. The later one is shown here as “${renamed}”: check which is which.`,
  },
  'too-many-cells': {
    severity: 'wrong',
    say: (found, headings) =>
      `This line has ${found} cells under ${headings} headings, so some stand under the wrong one. A cell with a comma in it needs quote marks round it.`,
  },
  'too-few-cells': {
    severity: 'doubtful',
    say: (found, headings) => `This line stops after ${found} of ${headings} cells. The rest are taken as blank.`,
  },
  formula: {
    severity: 'doubtful',
    say: (value) =>
      `“${value}” begins like a spreadsheet formula. It is kept as plain text and never run; correct it if it should be something else.`,
  },
  'control-characters': {
    severity: 'doubtful',
    say: (value) => `This cell holds invisible control characters. They were taken out, which leaves “${value}”.`,
  },
  'too-long': { severity: 'wrong', say: (value, most) => `“${value}” is too long: ${most} characters is the most.` },
  misread: {
    severity: 'doubtful',
    say: (value, offer) =>
      `“${value}” was probably “${offer}”: this file was saved as UTF-8 and opened as something else. Export it again and import it without opening it first, or accept the correction.`,
  },
  capitals: {
    severity: 'doubtful',
    say: (value, offer) => `“${value}” is all in capitals. It could be written “${offer}”.`,
  },
  'no-id': {
    severity: 'wrong',
    say: () => 'This line has no id, so the person could not be found again at the next import.',
  },
  'id-twice': {
    severity: 'wrong',
    say: (id, line) =>
      `The id “${id}” already belongs to somebody else on line ${line}. Each person needs an id of their own.`,
  },
  'line-twice': { severity: 'doubtful', say: (_, line) => `This line repeats line ${line}. It is read once.` },
  'line-differs': {
    severity: 'doubtful',
    say: (_, line) =>
      `This line says something else of the same person than line ${line}. What line ${line} says is taken.`,
  },
  'no-name': { severity: 'wrong', say: () => 'This line has no name.' },
  'one-name': {
    severity: 'doubtful',
    say: (name, missing) => `“${name}” has no ${missing}. That is fine if it is the person’s only name.`,
  },
  'unknown-kind': {
    severity: 'wrong',
    say: (value) =>
      `“${value}” is not a kind of person that Hedgerow knows. Use pupil, staff, parent, governor, volunteer, contractor or visitor.`,
  },
  'unknown-year': { severity: 'wrong', say: (value) => `“${value}” is not a primary year. Use N, R or 1 to 6.` },
  'unknown-class': {
    severity: 'doubtful',
    say: (value, near) =>
      near
        ? `There is no class “${value}” yet. Did you mean “${near}”? If not, it will be made.`
        : `There is no class “${value}” yet. It will be made.`,
  },
  'date-impossible': {
    severity: 'wrong',
    say: (value) => `“${value}” is not a date. Write the day, the month and the year, such as 21/03/2018.`,
  },
  'date-month-first': {
    severity: 'doubtful',
    say: (value, read) => `“${value}” has the month before the day. It was read as ${read}; check the other dates too.`,
  },
  'column-month-first': {
    severity: 'doubtful',
    say: (value, read) =>
      `Dates in this column have the month before the day (“${value}” can only be ${read}), so all were read that way.`,
  },
  'date-serial': {
    severity: 'doubtful',
    say: (value, read) => `“${value}” is how a spreadsheet counts days. It was read as ${read}.`,
  },
  'date-short-year': {
    severity: 'doubtful',
    say: (value, read) => `“${value}” has only two figures for the year. It was read as ${read}.`,
  },
  'born-in-future': {
    severity: 'wrong',
    say: (value) => `“${value}” is still to come, so it cannot be a date of birth.`,
  },
  'born-long-ago': {
    severity: 'wrong',
    say: (value) => `“${value}” is too long ago to be the date of birth of anybody here.`,
  },
  'age-and-year': {
    severity: 'doubtful',
    say: (born, year) => `A child born on ${born} would not usually be in ${year}. Check both.`,
  },
  'end-before-start': {
    severity: 'wrong',
    say: (end, start) => `The leaving date ${end} is before the starting date ${start}.`,
  },
  'email-malformed': {
    severity: 'doubtful',
    say: (value) => `“${value}” is not an e-mail address. It is left out until it is corrected.`,
  },
  'upn-malformed': {
    severity: 'doubtful',
    say: (value) =>
      `“${value}” is not a unique pupil number: its check letter or its length is wrong. It is left out until it is corrected.`,
  },
  'answer-unknown': {
    severity: 'doubtful',
    say: (value) => `“${value}” is neither yes nor no. It is taken as not known.`,
  },
  'priority-unknown': {
    severity: 'doubtful',
    say: (value) => `“${value}” is not a number from 1 to 99. It is taken as not known.`,
  },
  'relationship-unknown': {
    severity: 'doubtful',
    say: (value) => `“${value}” is not a relationship that Hedgerow knows. It is taken as “other”.`,
  },
  'contact-unnamed': { severity: 'doubtful', say: (which) => `${which} has details but no name, and is left out.` },
  'child-not-there': {
    severity: 'wrong',
    say: (id) =>
      `No pupil has the id “${id}”, neither in this import nor on the roll. The adult on this line answers for nobody.`,
  },
  'no-child': { severity: 'wrong', say: () => 'This line does not say whose parent or carer this is.' },
  'adult-not-there': {
    severity: 'doubtful',
    say: (id) => `No adult has the id “${id}”, neither in this import nor on the roll. This link is left out.`,
  },
  'no-guardian': { severity: 'doubtful', say: (name) => `${name} has no parent or carer in this import.` },
  'no-responsibility': {
    severity: 'doubtful',
    say: (name) =>
      `Nobody in this import has parental responsibility for ${name}. If the local authority has it, that is right.`,
  },
  'same-person': {
    severity: 'doubtful',
    say: (name, line) =>
      `${name} has the same name and date of birth as the person on line ${line}. Both are imported.`,
  },
  'known-person': {
    severity: 'doubtful',
    say: (name) =>
      `${name} has the same name and date of birth as somebody already here who came from elsewhere. A second record is made.`,
  },
  'no-manifest': {
    severity: 'doubtful',
    say: () => 'There is no manifest.csv to say whether these files hold everybody. They are taken to.',
  },
  'unknown-role': {
    severity: 'wrong',
    say: (role) =>
      `“${role}” is not a role that OneRoster 1.1 or 1.2 has, so it is not known who this is to the school.`,
  },
  'not-in-delta': {
    severity: 'doubtful',
    say: (count) =>
      `${count === '1' ? 'One line' : `${count} lines`} from here on put people in classes who are not in users.csv. Import a whole (bulk) set to bring those changes in.`,
  },
} as const satisfies Record<string, Rule>

/** The name of a rule; problems are counted and folded together by it. */
export type RuleId = keyof typeof RULES
