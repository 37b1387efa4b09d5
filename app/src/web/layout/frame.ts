import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Assets } from '../assets.js'
import type { KeptBesides, KeptClause } from './foot.js'
import type { NavigationItem } from '../components/govuk/service-navigation.js'

/** Something said once at the top of the next page: what was done, or what the person should know. */
export interface Notice {
  readonly kind: 'done' | 'note'
  readonly text: string
}

/** The school whose pages these are. `accent` is a colour that passed `accentFault`, as '#1f5c43', or null for ours. */
export interface FrameSchool {
  readonly name: string
  readonly accent: string | null
  /** The invented school that people look around in: each of its pages says so. */
  readonly example?: boolean
}

/** Who is signed in, as the header names them: full name, and the post they act in. */
export interface FramePerson {
  readonly name: string
  readonly post: string | null
}

/**
 * What surrounds every page of one request: the school, who is signed in, where they can go, the form token. Routes get
 * it from `frameOf(request)` and hand it to `<Page>`; nothing else in a page knows about the request.
 */
export interface Frame {
  /** Null before a school is set up. */
  readonly school: FrameSchool | null
  readonly person: FramePerson | null
  readonly navigation: readonly NavigationItem[]
  /** The token that every form of ours carries; `<Form>` puts it in. */
  readonly csrf: string
  readonly notice: Notice | null
  readonly assets: Assets
  /** The promises that the page at this address keeps, where the page does not say itself. */
  readonly keeps?: readonly KeptClause[]
  readonly keepsBesides?: KeptBesides | undefined
  /** Addresses the header links to. */
  readonly urls: { readonly home: string; readonly signIn: string; readonly signOut: string; readonly account: string }
}

/** Carries the frame from `<Page>` to the forms inside it, so that no form can forget its token. */
export const FrameContext = createContext<Frame | null>(null)

/** The frame of the page being rendered. Throws outside a page. */
export function useFrame(): Frame {
  const frame = useContext(FrameContext)
  if (!frame) throw new Error('A form was rendered outside <Page>.')
  return frame
}
