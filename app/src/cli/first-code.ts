import { listSchools } from '../kernel/school.js'
import { rescueAccount } from '../modules/access/index.js'
import type { Rescue } from '../modules/access/index.js'
import { say, withHedgerow } from './with-hedgerow.js'

/** Prints a new code for the first sign-in of one account: for whoever is locked out and stands at the machine. */
export const firstCode = (options: Rescue & { readonly school?: string }): Promise<number> =>
  withHedgerow(async (hedgerow, { publicUrl }) => {
    const all = await listSchools(hedgerow.db)
    const schools = all.filter(({ slug }) => options.school === undefined || slug === options.school)
    const [only] = schools
    if (!only || schools.length > 1) {
      const slugs = all.map(({ slug }) => slug).join(', ')
      say(all.length === 0 ? 'There is no school here yet.' : `Say which school with --school: ${slugs}.`)
      return 1
    }
    const code = await rescueAccount(hedgerow, only.school_id, options)
    say(`The code for ${options.username} is ${code}. It works once, within a fortnight, at`)
    say(`${publicUrl}/sign-in/${only.slug}/first`)
    say('The old password opens nothing any more. The journal has this.')
    return 0
  })
