import { workerIn } from '../../kernel/actor.js'
import { inSchool } from '../../kernel/db/in-school.js'
import { newId } from '../../kernel/ids.js'
import {
  addAction,
  addEntry,
  closeCase,
  contactAgency,
  correctEntry,
  decide,
  decideParents,
  enterStep,
  finishAction,
  handOver,
  personInCase,
} from '../../modules/cases/index.js'
import {
  acknowledge,
  addToConcern,
  answerReporter,
  reportConcern,
  triage,
  writeAgain,
} from '../../modules/concerns/index.js'
import type { Report } from '../../modules/concerns/index.js'
import type { StoryEvent } from '../../modules/people/index.js'
import type { Scene } from './play-stories.js'

type EventOf<Act extends StoryEvent['act']> = Extract<StoryEvent, { readonly act: Act }>
type Play<Act extends StoryEvent['act']> = (scene: Scene, event: EventOf<Act>) => Promise<void>

const caseOfPlot = ({ plot }: Scene): string => {
  if (plot.case === null) throw new Error('A story does something in a case that it has not opened')
  return plot.case
}

/** How each act of a story is done in the product. */
export const acts: { readonly [Act in StoryEvent['act']]: Play<Act> } = {
  report: async (scene, event) => {
    const { plot, db, actor } = scene
    plot.concern = (await reportConcern(db, actor, reportOf(scene, event))).concern
  },
  acknowledge: async ({ plot, write }) => void (await write((tx) => acknowledge(tx, plot.concern))),
  turn: async ({ plot, write, db, actor }, { by, words }) => {
    if (by === null) await writeAgain(db, actor, { key: newId(), words })
    else await write((tx) => answerReporter(tx, plot.concern, words))
  },
  add: async ({ plot, db, actor }, { words }) =>
    addToConcern(db, actor, { key: newId(), concern: plot.concern, words }),
  triage: async (scene, event) => {
    const { risk, subtype, urgency = 'ordinary' } = event
    // A case is opened by the act that follows, which knows its procedure.
    if (event.outcome === 'taken-up') return void (scene.plot.assessment = { risk, subtype, urgency })
    await scene.write((tx) => triage(tx, scene.plot.concern, { risk, subtype, urgency }, settled(scene, event)))
  },
  'open-case': openCase,
  entry: writeInto,
  step: async (scene, { step, answers, values, reason }) => {
    const outcome = answers || values ? 'answered' : 'done'
    const given = { ...(answers ? { answers } : {}), ...(values ? { values } : {}), ...(reason ? { reason } : {}) }
    await scene.write((tx) => enterStep(tx, caseOfPlot(scene), { step: step as never, outcome, ...given }))
  },
  undertake: async (scene, { place, what, owner, due }) => {
    const id = await scene.write((tx) => addAction(tx, caseOfPlot(scene), { what, owner: scene.person(owner), due }))
    scene.plot.actions.set(place, id)
  },
  'carry-out': async (scene, { place }) => {
    const action = scene.plot.actions.get(place) ?? ''
    await scene.write((tx) => finishAction(tx, caseOfPlot(scene), action, { done: true, words: 'Done as agreed.' }))
  },
  agency: async (scene, { agency, words, reference, reply, at }) => {
    const contact = { agency, at, spokeWith: null, theirReference: reference ?? null }
    const caseId = caseOfPlot(scene)
    await scene.write((tx) => contactAgency(tx, caseId, { ...contact, kind: 'referral', words }))
    if (reply) await scene.write((tx) => contactAgency(tx, caseId, { ...contact, kind: 'reply', words: reply }))
  },
  parents: async (scene, { child, state, who, how, words, at }) => {
    const caseId = caseOfPlot(scene)
    await scene.write(async (tx) => {
      const inCase = await personInCase(tx, caseId, scene.person(child))
      const told = {
        decision: state,
        adults: who ? 'Parent or carer' : null,
        how: how ?? null,
        toldAt: state === 'told' ? at : null,
        words,
      }
      if (inCase) await decideParents(tx, caseId, inCase, told)
    })
  },
  'hand-over': async (scene, { to, words }) =>
    scene.write((tx) => handOver(tx, caseOfPlot(scene), scene.person(to), words)),
  'close-case': async (scene, { words }) => scene.write((tx) => closeCase(tx, caseOfPlot(scene), words)),
}

function reportOf({ plot, person }: Scene, event: EventOf<'report'>): Report {
  const { bother } = event
  return {
    key: newId(),
    channel: event.channel,
    words: event.words,
    people: event.people.map((each) =>
      'person' in each
        ? { person: person(each.person), described: null, role: each.role }
        : { person: null, described: each.described, role: each.role },
    ),
    aboutPosts: [],
    reporterName: event.reporterName ?? null,
    reporterContact: event.reporterContact ?? null,
    told_by: event.toldBy ?? null,
    happened: event.happened ?? null,
    known_at: event.known,
    platform: event.platform ?? null,
    device: event.device ?? null,
    place: event.place ?? null,
    address: event.address ?? null,
    danger: event.danger ?? 'no',
    done_already: event.done ?? null,
    conversation: bother
      ? {
          wordsHash: plot.receipt,
          secretHash: `${plot.receipt} link`,
          wish: bother.wish,
          forWhom: bother.forWhom,
          picked: bother.picked,
          childName: event.childName,
          childClass: event.childClass,
        }
      : null,
  }
}

function settled({ plots }: Scene, event: EventOf<'triage'>) {
  if (event.outcome === 'linked')
    return { kind: 'link', other: plots.get(event.to ?? '')?.concern ?? '', why: event.words } as const
  if (event.outcome === 'advised') return { kind: 'advise', words: event.words } as const
  return { kind: 'close', reason: event.reason ?? 'finished', words: event.words } as const
}

/** Taking up is one decision in the product; the story tells it as a triage and an opening at the same moment. */
async function openCase(scene: Scene, { procedure, lead }: EventOf<'open-case'>): Promise<void> {
  const { plot, write, actor, db, school } = scene
  const { assessment } = plot
  if (!assessment) throw new Error('A story opens a case that nobody has triaged')
  const { case: opened } = await write((tx) => triage(tx, plot.concern, assessment, { kind: 'take-up', procedure }))
  plot.case = opened
  if (opened && scene.person(lead) !== actor.personId)
    await inSchool(db, workerIn(school), (tx) => handOver(tx, opened, scene.person(lead), 'Lead agreed at the start.'))
}

/** An entry of the chronology, a decision or a correction. Moments lie a minute back: an entry tells what has happened. */
async function writeInto(scene: Scene, { kind, words, why, corrects, place, at }: EventOf<'entry'>): Promise<void> {
  const { plot, write } = scene
  const caseId = caseOfPlot(scene)
  if (kind === 'decision')
    return void (await write((tx) => decide(tx, caseId, { decided: words, reasons: why ?? words, acting: true })))
  if (kind === 'correction') {
    const entry = plot.entries.get(corrects ?? -1) ?? ''
    return void (await write((tx) => correctEntry(tx, caseId, entry, why ? `${words}\n${why}` : words)))
  }
  const entryKind = kind === 'childs-words' ? 'child-words' : kind
  plot.entries.set(place, await write((tx) => addEntry(tx, caseId, { kind: entryKind, words, happenedAt: at })))
}
