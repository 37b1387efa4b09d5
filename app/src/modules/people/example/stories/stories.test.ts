import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { Temporal } from 'temporal-polyfill'
import { parse } from 'yaml'
import { deadline } from '../../../../kernel/calendar/deadline.js'
import { schoolDayBounds } from '../../../../kernel/calendar/school-calendar.js'
import { spanOf } from '../../../../kernel/calendar/span.js'
import { accepts, type Entry, nextStep, type Offer, stepOf, wordingOf } from '../../../../engine/procedures/index.js'
import { shippedProcedures } from '../../../../engine/procedures/shipped-procedures.js'
import { exampleSchool } from '../example-school.js'
import { castOf } from './cast.js'
import { STORIES } from './stories.js'
import type { StoryEvent } from './story-event.js'
import { storyEvents } from './story-events.js'

const TODAY = Temporal.PlainDate.from('2026-11-23')
const school = exampleSchool(TODAY)
const events = storyEvents(school, TODAY)
const acts = <Act extends StoryEvent['act']>(act: Act, from: readonly StoryEvent[] = events) =>
  from.filter((event): event is Extract<StoryEvent, { readonly act: Act }> => event.act === act)

const pack = (file: string) =>
  parse(readFileSync(`packs/uk-primary/${file}.yaml`, 'utf8')) as Record<
    string,
    { id: string; subtypes?: { id: string }[] }[]
  >
const ids = (file: string, list: string) => new Set(pack(file)[list]!.map(({ id }) => id))

describe('the stories of the example school', () => {
  it('are some forty concerns and a dozen cases, open and closed, by every door', () => {
    assert.equal(STORIES.length, 38)
    assert.equal(acts('open-case').length, 12)
    assert.equal(acts('close-case').length, 8)
    const doors = Map.groupBy(acts('report'), ({ channel }) => channel)
    assert.deepEqual([doors.get('staff')!.length, doors.get('child')!.length, doors.get('public')!.length], [26, 7, 5])
    assert.equal(new Set(STORIES.map(({ id }) => id)).size, STORIES.length)
  })

  /** Fails for a value that a list of the pack does not have; blanks are no value. */
  function offered(file: string, list: string, values: readonly (string | undefined)[]): void {
    const known = ids(file, list)
    for (const value of values) assert.ok(!value || known.has(value), `${list}: ${value}`)
  }

  it('use only what the base pack offers', () => {
    const reports = acts('report')
    offered(
      'reporting',
      'platforms',
      reports.map(({ platform }) => platform),
    )
    offered(
      'reporting',
      'devices',
      reports.map(({ device }) => device),
    )
    offered(
      'reporting',
      'places',
      reports.map(({ place }) => place),
    )
    offered(
      'reporting',
      'roles',
      reports.flatMap(({ people }) => people.map(({ role }) => role)),
    )
    offered(
      'reporting',
      'bothers',
      reports.flatMap(({ bother }) => bother?.picked ?? []),
    )
    offered(
      'reporting',
      'wishes',
      reports.map(({ bother }) => bother?.wish),
    )
    offered(
      'reporting',
      'closeReasons',
      [...acts('triage'), ...acts('close-case')].map(({ reason }) => reason),
    )
    offered(
      'agencies',
      'agencies',
      acts('agency').map(({ agency }) => agency),
    )
    const risks = new Map(
      pack('risks')['risks']!.map(({ id, subtypes }) => [id, new Set(subtypes!.map((each) => each.id))]),
    )
    for (const { story, risk, subtype } of acts('triage'))
      assert.ok(risks.get(risk)?.has(subtype), `${story}: ${risk} ${subtype}`)
  })

  it('leave no letter without a name, and no name that differs between two readings', () => {
    const written = JSON.stringify(events)
    assert.doesNotMatch(written, /\{\w(?:\.full)?\}/)
    assert.deepEqual(storyEvents(school, TODAY), events)
    assert.throws(() => castOf({}, school, '2026-11-20').words('{x} said'), /Nobody plays “x”/)
  })

  it('happen in order, on school days, and never ahead of today, whenever the school is set up', () => {
    for (const day of ['2026-11-23', '2026-09-07', '2027-02-19', '2027-08-15', '2026-12-28']) {
      const today = Temporal.PlainDate.from(day)
      const then = exampleSchool(today)
      const told = storyEvents(then, today)
      assert.equal(told.length, events.length)
      let before = told[0]!.at
      for (const { at, story } of told) {
        assert.ok(Temporal.Instant.compare(before, at) <= 0)
        before = at
        const date = at.toZonedDateTimeISO('Europe/London').toPlainDate()
        assert.ok(Temporal.PlainDate.compare(date, today) < 0, `${story} on ${date} is not before ${day}`)
        assert.ok(schoolDayBounds(then.calendar, date), `${story} on ${date}, which is no school day`)
      }
    }
  })

  it('tell each concern before it is acknowledged, triaged and taken up, and nothing of a case after it is closed', () => {
    for (const [story, told] of Map.groupBy(events, (event) => event.story)) {
      assert.equal(told[0]!.act, 'report', story)
      const triage = told.findIndex(({ act }) => act === 'triage')
      const opened = told.findIndex(({ act }) => act === 'open-case')
      const ofCase = told.findIndex(({ act }) => ['entry', 'step', 'undertake', 'agency', 'parents'].includes(act))
      assert.ok(opened < 0 || (triage >= 0 && triage < opened), story)
      assert.ok(ofCase < 0 || opened < ofCase, `${story}: ${told[ofCase]?.act} before the case`)
      if (told.some(({ act }) => act === 'close-case'))
        assert.ok(['close-case', 'step'].includes(told.at(-1)!.act), `${story} ends with ${told.at(-1)!.act}`)
    }
  })

  it('link concerns to stories that exist, and correct entries that came before', () => {
    for (const { to, story } of acts('triage')) assert.ok(!to || STORIES.some(({ id }) => id === to), `${story}: ${to}`)
    for (const { corrects, place, story } of acts('entry')) assert.ok(corrects === undefined || corrects < place, story)
  })

  it('decide about parents in every closed case, and answer every child but one who waits and one who just wrote', () => {
    for (const { story } of acts('close-case'))
      assert.ok(
        acts('parents').some((event) => event.story === story),
        story,
      )
    const unanswered = acts('report').filter(
      ({ channel, story }) =>
        channel === 'child' && !events.some((event) => event.story === story && event.act === 'turn'),
    )
    assert.deepEqual(
      unanswered.map(({ story }) => story),
      ['bother-waiting', 'bother-new'],
    )
  })

  it('never let the person complained of act in the case', () => {
    for (const report of acts('report')) {
      const complainedOf = report.people.flatMap((each) =>
        each.role === 'caused-harm' && 'person' in each ? [each.person] : [],
      )
      const actors = events
        .filter(({ story }) => story === report.story)
        .flatMap((event) => ('by' in event && event.by ? [event.by] : []))
      assert.deepEqual(
        actors.filter((actor) => complainedOf.includes(actor)),
        [],
        report.story,
      )
    }
  })
})

