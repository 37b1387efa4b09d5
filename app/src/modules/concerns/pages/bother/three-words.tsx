import type { JSX } from 'preact'

/** The three words, big, each on its own label, numbered so that the order is kept. */
export function ThreeWords({ words, id }: { readonly words: readonly string[]; readonly id: string }): JSX.Element {
  return (
    <ol class="three-words" id={id}>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ol>
  )
}
