import type { Frame } from '../../../web/layout/frame.js'
import { Page } from '../../../web/layout/page.js'

export interface SchoolFrontPageProps {
  readonly frame: Frame
  readonly name: string
  readonly phone: string | null
  readonly urls: { readonly bother: string; readonly report: string; readonly signIn: string }
}

/** A school's front: the child's way first, because the child is the one who may turn away. */
export function SchoolFrontPage({ frame, name, phone, urls }: SchoolFrontPageProps) {
  const ways = [
    { href: urls.bother, title: 'Something bothers me', line: 'For children. You do not have to say who you are.' },
    {
      href: urls.report,
      title: 'Tell us of a worry',
      line: 'For parents, visitors and neighbours. You need no account.',
    },
    { href: urls.signIn, title: 'Sign in', line: 'For people who work here or govern the school.' },
  ]
  return (
    <Page frame={frame} title="Keeping our children safe online" quickExit>
      <h1 class="govuk-heading-l">Keeping the children of {name} safe online</h1>
      <div class="hedgerow-doors">
        {ways.map(({ href, title, line }, at) => (
          <a class={`hedgerow-door${at === 0 ? ' hedgerow-door--main' : ''}`} href={href}>
            <span class="hedgerow-door__title">{title}</span>
            <span class="hedgerow-door__line">{line}</span>
          </a>
        ))}
      </div>
      <p class="govuk-body">
        Is a child in danger now? Ring <strong>999</strong>.
        {phone && (
          <>
            {' '}
            The school’s number is <strong>{phone}</strong>.
          </>
        )}
      </p>
    </Page>
  )
}
