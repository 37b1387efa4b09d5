import type { SetupFault } from '../../school-answers.js'

/** The error message of one box, with everything that is wrong there; spread into its component. */
export function beside(
  faults: readonly SetupFault[],
  field: string,
): { readonly errorMessage?: { readonly text: string } } {
  const here = faults.filter((fault) => fault.field === field).map(({ sentence }) => sentence)
  return here.length === 0 ? {} : { errorMessage: { text: here.join(' ') } }
}
