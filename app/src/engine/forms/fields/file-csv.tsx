import { FileUpload } from '../../../web/components/govuk/file-upload.js'
import { buildField, fieldBuilder } from '../build-field.js'
import type { UploadedFile } from '../field.js'
import { wrong } from '../read-text.js'
import { errorOf, hintOf, labelOf } from '../typed.js'

/** Spreadsheets saved as CSV. */
export interface FileCsvOptions {
  /** The largest a file may be, in bytes. */
  readonly maxBytes: number
  readonly many?: boolean
}

/**
 * Spreadsheets of people, saved as CSV: the only files this product takes. They are recognised by their bytes, so that
 * a picture under another name goes no further than this.
 */
export const fileCsv = fieldBuilder<FileCsvOptions, readonly UploadedFile[]>((options) => {
  const { maxBytes, many = false } = options
  return buildField<readonly UploadedFile[]>(options, {
    kind: 'fileCsv',
    none: [],
    read(_body, name, context) {
      const files = context.files?.[name] ?? []
      if (files.length === 0) return { is: 'empty' }
      if (files.length > 1 && !many) return wrong('Choose one file')
      for (const file of files) {
        const fault = faultOf(file, maxBytes)
        if (fault) return wrong(fault)
      }
      return { is: 'answer', value: files }
    },
    view: (view) => (
      <FileUpload
        name={view.name}
        multiple={many}
        label={labelOf(options.label, view)}
        hint={hintOf(options.hint)}
        errorMessage={errorOf(view.faults)}
        attributes={{ accept: '.csv,text/csv' }}
      />
    ),
    say: (files) => files.map((file) => file.name).join(', '),
    retype: () => ({}),
    schema: () => ({ type: 'string', contentMediaType: 'text/csv' }),
  })
})

function faultOf({ name, bytes }: UploadedFile, maxBytes: number): string | null {
  if (!/\.(csv|txt)$/i.test(name)) return 'Save the spreadsheet as CSV first, then choose that file'
  if (bytes.length === 0) return 'That file is empty. Choose another'
  if (bytes.length > maxBytes)
    return `That file is larger than ${Math.floor(maxBytes / 1_000_000)} MB. Send it in parts`
  if (!looksLikeText(bytes)) return 'That file is not a spreadsheet saved as CSV. Save it as CSV first'
  return null
}

/** Text has no zero bytes, unless it is UTF-16, which says so in its first two. */
function looksLikeText(bytes: Buffer): boolean {
  const start = bytes.subarray(0, 8192)
  const utf16 = start.length > 1 && (start.readUInt16BE(0) === 0xfeff || start.readUInt16BE(0) === 0xfffe)
  return utf16 || !start.includes(0)
}
