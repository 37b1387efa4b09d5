import { parseSpan } from '../../../kernel/calendar/span.js'
import type { Pack } from '../pack.js'
import type { Clock } from '../schema/sections.js'
import type { Check, Fault } from './fault.js'

/** Every span can be read, every clock can be met, and escalations come in the order they are written. */
export const timesMakeSense: Check = (pack) => [
  ...spansIn(pack).flatMap(unreadable),
  ...pack.clocks.flatMap(impossible),
  ...pack.clocks.flatMap(outOfOrder),
]

interface SpanAt {
  readonly on: object
  readonly key: string
  readonly text: string | undefined
}

/** Spans of procedures are read by engine/procedures. */
function spansIn({ clocks, signIn, agreements, gate }: Pack): readonly SpanAt[] {
  const at = (on: object, key: string): SpanAt => {
    const text: unknown = (on as Readonly<Record<string, unknown>>)[key]
    return { on, key, text: typeof text === 'string' ? text : undefined }
  }
  return [
    ...clocks.flatMap((clock) => [at(clock, 'within'), ...(clock.escalate ?? []).map((step) => at(step, 'after'))]),
    ...['expires', 'idle', 'absolute'].map((key) => at(signIn, key)),
    ...agreements.map((agreement) => at(agreement, 'mercy')),
    ...gate.map((rule) => at(rule, 'ends')),
  ]
}

function unreadable({ on, key, text }: SpanAt): readonly Fault[] {
  const span = text === undefined ? undefined : parseSpan(text)
  return typeof span === 'string' ? [{ on, key, sentence: span }] : []
}

function impossible(clock: Clock): readonly Fault[] {
  if (clock.starts !== clock.met) return []
  const sentence = `clock "${clock.id}" is met by "${clock.met}", the event that starts it.`
  return [{ on: clock, key: 'met', sentence }]
}

/** Only spans of one unit are compared: what "1 school day" is in hours, the school's calendar alone knows. */
function outOfOrder({ id, escalate = [] }: Clock): readonly Fault[] {
  const spans = escalate.map((step) => parseSpan(step.after))
  return escalate.flatMap((step, index) => {
    const [before, span] = [spans[index - 1], spans[index]]
    if (typeof before !== 'object' || typeof span !== 'object' || before.unit !== span.unit) return []
    if ((span.count ?? 0) >= (before.count ?? 0)) return []
    return [
      {
        on: step,
        key: 'after',
        sentence: `clock "${id}" escalates after ${step.after}, which is earlier than the step before it.`,
      },
    ]
  })
}
