import { plainAssets } from '../../../../web/assets.js'
import type { Frame } from '../../../../web/layout/frame.js'
import { newDraft, type BotherDraft, type Offered } from './bother-draft.js'
import type { BotherFrame } from './bother-frame.js'
import { botherWords } from './words.js'

/** A made-up school's frame. Nobody is signed in on a child's page. */
export const exampleFrame: Frame = {
  school: { name: 'Thistledown Primary School', accent: null },
  person: null,
  navigation: [],
  csrf: 'example-token',
  notice: null,
  assets: plainAssets,
  urls: { home: '/', signIn: '/sign-in', signOut: '/sign-out', account: '/account' },
}

/** A Bother page's surroundings within a frame. */
export const botherIn = (frame: Frame): BotherFrame => ({
  frame,
  words: botherWords,
  lang: 'en-GB',
  urls: {
    start: '/bother',
    putAway: '/bother/put-away',
    grownUp: '/bother/grown-up',
    tell: '/bother/tell',
    return: '/bother/return',
  },
  help: {
    danger: '999',
    lines: [
      {
        id: 'childline',
        title: 'Childline',
        what: 'Talk or write to somebody about anything, day or night. It is free and it does not show on the phone bill.',
        phone: '0800 1111',
        web: 'https://www.childline.org.uk',
      },
    ],
  },
  keeps: [
    { number: '10.2', url: '/policy/10.2' },
    { number: '11.1', url: '/policy/11.1' },
  ],
})

/** The frame that tests show Bother pages in. */
export const exampleBother = botherIn(exampleFrame)

/** The base pack's choices. */
export const exampleOffered: Offered = {
  bothers: [
    { id: 'unkind', child: 'Somebody was unkind' },
    { id: 'saw-something', child: 'I saw something' },
    { id: 'asked-something', child: 'Somebody asked me something' },
    { id: 'something-else', child: 'Something else' },
  ],
  wishes: [
    { id: 'just-so-you-know', child: 'I just want you to know' },
    { id: 'ask-me-first', child: 'Ask me before you do anything' },
    { id: 'please-help', child: 'Please help' },
  ],
}

/** A bother at its beginning. */
export const emptyDraft: BotherDraft = newDraft('0197a6b2-6f1e-7c3a-9d55-2f4f8c1f6a10')

/** A bother with everything answered. */
export const fullDraft: BotherDraft = {
  ...emptyDraft,
  bothers: ['unkind', 'saw-something'],
  told: 'Someone keeps saying mean things in the game chat. They told my friend to leave the group.',
  about: 'somebody-else',
  adult: true,
  naming: 'yes',
  name: 'Robin Example',
  className: 'Year 3 Willow',
  wish: 'ask-me-first',
}

/** What every page of telling is given besides its draft. */
export const exampleTell = {
  bother: exampleBother,
  reader: 'Mrs Example',
  secrecy:
    'We keep it between us when we can. If you or somebody else is not safe, we have to tell a grown-up who can help. We will try to tell you first.',
}
