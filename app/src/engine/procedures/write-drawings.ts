import { writeFileSync } from 'node:fs'
import { drawnFiles } from './drawn-files.js'
import { shippedProcedures } from './shipped-procedures.js'

/** Run by tools/draw-procedures.mjs with the folder of packs. An unsound procedure is reported and not drawn. */
const shipped = shippedProcedures(process.argv[2] ?? 'packs')
for (const each of shipped) {
  for (const problem of each.problems) console.error(`${each.pack}/${each.id}: ${problem}`)
  if (each.problems.length > 0) process.exitCode = 1
  else for (const [file, content] of drawnFiles(each)) writeFileSync(file, content)
}
console.log(`Drew ${shipped.filter((each) => each.own !== null && each.problems.length === 0).length} procedures.`)
