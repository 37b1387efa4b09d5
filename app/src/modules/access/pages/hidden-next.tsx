/** Carries the page that somebody wanted before they signed in from form to form. */
export function HiddenNext({ next }: { readonly next: string | null }) {
  return next === null ? null : <input type="hidden" name="next" value={next} />
}
