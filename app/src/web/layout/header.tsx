import type { ComponentChildren } from 'preact'
import { ServiceNavigation } from '../components/govuk/service-navigation.js'
import { Form } from '../components/app/form.js'
import type { Frame } from './frame.js'

interface HeaderProps {
  readonly frame: Frame
  /** For keyboards, before all else: leave-quickly. */
  readonly before?: ComponentChildren
  /** What stands between the header and the page: the way back, leave-quickly. Inside, so that it lies in a landmark. */
  readonly children: ComponentChildren
}

/** Our own header: the mark, the school, who I am and the way out. The state's crown and header are not ours to use. */
export function Header({ frame, before, children }: HeaderProps) {
  const { school, urls, assets, navigation } = frame
  return (
    <header>
      {before}
      <div class="hedgerow-header">
        <div class="govuk-width-container hedgerow-header__row">
          <a class="hedgerow-header__home" href={urls.home}>
            <img class="hedgerow-header__mark" src={assets.url('mark.svg')} alt="" width="44" height="32" />
            <span class="hedgerow-header__school">{school?.name ?? 'Hedgerow'}</span>
          </a>
          <WhoIAm frame={frame} />
        </div>
      </div>
      {school?.example && <ExampleStrip />}
      {navigation.length > 0 && <ServiceNavigation navigation={navigation} navigationLabel="Main" />}
      <div class="govuk-width-container">{children}</div>
    </header>
  )
}

// Signing out changes something, so it is a form with a token and not a link that a picture could follow.
function WhoIAm({ frame: { person, urls } }: { readonly frame: Frame }) {
  if (!person) return null
  return (
    <div class="hedgerow-header__who">
      <a class="hedgerow-header__link" href={urls.account}>
        {person.name}
        {person.post && <span class="hedgerow-header__post">, {person.post}</span>}
      </a>
      <Form action={urls.signOut} classes="hedgerow-header__sign-out" forgetDrafts>
        <button type="submit" class="hedgerow-header__link hedgerow-header__button">
          Sign out
        </button>
      </Form>
    </div>
  )
}

/** Says on every page of the example school that it is one. */
export function ExampleStrip() {
  return (
    <div class="hedgerow-example" role="note">
      <div class="govuk-width-container">
        <strong>Example school:</strong> nothing and nobody here is real.{' '}
        <a class="govuk-link hedgerow-example__link" href="/example">
          Be somebody else
        </a>
      </div>
    </div>
  )
}
