/** What the first bytes of files that people bring by mistake look like, and what to do instead. */
const MISTAKEN: readonly { readonly starts: readonly number[]; readonly sentence: string }[] = [
  {
    starts: [0x50, 0x4b, 0x03, 0x04],
    sentence:
      'This is an Excel workbook or a zip folder, not a CSV file. Open it, choose “Save as”, and pick “CSV UTF-8 (comma delimited)”. Unpack a zip folder first and bring the files in it.',
  },
  {
    starts: [0xd0, 0xcf, 0x11, 0xe0],
    sentence:
      'This is an older Excel workbook, not a CSV file. Open it, choose “Save as”, and pick “CSV UTF-8 (comma delimited)”.',
  },
  {
    starts: [0x25, 0x50, 0x44, 0x46],
    sentence: 'This is a PDF, not a CSV file. Export the list again and save as CSV.',
  },
]

const WEB_PAGE = /^\s*(?:<!doctype html|<html|<table)/i
const XML = /^\s*<\?xml/i

/** Says why bytes that begin like this cannot be a table, or null when they might be one. Looks at no more than it must. */
export function whyNotTable(bytes: Uint8Array): string | null {
  const mistaken = MISTAKEN.find(({ starts }) => starts.every((byte, place) => bytes[place] === byte))
  if (mistaken) return mistaken.sentence
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 200))
  if (WEB_PAGE.test(opening))
    return 'This is a web page saved under another name. Export the list again and save as CSV.'
  if (XML.test(opening)) return 'This is an XML file (a CTF file is one). Export the list again and save as CSV.'
  return null
}

/** What to say of bytes that are no text in any encoding. */
export const NOT_TEXT =
  'This is not a text file, so there is no list in it to read. Export the list again and save as CSV.'
