import { setImmediate } from 'node:timers/promises'
import { CsvError, type InfoRecord, parse } from 'csv-parse'
import type { Separator, TableRow, Unreadable } from './table.js'

/** Longer than any real line; a line that never ends is a lost quote mark or no table at all. */
const LONGEST_LINE = 100_000
/** Bytes handed to the parser at a time; between slices the server answers others. */
const SLICE = 256 * 1024

/** How far reading has come, from 0 to 1. */
export type Progress = (part: number) => void

/**
 * Cuts text into rows and cells (RFC 4180, any line ending, mixed ones too). Blank lines count as lines but give no row.
 * Quote marks are taken strictly: once one is lost, nobody can know where the next line begins, so reading stops with the
 * line that went wrong. Being lenient would put one child's details under another's name.
 */
export async function parseRows(
  text: string,
  separator: Separator,
  onProgress?: Progress,
): Promise<TableRow[] | Unreadable> {
  const rows: TableRow[] = []
  let lastLine = 0
  const keep = (cells: string[], info: InfoRecord) => {
    const line = lastLine + 1
    lastLine = info.lines
    if (cells.some((cell) => cell.trim() !== '')) rows.push({ line, cells })
    return null
  }
  try {
    await feed(Buffer.from(text), separator, keep, onProgress)
    return rows
  } catch (error) {
    if (error instanceof CsvError) return unreadable(error, lastLine + 1)
    throw error
  }
}

type Keep = (cells: string[], info: InfoRecord) => null

async function feed(bytes: Buffer, separator: Separator, keep: Keep, onProgress?: Progress): Promise<void> {
  const parser = parse({
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    max_record_size: LONGEST_LINE,
    on_record: keep,
  })
  const done = new Promise<void>((resolve, reject) => parser.on('end', resolve).on('error', reject))
  // The loop below stops at a failed parser; without this handler Node would end the process before `done` is awaited.
  done.catch(() => {})
  parser.resume()
  for (let at = 0; at < bytes.length && !parser.destroyed; at += SLICE) {
    parser.write(bytes.subarray(at, at + SLICE))
    onProgress?.(Math.min(1, (at + SLICE) / bytes.length))
    await setImmediate()
  }
  parser.end()
  await done
}

function unreadable(error: CsvError, line: number): Unreadable {
  switch (error.code as string) {
    case 'CSV_QUOTE_NOT_CLOSED': {
      const sentence = `A quote mark (") opens on or after line ${line} and is never closed. Take it out, or close it, and bring the file again.`
      return { why: 'quote-marks', unreadable: sentence, line }
    }
    case 'CSV_MAX_RECORD_SIZE': {
      const sentence = `Line ${line} is longer than 100,000 characters. A quote mark (") may be missing, or this is not a list of people.`
      return { why: 'endless-line', unreadable: sentence, line }
    }
    default: {
      const sentence = `There is a quote mark (") in the wrong place on line ${line}. Quote marks may stand only round a whole cell; write two of them for one inside.`
      return { why: 'quote-marks', unreadable: sentence, line }
    }
  }
}
