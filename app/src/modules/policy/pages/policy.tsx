import type { ComponentChildren } from 'preact'
import { InsetText } from '../../../web/components/govuk/inset-text.js'
import { SummaryList } from '../../../web/components/govuk/summary-list.js'
import { Page } from '../../../web/layout/page.js'
import type { Frame } from '../../../web/layout/frame.js'
import { copyCode } from '../document/copy-code.js'
import type { Line, PolicyDocument } from '../document/policy-document.js'
import { identityLines, standingSentence, titleOf } from '../document/words.js'
import { PolicyNav } from './policy-nav.js'

/** Where this reader's other ways of reading are: a public reader's are public. */
export interface ReadingUrls {
  readonly words: string
  readonly pdf: string
  readonly ks1: string
  readonly ks2: string
  readonly copy: string
  /** A promise's own page, for those who may open it. */
  readonly clause: ((id: string) => string) | null
}

export interface PolicyPageProps {
  readonly frame: Frame
  readonly document: PolicyDocument
  readonly urls: ReadingUrls
  /** Read on the public address, by somebody without an account. */
  readonly open?: boolean
}

/** The policy as people read it: one page with contents, every promise at its own address. */
export function PolicyPage({ frame, document, urls, open = false }: PolicyPageProps) {
  const plain = document.wording === 'plain'
  return (
    <Page frame={frame} title={titleOf(document)}>
      {!open && <PolicyNav here="Read" />}
      <span class="govuk-caption-l">{document.school}</span>
      <h1 class="govuk-heading-l">{titleOf(document)}</h1>
      <InsetText>
        <strong>{standingSentence(document.standing)}</strong>
        {identityLines(document).map((line) => (
          <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-2">{line}</p>
        ))}
        <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-2">
          Printed copies carry the code {copyCode(document.standing.hash)}.{' '}
          <a class="govuk-link" href={urls.copy}>
            Check a copy
          </a>
        </p>
      </InsetText>
      <ul class="govuk-list hedgerow-ways no-print">
        <Way href={urls.words}>{plain ? 'Read the full words' : 'Read it in plain words'}</Way>
        <Way href={urls.ks2}>For children of 7 to 11</Way>
        <Way href={urls.ks1}>For children of 5 to 7</Way>
        <Way href={urls.pdf}>Print it (PDF)</Way>
      </ul>
      <Contents document={document} />
      {document.front.map(({ heading, lines }, at) => (
        <Section id={`front-${at}`} heading={heading} lines={lines} clause={urls.clause} />
      ))}
      <h2 class="govuk-heading-m" id="who">
        Who is who
      </h2>
      <SummaryList
        rows={document.posts.map(({ title, names }) => ({
          key: { text: title },
          value: { text: names.join(', ') || 'Nobody holds this post' },
        }))}
      />
      <Risks document={document} />
      {document.parts.map(({ id, number, title, lines }) => (
        <Section id={`part-${id}`} heading={`${number}. ${title}`} lines={lines} clause={urls.clause} />
      ))}
      <Ends document={document} />
    </Page>
  )
}

function Way({ href, children }: { readonly href: string; readonly children: ComponentChildren }) {
  return (
    <li>
      <a class="govuk-link" href={href}>
        {children}
      </a>
    </li>
  )
}

function Contents({ document: { front, parts, changes, documents } }: { readonly document: PolicyDocument }) {
  const lines = [
    ...front.map(({ heading }, at) => [`front-${at}`, heading] as const),
    ['who', 'Who is who'] as const,
    ['risks', 'The risks we look out for'] as const,
    ...parts.map(({ id, number, title }) => [`part-${id}`, `${number}. ${title}`] as const),
    ['reviews', 'When this policy is looked at again'] as const,
    ...(changes.length > 0 ? [['changes', 'What changed with this version'] as const] : []),
    ...(documents.length > 0 ? [['documents', 'Other documents that belong to it'] as const] : []),
    ['laws', 'The law and guidance behind it'] as const,
  ]
  return (
    <nav aria-labelledby="contents" class="hedgerow-contents">
      <h2 class="govuk-heading-s" id="contents">
        Contents
      </h2>
      <ol class="govuk-list">
        {lines.map(([id, text]) => (
          <li>
            <a class="govuk-link govuk-link--no-underline" href={`#${id}`}>
              {text}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface SectionProps {
  readonly id: string
  readonly heading: string
  readonly lines: readonly Line[]
  readonly clause: ReadingUrls['clause']
}

function Section({ id, heading, lines, clause }: SectionProps) {
  return (
    <section>
      <h2 class="govuk-heading-m" id={id}>
        {heading}
      </h2>
      {lines.map((line) => (
        <p class="govuk-body hedgerow-promise" id={line.id}>
          {clause ? (
            <a class="govuk-link hedgerow-promise__number" href={clause(line.id)}>
              <span class="govuk-visually-hidden">Promise </span>
              {line.number}
            </a>
          ) : (
            <strong class="hedgerow-promise__number">{line.number}</strong>
          )}
          <span>{line.text}</span>
        </p>
      ))}
    </section>
  )
}

function Risks({ document: { pack } }: { readonly document: PolicyDocument }) {
  return (
    <>
      <h2 class="govuk-heading-m" id="risks">
        The risks we look out for
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {pack.risks.map(({ title, plain }) => (
          <li>
            <strong>{title}.</strong> {plain}
          </li>
        ))}
      </ul>
    </>
  )
}

function Ends({ document: { pack, reviews, changes, documents } }: { readonly document: PolicyDocument }) {
  return (
    <>
      <h2 class="govuk-heading-m" id="reviews">
        When this policy is looked at again
      </h2>
      <Sentences lines={reviews.length > 0 ? reviews : ['No review is promised.']} />
      {changes.length > 0 && (
        <>
          <h2 class="govuk-heading-m" id="changes">
            What changed with this version
          </h2>
          <Sentences lines={changes} />
        </>
      )}
      <Documents documents={documents} />
      <h2 class="govuk-heading-m" id="laws">
        The law and guidance behind it
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {pack.laws.map(({ title, edition, web }) => (
          <li>
            <a class="govuk-link" href={web} rel="noreferrer">
              {title}
            </a>
            , {edition}
          </li>
        ))}
      </ul>
    </>
  )
}

function Documents({ documents }: Pick<PolicyDocument, 'documents'>) {
  if (documents.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m" id="documents">
        Other documents that belong to it
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        {documents.map(({ title, edition, web }) => (
          <li>
            {web ? (
              <a class="govuk-link" href={web} rel="noreferrer">
                {title}
              </a>
            ) : (
              title
            )}
            , {edition}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Sentences one below the other. */
export function Sentences({ lines }: { readonly lines: readonly string[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}
