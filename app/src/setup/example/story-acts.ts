import { workerIn } from '../../kernel/actor.js'
import { inSchool, reading } from '../../kernel/db/in-school.js'
import type { Tx } from '../../kernel/db/tx.js'
import { newId } from '../../kernel/ids.js'
import { Refusal } from '../../kernel/refusal.js'
import {
  addAction,
  addEntry,
  caseOf,
  closeCase,
  contactAgency,
  correctEntry,
  decide,
  decideParents,
  enterStep,
  finishAction,
  handOver,
  letSee,
  personInCase,
  sayOfHeadteacher,
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
import { personCards } from '../../modules/people/index.js'
import type { StoryEvent } from '../../modules/people/index.js'
import { actorOf } from '../../modules/policy/index.js'
import type { Scene } from './play-stories.js'

type EventOf<Act extends StoryEvent['act']> = Extract<StoryEvent, { readonly act: Act }>
type Play<Act extends StoryEvent['act']> = (scene: Scene, event: EventOf<Act>) => Promise<void>

const caseOfPlot = ({ plot }: Pick<Scene, 'plot'>): string => {
  if (plot.case === null) throw new Error('A story does something in a case that it has not opened')
  return plot.case
}

/** A refusal of one kind counts as done already; anything else is thrown on. */
const unless = (kind: Refusal['kind']) => (fault: unknown) => {
  if (!(fault instanceof Refusal) || fault.kind !== kind) throw fault
}

/** Writes into the story's case. What somebody did who may not see it, they told its lead, who writes it down, as in any school. */
async function writeInside<R>(
  { db, school, actor, plot, ...scene }: Scene,
  work: (tx: Tx, caseId: string) => Promise<R>,
): Promise<R> {
  const caseId = caseOfPlot({ plot })
  const sees = await reading(db, actor, (tx) => caseOf(tx, caseId)).then(() => true, unless('not-found'))
  const { lead } = plot
  if (sees || lead === null) return scene.write((tx) => work(tx, caseId))
  const leader = await reading(db, workerIn(school), (tx) => actorOf(tx, lead))
  return inSchool(db, leader, (tx) => work(tx, caseId))
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
    // A referral is done; a question and a form are answered.
    const outcome = answers || (values && !('told-at' in values)) ? 'answered' : 'done'
    const given = { ...(answers ? { answers } : {}), ...(values ? { values } : {}), ...(reason ? { reason } : {}) }
    await writeInside(scene, (tx, caseId) => enterStep(tx, caseId, { step: step as never, outcome, ...given }))
  },
  undertake: async (scene, { place, what, owner: source, due }) => {
    const owner = scene.person(source)
    await writeInside(scene, (tx, caseId) => letSee(tx, caseId, owner, 'Has something to do in it.')).catch(
      unless('conflict'),
    )
    scene.plot.actions.set(place, await writeInside(scene, (tx, caseId) => addAction(tx, caseId, { what, owner, due })))
  },
  'carry-out': (scene, { place }) => {
    const action = scene.plot.actions.get(place) ?? ''
    return writeInside(scene, (tx, caseId) =>
      finishAction(tx, caseId, action, { done: true, words: 'Done as agreed.' }),
    )
  },
  agency: async (scene, { agency, words, reference, reply, at }) => {
    const contact = { agency, at, spokeWith: 'Whoever was on duty', theirReference: reference ?? null }
    await writeInside(scene, (tx, caseId) => contactAgency(tx, caseId, { ...contact, kind: 'referral', words }))
    if (reply)
      await writeInside(scene, (tx, caseId) => contactAgency(tx, caseId, { ...contact, kind: 'reply', words: reply }))
  },
  parents: (scene, { child, state, who, how, words, at }) =>
    writeInside(scene, async (tx, caseId) => {
      const inCase = await personInCase(tx, caseId, scene.person(child))
      const adult = who === null ? undefined : (await personCards(tx, [scene.person(who)])).get(scene.person(who))
      const told =
        state === 'told'
          ? { adults: adult?.name ?? 'Both parents', how: how ?? 'By telephone', toldAt: at }
          : { adults: null, how: null, toldAt: null }
      if (inCase) await decideParents(tx, caseId, inCase, { decision: state, ...told, words })
    }),
  'hand-over': async (scene, { to, words }) => {
    await writeInside(scene, (tx, caseId) => handOver(tx, caseId, scene.person(to), words))
    scene.plot.lead = scene.person(to)
  },
  'close-case': async (scene, { words }) => {
    await writeInside(scene, (tx, caseId) => sayOfHeadteacher(tx, caseId, true, 'At the weekly safeguarding meeting.'))
    await writeInside(scene, (tx, caseId) => closeCase(tx, caseId, words))
  },
}

function reportOf({ plot, person }: Scene, event: EventOf<'report'>): Report {
  return {
    key: newId(),
    ...whereAndWhen(event),
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
    conversation: talkOf(plot, event),
  }
}

function whereAndWhen(
  event: EventOf<'report'>,
): Pick<Report, 'happened' | 'platform' | 'device' | 'place' | 'address' | 'danger' | 'known_at' | 'done_already'> {
  const { happened = null, platform = null, device = null, place = null, address = null, danger = 'no' } = event
  return { happened, platform, device, place, address, danger, known_at: event.known, done_already: event.done ?? null }
}

function talkOf(plot: Scene['plot'], event: EventOf<'report'>): Report['conversation'] {
  const { bother } = event
  return bother
    ? {
        wordsHash: plot.receipt,
        secretHash: `${plot.receipt} link`,
        wish: bother.wish,
        forWhom: bother.forWhom,
        picked: bother.picked,
        childName: event.childName,
        childClass: event.childClass,
      }
    : null
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
  const { case: opened } = await write((tx) =>
    triage(tx, plot.concern, assessment, { kind: 'take-up', procedure: procedure ?? 'none' }),
  )
  plot.case = opened
  plot.lead = scene.person(lead)
  if (opened && scene.person(lead) !== actor.personId)
    await inSchool(db, workerIn(school), (tx) => handOver(tx, opened, scene.person(lead), 'Lead agreed at the start.'))
}

/** An entry of the chronology, a decision or a correction. */
async function writeInto(scene: Scene, { kind, words, why, corrects, place, at }: EventOf<'entry'>): Promise<void> {
  const { entries } = scene.plot
  await writeInside(scene, async (tx, caseId) => {
    if (kind === 'decision') await decide(tx, caseId, { decided: words, reasons: why ?? words, acting: true })
    else if (kind === 'correction')
      await correctEntry(tx, caseId, entries.get(corrects ?? -1) ?? '', why ? `${words}\n${why}` : words)
    else
      entries.set(
        place,
        await addEntry(tx, caseId, { kind: kind === 'childs-words' ? 'child-words' : kind, words, happenedAt: at }),
      )
  })
}
