import { dirname, resolve } from 'node:path'
import { compile, type CompileReport, type FilterEvent, type ListReport } from '../../../engine/src/index.js'
import { compileConfig, type CompileConfig } from '../config/compile-config.js'
import { listSources, phrasesOf, supplierSources } from '../config/list-sources.js'
import { readPolicy } from '../config/policy-file.js'
import { readYaml } from '../config/read-yaml.js'
import { signingSeal } from '../serve/seal.js'
import { shipped } from '../config/shipped.js'
import { lastSnapshot } from './last-snapshot.js'
import { putInPlace } from './put-in-place.js'
import { say } from './say.js'

/**
 * `hedgerow filter compile <filter.yaml>`: lists and policy into one signed snapshot. Lists that are as they were are taken
 * over from the one in place, unless all is to be read `anew`. 1 when nothing could be made.
 */
export async function compileSnapshot(file: string, { anew = false }: { anew?: boolean }): Promise<number> {
  const config = wholePaths(file, readYaml(file, 'what to compile', compileConfig))
  const seal = signingSeal(config.key)
  const { snapshot: previous, number: before, keepAs } = await lastSnapshot(config.snapshot, seal)
  const { bytes, report, events } = await compile({
    policy: readPolicy(config.policy),
    lists: listSources(config),
    suppliers: supplierSources(config),
    phrases: phrasesOf(config),
    number: before + 1,
    at: Date.now(),
    seal,
    anew,
    unicode: process.versions.unicode ?? '',
    ...(previous === undefined ? {} : { previous }),
  })
  for (const sentence of [...events.map(toldOfEvent), ...told(report)]) say(sentence)
  if (bytes !== null) putInPlace(config, keepAs, bytes)
  say(
    bytes === null ? 'No snapshot was made; the one before stays.' : `Snapshot ${before + 1} is in ${config.snapshot}.`,
  )
  return bytes === null ? 1 : 0
}

function wholePaths(file: string, config: CompileConfig): CompileConfig {
  const whole = (path: string): string => resolve(dirname(file), path)
  return {
    ...config,
    policy: whole(config.policy),
    key: whole(config.key),
    snapshot: whole(config.snapshot),
    phrases: [config.phrases ?? []].flat().map((from) => shipped('file of phrases', from) ?? whole(from)),
    lists: config.lists.map(({ diffs, ...list }) => ({
      ...list,
      from: shipped('list', list.from) ?? whole(list.from),
      ...(diffs === undefined ? {} : { diffs: whole(diffs) }),
    })),
    suppliers: (config.suppliers ?? []).map((supplier) => ({
      ...supplier,
      from: whole(supplier.from),
      key: whole(supplier.key),
    })),
  }
}

const toldOfEvent = ({ alarm, sentence }: FilterEvent): string => (alarm ? `Alarm: ${sentence}` : sentence)

function told(report: CompileReport): string[] {
  return [
    ...report.lists.flatMap(toldOfList),
    ...report.suppliers.map(
      ({ supplier, entries, kept, why }) =>
        `${supplier}: ${entries.toLocaleString('en-GB')} entries${kept === 'new' ? '.' : `, the last good list stays: ${why}`}`,
    ),
    ...report.problems.map((problem) => `Problem: ${problem}`),
    ...report.notices.map((notice) => `Notice: ${notice}`),
    `Entries in all: ${report.entries.toLocaleString('en-GB')}, ${(report.bytes / 1024 / 1024).toFixed(1)} MB, in ${(report.milliseconds / 1000).toFixed(1)} s.`,
  ]
}

function toldOfList({ list, carried, lines, entries, duplicates, refused, examples }: ListReport): string[] {
  const figures = [lines, entries, duplicates].map((number) => number.toLocaleString('en-GB'))
  const read = `lines ${figures[0]}, entries ${figures[1]}, there twice ${figures[2]}`
  const changed = lines === 0 ? 'unchanged' : `${figures[0]} lines of new diffs`
  return [
    `${list}: ${carried ? `${changed}, entries ${figures[1]}` : read}.`,
    ...refused.map(({ why, lines: times }) => `  Not taken, ${times.toLocaleString('en-GB')}: ${why}.`),
    ...examples.slice(0, 10).map(({ file, line, text, why }) => `    ${file}, line ${line}: "${text}": ${why}.`),
  ]
}
