import type { Unreadable } from '../table/table.js'
import { type OneRosterFile, type OneRosterFolder, recordsOf } from './folder.js'

/** What the manifest says of the set. */
export interface Manifest {
  readonly version: '1.1' | '1.2'
  /** Whether a file holds everything (bulk) or only what changed (delta). */
  readonly mode: (file: OneRosterFile) => 'bulk' | 'delta'
  /** The exporting system's code or name, or null. */
  readonly system: string | null
  readonly given: boolean
}

/** Reads manifest.csv (1EdTech OneRoster CSV tables 1.1 and 1.2, section "manifest.csv"), or makes do without. */
export function readManifest(folder: OneRosterFolder): Manifest | Unreadable {
  const lines = recordsOf(folder, 'manifest').map(
    (record) => [record.get('propertyName').toLowerCase(), record.get('value')] as const,
  )
  const properties = new Map(lines)
  const version = properties.get('oneroster.version') ?? (folder.tables.has('roles') ? '1.2' : '1.1')
  if (version !== '1.1' && version !== '1.2') {
    const unreadable = `This set says that it is OneRoster ${version}. Hedgerow reads 1.1 and 1.2: export it again as one of those.`
    return { why: 'not-oneroster', unreadable, line: null }
  }
  return {
    version,
    mode: (file) => (properties.get(`file.${file}`)?.toLowerCase() === 'delta' ? 'delta' : 'bulk'),
    system: properties.get('source.systemcode') || properties.get('source.systemname') || null,
    given: lines.length > 0,
  }
}
