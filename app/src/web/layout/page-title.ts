import type { Frame } from './frame.js'

/** 'Error: Report a concern – Oakfield Primary School – Hedgerow'. A title names no child, case or person. */
export function pageTitle(frame: Frame, title: string, hasErrors: boolean): string {
  return [`${hasErrors ? 'Error: ' : ''}${title}`, frame.school?.name, 'Hedgerow'].filter(Boolean).join(' – ')
}