describe('the procedures in the stories', () => {
  const procedures = new Map(
    shippedProcedures('packs')
      .filter((each) => each.pack === 'uk-primary')
      .map(({ id, procedure }) => [id, procedure!]),
  )
  const holders = Map.groupBy(school.postHoldings, ({ holder }) => holder)

  /** The entries of a story's case, each having been taken by the engine. */
  function walked(story: string): readonly Entry[] {
    const opened = acts('open-case').find((event) => event.story === story)!
    const procedure = procedures.get(opened.procedure!)!
    return acts('step')
      .filter((event) => event.story === story)
      .reduce<readonly Entry[]>((progress, event) => {
        const kind = stepOf(procedure, event.step as Entry['step'])?.kind
        const outcome = kind === 'ask' || kind === 'record' || kind === 'approve' ? 'answered' : 'done'
        const { by, at, answers, values, reason } = event
        const offer: Offer = {
          step: event.step as Offer['step'],
          outcome,
          ...(answers && { answers }),
          ...(values && { values }),
          ...(reason && { reason }),
        }
        const mayActAs = (post: string, inPerson: boolean) =>
          post === 'any-staff' ||
          (holders.get(by) ?? []).some((holding) => holding.post === post) ||
          (by === opened.lead && !inPerson)
        const waitIsOver = (span: string, since: string) =>
          Temporal.Instant.compare(deadline(school.calendar, Temporal.Instant.from(since), spanOf(span)), at) <= 0
        const refusal = accepts(procedure, progress, offer, { mayActAs, waitIsOver })
        assert.equal(refusal?.sentence, undefined, `${story}, ${event.step}`)
        return [
          ...progress,
          { ...offer, by: null, at: at.toString(), wording: wordingOf(stepOf(procedure, offer.step)!) },
        ]
      }, [])
  }

  for (const { story, procedure } of acts('open-case').filter((event) => event.procedure !== null)) {
    it(`are walked as the engine allows: ${procedure} in ${story}`, () => {
      const closed = acts('close-case').some((event) => event.story === story)
      const step = nextStep(procedures.get(procedure!)!, walked(story))
      assert.equal(
        step?.id ?? 'closed',
        closed
          ? 'closed'
          : { 'asked-for-picture': 'deletion-check', 'server-room': 'lado-says', 'left-out-again': 'give-it-time' }[
              story
            ],
      )
    })
  }
})
