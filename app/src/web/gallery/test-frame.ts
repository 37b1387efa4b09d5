import { plainAssets } from '../assets.js'
import type { Frame } from '../layout/frame.js'

/** A frame of a fictional school, for tests that render pages without a server. */
export const testFrame: Frame = {
  school: { name: 'Oakfield Primary School', accent: null },
  person: { name: 'Amira Khan', post: 'Designated safeguarding lead' },
  navigation: [
    { text: 'Today', href: '/today', current: true },
    { text: 'Cases', href: '/cases' },
    { text: 'Is our policy kept?', href: '/policy' },
  ],
  csrf: 'token',
  notice: null,
  assets: plainAssets,
  urls: { home: '/', signIn: '/sign-in', signOut: '/sign-out', account: '/account' },
}
