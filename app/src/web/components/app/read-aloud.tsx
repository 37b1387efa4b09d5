/**
 * A speaker button that reads the words of the element with the id `of`, in the browser's own voice. Hidden until the
 * script finds that this browser can speak. `label` says what will be read: 'Read this to me' unless told otherwise.
 */
export function ReadAloud({ of, label = 'Read this to me' }: { readonly of: string; readonly label?: string }) {
  return (
    <button type="button" class="hedgerow-read-aloud" data-read-aloud={of} aria-pressed="false" hidden>
      <svg width="28" height="28" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
        <path d="M4 10h5l7-6v20l-7-6H4z" fill="currentColor" />
        <path
          d="M19 9q4 5 0 10M22 6q7 8 0 16"
          fill="none"
          stroke="currentColor"
          stroke-width="2.4"
          stroke-linecap="round"
        />
      </svg>
      <span class="govuk-visually-hidden">{label}</span>
    </button>
  )
}
