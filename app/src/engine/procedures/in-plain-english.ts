import { Temporal } from 'temporal-polyfill'
import { inOrder } from './graph.js'
import type { Names } from './names.js'
import { plainNames, versionLine } from './names.js'
import type { Procedure, Step, StepId } from './procedure.js'
import { fieldsOf, optionsOf, optionsOfField } from './questions.js'
import { kindWords, whoAndWhen, whomItReaches } from './step-words.js'
import { conditionInWords, wayWords } from './way-words.js'

type Numbers = ReadonlyMap<StepId, number>

/** The whole procedure as a page of Markdown that anybody can read, its steps numbered as in the drawing. */
export function inPlainEnglish(procedure: Procedure, names: Names = plainNames): string {
  const steps = inOrder(procedure)
  const numbers: Numbers = new Map(steps.map((step, place) => [step.id, place + 1]))
  const lines = [
    `# ${procedure.title}`,
    ...(procedure.use === undefined ? [] : [procedure.use]),
    `${versionLine(procedure)}.${checkedWords(procedure)}`,
    ...standInWords(procedure, names),
    ...steps.flatMap((step, place) => [
      ...(step.part !== undefined && step.part !== steps[place - 1]?.part ? [`## ${step.part}`] : []),
      ...stepInWords(procedure, step, numbers, names),
    ]),
    ...sourceWords(procedure, steps, names),
  ]
  return `${lines.join('\n\n')}\n`
}

function checkedWords({ checked }: Procedure): string {
  if (checked === undefined) return ''
  const day = Temporal.PlainDate.from(checked).toLocaleString('en-GB', { dateStyle: 'long' })
  return ` Compared with law and guidance on ${day}.`
}

/** Who acts for whom, and when, as sentences. */
export const standInWords = (procedure: Procedure, names: Names): readonly string[] =>
  procedure.standIns.map(
    ({ post, by, when }) =>
      `The ${names.post(by)} acts in place of the ${names.post(post)} where ${conditionInWords(procedure, null, when)}.`,
  )

function stepInWords(procedure: Procedure, step: Step, numbers: Numbers, names: Names): readonly string[] {
  const reached = whomItReaches(step, names)
  return [
    `### ${numbers.get(step.id)}. ${step.title}`,
    `_${kindWords[step.kind]}${reached === null ? '' : `: ${reached}`}._ ${whoAndWhen(step, names)}.`,
    ...(step.text === undefined ? [] : [step.text]),
    ...bullets(step.mustNots.map((sentence) => `**${sentence}**`)),
    ...(optionsOf(step).length === 0
      ? []
      : [
          `Answers: ${optionsOf(step)
            .map(({ text }) => text)
            .join(' / ')}.`,
        ]),
    ...(step.kind === 'record' ? ['To write down:', ...bullets(fieldsOf(step).map(fieldInWords))] : []),
    ...onward(procedure, step, numbers),
  ]
}

const bullets = (sentences: readonly string[]): readonly string[] =>
  sentences.length === 0 ? [] : [sentences.map((sentence) => `- ${sentence}`).join('\n')]

function fieldInWords(field: ReturnType<typeof fieldsOf>[number]): string {
  const options = optionsOfField(field).map((option) => option.text)
  return options.length === 0 ? field.label : `${field.label} (${options.join(' / ')})`
}

function onward(procedure: Procedure, step: Step, numbers: Numbers): readonly string[] {
  if (step.kind === 'close') return step.opens === undefined ? [] : [`The case goes on with “${step.opens}”.`]
  const ways = step.next.map((way) => {
    const words = wayWords(procedure, step, way)
    const go = `**go to ${numbers.get(way.go)}**${way.immediate ? ', at once' : ''}`
    return words === null ? `Then ${go}.` : `${words}: ${go}.`
  })
  return [ways.length < 2 ? (ways[0] ?? '') : ways.map((way) => `- ${way}`).join('\n')]
}

function sourceWords(procedure: Procedure, steps: readonly Step[], names: Names): readonly string[] {
  const laws = [...new Set([...procedure.law, ...steps.flatMap((step) => step.law)])]
  const sources = [...new Set([...procedure.source, ...steps.flatMap((step) => step.source)])].sort()
  return [
    '## What it rests on',
    ...bullets([...laws.map(names.law), ...procedure.follows]),
    ...(sources.length === 0 ? [] : [`Requirements: ${sources.join(', ')}.`]),
  ]
}
