import { SubNavigation } from '../../../web/components/moj/sub-navigation.js'
import { draftUrl, policyUrl, reachUrl, reviewsUrl, versionsUrl } from '../urls.js'

const places = [
  { text: 'Read', href: policyUrl() },
  { text: 'Versions', href: versionsUrl() },
  { text: 'Next version', href: draftUrl() },
  { text: 'Who has it', href: reachUrl() },
  { text: 'Reviews', href: reviewsUrl() },
] as const

/** The views of the policy, for those who are signed in. */
export function PolicyNav({ here }: { readonly here: (typeof places)[number]['text'] }) {
  return (
    <SubNavigation label="The policy" items={places.map(({ text, href }) => ({ text, href, active: text === here }))} />
  )
}
