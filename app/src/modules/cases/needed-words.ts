import { Refusal } from '../../kernel/refusal.js'

/** Words that somebody has to write. Refuses when there are none, with the sentence, beside the field. */
export function neededWords(text: string, sentence: string, field = 'words'): string {
  if (text.trim() === '') throw new Refusal('invalid', sentence, field)
  return text
}
