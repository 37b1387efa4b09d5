import type { Check, Fault } from './fault.js'

/** A question's options are different, and what it falls back on is one of them. */
export const answersAreOptions: Check = ({ questions }) =>
  questions.flatMap((question): readonly Fault[] => {
    const values = question.options.map(({ value }) => value)
    const repeated = values.filter((value, index) => values.indexOf(value) !== index)
    const lost = question.default !== undefined && !values.includes(question.default) ? [question.default] : []
    return [
      ...repeated.map((value) => ({
        on: question,
        key: 'options',
        sentence: `question "${question.id}" offers "${value}" twice.`,
      })),
      ...lost.map((value) => ({
        on: question,
        key: 'default',
        sentence: `question "${question.id}" falls back on "${value}", which is not one of its options.`,
      })),
    ]
  })
