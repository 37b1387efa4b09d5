import { renderToString } from 'preact-render-to-string'
import type { Temporal } from 'temporal-polyfill'
import { typeset } from '../../../engine/documents/typeset.js'
import { fullDate } from '../../../web/dates.js'
import { Hedgehog } from '../../../web/pictures/hedgehog.js'
import { QrCode } from '../../../web/pictures/qr-code.js'
import { copyCode } from './copy-code.js'
import { sheetLines } from './policy-document.js'
import type { PolicyDocument } from './policy-document.js'
import { askWhom, identityLines, standingSentence, titleOf } from './words.js'

/** Where a printed copy is checked, and when it was printed. */
export interface Printing {
  readonly now: Temporal.Instant
  /** The day on which it is printed, as the school's clock has it. */
  readonly today: Temporal.PlainDate
  /** The full address of the page that checks copies; null for a draft. */
  readonly checkAddress: string | null
}

const folder = 'app/src/modules/policy/document'

/** A picture of ours as a file of its own: colours that pages may soften are written out. */
const pictureFile = (svg: string): string => svg.replace(/var\(--[\w-]+, ?(#[0-9a-f]+)\)/gi, '$1')

/** The policy as a tagged PDF: whole for grown-ups, one sheet for children. */
export function setDocument(document: PolicyDocument, printing: Printing): Uint8Array {
  const { wording } = document
  return wording === 'ks1' || wording === 'ks2' ? setSheet(document, wording, printing) : setPolicy(document, printing)
}

const withoutScheme = (address: string): string => address.replace(/^https?:\/\//, '')

function setPolicy(document: PolicyDocument, { now, today, checkAddress }: Printing): Uint8Array {
  const { pack, standing } = document
  const code = copyCode(standing.hash)
  const check = checkAddress && {
    picture: renderToString(<QrCode text={`${checkAddress}?code=${code}`} title="Check this copy" />),
    address: `${checkAddress}?code=${code}`,
    shown: withoutScheme(checkAddress),
    code,
    ask: askWhom(document),
  }
  const data = {
    title: titleOf(document),
    school: document.school,
    standing: standingSentence(standing),
    identity: identityLines(document),
    foot: `${standing.version === null ? 'Draft' : `Version ${standing.version}`}, printed ${fullDate(today)}${check ? `, code ${code}` : ''}`,
    check,
    front: document.front,
    posts: document.posts.map(({ title, names }) => ({ title, names: names.join(', ') || 'Nobody holds this post' })),
    risks: pack.risks.map(({ title, plain }) => ({ title, plain })),
    parts: document.parts.map(({ number, title, lines }) => ({ number, title, lines })),
    reviews: document.reviews.length > 0 ? document.reviews : ['No review is promised.'],
    changes: document.changes,
    documents: document.documents.map((one) => ({ ...one, shown: one.web && withoutScheme(one.web) })),
    laws: pack.laws.map(({ title, edition, web }) => ({ title, edition, web, shown: withoutScheme(web) })),
  }
  return typeset({ template: `${folder}/policy.typ`, data: JSON.parse(JSON.stringify(data)), made: now })
}

function setSheet(
  document: PolicyDocument,
  wording: 'ks1' | 'ks2',
  { now, today, checkAddress }: Printing,
): Uint8Array {
  const { standing, pack } = document
  const lines = sheetLines(pack, wording)
  const help = pack.help.find(
    ({ for: whom, phone }) => whom.includes('pupil') && phone !== undefined && phone !== '999',
  )
  const young = wording === 'ks1'
  const data = {
    title: young ? 'How we keep you safe' : 'How we keep you safe online',
    lead: young ? 'These are our promises to you.' : 'These are our promises to you, and a few to each other.',
    school: document.school,
    foot: `${standing.version === null ? 'Draft' : `Version ${standing.version}`}, printed ${fullDate(today)}${checkAddress ? `, code ${copyCode(standing.hash)}` : ''}`,
    picture: pictureFile(renderToString(<Hedgehog pose="hello" />)),
    size: young ? 20 : 17,
    spacing: young ? 0.95 : 1,
    columns: 1,
    lines,
    help: {
      title: 'Something worries you?',
      text: `Tell a grown-up you trust.${help ? ` Or ring ${help.title}: ${help.phone ?? ''}.` : ''}`,
    },
  }
  return typeset({ template: `${folder}/child.typ`, data, made: now })
}
