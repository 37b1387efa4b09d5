import type { VNode } from 'preact'
import { FaultPage, FromElsewherePage, NotFoundPage, RefusedPage, SendAgainPage } from '../errors/pages.js'
import type { Frame } from '../layout/frame.js'
import { Page } from '../layout/page.js'
import { CaseParts } from './case.js'
import { Records } from './records.js'
import { Words } from './words.js'

const keeps = [
  { number: '10.2', url: '/policy/10.2' },
  { number: '11.1', url: '/policy/11.1' },
]

/** Every page of the gallery, by name: what tests render, look at and read aloud. Never served by the product. */
export const galleryPages: Readonly<Record<string, (frame: Frame) => VNode>> = {
  words: (frame) => (
    <Page frame={{ ...frame, notice: { kind: 'done', text: 'The person was added.' } }} title="Words" keeps={keeps}>
      <Words />
    </Page>
  ),
  records: (frame) => (
    <Page frame={frame} title="Records" width="wide" keeps={keeps.slice(0, 1)} breadcrumbs={crumbs}>
      <Records />
    </Page>
  ),
  case: (frame) => (
    <Page frame={frame} title="Case 27" width="wide" blur back="/cases">
      <CaseParts />
    </Page>
  ),
  'not-found': (frame) => <NotFoundPage frame={frame} />,
  refused: (frame) => <RefusedPage frame={frame} kind="too-late" sentence="The case was closed on Tue 24 Nov" />,
  fault: (frame) => <FaultPage frame={{ ...frame, school: null, person: null }} reference="F-7K3Q-9XPM" />,
  'from-elsewhere': (frame) => <FromElsewherePage frame={frame} />,
  'send-again': (frame) => (
    <SendAgainPage
      frame={{ ...frame, person: null, navigation: [] }}
      action="/report"
      typed={{ happened: 'A long story' }}
    />
  ),
}

const crumbs = [{ text: 'Today', href: '/today' }, { text: 'Records' }]
